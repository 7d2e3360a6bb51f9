import { describe, expect, it } from 'vitest';
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
  openValue,
  optional,
  reference,
  required,
  shape,
  somewhere,
  string,
  union,
  unsupported,
} from '../support/models.ts';
import type { Field, Model, OpenReason, Type } from '../../generator/model/model.ts';
import { fileOf, lines, typeOf } from '../support/emitted.ts';

/** The property that one field of a server event becomes. */
function serverProperty(field: Field, shapes: Model['shapes'] = []): string {
  return propertyIn(typeOf(model([event('ping', [field])], shapes), 'PingEvent'));
}

/** The property that one field of a client event becomes. */
function clientProperty(field: Field, shapes: Model['shapes'] = []): string {
  return propertyIn(typeOf(model([clientEvent('ping', [field])], shapes), 'PingEvent'));
}

/** What an interface has after its `type`, on one line. */
function propertyIn(declaration: string): string {
  const body = declaration.slice(declaration.indexOf("type: 'ping';") + "type: 'ping';".length);
  return body
    .replace(/\}$/, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(': |', ':')
    .replaceAll('< |', '<')
    .trim();
}

describe('an event', () => {
  it('is an interface named after its wire name', () => {
    const small = model([
      event('session.created', [required('session_id', string)], {
        description: 'Sent when a session begins.',
        url: 'https://small.test/session/created',
      }),
    ]);
    expect(typeOf(small, 'SessionCreatedEvent')).toBe(lines`
      /**
       * Sent when a session begins.
       *
       * @see {@link https://small.test/session/created}
       */
      export interface SessionCreatedEvent {
        type: 'session.created';
        session_id: string;
      }
    `);
  });

  it('leads nowhere when nobody published it: its page is in another repository', () => {
    const small = model([event('ping', [], { page: 'small/server/ping.md:1:1' })]);
    expect(typeOf(small, 'PingEvent')).not.toContain('small/server');
  });

  it('is described by its wire name when the docs have no words for it', () => {
    expect(typeOf(model([event('ping')]), 'PingEvent')).toMatch(
      /^\/\*\* The event `ping`\. \*\/\n/,
    );
  });

  it('that is not supported is struck out by editors, with the words that say so', () => {
    const small = model([event('ping', [], { support: unsupported("'[NOT SUPPORTED]'") })]);
    expect(typeOf(small, 'PingEvent')).toContain(
      " * @deprecated Not supported at present: the docs say '[NOT SUPPORTED]'.\n",
    );
  });

  it('is described at its name in the map as it is at its type', () => {
    const small = model([event('ping', [], { description: 'Asks for a pong.' })]);
    expect(typeOf(small, 'ServerEventMap')).toContain(
      '  /** Asks for a pong. */\n  ping: PingEvent;\n',
    );
  });

  it.each([
    ['absent', 'Not in the docs: Radios send it.'],
    ['number, unstated', 'Corrected, in the docs `number`: Radios send it.'],
    ['unstated', 'Corrected: Radios send it.'],
    ['Tuning (#tuning), required', 'Corrected: Radios send it.'],
  ])('of a correction says what it corrects and why, after all else (%s)', (was, words) => {
    const position = 'small/corrections/ping.md:9:1';
    const target = 'ping';
    const corrected = event('ping', [], { description: 'Asks for a pong.', correction: position });
    const small: Model = {
      ...model([corrected]),
      corrections: [{ position, target, was, reason: 'Radios send it.', evidence: 'a recording' }],
    };
    expect(typeOf(small, 'PingEvent')).toContain(lines`
      /**
       * Asks for a pong.
       *
       * ${words}
       */
    `);
  });

  it('says what part of it is supported', () => {
    const support = {
      status: 'partial',
      note: 'audio only',
      evidence: { position: somewhere, text: '[PARTIALLY SUPPORTED]' },
    } as const;
    expect(typeOf(model([event('ping', [], { support })]), 'PingEvent')).toContain(
      ' * Supported in part: audio only.\n',
    );
  });

  it('takes other keys when the docs do not list its fields', () => {
    const body = object([discriminator('type', 'ping')], { open: 'opaque' });
    expect(typeOf(model([event('ping', [], { body })]), 'PingEvent')).toBe(lines`
      /**
       * The event ${'`ping`'}.
       *
       * The docs do not list its fields.
       */
      export interface PingEvent {
        [key: string]: unknown;
        type: 'ping';
      }
    `);
  });
});

