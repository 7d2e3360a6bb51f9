/** What `diff` does when there is nothing that it could compare. */
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commitAll, git } from '../support/git-repository.ts';
import { event, model } from '../support/models.ts';
import { writeFiles } from '../support/repository.ts';
import { treePage } from '../support/small-docs.ts';
import {
  band,
  before,
  diff,
  folderWith,
  radio,
  removeFolders,
  repository,
} from '../support/small-repository.ts';

afterAll(removeFolders);

const faultyIn = (folder: string) => radio('- `volume` (integr, required): How loud.\n', folder);

/** A second source, beside `radio`. */
const tv = (bullets: string, folder: string) =>
  Object.fromEntries(
    Object.entries(radio(bullets, folder)).map(([file, text]) => [
      file.replace('/radio/', '/tv/'),
      text,
    ]),
  );

describe('what fails exits 2 with one sentence, never "no changes":', () => {
  let cwd: string;
  let plain: string;
  let bare: string;
  beforeAll(async () => {
    cwd = await repository({
      'empty/notes.md': '# Notes\n',
      'broken.json': '{',
      'other.json': '{}',
      'tv.json': JSON.stringify(model([event('tune')], [], { id: 'tv' })),
      'settings.json': '{ "diff": { "rules": { "event-aded": "safe" } } }',
    });
    plain = await folderWith(before);
    bare = await folderWith(before);
    await git(bare, 'init', '--quiet', '--initial-branch=trunk');
    await commitAll(bare);
  });

  const cases: [string, string[], RegExp][] = [
    ['an unknown ref', ['nothing'], /^nothing is not a folder, a model\.json or a git ref\.$/],
    ['an unknown head', ['main', 'nothing'], /^nothing is not a folder, /],
    ['an option in the place of a ref', ['--', '--all'], /^--all is not a folder, /],
    ['a folder without sources', ['empty'], /^empty holds no source: /],
    [
      'a ref without the docs folder',
      ['main', '--docs-src', 'faulty2'],
      /^main has no folder faulty2\.$/,
    ],
    [
      'a ref whose docs folder has no source',
      ['main', '--docs-src', 'empty'],
      /^empty of main holds no source: /,
    ],
    [
      'docs outside of the repository',
      ['main', '--docs-src', '..'],
      /^\.\. is outside of the repository, /,
    ],
    [
      'a model.json that is not JSON',
      ['broken.json'],
      /^broken\.json:1:\d is not valid JSON; fix it here\.$/,
    ],
    [
      'a model.json without a model',
      ['other.json'],
      /^other\.json: "source" is missing; add it, or see that it is the file you mean\.$/,
    ],
    [
      'a model of another source',
      ['tv.json'],
      /^the working tree has no source tv to compare with\.$/,
    ],
    ['settings that are not there', ['--config', 'none.json'], /^cannot read none\.json: /],
    [
      'settings with an unknown rule',
      ['--config', 'settings.json'],
      /^settings\.json: "diff\.rules\.event-aded" is not a rule; did you mean "event-added"\?$/,
    ],
    [
      'approvals that are none',
      ['--approvals', 'other.json'],
      /^other\.json: "approvals" is missing; add it, or see that it is the file you mean\.$/,
    ],
    ['an approval without a note', ['--approve', 'api-change'], /^--approve needs a --note /],
    [
      'an approval with a note of two lines',
      ['--approve', 'api-change', '--note', 'two\nlines'],
      /^--note must be one line without control characters\.$/,
    ],
    [
      'a note without an approval',
      ['--note', 'x'],
      /^--note and --finding say what --approve approves; /,
    ],
    [
      'an event without providers',
      ['--event', 'tune'],
      /^--event has no effect without --as providers\.$/,
    ],
    [
      'an approval of what providers have otherwise',
      ['radio', 'tv', '--as', 'providers', '--approve', 'api-change'],
      /^--approve has no effect with --as providers: /,
    ],
    [
      'an approval of nothing',
      ['--approve', 'api-change', '--note', 'x', '--finding', 'f'],
      /^no finding has the fingerprint f; it stands behind the rule of a finding\.$/,
    ],
    [
      'an approval that cannot be written',
      ['--approve', 'api-change', '--note', 'x', '--approvals', 'no/a.json'],
      /^cannot write no\/a\.json: /,
    ],
    [
      'the version of a folder',
      ['docs-src', '--check-version'],
      /^docs-src has no package\.json to check the version of; /,
    ],
  ];

  it.each(cases)('%s', async (_, args, message) => {
    const { status, stderr } = await diff(cwd, ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^realtime-events: .*\n$/);
    expect(stderr.replace('realtime-events: ', '').trimEnd()).toMatch(message);
  });

  it.each([
    ['--role', 'both'],
    ['--profile', 'loose'],
    ['--fail-on', 'safe'],
    ['--format', 'html'],
    ['--approve', 'because'],
    ['--approve'],
  ])('another %s than there is, with those that there are', async (option, ...value) => {
    expect(await diff(cwd, option, ...value)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^realtime-events: option '.*' argument (?:'.*' is invalid|missing)\. Allowed choices are /,
      ),
    });
  });

  it('a folder that is not a repository', async () => {
    expect(await diff(plain)).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: this is not a git repository; name a base: a folder or a model.json.\n',
    });
    expect((await diff(plain, 'main')).stderr).toBe(
      'realtime-events: main is not a folder, a model.json or a git ref: this is not a git repository.\n',
    );
  });

  it('a repository that git does not read, with its reason and the variables that lead it there', async () => {
    vi.stubEnv('GIT_DIR', 'elsewhere');
    const { stderr } = await diff(cwd, 'main').finally(() => vi.unstubAllEnvs());

    expect(stderr).toBe(
      `realtime-events: main is not a folder, a model.json or a git ref: git says "not a git repository: 'elsewhere'", and GIT_DIR is set.\n`,
    );
  });

  it('a repository without a main branch', async () => {
    expect(await diff(bare)).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: there is no main branch to compare with (none of origin/HEAD, origin/main, origin/master, main, master); name a base.\n',
    });
  });

  it('a branch that has nothing in common with main', async () => {
    await git(bare, 'checkout', '--quiet', '--orphan', 'main');
    // The same files in the same second would be the same commit.
    await commitAll(bare, { 'other.md': '' });
    await git(bare, 'checkout', '--quiet', 'trunk');
    expect(await diff(bare)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('HEAD and main have no commit in common here; '),
    });
  });

  it('a commit that a shallow clone has not fetched', async () => {
    const deep = await repository();
    await commitAll(deep);
    const clone = await folderWith();
    await git(clone, 'clone', '--quiet', '--depth=1', pathToFileURL(deep).href, '.');
    expect(await diff(clone, 'HEAD^1')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: HEAD^1 is not a folder, a model.json or a git ref; the clone has only the last commits: fetch more of the history (git fetch --unshallow).\n',
    });
  });
});

