/** `pull`, as it is typed; the tests of one run share it. */
import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceJson } from '../support/docs.ts';
import { commitAll, git, makeRepository } from '../support/git-repository.ts';
import { readFiles, runCommand, writeFiles, type Outcome } from '../support/repository.ts';
import { treePage } from '../support/small-docs.ts';
import { folderWith, removeFolders } from '../support/small-repository.ts';
import { servePages } from '../support/web-server.ts';

afterAll(removeFolders);

const index = (...events: string[]): string =>
  `# Events\n\n## Contents\n${events.map((name) => `- [${name}](${name}.md)\n`).join('')}`;

const volume = '- `volume` (integer, required): How loud.\n';

/** Our source: two events and a correction, its pages in a folder of their own. */
const ours = {
  'docs-src/radio/source.json': sourceJson('openai-tree', { index: { server: 'server/index.md' } }),
  'docs-src/radio/server/index.md': index('tune', 'mute'),
  'docs-src/radio/server/tune.md': treePage('tune', volume),
  'docs-src/radio/server/mute.md': treePage('mute'),
  'docs-src/radio/corrections/volume.md': [
    '---',
    "target: 'tune/volume'",
    'matches: 1',
    'was: integer, required',
    'reason: it is a number',
    'evidence: recorded traffic',
    '---',
    '',
    '- `volume` (number, required)',
    '',
  ].join('\n'),
};

/** Theirs: one event is gone, one is new, and one has another field; with the line ends of another system. */
const theirs = {
  'docs/api/server/index.md': index('tune', 'seek').replaceAll('\n', '\r\n'),
  'docs/api/server/tune.md': `\ufeff${treePage('tune', `${volume}- \`band\` (string, optional): Which.\n`)}`,
  'docs/api/server/seek.md': treePage('seek'),
  'docs/api/client/index.md': '# Not ours\n',
  'docs/api/README.md': '# Not ours\n',
  'docs/other/big.md': '# Not ours\n',
};

/** What becomes of our source with their pages. */
const pulled = {
  'corrections/volume.md': ours['docs-src/radio/corrections/volume.md'],
  'server/index.md': index('tune', 'seek'),
  'server/seek.md': treePage('seek'),
  'server/tune.md': treePage('tune', `${volume}- \`band\` (string, optional): Which.\n`),
  'source.json': ours['docs-src/radio/source.json'],
};

const pull = (cwd: string, ...args: string[]): Promise<Outcome> =>
  runCommand(['pull', ...args], { cwd });

const radioIn = (cwd: string) => readFiles(path.join(cwd, 'docs-src/radio'));

const told =
  /^radio: 2 pages changed, 1 added, 1 removed\.\n1 breaking, 1 dangerous, 1 safe, \d docs; suggests a major version\n/;

