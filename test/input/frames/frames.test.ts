/** Logs of every shape, and those that are none. */
import zlib, { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { framesOf, type Frame, type LogOptions } from '../../../generator/input/frames/index.ts';
import { trafficLimits } from '../../../generator/limits.ts';

async function* chunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What is known of each frame, and nothing else. */
async function read(
  content: string | Uint8Array,
  { name = 'log', ...options }: Partial<LogOptions> & { name?: string } = {},
): Promise<Partial<Frame>[]> {
  const bytes = chunks(typeof content === 'string' ? Buffer.from(content) : content);
  const found: Partial<Frame>[] = [];
  const all = { recorder: 'client', where: [], onBytes: () => {}, ...options } as const;
  for await (const batch of framesOf({ name, bytes }, all)) found.push(...batch);
  return found.map((frame) =>
    Object.fromEntries(Object.entries(frame).filter(([, value]) => value !== undefined)),
  );
}

const lines = (...values: unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join('\n');
const event = { type: 'tuned' };
const text = JSON.stringify(event);
const base64 = Buffer.from(text).toString('base64');

describe('a log', () => {
  test('of events', async () => {
    expect(await read(`${text}\n\n${text}`)).toEqual([
      { value: event, number: 1, line: 1 },
      { value: event, number: 2, line: 3 },
    ]);
  });

  test('of events with their directions and sessions', async () => {
    const log = lines(
      { direction: 'server', event, session: 'a' },
      { direction: 'sent', event: text, session_id: 'b' },
      { direction: 'nowhere', event },
    );

    expect(await read(log)).toEqual([
      { value: event, direction: 'server', session: 'a', number: 1, line: 1 },
      { value: event, direction: 'client', isRelative: true, session: 'b', number: 2, line: 2 },
      { value: event, number: 3, line: 3 },
    ]);
  });

  test('that the server wrote, which receives what clients send', async () => {
    const log = lines({ direction: 'received', event }, { direction: 'server', event });

    expect((await read(log, { recorder: 'server' })).map(({ direction }) => direction)).toEqual([
      'client',
      'server',
    ]);
  });

  test('of data with its time, as text and as base64', async () => {
    const log = lines(
      { timestamp: 1, data: text },
      { timestamp: 2, data: base64 },
      { timestamp: 3, data: '{"a' },
    );

    expect(await read(log)).toEqual([
      { value: event, number: 1, line: 1 },
      { value: event, number: 2, line: 2 },
      { fault: 'is not JSON', number: 3, line: 3 },
    ]);
  });

  test('of which only some entries are wanted', async () => {
    const log = lines({ event, by: 'x' }, { event, by: 'y' });

    expect(await read(log, { where: [['by', 'y']] })).toEqual([
      { value: event, number: 1, line: 2 },
    ]);
  });

  test('of entries with a type of their own, and sessions by number', async () => {
    const log = lines(
      { type: 'message', direction: 'in', connection: 1, event },
      { type: 'message', direction: 'out', connection: 2, event: text },
    );

    expect(await read(log)).toEqual([
      { value: event, direction: 'server', isRelative: true, session: '1', number: 1, line: 1 },
      { value: event, direction: 'client', isRelative: true, session: '2', number: 2, line: 2 },
    ]);
  });

  test('in HAR, each socket a session of its file', async () => {
    const socket = (...messages: unknown[]): unknown => ({ _webSocketMessages: messages });
    const har = {
      log: {
        entries: [
          { request: {} },
          socket(
            { type: 'send', opcode: 1, data: text },
            { type: 'receive', opcode: 2, data: base64 },
            { type: 'receive', opcode: 9, data: '' },
          ),
          socket({ type: 'receive', data: text }),
        ],
      },
    };
    const expected = (name: string): Partial<Frame>[] =>
      (
        [
          ['client', 2],
          ['server', 2],
          ['server', 3],
        ] as const
      ).map(([direction, socket], i) => ({
        value: event,
        direction,
        isRelative: true,
        session: `socket ${socket} of ${name}`,
        number: i + 1,
      }));

    expect(await read(JSON.stringify(har, undefined, 2))).toEqual(expected('log'));
    expect(await read(gzipSync(JSON.stringify(har)), { name: 'a.har.gz' })).toEqual(
      expected('a.har.gz'),
    );
  });

  test('in a cassette', async () => {
    const cassette = `version: 1
interactions:
- kind: message
  direction: received
  data:
    type: tuned
- kind: message
  direction: sent
  data: '${text}'
- kind: close
`;
    expect(await read(cassette)).toEqual([
      { value: event, direction: 'server', isRelative: true, number: 1 },
      { value: event, direction: 'client', isRelative: true, number: 2 },
    ]);
  });

  test('in the documents of a file of YAML', async () => {
    const document = `---\n- direction: received\n  data: '${text}'\n`;

    expect(await read(`${document}---\n${document}`)).toEqual([
      { value: event, direction: 'server', isRelative: true, number: 1 },
      { value: event, direction: 'server', isRelative: true, number: 2 },
    ]);
  });

  test('but not in one of which it is not known what a key says', async () => {
    await expect(read(`- direction: received\n  data: '${text}'\n  data: ''\n`)).rejects.toThrow(
      'has the key "data" twice in one object.',
    );
  });

  test('but not in one that is nested too deep', async () => {
    await expect(read(`interactions: ${'['.repeat(2000)}\n`)).rejects.toThrow(
      'is nested too deep to be read; see that it is a log.',
    );
  });

  test('in JSON that is larger than YAML may be', async () => {
    const large = { ...event, audio: 'a'.repeat(trafficLimits.yaml) };
    const messages = [{ direction: 'in', data: large }, 1, { direction: 'out', event: text }];
    const expected = [
      { value: large, direction: 'server', isRelative: true, number: 1 },
      { value: event, direction: 'client', isRelative: true, number: 2 },
    ];

    expect(await read(JSON.stringify(messages))).toEqual(expected);
    const document = JSON.stringify({ version: 1, frames: messages, events: [event] });
    expect(await read(document, { shape: 'cassette' })).toEqual(expected);
  });

  test('in one list of JSON', async () => {
    expect(await read(JSON.stringify([event, event], undefined, 2))).toEqual([
      { value: event, number: 1 },
      { value: event, number: 2 },
    ]);
  });
});

describe('what is told of', () => {
  test('lines without a frame', async () => {
    expect(await read(`${text}\n[1]\n{"a":1}\nno json`)).toEqual([
      { value: event, number: 1, line: 1 },
      { fault: 'is not a JSON object', number: 2, line: 2 },
      {
        fault: 'has no text in "type", which is where the name of an event is',
        number: 3,
        line: 3,
      },
      { fault: 'is not JSON', number: 4, line: 4 },
    ]);
  });

  test('a line of no shape', async () => {
    expect(await read('{"a":1}')).toEqual([
      {
        fault: expect.stringMatching(/^is not a frame of a shape that is known \(/),
        number: 1,
        line: 1,
      },
    ]);
  });

  test('a line that is too long', async () => {
    const long = Buffer.alloc(trafficLimits.line + 1, 'a');
    const bytes = Buffer.concat([Buffer.from(`${text}\n`), long, Buffer.from(`\n${text}`)]);
    const found: Frame[] = [];
    const log = { name: 'log', bytes: chunks(bytes, 1024 * 1024) };
    const options = { recorder: 'client', where: [], onBytes: () => {} } as const;
    for await (const batch of framesOf(log, options)) found.push(...batch);

    expect(found.map(({ fault }) => fault)).toEqual([
      undefined,
      `has more than ${trafficLimits.line} characters`,
      undefined,
    ]);
  });
});

describe('what is refused', () => {
  const billion = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, i) => {
      const before = 'abcdefgh'[i] ?? '';
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
    }),
  ].join('\n');

  test.each<[string, string | Uint8Array, string, string]>([
    ['nothing', '', 'log', 'log has no frame.'],
    ['a picture', Buffer.from([0x89, 0x50, 0, 1]), 'log', 'log is binary'],
    ['HAR that is cut off', '{"log":{"entries":[', 'log', 'log is not JSON, as HAR is.'],
    [
      'YAML that is too large',
      `- ${'a'.repeat(trafficLimits.yaml)}`,
      'log',
      `log has more than ${trafficLimits.yaml} bytes of YAML; split it, or write a line of JSON for each frame.`,
    ],
    [
      'JSON that is too large for YAML, and is none',
      `[ ${'a'.repeat(trafficLimits.yaml)}`,
      'log',
      `log is not JSON, and as YAML it has more than ${trafficLimits.yaml} bytes; split it`,
    ],
    ['HAR that is nested too deep', '['.repeat(9000), 'a.har', 'a.har is nested too deep'],
    ['HAR of something else', '{}', 'a.har', 'a.har is not HAR with the messages of WebSockets.'],
    ['YAML that is none', 'a: [', 'log', 'log is not YAML'],
    ['YAML of something else', 'a: 1', 'log', 'log is not a list of frames'],
    [
      'YAML that contains itself',
      'frames: &a\n- *a',
      'log',
      'log has aliases that stand for too much, or for themselves.',
    ],
    [
      'an event of YAML that contains itself',
      '- data: &a { type: tuned, self: *a }',
      'log',
      'log has aliases that stand for too much, or for themselves.',
    ],
    [
      'YAML that grows',
      `${billion}\nframes: [*h]`,
      'log',
      'log has aliases that stand for too much',
    ],
  ])('%s', async (_, content, name, message) => {
    await expect(read(content, { name })).rejects.toThrow(message);
  });

  test('to choose lines where there are none', async () => {
    await expect(read('[]', { where: [['a', 'b']] })).rejects.toThrow(
      'log has no lines for --where to choose from.',
    );
  });

  test('a small file that unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(trafficLimits.unpacked + 1024 * 1024, 'a'));

    await expect(read(bomb)).rejects.toThrow('log unpacks to more than 500 times its size');
  });

  test('a file of zstd, where Node cannot unpack it', async () => {
    const create: unknown = Reflect.get(zlib, 'zstdCompressSync');
    const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
    const packed: unknown =
      typeof create === 'function' ? Reflect.apply(create, zlib, [Buffer.from(text)]) : magic;
    if (!(packed instanceof Uint8Array)) throw new Error('Node packs to bytes.');
    const answer = await read(packed).catch(String);

    expect(answer).toEqual(
      typeof create === 'function'
        ? [{ value: event, number: 1, line: 1 }]
        : `UsageError: log is packed with zstd, which Node ${process.versions.node} cannot unpack; unpack it, or use Node 22.15 or a later one.`,
    );
  });

  test('a packed file that is cut off', async () => {
    await expect(read(gzipSync(text.repeat(100)).subarray(0, 30))).rejects.toThrow(
      'unexpected end of file',
    );
  });
});
