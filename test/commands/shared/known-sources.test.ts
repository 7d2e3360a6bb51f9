/** Sources that `generate` need not read again, and what makes it read them: it must give what a first run gives. */
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { taken, type KnownSource } from '../../../generator/commands/shared/known-sources.ts';
import { randomOf } from '../../support/random.ts';
import { readFiles, runCommand, writeFiles, type Outcome } from '../../support/repository.ts';
import { treePage } from '../../support/small-docs.ts';
import { folderWith, removeFolders, source } from '../../support/small-repository.ts';

afterAll(removeFolders);

const volume = '- `volume` (integer, required): How loud.\n';

const generate = (cwd: string, ...options: readonly string[]): Promise<Outcome> =>
  runCommand(['generate', ...options], { cwd });

/** A project of two sources that were generated. */
async function generatedProject(...options: readonly string[]): Promise<string> {
  const cwd = await folderWith({
    ...source('radio', volume),
    ...source('tv', volume),
    'node_modules/a.txt': '',
  });
  await generate(cwd, ...options);
  return cwd;
}

/** The sources of which a run says that they are unchanged. */
const unchangedIn = ({ stdout }: Outcome): string[] =>
  [...stdout.matchAll(/^(\S+) .* unchanged$/gm)].map(([, id = '']) => id);

/** What a run said and made, but for the times that it took. */
async function resultOf(cwd: string, options: readonly string[]) {
  const { status, stdout, stderr } = await generate(cwd, ...options);
  const said = stdout.replaceAll(/ +(?:\d+ ms|unchanged)$/gm, '');
  return { status, said, stderr, files: await readFiles(path.join(cwd, 'generated')) };
}

/** The same of a run that remembers nothing, over the same files. */
async function resultAfresh(cwd: string, options: readonly string[]) {
  const afresh = await folderWith();
  await cp(cwd, afresh, { recursive: true });
  await rm(path.join(afresh, 'node_modules'), { recursive: true });
  return resultOf(afresh, options);
}

/** Writes a `source.json` again, with a key more. */
async function addToSource(cwd: string, id: string, key: string, value: unknown): Promise<void> {
  const file = `docs-src/${id}/source.json`;
  const text = await readFile(path.join(cwd, file), 'utf8');
  await writeFiles(cwd, { [file]: JSON.stringify({ ...JSON.parse(text), [key]: value }) });
}

/** A source that took so much to read. */
function knownSource(work: number): KnownSource {
  const result = {
    id: 'radio',
    diagnostics: [],
    leftOut: [],
    leftOutByKey: {},
    sound: true,
    unusable: false,
  };
  return { madeOf: '', result, work, files: new Map() };
}

type Change = (cwd: string) => Promise<unknown>;

const correction =
  '---\ntarget: tune/volume\nmatches: 1\nwas: integer, required\nreason: It is not.\nevidence: Heard.\n---\n\n- `volume` (number, required): How loud.\n';

describe('a source is read again when', () => {
  it.each<[string, Change]>([
    [
      'a page has changed',
      (cwd) =>
        writeFiles(cwd, { 'docs-src/radio/tune.md': treePage('tune', volume.replace('in', 'i')) }),
    ],
    ['a page is gone', (cwd) => rm(path.join(cwd, 'docs-src/radio/tune.md'))],
    ['a page has come', (cwd) => writeFiles(cwd, { 'docs-src/radio/more.md': '# more\n' })],
    ['a file has come', (cwd) => writeFiles(cwd, { 'docs-src/radio/more.txt': '' })],
    [
      'a correction has come',
      (cwd) => writeFiles(cwd, { 'docs-src/radio/corrections/a.md': correction }),
    ],
    ['its source.json has changed', (cwd) => addToSource(cwd, 'radio', 'typePrefix', 'Radio')],
    [
      'somebody edited a file of it',
      (cwd) => writeFiles(cwd, { 'generated/radio/types.ts': 'export {};\n' }),
    ],
    [
      'somebody edited its model',
      async (cwd) => {
        const file = path.join(cwd, 'generated/radio/model.json');
        const text = await readFile(file, 'utf8');
        await writeFiles(cwd, { 'generated/radio/model.json': text.replace('loud', 'soft') });
      },
    ],
    [
      'a file of it leads elsewhere',
      async (cwd) => {
        const [file, elsewhere] = [
          path.join(cwd, 'generated/radio/types.ts'),
          path.join(cwd, 'types.ts'),
        ];
        await rename(file, elsewhere);
        await symlink(elsewhere, file);
      },
    ],
    ['a file of it is gone', (cwd) => rm(path.join(cwd, 'generated/radio/types.ts'))],
  ])('%s', async (_, change) => {
    const cwd = await generatedProject();
    await change(cwd);
    const afresh = await resultAfresh(cwd, []);
    const outcome = await generate(cwd);

    expect(unchangedIn(outcome)).toEqual(['tv']);
    expect(await readFiles(path.join(cwd, 'generated'))).toEqual(afresh.files);
  });

  it.each<[string, Change, string[]]>([
    [
      'another tells what they call each other’s events',
      (cwd) =>
        writeFiles(cwd, {
          'docs-src/radio/renames.json':
            '{ "from": ["tv"], "evidence": "Both.", "events": [{ "was": "tune", "is": ["tune"] }] }',
        }),
      [],
    ],
    [
      'the settings have changed',
      (cwd) =>
        writeFiles(cwd, {
          'realtime-events.json': '{ "lint": { "rules": { "page-unlisted": "warning" } } }',
        }),
      [],
    ],
    ['modules name each other differently', async () => {}, ['--import-extension', 'none']],
    ['what has errors is left out', async () => {}, ['--keep-going']],
    [
      'what is remembered was edited',
      async (cwd) => {
        const files = await readFiles(path.join(cwd, 'node_modules/.cache/realtime-events'));
        for (const [file, text] of Object.entries(files))
          await writeFiles(path.join(cwd, 'node_modules/.cache/realtime-events'), {
            [file]: text.replace('"diagnostics":[]', '"diagnostics":[ ]'),
          });
      },
      [],
    ],
  ])('%s', async (_, change, options) => {
    const cwd = await generatedProject();
    await change(cwd);
    const afresh = await resultAfresh(cwd, options);
    const outcome = await generate(cwd, ...options);

    expect(unchangedIn(outcome)).toEqual([]);
    expect(await readFiles(path.join(cwd, 'generated'))).toEqual(afresh.files);
  });

  it('its dialect comes from outside, which may read anything', async () => {
    const dialect =
      'export default { ignores: {}, readSource: () => ({ events: [], sections: [] }), readFields: () => [] };';
    const cwd = await generatedProject();
    await writeFiles(cwd, { 'docs-src/radio/own.mjs': dialect });
    await addToSource(cwd, 'radio', 'dialect', './own.mjs');
    await generate(cwd);
    expect(unchangedIn(await generate(cwd))).toEqual(['tv']);
  });
});

