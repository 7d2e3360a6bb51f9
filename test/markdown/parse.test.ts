import { expect, test, vi } from 'vitest';
import { VFile } from 'vfile';
import { parseOnce, parsePage, type ParsePage } from '../../generator/markdown/parse.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { parseFrozen, readSources } from '../support/read-sources.ts';
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

test('no stage changes a tree: pages give the same models when they are read again', async () => {
  const docs = await readDocs(docsSrc);
  const large = /^(?:openai-realtime|openai-realtime-beta|azure-voice-live)\//;
  const small = new Map([...docs].filter(([file]) => !large.test(file)));
  const parse = parseOnce(parseFrozen);
  const read = () => modelSources(small, { parse }).map(({ model }) => model);
  const first = read();

  expect(first).toEqual(modelSources(small).map(({ model }) => model));
  expect(read()).toEqual(first);
});

test('no stage changes a tree of any source', async () => {
  const sources = await readSources();
  expect(sources.filter(({ model }) => model === undefined)).toEqual([]);
});
