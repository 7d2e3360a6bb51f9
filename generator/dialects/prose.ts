/**
 * Words: the blocks of a description. A statement that stands among them would be words as well, and so be lost to the
 * types: whatever looks like one is reported, in every dialect alike.
 */
import type { Paragraph, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { report } from '../diagnostics.ts';
import { inlineText, proseOf, sourceOf, unwrap } from '../markdown/inline.ts';
import { isFaulty } from '../markdown/yfm-table/index.ts';
import type { Support } from '../model/model.ts';
import { markProse } from './account.ts';
import { withoutComments } from './blocks.ts';
import type { Page } from './dialect.ts';
import { joinSupport, readParagraphFlags, reportMisplacedFlag, type Flagged } from './flags.ts';

/** The blocks that are words of a description, accounted for; comments are none. */
export function takeProse(page: Page, blocks: readonly RootContent[]): RootContent[] {
  const prose = withoutComments(page, blocks);
  markProse(page, prose);
  for (const block of prose) reportStatements(page, block);
  return prose;
}

/**
 * The words of a description, and the support that flags in its paragraphs state.
 *
 * @param from how many characters of the first block are no words
 */
export function readProse(page: Page, prose: readonly RootContent[], from = 0): Flagged {
  let support: Support | undefined;
  const texts = prose.map((block, order) => {
    if (block.type !== 'paragraph') return proseOf(page, [block]);
    const inline = inlineText(page, block.children);
    const flagged = readParagraphFlags(page, inline.slice(order === 0 ? from : 0));
    support = joinSupport(page, support, flagged.support);
    return unwrap(flagged.text);
  });
  const text = texts.filter(Boolean).join('\n\n');
  return support ? { text, support } : { text };
}

/** Reports what looks like a statement, however deep it stands in lists and quotes. */
function reportStatements(page: Page, block: RootContent): void {
  const { file, dialect } = page;
  visit(block, (node) => {
    if (node.type === 'paragraph' || node.type === 'listItem') {
      const stray = dialect.strayStatements?.(page, node) ?? [];
      for (const { rule, place, sentence } of stray) report(file, rule, place, sentence);
      if (node.type === 'listItem') return stray.length > 0 ? SKIP : undefined;
      if (node !== block) reportMisplacedFlag(page, inlineText(page, node.children));
      reportHeading(page, node);
    } else if (node.type === 'table' || node.type === 'yfmTable') {
      // A fault of its own is the first thing to fix.
      if (node.type === 'yfmTable' && isFaulty(node)) return SKIP;
      const sentence =
        'a table inside a description is not read; move it, or write it as sentences.';
      report(file, 'block-unknown', node, sentence);
      return SKIP;
    } else if (node.type === 'code' && /^[-*+] /.test(sourceOf(page, node).trimStart())) {
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

/** A heading that lost a blank is text to Markdown, and with it what stands below. */
function reportHeading(page: Page, paragraph: Paragraph): void {
  if (!/^#{2,6}\S/m.test(sourceOf(page, paragraph))) return;
  const sentence =
    'a heading is inside the description; write it on a line of its own, as "## Name" or "## Name {#Name}".';
  report(page.file, 'section-unknown', paragraph, sentence);
}
