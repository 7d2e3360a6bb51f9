/** What is generated is in the form that prettier gives it; of what this repository has, `npm run lint` says so. */
import { expect, it } from 'vitest';
import { misshapenOfAny } from './form.ts';

// Many more are tried in `form.deep.test.ts`.
it('whatever a model holds, and whatever it calls it, its files are in their final form', async () => {
  expect(await misshapenOfAny(10, 1)).toEqual([]);
});
