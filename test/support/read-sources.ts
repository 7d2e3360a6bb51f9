/** The docs of this repository as the pipeline reads them. */
import { parsePage, type ParsePage } from '../../generator/markdown/parse.ts';
import { modelSources, type SourceResult } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { docsSrc } from './repository.ts';

let reading: Promise<readonly SourceResult[]> | undefined;

/**
 * All sources of `docs-src/`: read once, for all tests of a process. What changes them, or a tree while they are read,
 * throws.
 */
export function readSources(): Promise<readonly SourceResult[]> {
  reading ??= readDocs(docsSrc).then((docs) => frozen(modelSources(docs, { parse: parseFrozen })));
  return reading;
}

/** Parses a page into a tree that nobody can change. */
export const parseFrozen: ParsePage = (file, work) => {
  const parsed = parsePage(file, work);
  frozen(parsed?.tree);
  return parsed;
};

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}
