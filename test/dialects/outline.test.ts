import { describe, expect, test } from 'vitest';
import {
  allSections,
  anchorsOf,
  linkedSection,
  outlineOf,
  sectionTitle,
  spanOfSection,
  type PageSection,
} from '../../generator/dialects/outline.ts';
import { pageOf } from '../support/page.ts';

/** Titles with those of the sections below them. */
function tree(sections: readonly PageSection[]): unknown[] {
  return sections.map(({ heading, sections: below }) =>
    below.length === 0 ? sectionTitle(heading) : [sectionTitle(heading), ...tree(below)],
  );
}

describe('the sections of a page', () => {
  test.each([
    ['side by side', '## a\n\n## b\n', ['a', 'b']],
    ['in each other', '# a\n\n## b\n\n### c\n\n## d\n', [['a', ['b', 'c'], 'd']]],
    ['where a depth is left out', '## a\n\n#### b\n\n### c\n\n## d\n', [['a', 'b', 'c'], 'd']],
    ['where the first is not the highest', '### a\n\n## b\n', ['a', 'b']],
    ['without the anchors of their headings', '## a {#a}\n', ['a']],
  ])('%s', (_, text, expected) => {
    expect(tree(outlineOf(pageOf(text)).sections)).toEqual(expected);
  });

  test('have the blocks up to the next heading, whatever its depth', () => {
    const { preamble, sections } = outlineOf(pageOf('a\n\n# b\n\nc\n\nd\n\n## e\n\nf\n'));

    expect(preamble).toHaveLength(1);
    expect(allSections(sections).map(({ blocks }) => blocks.length)).toEqual([2, 1]);
  });

  test('are all there in the order of the page', () => {
    const { sections } = outlineOf(pageOf('# a\n\n### b\n\n## c\n\n# d\n'));

    expect(allSections(sections).map(({ heading }) => sectionTitle(heading))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});

test.each([
  ['a section alone', '## a\n\none\ntwo\n\n## b\n', 'page.md:1:1', 'page.md:4:4'],
  ['with what is part of it', '## a\n\n### b\n\n- c\n\n## d\n', 'page.md:1:1', 'page.md:5:4'],
  ['a heading alone', 'z\n\n## a\n\n', 'page.md:3:1', 'page.md:3:5'],
])('the span of a section: %s', (_, text, first, last) => {
  const page = pageOf(text);
  const spans = outlineOf(page).sections.map((section) => spanOfSection(page, section));

  expect(spans[0]).toEqual({ first, last });
});

describe('a link within a page', () => {
  const page = pageOf(
    '# Events\n\n## session.update\n\n### The `rate` of it\n\n## session.update\n\n## Größe\n',
  );
  const anchors = anchorsOf(outlineOf(page));

  test.each([
    ['#sessionupdate', 3],
    ['#the-rate-of-it', 5],
    ['#sessionupdate-1', 7],
    ['#SessionUpdate', 3],
    ['#größe', 9],
    ['#gr%C3%B6%C3%9Fe', 9],
  ])('%s leads to the heading on line %i', (url, line) => {
    expect(linkedSection(anchors, { type: 'link', url })?.heading.position?.start.line).toBe(line);
  });

  test.each(['#nowhere', '#%', 'page.md', 'other.md#sessionupdate', ''])(
    '%s leads to none of its sections',
    (url) => {
      expect(linkedSection(anchors, { type: 'link', url })).toBeUndefined();
    },
  );
});
