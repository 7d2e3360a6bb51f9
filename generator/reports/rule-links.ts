/** Where the rules are explained: `docs/rules.md`, which comes with the program and has a section for each. */
import type { Diagnostic, RuleId } from '../diagnostics.ts';

/** The page of the rules. */
export interface RulesPage {
  /** As a person finds it from the folder of the command. */
  name: string;
  /** The address of the package, where it has one: a report is read on other machines than it is written on. */
  homepage?: string;
}

/** The section of a rule. */
export function sectionOf(page: string, rule: RuleId): string {
  return `${page}#${rule}`;
}

/** Where the rules of diagnostics are explained, in a line; none where there is nothing to explain. */
export function ruleHint(diagnostics: readonly Diagnostic[], { name }: RulesPage): string[] {
  const [first, ...others] = [...new Set(diagnostics.map(({ rule }) => rule))].toSorted();
  if (first === undefined) return [];
  const sections = [sectionOf(name, first), ...others.map((rule) => sectionOf('', rule))];
  return [
    `More about ${others.length === 0 ? 'this rule' : 'these rules'}: ${sections.join(', ')}`,
  ];
}
