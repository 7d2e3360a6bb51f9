/** `diff`, as it is typed; the tests of one run share it. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitAll, git, makeRepository } from '../support/git-repository.ts';
import { json } from '../support/models.ts';
import { root, runCommand, writeFiles, type Outcome } from '../support/repository.ts';
import {
  after,
  band,
  before,
  diff,
  folderWith,
  radio,
  removeFolders,
  repository,
  reworded,
} from '../support/small-repository.ts';

afterAll(removeFolders);

const firstLine = ({ stdout }: Outcome): string => stdout.split('\n')[0] ?? '';
const changed = '1 breaking, 1 dangerous, 0 safe, 0 docs; suggests a major version';
const unchanged = '0 breaking, 0 dangerous, 0 safe, 0 docs; suggests no new version';

it('--help tells what the sides are, and every option with what it may be', async () => {
  const { status, stdout } = await runCommand(['diff', '--help']);
  expect(status).toBe(0);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    'Each side is a folder of sources, a model.json or a git ref.',
  );
  expect(stdout.match(/^ {2}--[\w-]+/gm)?.map((option) => option.trim())).toEqual([
    '--docs-src',
    '--config',
    '--keep-going',
    '--role',
    '--profile',
    '--fail-on',
    '--format',
    '--as',
    '--event',
    '--approvals',
    '--approve',
    '--note',
    '--finding',
    '--check-version',
  ]);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    '(choices: "breaking", "dangerous", "any", "never", default: "breaking")',
  );
});

describe('without arguments', () => {
  let cwd: string;
  let outcome: Outcome;
  beforeAll(async () => {
    cwd = await repository();
    outcome = await diff(cwd);
  });

  it('compares the working tree with where it left the main branch, and exits 1', () => {
    expect(outcome).toMatchObject({ status: 1, stderr: '' });
    expect(firstLine(outcome)).toBe(changed);
  });

  it('tells each finding with its line', () => {
    expect(outcome.stdout).toMatch(
      /^ {2}- volume: .*\n.*\n {4}docs-src\/radio\/tune\.md:6:1 \(base\) /m,
    );
    expect(outcome.stdout).toMatch(/^ {2}- band: .*\n.*\n {4}docs-src\/radio\/tune\.md:5:\d+ /m);
  });

  it('has no colours, as no screen reads it', () => {
    expect(outcome.stdout).not.toContain('\u001b');
  });

  it('does not count what main has got since', async () => {
    const clone = await repository();
    await git(clone, 'checkout', '--quiet', '-b', 'mine');
    await commitAll(clone);
    await git(clone, 'checkout', '--quiet', 'main');
    await commitAll(clone, radio('- `other` (string, required): Other.\n'));
    await git(clone, 'checkout', '--quiet', 'mine');
    expect(firstLine(await diff(clone))).toBe(changed);
  });

  it('prefers the main branch of the remote', async () => {
    const clone = await repository();
    await git(clone, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    await commitAll(clone);
    expect(firstLine(await diff(clone))).toBe(changed);
  });

  it('reads the corrections of both sides', async () => {
    const clone = await repository({ 'docs-src/radio/corrections/volume.md': '---\n---\n' });
    await rm(path.join(clone, 'docs-src/radio/corrections'), { recursive: true });
    expect(await diff(clone)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        'docs-src/radio/corrections/volume.md:2:1 error correction-invalid ',
      ),
    });
  });

  it('works in a subfolder of the repository', async () => {
    const top = await folderWith(
      Object.fromEntries(Object.entries(before).map(([file, text]) => [`sub/${file}`, text])),
    );
    await makeRepository(top);
    const sub = path.join(top, 'sub');
    await writeFiles(sub, after);
    expect(firstLine(await diff(sub))).toBe(changed);
    const annotated = expect.stringContaining(
      '\n::warning file=sub/docs-src/radio/tune.md,line=5,',
    );
    expect((await diff(sub, '--format', 'github')).stdout).toEqual(annotated);
    const absolute = ['--docs-src', path.join(sub, 'docs-src'), '--format', 'github'];
    expect((await diff(top, ...absolute)).stdout).toEqual(annotated);
    expect(firstLine(await diff(top, '--docs-src', path.join(sub, 'docs-src')))).toBe(changed);
  });
});

it('takes from the docs folder what another source says of the names of two models', async () => {
  const cwd = await repository();
  await runCommand(['generate'], { cwd });
  const text = await readFile(path.join(cwd, 'generated/radio/model.json'), 'utf8');
  const named = (id: string, name: string): string =>
    text.replaceAll('"tune"', `"${name}"`).replaceAll('"id": "radio"', `"id": "${id}"`);
  const events = [{ was: 'tune', is: ['station.selected'] }];
  await writeFiles(cwd, {
    'wire.json': named('wire', 'tune'),
    'shop.json': named('shop', 'station.selected'),
    'docs-src/radio/renames.json': JSON.stringify({ from: ['wire'], evidence: 'Both.', events }),
  });

  const { stdout } = await runCommand(['diff', 'wire.json', 'shop.json'], { cwd });
  expect(stdout).toContain('now called `station.selected`, was `tune`');
  await rm(path.join(cwd, 'docs-src'), { recursive: true });
  const { stdout: alone } = await runCommand(['diff', 'wire.json', 'shop.json'], { cwd });
  expect(alone).toContain('the event is gone');
});

describe('a side may be', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await repository();
    await writeFiles(cwd, radio(band, 'other'));
    await git(cwd, 'checkout', '--quiet', '-b', 'next');
    await commitAll(cwd);
    await runCommand(['generate'], { cwd });
  });

  it.each([
    ['refs', ['main', 'next'], changed],
    ['a ref and the working tree', ['main'], changed],
    ['a commit before another', ['HEAD~1', 'HEAD'], changed],
    ['one ref', ['next', 'next'], unchanged],
    ['a folder', ['main', 'docs-src'], changed],
    ['two folders', ['docs-src', 'other'], '0 breaking'],
    ['a model.json', ['main', 'generated/radio/model.json'], changed],
    ['a model.json that is the base', ['generated/radio/model.json', 'next'], unchanged],
    ['two model.json', ['generated/radio/model.json', 'generated/radio/model.json'], unchanged],
  ])('%s', async (_, args, line) => {
    expect(firstLine(await diff(cwd, ...args))).toMatch(new RegExp(`^${line}`));
  });

  it('a branch that has the name of a folder without sources', async () => {
    await mkdir(path.join(cwd, 'next'));
    expect(firstLine(await diff(cwd, 'main', 'next'))).toBe(changed);
  });
});

describe('the exit status follows --fail-on:', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await repository();
    await writeFiles(cwd, radio(band, 'gone'));
    await writeFiles(
      cwd,
      Object.fromEntries(
        Object.entries(reworded).map(([file, text]) => [file.replace('docs-src', 'words'), text]),
      ),
    );
    await writeFiles(
      cwd,
      radio(
        `${band.replace("'fm'", "'fm', 'dab'")}- \`volume\` (integer, required): How loud.\n`,
        'value',
      ),
    );
  });

  it.each([
    ['breaking', 'docs-src', 1],
    ['breaking', 'value', 0],
    ['dangerous', 'value', 1],
    ['dangerous', 'words', 0],
    ['any', 'words', 1],
    ['never', 'docs-src', 0],
  ])('%s, with the changes of %s: %i', async (failOn, head, status) => {
    expect(await diff(cwd, 'main', head, '--fail-on', failOn)).toMatchObject({
      status,
      stderr: '',
    });
  });
});

describe('verdicts are weighed', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await repository({
      'own.json': '{ "diff": { "rules": { "required-field-removed": "safe" } } }',
    });
  });

  it.each([
    ['--profile strict', '2 breaking, 0 dangerous, 0 safe, 0 docs'],
    ['--profile lenient', '1 breaking, 0 dangerous, 1 safe, 0 docs'],
    ['--profile wire', '1 breaking, 1 dangerous, 0 safe, 0 docs'],
    // The generated types leave the values of fields that are read open.
    ['--profile types', '1 breaking, 0 dangerous, 1 safe, 0 docs'],
    // Whoever writes the event no longer needs the field, and may leave the new value out.
    ['--role server', '0 breaking, 1 dangerous, 1 safe, 0 docs'],
    ['--config own.json', '0 breaking, 1 dangerous, 1 safe, 0 docs'],
  ])('by %s', async (options, line) => {
    expect(firstLine(await diff(cwd, ...options.split(' ')))).toMatch(new RegExp(`^${line}; `));
  });

  it('by realtime-events.json, where there is one', async () => {
    const own = await repository();
    await writeFiles(own, {
      'realtime-events.json': '{ "diff": { "rules": { "required-field-removed": "docs" } } }',
    });
    expect(firstLine(await diff(own))).toMatch(/^0 breaking, 1 dangerous, 0 safe, 1 docs; /);
  });
});

describe('formats', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await repository();
  });

  it.each([
    ['markdown', /^\*\*1 breaking, .*\*\*\n\n### Breaking\n\n- \*\*`tune`\*\*/],
    [
      'github',
      /^1 breaking, .*\n::error file=docs-src\/radio\/tune\.md,.*\n::warning file=docs-src\/radio\/tune\.md,line=5,/,
    ],
    ['sarif', /^\{\n {2}"\$schema": .*\n {2}"version": "2\.1\.0",/],
  ])('%s', async (format, beginning) => {
    expect(await diff(cwd, '--format', format)).toEqual({
      status: 1,
      stdout: expect.stringMatching(beginning),
      stderr: '',
    });
  });

  it('json, as its schema describes it', async () => {
    const schema = await readFile(path.join(root, 'schemas/diff-report.schema.json'), 'utf8');
    const validate = new Ajv2020().compile(JSON.parse(schema));
    validate(json((await diff(cwd, '--format', 'json')).stdout));
    expect(validate.errors).toBeNull();
  });
});

