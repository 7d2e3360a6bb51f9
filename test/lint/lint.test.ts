/** `lint`, as it is typed. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Texts } from '../support/docs.ts';
import { makeRepository } from '../support/git-repository.ts';
import {
  root,
  runCommand,
  temporaryFolder,
  writeFiles,
  type Outcome,
} from '../support/repository.ts';
import { rest, restSection, tree } from '../support/small-docs.ts';

const field = '- `a` (object, optional): Text. [NOT SUPPORTET]\n';
const malformed = '- `a` (object): Text.\n  - `b` (string, required)\n';

/** Runs `lint` where the docs are in `docs-src`. */
async function lint(
  docs: Texts,
  args: readonly string[] = [],
  others: Texts = {},
): Promise<Outcome> {
  const cwd = await temporaryFolder(others);
  await writeFiles(path.join(cwd, 'docs-src'), docs);
  return runCommand(['lint', ...args], { cwd });
}

/** The same docs as those of another source. */
function rename(docs: Texts, id: string): Texts {
  return Object.fromEntries(
    Object.entries(docs).map(([file, text]) => [file.replace(/^radio\//, `${id}/`), text]),
  );
}

describe('docs', () => {
  test('without a fault', async () => {
    expect(await lint(tree(''))).toEqual({
      status: 0,
      stdout: '0 errors, 0 warnings, 0 info.\n',
      stderr: '',
    });
  });

  test('of one source are those that are asked for', async () => {
    const docs = { ...tree(field), ...rename(tree(malformed), 'tv') };
    expect(await lint(docs, ['--source', 'radio'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('0 errors, 1 warning'),
    });
    expect(await lint(docs, ['--source', 'radios'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean radio?'),
    });
  });

  test('of one source are held against those of the sources whose names it speaks of', async () => {
    const renames = {
      from: ['tv'],
      evidence: 'Both masts.',
      events: [{ was: 'zap', is: ['tune'] }],
    };
    const docs = {
      ...tree(''),
      'radio/renames.json': JSON.stringify(renames),
      ...rename(tree(malformed), 'tv'),
    };
    expect(await lint(docs, ['--source', 'radio'])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/no event of tv is called zap[^]*\n1 error, 0 warnings/),
    });
  });

  test('are JSON as its schema describes it', async () => {
    const schema = await readFile(path.join(root, 'schemas/lint-report.schema.json'), 'utf8');
    const validate = new Ajv2020().compile(JSON.parse(schema));
    const { stdout } = await lint(tree(field + malformed.replace('`a`', '`c`')), [
      '--format',
      'json',
    ]);
    validate(JSON.parse(stdout));

    expect(validate.errors).toBeNull();
  });

  test('with a warning are fine', async () => {
    expect(await lint(tree(field))).toEqual({
      status: 0,
      stdout:
        'docs-src/radio/tune.md:5:33 warning flag-near-miss [NOT SUPPORTET] is read as [NOT SUPPORTED]; fix its spelling.\n' +
        'More about this rule: realtime-events/docs/rules.md#flag-near-miss\n' +
        '0 errors, 1 warning, 0 info.\n',
      stderr: '',
    });
  });

  test('with an error are not', async () => {
    expect(await lint(tree(malformed))).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        / error field-malformed .*\nMore about this rule: realtime-events\/docs\/rules\.md#field-malformed\n1 error, 0 warnings, 0 info\.\n$/,
      ),
    });
  });

  test('in another folder and format', async () => {
    const cwd = await temporaryFolder();
    await writeFiles(path.join(cwd, 'pages'), tree(field));
    const args = ['lint', '--docs-src', 'pages/', '--format', 'github'];

    expect(await runCommand(args, { cwd })).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^::warning file=pages\/radio\/tune\.md,line=5,/),
    });
  });
});

test('for a service, files are named from the top of the repository', async () => {
  const top = await temporaryFolder();
  await writeFiles(path.join(top, 'api/docs-src'), tree(field));
  await makeRepository(top);
  const lines = await Promise.all(
    ['text', 'github', 'sarif'].map(async (format) => {
      const cwd = path.join(top, 'api');
      const { stdout } = await runCommand(['lint', '--format', format], { cwd });
      return /[\w/-]*radio\/tune\.md/.exec(stdout)?.[0];
    }),
  );

  expect(lines).toEqual([
    'docs-src/radio/tune.md',
    'api/docs-src/radio/tune.md',
    'api/docs-src/radio/tune.md',
  ]);
});

describe('severities of their own', () => {
  const settings = (severity: string) =>
    JSON.stringify({ lint: { rules: { 'flag-near-miss': severity } } });

  test('are those of realtime-events.json', async () => {
    const found = await lint(tree(field), [], { 'realtime-events.json': settings('error') });

    expect(found).toMatchObject({ status: 1, stdout: expect.stringContaining(' error flag-near') });
  });

  test('or of the file that --config names', async () => {
    const found = await lint(tree(field), ['--config', 'own.json'], {
      'own.json': settings('off'),
    });

    expect(found).toMatchObject({ status: 0, stdout: '0 errors, 0 warnings, 0 info.\n' });
  });

  test('do not follow their contract', async () => {
    const found = await lint(tree(field), [], { 'realtime-events.json': settings('no') });

    expect(found).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: realtime-events.json: "lint.rules.flag-near-miss" must be one of off, info, warning, error.\n',
    });
  });

  test('are not there', async () => {
    expect(await lint(tree(field), ['--config', 'own.json'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^realtime-events: cannot read own\.json: .*\n$/),
    });
  });
});

