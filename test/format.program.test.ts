/** The form of all files that people write. It is a test, as it takes one processor for long, while the others have other tests to run. */
import { expect, it } from 'vitest';
import { misshapen } from './support/format.ts';

it('every file that is not generated is as prettier has it; npm run fix formats them', async () => {
  expect(await misshapen('.', '!generated')).toBe('');
});
