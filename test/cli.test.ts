/** The commands as they are typed, run in this process; those of one run share it. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceJson } from './support/docs.ts';
import {
  newFolder,
  readFiles,
  runCommand,
  writeFiles,
  type Outcome,
} from './support/repository.ts';
import { treePage } from './support/small-docs.ts';

/** A source with two events, in the fewest words. */
const summary = {
  'source.json': sourceJson('event-summary', { index: { server: 'events.md' } }),
  'events.md': [
    '# Radio events',
    '',
    '## Event Reference',
    '',
    '### Session',
    '',
    '- `session.created` - the session is open',
    '- `session.closed` - the session is over',
    '',
    '## Event Examples',
    '',
  ].join('\n'),
};

/** The same with an error on its ninth line. */
const faulty = {
  ...summary,
  'events.md': summary['events.md'].replace('is over\n', 'is over\n- no event\n'),
};

/** What is generated of a source named `radio`. */
const generatedFiles = [
  '.realtime-events-manifest.json',
  'radio/asyncapi.json',
  'radio/constants.ts',
  'radio/expected.ts',
  'radio/guards.ts',
  'radio/index.ts',
  'radio/model.json',
  'radio/parse.ts',
  'radio/schemas.ts',
  'radio/send.ts',
  'radio/server.exact.schema.json',
  'radio/server.schema.json',
  'radio/types.ts',
  'runtime/advice.ts',
  'runtime/event-error.ts',
  'runtime/expectations.ts',
  'runtime/handlers.ts',
  'runtime/message.ts',
  'runtime/misfits.ts',
  'runtime/objects.ts',
  'runtime/outcomes.ts',
  'runtime/sending.ts',
  'runtime/similar.ts',
  'runtime/standard-schema.ts',
  'runtime/types.ts',
  'runtime/words.ts',
  'support-matrix.html',
  'support-matrix.json',
  'support-matrix.md',
  'support-matrix.ts',
];

type Sources = Readonly<Record<string, Readonly<Record<string, string>>>>;

const workplaces: string[] = [];
afterAll(() => Promise.all(workplaces.map((folder) => rm(folder, { recursive: true }))));

/** A folder to run the program in, with these sources and files. */
async function workplace(sources: Sources = {}, files: Readonly<Record<string, string>> = {}) {
  const pages = Object.entries(sources).flatMap(([id, source]) =>
    Object.entries(source).map(([file, text]) => [`docs-src/${id}/${file}`, text] as const),
  );
  const folder = await newFolder({ ...Object.fromEntries(pages), ...files });
  workplaces.push(folder);
  return folder;
}

const run = (cwd: string, ...args: string[]): Promise<Outcome> => runCommand(args, { cwd });

const generatedIn = (cwd: string) => readFiles(path.join(cwd, 'generated'));

/** Lines of an output, without the last line break. */
const linesOf = (text: string): string[] => text.trimEnd().split('\n');

describe('--help', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await runCommand(['--help']);
  });

  it('exits 0', () => {
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
  });

  it('tells the commands', () => {
    expect(outcome.stdout).toMatch(/^ {2}generate .*\n(?:.*\n)*^ {2}check /m);
  });

  it('tells the exit statuses', () => {
    expect(outcome.stdout).toMatch(/Exit status:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n/);
  });

  it('of a command tells its folders', async () => {
    const { status, stdout } = await runCommand(['generate', '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/--docs-src <dir> .*\n(?:.*\n)*.*--out <dir> /);
  });

  it.each([
    ['init', '--dialect'],
    ['generate', '--force'],
    ['check', '--import-extension'],
    ['lint', '--explain'],
    ['coverage', '--docs-src'],
    ['diff', '--fail-on'],
    ['pull', '--ref'],
    ['validate', '--shape'],
  ])('of %s tells its own options, and so does help', async (command, option) => {
    const help = await runCommand([command, '--help']);
    expect(help.stdout).toContain(`\n  ${option} `);
    expect(await runCommand(['help', command])).toEqual(help);
  });
});

