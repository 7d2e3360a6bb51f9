/** A dialect from outside: a module that `source.json` names. */
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sourceJson } from '../support/docs.ts';
import { makeRepository } from '../support/git-repository.ts';
import { readFiles, root, runCommand, temporaryFolder, writeFiles } from '../support/repository.ts';

const shared = pathToFileURL(path.join(root, 'generator/dist/dialects/public.js')).href;

/** One event a heading, without any field but its name. */
const headings = `
import { markStructure, outlineOf, positionOf, spanOfSection, wordsOf } from '${shared}';

const eventOf = (page, direction, section) => {
  const { heading } = section;
  const [name, position] = [wordsOf(heading), positionOf(page, heading)];
  const type = { name: 'type', position, requiredness: 'required', type: { kind: 'literal', position, value: name }, origin: 'documented' };
  const support = { status: 'supported', evidence: { position, text: name } };
  markStructure(page, [heading]);
  return { name, direction, position, page: position, support, body: { kind: 'object', position, fields: [type] }, examples: [], spans: [spanOfSection(page, section)] };
};

export default {
  readSource: ({ indexes }) => ({
    events: indexes.flatMap(({ direction, page }) =>
      outlineOf(page).sections.map((section) => eventOf(page, direction, section)),
    ),
    sections: [],
  }),
  readFields: () => ({ fields: [], sections: [] }),
  ignores: {},
};
`;

const radio = {
  'docs-src/radio/source.json': sourceJson('./headings.js'),
  'docs-src/radio/headings.js': headings,
  'docs-src/radio/index.md': '# tune\n\n# mute\n',
};

/** What the commands say of the radio when its module is this. */
async function lintWith(module: string): Promise<string> {
  const cwd = await temporaryFolder({ ...radio, 'docs-src/radio/headings.js': module });
  const { stdout } = await runCommand(['lint'], { cwd });
  return stdout.trimEnd();
}

