/**
 * In a tree of bullets, where a bullet begins says what it belongs to. One that stands a blank aside, or begins with
 * another marker, may have come to belong to another one without anybody noticing.
 */
import type { List, ListItem } from 'mdast';
import { report } from '../../diagnostics.ts';
import { sourceOf } from '../../markdown/inline.ts';
import type { Page } from '../dialect.ts';

/** How a bullet begins. */
interface Beginning {
  marker: string;
  column: number;
}

/**
 * Reports bullets that do not begin as the others of their list do, and lists that are not indented as most of
 * the page are. Nothing is read differently for it.
 *
 * @param lists the lists that stand side by side
 * @param belongs which of the lists below a bullet are part of the tree
 */
export function reportMisaligned(
  page: Page,
  lists: readonly List[],
  belongs: (list: List) => boolean,
): void {
  const indents: { first: ListItem; above: number; by: number }[] = [];
  const open: { siblings: readonly List[]; above?: Beginning }[] = [{ siblings: lists }];
  for (let next = open.pop(); next; next = open.pop()) {
    const items = next.siblings.flatMap(({ children }) => children);
    const [first] = items;
    if (!first) continue;
    const begins = beginningOf(page, first);
    const { above } = next;
    if (above) indents.push({ first, above: above.column, by: begins.column - above.column });
    for (const item of items) {
      const beginning = beginningOf(page, item);
      if (beginning.marker !== begins.marker || beginning.column !== begins.column)
        reportBullet(page, item, `${begins.column} with "${begins.marker}", as its list does`);
      const below = item.children.filter((block) => block.type === 'list').filter(belongs);
      open.push({ siblings: below, above: beginning });
    }
  }
  const usual = mostFrequent(indents.map(({ by }) => by));
  for (const { first, above, by } of indents) {
    if (by !== usual) reportBullet(page, first, `${above + usual}, as the lists of this page do`);
  }
}

/** The number that stands there most often, the least of several. */
function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [[most] = [0]] = Array.from(counts).toSorted(([x, a], [y, b]) => b - a || x - y);
  return most;
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
  const [marker = ''] = /^(?:[-*+]|\d+(?=[.)]))/.exec(sourceOf(page, item)) ?? [];
  return {
    marker: /^\d/.test(marker) ? '1.' : marker,
    column: columnOf(page, item),
  };
}

/** Where a bullet begins to people, and to Markdown: a tab leads to the next of the columns 5, 9, 13, …. */
function columnOf({ file }: Page, { position }: ListItem): number {
  const text = String(file);
  const offset = position?.start.offset ?? 0;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return Array.from(before).reduce(
    (column, character) => (character === '\t' ? column + 4 - ((column - 1) % 4) : column + 1),
    1,
  );
}
