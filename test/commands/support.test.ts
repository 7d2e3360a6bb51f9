/** `support` and `inspect`: looked up in a terminal, and as a gate in CI. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { sourceJson } from '../support/docs.ts';
import { event, model, required, string } from '../support/models.ts';
import { root, runCommand, type Outcome } from '../support/repository.ts';
import { treePage } from '../support/small-docs.ts';
import { folderWith, removeFolders, source } from '../support/small-repository.ts';

afterAll(removeFolders);

const cwd = await folderWith({
  ...source('radio', '- `volume` (integer, required): How loud. Minimum: `0`. Maximum: `10`.\n'),
  ...source(
    'tv',
    '- `channel` (integer, optional): Which one.\n- `colour` (integer, optional): How much. [CURRENTLY NOT SUPPORTED]\n',
  ),
});

const run = (...args: string[]): Promise<Outcome> => runCommand(args, { cwd });
const [name = ''] = (await run('support')).stdout.split('\n')[1]?.split(' ') ?? [];

describe('support', () => {
  it('is fine where all have what is asked for', async () => {
    expect(await run('support', name, '--in', 'radio,tv')).toMatchObject({ status: 0, stderr: '' });
  });

  it('fails where one does not have it, and says which', async () => {
    expect(await run('support', `${name}/volume`, '--in', 'radio,tv')).toMatchObject({
      status: 1,
      stderr: `tv does not have ${name}/volume: not documented.\n`,
    });
    expect(await run('support', `${name}/volume`, '--in', 'radio')).toMatchObject({ status: 0 });
  });

  it('fails where the docs of one rule it out, and says so', async () => {
    expect(await run('support', `${name}/colour`, '--in', 'tv')).toMatchObject({
      status: 1,
      stderr: `tv does not have ${name}/colour: its docs say that it is not supported.\n`,
    });
  });

  it('fails where nobody has it, and says what was probably meant', async () => {
    expect(await run('support', `${name}s`)).toMatchObject({
      status: 1,
      stderr: `No source has ${name}s; did you mean ${name}?\n`,
    });
  });

  it('refuses a source that there is not', async () => {
    expect(await run('support', '--in', 'radios')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean radio?'),
    });
  });

  it('shows the fields that differ', async () => {
    const { stdout } = await run('support', name, '--fields', '--only-differences');
    expect(stdout).toContain('  volume');
    expect(stdout).not.toContain('  type');
  });

  it('prints JSON', async () => {
    const { stdout } = await run('support', name, '--in', 'tv', '--format', 'json');
    const matrix: unknown = JSON.parse(stdout);
    expect(matrix).toMatchObject({ sources: [{ id: 'tv' }], events: [{ event: name }] });
  });
});

describe('inspect', () => {
  it('shows each field with what it states, and where', async () => {
    const { status, stdout } = await run('inspect', 'radio', name);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^volume: integer, required, from 0 to 10 {2}docs-src\/radio\/\S+\.md:\d+$/m,
    );
  });

  it('says what was probably meant', async () => {
    expect(await run('inspect', 'radio', `${name}s`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`radio has no event ${name}s. Did you mean "${name}"?`),
    });
  });
});

describe('inspect of an event that the source does not have', () => {
  const project = folderWith({
    ...source('radio', ''),
    'docs-src/tv/source.json': sourceJson('openai-tree', { title: 'Television' }),
    'docs-src/tv/index.md': '# Events\n\n## Contents\n- [turn](turn.md)\n',
    'docs-src/tv/turn.md': treePage('turn'),
    'docs-src/tv/renames.json':
      '{ "from": ["radio"], "evidence": "Both.", "events": [{ "was": "tune", "is": ["turn"] }] }',
  });

  it.each([
    ['that has another name there', ['tv', 'tune'], 'Television calls it "turn".'],
    ['of the other direction', ['radio', 'tune', '--direction', 'client'], 'It is a server event.'],
  ])('says what is known of one %s', async (_, args, advice) => {
    const { status, stderr } = await runCommand(['inspect', ...args], { cwd: await project });
    expect([status, stderr]).toEqual([2, expect.stringContaining(advice)]);
  });
});

describe('diff --as providers', () => {
  it('says what a program meets on the other one, and fails where it breaks', async () => {
    const { status, stdout } = await run('diff', '--as', 'providers', 'radio', 'tv');
    expect(status).toBe(1);
    expect(stdout).toContain('volume is required, and never there on');
  });

  it('is of one event where one is named', async () => {
    expect(await run('diff', '--as', 'providers', 'radio', 'tv', '--event', name)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('volume is required'),
    });
  });

  it('refuses an event that neither has, as a typing error would pass for fine', async () => {
    expect(
      await run('diff', '--as', 'providers', 'radio', 'tv', '--event', name, '--event', 'nothing'),
    ).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Neither radio nor tv has an event nothing.'),
    });
  });

  it('needs two sources, and a format that it has', async () => {
    expect(await run('diff', '--as', 'providers', 'radio')).toMatchObject({ status: 2 });
    expect(
      await run('diff', '--as', 'providers', 'radio', 'tv', '--format', 'sarif'),
    ).toMatchObject({ status: 2, stderr: expect.stringContaining('text, markdown, json') });
  });

  it('gives JSON as its schema describes it', async () => {
    const schema = await readFile(path.join(root, 'schemas/providers-report.schema.json'), 'utf8');
    const validate = new Ajv2020().compile(JSON.parse(schema));
    const { stdout } = await run('diff', '--as', 'providers', 'radio', 'tv', '--format', 'json');
    const report: unknown = JSON.parse(stdout);
    validate(report);

    expect(validate.errors).toBeNull();
    expect(report).toMatchObject({ version: 1, home: 'radio', away: 'tv' });
  });

  it('names the lines of the docs from where the folder is named', async () => {
    const { stdout } = await run('diff', '--as', 'providers', 'radio', 'tv', '--event', name);
    expect(stdout).toContain('  docs-src/radio/');
  });

  it('refuses one source under two names', async () => {
    expect(await run('diff', '--as', 'providers', 'radio', 'radio')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('radio and radio are the same source; '),
    });
  });
});

describe('beside a package of types', () => {
  const types = 'node_modules/realtime-event-types';
  const televised = model([event(name, [required('station', string)])]);
  const id = televised.source.id;
  const installed = {
    [`${types}/package.json`]: JSON.stringify({
      name: 'realtime-event-types',
      exports: { './package.json': './package.json' },
    }),
    [`${types}/dist/data/${id}/model.json`]: JSON.stringify(televised),
    ...source('radio'),
  };

  it.each([id, `${types}/dist/data/${id}/model.json`])(
    'a source of it is held against one of the docs by %s',
    async (named) => {
      const folder = await folderWith(installed);
      const providers = ['diff', '--as', 'providers', named, 'radio', '--event', name];
      const { status, stdout } = await runCommand(providers, { cwd: folder });
      expect([status, stdout]).toEqual([
        1,
        expect.stringContaining('station is required, and never there on'),
      ]);
      const asked = ['support', name, '--in', `${named},radio`];
      expect((await runCommand(asked, { cwd: folder })).stdout).toContain(id);
    },
  );
});
