/** Pages of git repositories that the test makes. */
import { randomBytes } from 'node:crypto';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readPublished } from '../../../generator/input/publisher/index.ts';
import { pullLimits, type PullLimits } from '../../../generator/limits.ts';
import { commitAll, git, makeRepository } from '../../support/git-repository.ts';
import { writeFiles } from '../../support/repository.ts';
import { serve } from '../../support/web-server.ts';
import { folderWith, removeFolders } from '../../support/small-repository.ts';

afterAll(removeFolders);

const server = { direction: 'server', theirs: 'server/index.md', ours: 'server/index.md' } as const;

interface Where {
  ref?: string;
  folder?: string;
  limits?: Partial<PullLimits>;
}

/** The pages of a repository, or of a folder. */
async function read(from: string, { ref, folder, limits }: Where = {}) {
  const upstream = {
    kind: 'folder or repository',
    from,
    ...(ref !== undefined && { ref }),
    ...(folder !== undefined && { folder }),
  } as const;
  const { pages } = await readPublished(upstream, [server], '.', { ...pullLimits, ...limits });
  return Object.fromEntries(pages);
}

const urlOf = (folder: string): string => pathToFileURL(folder).href;

describe('a repository', () => {
  const pages = { 'server/index.md': '# Events\n', 'server/tune.md': '# tune\n' };
  let repository: string;
  let first: string;
  beforeAll(async () => {
    repository = await folderWith({ ...pages, 'large.bin': 'x' });
    await makeRepository(repository);
    first = await git(repository, 'rev-parse', 'HEAD');
    await git(repository, 'tag', '--annotate', 'v1', '--message=One', 'HEAD');
    await commitAll(repository, { 'server/tune.md': '# tune again\n' });
    await commitAll(repository, { 'server/tune.md': '# tune at last\n' });
  });

  it.each([
    ['a tag with a message', () => 'v1'],
    ['a commit', () => first],
    ['an abbreviated commit', () => first.slice(0, 8)],
  ])('gives the pages of %s', async (_, ref) => {
    expect(await read(urlOf(repository), { ref: ref() })).toEqual(pages);
  });

  it('is asked only for what is wanted, where it can leave out the rest', async () => {
    await git(repository, 'config', 'uploadpack.allowFilter', 'true');
    expect(await read(urlOf(repository), { ref: first.slice(0, 8) })).toEqual(pages);
    expect(await read(urlOf(repository))).toMatchObject({ 'server/tune.md': '# tune at last\n' });
  });

  it('may be bare, by its folder', async () => {
    const bare = path.join(await folderWith(), 'docs.git');
    await git(repository, 'clone', '--quiet', '--bare', repository, bare);
    expect(await read(bare)).toMatchObject({ 'server/tune.md': '# tune at last\n' });
  });

  it.each([
    ['a branch that is not there', { ref: 'none' }, /^cannot get none of file:.*: .*none/],
    [
      'digits that no commit begins with',
      { ref: 'deadbee' },
      /^cannot get deadbee of file:.*: no branch or tag has this name, and not exactly one commit begins with it\.$/,
    ],
    [
      'a folder that is not there',
      { ref: 'main', folder: 'en/docs' },
      /^there is no en\/docs\/server\/index\.md of file:.* at main, where the index of the server events should be; see /,
    ],
    [
      'a page that is too large',
      { limits: { page: 5 } },
      /^server\/index\.md of file:.* has more than 5 bytes; /,
    ],
    [
      'pages that are too large',
      { limits: { pages: 10 } },
      /^server\/tune\.md of file:.* is one page too many: /,
    ],
    [
      'too many files',
      { limits: { entries: 1 } },
      /^server of file:.* holds more than 1 files and folders; name a smaller folder with --path\.$/,
    ],
    [
      'more folders than are looked into, one in the other',
      { limits: { folders: 1 } },
      /^file:.* has more than 1 folders on the ways to its pages; name a smaller folder with --path, or clone/,
    ],
  ])('is refused for %s', async (_, where, sentence) => {
    await expect(read(urlOf(repository), where)).rejects.toThrow(sentence);
  });

  it('that sends too much is left', async () => {
    const large = await folderWith(pages);
    await makeRepository(large);
    await expect(read(urlOf(large), { limits: { disk: 1000 } })).rejects.toThrow(
      /^cannot get HEAD of file:.*: it has more than 1000 bytes; clone it yourself, and name the folder with --from\.$/,
    );
  });

  it('may hold much that is not a page, where it can leave that out', async () => {
    const large = await folderWith({
      ...pages,
      'media/film.bin': randomBytes(400_000).toString('hex'),
    });
    await makeRepository(large);
    const limits = { disk: 300_000 };
    await expect(read(urlOf(large), { limits })).rejects.toThrow(/has more than 300000 bytes/);
    await git(large, 'config', 'uploadpack.allowFilter', 'true');
    expect(await read(urlOf(large), { limits })).toEqual(pages);
  });

  it('whose pages are more than fit has none of them read', async () => {
    const page = 'words '.repeat(10_000);
    const many = Array.from({ length: 40 }, (_, i) => `page${i}.md`);
    const index = many.map((name) => `- [a](${name})\n`).join('');
    const large = await folderWith({
      'server/index.md': `# Events\n\n## Contents\n${index}`,
      ...Object.fromEntries(many.map((name) => [`server/${name}`, page])),
    });
    await makeRepository(large);
    await expect(read(urlOf(large), { limits: { pages: 1_000_000 } })).rejects.toThrow(
      /^server\/page\d+\.md of file:.* is one page too many: all have over 1000000 bytes\.$/,
    );
  });

  it('that takes too long is left', async () => {
    const origin = await serve(() => {});
    await expect(read(`${origin}/docs.git`, { limits: { time: 300 } })).rejects.toThrow(
      `cannot get HEAD of ${origin}/docs.git: it takes more than 0.3 seconds; try again later, or clone it yourself, and name the folder with --from.`,
    );
  });

  it('for which git takes too much memory is left, where the system tells it', async () => {
    const origin = await serve(() => {});
    const sentence =
      process.platform === 'linux'
        ? 'git takes more than 1000 bytes of memory for it; clone it yourself'
        : 'it takes more than 2 seconds';
    await expect(
      read(`${origin}/docs.git`, { limits: { memory: 1000, time: 2000 } }),
    ).rejects.toThrow(`cannot get HEAD of ${origin}/docs.git: ${sentence}`);
  });
});