describe('wrong usage exits 2, and says what is wrong', () => {
  const wrong: [string, string[], RegExp][] = [
    ['no command', [], /^Usage: /],
    [
      'an unknown command',
      ['generat'],
      /^realtime-events: there is no command "generat"; did you mean generate\?\n$/,
    ],
    [
      'the help of an unknown command',
      ['wash', '--help'],
      /^realtime-events: there is no command "wash"; the commands are init, generate, .*\.\n$/,
    ],
    [
      'an unknown command behind help',
      ['help', 'generat'],
      /^realtime-events: there is no command "generat"; did you mean generate\?\n$/,
    ],
    [
      'an unknown option',
      ['generate', '--ou', 'here'],
      /^realtime-events: unknown option '--ou' \(Did you mean --out\?\)\n$/,
    ],
    [
      'an option without its value',
      ['generate', '--out'],
      /^realtime-events: option '--out <dir>' argument missing\.\n$/,
    ],
    [
      'an argument too many',
      ['generate', 'docs'],
      /^realtime-events: too many arguments for .*\. Name a source with --source\.\n$/,
    ],
    [
      'an argument too few',
      ['init'],
      /^realtime-events: missing required argument 'name'\. Usage: init \[options\] <name>\.\n$/,
    ],
    [
      'a format of what has none',
      ['lint', '--explain', 'page.md', '--format', 'json'],
      /^realtime-events: option '--explain <page>' cannot be used with option '--format <format>'\.\n$/,
    ],
  ];

  it.each(wrong)('%s', async (_, args, message) => {
    expect(await run(await workplace(), ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(message),
    });
  });
});

describe('a folder that cannot be used exits 2 with one sentence:', () => {
  const cases: [string, Sources, Record<string, string>, string[], RegExp][] = [
    [
      'no docs folder',
      {},
      {},
      ['generate'],
      /^realtime-events: cannot read docs-src: there is no such folder; name the docs with --docs-src, or begin some with "init"\.\n$/,
    ],
    [
      'a file in the place of the docs folder',
      {},
      { 'docs-src': '' },
      ['generate'],
      /^realtime-events: cannot read docs-src: .*\.\n$/,
    ],
    [
      'a docs folder without a source',
      {},
      { 'docs-src/radio/events.md': '# Radio events\n' },
      ['generate'],
      /^realtime-events: docs-src holds no source: there is no subfolder with a source\.json in it; "init" writes one\.\n$/,
    ],
    [
      'a source in the place of the docs folder',
      { radio: summary },
      {},
      ['generate', '--docs-src', 'docs-src/radio'],
      /^realtime-events: docs-src\/radio is a source itself; name the folder that it stands in\.\n$/,
    ],
    [
      'a file in the place of the output folder',
      { radio: summary },
      { out: '' },
      ['generate', '--out', 'out'],
      /^realtime-events: cannot \w+ out: .*\.\n$/,
    ],
    [
      'an output folder in that of git',
      { radio: summary },
      {},
      ['generate', '--out', '.git/hooks'],
      /^realtime-events: cannot write \.git\/hooks: it is in a folder \.git, /,
    ],
    [
      'a new source in the folder of git',
      {},
      {},
      ['init', 'radio', '--docs-src', '.git'],
      /^realtime-events: cannot write \.git\/radio: it is in a folder \.git, /,
    ],
    [
      'an output folder in the docs',
      { radio: summary },
      {},
      ['generate', '--out', 'docs-src/radio/out'],
      /^realtime-events: cannot write into docs-src\/radio\/out: the docs are in docs-src, /,
    ],
    [
      'an output folder below a file',
      { radio: summary },
      { file: '' },
      ['check', '--out', 'file/out'],
      /^realtime-events: cannot \w+ file\/out: .*\.\n$/,
    ],
  ];

  it.each(cases)('%s', async (_, sources, files, args, message) => {
    expect(await run(await workplace(sources, files), ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(message),
    });
  });
});

describe('generate', () => {
  let cwd: string;
  let outcome: Outcome;
  let files: Record<string, string>;
  beforeAll(async () => {
    const flagged = summary['events.md'].replace('is open', 'is open [NOT SUPORTED]');
    cwd = await workplace({ radio: summary, tv: { ...summary, 'events.md': flagged } });
    outcome = await run(cwd, 'generate');
    files = await generatedIn(cwd);
  });

  it('exits 0', () => {
    expect(outcome.status).toBe(0);
  });

  it('writes every file', () => {
    const tv = generatedFiles.map((file) => file.replace('radio/', 'tv/'));
    expect(Object.keys(files)).toEqual([...new Set([...generatedFiles, ...tv])].toSorted());
  });

  it('prints a line for each source', () => {
    expect(linesOf(outcome.stdout)).toEqual([
      expect.stringMatching(/^radio +2 events +2 fields +0 unsupported +0 diagnostics +\d+ ms$/),
      expect.stringMatching(/^tv +2 events +2 fields +1 unsupported +1 diagnostics +\d+ ms$/),
    ]);
  });

  it('counts the warnings, names the command that shows them, and goes on', () => {
    expect(outcome.stderr).toBe('1 warning in the docs: npx realtime-events lint shows them.\n');
  });

  it('writes the same files the second time', async () => {
    await run(cwd, 'generate');
    expect(await generatedIn(cwd)).toEqual(files);
  });

  it('takes the folders that it is told', async () => {
    const other = await workplace();
    await writeFiles(path.join(other, 'my docs/radio'), summary);
    await run(other, 'generate', '--docs-src', 'my docs', '--out', 'my/generated');
    expect(Object.keys(await readFiles(path.join(other, 'my/generated')))).toEqual(generatedFiles);
  });
});

