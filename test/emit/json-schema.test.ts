import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from '../../generator/emit/json-schema.ts';
import { isJsonObject } from '../../generator/model/json.ts';
import type { Model } from '../../generator/model/model.ts';
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

  it('lets pass what is usual in traffic, in the tolerant reading', () => {
    expect(jsonSchemaOf(small, 'server')).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'small/server.schema.json',
      title: 'RealtimeServerEvent',
      description:
        'Any server event of Small Source, snapshot 2026-01-01, with what is usual in traffic beside what is documented.',
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

  it('is closed in the exact reading', () => {
    expect(jsonSchemaOf(small, 'client')).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'small/client.schema.json',
      title: 'RealtimeClientEvent',
      description: 'Any client event of Small Source, snapshot 2026-01-01, as it is documented.',
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

  it('may have the other reading, and leaves the words to the schema of the types', () => {
    const schema = jsonSchemaOf(small, 'server', 'exact');
    expect(schema).toMatchObject({
      $id: 'small/server.exact.schema.json',
      description:
        'Any server event of Small Source, snapshot 2026-01-01, as it is documented. What things are is said in server.schema.json.',
      $defs: {
        TuneEvent: { properties: { volume: { type: 'integer' } }, additionalProperties: false },
      },
    });
    expect(schema).not.toHaveProperty('$defs.Station.description');
  });

  it('has the reading that a source asks for', () => {
    const exact = model(small.events, small.shapes, { reading: { server: 'exact' } });
    expect(jsonSchemaOf(exact, 'server')).toMatchObject({
      $id: 'small/server.schema.json',
      $defs: { TuneEvent: { additionalProperties: false } },
    });
  });

  it('says what is deprecated', () => {
    const deprecated = { position: somewhere, text: 'Deprecated.' };
    const schema = jsonSchemaOf(
      model([
        event('tune', [
          optional('volume', integer, { deprecated }),
          required('station', object([], { deprecated })),
        ]),
        event('tune.off', [], { deprecated }),
      ]),
      'server',
    );
    expect(schema).toMatchObject({
      $defs: {
        TuneEvent: {
          properties: { volume: { deprecated: true }, station: { deprecated: true } },
        },
        TuneOffEvent: { deprecated: true },
      },
    });
    expect(schema).not.toHaveProperty('$defs.TuneEvent.deprecated');
  });

  it('has the words of a link to another page, without the link', () => {
    const tune = event('tune', [], { description: 'See [stations](stations.md).' });
    expect(jsonSchemaOf(model([tune]), 'server')).toMatchObject({
      $defs: { TuneEvent: { description: 'See stations.' } },
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
