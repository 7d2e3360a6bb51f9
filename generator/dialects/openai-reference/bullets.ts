/**
 * Bullets of which each is one code span and nothing else, nested as what they say is. Any other bullet belongs to the
 * words above them.
 */
import type { InlineCode, List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Point } from 'unist';
import { report } from '../../diagnostics.ts';
import { saysSomething, sourceOf, wordsOf, type InlineText } from '../../markdown/inline.ts';
import type { Position } from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import { markStructure } from '../account.ts';
import { withoutComments } from '../blocks.ts';
import type { Page, StrayStatement } from '../dialect.ts';
import { takeProse } from '../prose.ts';
import { bulletSigns, signsIn, type Sign } from '../stray.ts';
import { reportStruckOut } from '../struck-out.ts';
import { readStatement, type Statement } from './expression.ts';

/** A bullet that states something, and what stands below it. */
export interface Bullet {
  item: ListItem;
  code: InlineCode;
  statement: Statement;
  below: Below;
}

/** The words below a bullet, and the bullets below them. */
export interface Below {
  prose: RootContent[];
  bullets: Bullet[];
}

/** Whether a bullet is one code span and nothing else. */
function isStatement(item: ListItem): boolean {
  return codeOf(item) !== undefined;
}

function codeOf(item: ListItem): InlineCode | undefined {
  const [first] = item.children;
  return first ? onlyCodeOf(first) : undefined;
}

/** The code span that is all there is of a paragraph. */
function onlyCodeOf(block: RootContent): InlineCode | undefined {
  if (block.type !== 'paragraph') return undefined;
  const [code, ...others] = block.children.filter(saysSomething);
  return code?.type === 'inlineCode' && others.length === 0 ? code : undefined;
}

/** Reads blocks as words and, behind them, bullets. */
export function readBelow(page: Page, blocks: readonly RootContent[]): Below {
  const below: Below = { prose: [], bullets: [] };
  const prose: RootContent[] = [];
  for (const block of withoutComments(page, blocks)) {
    const { words, statements } = splitBlock(block);
    if (words && below.bullets.length > 0) reportBehind(page, words);
    else if (words) prose.push(words);
    below.bullets.push(...statements.flatMap((item) => readBullet(page, item) ?? []));
  }
  below.prose = takeProse(page, prose);
  return below;
}

/** A list may begin with bullets of words: those of a text and those of the structure are one list to Markdown. */
function splitBlock(block: RootContent): { words?: RootContent; statements: ListItem[] } {
  if (block.type !== 'list') return { words: block, statements: [] };
  const first = block.children.findIndex(isStatement);
  if (first < 0) return { words: block, statements: [] };
  const statements = block.children.slice(first);
  return first === 0 ? { statements } : { words: partOf(block, first), statements };
}

function partOf(list: List, length: number): List {
  const children = list.children.slice(0, length);
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  return start && end ? { ...list, children, position: { start, end } } : { ...list, children };
}

function readBullet(page: Page, item: ListItem): Bullet | undefined {
  const { file } = page;
  const code = codeOf(item);
  const [head, ...blocks] = item.children;
  if (!code) {
    if (reportStruckOut(page, item)) return undefined;
    const sentence =
      'this bullet is among those of the structure, which are one code span each, such as `name: string`, `"value"` or `Name object { a, b }`; move words above them.';
    report(file, 'bullet-unknown', item, sentence);
    return undefined;
  }
  const statement = readStatement(code.value);
  if (statement.kind === 'failure') {
    const sentence = `this cannot be read as a field or a type; expected ${statement.expected} here.`;
    report(file, 'type-unknown', pointIn(page, code, statement.offset), sentence);
    return undefined;
  }
  markStructure(page, [head]);
  return { item, code, statement, below: readBelow(page, blocks) };
}

