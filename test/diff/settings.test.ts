import { describe, expect, it } from 'vitest';
import { rules } from '../../generator/diff/rules.ts';
import {
  counts,
  profiles,
  readSettings,
  thresholds,
  weighed,
  type Profile,
} from '../../generator/diff/settings.ts';
import { finding } from './reports/small-report.ts';

describe('a profile weighs', () => {
  const cases: [Profile, string, object, string][] = [
    ['default', 'a finding by its verdict', { verdict: 'dangerous' }, 'dangerous'],
    ['strict', 'dangerous as breaking', { verdict: 'dangerous' }, 'breaking'],
    ['strict', 'safe as safe', { verdict: 'safe' }, 'safe'],
    ['lenient', 'dangerous as safe', { verdict: 'dangerous' }, 'safe'],
    ['lenient', 'breaking as breaking', { verdict: 'breaking' }, 'breaking'],
    [
      'lenient',
      'the end of what was deprecated as safe',
      { verdict: 'breaking', rule: 'deprecated-event-removed' },
      'safe',
    ],
    [
      'lenient',
      'a withdrawn deprecation by its verdict',
      { verdict: 'docs', rule: 'deprecation-withdrawn' },
      'docs',
    ],
    ['wire', 'what deployed apps meet', { verdict: 'breaking', wire: 'safe' }, 'safe'],
    ['types', 'what a compiler says', { verdict: 'breaking', types: 'dangerous' }, 'dangerous'],
  ];

  it.each(cases)('%s: %s', (profile, _, more, verdict) => {
    expect(weighed(finding(more), profile, new Map()).verdict).toBe(verdict);
  });

  it.each(profiles)('%s: a rule by the verdict that the project gave it', (profile) => {
    const own = new Map([['required-field-removed', 'docs'] as const]);
    expect(weighed(finding(), profile, own).verdict).toBe('docs');
  });
});

it('a threshold counts what is at it or worse', () => {
  const verdicts = ['breaking', 'dangerous', 'safe', 'docs'] as const;
  const counted = thresholds.map((threshold) => [
    threshold,
    ...verdicts.filter((verdict) => counts(verdict, threshold)),
  ]);
  expect(counted).toEqual([
    ['breaking', 'breaking'],
    ['dangerous', 'breaking', 'dangerous'],
    ['any', 'breaking', 'dangerous', 'safe', 'docs'],
    ['never'],
  ]);
});

describe('settings', () => {
  const read = (text: string) => readSettings(text, 'settings.json', Object.keys(rules));

  it.each([
    ['{}', {}],
    ['{ "diff": {} }', {}],
    ['{ "diff": { "rules": {} } }', {}],
    ['{ "diff": { "rules": { "event-added": "safe" } } }', { 'event-added': 'safe' }],
  ])('%s', (text, verdicts) => {
    expect(Object.fromEntries(read(text))).toEqual(verdicts);
  });

  it.each([
    ['{', 'settings.json is no valid JSON.'],
    ['[]', 'settings.json: it must be an object.'],
    ['{ "dif": {} }', 'settings.json: "dif" is not known.'],
    ['{ "diff": 1 }', 'settings.json: "diff" must be an object.'],
    ['{ "diff": { "rule": {} } }', 'settings.json: "diff.rule" is not known.'],
    ['{ "diff": { "rules": 1 } }', 'settings.json: "diff.rules" must be an object.'],
    [
      '{ "diff": { "rules": { "event-added": "fine" } } }',
      'settings.json: "diff.rules.event-added" must be one of breaking, dangerous, safe, docs.',
    ],
  ])('%s are refused with their key', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('with an unknown rule are refused with the rules that there are', () => {
    expect(() => read('{ "diff": { "rules": { "event-aded": "safe" } } }')).toThrow(
      /^settings\.json: "diff\.rules\.event-aded" is no rule; the rules are .*\bevent-added, event-removed,.*\.$/,
    );
  });
});
