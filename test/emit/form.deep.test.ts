/** As `form.test.ts`, with many more models. */
import { expect, it } from 'vitest';
import { misshapenOfAny } from './form.ts';

const count = Number(process.env['CASES'] ?? 300);

it('whatever a model holds, and whatever it calls it, its files are in their final form', async () => {
  expect(await misshapenOfAny(count, 2)).toEqual([]);
});
