/** What a message turns out to be, by the events of a radio. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import {
  assertEvent,
  assertEventNamed,
  outcomeOf,
  outcomeOfEither,
} from '../../generator/runtime/outcomes.ts';
import { EventError } from '../../generator/runtime/event-error.ts';
import type { EventSet, ObjectExpectation } from '../../generator/runtime/types.ts';

interface Tuned {
  type: 'station.tuned';
  station: string;
  band?: string | null;
}

interface Silent {
  type: 'silence';
}

const tuned: ObjectExpectation = {
  required: { type: { only: ['station.tuned'] }, station: 'string' },
  optional: { band: { values: ['am', 'fm'] } },
};

const isTuned = (value: unknown): value is Tuned =>
  isObject(value) && value['type'] === 'station.tuned' && typeof value['station'] === 'string';

const radio: EventSet<Tuned | Silent> = {
  title: 'server event of Radio, snapshot 2026-01-31',
  reading: 'tolerant',
  is: (value): value is Tuned | Silent =>
    isTuned(value) || (isObject(value) && value['type'] === 'silence'),
  expected: {
    'station.tuned': tuned,
    silence: { required: { type: { only: ['silence'] } } },
  },
};

const known = (event: { type: string }) => ({
  kind: 'known',
  name: event.type,
  event,
  unknownMembers: [],
});

const protocolOnly =
  'Pass messages of this protocol only: each is an object with its name in "type".';

const anyForm = 'Pass the text of a message, its bytes, or the object that its JSON stands for.';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('a message', () => {
  it('that fits is known', () => {
    const event = { type: 'station.tuned', station: 'FIP' };
    expect(outcomeOf(event, radio)).toEqual(known(event));
    expect(outcomeOf(JSON.stringify(event), radio)).toEqual(known(event));
  });

  it('that does not fit is a mismatch with each misfit', () => {
    const value = { type: 'station.tuned', station: 5 };
    expect(outcomeOf(value, radio)).toEqual({
      kind: 'mismatch',
      name: 'station.tuned',
      misfits: [{ path: 'station', expected: 'string', received: '5' }],
      event: value,
    });
  });

  it('with a name that the docs do not have is unknown', () => {
    const value = { type: 'station.lost', station: 'FIP' };
    expect(outcomeOf(value, radio)).toEqual({
      kind: 'unknown',
      name: 'station.lost',
      event: value,
    });
  });

  it.each(['__proto__', 'constructor', 'toString', 'valueOf', ''])(
    'with the name %j is unknown',
    (type) => {
      expect(outcomeOf({ type }, radio).kind).toBe('unknown');
    },
  );

  it.each<[string, unknown, string, string, string]>([
    [
      'text that is not JSON',
      '{"type":',
      'a JSON object',
      'text that is not JSON',
      'Pass whole messages, one at a time.',
    ],
    ['no text', '', 'a JSON object', 'an empty text', 'Pass whole messages, one at a time.'],
    ['text of an array', '[]', 'a JSON object', 'array', protocolOnly],
    ['text of null', 'null', 'a JSON object', 'null', protocolOnly],
    ['text of a text', '"silence"', 'a JSON object', '"silence"', protocolOnly],
    ['bytes of a number', bytes('1'), 'a JSON object', '1', protocolOnly],
    ['an array', [{ type: 'silence' }], 'a JSON object', 'array', 'Pass each event by itself.'],
    ['undefined', undefined, 'a JSON object', 'nothing', anyForm],
    ['a function', () => 'silence', 'a JSON object', 'function', anyForm],
    [
      'bytes of something else',
      Uint8Array.of(0xff, 0xd8),
      'a JSON object',
      'bytes that are not UTF-8',
      'Pass the messages of the protocol only; audio of its own, or compressed data, is not one.',
    ],
    [
      'a text in an object',
      Object('{"type":"silence"}'),
      'a JSON object, its text or its bytes',
      'String',
      'Pass the object that JSON.parse makes of it.',
    ],
    [
      'a promise',
      Promise.resolve('{"type":"silence"}'),
      'a JSON object, its text or its bytes',
      'Promise',
      'Pass what it resolves to.',
    ],
    [
      'what some browsers give for bytes',
      new Blob(['{"type":"silence"}']),
      'a JSON object, its text or its bytes',
      'Blob',
      'Pass what its arrayBuffer() resolves to, or set binaryType of the socket to "arraybuffer".',
    ],
  ])('that is %s is malformed', (_, input, expected, received, advice) => {
    const misfits = [{ path: '', expected, received }];
    expect(outcomeOf(input, radio)).toEqual({ kind: 'malformed', misfits, advice, event: input });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { station: 'FIP' }, 'nothing'],
    ['a number for its name', { type: 1 }, '1'],
  ])('with %s is malformed', (_, input, received) => {
    const misfits = [{ path: 'type', expected: 'string', received }];
    const advice = protocolOnly;
    expect(outcomeOf(input, radio)).toEqual({ kind: 'malformed', misfits, advice, event: input });
  });
});

it('what a handler of a socket gets is not a message, but holds one', () => {
  const input = new MessageEvent('message', { data: '{"type":"silence"}' });
  const received: unknown = expect.stringMatching(/Event$/);
  expect(outcomeOf(input, radio)).toMatchObject({
    kind: 'malformed',
    misfits: [{ received }],
    advice: 'Pass its data.',
  });
});

describe('a message in bytes', () => {
  const event = { type: 'station.tuned', station: 'Où' };
  const whole = bytes(JSON.stringify(event));
  /** The middle of the two bytes of `ù`. */
  const middle = whole.indexOf(0xc3) + 1;

  it.each<[string, unknown]>([
    ['a Uint8Array', whole],
    ['a Buffer', Buffer.from(whole)],
    ['an ArrayBuffer', whole.slice().buffer],
    ['a DataView', new DataView(whole.slice().buffer)],
    ['a part of a larger buffer', Uint8Array.of(0, ...whole, 0).subarray(1, -1)],
    ['fragments, as a list', [whole.subarray(0, 1), whole.subarray(1)]],
    ['fragments that cut a character', [whole.subarray(0, middle), whole.subarray(middle)]],
    ['bytes of another realm', runInNewContext(`Uint8Array.of(${whole.join()})`)],
    ['a buffer of another realm', runInNewContext(`Uint8Array.of(${whole.join()}).buffer`)],
    ['bytes with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...whole)],
  ])('that are %s is known', (_, input) => {
    expect(outcomeOf(input, radio)).toEqual(known(event));
  });

  it('that end inside a character is malformed', () => {
    const input = whole.subarray(0, middle);
    const misfits = [{ path: '', expected: 'a JSON object', received: 'bytes that are not UTF-8' }];
    expect(outcomeOf(input, radio)).toMatchObject({ kind: 'malformed', misfits, event: input });
  });
});

