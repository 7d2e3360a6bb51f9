/**
 * The YFM table in mdast: nodes for tables, rows and cells, and for text that stands in none of them.
 */
import type { BlockContent, DefinitionContent, Literal, Nodes, Parent } from 'mdast';
import type {
  CompileContext,
  Extension as FromMarkdownExtension,
  Handle,
} from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';

/** A table, from its `#|` to the end of its `|#` line. */
export interface YfmTable extends Parent {
  type: 'yfmTable';
  /** The text between the braces of each `|:{…}` line, then of `|#{…}`. */
  attributes?: string[];
  /** There is no `|#`: the table ends where its container does. */
  unclosed?: true;
  /** The table is nested too deep to be read: all that is in it is one stray child. */
  tooDeep?: true;
  children: (YfmTableRow | YfmTableStray)[];
}

/** A row, from its first `||` to its last. */
export interface YfmTableRow extends Parent {
  type: 'yfmTableRow';
  /** The text between the braces of `||:{…}`. */
  attributes?: string;
  /** There is no `||` at the end: the table ends first. */
  unclosed?: true;
  children: YfmTableCell[];
}

/** A cell, from the `||` or `|` before it to the marker after it, without that one. */
export interface YfmTableCell extends Parent {
  type: 'yfmTableCell';
  /** The text between the braces of `::{…}`. */
  attributes?: string;
  /** Belongs to the cell before it (`>`, `column`) or above it (`^`, `row`), and has no children. */
  span?: 'column' | 'row';
  children: (BlockContent | DefinitionContent)[];
}

/** Text in a table that stands in no cell. */
export interface YfmTableStray extends Literal {
  type: 'yfmTableStray';
}

declare module 'mdast' {
  interface BlockContentMap {
    yfmTable: YfmTable;
  }
  interface RootContentMap {
    yfmTable: YfmTable;
    yfmTableRow: YfmTableRow;
    yfmTableCell: YfmTableCell;
    yfmTableStray: YfmTableStray;
  }
}

const spans: ReadonlyMap<string, 'column' | 'row'> = new Map([
  ['>', 'column'],
  ['^', 'row'],
]);

/**
 * Makes the extension that turns the tokens of `yfmTableSyntax` into nodes.
 *
 * @returns an extension for `mdast-util-from-markdown`. It expects the tokens in the order in which
 * the syntax makes them, and reports nothing: what is wrong with a table is said by its nodes.
 */
export function yfmTableFromMarkdown(): FromMarkdownExtension {
  return {
    enter: {
      yfmTable: opener(() => ({ type: 'yfmTable', unclosed: true, children: [] })),
      yfmTableOpeningTooDeep(): void {
        innermost(this, 'yfmTable', (table) => (table.tooDeep = true));
      },
      yfmTableRow: opener(() => ({ type: 'yfmTableRow', unclosed: true, children: [] })),
      yfmTableCell: opener(() => ({ type: 'yfmTableCell', children: [] })),
      yfmTableStray: opener(() => ({ type: 'yfmTableStray', value: '' })),
    },
    exit: {
      yfmTable: close,
      yfmTableClosing(): void {
        innermost(this, 'yfmTable', (table) => delete table.unclosed);
      },
      yfmTableAttributes(token): void {
        const value = betweenBraces(this, token);
        innermost(this, 'yfmTable', (table) => (table.attributes ??= []).push(value));
      },
      yfmTableRow: close,
      yfmTableRowClosing(): void {
        innermost(this, 'yfmTableRow', (row) => delete row.unclosed);
      },
      yfmTableRowAttributes(token): void {
        const value = betweenBraces(this, token);
        innermost(this, 'yfmTableRow', (row) => (row.attributes = value));
      },
      yfmTableCell: close,
      yfmTableCellAttributes(token): void {
        const value = betweenBraces(this, token);
        innermost(this, 'yfmTableCell', (cell) => (cell.attributes = value));
      },
      yfmTableCellContent: exitCellContent,
      yfmTableStray: exitStray,
      yfmTableStrayData: exitStrayData,
    },
  };
}

function opener(create: () => Nodes): Handle {
  return function (token): void {
    this.enter(create(), token);
  };
}

function close(this: CompileContext, token: Token): void {
  this.exit(token);
}

/** Calls `change` with the innermost open node of a type. */
function innermost<Type extends Nodes['type']>(
  context: CompileContext,
  type: Type,
  change: (node: Extract<Nodes, { type: Type }>) => unknown,
): void {
  const node = context.stack.findLast((node) => isOfType(node, type));
  if (node !== undefined) change(node);
}

function isOfType<Type extends Nodes['type']>(
  node: { type: string },
  type: Type,
): node is Extract<Nodes, { type: Type }> {
  return node.type === type;
}

function betweenBraces(context: CompileContext, token: Token): string {
  const text = context.sliceSerialize(token);
  return text.slice(text.indexOf('{') + 1, -1);
}

function exitCellContent(this: CompileContext, token: Token): void {
  innermost(this, 'yfmTableCell', (cell) => {
    // What spans is one short block (`>` alone is a block quote): longer cells need not be sliced.
    if (cell.children.length !== 1) return;
    const span = spans.get(this.sliceSerialize(token).trim());
    if (span === undefined) return;
    cell.span = span;
    cell.children = [];
  });
}

/** Each token is the stray text of one line. */
function exitStrayData(this: CompileContext, token: Token): void {
  const data = this.sliceSerialize(token);
  const value = data.trimEnd();
  const blanks = data.length - value.length;
  if (value === '') return;
  innermost(this, 'yfmTableStray', (stray) => {
    if (stray.position === undefined) return;
    if (stray.value !== '') {
      stray.value += '\n'.repeat(token.start.line - stray.position.end.line);
    }
    stray.value += value;
    const { line, column, offset } = token.end;
    stray.position.end = { line, column: column - blanks, offset: offset - blanks };
  });
}

/** The token goes on to the next marker; the node ends with its text. */
function exitStray(this: CompileContext, token: Token): void {
  innermost(this, 'yfmTableStray', (stray) => {
    const end = stray.position?.end;
    this.exit(token);
    if (stray.position !== undefined && end !== undefined) stray.position.end = end;
  });
}
