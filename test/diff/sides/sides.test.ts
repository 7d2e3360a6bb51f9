import { describe, expect, it } from 'vitest';
import { pairModels, type Compared } from '../../../generator/diff/sides/sides.ts';
import { docsOf, modelOf, type Texts } from '../../support/docs.ts';
import { tree } from '../../support/small-docs.ts';

function docs(texts: Texts, name = 'docs'): Compared {
  return { kind: 'docs', name, folder: 'docs-src', docs: docsOf(texts) };
}

function single(texts: Texts, name = 'model.json'): Compared {
  return { kind: 'model', name, folder: 'docs-src', model: modelOf(texts) };
}

/** The same source under another name. */
function renamed(texts: Texts, id: string): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file.replace('radio/', `${id}/`), text]),
  );
}

const quiet = tree('');
const loud = tree('- `volume` (integer, required): How loud.\n');
const faulty = tree('- `volume` (integr, required): How loud.\n');

/** Whether each pair has a model before and after, and of which source. */
function pairsOf(base: Compared, head: Compared) {
  const paired = pairModels(base, head);
  if (!paired.ok) throw new Error('a side has errors');
  return paired.pairs.map(({ before, after }) => [before?.source.id, after?.source.id]);
}

describe('models stand across from each other', () => {
  it('when their source is on both sides, and its files are not the same', () => {
    expect(pairsOf(docs(quiet), docs(loud))).toEqual([['radio', 'radio']]);
  });

  it('not when the files are the same', () => {
    const tv = renamed(loud, 'tv');
    expect(pairsOf(docs({ ...quiet, ...tv }), docs({ ...loud, ...tv }))).toEqual([
      ['radio', 'radio'],
    ]);
  });

  it('when a file was added that the rest does not need', () => {
    const more = { ...quiet, 'radio/corrections/empty.md': '' };
    expect(pairModels(docs(quiet), docs(more)).ok).toBe(false);
  });

  it('with nothing, when a source is new or gone', () => {
    expect(pairsOf(docs(quiet), docs(renamed(quiet, 'tv')))).toEqual([
      ['radio', undefined],
      [undefined, 'tv'],
    ]);
  });

  it('when a model stands alone, with the same source of the other side', () => {
    const other = { ...loud, ...renamed(loud, 'tv') };
    expect(pairsOf(single(quiet), docs(other))).toEqual([['radio', 'radio']]);
    expect(pairsOf(docs(other), single(quiet))).toEqual([['radio', 'radio']]);
  });

  it('when both stand alone, whatever their sources are called', () => {
    expect(pairsOf(single(quiet), single(renamed(loud, 'tv')))).toEqual([['radio', 'tv']]);
  });
});

it.each([
  ['base', docs(renamed(quiet, 'tv'), 'main'), single(quiet)],
  ['head', single(quiet), docs(renamed(quiet, 'tv'), 'main')],
])('a model whose source the %s does not have is refused', (_, base, head) => {
  expect(() => pairModels(base, head)).toThrow('main has no source radio to compare with.');
});

describe('a side whose docs have errors is told, with these', () => {
  const rulesOf = (base: Compared, head: Compared) => {
    const paired = pairModels(base, head);
    if (paired.ok) throw new Error('no side has errors');
    return [paired.faulty.name, ...paired.errors.map(({ rule }) => rule)];
  };

  it.each([
    ['the base', docs(faulty, 'main'), docs(quiet), 'main'],
    ['the head', docs(quiet), docs(faulty, 'the working tree'), 'the working tree'],
    ['a source that is the same on both', docs(faulty, 'main'), docs(faulty, 'head'), 'head'],
  ])('%s', (_, base, head, name) => {
    expect(rulesOf(base, head)).toEqual([name, 'type-unknown']);
  });
});
