import { describe, expect, it } from 'vitest';
import {
  counts,
  profiles,
  thresholds,
  weighed,
  type Profile,
} from '../../../generator/diff/judge/weight.ts';
import { recommendedBump } from '../../../generator/diff/judge/semver.ts';
import { finding } from '../../support/small-report.ts';

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

describe('what is lowered asks for no major version by its types:', () => {
  const one = finding({ verdict: 'dangerous', wire: 'safe', types: 'breaking' });
  it.each([
    ['by the project', 'default', new Map([[one.rule, 'dangerous'] as const]), 'minor'],
    ['by the profile lenient', 'lenient', new Map(), 'minor'],
    ['by the profile wire', 'wire', new Map(), 'minor'],
    ['not at all', 'default', new Map(), 'major'],
  ] as const)('%s', (_, profile, own, bump) => {
    expect(recommendedBump([weighed(one, profile, own)])).toBe(bump);
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
