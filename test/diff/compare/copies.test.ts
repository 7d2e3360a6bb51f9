/** A change to one of several copies of a shape, which the joined shape of the model does not show. */
import { describe, expect, test } from 'vitest';
import { diffModels } from '../../../generator/diff/index.ts';
import { readModelFile } from '../../../generator/input/model-file.ts';
import { pairModels } from '../../../generator/diff/sides/pairs.ts';
import type { Compared } from '../../../generator/diff/sides/sides.ts';
import { docsOf, modelOf, type Texts } from '../../support/docs.ts';
import { treeSource } from '../../support/diff-pages.ts';

const name = '  - `name` (string, optional): Name.\n';
const band = (values: string) => `  - \`band\` (string, required): Band. Enum: ${values}.\n`;

/** Three events of the server with a station each; that of the last is to be edited. */
function stations(last: string, first = name + band("'am', 'fm'")): Texts {
  const station = (fields: string) => `- \`station\` (object, required): It.\n${fields}`;
  return treeSource(
    { server: { tuned: station(first), kept: station(first), lost: station(last) } },
    { shapes: { Station: ['*/station'] } },
  );
}

function docs(texts: Texts): Compared {
  return { kind: 'docs', name: 'docs', folder: 'docs-src', docs: docsOf(texts) };
}

function found(base: Compared, head: Compared): string[] {
  const paired = pairModels(base, head);
  if (paired.uncompared.length > 0) throw new Error('a side has errors');
  return paired.pairs
    .flatMap((pair) => diffModels(pair.before, pair.after))
    .map(({ rule, places, before, after }) => {
      const events = places.map(({ event }) => event).join(', ');
      return `${rule} ${events} ${after?.position ?? before?.position}: ${(after ?? before)?.meaning}`;
    });
}

const same = stations(name + band("'am', 'fm'"));

describe('in one copy', () => {
  test.each([
    ['a field that is gone', band("'am', 'fm'"), 'name (a field, here no field)'],
    [
      'a field that must be there',
      name.replace('optional', 'required') + band("'am', 'fm'"),
      'name (optional, here required)',
    ],
    ['a value that is gone', name + band("'am'"), "band ('am' | 'fm', here 'am')"],
  ])('%s is told, and told again when it is fixed', (_, edited, difference) => {
    const place = 'lost radio/server/lost.md:5:1: Station';

    expect(found(docs(same), docs(stations(edited)))).toEqual([
      `copies-diverge ${place}: ${difference}`,
    ]);
    expect(found(docs(stations(edited)), docs(same))).toEqual([
      `copies-agree ${place}: ${difference}`,
    ]);
  });

  test('a difference is not told again when its lines move, and only the new one of two', () => {
    const one = stations(name + band("'am'"));
    const two = stations(name.replace('optional', 'required') + band("'am'"));

    expect(found(docs(one), docs(two))).toEqual([
      'copies-diverge lost radio/server/lost.md:5:1: Station: name (optional, here required)',
    ]);
    expect(
      found(
        docs(one),
        docs({
          ...one,
          'radio/server/lost.md': (one['radio/server/lost.md'] ?? '').replace(
            '- `station`',
            '- `at` (number, optional): At.\n- `station`',
          ),
        }),
      ),
    ).toEqual([expect.stringMatching(/^optional-field-added/)]);
  });

  test('that is the first, a change is told once for all the others', () => {
    const edited = stations(
      name + band("'am', 'fm'"),
      name.replace('optional', 'required') + band("'am', 'fm'"),
    );
    const { 'radio/server/kept.md': kept = '' } = same;

    expect(found(docs(same), docs({ ...edited, 'radio/server/kept.md': kept }))).toEqual([
      'copies-diverge kept, lost radio/server/kept.md:5:1: Station: name (required, here optional)',
    ]);
  });
});

describe('of a model that stands alone', () => {
  const alone = (texts: Texts): Compared => {
    const json = JSON.stringify(modelOf(texts));
    return { kind: 'model', name: 'model.json', folder: 'docs', model: readModelFile(json, 'it') };
  };
  const edited = stations(name + band("'am'"));
  const difference = "lost radio/server/lost.md:5:1: Station: band ('am' | 'fm', here 'am')";

  test('the copies are known, beside docs and beside another model', () => {
    expect(found(alone(same), docs(edited))).toEqual([`copies-diverge ${difference}`]);
    expect(found(docs(edited), alone(same))).toEqual([`copies-agree ${difference}`]);
    expect(found(alone(same), alone(edited))).toEqual([`copies-diverge ${difference}`]);
  });
});

test('a default that holds what stands between differences is one difference', () => {
  const byDefault = (value: string): string =>
    `  - \`name\` (string, optional): Name. Default: \`${value}\`.\n`;
  const [base, head] = [
    stations(byDefault('a'), byDefault('a')),
    stations(byDefault('b; c. The type allows both.'), byDefault('a')),
  ];

  expect(found(docs(base), docs(head))).toEqual([
    'copies-diverge lost radio/server/lost.md:5:1: Station: name (default "a", here default "b; c. The type allows both.")',
  ]);
});

test('the pages of another source are the same pages', () => {
  const [one, other] = ['radio', 'television'].map((id) =>
    Object.fromEntries(
      Object.entries(stations(name + band("'am'"))).map(([file, text]) => [
        file.replace('radio/', `${id}/`),
        text,
      ]),
    ),
  );
  if (!one || !other) throw new Error('there are two sources');

  expect(diffModels(modelOf(one), modelOf(other))).toEqual([]);
});
