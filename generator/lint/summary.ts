import type { Diagnostic, Severity } from '../diagnostics.ts';
import { counted } from '../text.ts';

/** How many diagnostics there are of each severity. */
export type Summary = Record<Severity, number>;

/** The sentences that may state facts and are kept as words only. */
export interface WordsCount {
  count: number;
  /** Whether they are among the diagnostics, or nobody wants to know of them. */
  isTold: boolean;
  /** The command that lists them, as it is typed. */
  command: string;
}

export function summaryOf(diagnostics: readonly Diagnostic[]): Summary {
  const summary: Summary = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) summary[severity]++;
  return summary;
}

/** A count in words: `1 error`, `2 errors`, `2 info`. */
export function severityInWords(count: number, severity: Severity): string {
  return severity === 'info' ? `${count} info` : counted(count, severity);
}
