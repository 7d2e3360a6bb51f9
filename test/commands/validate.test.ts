/** `validate`, as it is typed. */
import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rm } from 'node:fs/promises';
import { sourceJson } from '../support/docs.ts';
import { event, model, required, string } from '../support/models.ts';
import { newFolder, runCommand, writeFiles, type Outcome } from '../support/repository.ts';
import { treePage } from '../support/small-docs.ts';

const band = `- \`band\` (string, optional): Enum: 'am', 'fm'.\n`;
const index = (page: string): string => `# Events\n\n## Contents\n- [${page}](${page}.md)\n`;
const docs = {
  'docs-src/radio/source.json': sourceJson('openai-tree', {
    title: 'Radio',
    index: { server: 'server/index.md', client: 'client/index.md' },
  }),
  'docs-src/radio/server/index.md': index('tuned'),
  'docs-src/radio/server/tuned.md': treePage('tuned', `- \`station\` (string, required)\n${band}`),
  'docs-src/radio/client/index.md': index('tune'),
  'docs-src/radio/client/tune.md': treePage('tune', '- `station` (string, required)\n'),
};

let cwd: string;
beforeAll(async () => {
  cwd = await newFolder(docs);
});
afterAll(() => rm(cwd, { recursive: true }));

async function validate(lines: readonly unknown[], ...options: string[]): Promise<Outcome> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(path.join(cwd, 'log.jsonl'), `${text.join('\n')}\n`);
  return runCommand(['validate', 'log.jsonl', '--source', 'radio', ...options], { cwd });
}

/** The docs of a source as those of another one. */
function copyOf(source: string, other: string): Record<string, string> {
  const files = Object.entries(docs);
  return Object.fromEntries(
    files.map(([file, text]) => [file.replace(`/${source}/`, `/${other}/`), text]),
  );
}

const fine = { type: 'tuned', station: 'one' };

it('is fine with frames that fit', async () => {
  const { status, stdout } = await validate([fine, { type: 'tune', station: 'one' }]);

  expect(stdout.split('\n').slice(0, 3)).toEqual([
    '2 frames of 1 session in 1 file, held against Radio, snapshot 2026-01-31 (radio)',
    '  server events: 1: 1 known, 0 that do not fit, 0 of unknown names; read tolerant, 1 fit the letter of the docs',
    '  client events: 1: 1 known, 0 that do not fit, 0 of unknown names; read exact, 1 fit the letter of the docs',
  ]);
  expect(status).toBe(0);
});

describe('where the package of types is installed', () => {
  const types = 'node_modules/realtime-event-types';
  const televised = model([event('tuned', [required('station', string)])]);
  const installed = {
    [`${types}/package.json`]: JSON.stringify({
      name: 'realtime-event-types',
      exports: { './package.json': './package.json' },
    }),
    [`${types}/dist/data/television/model.json`]: JSON.stringify(televised),
    'log.jsonl': '{"type":"tuned","station":"one"}',
  };
  const validateBy = (source: string, folder: string, ...more: string[]): Promise<Outcome> =>
    runCommand(['validate', 'log.jsonl', '--source', source, ...more], { cwd: folder });

  it.each([
    ['in a folder without docs', {}, '.'],
    ['in a folder below it', { 'app/log.jsonl': installed['log.jsonl'] }, 'app'],
    ['beside docs that have no such source', docs, '.'],
  ])('a source of it is known by its name, %s', async (_, more, below) => {
    const folder = await newFolder({ ...installed, ...more });
    const { status, stdout } = await validateBy('television', path.join(folder, below));
    expect(stdout).toContain('server events: 1: 1 known, 0 that do not fit');
    expect(status).toBe(0);
  });

  it('docs go before it, and other names are told with what it has', async () => {
    const folder = await newFolder({ ...installed, ...docs });
    expect(await validateBy('radio', folder, '--against', 'television')).toMatchObject({
      status: 0,
    });
    expect(await validateBy('televison', folder)).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: docs-src has no source "televison"; its sources are radio. The package of types has television.\n',
    });
  });

  it('corrections are of pages only', async () => {
    const folder = await newFolder(installed);
    expect(await validateBy('television', folder, '--suggest')).toEqual({
      status: 2,
      stdout: '',
      stderr: `realtime-events: --suggest needs the pages of a source, of which ${types}/dist/data/television/model.json is only the model; name the source.\n`,
    });
  });

  it('a folder that is named instead has what it has', async () => {
    const folder = await newFolder({ ...installed, ...docs });
    const { stderr } = await validateBy('television', folder, '--docs-src', './docs-src');
    expect(stderr).toBe(
      'realtime-events: ./docs-src has no source "television"; its sources are radio.\n',
    );
  });

  it('all its sources can be looked up without docs', async () => {
    const folder = await newFolder(installed);
    const { status, stdout } = await runCommand(['support', 'tuned'], { cwd: folder });
    expect(stdout).toContain('tuned');
    expect(status).toBe(0);
  });
});

