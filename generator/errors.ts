/** What ends a command: a usage error is told in one line, anything else is a fault of the program. */

/** Something that keeps a command from doing its work at all: wrong usage, or a folder that cannot be read. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Whether an error comes from the operating system. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
