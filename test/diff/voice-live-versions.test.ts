/**
 * Two versions of a page in tables of GitHub, half a year apart, with what changed between those of Azure Voice Live:
 * another spelling of a name, events that come and go, lists that become tables, a new kind of voice.
 *
 * `UPDATE=1 npx vitest run test/diff/voice-live-versions.test.ts` writes the notes anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, runCommand } from '../support/repository.ts';

const versions = 'test/corpus/voice-live';
const notes = path.join(root, versions, 'release-notes.md');

test('the diff of two versions reads like release notes', async () => {
  const { status, stdout } = await runCommand(
    ['diff', `${versions}/january`, `${versions}/june`, '--format', 'release-notes'],
    { cwd: root },
  );
  if (process.env['UPDATE'] === '1') await writeFile(notes, stdout);

  expect(stdout).toBe(await readFile(notes, 'utf8'));
  expect(status).toBe(1);
});
