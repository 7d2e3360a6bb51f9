/** The table that lists the events of a direction. */
import type { Link as LinkElement, RootContent, TableCell, TableRow } from 'mdast';
import { aboutEntry, report } from '../../diagnostics.ts';
import { positionOf, sourceOf, unwrap, wordsOf, type InlineText } from '../../markdown/inline.ts';
import type { Evidence, Position, Support } from '../../model/model.ts';
import { markStructure } from '../account.ts';
import { reportUnknownBlocks } from '../blocks.ts';
import type { Page } from '../dialect.ts';
import { joinSupport, readParagraphFlags } from '../flags.ts';
import { reportStruckOut } from '../struck-out.ts';
import { passOverBlocks } from './components.ts';
import { readLine } from './phrases.ts';
import { isTable, kindOfTable, linesOfWords, rowsOfTwo, type RowOfTwo } from './tables.ts';

/** A row of an index. */
export interface Entry {
  /** The page of the index. */
  page: Page;
  row: TableRow;
  label: string;
  link: LinkElement | undefined;
  /** The first words in code of its description, which may be the wire name. */
  code: string | undefined;
  position: Position;
  text: string;
  /** What it says of the event, for one whose section has no words. */
  words: string;
  support?: Support;
  deprecated?: Evidence;
}

/** Reads the tables of an index; words around them are passed over. */
export function readIndex(page: Page, blocks: readonly RootContent[]): Entry[] {
  const tables = blocks.filter(isTable).filter((table) => kindOfTable(page, table) === 'events');
  passOverBlocks(
    page,
    blocks.filter((block) => !isTable(block)),
  );
  reportUnknownBlocks(
    page,
    blocks.filter((block) => isTable(block) && !tables.includes(block)),
    'an index, whose table has the columns "Event" and "Description"',
  );
  return tables.flatMap((table) =>
    rowsOfTwo(page, table).flatMap((row) => readRow(page, row) ?? []),
  );
}

function readRow(page: Page, { node, cells: [cell, description] }: RowOfTwo): Entry | undefined {
  const label = cell ? wordsOf(cell).trim() : '';
  return aboutEntry(page.file, label, () => {
    if (!cell || label === '') {
      const sentence = 'a row of an index begins with the event, as a link to its section.';
      report(page.file, 'table-shape', node, sentence);
      return undefined;
    }
    markStructure(page, [node]);
    const link = cell.children.find((one) => one.type === 'link');
    const isStruckOut = reportStruckOut(page, cell);
    if (isStruckOut && !link) return undefined;
    if (link && !isStruckOut) reportBesideLink(page, cell, link);
    return {
      page,
      row: node,
      label,
      link,
      code: description?.children.find((one) => one.type === 'inlineCode')?.value,
      position: positionOf(page, link ?? cell),
      text: sourceOf(page, cell).replaceAll('|', '').trim(),
      ...readWordsOfRow(page, description),
    };
  });
}

function reportBesideLink(page: Page, cell: TableCell, link: LinkElement): void {
  const beside = wordsOf({ ...cell, children: cell.children.filter((one) => one !== link) }).trim();
  if (beside === '') return;
  const sentence = `"${beside}" beside the link to an event is not read; write it into the description, or at the event.`;
  report(page.file, 'text-dropped', cell, sentence);
}

/** What the description of a row says of the event. */
function readWordsOfRow(
  page: Page,
  description: TableCell | undefined,
): Pick<Entry, 'words' | 'support' | 'deprecated'> {
  const words: string[] = [];
  let support: Support | undefined;
  let deprecated: Evidence | undefined;
  for (const line of linesOfWords(page, description)) {
    const flagged = readParagraphFlags(page, line);
    if (flagged.text !== '') words.push(unwrap(flagged.text));
    const stated = joinSupport(page, flagged.support, noteOfLine(page, line));
    support = joinSupport(page, support, stated);
    deprecated ??= flagged.deprecated;
  }
  return {
    words: words.join('\n\n'),
    ...(support && { support }),
    ...(deprecated && { deprecated }),
  };
}

function noteOfLine(page: Page, line: InlineText): Support | undefined {
  const note = readLine(line).statements.find(({ what }) => what === 'note');
  if (!note) return undefined;
  const { line: at, column } = line.pointAt(note.offset);
  const position: Position = `${page.file.path}:${at}:${column}`;
  return { status: 'partial', note: note.text, evidence: { position, text: note.text } };
}
