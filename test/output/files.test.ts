import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, readlink, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeFiles, tracesIn, type Changes } from '../../generator/output/files.ts';
import { readFiles, temporaryFolder } from '../support/repository.ts';

/** Writes and removes files of a folder. */
async function change(
  folder: string,
  files: Readonly<Record<string, string>>,
  more: Partial<Changes> = {},
): Promise<void> {
  const changes = { write: new Map(Object.entries(files)), remove: [], ...more };
  const concerned = [...Object.keys(files), ...changes.remove];
  await changeFiles(folder, '.', concerned, () => changes);
}

describe('files', () => {
  it('are written into a folder that is made, and those above it', async () => {
    const folder = path.join(await temporaryFolder(), 'deep/down');
    await change(folder, { 'a.ts': 'a', 'b/c.ts': 'c' });
    expect(await readFiles(folder)).toEqual({ 'a.ts': 'a', 'b/c.ts': 'c' });
  });

  it('are written in the letters of every script', async () => {
    const folder = await temporaryFolder();
    await change(folder, { 'a.ts': '// один 一 🎧\n' });
    expect(await readFile(path.join(folder, 'a.ts'), 'utf8')).toBe('// один 一 🎧\n');
  });

  it('leave all others as they are', async () => {
    const folder = await temporaryFolder({ 'a.ts': 'old', 'mine.ts': 'mine' });
    await symlink('../nowhere', path.join(folder, 'link'));
    await change(folder, { 'a.ts': 'new' });
    expect(await readFiles(folder)).toEqual({ 'a.ts': 'new', 'mine.ts': 'mine' });
    expect(await readlink(path.join(folder, 'link'))).toBe('../nowhere');
  });

  it('come in the place of one that nobody may write to', async () => {
    const folder = await temporaryFolder({ 'a.ts': 'old' });
    await chmod(path.join(folder, 'a.ts'), 0o400);
    await change(folder, { 'a.ts': 'new' });
    expect(await readFiles(folder)).toEqual({ 'a.ts': 'new' });
  });

  it('are removed, and the folders that are empty by it', async () => {
    const folder = await temporaryFolder({ 'old/deep/a.ts': '', 'old/b.ts': '', 'c.ts': '' });
    await change(folder, {}, { remove: ['old/deep/a.ts', 'old/b.ts'] });
    expect(await readdir(folder)).toEqual(['c.ts']);
  });

  it('are removed beside others, which stay', async () => {
    const folder = await temporaryFolder({ 'old/a.ts': '', 'old/mine.ts': 'mine' });
    await change(folder, {}, { remove: ['old/a.ts'] });
    expect(await readFiles(folder)).toEqual({ 'old/mine.ts': 'mine' });
  });

  it('are written into the current folder, and where a link to a folder leads', async () => {
    const folder = await temporaryFolder({ 'real/a.ts': 'old' });
    await symlink('real', path.join(folder, 'out'));
    await change(path.join(folder, 'out'), { 'a.ts': 'new' });
    await changeFiles('.', path.join(folder, 'real'), [], () => ({
      write: new Map([['b.ts', 'b']]),
      remove: [],
    }));
    expect(await readFiles(path.join(folder, 'real'))).toEqual({ 'a.ts': 'new', 'b.ts': 'b' });
    expect(await readlink(path.join(folder, 'out'))).toBe('real');
  });
});

// What a repository holds may come from somebody else: none of it may lead a write out of the folder.
describe('a symbolic link', () => {
  it('in the place of a file is replaced, and what it leads to stays', async () => {
    const folder = await temporaryFolder({ 'mine.ts': 'mine', 'out/b.ts': '' });
    await symlink('../mine.ts', path.join(folder, 'out/a.ts'));
    await change(path.join(folder, 'out'), { 'a.ts': 'new' });
    expect(await readFiles(folder)).toEqual({
      'mine.ts': 'mine',
      'out/a.ts': 'new',
      'out/b.ts': '',
    });
  });

  it('in the place of a file that is not there yet is not written through', async () => {
    const folder = await temporaryFolder({ 'mine.ts': 'mine', 'out/b.ts': '' });
    await symlink('../mine.ts', path.join(folder, 'out/.realtime-events-0.tmp'));
    await change(path.join(folder, 'out'), { 'a.ts': 'new' });
    expect((await readFiles(folder))['mine.ts']).toBe('mine');
  });

  it('on the way to a file is refused', async () => {
    const folder = await temporaryFolder({ 'theirs/b.ts': 'theirs', 'out/a.ts': 'old' });
    await symlink('../theirs', path.join(folder, 'out/radio'));
    const out = path.join(folder, 'out');
    await expect(change(out, { 'a.ts': 'new', 'radio/b.ts': 'new' })).rejects.toThrow(
      `cannot write ${out}: ${out}/radio is a symbolic link; remove it.`,
    );
    expect(await readFiles(folder)).toEqual({ 'out/a.ts': 'old', 'theirs/b.ts': 'theirs' });
  });
});

