/** What git has of the docs is what a disk has of them. */
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkOut,
  commitOf,
  isRepositoryAddress,
  readDocsOfCommit,
  readFileOfCommit,
} from '../../generator/input/git.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { makeRepository } from '../support/git-repository.ts';
import { newFolder, temporaryFolder } from '../support/repository.ts';

describe('the docs of a commit', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await newFolder({
      'docs/radio/source.json': '{}',
      'docs/radio/index.md': '# Radio\r\n',
      'docs/radio/deep/er/page.md': 'no line end',
      'docs/radio/empty.md': '',
      'docs/radio/ä b\n"c".md': 'ünïcode\n',
      'docs/radio/notes.txt': 'no page',
      'docs/README.md': 'of no source',
      'outside.md': '# Outside',
    });
    await makeRepository(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are those of the folder, byte by byte and in its order', async () => {
    const docs = await readDocsOfCommit(folder, 'HEAD', 'docs');
    const texts = (all: ReadonlyMap<string, Uint8Array> | undefined) =>
      Array.from(all ?? [], ([file, bytes]) => [file, Buffer.from(bytes).toString()]);
    expect(texts(docs)).toEqual(texts(await readDocs(path.join(folder, 'docs'))));
    expect(docs?.size).toBe(6);
    expect(docs?.get('radio/notes.txt')).toEqual(new Uint8Array());
  });

  it('hold no symbolic link, which would lead elsewhere on a disk', async () => {
    const linked = await newFolder({ 'docs/radio/source.json': '{}' });
    await symlink('../../outside.md', path.join(linked, 'docs/radio/link.md'));
    await makeRepository(linked);
    const sentence = 'is a symbolic link; put what it leads to in its place.';
    await expect(readDocsOfCommit(linked, 'HEAD', 'docs')).rejects.toThrow(sentence);
    await expect(readDocs(path.join(linked, 'docs'))).rejects.toThrow(sentence);
    await rm(linked, { recursive: true });
  });

  it('are none where the commit has no such folder', async () => {
    expect(await readDocsOfCommit(folder, 'HEAD', 'other')).toBeUndefined();
  });

  it('may be the whole repository', async () => {
    expect([...((await readDocsOfCommit(folder, 'HEAD', '')) ?? new Map()).keys()]).toContain(
      'docs/radio/index.md',
    );
  });

  it('are found by a ref, and by nothing that is an option', async () => {
    expect(await commitOf(folder, 'main')).toMatch(/^[\da-f]{40}$/);
    expect(await commitOf(folder, 'other')).toBeUndefined();
    expect(await commitOf(folder, '--all')).toBeUndefined();
    expect(await commitOf(folder, 'main\nHEAD')).toBeUndefined();
  });

  it('have files beside them', async () => {
    expect(await readFileOfCommit(folder, 'HEAD', 'outside.md')).toBe('# Outside');
    expect(await readFileOfCommit(folder, 'HEAD', 'package.json')).toBeUndefined();
  });
});

it('a failure of git is told by its reason, not by the advice that follows it', async () => {
  const folder = await temporaryFolder();
  await expect(checkOut(folder, { url: 'file:///no/such' })).rejects.toThrow(
    "cannot get HEAD of file:///no/such: '/no/such' does not appear to be a git repository.",
  );
});

describe('the address of a repository', () => {
  it.each([
    'https://small.test/docs.git',
    'http://small.test/docs',
    'ssh://git@small.test:22/docs.git',
    'git://small.test/docs',
    'file:///srv/docs.git',
    'git@small.test:team/docs.git',
  ])('may be %s', (address) => {
    expect(isRepositoryAddress(address)).toBe(true);
  });

  it.each([
    '--upload-pack=touch x',
    '-u',
    'ext::sh -c touch% x',
    'fd::17',
    'ssh://-oProxyCommand=x/docs',
    'git@-oProxyCommand=x:docs',
    'ftp://small.test/docs',
    'docs',
    '',
  ])('is not %s', (address) => {
    expect(isRepositoryAddress(address)).toBe(false);
  });
});