describe('docs with an error', () => {
  let cwd: string;
  let before: Record<string, string>;
  let outcome: Outcome;
  beforeAll(async () => {
    cwd = await workplace({ radio: summary });
    await run(cwd, 'generate');
    before = await generatedIn(cwd);
    await writeFiles(path.join(cwd, 'docs-src'), {
      'radio/events.md': faulty['events.md'].replace('- no event\n', '- no event\n- nor this\n'),
      'radio/stray.md': '# Stray\n',
      'tv/source.json': faulty['source.json'],
      'tv/events.md': faulty['events.md'],
    });
    outcome = await run(cwd, 'generate');
  });

  it('make generate exit 1', () => {
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
  });

  it('are told with file, line, column, severity, rule and a sentence', () => {
    expect(linesOf(outcome.stderr)[0]).toMatch(
      /^docs-src\/radio\/events\.md:9:1 error bullet-unknown \S.*\.$/,
    );
  });

  it('are all told, in the order of file and line', () => {
    expect(outcome.stderr.match(/^\S+:\d+:\d+ error \S+/gm)).toEqual([
      'docs-src/radio/events.md:9:1 error bullet-unknown',
      'docs-src/radio/events.md:10:1 error bullet-unknown',
      'docs-src/radio/stray.md:1:1 error page-unlisted',
      'docs-src/tv/events.md:9:1 error bullet-unknown',
    ]);
  });

  it('leave what was generated before as it is', async () => {
    expect(await generatedIn(cwd)).toEqual(before);
  });

  it('make check exit 1', async () => {
    expect(await run(cwd, 'check')).toMatchObject({ status: 1, stdout: '' });
  });

  it('leave nothing behind where nothing was', async () => {
    const empty = await workplace({ radio: faulty, tv: faulty });
    await run(empty, 'generate');
    expect(await generatedIn(empty)).toEqual({});
  });

  it('make check exit 1, also when a correction is what has the error', async () => {
    const other = await workplace({ radio: { ...summary, 'corrections/one.md': '# Nothing\n' } });
    await run(other, 'generate');
    expect(await run(other, 'check')).toMatchObject({ status: 1 });
  });

  it('make coverage exit 1, with the errors before the figures', async () => {
    const { status, stdout, stderr } = await run(cwd, 'coverage');
    expect([status, stdout.split(' ')[0]]).toEqual([1, 'source']);
    expect(stderr).toContain('docs-src/radio/events.md:9:1 error bullet-unknown');
  });

  it('keep their place when their sentence holds a path', async () => {
    const index = '# Radio\n\n## Contents\n\n- [session.created](../../secret.md)\n';
    const source = sourceJson('openai-tree');
    const other = await workplace({ radio: { 'source.json': source, 'index.md': index } });
    expect((await run(other, 'generate')).stderr).toMatch(
      /^docs-src\/radio\/index\.md:5:3 error link-outside "\.\.\/\.\.\/secret\.md" /m,
    );
  });
});

describe('a source.json that cannot be used', () => {
  const fault =
    'docs-src/radio/source.json:3:14 error source-invalid "dialect" must be one of openai-tree, ';
  let cwd: string;
  beforeAll(async () => {
    const source = summary['source.json'].replace('event-summary', 'morse');
    cwd = await workplace({ radio: { ...summary, 'source.json': source }, tv: faulty });
  });

  it.each([
    ['generate'],
    ['generate --keep-going'],
    ['check'],
    ['lint'],
    ['coverage'],
    ['diff docs-src docs-src'],
  ])('makes %s exit 2, whatever else is wrong', async (command) => {
    const { status, stdout, stderr } = await run(cwd, ...command.split(' '));
    expect([status, stdout + stderr]).toEqual([2, expect.stringContaining(fault)]);
  });
});

