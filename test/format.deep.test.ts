/** The form of what is generated: `test/emit/form.test.ts` holds that of a few models. */
import { expect, it } from 'vitest';
import { misshapen } from './support/format.ts';

it('every generated file is as prettier has it', async () => {
  expect(await misshapen('generated')).toBe('');
});
