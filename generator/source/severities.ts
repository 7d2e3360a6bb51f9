/** Diagnostics as a project weighs them. */
import { isError, type Diagnostic, type Severities } from '../diagnostics.ts';

/**
 * Diagnostics with the severities that a project gives them, without those that it does not want.
 *
 * @param isModelled whether the source has a model with events. Errors of one that has none stay errors: nothing can be
 *   made of it.
 */
export function weighed(
  diagnostics: readonly Diagnostic[],
  own: Severities,
  isModelled: boolean,
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    if (!isModelled && isError(diagnostic)) return [diagnostic];
    const severity = own.get(diagnostic.rule) ?? diagnostic.severity;
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
