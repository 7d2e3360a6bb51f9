/** `generate --watch`, as a person has it open beside an editor. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bin, runProgram, writeFiles } from '../support/repository.ts';
import { tree, treePage } from '../support/small-docs.ts';
import { folderWith, radio, removeFolders, source } from '../support/small-repository.ts';

const volume = '- `volume` (integer, required): How loud.\n';
const page = 'docs-src/radio/tune.md';

/** The program while it watches. */
class Watching {
  readonly #child: ChildProcess;
  readonly cwd: string;
  said = '';
  #wake = (): void => {};

  constructor(cwd: string, ...options: readonly string[]) {
    this.cwd = cwd;
    this.#child = spawn(process.execPath, [bin, 'generate', '--watch', ...options], { cwd });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk) => {
        this.said += String(chunk);
        this.#wake();
      });
    this.#child.on('exit', () => this.#wake());
  }

  /** Waits until something holds, which is looked at whenever it has said more. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) {
      if (this.#child.exitCode !== null) throw new Error(`It has ended: ${this.said}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Waits until it has said something, and gives all that it said until then. */
  async heard(words: RegExp): Promise<string> {
    await this.until(() => words.test(this.said));
    const { said } = this;
    this.said = '';
    return said;
  }

  /** Waits until a generated file has a text. */
  async generated(file: string, text: string): Promise<void> {
    await this.until(async () => {
      const place = path.join(this.cwd, 'generated', file);
      return (await readFile(place, 'utf8').catch(() => '')).includes(text);
    });
  }

  async interrupt(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGINT');
    await exited;
    return this.#child.exitCode;
  }
}

const open: Watching[] = [];
afterEach(() => Promise.all(open.splice(0).map((watching) => watching.interrupt())));
afterAll(removeFolders);

/** Watches docs, and waits until all of them are generated. */
async function watch(cwd: string, ...options: readonly string[]): Promise<Watching> {
  const watching = new Watching(cwd, ...options);
  open.push(watching);
  await watching.heard(/^Watching .*\n/m);
  return watching;
}

const done = /^Done in \d+ ms\.\n/m;

it('says what it watches, and ends when it is interrupted', async () => {
  const cwd = await folderWith(radio(volume));
  const watching = new Watching(cwd);
  expect(await watching.heard(/Ctrl-C/)).toMatch(
    /^radio +1 events .* ms\nWatching docs-src, realtime-events\.json; Ctrl-C ends it\.\n$/m,
  );
  expect(await watching.interrupt()).toBe(0);
});

describe('what has changed is generated again, and nothing else:', () => {
  it('a page, in its place or by another that is renamed; a correction; a source', async () => {
    const watching = await watch(await folderWith({ ...radio(volume), ...source('tv', volume) }));
    const { cwd } = watching;
    await writeFiles(cwd, { [page]: treePage('tune', volume.replace('loud', 'soft')) });
    await watching.generated('radio/types.ts', 'How soft.');
    expect(await watching.heard(done)).toMatch(/^radio +1 events .* ms\nDone in \d+ ms\.\n$/);

    await writeFile(path.join(cwd, '.tune.md.new'), treePage('tune', volume));
    await rename(path.join(cwd, '.tune.md.new'), path.join(cwd, page));
    await watching.generated('radio/types.ts', 'How loud.');

    await writeFiles(cwd, {
      'docs-src/radio/corrections/a.md':
        '---\ntarget: tune/volume\nmatches: 1\nwas: integer, required\nreason: It is not.\nevidence: Heard.\n---\n\n- `volume` (string, required): How loud.\n',
    });
    await watching.generated('radio/types.ts', 'volume: string');

    await writeFiles(cwd, source('film', volume));
    await watching.generated('film/types.ts', 'How loud.');

    await rm(path.join(cwd, 'docs-src/film'), { recursive: true });
    expect(await watching.heard(/^removed generated\/film\/types\.ts$/m)).not.toMatch(/^tv /m);
    expect((await runProgram(['check'], { cwd })).stderr).toBe('');
  });

  it('the settings', async () => {
    const watching = await watch(
      await folderWith({ ...radio(volume), 'docs-src/radio/a.txt': '' }),
    );
    await writeFiles(watching.cwd, {
      'realtime-events.json': '{ "lint": { "rules": { "file-unread": "error" } } }',
    });
    expect(await watching.heard(done)).toContain('1 error in the docs.');
  });

  it('docs that a link leads to, also when it leads elsewhere', async () => {
    const cwd = await folderWith(radio(volume, 'real'));
    await symlink('real', path.join(cwd, 'docs-src'));
    const watching = await watch(cwd);
    await writeFiles(cwd, {
      'real/radio/tune.md': treePage('tune', volume.replace('loud', 'soft')),
    });
    await watching.generated('radio/types.ts', 'How soft.');

    await writeFiles(cwd, radio(volume, 'other'));
    await symlink('other', path.join(cwd, 'link'));
    await rename(path.join(cwd, 'link'), path.join(cwd, 'docs-src'));
    await watching.generated('radio/types.ts', 'How loud.');

    await writeFiles(cwd, {
      'other/radio/tune.md': treePage('tune', volume.replace('loud', 'high')),
    });
    await watching.generated('radio/types.ts', 'How high.');
    expect(await watching.interrupt()).toBe(0);
  });

  it('a dialect from outside', async () => {
    const dialect = (rule: string) => `export default {
  readSource: () => ({ events: [], sections: [] }),
  readFields: () => [],
  ignores: ${rule},
};`;
    const cwd = await folderWith(
      Object.fromEntries(
        Object.entries(tree(volume, { dialect: '../../own.mjs' })).map(([file, text]) => [
          `docs-src/${file}`,
          text,
        ]),
      ),
    );
    await writeFiles(cwd, { 'own.mjs': dialect('{}') });
    const watching = await watch(cwd);
    await writeFiles(cwd, { 'own.mjs': dialect('1') });
    expect(await watching.heard(done)).toContain('"default.ignores" must be an object');
  });
});

it('goes on when the docs have errors, or cannot be read', async () => {
  const watching = await watch(await folderWith(radio(volume)));
  const { cwd } = watching;
  await writeFiles(cwd, radio(volume.replace('integer', 'integr')));
  expect(await watching.heard(done)).toMatch(
    /^docs-src\/radio\/tune\.md:5:\d+ error type-unknown [^]*radio was not generated: its files stay as they were\.$/m,
  );
  await watching.generated('radio/types.ts', 'How loud.');

  await rename(path.join(cwd, 'docs-src'), path.join(cwd, 'away'));
  expect(await watching.heard(/cannot read/)).toContain(
    'realtime-events: cannot read docs-src: there is no such folder; name the docs with --docs-src, or begin some with "init".',
  );

  await mkdir(path.join(cwd, 'docs-src'));
  await writeFiles(cwd, radio(volume.replace('loud', 'soft')));
  await watching.generated('radio/types.ts', 'How soft.');
  expect(await watching.interrupt()).toBe(0);
});

it('ends as generate does where it cannot begin', async () => {
  const cwd = await folderWith(radio(volume));
  expect(await runProgram(['generate', '--watch', '--docs-src', 'docs'], { cwd })).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'realtime-events: cannot read docs: there is no such folder; name the docs with --docs-src, or begin some with "init".\n',
  });
});
