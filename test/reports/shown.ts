/** Paths in words. */
import { pathsOf, type EventContract, type FieldPath } from '../../scripts/sdk/paths.ts';

/** `session.voice: string, optional, nullable ("alloy" | "ash")`: all that is said of the field of a path. */
function shownPath({ path, kind, optional, nullable, values }: FieldPath): string {
  const list = values.map((value) => JSON.stringify(value)).join(' | ');
  const said = [kind, ...(optional ? ['optional'] : []), ...(nullable ? ['nullable'] : [])];
  return `${path}: ${said.join(', ')}${list === '' ? '' : ` (${list})`}`;
}

/** The paths of the only event, but for that of its `type`. */
export function shownPaths([event]: readonly EventContract[]): string[] {
  return (event ? pathsOf(event) : []).filter(({ path }) => path !== 'type').map(shownPath);
}