describe('pages of a folder', () => {
  let cwd: string;
  let outcome: Outcome;
  beforeAll(async () => {
    const upstream = await folderWith(theirs);
    cwd = await folderWith(ours);
    outcome = await pull(cwd, 'radio', '--from', upstream, '--path', 'docs/api');
  });

  it('come in the place of ours, with our line ends; source.json and corrections stay', async () => {
    expect(await radioIn(cwd)).toEqual(pulled);
  });

  it('make a diff, which is printed', () => {
    expect(outcome).toEqual({ status: 0, stdout: expect.stringMatching(told), stderr: '' });
  });

  it('that are the same change nothing', async () => {
    expect(await pull(cwd, 'radio', '--from', path.join(cwd, 'docs-src/radio'))).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^radio: 0 pages changed, 0 added, 0 removed\.\n0 breaking, 0 dangerous, 0 safe, 0 docs; /,
      ),
    });
  });

  it('may be the first of a source', async () => {
    const upstream = await folderWith(theirs);
    const empty = await folderWith({
      'docs-src/radio/source.json': ours['docs-src/radio/source.json'],
    });
    expect(await pull(empty, 'radio', '--from', `${upstream}/docs/api/`)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^radio: 0 pages changed, 3 added, 0 removed\.\n0 breaking, /),
    });
  });

  it('with the index at their top are those that it links to', async () => {
    const upstream = await folderWith({
      'index.md': index('tune', 'deep/seek', 'gone'),
      'tune.md': treePage('tune'),
      'deep/seek.md': treePage('seek'),
      'README.md': '# Not ours\n',
      'node_modules/other/README.md': '# Not ours\n',
    });
    const flat = await folderWith({
      'docs-src/radio/source.json': sourceJson('openai-tree', { index: { server: 'index.md' } }),
    });
    expect((await pull(flat, 'radio', '--from', upstream)).stdout).toMatch(
      /^radio: 0 pages changed, 3 added, /,
    );
    expect(Object.keys(await radioIn(flat))).toEqual([
      'deep/seek.md',
      'index.md',
      'source.json',
      'tune.md',
    ]);
  });

  it('that have errors are put in place, their errors told', async () => {
    const upstream = await folderWith({
      'server/index.md': index('tune'),
      'server/tune.md': treePage('tune', volume.replace('integer', 'number')),
    });
    const other = await folderWith(ours);
    expect(await pull(other, 'radio', '--from', upstream)).toEqual({
      status: 1,
      stdout: expect.stringMatching(
        /^radio: 2 pages changed, 0 added, 1 removed\.\n0 breaking, .*\n\nFrom the pages before to the pages now\.\n\nNot compared: radio, whose docs have errors\.\n$/,
      ),
      stderr: expect.stringMatching(
        /^docs-src\/radio\/corrections\/volume\.md:9:1 error correction-redundant .*\nMore about this rule: realtime-events\/docs\/rules\.md#correction-redundant\n1 error in the pages now\.\nThe pages are in place\. /,
      ),
    });
  });
});

describe('pages of a git repository', () => {
  let upstream: string;
  let first: string;
  beforeAll(async () => {
    upstream = await folderWith(theirs);
    await makeRepository(upstream);
    first = await git(upstream, 'rev-parse', 'HEAD');
    await git(upstream, 'tag', 'first');
    await git(upstream, 'checkout', '--quiet', '-b', 'next');
    await commitAll(upstream, { 'docs/api/server/seek.md': treePage('seek', volume) });
  });

  it('come by its address, from what it has checked out', async () => {
    const cwd = await folderWith(ours);
    const from = pathToFileURL(upstream).href;
    expect(await pull(cwd, 'radio', '--from', from, '--path', 'docs/api')).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect((await radioIn(cwd))['server/seek.md']).toBe(treePage('seek', volume));
  });

  it.each(['main', 'first', 'a commit'])('come from %s', async (name) => {
    const cwd = await folderWith(ours);
    const ref = name === 'a commit' ? first : name;
    const args = ['--from', upstream, '--ref', ref, '--path', 'docs/api'];
    expect(await pull(cwd, 'radio', ...args)).toEqual({
      status: 0,
      stdout: expect.stringMatching(told),
      stderr: '',
    });
    expect(await radioIn(cwd)).toEqual(pulled);
  });

  it.each([
    ['other', /^realtime-events: cannot get other of file:.*: .*\.\n$/],
    ['--upload-pack=x', /^realtime-events: "--upload-pack=x" is not a branch, tag or commit\.\n$/],
    ['+main:main', /^realtime-events: "\+main:main" is not a branch, tag or commit\.\n$/],
    ['a..b', /^realtime-events: "a\.\.b" is not a branch, tag or commit\.\n$/],
  ])('do not come from the ref %s', async (ref, stderr) => {
    const cwd = await folderWith(ours);
    expect(await pull(cwd, 'radio', '--from', upstream, `--ref=${ref}`)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(stderr),
    });
  });

  it('do not come from a repository that is not there', async () => {
    const cwd = await folderWith(ours);
    expect(await pull(cwd, 'radio', '--from', 'file:///no/such/repository')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^realtime-events: cannot get HEAD of file:\/\/\/no\/such/),
    });
  });

  it('do not come by a link out of the repository', async () => {
    const linked = await folderWith({ 'server/index.md': index('tune') });
    await symlink(process.execPath, path.join(linked, 'server/tune.md'));
    await makeRepository(linked);
    const cwd = await folderWith(ours);
    expect(await pull(cwd, 'radio', '--from', pathToFileURL(linked).href)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('server/tune.md of file:'),
    });
  });
});

