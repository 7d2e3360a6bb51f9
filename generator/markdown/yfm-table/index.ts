/**
 * A remark plugin for YFM tables: block content in cells, true positions, and nothing dropped in silence.
 */
/// <reference types="remark-parse" />
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics.ts';
import type { YfmTable } from './mdast.ts';
import { yfmTableFromMarkdown } from './mdast.ts';
import { yfmTableSyntax } from './syntax.ts';

export type { YfmTable, YfmTableCell, YfmTableRow, YfmTableStray } from './mdast.ts';

/**
 * Adds YFM tables to the parser, and reports what is wrong with them when the processor runs.
 *
 * @returns a transformer that leaves the tree as it is. It adds a fatal message to the file for each
 * fault, outer tables before those in their cells, and does not throw.
 */
export const remarkYfmTable: Plugin<[], Root> = function () {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(yfmTableSyntax());
  (data.fromMarkdownExtensions ??= []).push(yfmTableFromMarkdown());
  return reportFaults;
};

/** Walks without recursion: block quotes and lists nest as deep as a page likes. */
function reportFaults(tree: Root, file: VFile): void {
  const open: Node[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isTable(node)) reportTable(node, file);
    if (isParent(node)) for (const child of node.children.toReversed()) open.push(child);
  }
}

function reportTable(table: YfmTable, file: VFile): void {
  if (table.tooDeep) {
    report(
      file,
      'table-too-deep',
      table,
      'this table is nested too deep to be read: move it out of the tables around it.',
    );
    return;
  }
  if (table.unclosed) {
    report(
      file,
      'table-unclosed',
      table,
      'this table is not closed: put `|#` after its last row, and close what is open in its cells.',
    );
  }
  for (const child of table.children) {
    if (child.type === 'yfmTableStray') {
      report(
        file,
        'table-stray-text',
        child,
        'this text stands in no cell of the table: move it into a cell, or out of the table.',
      );
    } else if (child.unclosed && !table.unclosed) {
      // In a table without an end the last row has none either: that is one fault.
      report(
        file,
        'table-row-unclosed',
        child,
        'this row is not closed: put `||` after its last cell.',
      );
    }
  }
}

function isTable(node: Node): node is YfmTable {
  return node.type === 'yfmTable';
}

function isParent(node: Node): node is Node & { children: Node[] } {
  return 'children' in node;
}
