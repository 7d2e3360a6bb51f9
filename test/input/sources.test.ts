import { describe, expect, test } from 'vitest';
import { docsHashes, docsOfSources, sourceFilesOf } from '../../generator/input/sources.ts';
import { limits } from '../../generator/limits.ts';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { modelSource } from '../../generator/pipeline.ts';
import { docsOf, type Texts } from '../support/docs.ts';
import { tree } from '../support/small-docs.ts';

const radio = { 'radio/source.json': '{}\n', 'radio/tune.md': '# Tune\n' };
const tv = { 'tv/source.json': '{}\n' };

test('the docs of some sources are the files in their folders', () => {
  const docs = docsOfSources(docsOf({ ...radio, ...tv }), ['tv']);
  expect([...docs.keys()]).toEqual(['tv/source.json']);
});

describe('a source is refused before it is read', () => {
  const refusalOf = (pages: Texts): string | undefined =>
    sourceFilesOf(docsOf({ ...radio, ...pages }))[0]?.refusal;
  const item = '- `a` (string)\n';

  test('when it has too many bytes, and not when it is small', () => {
    expect(refusalOf({ 'radio/tune.md': 'Words.\n' })).toBeUndefined();
    expect(refusalOf({ 'radio/tune.md': 'words '.repeat(limits.source / 6) })).toMatch(
      /^the files of this source have more than/,
    );
  });

  test('when its pages have more items than there may be fields', () => {
    const pages = (last: number) =>
      Object.fromEntries(
        [limits.sourceItems - 15_000, 15_000 + last].map(
          (count, i) => [`radio/page${i}.md`, item.repeat(count)] as const,
        ),
      );
    expect(refusalOf(pages(0))).toBeUndefined();
    expect(refusalOf(pages(1))).toMatch(
      /^the pages of this source have more than \d+ list items, /,
    );
  });

  test('when its pages have more quotation marks than there may be around values', () => {
    const pages = (last: number) =>
      Object.fromEntries(
        Array.from({ length: 10 }, (_, i) => [
          `radio/page${i}.md`,
          `'a' or "b"\n`.repeat(limits.sourceQuotes / 40) + '`'.repeat(i === 0 ? last : 0),
        ]),
      );
    expect(refusalOf(pages(0))).toBeUndefined();
    expect(refusalOf(pages(1))).toMatch(/^the pages of this source have more than \d+ quotation /);
  });

  test('when all that it has would take too long, an item in an item more than others', () => {
    const levels = `- a\n  - b\n    - c\n`.repeat(5500);
    const flat = '- a\n- b\n- c\n'.repeat(5500);
    const pages = (text: string) => ({ 'radio/a.md': text, 'radio/b.md': text });
    const words = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        `radio/words${i}.md`,
        'Words *and* `more` words.\n\n'.repeat(12_000),
      ]),
    );
    expect(refusalOf({ ...pages(flat), ...words })).toBeUndefined();
    expect(refusalOf({ ...pages(levels), ...words })).toMatch(
      /^the pages of this source have more list items, /,
    );
  });
});

describe('the hash of the docs of a source', () => {
  const hashOf = (texts: Texts): string | undefined => docsHashes(docsOf(texts)).get('radio');
  const hash = hashOf(radio);

  test.each([
    ['in another order', Object.fromEntries(Object.entries(radio).toReversed())],
    ['with the line ends of another system', { ...radio, 'radio/tune.md': '# Tune\r\n' }],
    ['beside another source', { ...radio, ...tv }],
    ['with a file that is not read', { ...radio, 'radio/notes.txt': '' }],
  ])('is the same %s', (_, texts) => {
    expect(hashOf(texts)).toBe(hash);
  });

  test.each([
    ['another text', { ...radio, 'radio/tune.md': '# Tune!\n' }],
    ['another name of a page', { 'radio/source.json': '{}\n', 'radio/mute.md': '# Tune\n' }],
    ['one page more', { ...radio, 'radio/mute.md': '' }],
    [
      'a part of one page in another',
      { ...radio, 'radio/tune.md': '', 'radio/tune2.md': '# Tune\n' },
    ],
  ])('is another one with %s', (_, texts) => {
    expect(hashOf(texts)).not.toBe(hash);
  });
});

test('a source is read up to as many faults as a run may have', () => {
  const readWithin = (faults: number): string[] =>
    sourceFilesOf(docsOf(tree('- a\n- b\n- c\n'))).flatMap((source) => {
      const result = modelSource({ ...source, work: { ...source.work, faults } });
      return result.diagnostics.map((fault) => lineOfDiagnostic(fault).split(':', 2).join(':'));
    });

  expect(readWithin(3)).toEqual(['radio/tune.md:5', 'radio/tune.md:6', 'radio/tune.md:7']);
  expect(readWithin(2)).toEqual(['radio/source.json:1', 'radio/tune.md:5', 'radio/tune.md:6']);
});
