/** The form of all files. It is a test, as it takes one processor for long, while the others have other tests to run. */
import { expect, it } from 'vitest';
import { runTool } from './support/packed.ts';
import { root } from './support/repository.ts';

it('every file is as prettier has it; npm run fix formats them', async () => {
  const options = ['--check', '--cache', '--log-level', 'warn', '.'];
  expect(await runTool('prettier/bin/prettier.cjs', options, root)).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
});
