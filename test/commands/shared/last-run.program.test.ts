/** `generate` notices that the program is another than the one that ran last. */
import { cp, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readFiles, root, runNode, writeFiles, type Outcome } from '../../support/repository.ts';
import { folderWith, radio, removeFolders } from '../../support/small-repository.ts';

afterAll(removeFolders);

it('a program with another version, another module or other dependencies begins anew', async () => {
  const folder = await folderWith();
  const cwd = path.join(folder, 'app');
  const program = path.join(cwd, 'node_modules/realtime-events');
  for (const part of ['package.json', 'dist', 'page', 'runtime'])
    await cp(path.join(root, 'generator', part), path.join(program, part), { recursive: true });
  // What it depends on.
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await writeFiles(cwd, radio('- `volume` (integer, required): How loud.\n'));
  const generate = (): Promise<Outcome> =>
    runNode([path.join(program, 'dist/bin.js'), 'generate'], { cwd });
  expect(await generate()).toMatchObject({ status: 0, stderr: '' });

  const { 'package.json': own = '' } = await readFiles(program);
  for (const [file, text] of [
    ['realtime-events/package.json', own.replace(/"version": ".*?"/, '"version": "9.9.9"')],
    ['realtime-events/dist/another.js', ''],
    ['.package-lock.json', '{}'],
  ] as const) {
    expect((await generate()).stdout).toContain('unchanged');
    await writeFiles(path.join(cwd, 'node_modules'), { [file]: text });
    expect((await generate()).stdout).not.toContain('unchanged');
  }
  const { '.realtime-events-manifest.json': manifest } = await readFiles(
    path.join(cwd, 'generated'),
  );
  expect(manifest).toContain('"version": "9.9.9"');
});
