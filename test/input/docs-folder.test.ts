/** What of a docs folder is read, what is only named, and what is refused. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { temporaryFolder } from '../support/repository.ts';
import { tree } from '../support/small-docs.ts';

/** What is said of docs on a disk. */
async function diagnosticsOfFiles(files: Readonly<Record<string, string>>): Promise<string[]> {
  const sources = modelSources(await readDocs(await temporaryFolder(files)));
  return sources.flatMap(({ diagnostics }) => diagnostics).map(lineOfDiagnostic);
}

describe('a file of a source', () => {
  it.each(['radio/corrections/volume.txt', 'radio/corrections/volume.md.bak', 'radio/logo.png'])(
    'that is not a page is reported: %s',
    async (file) => {
      expect(await diagnosticsOfFiles({ ...tree(''), [file]: '' })).toEqual([
        `${file}:1:1 warning file-unread this is neither a page (.md) nor source.json, and nothing reads it; rename or remove it.`,
      ]);
    },
  );

  it.each(['radio/lost.MD', 'radio/lost.markdown'])('is a page, too: %s', async (file) => {
    expect(await diagnosticsOfFiles({ ...tree(''), [file]: '# lost\n' })).toEqual([
      `${file}:1:1 error page-unlisted no index of this source (radio/index.md) lists this page; list it or remove it.`,
    ]);
  });

  it('is a correction, however its ending is written', async () => {
    expect(
      await diagnosticsOfFiles({ ...tree(''), 'radio/corrections/volume.markdown': 'Words.\n' }),
    ).toEqual([
      expect.stringMatching(/^radio\/corrections\/volume\.markdown:1:1 error correction-invalid /),
    ]);
  });

  it("that is hidden is nobody's business", async () => {
    expect(await diagnosticsOfFiles({ ...tree(''), 'radio/.DS_Store': '' })).toEqual([]);
  });
});

it('a folder without a page or a source.json is not a source', async () => {
  expect(await diagnosticsOfFiles({ ...tree(''), 'images/logo.png': '', 'README.md': '' })).toEqual(
    [],
  );
});

// Windows has none.
it.each(process.platform === 'win32' ? [] : ['mkfifo'])(
  'a pipe in the place of a page is refused',
  async (make) => {
    const docs = await temporaryFolder(tree(''));
    execFileSync(make, [path.join(docs, 'radio/lost.md')]);
    await expect(readDocs(docs)).rejects.toThrow(
      `${path.join(docs, 'radio/lost.md')} is not a regular file; put a page in its place.`,
    );
  },
);

it('two sources that differ only in the case of letters are refused', async () => {
  const docs = await temporaryFolder({ ...tree(''), 'Radio/source.json': '{}' });
  await expect(readDocs(docs)).rejects.toThrow(
    /holds the sources Radio and radio, which are one folder on macOS and Windows; rename one of them\.$/,
  );
});
