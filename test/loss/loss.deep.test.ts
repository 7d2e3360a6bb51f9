/**
 * Nothing is lost in silence. Every page is damaged one line at a time, in each of the ways of `loss/mutations.ts`:
 * each time the model of its source must change, or a diagnostic must say so. Where what a line says is only moved, into HTML or a
 * quote, a change of the model alone is a loss: the model states the same, or a diagnostic says that it does not.
 *
 * There are some 226,000 damages in `docs-src`, and as many in the publishers' pages: `npm run test:deep` tries a few of
 * each way, always the same ones. `LOSS=100 npm run test:deep test/loss` tries a hundred of each, `LOSS=all` all of
 * them, which takes hours; `SOURCE=openai-realtime` those of one source, `WAY=comment` those whose names have this word.
 */
import { expect, it } from 'vitest';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { docsSrc } from '../support/repository.ts';
import { leastTried, printed, timeout, tryDamages, unusedReasons } from './damages.ts';

it('no damage of a line goes unnoticed in the docs of this repository', { timeout }, async () => {
  const tally = tryDamages(await readDocs(docsSrc));
  console.log(printed('docs-src', tally));

  expect(tally.tried).toBeGreaterThanOrEqual(leastTried);
  expect(tally.survivors).toEqual([]);
  expect(unusedReasons(tally)).toEqual([]);
});
