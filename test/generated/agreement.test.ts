/** A guard and its type say the same, in one small source; all of them are asked in `agreement.deep.test.ts`. */
import { expect, it } from 'vitest';
import { contradictionsIn } from './agreement.ts';
import { directions } from '../support/generated-sources.ts';

it('guards accept what compiles as their types, and nothing else', () => {
  const small = directions.find(({ title }) => title === 'openai-event-summary server');
  if (!small) throw new Error('There is no such source.');
  const { contradictions, refused } = contradictionsIn(small);
  expect(refused).toBeGreaterThan(0);
  expect(contradictions).toEqual([]);
});
