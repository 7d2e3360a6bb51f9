/** A fingerprint stays the same as long as the change means the same. */
import { describe, expect, test } from 'vitest';
import { diffModels } from '../../../generator/diff/index.ts';
import type { Type } from '../../../generator/model/model.ts';
import { event, integer, model, object, required, string, union } from '../../support/models.ts';
import { bothWays, diffOf, treeSource } from '../../support/diff-pages.ts';

const before = '- `dial` (string, required): Where.\n';
const after = '- `dial` (string, optional): Where.\n';

/** The fingerprint of the one finding of a server event that is not about words. */
function fingerprint(one: string, other: string): string | undefined {
  const findings = diffOf(bothWays(one), bothWays(other));
  return findings.find(({ direction, verdict }) => direction === 'server' && verdict !== 'docs')
    ?.fingerprint;
}

const original = fingerprint(before, after);

test('a fingerprint is short', () => {
  expect(original).toMatch(/^[0-9a-f]{16}$/);
});

describe('it survives', () => {
  test.each([
    ['other words', before.replace('Where', 'The place'), after.replace('Where', 'The spot')],
    [
      'other lines',
      `- \`band\` (string, required): Band.\n${before}`,
      `- \`band\` (string, required): Band.\n${after}`,
    ],
    ['another layout', before.replace('- ', '*   '), after.replace('Where', '\n  Where')],
  ])('%s', (_, one, other) => {
    expect(fingerprint(one, other)).toBe(original);
  });

  test('the order of the events that show it', () => {
    const shapes = { shapes: { Station: ['*/station'] } };
    const station = (requiredness: string) =>
      `- \`station\` (object, required): It.\n  - \`name\` (string, ${requiredness}): Name.\n`;
    const source = (requiredness: string, ...names: string[]) =>
      treeSource(
        { server: Object.fromEntries(names.map((name) => [name, station(requiredness)])) },
        shapes,
      );
    const one = diffOf(source('required', 'lost', 'tuned'), source('optional', 'lost', 'tuned'));
    const other = diffOf(source('required', 'tuned', 'lost'), source('optional', 'tuned', 'lost'));

    expect(one.map(({ places }) => places.length)).toEqual([2]);
    expect(other.map((finding) => finding.fingerprint)).toEqual(
      one.map((finding) => finding.fingerprint),
    );
  });
});

test('it survives the order of alternatives that no constant tells apart', () => {
  const url = object([required('url', string)]);
  const at = (type: Type) => object([required('at', type)]);
  const found = (...members: [Type[], Type[]]) => {
    const [before, after] = members.map((all) =>
      model([event('tuned', [required('to', union(...all))])]),
    );
    return diffModels(before, after).map(({ place, fingerprint: own }) => [place.path, own]);
  };

  const one = found([url, at(integer)], [url, at(string)]);
  expect(one.map(([path]) => path)).toEqual(['to<at>.at']);
  expect(found([at(integer), url], [at(string), url])).toEqual(one);
});

describe('it is another', () => {
  test.each([
    ['for another field', before.replace('dial', 'knob'), after.replace('dial', 'knob')],
    ['for the change back', after, before],
    ['for another rule', before, ''],
  ])('%s', (_, one, other) => {
    expect(fingerprint(one, other)).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint(one, other)).not.toBe(original);
  });

  test('in the other direction', () => {
    const [server, client] = diffOf(bothWays(before), bothWays(after));

    expect(server?.fingerprint).not.toBe(client?.fingerprint);
  });

  test('for another new meaning', () => {
    const band = (values: string) => `- \`dial\` (string, required): Where. Enum: ${values}.\n`;

    expect(fingerprint(band("'am'"), band("'am', 'fm'"))).not.toBe(
      fingerprint(band("'am'"), band("'am', 'dab'")),
    );
  });
});