describe('approvals', () => {
  const file = 'realtime-events.approvals.json';
  let cwd: string;
  beforeAll(async () => {
    cwd = await repository();
  });
  const approvals = async () => JSON.parse(await readFile(path.join(cwd, file), 'utf8')).approvals;

  // Each test goes on where the one before it ended.
  it('are written for what makes the diff fail', async () => {
    const { status, stdout, stderr } = await diff(
      cwd,
      '--approve',
      'doc-correction',
      '--note',
      'It was never sent.',
    );
    expect([status, stderr]).toEqual([0, `1 approved in ${file}.\n`]);
    expect(stdout).toMatch(
      /^0 breaking, 1 dangerous, 0 safe, 0 docs, 1 approved; suggests a minor version\n/,
    );
    expect(await approvals()).toEqual([
      {
        fingerprint: expect.stringMatching(/^[\da-f]{16}$/),
        reason: 'doc-correction',
        note: 'It was never sent.',
        finding: expect.stringMatching(/^required-field-removed: radio server tune volume: /),
      },
    ]);
  });

  it('hold after rewording and moving lines, and do not count', async () => {
    await writeFiles(
      cwd,
      radio(`\n\n${band.replace('Which band', 'The band').replace("'fm'", "'fm', 'dab'")}`),
    );
    const { status, stdout } = await diff(cwd);
    expect(status).toBe(0);
    expect(stdout).toContain('    Approved (doc-correction): It was never sent.\n');
  });

  it('are added to those that there are, and only for what is named', async () => {
    const { stdout } = await diff(cwd, '--format', 'json');
    const [dangerous] = JSON.parse(stdout).findings.filter(
      ({ verdict }: { verdict: string }) => verdict === 'dangerous',
    );
    await diff(
      cwd,
      '--approve',
      'api-change',
      '--note',
      'Announced.',
      '--finding',
      dangerous.fingerprint,
    );
    expect((await approvals()).map(({ reason }: { reason: string }) => reason).toSorted()).toEqual([
      'api-change',
      'doc-correction',
    ]);
  });

  it('that the API has changed leave the version to say so', async () => {
    expect(firstLine(await diff(cwd))).toMatch(/, 2 approved; suggests a minor version$/);
  });

  it('that no finding needs are told, and do not make the diff fail', async () => {
    const { status, stdout } = await diff(cwd, 'main', 'main', '--fail-on', 'any');
    expect(status).toBe(0);
    expect(
      stdout.match(/^The approval \w{16} matches no finding any more; remove it\. /gm),
    ).toHaveLength(2);
  });
});

