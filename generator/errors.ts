/** What ends a command: a usage error is told in one line, anything else is a fault of the program. */

/** Something that keeps a command from doing its work at all: wrong usage, or a folder that cannot be read. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Whether an error comes from the operating system. */
export function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'it is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
};

/** An error of what reads a file or a folder: one of the operating system says what cannot be read, and why. */
export function readFailure(name: string, error: unknown): unknown {
  return isSystemError(error) ? new UsageError(`cannot read ${name}: ${reasonOf(error)}.`) : error;
}

/** The same of what writes one. */
export function writeFailure(name: string, error: unknown): unknown {
  return isSystemError(error) ? new UsageError(`cannot write ${name}: ${reasonOf(error)}.`) : error;
}

/** Why the operating system did not do something, in words. */
export function reasonOf({ code, message }: { code: string; message: string }): string {
  return reasons[code] ?? message;
}
