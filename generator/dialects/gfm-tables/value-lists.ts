/** Lists of values: bullets, or the rows of a table, of one value each, perhaps with words. */
import type { InlineCode, List, ListItem, PhrasingContent, Table } from 'mdast';
import { report } from '../../diagnostics.ts';
import { inlineText, positionOf, unwrap, type InlineText } from '../../markdown/inline.ts';
import { parseUnambiguousJson } from '../../model/json.ts';
import type { Enumeration, Evidence, Json, Link, Type } from '../../model/model.ts';
import { unionOf } from '../../model/types.ts';
import { markStructure } from '../account.ts';
import { reportUnknownBlocks } from '../blocks.ts';
import type { Page } from '../dialect.ts';
import { readParagraphFlags } from '../flags.ts';
import { breaks, reportStatementsOfCell, rowsOfTwo, valueOfCode } from './tables.ts';
import { listOf } from './types.ts';

/** What a part says of a type. */
export interface Read {
  type: Type<Link>;
  /** Words of values and members, for which a type has no place. */
  words: string[];
}

/** Reads bullets of one value each, perhaps with words. */
export function readValues(page: Page, list: List): Read {
  const words: string[] = [];
  const deprecated = new Map<InlineCode, Evidence>();
  const codes = list.children.flatMap((item) => {
    const [code] = codeOfItem(item);
    const [head, ...more] = item.children;
    if (!code) {
      const sentence = 'a bullet in a list of values begins with the value in code: - `value`.';
      report(page.file, 'enum-malformed', item, sentence);
      return [];
    }
    markStructure(page, [head]);
    const behind = inlineText(page, head?.type === 'paragraph' ? head.children.slice(1) : []);
    reportMoreThanWords(page, item, behind);
    const read = readWords(page, valueOfCode(code.value), behind);
    words.push(...read.words);
    if (read.deprecated) deprecated.set(code, read.deprecated);
    reportUnknownBlocks(page, more, 'a bullet of a value');
    return [code];
  });
  return { type: wholeList(page, list, codes, deprecated), words };
}

/** Reads a table of a value a row, and words. */
export function readValueTable(page: Page, table: Table): Read {
  const words: string[] = [];
  const deprecated = new Map<InlineCode, Evidence>();
  const codes = rowsOfTwo(page, table).flatMap(({ node, cells: [cell, description] }) => {
    const [code, ...others] = cell?.children ?? [];
    if (!isCode(code) || others.length > 0) {
      const sentence = 'a row of a table of values begins with the value in code.';
      report(page.file, 'enum-malformed', node, sentence);
      return [];
    }
    markStructure(page, [node]);
    reportStatementsOfCell(page, description);
    const inline = inlineText(page, description?.children ?? []);
    const read = readWords(page, valueOfCode(code.value), inline);
    words.push(...read.words.map((line) => line.replaceAll(breaks, ' ')));
    if (read.deprecated) deprecated.set(code, read.deprecated);
    return [code];
  });
  return { type: wholeList(page, table, codes, deprecated), words };
}

function wholeList(
  page: Page,
  node: List | Table,
  codes: readonly InlineCode[],
  deprecated: ReadonlyMap<InlineCode, Evidence>,
): Type<Link> {
  const values = valuesOf(page, codes, deprecated);
  const position = positionOf(page, node);
  const [first, ...others] = values;
  // One that is listed twice is kept, and told as the model is checked.
  const list: Type<Link> =
    first && others.length > 0
      ? { kind: 'enumeration', position: first.position, values }
      : (listOf(values) ?? { kind: 'string', position });
  const nothing = codes.find(({ value }) => value === 'null');
  if (!nothing) return list;
  return unionOf(position, [list, { kind: 'null', position: positionOf(page, nothing) }]);
}

/** What stands behind a value, or a member of a union: perhaps a dash, and words. */
export function readWords(
  page: Page,
  subject: string,
  behind: InlineText,
): { words: string[]; deprecated?: Evidence | undefined } {
  const dash = /^\s*[-–—:]?\s*/.exec(behind.text)?.[0].length ?? 0;
  const { text, support, deprecated } = readParagraphFlags(page, behind.slice(dash));
  if (support) reportWithoutEffect(page, support.evidence, 'on a value');
  const words = unwrap(text);
  return { words: words === '' ? [] : [`- \`${subject}\`: ${words}`], deprecated };
}

/** Another value, or a link to another member on a line of its own. */
const another =
  /`[^`]+`(?:[*_~]|<\/\w+>)*\s*(?:[-–—]\s|$)|\n\s*(?:[-–—•·:]\s*)?(?:An?|The)\s+\[[^\]\n]+\]\(#[^)\s]+\)/;

/** Reports what is more than words behind a value or a member: another of them, or a bullet that lost its line. */
export function reportMoreThanWords(page: Page, item: ListItem, { text }: InlineText): void {
  if (/^\s*(?:[-–—:]\s|$)/.test(text) && !another.test(text)) return;
  const sentence =
    'this bullet has more than one value or type; give each a bullet of its own, with a dash before its words.';
  report(page.file, 'enum-malformed', item, sentence);
}

/** Reports what is said of support or deprecation where the model has no place for it. */
export function reportWithoutEffect(page: Page, { text, position }: Evidence, where: string): void {
  const sentence = `${text} has no effect ${where}; write it at the fields that have it.`;
  report(page.file, 'text-dropped', position, sentence);
}

/** ``- `value` ``, or ``- `value` - words`` */
export function codeOfItem({ children: [head] }: ListItem): InlineCode[] {
  const code = head?.type === 'paragraph' ? head.children[0] : undefined;
  return isCode(code) ? [code] : [];
}

export function isCode(node: PhrasingContent | undefined): node is InlineCode {
  return node?.type === 'inlineCode';
}

/** Values in code, as messages have them: numbers where all are, unless they are in quotes. `null` is a type of its own. */
export function valuesOf(
  page: Page,
  codes: readonly InlineCode[],
  deprecated: ReadonlyMap<InlineCode, Evidence> = new Map(),
): Enumeration['values'] {
  const listed = codes.filter(({ value }) => value !== 'null');
  const numbers = listed.flatMap(({ value }) => parseUnambiguousJson(value) ?? []).filter(isNumber);
  return listed.map((code, i) => {
    const evidence = deprecated.get(code);
    return {
      value: (numbers.length === listed.length ? numbers[i] : undefined) ?? valueOfCode(code.value),
      position: positionOf(page, code),
      ...(evidence && { deprecated: evidence }),
    };
  });
}

const isNumber = (value: Json): value is number => typeof value === 'number';
