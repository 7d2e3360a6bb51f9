import { describe, expect, it } from 'vitest';
import { ofBoth } from '../../../generator/diff/both.ts';
import { pairModels, type PairOptions } from '../../../generator/diff/sides/pairs.ts';
import type { Compared } from '../../../generator/diff/sides/sides.ts';
import { docsOf, modelOf, sourceJson, type Texts } from '../../support/docs.ts';
import { tree, treePage } from '../../support/small-docs.ts';

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

const volume = '- `volume` (integer, required): How loud.\n';
const quiet = tree('');
const loud = tree(volume);
const faulty = tree('- `volume` (integr, required): How loud.\n');

/** Whether each pair has a model before and after, and of which source. */
function pairsOf(base: Compared, head: Compared) {
  const paired = pairModels(base, head);
  if (paired.uncompared.length > 0) throw new Error('a side has errors');
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
    expect(pairModels(docs(quiet), docs(more)).uncompared).toEqual([
      { source: 'radio', events: [] },
    ]);
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

describe('a source that has errors', () => {
  const tv = (texts: Texts): Texts => renamed(texts, 'tv');
  /** What is compared, what is not, and the errors of both sides. */
  const outcome = (base: Texts, head: Texts, options: PairOptions = {}) => {
    const { pairs, uncompared, errors } = pairModels(docs(base), docs(head), options);
    const rules = ofBoth(errors, (found) => found.map(({ rule }) => rule));
    return { pairs: pairs.map(({ after }) => after?.source.id), uncompared, errors: rules };
  };
  const radio = { source: 'radio', events: [] };

  it.each([
    ['the base', faulty, quiet, { before: ['type-unknown'], after: [] }],
    ['the head', quiet, faulty, { before: [], after: ['type-unknown'] }],
  ])('on %s is not compared; the others are', (_, base, head, errors) => {
    expect(outcome({ ...base, ...tv(quiet) }, { ...head, ...tv(loud) })).toEqual({
      pairs: ['tv'],
      uncompared: [radio],
      errors,
    });
  });

  it('and is the same on both sides is not compared either', () => {
    expect(outcome(faulty, faulty)).toEqual({
      pairs: [],
      uncompared: [radio],
      errors: { before: [], after: ['type-unknown'] },
    });
  });

  it('by the severities of the project', () => {
    const severities = new Map([['type-unknown', 'warning']] as const);
    expect(outcome(faulty, quiet, { severities })).toEqual({
      pairs: ['radio'],
      uncompared: [],
      errors: { before: [], after: [] },
    });
  });

  describe('is compared, with --keep-going,', () => {
    const fault = '- `a` (text, required)\n';
    /** A source of two events with these bullets. */
    const two = (tune: string, seek: string): Texts => ({
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [seek](seek.md)\n',
      'radio/tune.md': treePage('tune', tune),
      'radio/seek.md': treePage('seek', seek),
    });
    const eventsOf = (base: Compared, head: Compared) => {
      const { pairs, uncompared } = pairModels(base, head, { keepGoing: true });
      const names = pairs.map((pair) =>
        [pair.before, pair.after].map((model) => model?.events.map(({ name }) => name)),
      );
      return { names, uncompared };
    };
    const left = {
      names: [[['seek'], ['seek']]],
      uncompared: [{ source: 'radio', events: ['tune'] }],
    };

    it.each([
      ['the base', two(fault, ''), two('', volume)],
      ['the head', two('', ''), two(fault, volume)],
      ['both', two(fault, ''), two(fault, volume)],
    ])('without the event that has one on %s, on both sides', (_, base, head) => {
      expect(eventsOf(docs(base), docs(head))).toEqual(left);
    });

    it('with a model.json, without the event there', () => {
      expect(eventsOf(single(two('', '')), docs(two(fault, volume)))).toEqual(left);
    });

    it('without the events of either side', () => {
      const { names, uncompared } = eventsOf(docs(two(fault, '')), docs(two('', fault)));
      expect(names).toEqual([]);
      expect(uncompared).toEqual([radio]);
    });
  });
});
