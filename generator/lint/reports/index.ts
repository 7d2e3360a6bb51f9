/** The formats of a report: one line here and one module each. Diagnostics go in, text comes out. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { RulesPage } from '../../reports/rule-links.ts';
import type { WordsCount } from '../summary.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export const formatNames = ['text', 'json', 'github', 'sarif'] as const;
export type FormatName = (typeof formatNames)[number];

/** The paths of the diagnostics are those that an editor opens from the folder of the command. */
export const formats: Record<
  FormatName,
  (diagnostics: readonly Diagnostic[], rulesPage: RulesPage, words: WordsCount) => string
> = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
};