it.each([
  ['takes of the work of a run what reading it took', { left: 10 }, undefined, true, 4],
  ['is not taken where the run may not take as much', { left: 5 }, undefined, false, 5],
  ['is not taken where reading it would be refused', { left: 10 }, 'It is too large.', false, 10],
])('a source that is known %s', (_, work, refusal, isTaken, left) => {
  const known = knownSource(6);
  const source = { id: 'radio', files: new Map(), refusal, work };
  expect(taken(known, source)).toBe(isTaken ? known : undefined);
  expect(work.left).toBe(left);
});

it('single sources are known to the next run of all, and the other way round', async () => {
  const cwd = await generatedProject();
  await writeFiles(cwd, source('radio', ''));
  expect(unchangedIn(await generate(cwd, '--source', 'radio'))).toEqual([]);
  expect(unchangedIn(await generate(cwd, '--source', 'tv'))).toEqual(['tv']);
  expect(unchangedIn(await generate(cwd))).toEqual(['radio', 'tv']);
});

const bullets = [
  volume,
  volume.replace('integer', 'integr'),
  `${volume}- \`band\` (string, optional): Which. Enum: 'am', 'fm'.\n`,
  '\n\n- `name` (string, optional): A name.\n',
] as const;

/** What somebody may do to docs, settings and generated files. */
const edits: readonly [
  (cwd: string, id: string) => Promise<unknown>,
  ...((cwd: string, id: string, text: string) => Promise<unknown>)[],
] = [
  (cwd, id) => rm(path.join(cwd, 'docs-src', id), { recursive: true, force: true }),
  (cwd, id, text) => writeFiles(cwd, source(id, text)),
  (cwd, id, text) => writeFiles(cwd, source(id, text)),
  (cwd, id, text) => writeFiles(cwd, { [`docs-src/${id}/tune.md`]: treePage('tune', text) }),
  (cwd, id) => writeFiles(cwd, { [`docs-src/${id}/corrections/a.md`]: correction }),
  (cwd, id) => rm(path.join(cwd, 'docs-src', id, 'corrections'), { recursive: true, force: true }),
  (cwd, id) =>
    writeFiles(cwd, {
      [`docs-src/${id}/renames.json`]:
        '{ "from": ["tv"], "evidence": "Both.", "events": [{ "was": "tune", "is": ["tune"] }] }',
    }),
  (cwd, _, text) =>
    writeFiles(cwd, {
      'realtime-events.json': JSON.stringify({
        lint: { rules: { 'type-unknown': text === volume ? 'error' : 'warning' } },
      }),
    }),
  (cwd, id) => writeFiles(cwd, { [`generated/${id}/guards.ts`]: '// Somebody was here.\n' }),
  (cwd) => rm(path.join(cwd, 'generated/support-matrix.ts'), { force: true }),
];

it.each([1, 2, 3])('a run after random edits makes what a first run makes: %i', async (seed) => {
  const random = randomOf(seed);
  const cwd = await generatedProject();
  const options = random.one([[], ['--keep-going']]);
  let known = 0;
  for (let step = 0; step < 6; step++) {
    const edit = random.one(edits);
    await edit(cwd, random.one(['radio', 'tv', 'a-tv']), random.one(bullets));
    const afresh = await resultAfresh(cwd, options);
    const outcome = await generate(cwd, ...options);
    known += unchangedIn(outcome).length;
    const said = outcome.stdout.replaceAll(/ +(?:\d+ ms|unchanged)$/gm, '');
    const files = await readFiles(path.join(cwd, 'generated'));
    expect({ status: outcome.status, said, stderr: outcome.stderr, files }).toEqual(afresh);
  }
  expect(known).toBeGreaterThan(0);
});
