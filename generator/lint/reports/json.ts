/** For programs. Keys may be added; `version` counts up when one goes or changes its meaning. */
import type { Diagnostic } from '../../diagnostics.ts';
import { sectionOf, type RulesPage } from '../../reports/rule-links.ts';
import { visible } from '../../text.ts';
import { summaryOf, type WordsCount } from '../summary.ts';

const version = 1;

export function jsonReport(
  diagnostics: readonly Diagnostic[],
  { name }: RulesPage,
  { count }: WordsCount,
): string {
  const linked = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    help: sectionOf(name, diagnostic.rule),
  }));
  const content = {
    version,
    summary: summaryOf(diagnostics),
    wordsOnly: count,
    diagnostics: linked,
  };
  return `${visible(JSON.stringify(content, undefined, 2))}\n`;
}