it('is read as itself, whatever the variables of a hook say of ours', async () => {
  const repository = await folderWith({ 'server/index.md': '# Events\n' });
  await makeRepository(repository);
  const nowhere = path.join(repository, 'nowhere');
  for (const name of ['GIT_OBJECT_DIRECTORY', 'GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE'])
    vi.stubEnv(name, nowhere);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await read(urlOf(repository))).toEqual({ 'server/index.md': '# Events\n' });
});

it('attributes of a publisher have no effect: files come as they were committed', async () => {
  const text = '# Events $Id$\n\nä\n';
  const repository = await folderWith({ 'server/index.md': text });
  await makeRepository(repository);
  await writeFiles(repository, {
    '.gitattributes':
      '*.md ident eol=crlf filter=shout diff=shout working-tree-encoding=UTF-16LE\n',
    '.gitconfig': '[filter "shout"]\n\tsmudge = tr a-z A-Z\n',
  });
  // Without what they would do to the files as they are committed.
  await git(repository, 'add', '.gitattributes', '.gitconfig');
  await git(repository, 'commit', '--quiet', '--message=Attributes');
  expect(await read(urlOf(repository))).toEqual({ 'server/index.md': text });
});

describe.each([
  ['a folder', (folder: string) => folder],
  ['a repository', urlOf],
])('links of %s', (_, address) => {
  /** A place with these files and links, in a repository. */
  const placeWith = async (
    files: Record<string, string>,
    links: Record<string, string>,
  ): Promise<string> => {
    const folder = await folderWith(files);
    for (const [file, target] of Object.entries(links)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await symlink(target, path.join(folder, file));
    }
    await makeRepository(folder);
    return address(folder);
  };
  const page = { 'v2/index.md': '# Events\n', 'v2/deep/tune.md': '# tune\n' };

  it('may be folders', async () => {
    const place = await placeWith(page, { server: 'v2' });
    expect(await read(place)).toEqual({
      'server/index.md': '# Events\n',
      'server/deep/tune.md': '# tune\n',
    });
  });

  it('may be folders on the way, one by way of another, and pages', async () => {
    const place = await placeWith(page, {
      'en/api': '../latest',
      'latest/server': '../v2',
      'v2/again.md': 'deep/../deep/tune.md',
    });
    expect(await read(place, { folder: 'en/api' })).toMatchObject({
      'server/again.md': '# tune\n',
      'server/index.md': '# Events\n',
    });
  });

  it('that lead in a circle end where they began', async () => {
    const place = await placeWith(page, { server: 'v2', 'v2/deep/up': '..', 'v2/self': 'self' });
    expect(Object.keys(await read(place))).toEqual(['server/deep/tune.md', 'server/index.md']);
  });

  it.each([
    ['a page', { 'server/tune.md': '/etc/passwd' }, 'server/tune.md'],
    ['the folder of the index', { server: '/etc' }, ''],
  ])('that lead out are refused: %s', async (__, links, file) => {
    const files = file === '' ? {} : { 'server/index.md': '# Events\n' };
    const place = await placeWith({ ...files, 'a.md': '' }, links);
    await expect(read(place)).rejects.toThrow(/leads out of its folder|^there is no server\/index/);
  });

  it('that lead nowhere are told', async () => {
    const place = await placeWith(
      { 'server/index.md': '# Events\n' },
      { 'server/a.md': 'none.md' },
    );
    const upstream = { kind: 'folder or repository', from: place } as const;
    const { pages, untaken } = await readPublished(upstream, [server]);
    expect([...pages.keys()]).toEqual(['server/index.md']);
    expect(untaken).toEqual([expect.stringMatching(/^server\/a\.md of .* is not there\.$/)]);
  });
});

it('a submodule is told', async () => {
  const repository = await folderWith({ 'README.md': '' });
  await makeRepository(repository);
  const id = await git(repository, 'rev-parse', 'HEAD');
  await git(repository, 'update-index', '--add', '--cacheinfo', `160000,${id},server`);
  await git(repository, 'commit', '--quiet', '--message', 'a submodule');
  await expect(read(urlOf(repository))).rejects.toThrow(
    /^server\/index\.md of file:.* is in a git submodule, server; name its own repository\.$/,
  );
});

it('a submodule beside the pages is told', async () => {
  const repository = await folderWith({ 'server/index.md': '# Events\n' });
  await makeRepository(repository);
  const id = await git(repository, 'rev-parse', 'HEAD');
  await git(repository, 'update-index', '--add', '--cacheinfo', `160000,${id},server/more`);
  await git(repository, 'commit', '--quiet', '--message', 'a submodule');
  const upstream = { kind: 'folder or repository', from: urlOf(repository) } as const;
  const { pages, untaken } = await readPublished(upstream, [server]);
  expect([...pages.keys()]).toEqual(['server/index.md']);
  expect(untaken).toEqual([
    expect.stringMatching(/^server\/more of file:.* is a git submodule, whose pages are in /),
  ]);
});
