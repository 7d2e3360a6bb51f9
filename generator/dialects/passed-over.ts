/** Words that no event or field has: about an index, about an example. A dialect passes over them, but not in silence. */
import type { Heading, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { report } from '../diagnostics.ts';
import { undressed } from '../markdown/undressed.ts';
import type { Page } from './dialect.ts';
import { reportFactsInText } from './facts-in-words.ts';
import { reportMisplacedFlag } from './flags.ts';
import { reportSigns } from './prose.ts';

/** Reports what looks like a statement, a fact or a flag in a block of words that is passed over. */
export function reportPassedOver(page: Page, block: RootContent): void {
  const words = undressed(page, block);
  reportMisplacedFlag(page, words);
  reportSigns(page, block);
  reportFactsInText(page, block, words.text);
}

/** Reports words of a heading that are struck out. */
export function reportStruckOut({ file }: Page, heading: Heading): void {
  visit(heading, 'delete', (node) => {
    const sentence =
      'what is struck out here says nothing of what stands below; say there that it is deprecated, or remove it.';
    report(file, 'flag-misplaced', node, sentence);
  });
}

/** Reports what a heading says beside the name of what stands below it, which says itself what is to be known of it. */
export function reportStatementsOfHeading(page: Page, heading: Heading): void {
  reportPassedOver(page, heading);
  reportStruckOut(page, heading);
}
