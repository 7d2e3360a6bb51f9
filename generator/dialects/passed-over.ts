/** Words that no event or field has: about an index, about an example. A dialect passes over them, but not in silence. */
import type { Heading, RootContent } from 'mdast';
import { undressed } from '../markdown/undressed.ts';
import type { Page } from './dialect.ts';
import { reportFactsInText } from './facts-in-words.ts';
import { reportMisplacedFlag } from './flags.ts';
import { reportSigns } from './prose.ts';
import { reportStruckOutOf } from './struck-out.ts';

/** Reports what looks like a statement, a fact or a flag in a block of words that is passed over. */
export function reportPassedOver(page: Page, block: RootContent): void {
  const words = undressed(page, block);
  reportMisplacedFlag(page, words);
  reportSigns(page, block);
  reportFactsInText(page, block, words.text);
}

/** Reports what a heading says beside the name of what stands below it, which says itself what is to be known of it. */
export function reportStatementsOfHeading(page: Page, heading: Heading): void {
  reportPassedOver(page, heading);
  reportStruckOutOf(page, heading);
}
