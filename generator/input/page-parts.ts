/** What the page of the support matrix is made of, beside the matrix. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { partOfProgram } from './program.ts';

/** The texts of `generator/page`. */
export async function readPageParts(): Promise<{ style: string; script: string }> {
  const folder = partOfProgram('page');
  const [style, script] = await Promise.all(
    ['page.css', 'page.js'].map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  return { style: style ?? '', script: script ?? '' };
}
