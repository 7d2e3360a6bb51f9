/** The words of a description, as it is searched for what pages state in words only. */

/** Words without the line breaks and the indentation of their page. */
export function wordsOf(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The same without marks of Markdown, and with one character for each of its forms: `μ` for `µ`. */
export function plainWordsOf(text: string | undefined): string {
  return wordsOf(text).replaceAll(/[`*]/g, '').normalize('NFKC');
}
