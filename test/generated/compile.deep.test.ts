/** What `compile.program.test.ts` asks of the newest compiler, of the oldest one. */
import { expect, it } from 'vitest';
import { files, fine, nodenext, oldest } from './compilers.ts';

it('TypeScript 5.4 compiles the committed code as modules of Node', async () => {
  expect(await oldest([...nodenext, ...files])).toEqual(fine);
});
