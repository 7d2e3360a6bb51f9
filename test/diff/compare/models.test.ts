/** What is found in two versions of small models, and how often it is told. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../generator/diff/finding.ts';
import { diffModels } from '../../../generator/diff/index.ts';
import type { Field, Model, Type } from '../../../generator/model/model.ts';
import {
  arrayOf,
  clientEvent,
  discriminator,
  event,
  integer,
  literal,
  mapOf,
  model,
  nothing,
  number,
  object,
  oneOf,
  openObject,
  openOneOf,
  openValue,
  optional,
  reference,
  required,
  shape,
  string,
  union,
  somewhere,
} from '../../support/models.ts';
import { brief, diffOf, treeSource } from '../../support/diff-pages.ts';

/** One server event with these fields. */
const tuned = (...fields: Field[]): Model => model([event('tuned', fields)]);

const found = (before: Model, after: Model) => diffModels(before, after).map(brief);

test('a change is told at every place that shows it', () => {
  const names = Array.from({ length: 30 }, (_, i) => `dial${i}`);
  const version = (type: Type) =>
    model(
      [
        event(
          'tuned',
          names.map((name) => required(name, reference('Dial'))),
        ),
      ],
      [shape('Dial', object([required('at', type)]))],
    );
  const [finding, ...others] = diffModels(version(string), version(integer));

  expect(others).toEqual([]);
  expect(finding?.places.map(({ path }) => path)).toEqual(names.map((name) => `${name}.at`));
});

describe('a type that only looks different', () => {
  const station = shape('Station', object([required('name', string)]));

  test.each([
    ['members in another order', union(string, nothing), union(nothing, string)],
    [
      'a union within a union',
      union(string, union(integer, nothing)),
      union(string, integer, nothing),
    ],
    ['single values and a list of them', union(literal('am'), literal('fm')), oneOf('am', 'fm')],
    [
      'a list that goes on, and a list or any string',
      union(oneOf('am'), string),
      union(string, oneOf('am')),
    ],
    ['an alias', reference('Alias'), reference('Station')],
  ])('is the same: %s', (_, before, after) => {
    const shapes = [station, shape('Alias', reference('Station'))];
    const versions = [before, after].map((type) =>
      model([event('tuned', [required('dial', type)])], shapes),
    );
    const [one, other] = versions;

    expect(
      diffModels(one, other).filter(({ rule }) => !/order|type-name|put-otherwise/.test(rule)),
    ).toEqual([]);
  });

  test('is the same in another shape, but for its name', () => {
    const before = model([event('tuned', [required('to', reference('Station'))])], [station]);
    const after = model(
      [event('tuned', [required('to', reference('Channel'))])],
      [{ ...station, name: 'Channel' }],
    );

    expect(diffModels(before, after).map(({ sentence }) => sentence)).toEqual([
      'its type is now called Channel, was Station',
    ]);
  });
});

describe('a type', () => {
  test.each([
    ['string to string | integer', string, union(string, integer), 'breaking type-widened'],
    ['string | integer to integer', union(string, integer), integer, 'safe type-narrowed'],
    ['string to array<string>', string, arrayOf(string), 'breaking type-replaced'],
    ['null to string | null', nothing, union(string, nothing), 'breaking type-widened'],
    ['string | null to null', union(string, nothing), nothing, 'safe type-narrowed'],
    ['map to object', mapOf(string), object([required('a', string)]), 'breaking type-replaced'],
    ['map to open object', mapOf(string), openObject, 'breaking concrete-to-open'],
    ['unknown to string', openValue, string, 'safe open-to-concrete'],
    ['a value to two', literal('am'), oneOf('am', 'fm'), 'dangerous value-added'],
    ['a value to another', literal('am'), literal('fm'), 'breaking constant-changed'],
    ['some values to any', openOneOf('am'), string, 'safe open-value-removed'],
  ])('from %s', (_, before, after, finding) => {
    expect(found(tuned(required('dial', before)), tuned(required('dial', after)))).toEqual([
      `${finding} tuned dial`,
    ]);
  });

  test.each([
    ['an array', arrayOf, '[]'],
    ['a map', mapOf, '{}'],
  ])('of the elements of %s', (_, of, step) => {
    expect(
      found(tuned(required('dial', of(integer))), tuned(required('dial', of(number)))),
    ).toEqual([`dangerous integer-to-number tuned dial${step}`]);
  });

  test('whose values came and went is told twice', () => {
    const [added, removed] = diffModels(
      tuned(required('dial', oneOf('am', 'fm', 'lw'))),
      tuned(required('dial', oneOf('fm', 'am', 'dab', 'web'))),
    );

    expect(added?.sentence).toBe("the values 'dab' and 'web' are new");
    expect(removed?.sentence).toBe("the value 'lw' is gone");
  });
});