describe('the folder of git itself', () => {
  it.each(['.git/hooks', '.GIT', 'modules/.git/out'])('is not written into: %s', async (name) => {
    const folder = await temporaryFolder({ '.git/HEAD': '' });
    const out = path.join(folder, name);
    await expect(change(out, { 'pre-commit': 'new' })).rejects.toThrow(
      `cannot write ${out}: it is in a folder .git, which belongs to git; name another place.`,
    );
    expect(await readFiles(folder)).toEqual({ '.git/HEAD': '' });
  });

  it('is not written into through a link, nor by the name of a file', async () => {
    const folder = await temporaryFolder({ '.git/HEAD': '' });
    await symlink('.git', path.join(folder, 'out'));
    await expect(change(path.join(folder, 'out'), { a: 'new' })).rejects.toThrow('belongs to git');
    await expect(change(folder, { '.git/a': 'new' })).rejects.toThrow('belongs to git');
    expect(await readFiles(path.join(folder, '.git'))).toEqual({ HEAD: '' });
  });
});

describe('what cannot be written is told in a sentence, and nothing is changed:', () => {
  it('a file in the place of the folder', async () => {
    const file = path.join(await temporaryFolder({ file: '' }), 'file');
    await expect(change(file, { 'a.ts': 'a' })).rejects.toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message: expect.stringMatching(/^cannot write .*file: EEXIST: .*\.$/),
      }),
    );
  });

  it('a link that leads nowhere in the place of the folder', async () => {
    const folder = await temporaryFolder();
    await symlink('nowhere', path.join(folder, 'out'));
    await expect(change(path.join(folder, 'out'), { 'a.ts': 'a' })).rejects.toThrow(
      /^cannot write .*out: EEXIST: .*\.$/,
    );
  });

  it('a folder in the place of a file', async () => {
    const folder = await temporaryFolder({ 'a.ts/mine.txt': 'mine', 'b.ts': 'old' });
    await expect(change(folder, { 'b.ts': 'new', 'a.ts': 'a' })).rejects.toThrow(
      `cannot write ${folder}: ${folder}/a.ts is a folder; remove it.`,
    );
    expect(await readFiles(folder)).toEqual({ 'a.ts/mine.txt': 'mine', 'b.ts': 'old' });
  });

  it('a file in the place of a folder', async () => {
    const folder = await temporaryFolder({ b: 'mine', 'a.ts': 'old' });
    await expect(change(folder, { 'a.ts': 'new', 'b/c.ts': 'c' })).rejects.toThrow(
      `cannot write ${folder}: ${folder}/b is not a folder; remove it.`,
    );
    expect(await readFiles(folder)).toEqual({ b: 'mine', 'a.ts': 'old' });
  });

  it('a name that is too long', async () => {
    const folder = await temporaryFolder({ 'a.ts': 'old' });
    const long = `${'long'.repeat(100)}/b.ts`;
    await expect(change(folder, { 'a.ts': 'new', [long]: 'b' })).rejects.toThrow(
      /^cannot write .*: ENAMETOOLONG: .*\.$/,
    );
    expect(await readFiles(folder)).toEqual({ 'a.ts': 'old' });
  });

  // A folder that Linux has.
  it.each(['/proc/self'].filter((folder) => existsSync(folder)))(
    'a folder where the system lets nobody make one: below %s',
    async (folder) => {
      await expect(change(`${folder}/deep/down`, { 'a.ts': 'a' })).rejects.toThrow(
        /^cannot write \/proc\/self\/deep\/down: .*\.$/,
      );
    },
  );
});

describe('what a run left behind that was cut off', () => {
  const left = { '.realtime-events-3.tmp': 'half', 'radio/.realtime-events-0.tmp': '' };
  const other = { 'mine/.realtime-events-0.tmp': 'mine', '.realtime-events-mine.tmp': 'mine' };

  it('is found in the folders of some files', async () => {
    const folder = await temporaryFolder({ ...left, ...other });
    expect(tracesIn(folder, ['radio/types.ts', 'radio/guards.ts'])).toEqual(Object.keys(left));
  });

  it('is removed by the next run', async () => {
    const folder = await temporaryFolder({ ...left, ...other });
    await change(folder, { 'radio/types.ts': 'new' });
    expect(await readFiles(folder)).toEqual({ ...other, 'radio/types.ts': 'new' });
  });
});