describe('a field', () => {
  const types: [string, Type, string][] = [
    ['string', string, 'string'],
    ['integer', integer, 'number'],
    ['number', number, 'number'],
    ['boolean', boolean, 'boolean'],
    ['null', nothing, 'null'],
    ['an object of which nothing is said', openObject, 'Record<string, unknown>'],
    ['anything', openValue, 'unknown'],
    ['an array', arrayOf(string), 'string[]'],
    ['an array of arrays', arrayOf(arrayOf(string)), 'Array<string[]>'],
    ['an array of a union', arrayOf(union(string, integer)), 'Array<string | number>'],
    ['an array of anything', arrayOf(openValue), 'unknown[]'],
    ['a map', mapOf(integer), 'Record<string, number>'],
    ['a union', union(string, nothing), 'string | null'],
    ['a union with anything', union(string, openValue), 'unknown'],
    ['a union in a union', union(string, union(boolean, nothing)), 'string | boolean | null'],
  ];

  it.each(types)('of type %s', (_, type, text) => {
    expect(serverProperty(required('field', type))).toContain(`field: ${text};`);
  });

  it('is of a shape by its name', () => {
    const shapes = [shape('Usage', object([required('total', integer)]))];
    expect(serverProperty(required('usage', reference('Usage')), shapes)).toBe('usage: Usage;');
  });

  it('that may be absent may be null, too, when the server sends it', () => {
    expect(serverProperty(optional('field', string))).toBe('field?: string | null;');
  });

  it('of which nobody says whether it is required may be absent', () => {
    const field = required('field', string, { requiredness: 'unstated' });
    expect(serverProperty(field)).toBe('field?: string | null;');
  });

  it('that may be null anyway says so once', () => {
    expect(serverProperty(optional('field', union(string, nothing)))).toBe(
      'field?: string | null;',
    );
  });

  it('of a shape that may be null anyway says so once', () => {
    const shapes = [shape('Detail', union(string, nothing))];
    expect(serverProperty(optional('field', reference('Detail')), shapes)).toBe('field?: Detail;');
  });

  it('of anything is not said to be null', () => {
    expect(serverProperty(optional('field', openValue))).toBe('field?: unknown;');
  });

  it('that may be absent is no more than absent when a client writes it', () => {
    expect(clientProperty(optional('field', string))).toBe('field?: string;');
  });

  it('has its words, its origin and its default in its comment', () => {
    const field = optional('speed', number, {
      description: 'How fast to speak.',
      origin: 'inferred',
      default: { value: 1.5, position: somewhere },
    });
    expect(typeOf(model([event('ping', [field])]), 'PingEvent')).toContain(
      lines`
        /**
         * How fast to speak.
         *
         * Inferred from an example.
         *
         * @default 1.5
         */
        speed?: number | null;
    `.replaceAll(/^/gm, '  '),
    );
  });

  it('says that it is not supported', () => {
    expect(serverProperty(required('field', string, { support: unsupported() }))).toBe(
      '/** Not supported at present: the docs say [NOT SUPPORTED]. */ field: string;',
    );
  });

  it('without words of its own has those of its shape', () => {
    const shapes = [shape('Usage', object([]), 'What was used.')];
    const type = union(reference('Usage'), nothing);
    expect(serverProperty(required('usage', type), shapes)).toBe(
      '/** What was used. */ usage: Usage | null;',
    );
  });

  it('that takes anything says what the docs list', () => {
    const type = union(reference('Usage'), string, openValue);
    expect(serverProperty(required('field', type), [shape('Usage', object([]))])).toBe(
      '/** Documented as one of Usage, string, something that is not documented. */ field: unknown;',
    );
  });
});

describe('what is deprecated', () => {
  const said = (text: string) => ({ deprecated: { position: somewhere, text } });

  it('has a tag, with the words that say more than that', () => {
    const dial = optional('dial', string, said('Deprecated: turn the knob.'));
    const tune = event('tune', [dial, optional('band', string, said('[DEPRECATED]'))], {
      ...said('**Deprecated**'),
    });
    const text = typeOf(model([tune]), 'TuneEvent');
    expect(text.match(/@deprecated.*/g)).toEqual([
      '@deprecated',
      '@deprecated Deprecated: turn the knob. */',
      '@deprecated */',
    ]);
  });

  it('may be single values', () => {
    const values = [
      { value: 'am', position: somewhere },
      { value: 'lw', position: somewhere, ...said('(deprecated)') },
    ];
    const band = optional('band', { kind: 'enumeration', position: somewhere, values });
    expect(typeOf(model([event('tune', [band])]), 'TuneEvent')).toContain(
      'Deprecated values: `"lw"`.',
    );
  });
});

describe('values', () => {
  it('says once that other values may stand there, however its constants are listed', () => {
    const type = union(literal('a'), openObject, literal('b'));
    expect(serverProperty(required('mode', type))).toBe(
      "mode: 'a' | 'b' | (string & {}) | Record<string, unknown>;",
    );
  });

  it('may be new ones when the server sends them', () => {
    expect(serverProperty(required('status', oneOf('open', 'closed')))).toBe(
      "status: 'open' | 'closed' | (string & {});",
    );
  });

  it('are those of the docs when a client writes them', () => {
    expect(clientProperty(required('status', oneOf('open', 'closed')))).toBe(
      "status: 'open' | 'closed';",
    );
  });

  it('may be new ones in an array', () => {
    expect(serverProperty(required('voices', arrayOf(oneOf('a', 'b'))))).toBe(
      "voices: Array<'a' | 'b' | (string & {})>;",
    );
  });

  it('may be new ones where there is only one of them', () => {
    expect(serverProperty(required('object', literal('realtime.item')))).toBe(
      "object: 'realtime.item' | (string & {});",
    );
  });

  it('may be new ones of each kind that the docs list', () => {
    expect(serverProperty(required('limit', oneOf(1, 'inf')))).toBe(
      "limit: 1 | 'inf' | (number & {}) | (string & {});",
    );
  });

  it('that tell types apart are exact, also when the server sends them', () => {
    expect(serverProperty(discriminator('role', 'user'))).toBe("role: 'user';");
  });

  it('of a union with null keep both', () => {
    expect(serverProperty(required('limit', union(integer, literal('inf'), nothing)))).toBe(
      "limit: number | 'inf' | (string & {}) | null;",
    );
  });
});

