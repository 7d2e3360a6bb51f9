/**
 * Words: the blocks of a description. A statement that stands among them would be words as well, and so be lost to the
 * types: whatever looks like one is reported, in every dialect alike.
 */
import type { ListItem, Paragraph, RootContent, Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node, Point } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import { report, type RuleId } from '../diagnostics.ts';
import { inlineText, proseOf, sourceOf, unwrap } from '../markdown/inline.ts';
import { nodesIn } from '../markdown/nodes.ts';
import { textOfSource, undressed } from '../markdown/undressed.ts';
import { isFaulty } from '../markdown/yfm-table/index.ts';
import type { Evidence, Support } from '../model/model.ts';
import { markProse } from './account.ts';
import { endOf, withoutComments } from './blocks.ts';
import type { Page } from './dialect.ts';
import {
  joinSupport,
  quotedDeprecation,
  readParagraphFlags,
  reportMisplacedFlag,
  takeDeprecation,
  type Flagged,
} from './flags.ts';
import {
  blockSigns,
  codeSigns,
  headingSentence,
  lostTableSign,
  signsIn,
  tableSentence,
} from './stray.ts';

/** The blocks that are words of a description, accounted for; comments are none. */
export function takeProse(page: Page, blocks: readonly RootContent[]): RootContent[] {
  const prose = withoutComments(page, blocks);
  markProse(page, prose);
  for (const block of prose) reportStatements(page, block);
  return prose.filter((block, i) => !isFrame(page, block, prose[i + 1]));
}

const frameTags = /<\/?(?:a|center|details|div|p|section|span)(?:\s[^<>]*)?>/gi;
const summary = /<summary>[^]*?<\/summary>/gi;
/** `:::`, `::: zone pivot="python"` */
const directive = /^:{3,} *[\w-]*(?: +[\w-]+="[^"]*")*$/gm;

/** Whether a block is a frame around what is none of the words, such as a table: tags, and the summary of what they fold. */
function isFrame(page: Page, block: RootContent, next: RootContent | undefined): boolean {
  const source = sourceOf(page, block);
  if (block.type === 'paragraph') return source.replaceAll(directive, '').trim() === '';
  if (block.type !== 'html') return false;
  const isEmpty = next === undefined || /^<\/details>/i.test(sourceOf(page, next));
  const words = isEmpty ? source.replaceAll(summary, '') : source;
  return words.replaceAll(frameTags, '').trim() === '';
}

/**
 * The words of a description, and the support that flags in its paragraphs state. That something is deprecated may end
 * it, whatever it ends with.
 *
 * @param from how many characters of the first block are not words
 */
export function readProse(page: Page, prose: readonly RootContent[], from = 0): Flagged {
  let support: Support | undefined;
  let deprecated: Evidence | undefined;
  const last = endOf(prose.at(-1));
  const textOf = (paragraph: Paragraph): string => {
    const inline = inlineText(page, paragraph.children);
    if (paragraph !== last) return unwrap(inline.text);
    const ending = takeDeprecation(page, inline);
    deprecated ??= ending.deprecated;
    return unwrap(ending.words.text);
  };
  const texts = prose.map((block, order) => {
    if (block.type !== 'paragraph') {
      deprecated ??= quotedDeprecation(page, block);
      return proseOf(page, [block], textOf);
    }
    const inline = inlineText(page, block.children);
    const flagged = readParagraphFlags(page, inline.slice(order === 0 ? from : 0));
    support = joinSupport(page, support, flagged.support);
    deprecated ??= flagged.deprecated;
    return unwrap(flagged.text);
  });
  if (last?.type === 'tableCell')
    deprecated ??= takeDeprecation(page, inlineText(page, last.children)).deprecated;
  const text = texts.filter(Boolean).join('\n\n');
  return { text, ...(support && { support }), ...(deprecated && { deprecated }) };
}

