/** Diffs of the committed sources with themselves, and there and back. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../generator/diff/finding.ts';
import { diffModels } from '../../../generator/diff/index.ts';
import { changeRules } from '../../../generator/diff/rules.ts';
import type { Model } from '../../../generator/model/model.ts';
import { generatedSources, readModel } from '../../support/repository.ts';
import { kinds } from '../../support/diff-rule-examples.ts';

test.each(generatedSources)('%s has not changed when it has not', async (id) => {
  expect(diffModels(await readModel(id), await readModel(id))).toEqual([]);
});

describe.each([
  ['openai-realtime-beta', 'openai-realtime'],
  ['openai-realtime', 'yandex-ai-studio'],
  ['openai-event-summary', 'openai-realtime-beta'],
])('%s to %s, and back', (before, after) => {
  test('has mirrored findings', async () => {
    const [one, other] = [await readModel(before), await readModel(after)].map(withoutAliases);
    const mirrored = diffModels(other, one).map(mirrorOf).toSorted();

    expect(diffModels(one, other).map(inShort).toSorted()).toEqual(mirrored);
  });
});

/** What a type was called before is no former name on the way back. */
function withoutAliases(model: Model): Model {
  const { aliases: _, ...others } = model;
  return others;
}

/** A finding by what it is about. The sides of what has no address of its own are left to other tests. */
function inShort({ direction, rule, before, after }: Finding): string {
  return JSON.stringify([direction, rule, before ?? null, after ?? null]);
}

/** The finding that the same change has on the way back. */
function mirrorOf({ direction, rule, before, after }: Finding): string {
  const kind = kinds.find((one) => one === rule);
  const mirror = kind && changeRules[kind].mirror;
  return JSON.stringify([direction, mirror, after ?? null, before ?? null]);
}
