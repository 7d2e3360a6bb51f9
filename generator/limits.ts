/**
 * How large docs may be, so that any docs cost at most 20 seconds and 1 GB on a machine of two cores, or are refused at
 * once. What a run costs is told from the text, before anything is read: see `cost`. The others are for what costs more
 * than its due: a single page, an object, a paragraph. `npm run bench:limits` prints what docs at the limits cost.
 */
export const limits = {
  /** The characters of a page that must be read in one piece (large ones are cut at headings), or of any other file. */
  page: 1.5 * 1024 * 1024,
  /** The lines of such a piece. */
  lines: 50_000,
  /** The ends of lines and the characters that Markdown pairs or nests, in such a piece: each may be a part to look for. */
  marks: 60_000,
  /** The items, rows and definitions of such a piece: it takes up to 0.2 milliseconds to see what each of them is. A page of 1.2 MB, 20,000 lines that are a field each, is read in 7 seconds. */
  items: 20_000,
  /** How often lines of a page are looked back at from those that go on with a list or quote without its mark. */
  lazyLines: 500_000,
  /** The tokens of texts (words, code, emphasis, links) in such a piece: a million take 700 MB. 20,000 lines have 640,000. */
  tokens: 800_000,
  /** The nodes of the tree of a page. A server page of 800 events has 214,000. */
  nodes: 500_000,
  /** What it may take to parse all pages of a run, in nanoseconds beside other work, counted while they are parsed. 1,000 events take 18,500 million at most. */
  work: 22_000_000_000,
  /** The faults of all sources of a run: each takes some thousand bytes until it is printed. */
  faults: 20_000,
  /** The bytes of all files of a source. A reference of 1,000 events has 2,000,000. */
  source: 6 * 1024 * 1024,
  /** What a run may cost, in milliseconds, with all its sources. 1,000 events cost 12,000 to 19,000. */
  cost: 20_000,
  /** What each of these adds to it, whether pages are read or code is made of them. */
  costs: { page: 3, character: 0.0005, mark: 0.012, item: 0.19, level: 0.25, quote: 0.0095 },
  /** The items, rows and definitions of all pages of a source. Each may be a field, so that more of these are hardly ever found when all is read. 1,000 events have 33,000. */
  sourceItems: 34_000,
  /** The quotation marks and marks of code of all pages of a source, two for each value. 1,000 events have 250,000. */
  sourceQuotes: 340_000,
  /** The bytes of a docs folder. */
  docs: 8 * 1024 * 1024,
  /** The files of all its sources, whatever they are. 1,000 events have 1,003. */
  files: 10_000,
  /** The files in it and below it that are looked at; 100,000 take a second. */
  entries: 100_000,
  /** The symbolic links among them, none of which is a page: of each it is asked where it leads. */
  links: 1000,
  /** The levels of lists, block quotes, emphasis and whatever else nests. The deepest page has 9. */
  nesting: 100,
  /** The characters of a paragraph, heading or table row of GFM. The longest has 1,100. */
  paragraph: 5000,
  /** The characters of a name. The longest has 70. */
  name: 200,
  /** The characters of a type expression. The longest has 1,081. */
  type: 4000,
  /** The paths of the shapes in a `source.json`: each is held against every field. The most has 39. Also its aliases, and its patterns of files. */
  patterns: 500,
  /** The keys and values of a `source.json` or a `renames.json`. */
  parts: 20_000,
  /** The characters of the front matter of a correction. The longest has 700. */
  frontMatter: 20_000,
  /** The pages and sections that a `source.json` may name as the index of a direction. The most has 2. */
  indexes: 100,
  /** What it may take to hold names of files against the patterns of a `source.json`: the length of a name, to the power of the wildcards of a pattern. */
  matching: 1_000_000_000,
  /** What it may cost, in milliseconds, to read pages again that an index has several links to. */
  again: 1000,
  /** The bytes of a `model.json`. One of 1,000 events has 12,000,000 where they have no shape in common. */
  model: 16 * 1024 * 1024,
  /** The fields of an event, those of its shapes on every way to them included. The largest event has 120. */
  fields: 20_000,
  /** The fields of one object: its guard is one expression, and formatting it takes a call for each. The largest has 40. */
  objectFields: 1000,
  /** The objects that may be members of one union: each is held against each other. The largest has 20. */
  unionObjects: 1000,
  /** What it may cost to make code of a source, in milliseconds: more than objects or values cost of which the text has not too much. 1,000 events cost 6,900 at most. */
  code: 11_000,
  /** What each of these adds to it, counted once wherever it is used. Values take memory more than time. */
  codeCosts: { event: 1.8, shape: 0.37, field: 0.125, value: 0.06, character: 0.001 },
  /** The fields that examples are held against, one for each object in an example, by a microsecond each. 1,000 events have 400,000. */
  exampleFields: 4_000_000,
  /** The shapes that lead to one another, one inside the other. The most has 9. */
  shapeNesting: 400,
  /** The fields of all events of a source, counted in the same way. 1,000 events have 20,000. */
  sourceFields: 200_000,
} as const;

/** How much `pull` takes from a publisher, and how long it waits: many times what any of them has. */
export const pullLimits = {
  /** The bytes of a page: more than is read of one. */
  page: limits.source,
  /** The bytes of all pages. */
  pages: limits.docs,
  /** The files and folders that are looked at. */
  entries: 20_000,
  /** The folders of a repository that are looked into, each by one to five runs of git. */
  folders: 1000,
  /** The pages that are asked for, whether they are there or not: as many as docs may have files. */
  files: 10_000,
  /** Those among them that the web does not have: there is hardly ever one. */
  missing: 1000,
  /** How often a page that is included may include another. None of the publishers' does. */
  includes: 20,
  /** The bytes that git may put on the disk: a commit without its files, and then the pages. */
  disk: 256 * 1024 * 1024,
  /** The bytes of memory that git may take to get them: it holds what a server of HTTP answers at first, without an end. */
  memory: 768 * 1024 * 1024,
  /** How often one address may lead to another. */
  redirects: 5,
  /** The milliseconds for one page on the web. */
  pageTime: 30_000,
  /** The milliseconds for everything. */
  time: 600_000,
};

export type PullLimits = typeof pullLimits;

/** How much is read of a log of traffic. Its length as such has no limit: it is read as it comes. */
export const trafficLimits = {
  /** The characters of a line, and of a message in a document. What a server takes in one message, 15 MiB of audio, is 21,000,000 in base64. */
  line: 32 * 1024 * 1024,
  /** How many times larger than the file its content may be, from {@link trafficLimits.unpacked} on. Logs of silence have 200. */
  ratio: 500,
  /** So many bytes are unpacked whatever they were packed to. */
  unpacked: 64 * 1024 * 1024,
  /** The bytes of a cassette of YAML: reading it takes two hundred times as much memory, and 2 seconds a million of them. */
  yaml: 2 * 1024 * 1024,
  /** The levels of a cassette, as far as brackets open them: each takes longer than a line. */
  yamlNesting: 1000,
  /** The bytes of a report that is merged with others. One of 4,000 findings, each with an example, has some 10,000,000; of nothing but empty objects it takes thirty times as much memory. */
  report: 16 * 1024 * 1024,
  /** How often aliases of a cassette may be followed. */
  aliases: 1000,
  /** The findings of a report, and the unknown names: those that come first in the alphabet are told. */
  findings: 4000,
  /** The characters of a name or key of a message that are told. */
  name: 200,
} as const;