it('an event that is left out is named in quotation marks: it may be called "error"', async () => {
  const cwd = await workplace({
    radio: {
      'source.json': sourceJson('openai-tree'),
      'index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [error](error.md)\n',
      'tune.md': treePage('tune'),
      'error.md': treePage('error', '- `a` (text, required)\n'),
    },
  });
  const { status, stderr } = await run(cwd, 'generate', '--keep-going');
  expect([status, linesOf(stderr).at(-1)]).toEqual([1, 'radio was generated without "error".']);
});

describe('check', () => {
  describe('where nothing was generated', () => {
    let cwd: string;
    let outcome: Outcome;
    beforeAll(async () => {
      cwd = await workplace({ radio: summary });
      outcome = await run(cwd, 'check');
    });

    it('says that nothing was generated, and the command that fixes it, and exits 1', () => {
      expect(outcome).toEqual({
        status: 1,
        stdout: '',
        stderr: 'generated has none of the 29 files.\nRun npx realtime-events generate\n',
      });
    });

    it('writes nothing', async () => {
      expect(await generatedIn(cwd)).toEqual({});
    });
  });

  it('tells the folders in the command', async () => {
    const cwd = await workplace();
    await writeFiles(path.join(cwd, 'docs/radio'), summary);
    const { stderr } = await run(cwd, 'check', '--docs-src', 'docs', '--out', 'out');
    expect(linesOf(stderr)[0]).toBe('out has none of the 29 files.');
    expect(linesOf(stderr).at(-1)).toBe(
      'Run npx realtime-events generate --docs-src docs --out out',
    );
  });
});

describe('in the life of a source', () => {
  const foreign = {
    'notes.md': '# Mine\n',
    'tv/mine.ts': '// mine\n',
    'tv/more/mine.json': '{}\n',
  };
  let cwd: string;
  beforeAll(async () => {
    cwd = await workplace({ radio: summary, tv: summary });
    await run(cwd, 'generate');
    await writeFiles(path.join(cwd, 'generated'), foreign);
  });

  // Each test goes on where the one before it ended.
  it('check exits 0 after generate, and does not mind foreign files', async () => {
    expect(await run(cwd, 'check')).toEqual({
      status: 0,
      stdout: 'generated is up to date with docs-src: 41 files.\n',
      stderr: '',
    });
  });

  it('check names what is stale, missing and left over, and exits 1', async () => {
    await rm(path.join(cwd, 'docs-src/tv'), { recursive: true });
    await rm(path.join(cwd, 'generated/radio/guards.ts'));
    await writeFiles(cwd, { 'generated/radio/types.ts': 'export {};\n' });
    const { status, stdout, stderr } = await run(cwd, 'check');
    expect({ status, stdout, lines: linesOf(stderr) }).toEqual({
      status: 1,
      stdout: '',
      lines: [
        'generated/.realtime-events-manifest.json is stale.',
        'generated/radio/guards.ts is missing.',
        'generated/radio/types.ts is stale.',
        'generated/support-matrix.html is stale.',
        'generated/support-matrix.json is stale.',
        'generated/support-matrix.md is stale.',
        'generated/support-matrix.ts is stale.',
        'generated/tv/asyncapi.json is left over.',
        'generated/tv/constants.ts is left over.',
        'generated/tv/expected.ts is left over.',
        'generated/tv/guards.ts is left over.',
        'generated/tv/index.ts is left over.',
        'generated/tv/model.json is left over.',
        'generated/tv/parse.ts is left over.',
        'generated/tv/schemas.ts is left over.',
        'generated/tv/send.ts is left over.',
        'generated/tv/server.exact.schema.json is left over.',
        'generated/tv/server.schema.json is left over.',
        'generated/tv/types.ts is left over.',
        'Run npx realtime-events generate',
      ],
    });
  });

  it('generate removes what is left over, says so, and keeps foreign files beside it', async () => {
    const { stdout } = await run(cwd, 'generate');
    expect(linesOf(stdout).filter((line) => !line.startsWith('radio '))).toEqual(
      generatedFiles
        .filter((file) => file.startsWith('radio/'))
        .map((file) => `removed generated/${file.replace('radio/', 'tv/')}`),
    );
    const files = await generatedIn(cwd);
    expect(files).toMatchObject(foreign);
    expect(Object.keys(files)).toEqual([...generatedFiles, ...Object.keys(foreign)].toSorted());
  });
});
