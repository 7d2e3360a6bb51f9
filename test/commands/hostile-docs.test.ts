/**
 * Docs whose every text wants to be obeyed, by a terminal or by the runner of a job: whatever command prints them, in
 * whatever format, it is not.
 */
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatNames as diffFormats } from '../../generator/diff/reports/index.ts';
import { formatNames as lintFormats } from '../../generator/lint/reports/index.ts';
import { sourceJson } from '../support/docs.ts';
import { makeRepository } from '../support/git-repository.ts';
import { readFiles, runCommand, writeFiles, type Outcome } from '../support/repository.ts';
import { treePage } from '../support/small-docs.ts';
import { folderWith, removeFolders } from '../support/small-repository.ts';

afterAll(removeFolders);

/**
 * A text that a runner obeys within a line, one that it obeys at the beginning of a line, and one for a terminal, with a colour
 * that reports have, too.
 */
const within = '##[add-mask]x ##VSO[task.complete]';
const beginning = '::set-env name=a::b';
const screen = '\u001b[2J\u001b[8m\u001b[31m\u009b31m\u202e\u2028';
const all = `${within} ${screen}`;

/** What of an output would be obeyed. Annotations are, where they are what is printed. */
function obeyed({ stdout, stderr }: Outcome, isAnnotations = false): string[] {
  const annotation = /^::(?:error|warning|notice) [^:]*::/;
  return `${stdout}\n${stderr}`
    .split('\n')
    .filter(
      (line) =>
        /##(?:vso)?\[/i.test(line) ||
        (line.trim().startsWith('::') && !(isAnnotations && annotation.test(line))) ||
        /(?!\t)[\p{Cc}\u202e\u2028]/u.test(line),
    );
}

const words = `${all}\n\n  ${beginning}\n`;
const sound = (volume: string): string =>
  treePage(
    'tune',
    `- \`volume\` (integer, required): ${volume}\n- \`band\` (string, optional): ${all} Enum: '${screen}'.\n`,
  );

/** Docs that have every kind of fault, each with such a text; and such names of files. */
const faulty = {
  'radio/source.json': sourceJson('openai-tree', {
    title: all,
    shapes: { Station: [`tune/${within}`] },
    ignore: [`${beginning}*.md`],
  }),
  'radio/index.md': `# Events\n\n## Contents\n- [tune](tune.md)\n- [${within}](other.md)\n- [gone](${beginning}.md)\n`,
  'radio/tune.md': [
    treePage('tune').trimEnd(),
    `- \`volume\` (${within}, required): ${words}`,
    `- \`level\` (integer, required): Default: \`${within}\`.`,
    `- ${within}`,
    `- \`part\` (object, required): [NOT ${within}] Enum: '${within}', ${beginning}.`,
    '',
    beginning,
    '',
    `## ${within}`,
    '',
    `${beginning} ${screen}`,
    '',
  ].join('\n'),
  'radio/other.md': `# ${within}\n\n${beginning}\n`,
  'radio/corrections/volume.md': `---\ntarget: 'tune/${within}'\nmatches: 1\nwas: '${within}'\nreason: '${within}'\nevidence: '${within}'\n---\n\n${beginning}\n`,
  [`radio/${beginning} ##[error]x.md`]: `# ${within}\n`,
};

const below = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));

const good = (volume: string): Record<string, string> => ({
  'radio/source.json': sourceJson('openai-tree', { title: within }),
  'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
  'radio/tune.md': sound(volume),
});

/** A folder whose name is obeyed where it begins a line, and an option that names it. */
const docsSrc = `${beginning} ##[error]docs`;
const options = ['--docs-src', docsSrc];

let broken: string;
let changed: string;
beforeAll(async () => {
  broken = await folderWith(below(docsSrc, faulty));
  changed = await folderWith(below(docsSrc, good('How loud.')));
  await makeRepository(changed);
  await writeFiles(changed, below(docsSrc, good(words)));
});

describe('docs with errors', () => {
  it.each(['generate', 'check', 'coverage'])('%s', async (command) => {
    const outcome = await runCommand([command, ...options], { cwd: broken });
    expect(outcome.stderr).toContain('set-env');
    expect(obeyed(outcome)).toEqual([]);
  });

  it.each(lintFormats)('lint --format %s', async (format) => {
    const outcome = await runCommand(['lint', ...options, '--format', format], { cwd: broken });
    expect(outcome.stdout).toContain('set-env');
    expect(obeyed(outcome, format === 'github')).toEqual([]);
  });

  it('lint --explain', async () => {
    const page = `${docsSrc}/radio/tune.md`;
    const outcome = await runCommand(['lint', ...options, '--explain', page], { cwd: broken });
    expect(outcome.stdout).toContain('set-env');
    expect(obeyed(outcome)).toEqual([]);
  });

  it.each(diffFormats)('diff --format %s', async (format) => {
    const args = ['diff', docsSrc, docsSrc, ...options, '--format', format];
    const outcome = await runCommand(args, { cwd: broken });
    expect(outcome.stderr).toContain('set-env');
    expect(obeyed(outcome, format === 'github')).toEqual([]);
  });
});

