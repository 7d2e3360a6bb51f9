/** What git has of the docs is what a disk has of them. */
import { execFileSync } from 'node:child_process';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocsOfCommit, readFileOfCommit } from '../../generator/input/docs-of-commit.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { commitOf } from '../../generator/input/git.ts';
import { limits } from '../../generator/limits.ts';
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
    const docs = await readDocsOfCommit(folder, 'HEAD', 'docs', 'HEAD');
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
    await expect(readDocsOfCommit(linked, 'HEAD', 'docs', 'HEAD')).rejects.toThrow(sentence);
    await expect(readDocs(path.join(linked, 'docs'))).rejects.toThrow(sentence);
    await rm(linked, { recursive: true });
  });

  it('may be behind a symbolic link to their folder, if the commit has it', async () => {
    const linked = await newFolder({ 'real/docs/radio/source.json': '{}', 'file.md': '# File' });
    await symlink('real/docs', path.join(linked, 'docs'));
    await symlink(folder, path.join(linked, 'away'));
    await makeRepository(linked);
    const filesIn = async (top: string) => [
      ...((await readDocsOfCommit(linked, 'HEAD', top, `${top} of HEAD`))?.keys() ?? []),
    ];
    expect(await filesIn('docs')).toEqual(['radio/source.json']);
    for (const top of ['away', 'file.md'])
      await expect(filesIn(top)).rejects.toThrow(
        `${top} of HEAD is not a folder, nor a symbolic link to one of its commit; name the folder that holds the sources.`,
      );
    await rm(linked, { recursive: true });
  });

  it('are none where the commit has no such folder', async () => {
    expect(await readDocsOfCommit(folder, 'HEAD', 'other', 'HEAD')).toBeUndefined();
  });

  it('may be the whole repository', async () => {
    const top = await temporaryFolder({ 'radio/source.json': '{}' });
    await makeRepository(top);
    const docs = await readDocsOfCommit(top, 'HEAD', '', 'HEAD');
    expect([...(docs ?? new Map()).keys()]).toEqual(['radio/source.json']);
  });

  it('are not listed where they are too many files', async () => {
    await expect(readDocsOfCommit(folder, 'HEAD', 'docs', 'HEAD', 100)).rejects.toThrow(
      'git cannot list HEAD: it prints over 100 bytes; name the folder that holds the sources.',
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

describe('the docs of a commit, like those of a folder,', () => {
  /** Commits what lies in a folder, and reads it in both ways. */
  const both = async (folder: string) => {
    await makeRepository(folder);
    return [
      () => readDocs(path.join(folder, 'docs')),
      () => readDocsOfCommit(folder, 'HEAD', 'docs', 'docs'),
    ];
  };

  it('are refused with more links than anybody asks where they lead', async () => {
    const linked = await newFolder({ 'docs/radio/source.json': '{}', 'docs/radio/a.txt': '' });
    for (let i = 0; i <= limits.links; i++)
      await symlink('a.txt', path.join(linked, `docs/radio/link${i}`));
    await makeRepository(linked);
    const sentence = `holds more than ${limits.links} symbolic links; put what they lead to in their place`;
    await expect(readDocsOfCommit(linked, 'HEAD', 'docs', 'HEAD')).rejects.toThrow(sentence);
    await expect(readDocs(path.join(linked, 'docs'))).rejects.toThrow(sentence);
    await rm(linked, { recursive: true });
  });

  it.each(['.', '../outside'])('are refused with a link to a folder: %s', async (target) => {
    const folder = await temporaryFolder({
      'docs/radio/source.json': '{}',
      'outside/page.md': '',
    });
    await symlink(target, path.join(folder, 'docs/linked'));
    for (const docs of await both(folder))
      await expect(docs()).rejects.toThrow(/linked.* is a symbolic link; put what it leads to/);
  });

  it('may hold a link to a file that is not a page', async () => {
    const folder = await temporaryFolder({ 'docs/radio/source.json': '{}', 'logo.png': '' });
    await symlink('../../logo.png', path.join(folder, 'docs/radio/logo.png'));
    for (const docs of await both(folder))
      expect([...((await docs()) ?? [])].map(([file]) => file)).toEqual([
        'radio/logo.png',
        'radio/source.json',
      ]);
  });

  it('are read no further than a page goes', async () => {
    const folder = await temporaryFolder({
      'docs/radio/source.json': '{}',
      'docs/radio/page.md': 'x'.repeat(limits.source + 1000),
    });
    const [ofFolder, ofCommit] = await Promise.all((await both(folder)).map((docs) => docs()));
    expect(ofFolder?.get('radio/page.md')?.length).toBe(limits.source + 1);
    expect([...(ofCommit ?? [])].map(([file]) => file)).toEqual(
      [...(ofFolder ?? [])].map(([file]) => file),
    );
    expect(ofCommit?.get('radio/page.md')?.length).toBe(limits.source + 1);
  });

  it('are refused when they are too much to read', async () => {
    const pages = Math.ceil(limits.docs / limits.source);
    const folder = await temporaryFolder({
      'docs/radio/source.json': '{}',
      ...Object.fromEntries(
        Array.from({ length: pages }, (_, i) => [`docs/radio/${i}.md`, 'x'.repeat(limits.source)]),
      ),
    });
    for (const docs of await both(folder))
      await expect(docs()).rejects.toThrow(
        /holds more than \d+ bytes of pages, which are not read/,
      );
  });
});

it('a file that is larger than any page is not read', async () => {
  const folder = await temporaryFolder({ 'package.json': ' '.repeat(limits.page + 1) });
  await makeRepository(folder);
  expect(await readFileOfCommit(folder, 'HEAD', 'package.json')).toBeUndefined();
});

it('a source that is a submodule is not "no changes"', async () => {
  const folder = await temporaryFolder({ 'docs/radio/source.json': '{}' });
  await makeRepository(folder);
  const id = await commitOf(folder, 'HEAD');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  git('update-index', '--add', '--cacheinfo', `160000,${id},docs/tuner`);
  git('commit', '--quiet', '--message', 'a submodule');
  await expect(readDocsOfCommit(folder, 'HEAD', 'docs', 'HEAD')).rejects.toThrow(
    'tuner of HEAD is a git submodule, and its files are not in this commit; put them in its place, or compare folders.',
  );
});
