/** `generate` and `check`: of which sources, into which folder, and over what. */
import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { manifestFile, readManifest } from '../../generator/output/output-manifest.ts';
import { readFiles, runCommand, writeFiles, type Outcome } from '../support/repository.ts';
import { treePage } from '../support/small-docs.ts';
import { folderWith, removeFolders, source } from '../support/small-repository.ts';

afterAll(removeFolders);

const field = '- `volume` (integer, required): How loud.\n';
const fault = '- `volume` (integr, required): How loud.\n';

const run = (cwd: string, command: string): Promise<Outcome> =>
  runCommand(command.split(' '), { cwd });

/** A folder with the docs of two sources, of which everything is generated. */
async function generatedDocs(): Promise<string> {
  const cwd = await folderWith({ ...source('radio'), ...source('tv') });
  await run(cwd, 'generate');
  return cwd;
}

const generatedIn = (cwd: string) => readFiles(path.join(cwd, 'generated'));

/** The files that differ between two states of a folder. */
function changed(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const files = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return files.filter((file) => before[file] !== after[file]);
}

describe('--source', () => {
  it('generates the files of a source, and leaves those of others as they are', async () => {
    const cwd = await generatedDocs();
    const before = await generatedIn(cwd);
    await writeFiles(cwd, { ...source('radio', field), ...source('tv', field) });
    const { status, stdout } = await run(cwd, 'generate --source radio');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^radio .*\n$/)]);
    const after = await generatedIn(cwd);
    const others = changed(before, after).filter((file) => !file.startsWith('radio/'));
    expect(others).toEqual([manifestFile]);
    expect(after['radio/types.ts']).toContain('volume');
  });

  it('tells what others call its events, though these are not read', async () => {
    const cwd = await folderWith({
      ...source('radio'),
      ...source('tv'),
      'docs-src/radio/renames.json':
        '{ "from": ["tv"], "evidence": "Both.", "events": [{ "was": "zap", "is": ["tune"] }] }',
    });
    await run(cwd, 'generate --source radio');
    const files = await generatedIn(cwd);
    expect(files['radio/expected.ts']).toContain("names: { events: { zap: 'tune' } }");
    expect(files['tv/expected.ts']).toBeUndefined();
  });

  it('keeps what the manifest says of the others', async () => {
    const cwd = await generatedDocs();
    const before = readManifest((await generatedIn(cwd))[manifestFile] ?? '');
    await writeFiles(cwd, { ...source('radio', field), ...source('tv', field) });
    await run(cwd, 'generate --source radio');
    const after = readManifest((await generatedIn(cwd))[manifestFile] ?? '');
    expect([...(after?.files.keys() ?? [])]).toEqual([...(before?.files.keys() ?? [])]);
    expect(after?.sources.get('tv')).toBe(before?.sources.get('tv'));
    expect(after?.sources.get('radio')).not.toBe(before?.sources.get('radio'));
  });

  it('makes the files of all when it names all', async () => {
    const cwd = await generatedDocs();
    await writeFiles(cwd, source('radio', field));
    await run(cwd, 'generate --source radio --source tv');
    expect((await run(cwd, 'check')).status).toBe(0);
  });

  it('does not mind the errors of others', async () => {
    const cwd = await generatedDocs();
    await writeFiles(cwd, { ...source('radio', field), ...source('tv', fault) });
    expect(await run(cwd, 'generate --source radio')).toMatchObject({ status: 0, stderr: '' });
  });

  it('leaves the files of a source alone that the docs no longer have', async () => {
    const cwd = await generatedDocs();
    await rm(path.join(cwd, 'docs-src/tv'), { recursive: true });
    const before = await generatedIn(cwd);
    await run(cwd, 'generate --source radio');
    const others = changed(before, await generatedIn(cwd)).filter((file) => file.startsWith('tv/'));
    expect(others).toEqual([]);
  });

  it('checks the files of a source, and names the command with it', async () => {
    const cwd = await generatedDocs();
    await writeFiles(cwd, source('radio', field));
    expect((await run(cwd, 'check --source tv')).status).toBe(0);
    const { status, stderr } = await run(cwd, 'check --source radio');
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(
        /^generated\/radio\/types\.ts is stale\.$[^]*^Run npx realtime-events generate --source radio$/m,
      ),
    ]);
  });

  it.each([
    ['raido', 'did you mean radio?'],
    ['cinema', 'its sources are radio, tv.'],
  ])('of an unknown name exits 2: %s', async (name, hint) => {
    const cwd = await folderWith({ ...source('radio'), ...source('tv') });
    expect(await run(cwd, `generate --source ${name}`)).toEqual({
      status: 2,
      stdout: '',
      stderr: `realtime-events: docs-src has no source "${name}"; ${hint}\n`,
    });
  });
});

