/** Changes that were once told wrongly, or not at all. */
import { describe, expect, test } from 'vitest';
import { diffModels, distinct } from '../../generator/diff/index.ts';
import type { Event, Field, Model, Shape, Type } from '../../generator/model/model.ts';
import { openType } from '../../generator/model/types.ts';
import {
  clientEvent,
  discriminator,
  event,
  model,
  nothing,
  number,
  object,
  oneOf,
  openObject,
  openOneOf,
  optional,
  reference,
  required,
  shape,
  somewhere,
  string,
  union,
} from '../support/models.ts';
import { brief } from '../support/diff-pages.ts';

const found = (before: Model, after: Model) => diffModels(before, after).map(brief);
const read = (type: Type, ...shapes: Shape[]) =>
  model([event('tuned', [required('dial', type)])], shapes);
const written = (type: Type, ...shapes: Shape[]) =>
  model([clientEvent('tune', [required('dial', type)])], shapes);
const station = object([required('name', string)]);

describe('an open object that is documented', () => {
  test('and may be null breaks readers', () => {
    expect(found(read(openObject), read(union(station, nothing)))).toEqual([
      'safe open-to-concrete tuned dial',
      'breaking null-allowed tuned dial',
    ]);
  });

  test('and may not be null any more breaks writers', () => {
    expect(found(written(union(openObject, nothing)), written(station))).toEqual([
      'dangerous open-to-concrete tune dial',
      'breaking null-refused tune dial',
    ]);
  });

  test('and may be a text breaks readers', () => {
    expect(found(read(openObject), read(union(station, string)))).toEqual([
      'safe open-to-concrete tuned dial',
      'breaking type-widened tuned dial',
    ]);
  });

  test('beside a list of values tells the values that came and went', () => {
    expect(
      found(read(union(openObject, oneOf('am', 'fm'))), read(union(station, oneOf('am', 'dab')))),
    ).toEqual([
      'safe open-to-concrete tuned dial',
      'dangerous value-added tuned dial',
      'safe value-removed tuned dial',
    ]);
  });
});

test('what is told of null, elements and objects does not end where a kind is replaced', () => {
  const before = union(string, object([required('at', number)]));
  const after = union(number, object([optional('at', number)]), nothing);

  expect(found(read(before), read(after))).toEqual([
    'breaking type-replaced tuned dial',
    'breaking null-allowed tuned dial',
    'breaking required-to-optional tuned dial.at',
  ]);
});

test('a list of values that is opened tells the values that it no longer names', () => {
  expect(found(written(oneOf('am', 'fm')), written(openOneOf('fm', 'dab')))).toEqual([
    'safe values-opened tune dial',
    'safe open-value-added tune dial',
    'dangerous open-value-removed tune dial',
  ]);
});

describe('a deprecated field that is removed', () => {
  const deprecated: Partial<Field> = {
    deprecated: { position: 'small/page.md:1:1', text: 'Deprecated.' },
  };
  const gone = (field: Field) => found(model([event('tuned', [field])]), model([event('tuned')]));

  test.each([
    ['optional', optional('dial', string, deprecated), 'dangerous'],
    ['required', required('dial', string, deprecated), 'breaking'],
  ])('and was %s is no worse than without notice', (presence, field, verdict) => {
    expect(gone(field)).toEqual([`${verdict} deprecated-${presence}-field-removed tuned dial`]);
  });
});

test.each([
  [['x'], ['y'], 'breaking constant-changed tuned dial'],
  [['x', 'y'], ['p', 'q'], 'breaking values-replaced tuned dial'],
  [['x'], ['p', 'q'], 'breaking values-replaced tuned dial'],
])('values %s that are %s now are all gone', (before, after, finding) => {
  expect(found(read(oneOf(...before)), read(oneOf(...after)))).toEqual([finding]);
});

test('a value that stays beside another kind is not a list that is replaced', () => {
  expect(found(read(union(oneOf('x'), oneOf(1))), read(union(oneOf('y'), oneOf(1))))).toEqual([
    'dangerous value-added tuned dial',
    'safe value-removed tuned dial',
  ]);
});

