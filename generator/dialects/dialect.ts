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
  /** Whether an index may be a part of a page: `events.md#server-events`. */
  readsParts?: true;
  /** Whether it leaves some of its syntax to the source: `syntax` of `source.json`. */
  readsSettings?: true;
  /** Whether a table in a description is words, as its fields stand elsewhere; one of fields is reported all the same. */
  tablesAreWords?: true;
  /** Types of nodes, beside those of Markdown itself, whose children are accounted for one by one: rows, cells. */
  containers?: readonly string[];
  /** How its pages state the field `type` of an event with this name, on one line. */
  typeLine?(name: string): string;
  /** How its fields state facts, an example of each by what `fact-in-words` calls it: `a default`. */
  factExamples?: Readonly<Record<string, string>>;
  /** How its pages state an optional field of these kinds, such as `string`, `object` or `null`, of which one is meant. */
  fieldStatement?(name: string, kinds: readonly string[]): string;
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
  /** What its source says of the syntax. */
  syntax?: SyntaxSettings;
}

/** What the columns of a table of fields can be for. */
export const columnRoles = [
  'name',
  'type',
  'required',
  'default',
  'values',
  'description',
  'example',
] as const;

export type ColumnRole = (typeof columnRoles)[number];

/** What publishers who write one syntax do each in their own way: `syntax` of `source.json`. */
export interface SyntaxSettings {
  /** What it means that a page does not say whether a field must be there. */
  silence?: 'unstated' | 'required';
  /** Where events are that an index does not link to: below it, or each on a page of its own in its folder. */
  index?: 'sections' | 'folder';
  /** The mark before the name of a field that is part of the one above; `.`: names with the way to the field. */
  nesting?: string;
  /** What columns with other headings than the usual ones are for. */
  columns?: Readonly<Record<string, ColumnRole>>;
}

/** The pages of one source. */
export interface PageSet {
  /** `source.json`, for faults that concern the source as a whole. */
  sourceJson: VFile;
  /** The index page of each direction, in the order of `source.json`. */
  indexes: { direction: Direction; page: Page; section?: string }[];
  /** Finds the page that a link leads to from `page`, or reports why there is none. */
  follow: (page: Page, link: LinkNode) => Page | undefined;
  /** The other pages in the folder of an index page, and below it, in the order of their paths. */
  beside: (index: Page) => Page[];
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
