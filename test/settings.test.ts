import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../generator/limits.ts';
import { readSettings, settingsOf } from '../generator/settings.ts';
import { temporaryFolder } from './support/repository.ts';

it('give rules of the docs a severity, and rules of a diff a verdict', () => {
  const { severities, verdicts } = settingsOf(
    `{
      "lint": { "rules": { "section-unused": "error", "reference-dead": "off" } },
      "diff": { "rules": { "event-added": "safe" } }
    }`,
    'settings.json',
  );
  expect([...severities]).toEqual([
    ['section-unused', 'error'],
    ['reference-dead', 'off'],
  ]);
  expect([...verdicts]).toEqual([['event-added', 'safe']]);
});

it.each(['{}', '{ "lint": {} }', '{ "diff": { "rules": {} } }'])('may be %s', (text) => {
  const { severities, verdicts } = settingsOf(text, 'settings.json');
  expect([severities.size, verdicts.size]).toEqual([0, 0]);
});

it('may begin with a byte order mark', () => {
  const text = '\ufeff{ "diff": { "rules": { "event-added": "safe" } } }';
  expect(settingsOf(text, 'settings.json').verdicts.size).toBe(1);
});

describe('are refused with their key', () => {
  it.each([
    [
      '{ "diff": { "rules": { "event-added": "safe", "event-added": "breaking" } } }',
      'settings.json: "diff.rules.event-added" is there twice; remove one.',
    ],
    [
      '{ "diff": { "rules": { "__proto__": "safe" } } }',
      'settings.json: "diff.rules.__proto__" is not known; remove it.',
    ],
    [
      '{ "lint": { "rules": { "constructor": "off" } } }',
      'settings.json: "lint.rules.constructor" is not known; remove it.',
    ],
    ['{', 'settings.json:1:2 is not valid JSON; fix it here.'],
    ['[]', 'settings.json: it must be an object.'],
    ['{ "lnt": {} }', 'settings.json: "lnt" is not known; did you mean "lint"?'],
    ['{ "diff": 1 }', 'settings.json: "diff" must be an object.'],
    ['{ "diff": [] }', 'settings.json: "diff" must be an object.'],
    [
      '['.repeat(100_000),
      'settings.json is nested deeper than anything it may hold; see that it is the file you mean.',
    ],
    [
      '{ "lint": { "rule": {} } }',
      'settings.json: "lint.rule" is not known; did you mean "rules"?',
    ],
    ['{ "lint": { "rules": "off" } }', 'settings.json: "lint.rules" must be an object.'],
    [
      '{ "lint": { "rules": { "section-unused": "no" } } }',
      'settings.json: "lint.rules.section-unused" must be one of off, info, warning, error.',
    ],
    [
      '{ "diff": { "rules": { "event-added": "fine" } } }',
      'settings.json: "diff.rules.event-added" must be one of breaking, dangerous, safe, docs.',
    ],
  ])('%s', (text, sentence) => {
    expect(() => settingsOf(text, 'settings.json')).toThrow(
      expect.objectContaining({ name: 'UsageError', message: sentence }),
    );
  });

  it.each([
    ['lint', 'section-lost', /the rules are .*\bsection-duplicate\b.*\.$/],
    ['diff', 'event-aded', /did you mean "event-added"\?$/],
  ])('of %s when the rule %s is none, with what may be meant', (key, rule, known) => {
    expect(() =>
      settingsOf(`{ "${key}": { "rules": { "${rule}": "off" } } }`, 'settings.json'),
    ).toThrow(new RegExp(`"${key}\\.rules\\.${rule}" is not a rule; ${known.source}`));
  });
});

it('a link that leads nowhere is no absence of settings', async () => {
  const cwd = await temporaryFolder();
  await expect(readSettings(undefined, cwd)).resolves.toEqual(settingsOf('{}', 'settings.json'));
  await symlink('nowhere.json', path.join(cwd, 'realtime-events.json'));
  await expect(readSettings(undefined, cwd)).rejects.toThrow('cannot read realtime-events.json: ');
});

it('settings that are larger than any are told from their size', async () => {
  const cwd = await temporaryFolder({ 'realtime-events.json': ' '.repeat(limits.page + 1) });
  await expect(readSettings(undefined, cwd)).rejects.toThrow(
    `realtime-events.json has ${limits.page + 1} bytes, more than the ${limits.page} that it may have; see that it is the file you mean.`,
  );
});
