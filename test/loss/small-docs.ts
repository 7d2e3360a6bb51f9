/** Docs of a few small pages, of which every damage can be tried. */
import path from 'node:path';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { root } from '../support/repository.ts';
import type { DocsFiles } from '../../generator/input/docs.ts';

/** Docs of `test/dialects/fixtures`, by their dialect and their folder. */
export async function fixture(name: string): Promise<DocsFiles> {
  return readDocs(path.join(root, 'test/dialects/fixtures', name));
}