/** Where a character of a code span stands. */
function pointIn(page: Page, code: InlineCode, offset: number): Point {
  const { line, column } = code.position?.start ?? { line: 1, column: 1 };
  const [fence = ''] = /^`+ ?/.exec(sourceOf(page, code)) ?? [];
  return { line, column: column + fence.trimEnd().length + offset };
}

/** Where a character of the code span of a bullet stands. */
export function positionIn(page: Page, { code }: Bullet, offset: number): Position {
  return positionAt(page.file.path, pointIn(page, code, offset));
}

/** A field without its code span, or with something behind it. */
const nearField =
  /^[\w.$]+:\s+(?:optional\s+)?(?:(?:string|number|integer|boolean|unknown|null)(?:$|\s+or\s)|(?:array of|object \{)\s|map\[|"|\d+$|[A-Z]\w*(?:$|\s+or\s))/;
const nearType = /^[A-Z]\w* (?:object \{|= )|^(?:array of|object \{) |^map\[/;

/** What became words because it lost its marker, its code span or its line. */
export function strayStatements(_: Page, node: Paragraph | ListItem): StrayStatement[] {
  const isNear =
    node.type === 'listItem'
      ? isStatement(node)
      : endsWithValue(node) ||
        wordsOf(node)
          .split('\n')
          .some((line) => nearField.test(line.trim()) || nearType.test(line.trim()));
  return isNear ? [{ rule: 'bullet-unknown', place: node, sentence: straySentence }] : [];
}

/** Whether the last thing a paragraph says is a value: it may have been a bullet of its own. */
function endsWithValue({ children }: Paragraph): boolean {
  const last = children.findLast(({ type }) => type !== 'html');
  return last?.type === 'inlineCode' && /^".*"$/.test(last.value);
}

const straySentence =
  'this looks like a field or a type, but is inside a description; make it a bullet of one code span, such as - `name: string`, in the list where it belongs.';

/** A value in code that is a sentence of its own. */
const value = /(?<=(?:^|[.!?;:]|\s[-–—])\s*)\x60"[^"\x60\n]+"\x60(?=\s*(?:[.;]|$))/gm;
/** A field or a type in code that no sentence would quote: it says what it is. */
const whole =
  /^[\w.$]+:\s+(?:optional\s+)?(?:(?:string|number|integer|boolean|unknown)(?:\s+or\s.+)?|array of .+|map\[.+|(?:[A-Z]\w* )?object(?: \{.*)?)$|^[A-Z]\w* (?:object \{.*\}|= .+)$/;

/** What programs that make sites know a line by, at its end: `{#id}`, `{.class}`, `^id`. */
const attributes = /(?<=\S)[ \t]+(?:\{[#.][^{}\n]{0,100}\}|\^[\w-]{1,50})[ \t]*$/gm;

/** A field as other dialects have it. */
const otherSigns = bulletSigns.map((sign): Sign => ({ ...sign, sentence: straySentence }));

/** The same in words of any node: a line that is, or was, one code span, and code among other words. */
export function statementsIn(words: InlineText, isCode: boolean): StrayStatement[] {
  const { pointAt } = words;
  const text = words.text.replaceAll(attributes, (marks) => ' '.repeat(marks.length));
  const strayAt = (index: number): StrayStatement => ({
    rule: 'bullet-unknown',
    place: pointAt(index),
    sentence: straySentence,
  });
  const lines = Array.from(text.matchAll(/\S.*$/gm)).filter(({ 0: line }) => {
    const words = line.replaceAll(/[`´ˋ]/g, '').trim();
    return nearField.test(words) || nearType.test(words);
  });
  // An editor may have wrapped the line within the code.
  // A tag of code around a span makes three marks of two, so that each part between marks is looked at.
  const spans = Array.from(text.matchAll(/(?<=(\x60+))[^\x60]{1,500}(?=\x60)/g), (match) => ({
    code: match[0],
    index: match.index - (match[1]?.length ?? 0),
  })).filter(({ code }) => whole.test(code.trim().replaceAll(/\s+/g, ' ')));
  return [
    ...[...lines, ...spans, ...text.matchAll(value)]
      .toSorted((a, b) => a.index - b.index)
      .map(({ index }) => strayAt(index)),
    ...signsIn(otherSigns, words, isCode),
  ];
}

function reportBehind(page: Page, block: RootContent): void {
  const sentence =
    'words stand behind the bullets of the structure, where they may be of any of them; move them above.';
  report(page.file, 'block-unknown', block, sentence);
}
