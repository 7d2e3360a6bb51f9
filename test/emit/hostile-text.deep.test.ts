/** As `hostile-text.test.ts`, with many more sources. */
import { expect, it } from 'vitest';
import { tryHostileTexts } from './hostile.ts';

it('hostile texts change no declaration, no tag and no table, hide nothing, and stay what they are', async () => {
  expect(await tryHostileTexts(50)).toBe(50);
});