/** Reports what looks like a statement, whatever node of a block it stands in. */
function reportStatements(page: Page, block: RootContent): void {
  const { file, dialect } = page;
  const reported = new Set<number>();
  const reportNode = (rule: RuleId, node: Node, sentence: string): typeof SKIP => {
    report(file, rule, node, sentence);
    for (const line of linesOf(node)) reported.add(line);
    return SKIP;
  };
  visit(block, (node) => {
    switch (node.type) {
      case 'paragraph':
      case 'listItem': {
        const stray = dialect.strayStatements?.(page, node) ?? [];
        for (const { rule, sentence } of stray) reportNode(rule, node, sentence);
        // In a paragraph, there are words alone.
        return stray.length > 0 || node.type === 'paragraph' ? SKIP : undefined;
      }
      case 'table':
      case 'yfmTable':
        // A fault of its own is the first thing to fix.
        if (node.type === 'yfmTable' && isFaulty(node)) {
          for (const line of linesOf(node)) reported.add(line);
          return SKIP;
        }
        if (node.type === 'table' && dialect.tablesAreWords && !isOfFields(node)) return undefined;
        return reportNode('block-unknown', node, tableSentence);
      case 'heading':
        return reportNode('section-unknown', node, headingSentence);
      case 'code':
        // Bullets that are indented too far are code to Markdown: a block without a fence.
        return /^[-*+] /.test(sourceOf(page, node).trimStart())
          ? reportNode(
              'bullet-unknown',
              node,
              'these bullets are indented so far that they are code; begin them where the text above begins.',
            )
          : undefined;
      default:
        return undefined;
    }
  });
  if (block.type !== 'paragraph') reportMisplacedFlag(page, undressed(page, block));
  reportSigns(page, block, reported);
}

/** The headings of columns that have statements, also in other languages. */
const fieldHeading =
  /(?<!\p{L})(?:attributes?|defaults?|deprecated|fields?|keys?|names?|nullable|optional|parameters?|properties|property|required|types?|values?|feld|wert|typ|pflicht|champ|valeur|obligatoire|campo|valor|tipo|obligatorio|поле|значение|тип|обязательн\p{L}+)(?!\p{L})|字段|参数|类型|必填|フィールド|項目|値|型|必須/iu;
const typeCell =
  /^(?:string|integer|number|boolean|object|array|map|null|unknown|required|optional)\b/i;

/**
 * Whether a table looks like one of fields or values: a heading says so, a cell begins with a type, or each row begins
 * with code.
 */
function isOfFields({ children: [head, ...rows] }: Table): boolean {
  return (
    head?.children.some((cell) => fieldHeading.test(toString(cell))) === true ||
    (rows.length > 0 && rows.every(({ children: [first] }) => isCode(first))) ||
    rows.some(({ children }) => children.some((cell) => typeCell.test(toString(cell).trim())))
  );
}

/** Whether a cell is a code span and nothing else. */
function isCode(cell: TableCell | undefined): boolean {
  return cell?.children.length === 1 && cell.children[0]?.type === 'inlineCode';
}

/**
 * Reports what looks like a statement in the source of a block.
 *
 * @param reported the lines of which something is reported already
 */
export function reportSigns(
  page: Page,
  block: RootContent | ListItem,
  reported: ReadonlySet<number> = new Set(),
): void {
  const { file, dialect } = page;
  /** Lines that need no more: those of a quotation are searched as one, and a line is told once. */
  const known = new Set(reported);
  const search = (node: Node, isCode: boolean): void => {
    const found = [
      ...signsIn(isCode ? codeSigns : blockSigns, textOfSource(page, node)),
      ...(dialect.statementsIn?.(undressed(page, node), isCode) ?? []),
    ];
    for (const { rule, place, sentence } of found) {
      const lines = linesOf(place);
      if (lines.some((line) => known.has(line))) continue;
      report(file, rule, place, sentence);
      for (const line of lines) known.add(line);
    }
  };
  for (const node of nodesIn(block)) {
    if (node.type !== 'code') continue;
    search(node, true);
    for (const line of linesOf(node)) known.add(line);
  }
  search(block, false);
}

/** Reports what no dialect reads in words that a dialect searches itself for statements of its own. */
export function reportBlockSigns(page: Page, node: Node): void {
  const signs = [...blockSigns, lostTableSign];
  for (const { rule, place, sentence } of signsIn(signs, textOfSource(page, node)))
    report(page.file, rule, place, sentence);
}

/** The lines of a node, or of a point. */
export function linesOf(place: Node | Point): number[] {
  if ('line' in place) return [place.line];
  const { start, end } = place.position ?? {};
  if (!start || !end) return [];
  return Array.from({ length: end.line - start.line + 1 }, (_, i) => start.line + i);
}
