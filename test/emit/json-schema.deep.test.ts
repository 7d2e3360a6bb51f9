import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from '../../generator/emit/json-schema.ts';
import { isJsonObject } from '../../generator/model/json.ts';
import type { Direction, Json, Model } from '../../generator/model/model.ts';
import { mayBeAbsent, readingModeOf } from '../../generator/model/reading.ts';
import { eventsOf, shapesByName } from '../../generator/model/walk.ts';
import { pathText } from '../../generator/runtime/misfits.ts';
import { directions } from '../support/generated-sources.ts';
import { valueAt, valuesOf, withValue, wrongValues } from '../support/messages.ts';
import {
  arrayOf,
  boolean,
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
  somewhere,
  string,
  union,
} from '../support/models.ts';
import { wrongWith } from '../support/subjects.ts';

/** A schema of a model that has one event, `tune`, with these fields. */
function schemaOfFields(fields: Parameters<typeof event>[1], shapes: Model['shapes'] = []) {
  const defs = jsonSchemaOf(model([event('tune', fields)], shapes), 'server')['$defs'];
  const tune = isJsonObject(defs) ? defs['TuneEvent'] : undefined;
  return isJsonObject(tune) ? tune['properties'] : undefined;
}

describe('the schema of a direction', () => {
  const small = model(
    [
      event('tune', [required('station', reference('Station')), optional('volume', integer)], {
        description: 'Tunes in.',
      }),
      clientEvent('tune.off', [optional('station', reference('Station'))]),
    ],
    [
      shape(
        'Station',
        object([required('name', string), optional('band', oneOf('am', 'fm'))]),
        'A station.',
      ),
    ],
  );

  it('is tolerant where the server writes', () => {
    expect(jsonSchemaOf(small, 'server')).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'RealtimeServerEvent',
      description: 'Any server event of Small Source, snapshot 2026-01-01.',
      anyOf: [{ $ref: '#/$defs/TuneEvent' }],
      $defs: {
        TuneEvent: {
          description: 'Tunes in.',
          type: 'object',
          properties: {
            type: { const: 'tune' },
            station: { $ref: '#/$defs/Station' },
            volume: { type: ['integer', 'null'] },
          },
          required: ['type', 'station'],
        },
        Station: {
          description: 'A station.',
          type: 'object',
          properties: {
            name: { type: 'string' },
            band: { type: ['string', 'null'], examples: ['am', 'fm'] },
          },
          required: ['name'],
        },
      },
    });
  });

  it('is exact where the client writes', () => {
    expect(jsonSchemaOf(small, 'client')).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'RealtimeClientEvent',
      description: 'Any client event of Small Source, snapshot 2026-01-01.',
      anyOf: [{ $ref: '#/$defs/TuneOffEvent' }],
      $defs: {
        TuneOffEvent: {
          type: 'object',
          properties: { type: { const: 'tune.off' }, station: { $ref: '#/$defs/StationParam' } },
          required: ['type'],
          additionalProperties: false,
        },
        StationParam: {
          description: 'A station.',
          type: 'object',
          properties: { name: { type: 'string' }, band: { enum: ['am', 'fm'] } },
          required: ['name'],
          additionalProperties: false,
        },
      },
    });
  });

  it('is exact where a source asks for it', () => {
    const exact = model(small.events, small.shapes, { reading: { server: 'exact' } });
    expect(jsonSchemaOf(exact, 'server')).toMatchObject({
      $defs: {
        TuneEvent: { properties: { volume: { type: 'integer' } }, additionalProperties: false },
      },
    });
  });

  it('takes other keys of an object that the docs do not claim to show in full', () => {
    const cut = clientEvent('tune', [], {
      body: object([discriminator('type', 'tune')], { open: 'cut' }),
    });
    const schema = jsonSchemaOf(model([cut]), 'client');
    expect(schema).not.toHaveProperty('$defs.TuneEvent.additionalProperties');
  });

  it('keeps descriptions, bounds and defaults as words', () => {
    const volume = optional('volume', number, {
      description: 'How loud.',
      bounds: { position: somewhere, minimum: 0, maximum: 1 },
      default: { value: 0.5, position: somewhere },
    });
    expect(schemaOfFields([volume])).toMatchObject({
      volume: {
        description: 'How loud.\n\nA number from 0 to 1.',
        type: ['number', 'null'],
        default: 0.5,
      },
    });
  });

  it('has a definition of a field that is called like nothing else', () => {
    const properties = schemaOfFields([required('__proto__', string)]) ?? {};
    expect(Object.getOwnPropertyDescriptor(properties, '__proto__')?.value).toEqual({
      type: 'string',
    });
  });
});