describe('a shape', () => {
  const station = (...fields: Field[]) => shape('Station', object(fields));
  const events = [
    event('tuned', [required('to', reference('Station'))]),
    event('lost', [required('from', arrayOf(reference('Station')))]),
    clientEvent('tune', [required('to', reference('Station'))]),
  ];
  const before = model(events, [station(required('name', string))]);
  const after = model(events, [station(optional('name', string))]);

  test('that many events share changes once in each direction, with all its places', () => {
    expect(
      diffModels(before, after).map(({ direction, places, verdict }) => ({
        direction,
        verdict,
        places,
      })),
    ).toEqual([
      {
        direction: 'server',
        verdict: 'breaking',
        places: [
          { event: 'tuned', path: 'to.name' },
          { event: 'lost', path: 'from[].name' },
        ],
      },
      { direction: 'client', verdict: 'safe', places: [{ event: 'tune', path: 'to.name' }] },
    ]);
  });

  test('that holds itself ends', () => {
    const nested = (name: Field) =>
      model(
        [event('tuned', [required('to', reference('Station'))])],
        [
          station(
            name,
            optional('next', reference('Station')),
            optional('all', arrayOf(reference('Station'))),
          ),
        ],
      );

    expect(found(nested(required('name', string)), nested(optional('name', string)))).toEqual([
      'breaking required-to-optional tuned to.name',
    ]);
  });

  test('that stands everywhere is told at some of its places', () => {
    const wide = (last: Field) =>
      model(
        [event('tuned', [required('s0', reference('S0'))])],
        [
          ...Array.from({ length: 30 }, (_, i) =>
            shape(
              `S${i}`,
              object([
                required('a', reference(`S${i + 1}`)),
                required('b', reference(`S${i + 1}`)),
              ]),
            ),
          ),
          shape('S30', object([last])),
        ],
      );
    const [finding, ...others] = diffModels(
      wide(required('end', string)),
      wide(optional('end', string)),
    );

    expect(others.map(({ rule }) => rule)).toEqual(['places-cut']);
    expect(finding?.places.length).toBeLessThan(20);
  });

  test('that is used in both directions for the first time has another name for writers', () => {
    const to = [required('to', reference('Station'))];
    const written = model([clientEvent('tune', to)], [station()]);
    const both = model([event('tuned', to), clientEvent('tune', to)], [station()]);

    expect(diffModels(written, both).map(({ sentence }) => sentence)).toContain(
      'its type is now called StationParam, was Station',
    );
  });
});

describe('a source', () => {
  const named = (typePrefix?: string) => ({
    ...model([event('tune')], [], typePrefix === undefined ? {} : { typePrefix }),
    aliases: [{ name: 'Knob', of: 'TuneEvent', position: somewhere }],
  });

  test('whose types have another prefix calls all events otherwise', () => {
    expect(diffModels(named(), named('Fm')).map(({ sentence }) => sentence)).toEqual([
      'the type of all server events is now called FmRealtimeServerEvent, was RealtimeServerEvent',
    ]);
  });

  test('that has another place in the matrix is described otherwise', () => {
    const placed = (generation: number) => model([event('tune')], [], { matrix: { generation } });
    expect(diffModels(placed(1), placed(2)).map(({ rule }) => rule)).toEqual(['source-described']);
  });
});

