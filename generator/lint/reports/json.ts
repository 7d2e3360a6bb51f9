/** For programs. Keys may be added; `version` counts up when one goes or changes its meaning. */
import type { Diagnostic } from '../../diagnostics.ts';
import { visible } from '../../text.ts';
import { summaryOf } from '../summary.ts';

const version = 1;

export function jsonReport(diagnostics: readonly Diagnostic[]): string {
  const content = { version, summary: summaryOf(diagnostics), diagnostics };
  return `${visible(JSON.stringify(content, undefined, 2))}\n`;
}
