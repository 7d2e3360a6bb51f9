import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics.ts';
import { weighed } from '../../generator/source/severities.ts';

const diagnostic: Diagnostic = {
  file: 'radio/tune.md',
  line: 5,
  column: 1,
  severity: 'warning',
  rule: 'section-unused',
  sentence: 'words.',
};

describe('a diagnostic', () => {
  test('of a rule that nobody mentions stays as it is', () => {
    expect(weighed([diagnostic], new Map(), true)).toEqual([diagnostic]);
  });

  test('takes the severity that its rule is given', () => {
    expect(weighed([diagnostic], new Map([['section-unused', 'info']]), true)).toEqual([
      { ...diagnostic, severity: 'info' },
    ]);
  });

  test('is gone when its rule is off', () => {
    expect(weighed([diagnostic], new Map([['section-unused', 'off']]), true)).toEqual([]);
  });

  test('that is an error stays one where there is no model', () => {
    const error: Diagnostic = { ...diagnostic, severity: 'error', rule: 'source-invalid' };
    const own = new Map([
      ['section-unused', 'off'],
      ['source-invalid', 'warning'],
    ] as const);
    expect(weighed([diagnostic, error], own, false)).toEqual([error]);
  });
});
