/** How a command that compares two states of the docs tells what is wrong with them. */
import { ofBoth, type Both } from '../../diff/both.ts';
import type { Paired } from '../../diff/sides/pairs.ts';
import type { Compared } from '../../diff/sides/sides.ts';
import type { Context } from './context.ts';
import { printDiagnostics, statusOf, type ExitStatus } from './options.ts';
import { counted } from '../../text.ts';

/**
 * Prints the errors of both sides.
 *
 * @returns the exit status that they call for
 */
export function printErrors(
  { errors }: Paired,
  sides: Both<Compared>,
  context: Context,
): ExitStatus {
  ofBoth(errors, (found, side) => {
    const { name, folder } = sides[side];
    printDiagnostics(folder, found, context);
    if (found.length > 0) context.warn(`${counted(found.length, 'error')} in ${name}.`);
  });
  return statusOf([...errors.before, ...errors.after]);
}
