/** Index pages: the sections that list the pages of a source, and what stands around them. */
import type { Link } from 'mdast';
import { aboutEntry, report } from '../diagnostics.ts';
import { wordsOf } from '../markdown/inline.ts';
import { markIgnored, markStructure } from './account.ts';
import { reportUnknownBlocks } from './blocks.ts';
import type { Page } from './dialect.ts';
import { allSections, outlineOf, reportSecondSection, type PageSection } from './outline.ts';
import { reportPassedOver } from './passed-over.ts';

/**
 * The sections of an index that list its pages. Above them stand a title and paragraphs about the index as a whole,
 * which are not facts; anything else is reported.
 *
 * @param listTitle the title of the sections
 */
export function indexSections(page: Page, listTitle: string): PageSection[] {
  const outline = outlineOf(page);
  const [title, ...others] = allSections(outline.sections);
  const isTitle = title?.heading.depth === 1;
  const above = isTitle ? [...outline.preamble, ...title.blocks] : outline.preamble;
  const unknown = above.filter((block) => block.type !== 'paragraph');
  reportUnknownBlocks(page, unknown, 'the part of an index above its list');
  const paragraphs = above.filter((block) => block.type === 'paragraph');
  const preamble = isTitle ? [title.heading, ...paragraphs] : paragraphs;
  for (const node of preamble) reportPassedOver(page, node);
  markIgnored(page, 'index-preamble', preamble);
  const sections = isTitle ? others : allSections(outline.sections);
  const listing = sections.filter(({ heading }) => wordsOf(heading) === listTitle);
  markStructure(
    page,
    listing.map(({ heading }) => heading),
  );
  for (const { heading } of listing.slice(1)) reportSecondSection(page, heading, listTitle);
  const unlisted = sections.filter((section) => !listing.includes(section));
  // A page without a list is another kind of page: one of its sections stands for all.
  for (const { heading } of listing.length > 0 ? unlisted : unlisted.slice(0, 1)) {
    const words = wordsOf(heading);
    const sentence = `an index has no section "${words}"; only "${listTitle}" is known.`;
    aboutEntry(page.file, words, () => report(page.file, 'section-unknown', heading, sentence));
  }
  return listing;
}

/** Reports what an index says of a link beside the page that it leads to. */
export function reportLinkParts(page: Page, link: Link): void {
  const parts = /^[^?#]+([?#].*)$/s.exec(link.url)?.[1];
  if (parts === undefined && typeof link.title !== 'string') return;
  const sentence =
    'an index links whole pages; remove the query, the fragment and the title of this link.';
  report(page.file, 'text-dropped', link, sentence);
}
