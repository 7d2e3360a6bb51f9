import { expect, test, vi } from 'vitest';
import { VFile } from 'vfile';
import { parseOnce, parsePage, type ParsePage } from '../../generator/markdown/parse.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { fixture } from '../loss/small-docs.ts';
import { parseFrozen } from '../support/read-sources.ts';

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

test.each([
  ['paragraphs', 'a\n\n'],
  ['items', '-\n'],
  ['headings', '# a\n\n'],
  ['quotes', '> > a\n\n'],
  ['emphasis', '*a *b* c*\n\n'],
  ['addresses', 'www.a_b.c_ www.a.b\n\n'],
  ['code', '    a\n\nb\n\n'],
])('%s are read as long as reading them takes what a run may take', (_, text) => {
  const all = { left: 1e9 };
  parsePage(page(text.repeat(100)), all);
  const taken = 1e9 - all.left;
  const faultsWithin = (left: number): (string | undefined)[] => {
    const file = page(text.repeat(100));
    parsePage(file, { left });
    return file.messages.map(({ ruleId }) => ruleId);
  };

  expect(faultsWithin(taken)).toEqual([]);
  expect(faultsWithin(taken * 0.9)).toEqual(['page-too-large']);
});

test.each([
  'event-summary/groups-of-events',
  'gfm-tables/what-is-deprecated',
  'openai-reference/what-is-deprecated',
  'openai-tree/default-values',
  'yandex-rest/map-and-format',
])('no stage changes a tree: %s gives the same model when it is read again', async (name) => {
  const docs = await fixture(name);
  const parse = parseOnce(parseFrozen);
  const read = () => modelSources(docs, { parse }).map(({ model }) => model);
  const first = read();

  expect(first).toEqual(modelSources(docs).map(({ model }) => model));
  expect(read()).toEqual(first);
});
