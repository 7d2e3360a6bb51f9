/** Corrections that traffic speaks for, in every dialect. */
import { describe, expect, test } from 'vitest';
import { candidatesIn, suggestionOf } from '../../generator/traffic/suggest.ts';
import { sourceFilesOf } from '../../generator/input/sources.ts';
import { modelSource } from '../../generator/pipeline.ts';
import { docsOf, type Texts } from '../support/docs.ts';
import { reference, rest, tables, tree } from '../support/small-docs.ts';
import { tallyOf } from '../support/small-traffic.ts';

const tuned = { type: 'tuned', station: 'a' };

describe('a field that the docs do not have', () => {
  test('is suggested where several sessions have it', () => {
    const tally = tallyOf({
      a: [{ ...tuned, since: 1, part: { kind: 'song', year: null } }],
      b: [{ ...tuned, since: 0.5, part: { kind: 'song', year: '1999' }, own: 1 }],
    });
    const { found, ofOneSession } = candidatesIn(tally);

    expect(ofOneSession).toBe(1);
    expect(found.map(({ target, kinds }) => [target, ...kinds])).toEqual([
      ['tuned/part<song>.year', 'string', 'null'],
      ['tuned/since', 'number'],
    ]);
  });

  test.each<[string, { a: unknown[]; b: unknown[] }]>([
    [
      'of which null is all that is known',
      { a: [{ ...tuned, x: null }], b: [{ ...tuned, x: null }] },
    ],
    ['that a client writes', { a: [{ type: 'tune', x: 1 }], b: [{ type: 'tune', x: 1 }] }],
    ['with a name like no field', { a: [{ ...tuned, '': 1 }], b: [{ ...tuned, '': 1 }] }],
  ])('is not suggested %s', (_, files) => {
    expect(candidatesIn(tallyOf(files)).found).toEqual([]);
  });
});

describe.each<[string, Texts]>([
  ['openai-tree', tree('- `name` (string, optional)')],
  ['openai-reference', reference()],
  ['gfm-tables', tables()],
  ['yandex-rest', rest('|| name | **string** ||\n', { skeleton: '"name": "string"' })],
])('in %s', (_, docs) => {
  const source = (more: Texts = {}) => {
    const [first] = sourceFilesOf(docsOf({ ...docs, ...more }));
    if (!first) throw new Error('There is no source.');
    return first;
  };
  const before = modelSource(source()).model;
  const event = before?.events.find(({ direction }) => direction === 'server')?.name ?? '';

  test.each([
    [['string']],
    [['integer', 'null']],
    [['string', 'number', 'boolean', 'null']],
    [['object']],
    [['array', 'null']],
  ])('the field is one of %j', (kinds) => {
    const target = `${event}/since`;
    const { added = [] } = modelSource(source(), {
      additions: [{ target, name: 'since', kinds }],
    });
    const finding = {
      kind: 'key',
      count: 3,
      sessions: [1, 2],
      types: {},
      first: { file: "it's a log.jsonl", number: 1, line: 1 },
    } as const;
    const candidate = { target, name: 'since', direction: 'server', kinds, finding } as const;
    const { text } = suggestionOf(candidate, added[0]?.matches ?? 0, added[0]?.statement ?? '');
    const after = modelSource(source({ [`${before?.source.id}/corrections/since.md`]: text }));
    const field = after.model?.events
      .find(({ name }) => name === event)
      ?.body.fields.find(({ name }) => name === 'since');
    const types = field?.type.kind === 'union' ? field.type.members : field ? [field.type] : [];

    expect(after.diagnostics.filter(({ file }) => file.includes('corrections'))).toEqual([]);
    expect(
      types
        .map((type) => (type.kind === 'open' || type.kind === 'map' ? 'object' : type.kind))
        .toSorted(),
    ).toEqual(kinds.toSorted());
  });
});
