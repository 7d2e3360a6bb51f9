/** Which of some names a text was probably meant to be. */

/** The name that is fewest typing errors away from a text: two at most, and fewer in a short one. */
export function similarTo(text: string, names: readonly string[]): string | undefined {
  const limit = Math.min(2, Math.floor(text.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const name of names) {
    const distance = Math.abs(name.length - text.length) <= limit ? errorsIn(text, name) : least;
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** How many letters must be added, removed, replaced or swapped with the next to make one text of another. */
function errorsIn(from: string, to: string): number {
  const at = (line: readonly number[], column: number): number => line[column] ?? Infinity;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        at(above, j) + 1,
        at(row, j - 1) + 1,
        at(above, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Infinity,
      );
    }
    before = above;
  }
  return at(row, to.length);
}