describe('an event', () => {
  const called = (schemaName: string) => model([{ ...event('tune'), schemaName }]);

  test('whose schema is called otherwise is described in other words', () => {
    expect(diffModels(called('Tune'), called('Tuned')).map(({ sentence }) => sentence)).toEqual([
      'its schema is now called Tuned, was Tune',
    ]);
  });
});

describe('a unit or an encoding', () => {
  const described = (type: Field['type'], description: string) =>
    tuned(required('dial', type, { description }));

  test.each([
    ['a number in another unit', number, 'How long, in ms.', 'How long, in seconds.'],
    ['a string in another encoding', string, 'Bytes in Base64.', 'Bytes in hexadecimal.'],
    ['a list in another encoding', arrayOf(string), 'Bytes in Base64.', 'Bytes in hex.'],
    ['a map in another unit', mapOf(arrayOf(number)), 'Times in ms.', 'Times in seconds.'],
    ['an object of times', object([]), 'All times are in ms.', 'All times are in seconds.'],
  ])('is another: %s', (_, type, before, after) => {
    expect(found(described(type, before), described(type, after))).toEqual([
      'breaking unit-changed tuned dial',
    ]);
  });

  test.each([
    ['a string', string, 'Valid for a few minutes.', 'Valid for 120 seconds.'],
    ['a number', number, 'How much base64.', 'How much hex.'],
    ['a list of values', oneOf('base64', 'hex'), 'Mostly base64.', 'Mostly hex.'],
    ['an object', object([]), 'Base64, for minutes.', 'Hex, for seconds.'],
  ])('is no matter of %s', (_, type, before, after) => {
    expect(found(described(type, before), described(type, after))).toEqual([
      'docs description-changed tuned dial',
    ]);
  });
});

describe('a limit or a default in words', () => {
  const dialed = (description: string, more: Partial<Field> = {}) =>
    model([clientEvent('tune', [optional('dial', number, { description, ...more })])]);
  const stated = { position: 'small/page.md:2:1' } as const;

  test.each([
    ['From 0 to 10.', 'From 0 to 1.', 'breaking bound-tightened'],
    ['From 0 to 1.', 'From 0 to 10.', 'safe bound-loosened'],
    ['At most 512 signs.', 'At most 256 signs, or 64 words.', 'breaking bound-tightened'],
    ['Defaults to 1.', 'Defaults to 2.', 'dangerous default-changed'],
  ])('is another: %j, then %j', (before, after, change) => {
    expect(found(dialed(before), dialed(after))).toContain(`${change} tune dial`);
  });

  test('is what the other side states, or another', () => {
    const after = dialed('Louder.', {
      bounds: { ...stated, minimum: 0, maximum: 1 },
      default: { ...stated, value: 1 },
    });
    expect(found(dialed('From 0 to 1. Defaults to 1.'), after)).toEqual([
      'docs default-stated tune dial',
      'docs description-changed tune dial',
    ]);
    expect(found(dialed('From 0 to 2. Defaults to 2.'), after)).toEqual([
      'dangerous default-changed tune dial',
      'breaking bound-tightened tune dial',
      'docs description-changed tune dial',
    ]);
  });
});

