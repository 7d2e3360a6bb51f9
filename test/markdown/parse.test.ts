import { expect, test, vi } from 'vitest';
import { VFile } from 'vfile';
import { parseOnce, parsePage, type ParsePage } from '../../generator/markdown/parse.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { docsSrc } from '../support/repository.ts';

const page = (value: string, path = 'radio/tune.md') => new VFile({ path, value });

test('a page that comes twice is parsed once', () => {
  const parse = vi.fn<ParsePage>(parsePage);
  const once = parseOnce(parse);
  expect(once(page('# Tune'))?.tree).toBe(once(page('# Tune'))?.tree);
  expect(parse).toHaveBeenCalledTimes(1);
});

test.each([
  ['another content', page('# Tuned')],
  ['another path', page('# Tune', 'radio/tuned.md')],
])('a page with %s is parsed anew', (_, other) => {
  const parse = vi.fn<ParsePage>(parsePage);
  const once = parseOnce(parse);
  once(page('# Tune'));
  once(other);
  expect(parse).toHaveBeenCalledTimes(2);
});

test('faults of the syntax are told of each of the pages that share a tree', () => {
  const once = parseOnce();
  const damaged = () => once(page('Server â†’ Client'))?.file.messages.map(({ ruleId }) => ruleId);
  expect([damaged(), damaged()]).toEqual([['encoding-damaged'], ['encoding-damaged']]);
});

test('faults that later stages tell of one page are not those of another', () => {
  const once = parseOnce();
  once(page('# Tune'))?.file.message('a later fault');
  expect(once(page('# Tune'))?.file.messages).toEqual([]);
});

/** Makes a tree throw when it is changed. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

test('no stage changes a tree: read again, all pages give the same models', async () => {
  const docs = await readDocs(docsSrc);
  const frozen = parseOnce((file) => {
    const parsed = parsePage(file);
    freeze(parsed?.tree);
    return parsed;
  });
  const modelsBy = (parse: ParsePage) => modelSources(docs, { parse }).map(({ model }) => model);
  modelsBy(frozen);
  expect(modelsBy(frozen)).toEqual(modelsBy(parsePage));
});
