/** The publishers' own pages, where they are at hand. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DocsFiles } from '../../generator/input/docs.ts';
import { root } from './repository.ts';

const upstream = path.join(root, '../shared/upstream');

/** The folders of the publishers' pages that are at hand: one, or none. */
export const upstreams: readonly string[] = [upstream].filter((folder) => existsSync(folder));

/** What is ours, `source.json` and corrections, with the publishers' pages of the parts that we have. */
export async function docsOfUpstream(ours: DocsFiles): Promise<DocsFiles> {
  const isOurs = (file: string) => file.endsWith('/source.json') || file.includes('/corrections/');
  const docs = new Map([...ours].filter(([file]) => isOurs(file)));
  const parts = new Set(
    Array.from(ours.keys())
      .filter((file) => !isOurs(file))
      .map((file) => file.split('/').slice(0, 2).join('/')),
  );
  for (const part of parts) {
    for (const file of await pagesBelow(path.join(upstream, part))) {
      docs.set(path.posix.join(part, file), await readFile(path.join(upstream, part, file)));
    }
  }
  return docs;
}

/** The Markdown pages below a folder, or the page itself. */
async function pagesBelow(folder: string): Promise<string[]> {
  if (folder.endsWith('.md')) return [''];
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.md')).toSorted();
}
