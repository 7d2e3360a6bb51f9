/** The action, step by step, in a repository as GitHub checks it out. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { git } from './support/git-repository.ts';
import { bin, root, runCommand, writeFiles } from './support/repository.ts';
import { folderWith, radio, removeFolders } from './support/small-repository.ts';

afterAll(removeFolders);

const { runs } = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'));
const scripts: string[] = runs.steps.map(({ run }: { run: string }) => run);

describe('of a pull request', () => {
  let cwd: string;
  let outcomes: { status: number | null; stdout: string }[];
  beforeAll(async () => {
    cwd = await folderWith(radio('- `volume` (integer, required): How loud.\n'));
    await runCommand(['generate'], { cwd });
    await git(cwd, 'init', '--quiet', '--initial-branch', 'main');
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'before');
    // A page that would like to be a command.
    await writeFiles(cwd, radio('- `level` (integer, required): $(touch owned) `touch owned`.\n'));
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'after');
    outcomes = scripts.map((script) => {
      const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
        cwd,
        encoding: 'utf8',
        env: {
          ...process.env,
          COMMAND: `${process.execPath} ${bin}`,
          DOCS_SRC: 'docs-src',
          OUT: 'generated',
          FAIL_ON: 'breaking',
          GITHUB_STEP_SUMMARY: path.join(cwd, 'summary.md'),
        },
      });
      return { status, stdout };
    });
  });

  it('finds the docs right, what was generated stale, and the change breaking', () => {
    expect(outcomes.map(({ status }) => status)).toEqual([0, 1, 1]);
  });

  it('makes annotations of what has changed', () => {
    expect(outcomes[2]?.stdout).toMatch(/^::error file=docs-src\/radio\/tune\.md,/m);
  });

  it('puts the report into the summary', async () => {
    expect(await readFile(path.join(cwd, 'summary.md'), 'utf8')).toContain('`volume`');
  });

  it('runs nothing that a page says', () => {
    expect(existsSync(path.join(cwd, 'owned'))).toBe(false);
  });
});
