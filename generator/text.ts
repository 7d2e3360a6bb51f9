/** Text of pages on its way to people: on a screen, in a comment, in a table. */

/**
 * Characters that do not show, or that turn the order of what follows (Trojan Source). The two that choose between the
 * forms of an emoji are left to it.
 */
const invisible =
  /(?![\t\n]|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Writes invisible and direction-changing characters as `\u…`, so that a reader sees them; in JSON, they stay the same. */
export function visible(text: string): string {
  return text.replaceAll(invisible, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** The same for a text that must stay on its line: the name of a file may hold line breaks. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** Takes names and passwords out of the addresses of a text: `https://…@host/path`. */
export function withoutCredentials(text: string): string {
  return text.replaceAll(/:\/\/[^\s/]*@/g, '://…@');
}
