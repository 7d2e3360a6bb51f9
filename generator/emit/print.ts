/** Code in its final form, by ts-morph, which breaks no line: what it is given is laid out before. */
import type { StatementStructures, WriterFunction } from 'ts-morph';
import { perValue } from '../per-text.ts';
import { choice, indented, joined, laidOut, line, type Doc } from './layout.ts';
import { IndentationText, Project, QuoteKind } from './ts-morph.ts';

export type Statement = StatementStructures | string;

const project = new Project({
  useInMemoryFileSystem: true,
  skipLoadingLibFiles: true,
  manipulationSettings: {
    indentationText: IndentationText.TwoSpaces,
    quoteKind: QuoteKind.Single,
    insertSpaceAfterOpeningAndBeforeClosingNonemptyBraces: false,
  },
});

/**
 * A TypeScript file from one structure, in one call: ts-morph is slow at anything added later. What an edit of a page does
 * not change in it is not printed again.
 */
export const printed = perValue((statements: readonly Statement[]): string => {
  let text = '';
  const takeText: WriterFunction = (writer) => {
    text = writer.toString();
    // ts-morph would read back all that it has printed, which takes longer than to print it.
    writer.toString = () => '';
  };
  project.createSourceFile(
    'output.ts',
    { statements: [...statements, takeText] },
    { overwrite: true },
  );
  return `${text
    .replaceAll(/ ?\v/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll('{\n}', '{}')
    .trim()}\n`;
});

/**
 * ts-morph indents every line that it is given; those of a text that is laid out have their indentation. They end with
 * a sign that is a blank to ts-morph, and that no text of a page holds, for there it would be written out.
 */
const lineEnd = '\v';

/** Stands where ts-morph takes a text in parts. */
export const seam = '\u0001';

/** A text that is laid out as a whole, in the parts between its seams. */
export function partsOf(doc: Doc, indent = 0): string[] {
  return laidOut(doc, indent).replaceAll('\n', lineEnd).split(seam);
}

/** Items between brackets, each a part. ts-morph writes commas between them, but behind those that have one. */
export function itemParts(items: readonly Doc[], edge: typeof line): Doc {
  const comma = [choice({ broken: ',' }), seam, choice({ broken: '', flat: ',' }), seam, line];
  return [seam, indented(edge, joined(comma, items)), choice({ broken: ',' }), edge, seam];
}