describe('sentences that are kept as words only', () => {
  const docs = tree('- `a` (string, optional): Masts take it at night only.\n');
  const told =
    'docs-src/radio/tune.md:5:1 info words-only "Masts take it at night only" (tune/a) may state a fact ("only"), and is kept as words only; a correction can state it.\n';
  const settings = (severity: string) => ({
    'realtime-events.json': JSON.stringify({ lint: { rules: { 'words-only': severity } } }),
  });

  test('are counted, with the command that lists them', async () => {
    expect(await lint(docs, ['--source', 'radio'])).toMatchObject({
      status: 0,
      stdout:
        '0 errors, 0 warnings, 0 info.\n' +
        '1 sentence may state a fact and is kept as words only: npx realtime-events lint --source radio --words shows it.\n',
    });
  });

  test('are listed', async () => {
    expect(await lint(docs, ['--words'])).toMatchObject({
      status: 0,
      stdout: `${told}More about this rule: realtime-events/docs/rules.md#words-only\n0 errors, 0 warnings, 1 info.\n`,
    });
  });

  test.each([
    [
      'are told as the settings want',
      'error',
      1,
      / error words-only .*\n.*\n1 error, 0 warnings, 0 info\.\n$/,
    ],
    [
      'are not even counted where the settings say so',
      'off',
      0,
      /^0 errors, 0 warnings, 0 info\.\n$/,
    ],
  ])('%s', async (_, severity, status, stdout) => {
    expect(await lint(docs, [], settings(severity))).toMatchObject({
      status,
      stdout: expect.stringMatching(stdout),
    });
  });

  test('are a number in JSON, and diagnostics where they are asked for', async () => {
    const outcomes = await Promise.all(
      [[], ['--words']].map((args) => lint(docs, ['--format', 'json', ...args])),
    );

    expect(outcomes.map(({ stdout }): unknown => JSON.parse(stdout))).toEqual([
      expect.objectContaining({ wordsOnly: 1, diagnostics: [] }),
      expect.objectContaining({
        wordsOnly: 1,
        diagnostics: [expect.objectContaining({ rule: 'words-only' })],
      }),
    ]);
  });
});

describe('--explain', () => {
  test('prints what became of each line, and what is wrong with it', async () => {
    expect(await lint(tree(field), ['--explain', 'docs-src/radio/tune.md'])).toEqual({
      status: 0,
      stdout: `1  structure  # tune
2
3  structure  ## Properties
4  structure  - \`type\` (string, required): Enum: 'tune'.
5  structure  - \`a\` (object, optional): Text. [NOT SUPPORTET]
   ^ docs-src/radio/tune.md:5:33 warning flag-near-miss [NOT SUPPORTET] is read as [NOT SUPPORTED]; fix its spelling.
6

structure      4  became part of the model, or was found to agree with it
More about this rule: realtime-events/docs/rules.md#flag-near-miss
`,
      stderr: '',
    });
  });

  test('finds the page from the docs folder as well', async () => {
    expect(await lint(tree(field), ['--explain', 'radio/tune.md'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^1 {2}structure {2}# tune\n/),
    });
  });

  test('says what was not read', async () => {
    const found = await lint(tree(malformed), ['--explain', 'radio/tune.md']);

    expect(found).toMatchObject({ status: 1, stdout: expect.stringMatching(/^6 {2}nothing {4}/m) });
  });

  /** The line of the legend that says what a fate means. */
  const legend = async (fate: string, docs: Texts, others: Texts = {}) => {
    const { stdout } = await lint(docs, ['--explain', 'radio/tune.md'], others);
    return new RegExp(`^${fate} +\\d+ {2}(.*)$`, 'm').exec(stdout)?.[1];
  };

  test.each([
    ['an error', 'was not read, since the page has an error', tree(malformed)],
    [
      'a line in no place of the dialect',
      'was lost: the dialect reads nothing in such a place (line-unaccounted)',
      tree('- `a` (object, required)\n  - ...\n    - lost\n'),
    ],
    [
      'a source.json with an error',
      'was not read, since source.json has an error',
      { ...tree(''), 'radio/source.json': '{}' },
    ],
  ])('says why nothing became of a line: %s', async (_, meaning, docs) => {
    expect(await legend('nothing', docs)).toBe(meaning);
  });

  test('says so where the rule is off as well', async () => {
    const docs = tree('- `a` (object, required)\n  - ...\n    - lost\n');
    const others = {
      'realtime-events.json': JSON.stringify({ lint: { rules: { 'line-unaccounted': 'off' } } }),
    };

    expect(await legend('nothing', docs, others)).toMatch(/^was lost: /);
  });

  test('says of a section that nothing points at that it is not part of the model', async () => {
    expect(await legend('structure', rest('', { sections: restSection('Part') }))).toBe(
      'became part of the model, or was found to agree with it, but for sections that nothing points at',
    );
  });

  test('knows no other page', async () => {
    expect(await lint(tree(field), ['--explain', 'radio/lost.md'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'realtime-events: docs-src has no page radio/lost.md.\n',
    });
  });

  test('knows what page was meant', async () => {
    expect(await lint(tree(field), ['--explain', 'docs-src/radio/tnue.md'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: docs-src has no page docs-src/radio/tnue.md; did you mean docs-src/radio/tune.md?\n',
    });
  });
});

test.each([
  ['--format', 'xml'],
  ['--formt', 'json'],
])('%s %s is wrong usage', async (...args) => {
  expect(await lint(tree(''), args)).toMatchObject({ status: 2, stdout: '' });
});

test('a folder that is not there is named', async () => {
  expect(await runCommand(['lint', '--docs-src', 'lost'])).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'realtime-events: cannot read lost: there is no such folder; name the docs with --docs-src, or begin some with "init".\n',
  });
});
