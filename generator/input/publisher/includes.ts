/** Pages that a page puts in the place of a line: `[!INCLUDE [x](y.md)]` and `{% include [x](y.md) %}`. */
const includes = /(?:\[!INCLUDE\s*|\{%-?\s*include\s+(?:notitle\s+)?)\[[^[\]\n]*\]\(\s*([^)\s]+)/gi;

/** Where the pages are that a page includes, as it writes it. */
export function includedIn(text: string): string[] {
  return Array.from(text.matchAll(includes), ([, url = '']) => url);
}
