/**
 * A remark plugin for YFM tables: block content in cells, true positions, and nothing dropped in silence.
 */
/// <reference types="remark-parse" />
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { report, type RuleId } from '../../diagnostics.ts';
import type { YfmTable } from './mdast.ts';
import { yfmTableFromMarkdown } from './mdast.ts';
import { yfmTableSyntax } from './syntax.ts';

export type { YfmTable, YfmTableCell, YfmTableRow, YfmTableStray } from './mdast.ts';

/**
 * Adds YFM tables to the parser, and reports what is wrong with them when the processor runs.
 *
 * @returns a transformer that leaves the tree as it is. It adds a message to the file for each
 * fault, outer tables before those in their cells, and does not throw.
 */
export const remarkYfmTable: Plugin<[], Root> = function () {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(yfmTableSyntax());
  (data.fromMarkdownExtensions ??= []).push(yfmTableFromMarkdown());
  return reportFaults;
};

function reportFaults(tree: Root, file: VFile): void {
  for (const table of tablesIn(tree)) {
    for (const { rule, node, sentence } of faultsOf(table)) report(file, rule, node, sentence);
  }
}

/** Whether a table, or one in its cells, has a fault of its syntax. */
export function isFaulty(table: YfmTable): boolean {
  return tablesIn(table).some((one) => faultsOf(one).length > 0);
}

/** Walks without recursion: block quotes and lists nest as deep as a page likes. */
function tablesIn(root: Node): YfmTable[] {
  const tables: YfmTable[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isTable(node)) tables.push(node);
    if (isParent(node)) for (const child of node.children.toReversed()) open.push(child);
  }
  return tables;
}

/** A fault of the syntax of a table. */
interface TableFault {
  rule: RuleId;
  node: Node;
  sentence: string;
}

/** The faults of a table itself, without those of the tables in its cells. */
function faultsOf(table: YfmTable): TableFault[] {
  if (table.tooDeep) {
    const sentence =
      'this table is nested too deep to be read: move it out of the tables around it.';
    return [{ rule: 'table-too-deep', node: table, sentence }];
  }
  const faults: TableFault[] = [];
  if (table.unclosed) {
    const sentence =
      'this table is not closed: put `|#` after its last row, and close what is open in its cells.';
    faults.push({ rule: 'table-unclosed', node: table, sentence });
  }
  for (const child of table.children) {
    if (child.type === 'yfmTableStray') {
      const sentence =
        'this text is outside the cells of the table: move it into a cell, or out of the table.';
      faults.push({ rule: 'table-stray-text', node: child, sentence });
    } else if (child.unclosed && !table.unclosed) {
      // In a table without an end the last row has none either: that is one fault.
      const sentence = 'this row is not closed: put `||` after its last cell.';
      faults.push({ rule: 'table-row-unclosed', node: child, sentence });
    }
  }
  return faults;
}

function isTable(node: Node): node is YfmTable {
  return node.type === 'yfmTable';
}

function isParent(node: Node): node is Node & { children: Node[] } {
  return 'children' in node;
}