describe('a source with errors', () => {
  const wrong = { ...source('radio', field), ...source('tv', fault) };

  it('keeps its files as they were; the others are generated', async () => {
    const cwd = await generatedDocs();
    const before = await generatedIn(cwd);
    await writeFiles(cwd, wrong);
    const { status, stdout, stderr } = await run(cwd, 'generate');
    expect([status, stdout.split(' ')[0]]).toEqual([1, 'radio']);
    expect(stderr).toMatch(
      /^docs-src\/tv\/tune\.md:5:\d+ error type-unknown .*\nMore about this rule: realtime-events\/docs\/rules\.md#type-unknown\n1 error in the docs\.\ntv was not generated: its files stay as they were\.\n.*--keep-going\.\n$/,
    );
    const after = await generatedIn(cwd);
    expect(after['radio/types.ts']).toContain('volume');
    const others = changed(before, after).filter((file) => !file.startsWith('radio/'));
    expect(others).toEqual([manifestFile]);
  });

  it('is not checked; the others are', async () => {
    const cwd = await generatedDocs();
    await writeFiles(cwd, wrong);
    const { status, stdout, stderr } = await run(cwd, 'check');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^generated\/radio\/types\.ts is stale\.$/m);
    expect(stderr).toMatch(/^tv was not checked: its docs have errors\.$/m);
    expect(stderr).not.toMatch(/^generated\/tv/m);
  });

  it('that is the only one leaves nothing to generate', async () => {
    const cwd = await folderWith(source('radio', fault));
    expect(await run(cwd, 'generate')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Nothing was generated\.$/m),
    });
    expect(await generatedIn(cwd)).toEqual({});
  });
});

describe('the severities of realtime-events.json hold for', () => {
  const settings = (rules: object) => ({
    'realtime-events.json': JSON.stringify({ lint: { rules } }),
  });
  const lenient = settings({ 'type-unknown': 'warning' });

  it.each(['generate', 'check', 'lint', 'coverage', 'diff docs-src docs-src'])(
    '%s: an error that is a warning keeps nothing back',
    async (command) => {
      const cwd = await folderWith({ ...source('radio', fault), ...lenient });
      await run(cwd, 'generate');
      expect((await run(cwd, command)).status).toBe(0);
    },
  );

  it.each(['generate', 'check', 'lint', 'coverage', 'diff docs-src docs-src'])(
    '%s: a warning that is an error does',
    async (command) => {
      const mojibake = '- `volume` (integer, required): It isnâ€™t loud.\n';
      const cwd = await folderWith({
        ...source('radio', mojibake),
        ...settings({ 'encoding-damaged': 'error' }),
      });
      expect((await run(cwd, command)).status).toBe(1);
    },
  );

  it.each(['generate', 'check', 'lint', 'coverage', 'diff docs-src docs-src'])(
    '%s, but not for an error that leaves no model',
    async (command) => {
      const cwd = await folderWith({
        'docs-src/radio/source.json': '{}',
        ...settings({ 'source-invalid': 'off' }),
      });
      expect((await run(cwd, command)).status).toBe(2);
    },
  );

  it('a file of another name with --config', async () => {
    const cwd = await folderWith({
      ...source('radio', fault),
      'mine.json': lenient['realtime-events.json'],
    });
    expect((await run(cwd, 'generate --config mine.json')).status).toBe(0);
    expect((await run(cwd, 'generate')).status).toBe(1);
  });
});

describe('--keep-going', () => {
  it('leaves out an event that has errors; check does so, too', async () => {
    const cwd = await folderWith({
      ...source('radio'),
      'docs-src/radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](lost.md)\n',
      'docs-src/radio/lost.md': treePage('lost', fault),
    });
    expect(await run(cwd, 'generate --keep-going')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^radio was generated without "lost"\.$/m),
    });
    const { status, stderr } = await run(cwd, 'check --keep-going');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^radio was checked without "lost"\.$/m);
    expect(stderr).not.toContain('stale');
  });

  it('leaves a source with errors, its entries, and the files of all as they are', async () => {
    const cwd = await generatedDocs();
    const before = await generatedIn(cwd);
    await writeFiles(cwd, {
      ...source('radio', field),
      'docs-src/tv/index.md': '# Events\n\n## Contents\n- words\n',
    });
    expect(await run(cwd, 'generate --keep-going')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^tv was not generated: its files stay as they were\.$/m),
    });
    const after = await generatedIn(cwd);
    const others = changed(before, after).filter((file) => !file.startsWith('radio/'));
    expect(others).toEqual([manifestFile]);
    const manifests = [before, after].map((files) => readManifest(files[manifestFile] ?? ''));
    expect(manifests[1]?.sources.get('tv')).toBe(manifests[0]?.sources.get('tv'));
  });
});