describe('a union', () => {
  const member = (kind: string, ...fields: Field[]) =>
    object([discriminator('type', kind), ...fields]);

  test('pairs its members by what tells them apart, in any order', () => {
    const before = tuned(
      required(
        'to',
        union(member('am', required('a', string)), member('fm', required('f', string))),
      ),
    );
    const after = tuned(
      required(
        'to',
        union(member('fm', optional('f', string)), member('am', required('a', string))),
      ),
    );

    expect(found(before, after)).toEqual([
      'breaking required-to-optional tuned to<fm>.f',
      'docs order-changed tuned to',
    ]);
  });

  test('with a new member does not tell its fields', () => {
    const before = tuned(required('to', union(member('am'), member('fm'))));
    const after = tuned(
      required('to', union(member('am'), member('fm'), member('dab', required('block', string)))),
    );
    const [finding, ...others] = diffModels(before, after);

    expect(others).toEqual([]);
    expect(finding?.sentence).toBe('the alternative <dab> is new');
  });

  test('with a member of another name and the same body tells the name', () => {
    const body = [required('at', number), required('name', string), required('strength', number)];
    const before = tuned(
      required('to', union(member('am', ...body), member('web', required('url', string)))),
    );
    const after = tuned(
      required('to', union(member('mw', ...body), member('web', required('url', string)))),
    );

    expect(found(before, after)).toEqual(['breaking constant-changed tuned to<mw>.type']);
  });

  test('tells the name of a member that holds one field as well', () => {
    const text = required('text', string);
    const audio = member('audio', required('audio', string));
    const before = tuned(required('to', union(member('text', text), audio)));
    const after = tuned(required('to', union(member('output_text', text), audio)));

    expect(found(before, after)).toEqual(['breaking constant-changed tuned to<output_text>.type']);
  });

  test('with a member that holds nothing but its name tells that it is gone, and another new', () => {
    const audio = member('audio', required('audio', string));
    const before = tuned(required('to', union(member('none'), audio)));
    const after = tuned(required('to', union(member('auto'), audio)));

    expect(found(before, after)).toEqual([
      'dangerous member-added tuned to',
      'safe member-removed tuned to',
    ]);
  });

  test('that one object was split into has all its fields, and tells readers no more than they knew', () => {
    const one = object([
      required('type', oneOf('am', 'web')),
      optional('at', number),
      optional('url', string),
    ]);
    const split = union(
      member('am', optional('at', number)),
      member('web', optional('url', string)),
    );

    expect(found(tuned(required('to', one)), tuned(required('to', split)))).toEqual([
      'safe member-split tuned to',
    ]);
  });
});

describe('what is new or gone', () => {
  test('is told once, whatever it holds', () => {
    const session = object([required('voice', object([required('name', string)]))]);

    expect(found(tuned(), tuned(required('session', session)))).toEqual([
      'safe required-field-added tuned session',
    ]);
    expect(found(tuned(required('session', session)), tuned())).toEqual([
      'breaking required-field-removed tuned session',
    ]);
  });

  test('as an event is told once', () => {
    expect(
      found(tuned(), model([...tuned().events, event('lost', [required('why', string)])])),
    ).toEqual(['dangerous event-added lost']);
  });
});

test('an object that lost all its fields names them', () => {
  const before = tuned(required('dial', object([required('id', string), optional('at', number)])));

  expect(
    diffModels(before, tuned(required('dial', openObject))).map(({ sentence }) => sentence),
  ).toEqual(['now open object, was object with `id` and `at`']);
});

test('what has no flag was supported, where it is flagged now', () => {
  const page = (flag: string) =>
    treeSource({ server: { tuned: `- \`dial\` (integer, required): ${flag} At.\n` } });
  const sentences = (before: string, after: string) =>
    diffOf(page(before), page(after)).map(({ sentence }) => sentence);

  expect(sentences('', '[NOT SUPPORTED]')).toEqual(['now unsupported, was supported']);
  expect(sentences('[PARTIALLY SUPPORTED]', '')).toEqual(['now supported, was supported in part']);
});

describe('a position', () => {
  const before = treeSource({ server: { tuned: '- `dial` (integer, required): At.\n' } });

  test('is the line that changed, on both sides', () => {
    const after = treeSource({
      server: { tuned: '- `band` (string, optional): Band.\n- `dial` (number, required): At.\n' },
    });
    const at = ({ before: was, after: is }: Finding) => [was?.position, is?.position];

    expect(diffOf(before, after).map(at)).toEqual([
      ['radio/server/tuned.md:5:11', 'radio/server/tuned.md:6:11'],
      [undefined, 'radio/server/tuned.md:5:1'],
    ]);
  });
});

test('the same model has no change, even where it is more than is gone through', () => {
  const members = Array.from({ length: 400 }, (_, i) => object([required(`part${i}`, string)]));
  const events = Array.from({ length: 20 }, (_, i) =>
    event(`tune${i}`, [required('station', union(...members))]),
  );
  expect(diffModels(model(events), model(events))).toEqual([]);
});