describe('what fails exits 2 with one sentence, and leaves the source as it is:', () => {
  let cwd: string;
  let upstream: string;
  let before: Record<string, string>;
  beforeAll(async () => {
    cwd = await folderWith({
      ...ours,
      'docs-src/tv/source.json': '{ "title": 1 }',
      'docs-src/notes/page.md': '# Notes\n',
      'docs-src/flat/source.json': sourceJson('openai-tree'),
    });
    upstream = await folderWith({
      ...theirs,
      'latin/server/index.md': '',
      'outside/server/index.md': index('tune'),
      'plain/server/tune.md': treePage('tune'),
    });
    await writeFile(path.join(upstream, 'latin/server/index.md'), Buffer.from([0x23, 0x20, 0xe4]));
    await symlink(process.execPath, path.join(upstream, 'outside/server/tune.md'));
    await writeFiles(upstream, {
      'control/server/index.md': index('tune'),
      'hidden/index.md': '# Events\n\n## Contents\n- [tune](.tune/tune.md)\n',
      'hidden/.tune/tune.md': treePage('tune'),
      'folder/server/index.md': index('tune'),
      'folder/server/aaa.md': treePage('aaa'),
      'folder/server/mute.md/deep.md': treePage('deep'),
      'control/server/a\n::error::b.md': '# Tune\n',
    });
    await mkdir(path.join(upstream, 'pipe/server'), { recursive: true });
    await promisify(execFile)('mkfifo', [path.join(upstream, 'pipe/server/index.md')]);
    await symlink('/etc', path.join(upstream, 'etc'));
    await mkdir(path.join(upstream, 'deep'));
    await symlink('../../../../../../../etc', path.join(upstream, 'deep/server'));
    before = await readFiles(path.join(cwd, 'docs-src'));
  });

  const cases: [string, string[], RegExp][] = [
    [
      'a source that is not there',
      ['none', '--from', '.'],
      /^docs-src has no source "none"; its sources are .*radio/,
    ],
    [
      'a folder without source.json',
      ['notes', '--from', '.'],
      /^docs-src\/notes has no source\.json\.$/,
    ],
    [
      'a source.json at fault',
      ['tv', '--from', '.'],
      /^docs-src\/tv\/source\.json cannot be used\.$/,
    ],
    [
      'no pages',
      ['radio', '--from', 'UP'],
      /^there is no server\/index\.md of .*, where the index of the server events should be; see /,
    ],
    [
      'pages without their index',
      ['radio', '--from', 'UP', '--path', 'plain'],
      /^there is no plain\/server\/index\.md of /,
    ],
    [
      'a folder that is not there',
      ['radio', '--from', 'UP', '--path', 'none'],
      /^there is no none\/server\/index\.md of /,
    ],
    [
      'a page that is not UTF-8',
      ['radio', '--from', 'UP', '--path', 'latin'],
      /^latin\/server\/index\.md of .* is not UTF-8\.$/,
    ],
    [
      'a page whose name has a line break, which stays one line',
      ['radio', '--from', 'UP', '--path', 'control'],
      /^control\/server\/a\\n::error::b\.md of .* has a control character in its name\.$/,
    ],
    [
      'a page that is hidden, and that an index links to',
      ['flat', '--from', 'UP', '--path', 'hidden'],
      /^hidden\/index\.md of .* leads to hidden\/\.tune\/tune\.md, which is hidden\.$/,
    ],
    [
      'a folder in the place of a page of ours',
      ['radio', '--from', 'UP', '--path', 'folder'],
      /^cannot write docs-src\/radio: .*mute\.md/,
    ],
    [
      'a page that is a pipe, which nobody writes to',
      ['radio', '--from', 'UP', '--path', 'pipe'],
      /^there is no pipe\/server\/index\.md of /,
    ],
    [
      'a repository that is not there, whose password is told nobody',
      ['radio', '--from', 'file://me:secret@small.test/no/such'],
      /^cannot get HEAD of file:\/\/…@small\.test\/no\/such: (?!.*secret)/,
    ],
    [
      'a page that is a link out of the folder',
      ['radio', '--from', 'UP', '--path', 'outside'],
      /^outside\/server\/tune\.md of .* is a symbolic link that leads out of its folder\.$/,
    ],
    [
      'a path that is a link out of the folder',
      ['radio', '--from', 'UP', '--path', 'etc'],
      /^etc of .* is a symbolic link that leads out of its folder\.$/,
    ],
    [
      'pages in a link out of the folder',
      ['radio', '--from', 'UP', '--path', 'deep'],
      /^deep\/server of .* is a symbolic link that leads out of its folder\.$/,
    ],
    [
      'a path out of the folder',
      ['radio', '--from', 'UP', '--path', 'docs/../..'],
      /^--path docs\/\.\.\/\.\. must be a folder of /,
    ],
    [
      'an absolute path',
      ['radio', '--from', 'UP', '--path', '/etc'],
      /^--path \/etc must be a folder of /,
    ],
    [
      'a path that is an option',
      ['radio', '--from', 'UP', '--path=--stdin'],
      /^--path --stdin must be a folder of /,
    ],
    [
      'an origin that is not there',
      ['radio', '--from', 'nowhere'],
      /^--from nowhere is neither a folder nor the address of a git repository\.$/,
    ],
    [
      'an origin that is an option',
      ['radio', '--from=--upload-pack=x'],
      /^--from --upload-pack=x is neither a folder /,
    ],
    [
      'an origin that is a command',
      ['radio', '--from', 'ext::sh -c x'],
      /^--from ext::sh -c x is neither a folder /,
    ],
  ];

  it.each(cases)('%s', async (_, args, message) => {
    const { status, stdout, stderr } = await pull(
      cwd,
      ...args.map((arg) => (arg === 'UP' ? upstream : arg)),
    );
    expect([status, stdout]).toEqual([2, '']);
    const last = stderr.trimEnd().split('\n').at(-1) ?? '';
    expect(last).toMatch(/^realtime-events: /);
    expect(last.replace('realtime-events: ', '')).toMatch(message);
    expect(await readFiles(path.join(cwd, 'docs-src'))).toEqual(before);
  });

  it('no origin', async () => {
    expect(await pull(cwd, 'radio')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        'docs-src/radio/source.json does not say where the publisher\'s pages are; add "upstream" with "pages" to it, or ',
      ),
    });
  });
});