describe('a shape', () => {
  it('is an interface of its own, with the words of the docs', () => {
    const usage = shape('Usage', object([required('total', integer)]), 'What it cost.');
    const small = model([event('ping', [required('usage', reference('Usage'))])], [usage]);
    expect(typeOf(small, 'Usage')).toBe(lines`
      /** What it cost. */
      export interface Usage {
        total: number;
      }
    `);
  });

  it('is an alias when it is a union', () => {
    const shapes = [
      shape('Item', union(reference('Text'), reference('Audio'))),
      shape('Text', object([discriminator('type', 'text')])),
      shape('Audio', object([discriminator('type', 'audio')])),
    ];
    const small = model([event('ping', [required('item', reference('Item'))])], shapes);
    expect(typeOf(small, 'Item')).toBe('export type Item = Text | Audio;');
  });

  it('may contain itself', () => {
    const node = shape('Branch', object([optional('branches', arrayOf(reference('Branch')))]));
    const small = model([event('ping', [required('tree', reference('Branch'))])], [node]);
    expect(typeOf(small, 'Branch')).toBe(lines`
      export interface Branch {
        branches?: Branch[] | null;
      }
    `);
  });

  it('is left out when no event uses it', () => {
    const small = model([event('ping')], [shape('Unused', object([required('id', string)]))]);
    expect(fileOf(small, 'types.ts')).not.toContain('Unused');
  });

  const notes: [OpenReason, string][] = [
    ['opaque', 'The docs do not list its fields.'],
    ['cut', 'The docs break off here: there are more fields than these.'],
    ['dead-reference', 'The docs name this type and do not document it.'],
    ['example', 'Known from an example only: there may be more fields.'],
  ];

  it.each(notes)('that is open (%s) says why, and takes any key', (reason, note) => {
    const open = shape('Open', { kind: 'open', position: somewhere, of: 'object', reason });
    const small = model([event('ping', [required('field', reference('Open'))])], [open]);
    expect(typeOf(small, 'Open')).toBe(
      `/** ${note} */\nexport interface Open {\n  [key: string]: unknown;\n}`,
    );
  });

  it.each(notes)('whose fields are not all known (%s) takes other keys', (open, note) => {
    const part = shape('Part', object([required('id', string)], { open }));
    const small = model([event('ping', [required('field', reference('Part'))])], [part]);
    expect(typeOf(small, 'Part')).toBe(
      `/** ${note} */\nexport interface Part {\n  [key: string]: unknown;\n  id: string;\n}`,
    );
  });
});

describe('above the events', () => {
  const small = model([
    event('session.created'),
    event('error'),
    event('response.done', [], { support: unsupported() }),
  ]);

  it('there is a map from wire name to interface, in the order of the docs', () => {
    expect(typeOf(small, 'ServerEventMap')).toBe(lines`
      /** Every event that the server sends, by its wire name. */
      export interface ServerEventMap {
        'session.created': SessionCreatedEvent;
        error: RealtimeErrorEvent;
        /** @deprecated Not supported at present: the docs say [NOT SUPPORTED]. */
        'response.done': ResponseDoneEvent;
      }
    `);
  });

  it('there is a union of all events', () => {
    expect(typeOf(small, 'RealtimeServerEvent')).toContain(
      'export type RealtimeServerEvent = ServerEventMap[ServerEventName];',
    );
  });

  it('events are picked by their name', () => {
    expect(typeOf(small, 'ServerEventByName')).toContain(
      'export type ServerEventByName<Name extends ServerEventName> = ServerEventMap[Name];',
    );
  });

  it('the unsupported events have their names', () => {
    expect(typeOf(small, 'UnsupportedServerEventName')).toContain(
      "export type UnsupportedServerEventName = 'response.done';",
    );
  });

  it('where all are supported, no name is unsupported', () => {
    expect(typeOf(model([event('ping')]), 'UnsupportedServerEventName')).toContain(
      'export type UnsupportedServerEventName = never;',
    );
  });

  it('nothing speaks of a direction that the source does not document', () => {
    expect(fileOf(small, 'types.ts')).not.toContain('Client');
  });
});

it('the head of the types has the notice of their source', () => {
  const small = model([event('ping')]);
  const noticed = { ...small, source: { ...small.source, notice: 'The words are ours.' } };
  const [, , notice] = fileOf(noticed, 'types.ts').split('\n');
  expect(notice).toBe('// The words are ours.');
});