describe('a file of somebody else', () => {
  const mine = { 'generated/radio/types.ts': '// mine\n' };

  it('is not overwritten, and named', async () => {
    const cwd = await folderWith({ ...source('radio'), ...mine });
    expect(await run(cwd, 'generate')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: cannot write generated: generated/radio/types.ts is in the place of a generated file, and not written by realtime-events; move it away, or replace it with --force.\n',
    });
    expect(await generatedIn(cwd)).toEqual({ 'radio/types.ts': '// mine\n' });
  });

  it('is told by check', async () => {
    const cwd = await folderWith({ ...source('radio'), ...mine });
    expect((await run(cwd, 'check')).stderr).toMatch(
      /^generated\/radio\/types\.ts is not written by realtime-events: move it away, or run npx realtime-events generate --force$/m,
    );
  });

  it('is replaced with --force', async () => {
    const cwd = await folderWith({ ...source('radio'), ...mine });
    expect((await run(cwd, 'generate --force')).status).toBe(0);
    expect((await run(cwd, 'check')).status).toBe(0);
  });
});

it('a run that was cut off is told by check, and completed by generate', async () => {
  const cwd = await generatedDocs();
  await writeFiles(cwd, { 'generated/radio/.realtime-events-0.tmp': 'half' });
  const { status, stderr } = await run(cwd, 'check');
  expect([status, stderr]).toEqual([
    1,
    'generated is incomplete, a run was cut off while it wrote: run npx realtime-events generate\n',
  ]);
  await run(cwd, 'generate');
  expect((await run(cwd, 'check')).status).toBe(0);
});

describe('the output folder', () => {
  it('may be the current one', async () => {
    const cwd = await folderWith(source('radio'));
    const inner = path.join(cwd, 'inner');
    await mkdir(inner);
    expect(await run(inner, 'generate --docs-src ../docs-src --out .')).toMatchObject({
      status: 0,
    });
    expect(Object.keys(await readFiles(inner))).toContain('radio/types.ts');
  });

  it('may be a link to a folder, but not to the docs', async () => {
    const cwd = await folderWith({ ...source('radio'), 'real/a.txt': '' });
    await symlink('real', path.join(cwd, 'generated'));
    await symlink('docs-src/radio', path.join(cwd, 'docs-too'));
    expect((await run(cwd, 'generate')).status).toBe(0);
    expect(Object.keys(await readFiles(path.join(cwd, 'real')))).toContain('radio/types.ts');
    expect(await run(cwd, 'generate --out docs-too')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^realtime-events: cannot write into docs-too: the docs are in docs-src, /,
      ),
    });
  });
});

describe('--import-extension', () => {
  /** What the modules of a folder import, each once. */
  const importsIn = (files: Readonly<Record<string, string>>): string[] => {
    const imports = Object.values(files).flatMap((text) =>
      Array.from(
        text.matchAll(/^(?:import|export|\}) .*from '(\..+)';$/gm),
        ([, name = '']) => name,
      ),
    );
    return [...new Set(imports)].toSorted();
  };

  it.each([
    ['js', '.js'],
    ['ts', '.ts'],
    ['none', ''],
  ])('with %s, modules name each other with "%s" at the end', async (extension, ending) => {
    const cwd = await folderWith(source('radio', field));
    await run(cwd, `generate --import-extension ${extension}`);
    const imports = importsIn(await generatedIn(cwd));

    expect(imports).toContain(`../runtime/outcomes${ending}`);
    expect(imports).toContain(`./types${ending}`);
    expect(imports.filter((name) => path.posix.extname(name) !== ending)).toEqual([]);
  });

  it('is to be said to check, too, whose hint says it', async () => {
    const cwd = await folderWith(source('radio', field));
    await run(cwd, 'generate --import-extension ts');

    expect(await run(cwd, 'check --import-extension ts')).toMatchObject({ status: 0 });
    expect(await run(cwd, 'check --import-extension none')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Run npx realtime-events generate --import-extension none\n'),
    });
  });
});
