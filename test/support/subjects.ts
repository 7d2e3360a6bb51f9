/** One sentence about many subjects. */

/**
 * What is wrong with subjects, by their names. A test expects `{}`, and names those that fail when it does.
 *
 * @throws Error when there is no subject, of which anything would be true
 */
export function wrongWith<Subject extends { readonly name: string }>(
  subjects: readonly Subject[],
  faultsOf: (subject: Subject) => readonly unknown[],
): Record<string, readonly unknown[]> {
  if (subjects.length === 0) throw new Error('There is no subject.');
  return Object.fromEntries(
    subjects
      .map((subject) => [subject.name, faultsOf(subject)] as const)
      .filter(([, faults]) => faults.length > 0),
  );
}
