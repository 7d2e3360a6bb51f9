/** The table that lists the events of a direction. */
import type { Link as LinkElement, RootContent, TableRow } from 'mdast';
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
import { isTable, kindOfTable, linesOfWords, rowsOfTwo } from './tables.ts';

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
    rowsOfTwo(page, table).flatMap(({ node, cells: [cell, description] }) => {
      const label = cell ? wordsOf(cell).trim() : '';
      const link = cell?.children.find((one) => one.type === 'link');
      if (!cell || label === '') {
        const sentence = 'a row of an index begins with the event, as a link to its section.';
        aboutEntry(page.file, label, () => report(page.file, 'table-shape', node, sentence));
        return [];
      }
      markStructure(page, [node]);
      const isStruckOut = aboutEntry(page.file, label, () => reportStruckOut(page, cell));
      if (isStruckOut && !link) return [];
      const beside =
        link && wordsOf({ ...cell, children: cell.children.filter((one) => one !== link) }).trim();
      if (beside && !isStruckOut) {
        const sentence = `"${beside}" beside the link to an event is not read; write it into the description, or at the event.`;
        aboutEntry(page.file, label, () => report(page.file, 'text-dropped', cell, sentence));
      }
      const entry: Entry = {
        page,
        row: node,
        label,
        link,
        code: description?.children.find((one) => one.type === 'inlineCode')?.value,
        position: positionOf(page, link ?? cell),
        text: sourceOf(page, cell).replaceAll('|', '').trim(),
        words: '',
      };
      const words: string[] = [];
      for (const line of linesOfWords(page, description)) {
        const { support, deprecated, text } = readParagraphFlags(page, line);
        if (text !== '') words.push(unwrap(text));
        const joined = joinSupport(
          page,
          entry.support,
          joinSupport(page, support, noteOfLine(page, line)),
        );
        if (joined) entry.support = joined;
        if (deprecated) entry.deprecated ??= deprecated;
      }
      const said = words.join('\n\n');
      return [{ ...entry, words: said }];
    }),
  );
}

function noteOfLine(page: Page, line: InlineText): Support | undefined {
  const note = readLine(line).statements.find(({ what }) => what === 'note');
  if (!note) return undefined;
  const { line: at, column } = line.pointAt(note.offset);
  const position: Position = `${page.file.path}:${at}:${column}`;
  return { status: 'partial', note: note.text, evidence: { position, text: note.text } };
}