describe('a message that no text has', () => {
  it.each<[string, object]>([
    [
      'a getter that throws',
      {
        get type(): string {
          throw new Error('no');
        },
      },
    ],
    ['a proxy that is revoked', revoked()],
  ])('with %s is malformed', (_, input) => {
    expect(outcomeOf(input, radio)).toMatchObject({
      kind: 'malformed',
      misfits: [{ path: '', received: 'one that throws when it is read' }],
    });
  });

  it('that changes while it is read is a mismatch', () => {
    let reads = 0;
    const value = {
      type: 'station.tuned',
      get station(): unknown {
        return reads++ === 0 ? 5 : 'FIP';
      },
    };
    expect(outcomeOf(value, radio)).toMatchObject({
      kind: 'mismatch',
      misfits: [{ path: '', received: 'one that changes while it is read' }],
    });
  });

  it('that contains itself is looked at as far as the docs go', () => {
    const value: Record<string, unknown> = { type: 'station.tuned', station: 'FIP' };
    value['self'] = value;
    expect(outcomeOf(value, radio).kind).toBe('known');
  });

  function revoked(): object {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  }
});

describe('a member of a union that the docs do not have', () => {
  const song = { type: 'song', title: 'La Mer' };
  const news = { type: 'news', from: 'Paris' };
  const played = (...items: unknown[]) => ({ type: 'played', items });

  const member = (type: string, key: string): ObjectExpectation => ({
    required: { type: { only: [type] }, [key]: 'string' },
  });

  interface Played {
    type: 'played';
    items: { type: 'song'; title: string }[];
  }

  const jukebox: EventSet<Played> = {
    title: 'server event of Jukebox',
    reading: 'tolerant',
    is: (value): value is Played =>
      isObject(value) &&
      Array.isArray(value['items']) &&
      value['items'].every((item) => isObject(item) && item['title'] !== undefined),
    expected: {
      played: {
        required: {
          type: { only: ['played'] },
          items: { items: { anyOf: [member('song', 'title'), member('speech', 'speaker')] } },
        },
      },
    },
  };

  it('leaves the event known, and is told', () => {
    const event = played(song, news);
    expect(outcomeOf(event, jukebox)).toEqual({
      kind: 'known',
      name: 'played',
      event,
      unknownMembers: [
        { path: 'items[1].type', expected: '"song" | "speech"', received: '"news"' },
      ],
    });
  });

  it('is a mismatch where the docs are read exactly, and for who asserts', () => {
    expect(outcomeOf(played(news), jukebox, 'exact')).toMatchObject({
      kind: 'mismatch',
      misfits: [{ path: 'items[0].type' }],
    });
    expect(() => {
      assertEvent(played(news), jukebox);
    }).toThrow('items[0].type: expected "song" | "speech", received "news"');
  });

  it.each<[string, unknown[], string[]]>([
    [
      'a member that does not fit',
      [news, { type: 'song', title: 5 }],
      ['items[0].type', 'items[1].title'],
    ],
    ['a tag of another kind', [{ type: 7 }], ['items[0].type']],
    ['no tag', [{ from: 'Paris' }], ['items[0].type']],
    ['another kind of value', ['news'], ['items[0]']],
  ])('is not %s, which stays a mismatch', (_, items, paths) => {
    const outcome = outcomeOf(played(...items), jukebox);
    expect(outcome.kind === 'mismatch' && outcome.misfits.map(({ path }) => path)).toEqual(paths);
  });

  it('hides nothing that is wrong, however many there are', () => {
    const many = Array.from({ length: 500 }, () => news);
    const outcome = outcomeOf(played(...many, 'noise'), jukebox);
    expect(outcome.kind === 'mismatch' && outcome.misfits.at(-1)).toEqual({
      path: 'items[500]',
      expected: 'object',
      received: '"noise"',
    });
    expect(outcomeOf(played(...many), jukebox).kind).toBe('known');
  });
});