test('two shapes that swap names are told where they stand', () => {
  const am = object([required('am', string)]);
  const fm = object([required('fm', string)]);
  const events = (one: string, other: string): Event[] => [
    event('tuned', [required('a', reference(one)), required('f', reference(other))]),
  ];

  expect(
    found(
      model(events('Am', 'Fm'), [shape('Am', am), shape('Fm', fm)]),
      model(events('Fm', 'Am'), [shape('Am', fm), shape('Fm', am)]),
    ),
  ).toEqual(['dangerous type-name-changed tuned a', 'dangerous type-name-changed tuned f']);
});

test('an opaque variant that is documented is told', () => {
  const before = union(openObject, openObject, station);
  const after = union(openObject, object([required('at', number)]), station);

  expect(found(read(before), read(after))).toEqual(['safe member-documented tuned dial']);
});

test.each([
  ['of an object', object([required('name', string)], { open: 'cut' }), station],
  ['of a union', union(station, openType(somewhere, 'object', 'cut')), station],
])('a cut that goes is told: %s', (_, before, after) => {
  expect(found(read(before), read(after))).toHaveLength(1);
});

describe('a union and one shape', () => {
  const message = object([discriminator('type', 'message'), required('content', string)]);
  const call = object([discriminator('type', 'call'), required('name', string)]);
  const item = object([
    required('type', string),
    optional('content', string),
    optional('name', string),
  ]);

  test('that each of its objects fits is wider for writers', () => {
    expect(found(written(union(message, call)), written(item))).toEqual([
      'safe members-merged tune dial',
      'safe values-opened tune dial.type',
      'safe required-to-optional tune dial.content',
      'safe values-opened tune dial.type',
    ]);
  });

  test('have other words, which reports tell once and not for each of its objects', () => {
    const members = [
      { ...message, description: 'A message.' },
      { ...call, description: 'A call.' },
    ];
    const after = written({ ...item, description: 'An item.' });
    const all = distinct(diffModels(written(union(...members)), after)).map(brief);

    expect(all.filter((one) => one.includes('description-changed'))).toEqual([
      'docs description-changed tune dial',
    ]);
  });

  test('that it was is narrower for writers', () => {
    expect(found(written(item), written(union(message, call))).slice(0, 1)).toEqual([
      'breaking member-split tune dial',
    ]);
  });

  test('that one of its objects does not fit has lost that one', () => {
    const other = object([discriminator('type', 'other'), required('else', string)]);

    expect(found(written(union(message, call, other)), written(item))).toContain(
      'breaking union-to-shape tune dial',
    );
  });
});

test('a shape that was compared in part is compared in full where it stands alone', () => {
  const item = shape('Item', object([required('type', oneOf('am', 'fm')), optional('fm', string)]));
  const am = shape('Am', object([required('type', oneOf('am'))]));
  const fm = shape('Fm', object([required('type', oneOf('fm')), required('fm', string)]));
  const version = (first: Type, second: Type) =>
    model([event('tuned', [required('a', first), required('b', second)])], [item, am, fm]);

  expect(
    found(
      version(reference('Item'), reference('Item')),
      version(union(reference('Am'), reference('Fm')), reference('Am')),
    ),
  ).toContain('dangerous optional-field-removed tuned b.fm');
});

test('shapes within shapes are compared however deep they are', () => {
  const chain = (last: Field) =>
    model(
      [event('tuned', [required('dial', reference('S0'))])],
      [
        ...Array.from({ length: 3000 }, (_, i) =>
          shape(`S${i}`, object([required('in', reference(`S${i + 1}`))])),
        ),
        shape('S3000', object([last])),
      ],
    );

  expect(
    diffModels(chain(required('at', number)), chain(optional('at', number))).map(
      ({ rule }) => rule,
    ),
  ).toEqual(['required-to-optional']);
});