describe('docs/dialect.md', () => {
  test('has a dialect that reads its page, and its corrections', async () => {
    const page = await readFile(path.join(root, 'docs/dialect.md'), 'utf8');
    const files = Array.from(
      page.matchAll(/^`(docs-src\/\S+)`:\n\n(`{3,})\w+\n([^]*?)\n\2$/gm),
      ([, file = '', , text = '']) => [
        file,
        text.replace("'realtime-events/dialect'", `'${shared}'`),
      ],
    );
    const [, types] = /^```ts\n([^]*?)\n```$/m.exec(page) ?? [];
    const cwd = await temporaryFolder({
      ...Object.fromEntries(files),
      'docs-src/acme/corrections/kind.md': `---
target: call.started/call.id
matches: 1
was: string, required
reason: It is a number.
evidence: a recording
---

\`\`\`yaml
id: integer
\`\`\`
`,
    });
    const { status, stderr } = await runCommand(['generate'], { cwd });
    const made = await readFiles(path.join(cwd, 'generated'));

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const corrected = types?.replace(
      '  id: string',
      '  /** Corrected, in the docs `string, required`: It is a number. */\n  id: number',
    );
    expect(
      corrected?.split('\n\n').filter((part) => !made['acme/types.ts']?.includes(part)),
    ).toEqual([]);
  });
});

describe('a source with a module of its own', () => {
  test('is generated', async () => {
    const cwd = await temporaryFolder(radio);
    const { status, stderr } = await runCommand(['generate'], { cwd });
    const files = await readFiles(path.join(cwd, 'generated'));

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(files['radio/types.ts']).toContain("type: 'mute';");
  });

  test('is linted, line by line', async () => {
    const cwd = await temporaryFolder({
      ...radio,
      'docs-src/radio/index.md': '# tune\n\nWords.\n',
    });
    const { stdout } = await runCommand(['lint'], { cwd });

    expect(stdout).toContain('docs-src/radio/index.md:3:1 error line-unaccounted ');
    expect(stdout).toContain('1 error, 0 warnings');
  });

  test('may name one beside the docs', async () => {
    const { 'docs-src/radio/headings.js': module, ...docs } = radio;
    const cwd = await temporaryFolder({
      ...docs,
      'docs-src/radio/source.json': sourceJson('../../dialects/headings.mjs'),
      'dialects/headings.mjs': module,
    });

    expect(await runCommand(['coverage'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  });

  test('may do all that the dialects here can, such as read an index that is a part of a page', async () => {
    const cwd = await temporaryFolder({
      'docs-src/radio/source.json': sourceJson('./headings.js', {
        index: { server: 'index.md#tune' },
      }),
      'docs-src/radio/headings.js': headings.replace('ignores', 'readsParts: true, ignores'),
      'docs-src/radio/index.md': '# tune\n\n# mute\n',
    });

    expect(await runCommand(['lint'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('a module that is not a dialect', () => {
  const at = 'docs-src/radio/source.json:3:14 error source-invalid "dialect" names ./headings.js,';

  test.each([
    ['throws', "throw new Error('not today');", `${at} which cannot be loaded: Error: not today`],
    [
      'exports nothing',
      'export {};',
      `${at} whose default export is not a dialect: "default" is missing.`,
    ],
    [
      'lacks a function',
      'export default { readSource() {}, ignores: {} };',
      `${at} whose default export is not a dialect: "default.readFields" is missing.`,
    ],
    [
      'has another kind of member',
      "export default { readSource() {}, readFields() {}, ignores: {}, containers: 'row' };",
      `${at} whose default export is not a dialect: "default.containers" must be a list.`,
    ],
  ])('%s', async (_, module, fault) => {
    expect((await lintWith(module)).split('\n')[0]).toBe(fault);
  });

  test('is not there', async () => {
    const cwd = await temporaryFolder({
      ...radio,
      'docs-src/radio/source.json': sourceJson('./heading.js'),
    });
    const { stdout } = await runCommand(['lint'], { cwd });

    expect(stdout).toContain(
      'source-invalid "dialect" names ./heading.js, which cannot be found; the path starts from the folder of source.json.',
    );
  });

  test.each(['by its path', 'by a link'])('is outside of the working tree, %s', async (way) => {
    const elsewhere = path.join(await temporaryFolder({ 'headings.js': headings }), 'headings.js');
    const { 'docs-src/radio/headings.js': _, ...docs } = radio;
    const cwd = await temporaryFolder(docs);
    const source = path.join(cwd, 'docs-src/radio');
    if (way === 'by a link') await symlink(elsewhere, path.join(source, 'headings.js'));
    else {
      const module = path.relative(source, elsewhere);
      await writeFiles(cwd, { 'docs-src/radio/source.json': sourceJson(module) });
    }
    const { stdout } = await runCommand(['lint'], { cwd });

    expect(stdout).toContain(
      'is outside of the docs folder and of the current folder; move it there.',
    );
  });

  test('fails while it reads, and that is its own error', async () => {
    const cwd = await temporaryFolder({
      ...radio,
      'docs-src/radio/headings.js':
        "export default { readSource() { throw new Error('lost'); }, readFields() {}, ignores: {} };",
    });

    expect(await runCommand(['lint'], { cwd })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'realtime-events: the dialect ./headings.js of radio failed: Error: lost\n',
    });
  });
});

describe('a module that is only compared', () => {
  /** A module that leaves a file behind when it is loaded. */
  const telling = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('loaded', import.meta.url), '');
${headings}`;
  const refusal =
    'radio/source.json:3:14 error source-invalid "dialect" names the code ./headings.js, which is loaded from the working tree alone';

  test('is not loaded from a commit', async () => {
    const cwd = await temporaryFolder(radio);
    await makeRepository(cwd);
    await writeFiles(cwd, { 'docs-src/radio/index.md': '# tune\n' });
    const { status, stderr } = await runCommand(['diff', 'HEAD'], { cwd });

    expect(status).toBe(2);
    expect(stderr).toContain(`docs-src/${refusal}`);
  });

  test('is not loaded from another folder', async () => {
    const other = await temporaryFolder({ 'radio/headings.js': telling });
    const cwd = await temporaryFolder(radio);
    await writeFiles(other, {
      'radio/source.json': sourceJson('./headings.js'),
      'radio/index.md': '# tune\n',
    });
    const { status, stderr } = await runCommand(['diff', other], { cwd });

    expect(status).toBe(2);
    expect(stderr).toContain(`${other}/${refusal}`);
    expect(Object.keys(await readFiles(other))).not.toContain('radio/loaded');
  });

  test('is that of the working tree where the pages are the same', async () => {
    const cwd = await temporaryFolder({ ...radio, 'docs-src/radio/headings.js': telling });
    await makeRepository(cwd);
    const { status } = await runCommand(['diff', 'HEAD'], { cwd });

    expect(status).toBe(0);
    expect(Object.keys(await readFiles(cwd))).toContain('docs-src/radio/loaded');
  });
});

test('pages that are pulled are read by the module that was there before', async () => {
  const cwd = await temporaryFolder(radio);
  const theirs = await temporaryFolder({
    'index.md': '# tune\n\n# seek\n',
    'headings.js': "throw new Error('not ours');",
  });
  const { status, stdout } = await runCommand(['pull', 'radio', '--from', theirs], { cwd });

  expect(status).toBe(0);
  expect(stdout).toContain('seek');
  expect((await readFiles(cwd))['docs-src/radio/headings.js']).toBe(headings);
});