describe('docs without errors', () => {
  it.each(['generate', 'check', 'coverage', 'lint'])('%s', async (command) => {
    expect(obeyed(await runCommand([command, ...options], { cwd: changed }))).toEqual([]);
  });

  it.each(diffFormats)('diff --format %s', async (format) => {
    const outcome = await runCommand(['diff', ...options, '--format', format], { cwd: changed });
    expect(outcome.stdout).toMatch(/1 docs|"docs": 1|informational/);
    expect(obeyed(outcome, format === 'github')).toEqual([]);
  });

  it.each([
    ['inspect', 'radio', 'tune'],
    ['support', '--fields'],
  ])('%s', async (...args) => {
    const outcome = await runCommand([...args, ...options], { cwd: changed });
    expect(outcome.stdout).toContain('volume');
    expect(obeyed(outcome)).toEqual([]);
  });

  it('what is removed', async () => {
    const cwd = await folderWith(below(docsSrc, good('How loud.')));
    const out = `${beginning}out`;
    await runCommand(['generate', ...options, '--out', out], { cwd });
    await rename(path.join(cwd, docsSrc, 'radio'), path.join(cwd, docsSrc, 'news'));
    const outcome = await runCommand(['generate', ...options, '--out', out], { cwd });
    expect(outcome.stdout).toContain('removed');
    expect(obeyed(outcome)).toEqual([]);
  });
});

describe('pull', () => {
  it.each([
    [
      'docs without errors',
      {
        'theirs/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
        'theirs/tune.md': sound(words),
      },
    ],
    [
      'docs with errors',
      below('theirs', {
        'index.md': faulty['radio/index.md'],
        'tune.md': faulty['radio/tune.md'],
        'other.md': faulty['radio/other.md'],
      }),
    ],
  ])('%s', async (_, theirs) => {
    const cwd = await folderWith({ ...below(docsSrc, good('How loud.')), ...theirs });
    const outcome = await runCommand(['pull', 'radio', ...options, '--from', 'theirs'], { cwd });
    expect(outcome.stdout).toMatch(/\d pages? changed/);
    expect(obeyed(outcome)).toEqual([]);
  });
});

describe('what is typed', () => {
  it.each([
    ['init', beginning],
    ['init', 'radio', '--dialect', within],
    ['init', 'radio', ...options],
    ['pull', beginning, ...options],
    ['pull', 'radio', ...options, '--from', within],
    ['diff', beginning, within, ...options],
    ['diff', ...options, '--approve', 'accepted-risk', '--note', all, '--finding', within],
    ['lint', ...options, '--explain', `${beginning}\n${beginning}`],
    ['lint', ...options, '--config', within],
    ['generate', ...options, '--source', within],
    ['generate', '--docs-src', `${docsSrc}\n${beginning}`],
    [`\n${beginning}`],
    ['generate', `--\n${beginning}`],
  ])('%s %s', async (...args) => {
    const outcome = await runCommand(args, { cwd: changed });
    expect(outcome.stderr + outcome.stdout).not.toBe('');
    expect(obeyed(outcome)).toEqual([]);
  });
});

it('files of settings, approvals and models', async () => {
  const hostile = JSON.stringify({
    [within]: all,
    version: all,
    source: beginning,
    verdicts: { [all]: beginning },
  });
  const files = {
    'a.json': hostile,
    'b.json': `{${beginning}\n${all}`,
    ...below('docs-src', good('How loud.')),
  };
  const cwd = await folderWith(files);
  await mkdir(path.join(cwd, within));
  for (const args of [
    ['lint', '--config', 'a.json'],
    ['lint', '--config', 'b.json'],
    ['diff', 'a.json', 'b.json'],
    ['diff', 'docs-src', 'a.json'],
    ['diff', 'docs-src', 'docs-src', '--approvals', 'a.json'],
    ['diff', 'docs-src', 'docs-src', '--approvals', 'b.json'],
    ['diff', within, 'docs-src'],
  ]) {
    const outcome = await runCommand(args, { cwd });
    expect(outcome.stderr).not.toBe('');
    expect(obeyed(outcome)).toEqual([]);
  }
  expect(Object.keys(await readFiles(cwd))).toContain('a.json');
});
