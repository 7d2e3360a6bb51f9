/** What looks like a statement and stands among words. Each dialect says which of these it looks for. */
import type { Paragraph } from 'mdast';
import { sourceOf, type InlineText } from '../markdown/inline.ts';
import type { Page, StrayStatement } from './dialect.ts';

/** `` `name` (type, required) ``, and at the beginning of a line what else a tree of bullets has. */
const bullet =
  /`[^`]+` \([^()]*, (?:required|optional)\)|(?<=\n)[-*+]? ?(?:Variant \(|Items:|\.\.\.(?=\n|$))/;
const anchor = /\{#[^}\s]{1,200}\}[ \t]*$/m;
const tableMark = /^[ \t]*(?:#\||\|#|\|\|)/m;

/** A bullet that lost its marker or its line. */
export function strayBullets(words: InlineText): StrayStatement[] {
  const found = bullet.exec(words.text);
  if (!found) return [];
  const sentence =
    'a field, a variant, items or a cut is inside a description; make it a bullet, two spaces to the right of the one that it belongs to.';
  return [{ rule: 'bullet-unknown', place: words.pointAt(found.index), sentence }];
}

/** A heading with an anchor, or the mark of a YFM table, that lost a character; what stands below it is words as well. */
export function strayStructure(page: Page, paragraph: Paragraph): StrayStatement[] {
  const source = sourceOf(page, paragraph);
  if (anchor.test(source)) {
    const sentence =
      'a heading is inside the description; write it on a line of its own, as "## Name" or "## Name {#Name}".';
    return [{ rule: 'section-unknown', place: paragraph, sentence }];
  }
  if (!tableMark.test(source)) return [];
  const sentence = 'a table mark is inside the description; remove it.';
  return [{ rule: 'table-stray-text', place: paragraph, sentence }];
}
