/**
 * `docs/changes/`: what changed in a reference, as `diff --format release-notes` tells it.
 *
 * `UPDATE=1 npx vitest run test/docs/changes.test.ts` writes it anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, runCommand } from '../support/repository.ts';

const file = path.join(root, 'docs/changes/openai-realtime-2026.md');

/** From the tree of February to the reference of today. */
const command = [
  'diff',
  'test/corpus/openai-tree',
  'generated/openai-realtime/model.json',
  '--format',
  'release-notes',
  '--fail-on',
  'never',
];

describe('docs/changes/openai-realtime-2026.md', async () => {
  const { stdout } = await runCommand(command, { cwd: root });
  const page = stdout.replace(
    '\n',
    `\n\n<!-- Made by npm run ${command.join(' ').replace(' ', ' -- ')} -->\n`,
  );
  if (process.env['UPDATE'] === '1') await writeFile(file, page);

  it('says what changed', async () => {
    expect(page).toBe(await readFile(file, 'utf8'));
  });

  it('is two pages at most', () => {
    expect(page.split(/\s+/).length).toBeLessThan(1100);
  });
});
