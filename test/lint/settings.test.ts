import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics.ts';
import { readSettings, weighed } from '../../generator/lint/settings.ts';

const diagnostic: Diagnostic = {
  file: 'radio/tune.md',
  line: 5,
  column: 1,
  severity: 'warning',
  rule: 'section-unused',
  sentence: 'words.',
};

describe('the settings', () => {
  test('give rules a severity of their own', () => {
    const settings = { lint: { rules: { 'section-unused': 'error', 'reference-dead': 'off' } } };

    expect([...readSettings(JSON.stringify(settings), 'settings.json')]).toEqual([
      ['section-unused', 'error'],
      ['reference-dead', 'off'],
    ]);
  });

  test.each(['{}', '{ "lint": {} }', '{ "diff": { "rules": {} } }'])('may be %s', (text) => {
    expect(readSettings(text, 'settings.json').size).toBe(0);
  });

  test.each([
    ['{', 'settings.json is no valid JSON.'],
    ['[]', 'settings.json: it must be an object.'],
    ['{ "lnt": {} }', 'settings.json: "lnt" is not known.'],
    ['{ "lint": { "rule": {} } }', 'settings.json: "lint.rule" is not known.'],
    ['{ "lint": { "rules": "off" } }', 'settings.json: "lint.rules" must be an object.'],
    [
      '{ "lint": { "rules": { "section-lost": "off" } } }',
      'settings.json: "lint.rules.section-lost" is no rule; docs/rules.md lists them.',
    ],
    [
      '{ "lint": { "rules": { "section-unused": "no" } } }',
      'settings.json: "lint.rules.section-unused" must be one of off, info, warning, error.',
    ],
  ])('cannot be %s', (text, sentence) => {
    expect(() => readSettings(text, 'settings.json')).toThrow(
      expect.objectContaining({ name: 'UsageError', message: sentence }),
    );
  });
});

describe('a diagnostic', () => {
  test('of a rule that nobody mentions stays as it is', () => {
    expect(weighed([diagnostic], new Map())).toEqual([diagnostic]);
  });

  test('takes the severity that its rule is given', () => {
    expect(weighed([diagnostic], new Map([['section-unused', 'info']]))).toEqual([
      { ...diagnostic, severity: 'info' },
    ]);
  });

  test('is gone when its rule is off', () => {
    expect(weighed([diagnostic], new Map([['section-unused', 'off']]))).toEqual([]);
  });
});
