/** What is found in texts, which takes long: pages say the same of many fields, and who watches reads them again. */

/** The characters of texts that are remembered at most. */
const most = 4_000_000;

/** Finds something in texts, in each but once. What is found depends on nothing else, and nobody may change it. */
export function perText<Found>(
  find: (text: string) => Found,
  mostCharacters = most,
): (text: string) => Found {
  const known = new Map<string, { found: Found }>();
  let characters = 0;
  return (text) => {
    const before = known.get(text);
    if (before) return before.found;
    const found = find(text);
    if (characters + text.length > mostCharacters) {
      known.clear();
      characters = 0;
    }
    known.set(text, { found });
    characters += text.length;
    return found;
  };
}
