/**
 * How large docs may be. Each limit is many times what any reference of a provider has, and so low that the most
 * tedious page below it is read in seconds: some Markdown costs the square of its length, and some a call a level.
 */
export const limits = {
  /** The characters of a page, or of any other file of a source. The largest reference page has 24,000. */
  page: 64 * 1024,
  /** The lines of a page: below lists and quotes, each costs as much as all lines before it. The longest page has 1,125. */
  lines: 3000,
  /** The ends of lines and the characters that Markdown pairs or nests, on a page: each may be a part to look for. The fullest has 3,800. */
  marks: 10_000,
  /** The nodes of the tree of a page. The fullest page has 3,000. */
  nodes: 20_000,
  /** How often the characters of all texts of a page are looked at: most of them twice. */
  steps: 1_000_000,
  /** The bytes of all files of a source. The largest source has 155,000. */
  source: 2 * 1024 * 1024,
  /** The marks of all files of a source. The fullest source has 14,500. */
  sourceMarks: 60_000,
  /** The bytes of a docs folder. The largest has 420,000. */
  docs: 16 * 1024 * 1024,
  /** The marks of a docs folder. The fullest has 27,000. */
  docsMarks: 250_000,
  /** The levels of lists, block quotes, emphasis and whatever else nests. The deepest page has 9. */
  nesting: 100,
  /** The characters of a paragraph, heading or table row of GFM. The longest has 1,100. */
  paragraph: 5000,
  /** The characters of a name. The longest has 70. */
  name: 200,
  /** The characters of a type expression. The longest has 1,081. */
  type: 4000,
  /** The paths of the shapes in a `source.json`: each is held against every field. The most has 39. */
  patterns: 500,
  /** The bytes of a `model.json`. The largest has 440,000. */
  model: 4 * 1024 * 1024,
  /** The fields of an event, those of its shapes on every way to them included. The largest event has 120. */
  fields: 20_000,
} as const;

/** How much `pull` takes from a publisher, and how long it waits: many times what any of them has. */
export const pullLimits = {
  /** The bytes of a page: more than is read of one. */
  page: 3 * limits.page,
  /** The bytes of all pages. */
  pages: limits.docs,
  /** The files and folders that are looked at. */
  entries: 20_000,
  /** The bytes that git may put on the disk: a commit without its files, and then the pages. */
  disk: 256 * 1024 * 1024,
  /** How often one address may lead to another. */
  redirects: 5,
  /** The milliseconds for one page on the web. */
  pageTime: 30_000,
  /** The milliseconds for everything. */
  time: 600_000,
};

export type PullLimits = typeof pullLimits;
