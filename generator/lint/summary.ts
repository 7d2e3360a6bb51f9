import type { Diagnostic, Severity } from '../diagnostics.ts';

/** How many diagnostics there are of each severity. */
export type Summary = Record<Severity, number>;

export function summaryOf(diagnostics: readonly Diagnostic[]): Summary {
  const summary: Summary = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) summary[severity]++;
  return summary;
}

/** A count in words: `1 error`, `2 errors`, `2 info`. */
export function counted(count: number, severity: Severity): string {
  return `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`;
}
