/**
 * Nothing is lost in silence. Every page is damaged one line at a time, in each of the ways of `loss/mutations.ts`:
 * each time the model of its source must change, or a diagnostic must say so. Where what a line says is only moved, into HTML or a
 * quote, a change of the model alone is a loss: the model states the same, or a diagnostic says that it does not.
 *
 * There are some 490,000 damages in `docs-src`, and as many in the publishers' pages: `npm run test:deep` tries two of
 * each way, always the same ones, and all of those of some thirty small docs, which makes 20,000. `LOSS=100 npm run test:deep
 * test/loss` tries a hundred of each, `LOSS=all` all of them, which takes hours; `SOURCE=openai-realtime` those of one
 * source, `WAY=comment` those whose names have this word.
 */
import { expect, it } from 'vitest';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { docsSrc } from '../support/repository.ts';
import {
  leastTried,
  printed,
  timeout,
  triesAllWays,
  tryDamages,
  unusedReasons,
} from './damages.ts';
import { fixture } from './small-docs.ts';

it('no damage of a line goes unnoticed in the docs of this repository', { timeout }, async () => {
  const tally = tryDamages(await readDocs(docsSrc));
  console.log(printed('docs-src', tally));

  expect(tally.tried).toBeGreaterThanOrEqual(leastTried);
  expect(tally.survivors).toEqual([]);
  expect(unusedReasons(tally)).toEqual([]);
});

/** Docs of the fixtures in which every damage is tried. */
const small = [
  'openai-reference/what-is-deprecated',
  ...[
    'bounds-of-numbers',
    'brackets-that-are-words',
    'cut',
    'default-values',
    'defaults-as-python-writes-them',
    'description-over-paragraphs-with-bullets-and-fence',
    'enum-on-continuation-line',
    'events-of-both-directions',
    'facts-at-the-end-of-lists-quotes-and-tables',
    'facts-without-a-colon-before-them',
    'flags-in-title-and-text',
    'items-of-arrays',
    'links-before-the-first-field',
    'maps-and-unknown',
    'members-told-apart-by-lists-of-values',
    'nested-index-with-relative-groups',
    'null-unions',
    'one-event-in-both-directions',
    'opaque-places-of-a-declared-shape',
    'open-lists-of-values',
    'quotations-in-code',
    'types-by-name',
    'variants-beside-a-text-and-null',
    'variants-named-by-type-and-role',
    'variants-without-constants',
    'what-is-deprecated',
    'words-behind-any-mark',
  ].map((folder) => `openai-tree/${folder}`),
];

it('none of all damages of small docs goes unnoticed', { timeout }, async () => {
  const tallies = (await Promise.all(small.map(fixture))).map((docs) => tryDamages(docs, Infinity));

  // Fewer where `WAY` or `SOURCE` ask for some.
  const least = triesAllWays ? 19_500 : 0;
  expect(tallies.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThanOrEqual(least);
  expect(tallies.flatMap(({ survivors }) => survivors)).toEqual([]);
});