describe('docs with errors', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await folderWith({
      ...radio('', 'old'),
      ...faultyIn('new'),
      ...tv('', 'old'),
      ...tv(band, 'new'),
    });
  });

  it('are told, and what cannot be compared is named; the rest is compared', async () => {
    expect(await diff(cwd, 'old', 'new')).toEqual({
      status: 1,
      stdout: expect.stringMatching(
        /^0 breaking, .*; not everything was compared\n[^]*event tune of tv\n[^]*\n\nNot compared: radio, whose docs have errors\.\n$/,
      ),
      stderr: expect.stringMatching(
        /^new\/radio\/tune\.md:5:\d+ error type-unknown .*\nMore about this rule: realtime-events\/docs\/rules\.md#type-unknown\n1 error in new\.\n$/,
      ),
    });
  });

  it('are told of the base as well', async () => {
    expect(await diff(cwd, 'new', 'old')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^new\/radio\/tune\.md:5:\d+ error [^]*\n1 error in new\.\n$/),
    });
  });

  it.each([
    ['markdown', 'Not compared: `radio`, whose docs have errors.'],
    ['json', '"source": "radio",'],
    ['github', '::error title=not compared::Not compared: radio, whose docs have errors.'],
    ['sarif', '"executionSuccessful": false'],
  ])('are told in the format %s', async (format, text) => {
    const { status, stdout } = await diff(cwd, 'old', 'new', '--format', format);
    expect([status, stdout]).toEqual([1, expect.stringContaining(text)]);
  });

  it('exit 1 whatever --fail-on says', async () => {
    expect((await diff(cwd, 'old', 'new', '--fail-on', 'never')).status).toBe(1);
  });

  it('leave out single events with --keep-going', async () => {
    const index = '# Events\n\n## Contents\n- [tune](tune.md)\n- [seek](seek.md)\n';
    const two = (folder: string, bullets: string) => ({
      [`${folder}/radio/index.md`]: index,
      [`${folder}/radio/seek.md`]: treePage('seek', bullets),
    });
    const other = await folderWith({
      ...radio('', 'old'),
      ...two('old', ''),
      ...faultyIn('new'),
      ...two('new', band),
    });
    expect(await diff(other, 'old', 'new', '--keep-going')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /seek[^]*\nNot compared: tune of radio, whose docs have errors there\.\n$/,
      ),
    });
  });

  it('tell no approval stale', async () => {
    const approvals = JSON.stringify({
      approvals: [{ fingerprint: 'f1', reason: 'api-change', note: 'n', finding: 'f' }],
    });
    await writeFiles(cwd, { 'realtime-events.approvals.json': approvals });
    expect((await diff(cwd, 'old', 'new')).stdout).not.toContain('f1');
  });
});
