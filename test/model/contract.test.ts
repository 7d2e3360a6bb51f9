/** What holds of every model, each with the smallest that breaks it. */
import { describe, expect, it } from 'vitest';
import { breachesOf } from '../../generator/model/contract.ts';
import type { Field, Position, Shape } from '../../generator/model/model.ts';
import {
  arrayOf,
  boolean,
  clientEvent,
  event,
  integer,
  json,
  literal,
  mapOf,
  model,
  nothing,
  number,
  object,
  oneOf,
  openValue,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';

const first: Position = 'small/page.md:3:1';
const second: Position = 'small/page.md:9:1';

/** The rules that an event with these fields breaks, each with its place. */
function breachesIn(fields: Field[], shapes: Shape[] = []): string[] {
  return breachesOf(model([event('tune', fields)], shapes)).map(
    ({ rule, position }) => `${position} ${rule}`,
  );
}

function withDefault(field: Field, text: string): Field {
  return { ...field, default: { value: json(text), position: second } };
}

describe('names tell things apart', () => {
  it('the fields of an object', () => {
    const twins = [
      required('band', string, { position: first }),
      optional('band', integer, { position: second }),
    ];
    expect(breachesOf(model([event('tune', twins)]))).toEqual([
      {
        rule: 'field-duplicate',
        position: second,
        sentence: `\`band\` stands at ${first} already; remove one of the two.`,
        places: [first],
      },
    ]);
    expect(breachesIn([], [shape('Radio', object(twins))])).toEqual([`${second} field-duplicate`]);
    expect(breachesIn([required('all', arrayOf(object(twins)))])).toEqual([
      `${second} field-duplicate`,
    ]);
  });

  it('two objects have fields of one name', () => {
    const part = object([required('band', string)]);
    expect(breachesIn([required('a', part), required('b', part), required('band', part)])).toEqual(
      [],
    );
  });

  it('the events of a direction', () => {
    const twice = [event('tune'), event('tune', [], { position: second, typeName: 'Other' })];
    expect(breachesOf(model(twice)).map(({ rule }) => rule)).toEqual(['event-duplicate']);
    const both = [event('tune'), clientEvent('tune', [], { typeName: 'ClientTuneEvent' })];
    expect(breachesOf(model(both))).toEqual([]);
  });

  it.each([
    ['two shapes', model([event('tune')], [shape('Radio', string), shape('Radio', string)])],
    ['an event and a shape', model([event('tune')], [shape('TuneEvent', string)])],
    ['events of both directions', model([event('tune'), clientEvent('tune')])],
    [
      'a shape that is read and written, and one that is called as the written one',
      model(
        [
          event('tuned', [
            required('a', reference('Radio')),
            required('b', reference('RadioParam')),
          ]),
          clientEvent('tune', [required('a', reference('Radio'))]),
        ],
        [shape('Radio', object([])), shape('RadioParam', object([]))],
      ),
    ],
  ])('types: %s', (_, small) => {
    expect(breachesOf(small).map(({ rule }) => rule)).toEqual(['name-collision']);
  });
});

it('the values of a list differ', () => {
  const twice = oneOf('am', 'fm', 'am');
  expect(breachesOf(model([event('tune', [required('band', twice)])]))).toEqual([
    {
      rule: 'enum-malformed',
      position: 'small/page.md:1:1',
      sentence: '"am" is listed at small/page.md:1:1 already; remove one of the two.',
      places: ['small/page.md:1:1'],
    },
  ]);
  expect(breachesIn([required('band', oneOf('1', 1, 'true', true))])).toEqual([]);
});

describe('the members of a union', () => {
  const talk = (kind: string, fields: Field[] = []) =>
    object([{ ...required('kind', literal(kind)), discriminator: true }, ...fields]);

  it('are told apart by a discriminator', () => {
    expect(breachesIn([required('a', union(talk('fm'), talk('am')))])).toEqual([]);
    const nested = union(reference('Talk'), talk('lw'));
    const shapes = [shape('Talk', union(talk('fm'), talk('am')))];
    expect(breachesIn([required('a', nested)], shapes)).toEqual([]);
  });

  it('are not by one whose values all others have', () => {
    const alike = union(talk('fm'), talk('fm', [optional('b', string)]));
    expect(breachesOf(model([event('tune', [required('a', alike)])]))).toEqual(
      [0, 1].map(() => ({
        rule: 'type-mismatch',
        position: 'small/page.md:1:1',
        sentence: '`kind` has no values of its own that would tell its object from others.',
      })),
    );
    expect(breachesIn([required('a', talk('fm'))])).toEqual(['small/page.md:1:1 type-mismatch']);
  });

  it('each differ from the others', () => {
    const twins = union({ ...nothing, position: first }, string, { ...nothing, position: second });
    expect(breachesOf(model([event('tune', [required('a', twins)])]))).toEqual([
      {
        rule: 'type-mismatch',
        position: second,
        sentence: `this member of a union stands at ${first} already; remove one of the two.`,
        places: [first],
      },
    ]);
    const objects = union(object([required('b', string)]), object([required('b', string)]));
    expect(breachesIn([required('a', objects)])).toEqual(['small/page.md:1:1 type-mismatch']);
  });
});

describe('a default', () => {
  it.each<[string, Field]>([
    ['"fm"', optional('a', string)],
    ['3', optional('a', number)],
    ['"fm"', optional('a', union(oneOf('am', 'fm'), integer))],
    ['[1, 2]', optional('a', arrayOf(integer))],
    ['{}', optional('a', reference('Radio'))],
    ['{ "any": 1 }', optional('a', openValue)],
  ])('%s may fit its type', (value, field) => {
    const shapes = [shape('Radio', union(object([]), object([optional('a', string)])))];
    expect(breachesIn([withDefault(field, value)], shapes)).toEqual([]);
  });

  it.each<[string, Field]>([
    ['1', optional('a', string)],
    ['1.5', optional('a', integer)],
    ['"lw"', optional('a', oneOf('am', 'fm'))],
    ['"no"', optional('a', boolean)],
    ['["a"]', optional('a', arrayOf(integer))],
    ['"text"', optional('a', reference('Radio'))],
    ['4', optional('a', number, { bounds: { position: first, minimum: 5 } })],
    ['6', optional('a', number, { bounds: { position: first, maximum: 5 } })],
    ['9007199254740993', optional('a', integer)],
    ['{ "deep": [1e999] }', optional('a', openValue)],
  ])('%s does not', (value, field) => {
    const shapes = [shape('Radio', union(object([]), object([optional('a', string)])))];
    expect(breachesIn([withDefault(field, value)], shapes)).toEqual([
      `${second} default-malformed`,
    ]);
  });
});

describe('bounds', () => {
  it.each<[string, Field]>([
    ['of a number', optional('a', number, { bounds: { position: first, minimum: 1, maximum: 1 } })],
    [
      'of one of a union',
      optional('a', union(string, integer), { bounds: { position: first, minimum: 1 } }),
    ],
  ])('%s are sound', (_, field) => {
    expect(breachesIn([field])).toEqual([]);
  });

  it.each<[string, Field, string]>([
    [
      'of a string',
      optional('a', string, { bounds: { position: first, minimum: 1 } }),
      '`a` has bounds, but is not a number.',
    ],
    [
      'of a whole number that are none',
      optional('a', integer, { bounds: { position: first, minimum: 0.5 } }),
      '`a` is a whole number, but a bound of it is not; fix one of them.',
    ],
    [
      'without room',
      optional('a', number, { bounds: { position: first, minimum: 2, maximum: 1 } }),
      'the minimum of `a` is greater than its maximum; fix one of them.',
    ],
    [
      'that leave out a value of the list',
      optional('a', oneOf(1, 2), { bounds: { position: first, minimum: 2 } }),
      'the value 1 of `a` is not within its bounds; fix one of them.',
    ],
    [
      'that cannot be held',
      optional('a', number, { bounds: { position: first, maximum: 2 ** 53 } }),
      'a number beyond 9007199254740991 loses its last digits; state a smaller one.',
    ],
  ])('%s are not, and a sentence says why', (_, field, sentence) => {
    expect(breachesOf(model([event('tune', [field])]))).toEqual([
      { rule: 'bound-malformed', position: first, sentence },
    ]);
  });
});

it('no value is a number that cannot be held', () => {
  const values = [required('a', literal(2 ** 53)), required('b', oneOf(1, -(2 ** 60)))];
  expect(breachesIn(values).map((line) => line.split(' ')[1])).toEqual([
    'enum-malformed',
    'enum-malformed',
  ]);
});

describe('a type', () => {
  it.each([
    ['itself', [shape('Radio', reference('Radio'))]],
    ['itself or null', [shape('Radio', union(reference('Radio'), nothing))]],
    [
      'another one that is a union with it',
      [shape('Radio', reference('Dial')), shape('Dial', union(string, reference('Radio')))],
    ],
  ])('that is %s is none', (_, shapes) => {
    expect([...new Set(breachesIn([], shapes).map((line) => line.split(' ')[1]))]).toEqual([
      'type-mismatch',
    ]);
  });

  it('may have itself as a part', () => {
    const next = optional('next', union(reference('Radio'), nothing));
    const shapes = [
      shape('Radio', object([next])),
      shape('Radios', arrayOf(reference('Radios'))),
      shape('Either', union(reference('Radio'), reference('Radios'))),
    ];
    expect(breachesIn([], shapes)).toEqual([]);
  });

  it.each([
    ['itself', [shape('Radio', object([required('next', reference('Radio'))]))]],
    [
      'one that needs it',
      [
        shape('Radio', object([required('dial', reference('Dial'))])),
        shape('Dial', object([required('radio', union(reference('Radio'), reference('Dial')))])),
      ],
    ],
  ])('that needs %s is none', (_, shapes) => {
    expect(breachesIn([], shapes)).toEqual(shapes.map(() => 'small/page.md:1:1 type-mismatch'));
  });

  it('is not a union in a union', () => {
    expect(breachesIn([required('a', union(string, union(integer, nothing)))])).toEqual([
      'small/page.md:1:1 type-mismatch',
    ]);
  });

  it('of a field that tells objects apart has values', () => {
    expect(breachesIn([required('a', string, { discriminator: true, position: first })])).toEqual([
      `${first} type-mismatch`,
    ]);
  });
});

describe('a name of a type', () => {
  it.each([
    ['that generated code uses', 'Record'],
    ['that readers of it use', 'WebSocket'],
    ['that every source has', 'ServerEventName'],
  ])('is none %s', (_, name) => {
    expect(breachesIn([], [shape(name, object([]))])).toEqual(['small/page.md:1:1 name-collision']);
  });

  it('is none that a source with a prefix has', () => {
    const prefixed = model([event('tune')], [shape('AmServerEventName', string)], {
      typePrefix: 'Am',
    });
    expect(breachesOf(prefixed).map(({ rule }) => rule)).toEqual(['name-collision']);
  });
});

describe('half a character', () => {
  it.each<[string, string, Field]>([
    ['a name', 'field-malformed', required('\ud800', string)],
    ['a value', 'enum-malformed', required('a', literal('\udc00'))],
    ['a list', 'enum-malformed', required('a', oneOf('x', '\ud83d'))],
    ['a default', 'default-malformed', withDefault(optional('a', openValue), '{ "\\ud800": 1 }')],
  ])('in %s is refused, and a whole one is not', (_, rule, field) => {
    expect(breachesIn([field]).map((line) => line.split(' ')[1])).toEqual([rule]);
    expect(breachesIn([required('🙂', literal('🙂'))])).toEqual([]);
  });

  it('in an example is refused', () => {
    const value = { type: 'tune', a: ['\ud800'] };
    const shown = event('tune', [], { examples: [{ position: first, value }] });
    expect(breachesOf(model([shown])).map(({ position }) => position)).toEqual([first]);
  });
});

describe('a whole number and a map', () => {
  it('has no bound that is a fraction', () => {
    const bounds = { position: second, minimum: 1, maximum: 2.5 };
    expect(breachesIn([required('band', integer, { bounds })])).toEqual([
      `${second} bound-malformed`,
    ]);
    for (const type of [arrayOf(integer), union(integer, nothing)])
      expect(breachesIn([required('band', type, { bounds })])).toHaveLength(1);
    expect(breachesIn([required('band', number, { bounds })])).toEqual([]);
    expect(breachesIn([required('band', union(integer, number), { bounds })])).toEqual([]);
  });

  it('has a default whose values fit', () => {
    const levels = optional('levels', mapOf(integer));
    expect(breachesIn([withDefault(levels, '{ "am": "x" }')])).toEqual([
      `${second} default-malformed`,
    ]);
    expect(breachesIn([withDefault(levels, '{ "am": 1 }')])).toEqual([]);
  });
});