describe('--check-version', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await repository();
  });

  it.each([
    [
      '1.1.0',
      1,
      'package.json: the version goes from 1.0.0 to 1.1.0, but the changes ask for a major version, 2.0.0 at least.\n',
    ],
    ['2.0.0', 0, ''],
  ])('holds %s of the working tree against the base', async (version, status, stderr) => {
    await writeFiles(cwd, { 'package.json': JSON.stringify({ version }) });
    expect(await diff(cwd, '--check-version', '--fail-on', 'never')).toMatchObject({
      status,
      stderr,
    });
  });

  it('reads the package.json of refs', async () => {
    await git(cwd, 'checkout', '--quiet', '-b', 'next');
    await commitAll(cwd, { 'package.json': '{ "version": "1.0.1" }' });
    expect(await diff(cwd, 'main', 'next', '--check-version', '--fail-on', 'never')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^package\.json: the version goes from 1\.0\.0 to 1\.0\.1, /),
    });
  });

  it.each([
    ['without a version', '{}', 'is missing; add it, or see that it is the file you mean'],
    [
      'with another text',
      '{ "version": "\\u001b[31m\\n::error::x" }',
      'must be a version, such as 1.2.3',
    ],
  ])('refuses a package.json %s', async (_, text, fault) => {
    await writeFiles(cwd, { 'package.json': text });
    expect(await diff(cwd, '--check-version')).toMatchObject({
      status: 2,
      stderr: `realtime-events: package.json of the working tree: "version" ${fault}.\n`,
    });
  });
});
