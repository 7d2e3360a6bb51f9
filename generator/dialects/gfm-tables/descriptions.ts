/** What the words of a field say, and what columns of their own say instead. */
import { report } from '../../diagnostics.ts';
import { trimmed, unwrap, type InlineText } from '../../markdown/inline.ts';
import type { Evidence, Position, Requiredness, Support } from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import type { ColumnRole, Page } from '../dialect.ts';
import { joinSupport, readParagraphFlags } from '../flags.ts';
import { readLine, type Statement } from './phrases.ts';
import { linesOfCell, type Row } from './tables.ts';

/** A statement, and where it stands. */
export interface Stated extends Omit<Statement, 'offset'> {
  inline: InlineText;
  position: Position;
}

export interface Description {
  text: string;
  statements: Stated[];
  requiredness?: Requiredness;
  support?: Support;
  deprecated?: Evidence;
}

/** What stands above values of which each begins a line of its own: ``- `auto` picks one``. */
const valuesFollow =
  /(?:\bThe following values are allowed|^(?:Allowed|Possible|Supported) values):$/;

/** What a description begins with, unless it goes on with a condition: `Required if it is a call.` */
const firstWord =
  /^(?<word>Optional|Required)\b(?!,? (?:if|when|unless|for|only|in)\b)(?<dot>\.)?\s*/;

/** Reads the lines of a description: its first word, its phrases, its flags, and the words that are left. */
export function readDescription(page: Page, lines: InlineText[]): Description {
  const description: Description = { text: '', statements: [] };
  const [first] = lines;
  const mark = first && firstWord.exec(first.text);
  if (first && mark) {
    description.requiredness = mark.groups?.['word'] === 'Required' ? 'required' : 'optional';
    // Without its full stop, it is a word of a sentence.
    if (mark.groups?.['dot'] !== undefined) lines[0] = first.slice(mark[0].length);
  }
  const texts: string[] = [];
  let isListing = false;
  for (const line of lines) {
    const { statements, words } = readLine(line);
    const listed = isListing ? /^(?:- )?(?<list>`[^`]+`)/.exec(line.text) : undefined;
    const list = listed?.groups?.['list'];
    if (listed && list !== undefined)
      statements.unshift({ what: 'list', text: list, offset: listed[0].length - list.length });
    else isListing = valuesFollow.test(line.text);
    for (const { offset, ...statement } of statements) {
      const inline = trimmed(line.slice(offset, offset + statement.text.length));
      const position = positionAt(page.file.path, inline.pointAt(0));
      description.statements.push({ ...statement, text: inline.text, inline, position });
    }
    if (!words) continue;
    const flagged = readParagraphFlags(page, words);
    if (flagged.deprecated) description.deprecated ??= flagged.deprecated;
    const support = joinSupport(page, flagged.support, noteOf(description.statements));
    const joined = joinSupport(page, description.support, support);
    if (joined) description.support = joined;
    if (flagged.text !== '') texts.push(unwrap(flagged.text));
  }
  description.text = texts.join('\n\n').replaceAll(/^(- .*)\n\n(?=- )/gm, '$1\n');
  return description;
}

/** What a phrase says of support. */
function noteOf(statements: readonly Stated[]): Support | undefined {
  const note = statements.find(({ what }) => what === 'note');
  if (!note) return undefined;
  const { position, text } = note;
  return { status: 'partial', note: text, evidence: { position, text } };
}

/** What columns of their own state as phrases do. */
export function statementsOfColumns(page: Page, { cells }: Row): Stated[] {
  const statedIn = (role: ColumnRole): InlineText[] =>
    linesOfCell(page, cells.get(role)).filter(({ text }) => !isBlank(text));
  const lists = statedIn('values')
    .filter((inline) => hasOnlyValues(page, inline))
    .map((inline) => ({ what: 'list' as const, inline }));
  const defaults = statedIn('default').map((inline) => ({
    what: 'default' as const,
    inline,
  }));
  return [...lists, ...defaults].map(({ what, inline }) => ({
    what,
    inline,
    isWholeLine: true,
    text: what === 'list' && !inline.text.includes('`') ? inCode(inline.text) : inline.text,
    position: positionAt(page.file.path, inline.pointAt(0)),
  }));
}

/** Whether a line of a column of values has values alone; what else it has is reported. */
function hasOnlyValues(page: Page, { text, pointAt }: InlineText): boolean {
  if (areValues(text)) return true;
  const sentence = `"${text}" is more than values with commas between them, and is not read; write each value in code, and the rest into the description.`;
  report(page.file, 'text-dropped', pointAt(0), sentence);
  return false;
}

/** Whether a text is nothing but values: in code, or words with commas between them. */
export function areValues(text: string): boolean {
  const rest = text.includes('`')
    ? text.replaceAll(/`[^`]+`/g, ',')
    : text.replaceAll(/"[^"]*"/g, ',');
  const separators = /[\s,，、/|\\•-]|\b(?:or|and)\b|或|和/g;
  return text.includes('`')
    ? rest.replaceAll(separators, '') === ''
    : rest.split(/[,，]\s*/).every((value) => !/\s|\.{3}|…/.test(value.trim()));
}

/** Whether a cell is filled only to say that there is nothing. */
export function isBlank(text: string): boolean {
  return /^(?:[-–—]?|n\/a)$/i.test(text);
}

/** Values without code marks, as if they had them. */
function inCode(values: string): string {
  return values
    .split(/[,，]\s*/)
    .map((value) => `\`${value}\``)
    .join(', ');
}
