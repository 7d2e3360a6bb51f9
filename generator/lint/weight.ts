/** Diagnostics as a project weighs them. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Settings } from '../settings.ts';

/** Diagnostics with the severities that a project gives them, without those that it does not want. */
export function weighed(
  diagnostics: readonly Diagnostic[],
  own: Settings['severities'],
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = own.get(diagnostic.rule) ?? diagnostic.severity;
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