describe('the schema of a type', () => {
  it.each([
    ['a boolean', boolean, { type: 'boolean' }],
    ['a list', arrayOf(string), { type: 'array', items: { type: 'string' } }],
    ['a list of anything', arrayOf(openValue), { type: 'array' }],
    ['a map', mapOf(integer), { type: 'object', additionalProperties: { type: 'integer' } }],
    ['a map of anything', mapOf(openValue), { type: 'object' }],
    ['an object of which nothing is said', openObject, { type: 'object' }],
    ['anything', openValue, {}],
    ['one of several, and one is anything', union(string, openValue), {}],
    [
      'an object',
      object([optional('a', string)]),
      { type: 'object', properties: { a: { type: ['string', 'null'] } } },
    ],
    ['a constant', literal('on'), { type: 'string', examples: ['on'] }],
    ['values of two kinds', oneOf('on', 1), { type: ['string', 'number'], examples: ['on', 1] }],
    ['values that are not all', openOneOf('on'), { type: 'string', examples: ['on'] }],
    ['words', union(string, nothing), { type: ['string', 'null'] }],
    [
      'words and more',
      union(oneOf('auto', 'none'), openObject, arrayOf(string), integer),
      {
        anyOf: [
          { type: 'array', items: { type: 'string' } },
          { type: ['string', 'object', 'integer'], examples: ['auto', 'none'] },
        ],
      },
    ],
  ])('%s', (_, type, expected) => {
    expect(schemaOfFields([required('field', type)])).toEqual({
      type: { const: 'tune' },
      field: expected,
    });
  });

  it.each([
    [
      'a list that may be absent',
      arrayOf(string),
      { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'null' }] },
    ],
    ['anything that may be absent', openValue, {}],
    ['null that may be absent', union(string, nothing), { type: ['string', 'null'] }],
  ])('%s', (_, type, expected) => {
    expect(schemaOfFields([optional('field', type)])).toEqual({
      type: { const: 'tune' },
      field: expected,
    });
  });

  it('a constant that tells members apart', () => {
    const field = optional('field', literal('on'), { discriminator: true });
    expect(schemaOfFields([field])).toMatchObject({
      field: { anyOf: [{ const: 'on' }, { type: 'null' }] },
    });
  });
});

/** Ajv, with nothing that it would let pass without a word. */
function validatorsOf(source: Model, direction: Direction): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  ajv.addSchema({ ...jsonSchemaOf(source, direction), $id: 'events' });
  const validators = new Map<string, ValidateFunction>();
  for (const { typeName } of eventsOf(source, direction)) {
    const validate = ajv.getSchema(`events#/$defs/${typeName}`);
    if (validate) validators.set(typeName, validate);
  }
  const any = ajv.getSchema('events');
  if (any) validators.set('any', any);
  return validators;
}

describe.each(directions)(
  'the schema of $title',
  ({ model: source, direction, guards, isEvent }) => {
    const validators = validatorsOf(source, direction);
    const reading = readingModeOf(source.source, direction);
    const shapes = shapesByName(source);
    const fits = (name: string, value: Json): boolean => validators.get(name)?.(value) === true;

    it('has every event', () => {
      expect([...validators.keys()]).toEqual([
        ...eventsOf(source, direction).map(({ typeName }) => typeName),
        'any',
      ]);
    });

    const events = eventsOf(source, direction).map((event) => ({
      ...event,
      messages: valuesOf(event.body, shapes),
    }));

    it('accepts every message that follows the docs', () => {
      const wrong = wrongWith(events, ({ typeName, messages }) =>
        messages.filter(({ value }) => !fits(typeName, value) || !fits('any', value)),
      );
      expect(wrong).toEqual({});
    });

    it('says of a message with one change what the guard says', () => {
      const wrong = wrongWith(events, ({ typeName, messages }) => {
        const guard = guards.get(`is${typeName}`);
        return messages
          .flatMap(({ value, places }) =>
            places
              .filter(({ path }) => path.length > 0)
              .flatMap((place) =>
                [
                  ...(place.field ? [undefined] : []),
                  ...wrongValues(place, reading, shapes),
                  null,
                  'a value of next year',
                ].map((other) => ({
                  path: place.path,
                  message: withValue(value, place.path, other),
                })),
              ),
          )
          .filter(
            ({ message }) =>
              fits(typeName, message) !== guard?.(message) ||
              fits('any', message) !== isEvent(message),
          )
          .map(({ path }) => pathText(path));
      });
      expect(wrong).toEqual({});
    });

    it('refuses a message without a field that must be there', () => {
      const wrong = wrongWith(events, ({ typeName, messages }) =>
        messages.flatMap(({ value, places }) =>
          places
            .filter(({ field }) => field && !mayBeAbsent(field))
            .filter(({ path }) => fits(typeName, withValue(value, path, undefined)))
            .map(({ path }) => pathText(path)),
        ),
      );
      expect(wrong).toEqual({});
    });

    it('refuses values of another kind', () => {
      const wrong = wrongWith(events, ({ typeName, messages }) =>
        messages.flatMap(({ value, places }) =>
          places.flatMap((place) =>
            wrongValues(place, reading, shapes)
              .filter((other) => fits(typeName, withValue(value, place.path, other)))
              .map((other) => `${pathText(place.path)}: ${JSON.stringify(other)}`),
          ),
        ),
      );
      expect(wrong).toEqual({});
    });

    it(`${reading === 'tolerant' ? 'accepts' : 'refuses'} keys that nobody documented`, () => {
      const wrong = wrongWith(events, ({ typeName, messages }) =>
        messages.flatMap(({ value, places }) =>
          places
            .filter(({ path, type }) => {
              const named = type.kind === 'reference' ? shapes.get(type.name)?.type : type;
              return (
                isJsonObject(valueAt(value, path)) &&
                named?.kind === 'object' &&
                named.open === undefined
              );
            })
            .filter(
              ({ path }) =>
                fits(typeName, withValue(value, [...path, 'nobody documented this'], 1)) !==
                (reading === 'tolerant'),
            )
            .map(({ path }) => pathText(path)),
        ),
      );
      expect(wrong).toEqual({});
    });
  },
);
