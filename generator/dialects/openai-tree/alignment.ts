/**
 * In a tree of bullets, where a bullet begins says what it belongs to. One that stands a blank aside, or begins with
 * another marker, may have come to belong to another one without anybody noticing.
 */
import type { List, ListItem } from 'mdast';
import { report } from '../../diagnostics.ts';
import { sourceOf } from '../../markdown/inline.ts';
import type { Page } from '../../markdown/parse.ts';

/** How a bullet begins. */
interface Beginning {
  marker: string;
  column: number;
}

/**
 * Reports bullets that do not begin as the others of their list do, and lists that are not indented as the first one
 * of the page is. Nothing is read differently for it.
 *
 * @param lists the lists that stand side by side
 * @param belongs which of the lists below a bullet are part of the tree
 */
export function reportMisaligned(
  page: Page,
  lists: readonly List[],
  belongs: (list: List) => boolean,
): void {
  let step: number | undefined;
  const check = (siblings: readonly List[], above?: Beginning): void => {
    const items = siblings.flatMap(({ children }) => children);
    const [first] = items;
    if (!first) return;
    const begins = beginningOf(page, first);
    if (above) {
      step ??= begins.column - above.column;
      if (begins.column - above.column !== step)
        reportBullet(page, first, `${above.column + step}, as the lists of this page are`);
    }
    for (const item of items) {
      const { marker, column } = beginningOf(page, item);
      if (marker !== begins.marker || column !== begins.column)
        reportBullet(page, item, `${begins.column} with "${begins.marker}", as its list is`);
      const below = item.children.filter((block) => block.type === 'list').filter(belongs);
      check(below, { marker, column });
    }
  };
  check(lists);
}

function reportBullet(page: Page, item: ListItem, expected: string): void {
  const { marker, column } = beginningOf(page, item);
  report(
    page.file,
    'list-misaligned',
    item.position?.start,
    `this bullet begins in column ${column} with "${marker}", so that it may belong to another one; begin it in column ${expected}.`,
  );
}

function beginningOf(page: Page, item: ListItem): Beginning {
  const [marker = ''] = /^(?:[-*+]|\d+(?=[.)]))/.exec(sourceOf(page.file, item)) ?? [];
  return {
    marker: /^\d/.test(marker) ? '1.' : marker,
    column: item.position?.start.column ?? 1,
  };
}
