/** What stands across from each other in a comparison. */
export interface Both<T> {
  before: T;
  after: T;
}

/** The same of both sides. */
export function ofBoth<T, U>(
  { before, after }: Both<T>,
  of: (one: T, side: keyof Both<T>) => U,
): Both<U> {
  return { before: of(before, 'before'), after: of(after, 'after') };
}

/** Whether both sides are the same. */
export function isSame<T>({ before, after }: Both<T>): boolean {
  return before === after;
}