it('held against the letter of the docs, what is usual in traffic is a mismatch', () => {
  const value = { type: 'station.tuned', station: 'FIP', band: 'dab', volume: 11 };
  expect(outcomeOf(value, radio).kind).toBe('known');
  expect(outcomeOf(value, radio, 'exact')).toMatchObject({
    kind: 'mismatch',
    misfits: [
      { path: 'band', expected: '"am" | "fm"', received: '"dab"' },
      { path: 'volume', expected: 'nothing', received: 'number' },
    ],
  });
});

describe('what is thrown', () => {
  const thrown = (value: unknown): unknown => {
    try {
      assertEvent(value, radio);
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it('is nothing for what fits', () => {
    expect(thrown({ type: 'silence' })).toBeUndefined();
  });

  it('says what does not fit, and where', () => {
    const error = thrown({ type: 'station.tuned', station: null });
    expect(String(error)).toBe(
      [
        'EventError: "station.tuned" is not a valid server event of Radio, snapshot 2026-01-31:',
        '  station: expected string, received null',
      ].join('\n'),
    );
  });

  it('says which name was meant', () => {
    expect(String(thrown({ type: 'station.tunde' }))).toBe(
      'EventError: "station.tunde" is not a server event of Radio, snapshot 2026-01-31. Did you mean "station.tuned"?',
    );
  });

  it('says of what is not an event what it is', () => {
    expect(String(thrown([]))).toBe(
      [
        'EventError: This is not a valid server event of Radio, snapshot 2026-01-31:',
        '  the message: expected a JSON object, received array',
        '  Pass each event by itself.',
      ].join('\n'),
    );
  });

  it('says of a text that it is one: who asserts wants an object', () => {
    expect(String(thrown('{"type":"silence"}'))).toBe(
      [
        'EventError: This is not a valid server event of Radio, snapshot 2026-01-31:',
        '  the message: expected a JSON object, received "{\\"type\\":\\"silence\\"}"',
        '  Pass the object that JSON.parse makes of it.',
      ].join('\n'),
    );
  });

  it('can be asked for by the letter of the docs', () => {
    const strange = { type: 'station.tuned', station: 'FIP', band: 'dab' };
    expect(() => {
      assertEvent(strange, radio, 'exact');
    }).toThrow('band: expected "am" | "fm", received "dab"');
  });

  it('says at least one thing, also of what changes while it is read', () => {
    let reads = 0;
    const value = {
      get station(): unknown {
        return reads++ === 0 ? 5 : 'FIP';
      },
    };
    const isStation = (one: unknown): one is object =>
      isObject(one) && typeof one['station'] === 'string';
    expect(() => {
      assertEventNamed(value, 'station', isStation, { required: { station: 'string' } }, 'exact');
    }).toThrow('the message: expected an object that stays as it is');
  });

  it('names the first eight misfits', () => {
    const items = Array.from({ length: 10 }, (_, i) => i);
    const attempt = (): void => {
      assertEventNamed(
        { items },
        'list',
        isTuned,
        { required: { items: { items: 'string' } } },
        'exact',
      );
    };
    expect(attempt).toThrow(/items\[7\]: expected string, received 7\n {2}and 2 more$/);
  });

  it('is one of any copy of the class, such as that of ES modules and that of CommonJS', async () => {
    vi.resetModules();
    const copy = await import('../../generator/runtime/event-error.ts');
    const error = thrown({ type: 'station.lost' });
    expect(error).toBeInstanceOf(copy.EventError);
    expect(copy.EventError).not.toBe(EventError);
  });

  it('is none that only looks like one, nor one of a class made of it', () => {
    class Ours extends EventError {}
    const error = thrown({ type: 'station.lost' });
    expect(error).not.toBeInstanceOf(Ours);
    expect(Object.assign(new Error('no'), { name: 'EventError' })).not.toBeInstanceOf(EventError);
    expect(new Ours({ kind: 'unknown', name: 'a', event: {} }, radio)).toBeInstanceOf(Ours);
    expect(undefined).not.toBeInstanceOf(EventError);
  });

  it('carries the outcome', () => {
    const error = thrown({ type: 'station.lost' });
    expect(error instanceof EventError && error.outcome).toEqual({
      kind: 'unknown',
      name: 'station.lost',
      event: { type: 'station.lost' },
    });
  });
});

describe('an event that both directions have', () => {
  interface Tune {
    type: 'station.tuned';
    dial: number;
  }
  const client: EventSet<Tune> = {
    title: 'client event of Radio',
    reading: 'exact',
    is: (value): value is Tune => isObject(value) && typeof value['dial'] === 'number',
    expected: { 'station.tuned': { required: { type: 'string', dial: 'number' } } },
  };

  it.each<[string, object, string, string]>([
    ['is of the direction whose event it fits', { dial: 88 }, 'client', 'known'],
    ['is of the server where it fits both', { dial: 88, station: 'FIP' }, 'server', 'known'],
    ['is of the server where it fits neither', {}, 'server', 'mismatch'],
  ])('%s', (_, fields, direction, kind) => {
    const message = { type: 'station.tuned', ...fields };
    expect(outcomeOfEither(message, radio, client)).toMatchObject({ direction, kind });
  });

  it.each([
    ['a typing error', 'station.tunde', 'Did you mean "station.tuned"?'],
    ['a typing error of the other', 'volumme.set', 'Did you mean "volume.set"?'],
    ['the name of another source', 'louder', 'Radio calls it "volume.set".'],
    ['what nobody has', 'unheard', undefined],
  ])('tells of both what to do about %s', (_, type, advice) => {
    const docs = { title: 'Radio', names: { events: { louder: 'volume.set' } } };
    const other: EventSet<{ type: 'volume.set' }> = {
      title: 'client event of Radio',
      reading: 'exact',
      is: (value): value is { type: 'volume.set' } =>
        isObject(value) && value['type'] === 'volume.set',
      expected: { 'volume.set': {} },
    };
    const outcome = outcomeOfEither({ type }, { ...radio, docs }, other);
    expect(outcome.kind === 'unknown' && outcome.advice).toBe(advice);
  });
});
