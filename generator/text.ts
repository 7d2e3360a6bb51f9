/** Text of pages on its way to people: on a screen, in a comment, in a table. */

/** Characters that do not show, or that turn the order of what follows (Trojan Source). */
const invisible =
  // oxlint-disable-next-line no-control-regex -- the characters are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/** Writes invisible and direction-changing characters as `\u…`, so that a reader sees them. */
export function visible(text: string): string {
  return text.replaceAll(
    invisible,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for a text that must stay on one line, line breaks and tabs included. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\u000a').replaceAll('\t', '\\u0009');
}

/** Takes names and passwords out of the addresses of a text: `https://…@host/path`. */
export function withoutCredentials(text: string): string {
  return text.replaceAll(/\b([a-z][a-z\d+.-]*:\/\/)[^\s/]*@/gi, '$1…@');
}
