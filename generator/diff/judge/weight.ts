/** How findings are weighed: profiles, verdicts that a project gives to single rules, and what makes a diff fail. */
import type { Finding } from '../finding.ts';
import type { Verdict } from '../judgement.ts';

export const profiles = ['default', 'strict', 'lenient', 'wire', 'types'] as const;

/**
 * `strict`: dangerous is breaking. `lenient`: dangerous is safe, and so is the end of what was deprecated. `wire`: only
 * apps that are deployed count. `types`: only apps that upgrade the generated package count.
 */
export type Profile = (typeof profiles)[number];

export const thresholds = ['breaking', 'dangerous', 'any', 'never'] as const;

/** The least of the findings that make a diff fail. */
export type Threshold = (typeof thresholds)[number];

/** The verdicts, worst first. */
export const verdicts = ['breaking', 'dangerous', 'safe', 'docs'] as const satisfies Verdict[];

/** The verdicts that a project gives to rules, by the name of the rule. */
export type RuleVerdicts = ReadonlyMap<string, Verdict>;

/** The profiles that lower verdicts. */
const lowering: ReadonlySet<Profile> = new Set(['lenient', 'wire', 'types']);

/**
 * A finding as a profile weighs it; a verdict that the project gave to its rule stands above the profile. What the one
 * or the other lowers is lowered as a whole: neither for the wire nor for the types is it worse than its verdict.
 */
export function weighed(finding: Finding, profile: Profile, own: RuleVerdicts): Finding {
  const { rule, wire, types } = finding;
  const verdict = own.get(rule) ?? byProfile(finding, profile);
  if (!own.has(rule) && !lowering.has(profile)) return { ...finding, verdict };
  return { ...finding, verdict, wire: milder(wire, verdict), types: milder(types, verdict) };
}

function milder(one: Verdict, other: Verdict): Verdict {
  return verdicts.indexOf(one) > verdicts.indexOf(other) ? one : other;
}

function byProfile(finding: Finding, profile: Profile): Verdict {
  const { verdict, wire, types, rule } = finding;
  switch (profile) {
    case 'default':
      return verdict;
    case 'strict':
      return verdict === 'dangerous' ? 'breaking' : verdict;
    case 'lenient':
      return verdict === 'dangerous' || rule.startsWith('deprecated-') ? 'safe' : verdict;
    case 'wire':
      return wire;
    case 'types':
      return types;
  }
}

/** Whether a verdict is at or above a threshold. */
export function counts(verdict: Verdict, threshold: Threshold): boolean {
  switch (threshold) {
    case 'breaking':
      return verdict === 'breaking';
    case 'dangerous':
      return verdict === 'breaking' || verdict === 'dangerous';
    case 'any':
      return true;
    case 'never':
      return false;
  }
}
