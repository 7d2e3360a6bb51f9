/** `init`: what it writes generates, and what is there stays. */
import { afterAll, describe, expect, it } from 'vitest';
import { dialects } from '../../generator/dialects/index.ts';
import { readFiles, runCommand, type Outcome } from '../support/repository.ts';
import { folderWith, removeFolders } from '../support/small-repository.ts';

afterAll(removeFolders);

const run = (cwd: string, command: string): Promise<Outcome> =>
  runCommand(command.split(' '), { cwd });

describe.each(Object.keys(dialects))('a source of %s', (dialect) => {
  it('is generated without a diagnostic, with an event of each direction', async () => {
    const cwd = await folderWith();
    expect(await run(cwd, `init acme --dialect ${dialect}`)).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(await run(cwd, 'lint')).toEqual({
      status: 0,
      stdout: '0 errors, 0 warnings, 0 info.\n',
      stderr: '',
    });
    expect(await run(cwd, 'generate')).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^acme +2 events +.* 0 diagnostics .*\n$/),
      stderr: '',
    });
    const constants = (await readFiles(cwd))['generated/acme/constants.ts'];
    expect(constants).toMatch(
      /serverEventNames[^]*'call\.started'[^]*clientEventNames[^]*'call\.answer'/,
    );
  });
});

it('says what it wrote, and what to do next', async () => {
  const cwd = await folderWith();
  const { stdout } = await run(cwd, 'init acme --docs-src docs');
  expect(stdout.split('\n')).toEqual([
    'wrote docs/acme/source.json',
    'wrote docs/acme/server-events/index.md',
    'wrote docs/acme/server-events/call/started.md',
    'wrote docs/acme/client-events/index.md',
    'wrote docs/acme/client-events/call/answer.md',
    '',
    'Next: run npx realtime-events generate --docs-src docs, and commit what it writes.',
    'Then put your own events in the place of these: realtime-events/docs/syntax-openai-tree.md explains the pages, and npx realtime-events lint --docs-src docs says what it cannot read.',
    '',
  ]);
});

describe('writes nothing', () => {
  it('where a source is', async () => {
    const cwd = await folderWith({ 'docs-src/acme/notes.md': 'mine\n' });
    expect(await run(cwd, 'init acme')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: docs-src/acme is there already, and stays as it is; take another name.\n',
    });
    expect(await readFiles(cwd)).toEqual({ 'docs-src/acme/notes.md': 'mine\n' });
  });

  it.each([
    ['../acme', 'a source cannot be called "../acme"; use letters'],
    ['acme.ts', 'a source cannot be called "acme.ts", like a generated file'],
    ['runtime', 'a source cannot be called "runtime", like the folder of what all sources share'],
    ['acme --dialect morse', "argument 'morse' is invalid. Allowed choices are openai-tree, "],
  ])('for %s', async (name, message) => {
    const cwd = await folderWith();
    const { status, stderr } = await run(cwd, `init ${name}`);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(await readFiles(cwd)).toEqual({});
  });
});