it('cut off, leaves pages of both, and is completed the next time', async () => {
  const upstream = await folderWith(theirs);
  const cwd = await folderWith({
    ...ours,
    'docs-src/radio/server/seek.md': treePage('seek'),
    // No process has such an id.
    'docs-src/radio/.realtime-events.lock': JSON.stringify({ pid: 2 ** 30, host: hostname() }),
    'docs-src/radio/server/.realtime-events-1.tmp': '# Tu',
  });
  await pull(cwd, 'radio', '--from', upstream, '--path', 'docs/api');
  expect(await radioIn(cwd)).toMatchObject(pulled);
  expect(Object.keys(await radioIn(cwd))).toEqual(Object.keys(pulled));
});

describe('pages at the place that source.json names', () => {
  const page = index('tune');
  const tune = treePage('tune', volume);

  /** A folder whose source names this place. */
  const sourceAt = (pages: object, more: object = {}): Promise<string> =>
    folderWith({
      'docs-src/radio/source.json': sourceJson('openai-tree', {
        index: { server: 'server/index.md' },
        upstream: {
          title: 'Radio reference',
          url: 'https://example.com/',
          snapshot: 'undated',
          pages,
        },
        ...more,
      }),
    });
  const added = { status: 0, stdout: expect.stringMatching(/^radio: 0 pages changed, 2 added, /) };
  const there = { index: { server: 'events/all.md' } };

  /** A repository with the pages, on the branch `docs` in the folder `en`; its address. */
  const repository = async (): Promise<string> => {
    const folder = await folderWith({ 'README.md': '' });
    await makeRepository(folder);
    await git(folder, 'checkout', '--quiet', '-b', 'docs');
    await commitAll(folder, { 'en/events/all.md': page, 'en/events/tune.md': tune });
    await git(folder, 'checkout', '--quiet', 'main');
    return pathToFileURL(folder).href;
  };

  it('come from the web without more arguments', async () => {
    const origin = await servePages({ '/docs/events/all.md': page, '/docs/events/tune.md': tune });
    const cwd = await sourceAt({ web: `${origin}/docs/`, ...there });
    expect(await pull(cwd, 'radio')).toMatchObject({ ...added, stderr: '' });
    expect(await radioIn(cwd)).toMatchObject({ 'server/index.md': page, 'server/tune.md': tune });
  });

  it('come from a git repository without more arguments', async () => {
    const cwd = await sourceAt({ git: await repository(), ref: 'docs', folder: 'en', ...there });
    expect(await pull(cwd, 'radio')).toMatchObject({ ...added, stderr: '' });
    expect(await radioIn(cwd)).toMatchObject({ 'server/index.md': page, 'server/tune.md': tune });
  });

  it('come from another ref or folder that options name', async () => {
    const cwd = await sourceAt({ git: await repository(), folder: 'de', ...there });
    const from = ['--ref', 'docs', '--path', 'en'];
    expect(await pull(cwd, 'radio', ...from)).toMatchObject(added);
  });

  it('come from another place that --from names, laid out in the same way', async () => {
    const cwd = await sourceAt({ web: 'http://127.0.0.1:1/docs/', ...there });
    const folder = await folderWith({ 'events/all.md': page, 'events/tune.md': tune });
    expect(await pull(cwd, 'radio', '--from', folder)).toMatchObject(added);
  });

  it('that are not there are told, each by what leads to it; the others come', async () => {
    const origin = await servePages({ '/docs/events/all.md': index('tune', 'seek') });
    const cwd = await sourceAt({ web: `${origin}/docs/`, ...there });
    const { status, stdout, stderr } = await pull(cwd, 'radio');
    expect([status, stdout.split('.')[0]]).toEqual([
      1,
      'radio: 0 pages changed, 1 added, 0 removed',
    ]);
    expect(stderr.split('\n').slice(0, 2)).toEqual(
      ['tune', 'seek'].map(
        (name) =>
          `${origin}/docs/events/${name}.md is not there; ${origin}/docs/events/all.md leads to it.`,
      ),
    );
  });

  it('leave the source as it is when one cannot be read', async () => {
    const origin = await servePages({
      '/docs/events/all.md': page,
      '/docs/events/tune.md': { headers: { 'content-type': 'text/html' }, body: '<p>Sign in</p>' },
    });
    const cwd = await sourceAt({ web: `${origin}/docs/`, ...there });
    expect(await pull(cwd, 'radio')).toEqual({
      status: 2,
      stdout: '',
      stderr: `realtime-events: cannot get ${origin}/docs/events/tune.md: it is text/html, not Markdown.\n`,
    });
    expect(Object.keys(await radioIn(cwd))).toEqual(['source.json']);
  });

  it('on the web have no ref and no other folder', async () => {
    const cwd = await sourceAt({ web: 'https://small.test/docs/' });
    expect(await pull(cwd, 'radio', '--ref', 'main')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        '--ref and --path are for git repositories, and the pages are at https://small.test/docs/; ',
      ),
    });
  });

  it('have no index of a direction that the source does not have', async () => {
    const cwd = await sourceAt({ web: 'https://small.test/', index: { client: 'client.md' } });
    expect(await pull(cwd, 'radio')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('docs-src/radio/source.json has no "index.client", but '),
    });
  });
});

describe('new pages with an error', () => {
  const upstream = (): Promise<string> =>
    folderWith({
      'server/index.md': index('tune', 'mute', 'seek'),
      'server/tune.md': treePage('tune', volume),
      'server/mute.md': treePage('mute', '- `level` (text, required)\n'),
      'server/seek.md': treePage('seek'),
    });

  it('are compared without their events with --keep-going', async () => {
    const cwd = await folderWith(ours);
    const { status, stdout } = await pull(cwd, 'radio', '--from', await upstream(), '--keep-going');
    expect(status).toBe(1);
    expect(stdout).toMatch(/\nserver event seek of radio\n[^]*\nNot compared: mute of radio, /);
  });

  it('are what the project says that they are', async () => {
    const settings = JSON.stringify({ lint: { rules: { 'type-unknown': 'warning' } } });
    const cwd = await folderWith({ ...ours, 'realtime-events.json': settings });
    const { status, stdout } = await pull(cwd, 'radio', '--from', await upstream());
    expect([status, stdout]).toEqual([0, expect.not.stringContaining('Not compared')]);
  });
});
