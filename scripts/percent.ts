/** Shares as they are typed. */
import { InvalidArgumentError } from 'commander';

/** Reads an argument that is a share in percent. */
export function percent(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100))
    throw new InvalidArgumentError('It is a number from 0 to 100.');
  return value;
}
