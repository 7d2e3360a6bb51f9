/**
 * Words: the blocks of a description. A statement that stands among them would be words as well, and so be lost to the
 * types: whatever looks like one is reported, in every dialect alike.
 */
import type { ListItem, Paragraph, RootContent } from 'mdast';
import type { Node } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { inlineText, proseOf, sourceOf, unwrap, type InlineText } from '../markdown/inline.ts';
import type { Support } from '../model/model.ts';
import { markProse } from './account.ts';
import { withoutComments } from './dialect.ts';
import { joinSupport, readParagraphFlags, reportMisplacedFlag, type Flagged } from './flags.ts';

/** `` `name` (type, required) ``, and at the beginning of a line what else is written as a bullet. */
const statement =
  /`[^`]+` \([^()]*, (?:required|optional)\)|(?<=\n)[-*+]? ?(?:Variant \(|Items:|\.\.\.(?=\n|$))/;

/** What a heading without its blank, or the end of one, leaves in a text. */
const heading = /\{#[^}\s]{1,200}\}[ \t]*$|^#{2,6}\S/m;
const tableMark = /^[ \t]*(?:#\||\|#|\|\|)/m;

/**
 * The blocks that are words of a description, accounted for; comments are none.
 *
 * @param isStatement whether a bullet looks like a statement of the dialect
 */
export function takeProse(
  file: VFile,
  blocks: readonly RootContent[],
  isStatement: (item: ListItem) => boolean = () => false,
): RootContent[] {
  const prose = withoutComments(file, blocks);
  markProse(file, prose);
  for (const block of prose) reportStatements(file, block, isStatement);
  return prose;
}

/**
 * The words of a description, and the support that flags in its paragraphs state.
 *
 * @param from how many characters of the first block are no words
 */
export function readProse(file: VFile, prose: readonly RootContent[], from = 0): Flagged {
  let support: Support | undefined;
  const texts = prose.map((block, order) => {
    if (block.type !== 'paragraph') return proseOf(file, [block]);
    const inline = inlineText(file, block.children);
    const start = order === 0 ? from : 0;
    const flagged = readParagraphFlags(file, inline.text.slice(start), (offset) =>
      inline.pointAt(start + offset),
    );
    support = joinSupport(file, support, flagged.support);
    return unwrap(flagged.text);
  });
  const text = texts.filter(Boolean).join('\n\n');
  return support ? { text, support } : { text };
}

/** Reports what looks like a statement, however deep it stands in lists and quotes. */
function reportStatements(
  file: VFile,
  block: RootContent,
  isStatement: (item: ListItem) => boolean,
): void {
  visit(block, (node) => {
    if (node.type === 'paragraph') {
      const inline = inlineText(file, node.children);
      reportStatementInText(file, inline, 0);
      if (node !== block) reportMisplacedFlag(file, inline);
      reportStructureInText(file, node);
    } else if (node.type === 'listItem' && isStatement(node)) {
      report(
        file,
        'bullet-unknown',
        node,
        'this bullet looks like a field, a variant, items or a cut, but stands in a text; move it to the list where it belongs.',
      );
      return SKIP;
    } else if (node.type === 'table' || node.type === 'yfmTable') {
      // A fault of its own is the first thing to mend.
      if (file.messages.some(({ line }) => isWithin(node, line))) return SKIP;
      const sentence =
        'a table stands in a text, where nobody reads it; move it, or make words of it.';
      report(file, 'block-unknown', node, sentence);
      return SKIP;
    } else if (node.type === 'code' && /^[-*+] /.test(sourceOf(file, node).trimStart())) {
      // Bullets that are indented too far are code to Markdown: a block without a fence.
      report(
        file,
        'bullet-unknown',
        node,
        'these bullets are indented so far that they are code; begin them where the text above begins.',
      );
    }
    return undefined;
  });
}

function isWithin({ position }: Node, line: number | undefined): boolean {
  if (!position || line === undefined) return false;
  return position.start.line <= line && line <= position.end.line;
}

/**
 * Reports a bullet that lost its marker or its line, and so became words of a paragraph.
 *
 * @param from where the words begin in `inline`
 */
export function reportStatementInText(file: VFile, inline: InlineText, from: number): void {
  const found = statement.exec(inline.text.slice(from));
  if (!found) return;
  report(
    file,
    'bullet-unknown',
    inline.pointAt(from + found.index),
    'a field, a variant, items or a cut stands in a text; make it a bullet, two spaces to the right of the one that it belongs to.',
  );
}

/** A heading or a delimiter that lost a character is text to Markdown, and with it what stands below. */
function reportStructureInText(file: VFile, paragraph: Paragraph): void {
  const source = sourceOf(file, paragraph);
  if (heading.test(source)) {
    const sentence =
      'a heading stands in the text; write it on a line of its own, as "## Name" or "## Name {#Name}".';
    report(file, 'section-unknown', paragraph, sentence);
  } else if (tableMark.test(source)) {
    const sentence = 'a mark of a table stands in the text; remove it.';
    report(file, 'table-stray-text', paragraph, sentence);
  }
}
