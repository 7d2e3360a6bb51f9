/** What stands in a file. */
import { lstatSync, readFileSync } from 'node:fs';
import { isSystemError } from '../errors.ts';

/** The text of a file; `undefined` where there is none, or what cannot be read, or what is not a file: a pipe would never end. */
export function textOf(file: string): string | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}