it('tells what does not fit, how often, where first, and hides what it says', async () => {
  const { status, stdout } = await validate([
    fine,
    { type: 'tuned', station: 1, secret: 'abc' },
    { type: 'tuned', station: 2 },
  ]);

  expect(stdout).toContain(`Does not fit the docs:
  tuned station: is integer, expected string
      2 times in 1 session, first at log.jsonl:2
      {"type":"tuned","station":"<integer>","secret":"<string, 3 characters>"}
`);
  expect(stdout).not.toContain('abc');
  expect(status).toBe(1);
});

describe.each([
  ['mismatch', { type: 'tuned' }, [1, 1, 1, 0]],
  ['unknown name', { type: 'turned' }, [0, 1, 1, 0]],
  ['new value', { ...fine, band: 'uhf' }, [0, 0, 1, 0]],
])('a %s', (_, message, statuses) => {
  it.each(['mismatch', 'unknown', 'new', 'never'].map((one, i) => [one, statuses[i]] as const))(
    'with --fail-on %s exits %i',
    async (threshold, expected) => {
      const { status } = await validate([message], '--fail-on', threshold);
      expect(status).toBe(expected);
    },
  );
});

it('reads every direction exactly with --exact', async () => {
  const { status, stdout } = await validate([{ ...fine, band: 'uhf' }], '--exact');

  expect(stdout).toContain('tuned band: is a value that the docs do not list (string)');
  expect(status).toBe(1);
});

it('asks for the direction of an event that both have, where nothing tells it', async () => {
  const other = await newFolder({
    ...docs,
    'docs-src/radio/client/index.md': '# Events\n\n## Contents\n- [tuned](tune.md)\n',
    'docs-src/radio/client/tune.md': treePage('tuned', '- `station` (string, required)\n'),
    'log.jsonl': `${JSON.stringify(fine)}\n`,
  });
  const args = ['validate', 'log.jsonl', '--source', 'radio'];
  const question =
    'Events of both directions, which these may be either of: tuned (1). --direction says which.';
  for (const format of ['text', 'markdown'])
    expect((await runCommand([...args, '--format', format], { cwd: other })).stdout).toContain(
      format === 'text' ? question : 'tuned (1)',
    );
  const { stdout } = await runCommand([...args, '--direction', 'client'], { cwd: other });
  expect(stdout).not.toContain('Events of both directions');
  await rm(other, { recursive: true });
});

it('shows the name of an event that the docs do not have', async () => {
  const { stdout } = await validate([{ type: 'retuned', station: 'one' }]);

  expect(stdout).toContain('{"type":"retuned","station":"<string, 3 characters>"}');
});

it('shows values with --show-values', async () => {
  const { stdout } = await validate([{ ...fine, band: 'uhf' }], '--show-values');

  expect(stdout).toContain('tuned band: is a value that the docs do not list ("uhf")');
});

it('reads directions and sessions of a log, and only what is wanted of it', async () => {
  const { stdout } = await validate(
    [
      { direction: 'in', event: fine, session: 'a', by: 'x' },
      { direction: 'out', event: { type: 'tune', station: 'one' }, session: 'b', by: 'x' },
      { direction: 'in', event: fine, session: 'c', by: 'y' },
    ],
    '--where',
    'by=x',
  );

  expect(stdout).toContain('2 frames of 2 sessions in 1 file');
});

it('tells of no event that was not there which fields no message of it had', async () => {
  const { stdout } = await validate([{ type: 'tune' }], '--direction', 'server');

  expect(stdout).toContain('tune: the docs do not have this event. It is a client event');
  expect(stdout).not.toContain('Fields of the docs that no message had');
});

it('tells lines that hold no event', async () => {
  const { status, stdout } = await validate([fine, 'no json', '[1]', { type: 1 }, '']);

  expect(stdout).toContain('a frame: is not JSON\n      once in 1 session, first at log.jsonl:2');
  expect(stdout).toContain('a frame: is not a JSON object');
  expect(stdout).toContain(
    'a frame: has no text in "type", which is where the name of an event is',
  );
  expect(status).toBe(1);
});

