import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readMergeBase, readNamed } from '../../../generator/diff/sides/sides.ts';
import { limits } from '../../../generator/limits.ts';
import { commitAll, git, makeRepository } from '../../support/git-repository.ts';
import { temporaryFolder } from '../../support/repository.ts';
import { tree } from '../../support/small-docs.ts';

it('a model.json that is too large is refused before it is read', async () => {
  const cwd = await temporaryFolder({ 'model.json': ' '.repeat(limits.model + 1) });
  await expect(readNamed('model.json', 'docs-src', cwd)).rejects.toThrow(
    'model.json has 16777217 bytes, and a model may have 16777216 at most; name the docs, or the model of one source.',
  );
});

/** A repository whose docs have changed since its first commit; the folder and that commit. */
async function changedRepository(): Promise<{ cwd: string; first: string }> {
  const cwd = await temporaryFolder(tree('- `a` (string, required): Text.\n'));
  await makeRepository(cwd);
  const first = await git(cwd, 'rev-parse', 'HEAD');
  await commitAll(cwd, tree('- `a` (integer, required): Text.\n'));
  return { cwd, first };
}

it('what is a folder with docs and a git ref has to be told apart', async () => {
  const { cwd, first } = await changedRepository();
  await mkdir(path.join(cwd, 'docs'));
  await git(cwd, 'mv', 'radio', 'docs/radio');
  await git(cwd, 'branch', 'docs', first);

  await expect(readNamed('docs', 'docs', cwd)).rejects.toThrow(
    `docs is a folder with docs and a git ref; write ./docs for the folder, or ${first.slice(0, 10)} for the commit.`,
  );
  await expect(readNamed('./docs', 'docs', cwd)).resolves.toMatchObject({ name: './docs' });
});

it('a commit may be named by words of its message', async () => {
  const { cwd, first } = await changedRepository();
  const subject = await git(cwd, 'log', '-1', '--format=%s', first);
  for (const ref of [`:/${subject}`, `HEAD^{/${subject}}`])
    await expect(readNamed(ref, '.', cwd)).resolves.toMatchObject({ kind: 'docs', name: ref });
});

it('a commit is itself, whatever replaces it here', async () => {
  const { cwd, first } = await changedRepository();
  await git(cwd, 'replace', first, 'HEAD');
  const side = await readNamed(first, '.', cwd);
  const page = side.kind === 'docs' ? side.docs.get('radio/tune.md') : undefined;
  expect(Buffer.from(page ?? []).toString()).toContain('`a` (string, required)');
});

it('where the branches parted is called by the name of the main branch and the start of its commit', async () => {
  const { cwd, first } = await changedRepository();
  await git(cwd, 'checkout', '--quiet', '-b', 'edits', first);
  await expect(readMergeBase('.', cwd)).resolves.toMatchObject({
    name: `the merge base with main (${first.slice(0, 10)})`,
  });
});
