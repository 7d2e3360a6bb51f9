/**
 * Our pages have the publishers' facts in words of our own. Both must give the same model, but for words and places.
 * Where the publishers' pages are not at hand, this file is left out (`vitest.config.ts`).
 */
import { describe, expect, it } from 'vitest';
import type { Json, Model } from '../../generator/model/model.ts';
import { isJsonObject } from '../../generator/model/json.ts';
import { modelSources, type SourceResult } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { json } from '../support/models.ts';
import { docsSrc } from '../support/repository.ts';
import { docsOfUpstream } from '../support/upstream.ts';

/** Words and places, and nothing that a type depends on. */
const wordsAndPlaces = new Set(['description', 'url', 'position', 'page', 'copies', 'examples']);

/** A model without its words and places. */
function withoutWordsAndPlaces(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => withoutWordsAndPlaces(item) ?? null);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !wordsAndPlaces.has(key))
      .map(([key, inner]) => [
        key,
        (key === 'evidence' || key === 'deprecated' ? null : withoutWordsAndPlaces(inner)) ?? null,
      ]),
  );
}

/** The facts of a part of a model, by name. */
function factsByName(items: readonly { name: string }[]): Record<string, Json | undefined> {
  return Object.fromEntries(
    items.map((item) => [item.name, withoutWordsAndPlaces(json(JSON.stringify(item)))]),
  );
}

/** The messages that examples show, without their words. */
function examplesOf(model: Model): Json {
  const shapeOf = (value: Json): Json =>
    Array.isArray(value)
      ? value.map(shapeOf)
      : isJsonObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
        : typeof value;
  return model.events.flatMap(({ name, examples }) =>
    examples.map(({ value }) => ({ [name]: shapeOf(value) })),
  );
}

describe("the publishers' pages", async () => {
  const ours = await readDocs(docsSrc);
  const theirs = await docsOfUpstream(ours);
  const theirSources = modelSources(theirs);
  const pairs = modelSources(ours).map((our) => ({
    id: our.id,
    our,
    their: theirSources.find(({ id }) => id === our.id),
  }));

  const modelOf = (result: SourceResult | undefined): Model => {
    if (!result?.model) throw new Error('There is no model.');
    return result.model;
  };

  describe.each(pairs)('of $id', ({ our, their }) => {
    it('have the same events, in the same order', () => {
      expect(modelOf(our).events.map(({ name }) => name)).toEqual(
        modelOf(their).events.map(({ name }) => name),
      );
    });

    it('document the same of every event', () => {
      expect(factsByName(modelOf(our).events)).toEqual(factsByName(modelOf(their).events));
    });

    it('have the same shapes, in the same order', () => {
      expect(modelOf(our).shapes.map(({ name }) => name)).toEqual(
        modelOf(their).shapes.map(({ name }) => name),
      );
    });

    it('document the same of every shape', () => {
      expect(factsByName(modelOf(our).shapes)).toEqual(factsByName(modelOf(their).shapes));
    });

    it('have words for the same events and shapes', () => {
      const described = ({ events, shapes }: Model) =>
        [...events, ...shapes]
          .filter(({ description }) => description !== undefined)
          .map(({ name }) => name);
      expect(described(modelOf(our))).toEqual(described(modelOf(their)));
    });

    it('show examples of the same form', () => {
      expect(examplesOf(modelOf(our))).toEqual(examplesOf(modelOf(their)));
    });

    it('have faults of the same kinds', () => {
      // What is wrong with words alone is not wrong with others.
      const kinds = (result: SourceResult | undefined) =>
        result?.diagnostics
          .map(({ rule }) => rule)
          .filter((rule) => rule !== 'fact-in-words' && rule !== 'words-diverge')
          .toSorted();
      expect(kinds(our)).toEqual(kinds(their));
    });
  });
});
