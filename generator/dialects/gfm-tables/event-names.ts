/** What an event is called: by its heading, by the value of its field `type`, or by the words around it. */
import type { RootContent } from 'mdast';
import { report } from '../../diagnostics.ts';
import { unwrap, wordsOf } from '../../markdown/inline.ts';
import type { Entry } from './index-table.ts';
import { readLine } from './phrases.ts';
import { isParagraph, type Part } from './reference.ts';
import { isTable, linesOfCell, valueOfCode } from './tables.ts';

/** The heading above the table of fields. */
export const propertiesTitle = /^(?:properties|parameters|fields)$/i;

/** A wire name as headings have it: small letters, and dots. */
const wireHeading = /^[a-z][a-z\d_]*(?:\.[a-z\d_]+)*$/;
const namedAtEnd = /[a-z][a-z\d_]*(?:\.[a-z\d_]+)+$/;

/** The wire name: the heading if it is one, else the value of `type`, else what the words around it say. */
export function nameOfEvent(part: Part, entry: Entry | undefined): string {
  const title = part.title.replaceAll('`', '').trim();
  if (wireHeading.test(title)) return title;
  const literal = literalOfType(part);
  return literal ?? namedAtEnd.exec(title)?.[0] ?? firstCode(part) ?? entry?.code ?? title;
}

/** The value of `type` in the table of fields. */
function literalOfType(part: Part): string | undefined {
  for (const one of [part, ...part.parts]) {
    if (one !== part && !propertiesTitle.test(one.title)) continue;
    for (const table of one.blocks.filter(isTable)) {
      const row = table.children.find(
        ({ children: [cell] }) => cell && wordsOf(cell).trim() === 'type',
      );
      for (const cell of row?.children ?? [])
        for (const line of linesOfCell(one.page, cell)) {
          const literal = readLine(line).statements.find(
            ({ what }) => what === 'literal' || what === 'list',
          );
          if (literal) return valueOfCode(literal.text);
        }
    }
  }
  return undefined;
}

/** The event that the first sentence of a section is about: ``The server `error` event is …`` */
function firstCode({ blocks }: Part): string | undefined {
  const first = blocks.find(isParagraph);
  const text = first ? unwrap(wordsOfSource(first)) : '';
  return /^The (?:client|server) `([^`]+)` event\b/.exec(text)?.[1];
}

function wordsOfSource(paragraph: RootContent): string {
  if (paragraph.type !== 'paragraph') return '';
  return paragraph.children
    .map((one) => (one.type === 'inlineCode' ? `\`${one.value}\`` : wordsOf(one)))
    .join('');
}

/** Reports who calls the event by another name: its index, its first sentence, its field `type`. */
export function checkWitnesses(part: Part, name: string, entry: Entry | undefined): void {
  const { page, heading } = part;
  const witnesses = [
    ['its field `type`', literalOfType(part)],
    ['its first sentence', firstCode(part)],
    [
      'the index',
      entry && wireHeading.test(entry.label) && entry.label.includes('.') ? entry.label : undefined,
    ],
    [
      'the index',
      entry?.code !== undefined && /^The (?:client|server) /.test(wordsOf(entry.row.children[1]))
        ? entry.code
        : undefined,
    ],
  ] as const;
  for (const [who, said] of witnesses) {
    if (said === undefined || said === name) continue;
    const sentence = `this event is called "${name}" here, and "${said}" by ${who}; make them agree.`;
    report(page.file, 'title-differs', heading, sentence);
  }
}
