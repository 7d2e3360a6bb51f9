/**
 * What every dialect passes over on purpose, by rule; each dialect has rules of its own beside these. Every other line
 * of a page is read or reported.
 */
export const commonIgnores: Readonly<Record<string, string>> = {
  'about-an-example': 'words about an example',
  'front-matter': "keys for the publisher's own tools, at the beginning of a page",
  'html-comment': 'a comment on lines of its own',
  'index-preamble': 'the title of an index, and paragraphs about the index as a whole',
};
