/** As `loss.deep.test.ts`, in the publishers' own pages. */
import { expect, it } from 'vitest';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { docsSrc } from '../support/repository.ts';
import { docsOfUpstream } from '../support/upstream.ts';
import { leastTried, printed, timeout, tryDamages } from './damages.ts';

it("no damage of a line goes unnoticed in the publishers' pages", { timeout }, async () => {
  const tally = tryDamages(await docsOfUpstream(await readDocs(docsSrc)));
  console.log(printed('upstream', tally));

  expect(tally.tried).toBeGreaterThanOrEqual(leastTried);
  expect(tally.survivors).toEqual([]);
});
