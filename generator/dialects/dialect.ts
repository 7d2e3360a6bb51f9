/** What a dialect is: pages in, documented events out. Faults go to the messages of the pages. */
import type { ListItem, Paragraph, RootContent } from 'mdast';
import type { Node, Point } from 'unist';
import type { VFile } from 'vfile';
import type { RuleId } from '../diagnostics.ts';
import type { InlineText } from '../markdown/inline.ts';
import type { ParsedPage } from '../markdown/parse.ts';
import type {
  Direction,
  DocumentedSource,
  Field,
  Link,
  Position,
  Section,
} from '../model/model.ts';

/** The syntax of a source's pages: all that is known of it stands in one such object, and in the folder that exports it. */
export interface Dialect {
  /** Reads every event that the index pages list. */
  readSource: (pages: PageSet) => DocumentedSource;
  /** Reads the fields that a correction states, in the syntax of the pages, and the sections that their types name. */
  readFields: (page: Page) => { fields: Field<Link>[]; sections: Section[] };
  /** Reads a page as if an index listed it under this name. Absent where events have no pages of their own. */
  readPage?: (page: Page, entry: PageEntry) => DocumentedSource;
  /** What it passes over on purpose: the name of each rule, and what such lines are. The common rules hold in all dialects. */
  ignores: Readonly<Record<string, string>>;
  /** Types of nodes, beside those of Markdown itself, whose children are accounted for one by one: rows, cells. */
  containers?: readonly string[];
  /** How its pages state the field `type` of an event with this name, on one line. */
  typeLine?(name: string): string;
  /** Finds what looks like a statement of the dialect in a text, where it would be words and lost to the types. */
  strayStatements?: (page: Page, node: Paragraph | ListItem) => StrayStatement[];
  /** The same in words of any node, without what marks them up, line by line; `isCode`: they are a quotation. */
  statementsIn?: (words: InlineText, isCode: boolean) => StrayStatement[];
}

/** What an index says of a page. */
export interface PageEntry {
  name: string;
  direction: Direction;
  /** Where it says so. */
  position: Position;
}

/** A page with the dialect that it is read in. */
export interface Page extends ParsedPage {
  dialect: Dialect;
}

/** The pages of one source. */
export interface PageSet {
  /** `source.json`, for faults that concern the source as a whole. */
  manifest: VFile;
  /** The index page of each direction, in the order of `source.json`. */
  indexes: { direction: Direction; page: Page }[];
  /** Finds the page that a link leads to from `page`, or reports why there is none. */
  follow: (page: Page, link: LinkNode) => Page | undefined;
}

/** A link as far as it concerns the way to another page. */
export interface LinkNode {
  type: 'link';
  url: string;
  position?: RootContent['position'];
}

/** What is reported of a statement that stands in a text. */
export interface StrayStatement {
  rule: RuleId;
  place: Node | Point;
  sentence: string;
}
