/** The tags of Yandex Flavored Markdown around tabs, notes and cuts, which are how a page looks and not what it says. */
import type { RootContent } from 'mdast';
import { sourceOf } from '../../markdown/inline.ts';
import { markIgnored } from '../account.ts';
import type { Page } from '../dialect.ts';
import { reportPassedOver } from '../passed-over.ts';

const tag = /^\{%\s*(?:list tabs|endlist|note|endnote|cut|endcut)\b[^%]{0,200}%\}$/;

/** Blocks without the tags among them; what the tags enclose stays. */
export function withoutTags(page: Page, blocks: readonly RootContent[]): RootContent[] {
  const tags = blocks.filter((block) => isTag(page, block));
  // A note may have a title.
  for (const block of tags) reportPassedOver(page, block);
  markIgnored(page, 'yfm-tags', tags);
  return blocks.filter((block) => !tags.includes(block));
}

/** Blocks without tags, with what is in each tab in the place of the list of tabs, and without the names of the tabs. */
export function outOfTabs(page: Page, blocks: readonly RootContent[]): RootContent[] {
  const untagged = withoutTags(page, blocks);
  if (untagged.length === blocks.length) return untagged;
  return untagged.flatMap((block): RootContent[] => {
    if (block.type !== 'list') return [block];
    return block.children.flatMap(({ children: [name, ...content] }) => {
      markIgnored(page, 'yfm-tags', name ? [name] : []);
      return content;
    });
  });
}

function isTag(page: Page, block: RootContent): boolean {
  return block.type === 'paragraph' && tag.test(sourceOf(page, block).trim());
}
