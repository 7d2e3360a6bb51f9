/** The README is true: its code compiles, its commands print what it shows. Its figures are held in `docs-src/sources.test.ts`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { afterAll, describe, expect, test } from 'vitest';
import { errorsOf } from '../support/compiler.ts';
import { makeRepository } from '../support/git-repository.ts';
import { readFiles, root, runCommand, writeFiles, type Outcome } from '../support/repository.ts';
import { folderWith, removeFolders } from '../support/small-repository.ts';

const pageOf = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const readme = pageOf('README.md');

test('leads to the example of each kind of correction, which test/docs/corrections.test.ts tries', () => {
  const slugger = new GithubSlugger();
  const examples = Array.from(
    pageOf('docs/corrections.md').matchAll(/^## (?!Properties|Contents)(.*)$/gm),
    ([, title = '']) => slugger.slug(title),
  );
  const links = Array.from(
    readme.matchAll(/\(docs\/corrections\.md#([^)]*)\)/g),
    ([, anchor]) => anchor,
  );

  expect(links).toEqual(examples);
});

describe('its rows of the support matrix', () => {
  const matrix = pageOf('generated/support-matrix.md');

  test('are those that are generated', () => {
    const [shown, made] = [readme, matrix].map(supportIn);
    expect(shown?.size).toBeGreaterThan(0);
    for (const [event, support] of shown ?? [])
      expect(made?.get(event)).toEqual(expect.objectContaining(support));
  });

  test('lead to the words and the line that it names', () => {
    const [, line, words] = /Yandex's index flags .*?in line (\d+) \((`[^`]+`)/s.exec(readme) ?? [];
    const place = `yandex-ai-studio/server-events/index.md:${line}`;
    expect(matrix).toContain(`${words}, [\`${place}\`]`);
  });
});

/** What a page has of each event in a table whose first column is `Event`: each cell by the title of its column. */
function supportIn(page: string): Map<string, Record<string, string>> {
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').slice(1, -1))
    .map((row) => row.map((cell) => cell.trim()));
  const [, ...sources] = rows.find(([first]) => first === 'Event') ?? [];
  return new Map(
    rows
      .filter(([first = '', ...cells]) => /^`.*`$/.test(first) && cells.length === sources.length)
      .map(([event = '', ...cells]) => [
        event,
        Object.fromEntries(
          sources.map((source, i) => [
            source,
            (cells[i] ?? '').replaceAll(/\[\^[^\]]*\]|\*\*/g, ''),
          ]),
        ),
      ]),
  );
}

test('has at most 200 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
});

test.each([
  ['in a browser', { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] }],
  ['in Node', { lib: ['lib.es2022.d.ts'], types: ['node'], skipLibCheck: true }],
])('its app compiles %s', (_, platform) => {
  const apps = [...readme.matchAll(/```ts\n(import [^]*?)```/g)].map(([, code = '']) => code);
  expect(apps.length).toBeGreaterThan(0);
  // The package is built of these sources.
  const ofPackage = /'realtime-event-types\/([\w-]+)'/g;
  const files = new Map(
    apps.map((code, i) => [
      path.join(root, `app-${i}.ts`),
      code.replaceAll(ofPackage, "'./generated/$1/index.js'"),
    ]),
  );
  expect(errorsOf(files, platform)).toEqual([]);
});

describe("docs of one's own", () => {
  /** The commands of the program that it shows, in order, without the `npx realtime-events` before them. */
  const commands = Array.from(readme.matchAll(/^npx realtime-events (.*)$/gm), ([, command = '']) =>
    command.split(' '),
  );
  const [markdown = '', types = '', report = ''] = [
    /```markdown\n([^]*?)```/,
    /```ts\n(\/\*\* Sent[^]*?)```/,
    /```text\n(1 breaking[^]*?)```/,
  ].map((block) => block.exec(readme)?.[1]);
  const page = 'docs-src/acme/server-events/call/started.md';
  const run = (command: string, cwd: string): Promise<Outcome> =>
    runCommand(commands.find(([name]) => name === command) ?? [], { cwd });
  afterAll(removeFolders);

  test('are begun, generated and compared as it shows', async () => {
    const cwd = await folderWith();
    expect(await run('init', cwd)).toMatchObject({ status: 0, stderr: '' });
    expect(await run('generate', cwd)).toMatchObject({ status: 0, stderr: '' });
    const files = await readFiles(cwd);
    expect(files[page]).toBe(markdown);
    expect(files['generated/acme/types.ts']).toContain(types);

    await makeRepository(cwd);
    const optional = markdown.replace('`id` (string, required)', '`id` (string, optional)');
    await writeFiles(cwd, { [page]: optional });
    expect(await run('check', cwd)).toMatchObject({ status: 1 });
    expect(await run('diff', cwd)).toEqual({ status: 1, stdout: report, stderr: '' });
  });
});
