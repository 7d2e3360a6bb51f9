/** A page in memory, for tests of what dialects share. */
import { VFile } from 'vfile';
import type { Dialect, Page } from '../../generator/dialects/dialect.ts';
import { locatedText, type InlineText } from '../../generator/markdown/inline.ts';
import { parsePage } from '../../generator/markdown/parse.ts';

/** A dialect that reads nothing. */
const silent: Dialect = {
  readSource: () => ({ events: [], sections: [] }),
  readFields: () => ({ fields: [], sections: [] }),
  ignores: {},
};

/** The page `page.md` of a text. */
export function pageOf(text: string, dialect: Dialect = silent): Page {
  const parsed = parsePage(new VFile({ path: 'page.md', value: text }));
  if (!parsed) throw new Error('this page is too much to read');
  return { ...parsed, dialect };
}

/** A text that stands at the beginning of a page. */
export function firstLine(text: string): InlineText {
  return locatedText(text, (offset) => ({ line: 1, column: offset + 1 }));
}
