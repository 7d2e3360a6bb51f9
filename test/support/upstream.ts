/** The publishers' own pages, where they are at hand. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DocsFiles } from '../../generator/input/docs.ts';
import { root } from './repository.ts';

const upstream = path.join(root, '../shared/upstream');

/** The folders of the publishers' pages that are at hand: one, or none. */
export const upstreams: readonly string[] = [upstream].filter((folder) => existsSync(folder));

/** Where the pages of a source stand there, if not in a folder of its name. */
const folders: Readonly<Record<string, string>> = {
  'azure-openai-realtime': 'azure/articles/foundry/openai',
  'azure-voice-live': 'azure/articles/ai-services/speech-service',
  'openai-realtime': 'openai-reference',
  'openai-realtime-translation': 'openai-reference',
};

/** The place of the publisher's page, or pages, of a part of a source. */
function upstreamOf(part: string): string {
  const [source = '', ...rest] = part.split('/');
  return path.join(upstream, folders[source] ?? source, ...rest);
}

/** What is ours, `source.json` and corrections, with the publishers' pages of the parts that we have. */
export async function docsOfUpstream(ours: DocsFiles): Promise<DocsFiles> {
  const isOurs = (file: string) => file.endsWith('.json') || file.includes('/corrections/');
  const docs = new Map([...ours].filter(([file]) => isOurs(file)));
  const parts = new Set(
    Array.from(ours.keys())
      .filter((file) => !isOurs(file))
      .map((file) => file.split('/').slice(0, 2).join('/')),
  );
  for (const part of parts) {
    for (const file of await pagesBelow(upstreamOf(part))) {
      docs.set(path.posix.join(part, file), await readFile(path.join(upstreamOf(part), file)));
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
