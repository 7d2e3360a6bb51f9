/** Each source that is shipped is pulled from a stand-in of its publisher, laid out as `source.json` says. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { VFile } from 'vfile';
import { afterAll, describe, expect, it } from 'vitest';
import { readSource, type Source } from '../../generator/source/source-json.ts';
import type { PublishedPages } from '../../generator/source/upstream.ts';
import { makeRepository } from '../support/git-repository.ts';
import { docsSrc, readFiles, runCommand, type Outcome } from '../support/repository.ts';
import { folderWith, removeFolders } from '../support/small-repository.ts';
import { servePages } from '../support/web-server.ts';

afterAll(removeFolders);

type Texts = Record<string, string>;

/** The pages of a source at the places that the publisher has them at, from its folder or address. */
function laidOut(pages: Texts, { index, pages: published }: Source): Texts {
  const entries = index.flatMap(({ direction, page }) => {
    const theirs = published?.index?.[direction] ?? page;
    const [ourFolder, theirFolder] = [path.posix.dirname(page), path.posix.dirname(theirs)];
    return Object.entries(pages)
      .filter(([file]) => ourFolder === '.' || file.startsWith(`${ourFolder}/`))
      .map(([file, text]) => {
        const place = path.posix.join(theirFolder, path.posix.relative(ourFolder, file));
        return [file === page ? theirs : place, text] as const;
      });
  });
  return Object.fromEntries(entries);
}

/** What a publisher has beside the pages of a source. */
const others = { 'README.md': '# Other\n', 'other/index.md': '# Other\n', 'index.md': '# Other\n' };

/** Makes a stand-in of a publisher; where it is. */
async function standIn(pages: Texts, published: PublishedPages): Promise<PublishedPages> {
  const { web, ref: _, folder = '.', ...more } = published;
  const below = (top: string): Texts =>
    Object.fromEntries(
      Object.entries({ ...others, ...pages }).map(([file, text]) => [`${top}/${file}`, text]),
    );
  if (web !== undefined) {
    const { pathname } = new URL(web);
    const origin = await servePages(below(pathname.replace(/\/$/, '')));
    return { ...more, web: `${origin}${pathname}` };
  }
  const repository = await folderWith({ ...others, ...below(folder) });
  await makeRepository(repository);
  return { ...more, folder, git: pathToFileURL(repository).href };
}

const ids = readdirSync(docsSrc, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(ids)('%s', (id) => {
  const sourceJson = readFileSync(path.join(docsSrc, id, 'source.json'), 'utf8');
  const source = readSource(id, new VFile({ path: `${id}/source.json`, value: sourceJson }));

  it('comes whole from where its source.json says, without more arguments', async () => {
    if (!source?.pages) throw new Error(`${id} does not say where its pages are`);
    const files = await readFiles(path.join(docsSrc, id));
    const isPage = (file: string): boolean =>
      file.endsWith('.md') && !file.startsWith('corrections/');
    const pages = Object.fromEntries(Object.entries(files).filter(([file]) => isPage(file)));
    const kept = Object.entries(files).filter(([file]) => !isPage(file));
    const content = JSON.parse(sourceJson);
    content.upstream.pages = await standIn(laidOut(pages, source), source.pages);
    const cwd = await folderWith({
      ...Object.fromEntries(kept.map(([file, text]) => [`docs-src/${id}/${file}`, text])),
      [`docs-src/${id}/source.json`]: JSON.stringify(content),
    });
    const pull = (): Promise<Outcome> => runCommand(['pull', id], { cwd });

    expect(await pull()).toMatchObject({ status: 0, stderr: '' });
    const { 'source.json': _, ...pulled } = await readFiles(path.join(cwd, 'docs-src', id));
    const { 'source.json': __, ...ours } = files;
    expect(pulled).toEqual(ours);
    expect((await pull()).stdout).toMatch(
      new RegExp(
        `^${id}: 0 pages changed, 0 added, 0 removed\\.\\n0 breaking, 0 dangerous, 0 safe, 0 docs; `,
      ),
    );
  });
});