it('reads hostile lines', async () => {
  const { status, stdout } = await validate(
    [
      fine,
      `{"type":"tuned","station":"a","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      '{"type":"__proto__"}',
      '{"type":"tuned","station":"a","__proto__":{"x":1},"constructor":1}',
      '{"type":"tuned","station":"a","\\u001b[31m":1}',
      `{"type":"${'x'.repeat(10_000)}"}`,
    ],
    '--show-values',
  );

  expect(stdout).toContain('6 frames of 1 session in 1 file');
  expect(stdout).toContain('tuned deep: is array');
  expect(stdout).toContain('__proto__: the docs do not have this event');
  expect(stdout).toContain('tuned __proto__: is object');
  expect(stdout).toContain('tuned \\u001b[31m: is integer');
  expect(stdout).not.toContain('x'.repeat(201));
  expect(status).toBe(0);
});

it('reads a log that is packed', async () => {
  await writeFile(path.join(cwd, 'log.jsonl.gz'), gzipSync(JSON.stringify(fine)));
  const { stdout } = await runCommand(['validate', 'log.jsonl.gz', '--source', 'radio'], { cwd });

  expect(stdout).toContain('1 frame of 1 session in 1 file');
});

it.each([
  ['nothing.jsonl', 'cannot read nothing.jsonl: it is not there.'],
  ['docs-src', 'docs-src is a folder; name the files in it.'],
])('refuses %s', async (file, message) => {
  const { status, stderr } = await runCommand(['validate', file, '--source', 'radio'], { cwd });

  expect([status, stderr]).toEqual([2, `realtime-events: ${message}\n`]);
});

it('tells which of several sources fits best', async () => {
  await writeFiles(cwd, {
    'docs-src/tv/source.json': sourceJson('openai-tree', { index: { server: 'index.md' } }),
    'docs-src/tv/index.md': index('shown'),
    'docs-src/tv/shown.md': treePage('shown'),
  });
  const { stdout } = await validate(
    [fine, { type: 'shown' }, { type: 'shown' }],
    '--against',
    'tv',
  );

  expect(stdout).toContain(`How many frames fit each source. tv fits most of them: 2 of 3.
  event  frames  radio  tv
  shown       2      0   2
  tuned       1      1   0
  all         3      1   2
`);
});

it('tells who runs a server first what it leaves out', async () => {
  const { stdout } = await validate([{ type: 'tuned' }], '--role', 'server');

  expect(stdout).toContain(
    'Left out, and the reference always has it:\n  tuned station: is missing, expected string\n',
  );
});

it('merges reports', async () => {
  const one = await validate([fine], '--format', 'json');
  const other = await validate([{ type: 'tuned' }], '--format', 'json');
  await writeFiles(cwd, { 'a.json': one.stdout, 'b.json': other.stdout });
  const { status, stdout } = await runCommand(['validate', '--merge', 'a.json', 'b.json'], { cwd });

  expect(stdout).toContain('2 frames of 1 session in 2 files');
  expect(status).toBe(1);
});

describe('reports about several sources', () => {
  const report = async (name: string, ...options: string[]): Promise<void> => {
    const { stdout } = await validate([fine], '--format', 'json', ...options);
    await writeFiles(cwd, { [name]: stdout });
  };

  it('merge source by source', async () => {
    await writeFiles(cwd, copyOf('radio', 'wireless'));
    await report('a.json', '--against', 'wireless');
    const { stdout } = await runCommand(['validate', '--merge', 'a.json', 'a.json'], { cwd });

    expect(stdout).toMatch(/tuned +2 +2 +2\n/);
  });

  it('were made of logs that are read, so that nothing can be asked of these', async () => {
    const { status, stderr } = await runCommand(['validate', '--merge', 'a.json', '--exact']);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('--exact has no effect with --merge: '),
    ]);
  });

  it('do not merge with those of others', async () => {
    await writeFiles(cwd, copyOf('radio', 'wireless'));
    await report('a.json', '--against', 'wireless');
    await report('b.json');
    const { status, stderr } = await runCommand(['validate', '--merge', 'a.json', 'b.json'], {
      cwd,
    });

    expect(stderr).toContain(
      'a.json and b.json cannot be merged: one is of radio, wireless, the other of radio.',
    );
    expect(status).toBe(2);
  });
});

describe('--suggest', () => {
  const event = { ...fine, since: 5 };

  it('prints corrections of what several sessions have', async () => {
    const { stdout, stderr } = await validate(
      [
        { event, session: 'a' },
        { event: { ...event, own: true }, session: 'b' },
      ],
      '--suggest',
    );

    expect(stdout).toContain(`traffic-tuned-since.md:

---
target: tuned/since
matches: 1
was: absent
reason: Messages have it, and the page does not.
evidence: "recorded traffic: 2 messages in 2 sessions, the first at log.jsonl:1"
---

- \`since\` (integer, optional)
`);
    expect(stderr).toBe(
      '1 field is that of one session only, which is no evidence; no correction is suggested of it.\n',
    );
  });

  it('needs the pages', async () => {
    await validate([event]);
    await writeFiles(cwd, { 'model.json': '{}' });
    const args = ['validate', 'log.jsonl', '--source', 'model.json', '--suggest'];
    const { status, stderr } = await runCommand(args, { cwd });

    expect([status, stderr]).toEqual([
      2,
      'realtime-events: --suggest needs the pages of a source, of which model.json is only the model; name the source.\n',
    ]);
  });
});
