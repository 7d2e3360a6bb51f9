/**
 * A server and three clients of `ws` on loopback, each client with its own form of bytes, in a process of its own: run
 * it with little memory, and what is not let go ends it. It prints what was sent and what came of it, as JSON.
 *
 *     node --import tsx --max-old-space-size=64 test/support/conversation.ts 500000
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import {
  createRealtimeClientEventSender,
  handleRealtimeClientEvent,
  handleRealtimeServerEvent,
  type ServerEventHandlers,
} from '../../generated/openai-realtime/index.ts';
import { eventsOf } from '../../generator/model/walk.ts';
import { everything, messageOf, withValue } from './messages.ts';
import { readModel } from './repository.ts';

/** What a message is, and how it goes over the wire. */
interface Sending {
  kind: 'known' | 'mismatch' | 'unknown' | 'malformed';
  data: string | Buffer;
  /** It is sent in parts of so many bytes. */
  parts?: number;
}

const kinds = ['known', 'mismatch', 'unknown', 'malformed'] as const;

const model = await readModel('openai-realtime');

/** Every event as it is documented and damaged, as text, as bytes and in fragments, and what is not an event. */
const sendings: Sending[] = eventsOf(model, 'server').flatMap((event): Sending[] => {
  const { value } = messageOf(model, event, everything());
  const text = JSON.stringify(value);
  const damaged = JSON.stringify(withValue(value, ['event_id'], 5));
  const undocumented = JSON.stringify(withValue(value, ['type'], `${event.name}.of_next_year`));
  return [
    { kind: 'known', data: text },
    { kind: 'known', data: Buffer.from(text) },
    { kind: 'known', data: text, parts: 100 },
    { kind: 'known', data: Buffer.from(text), parts: 100 },
    // An event that has no such field may have one that nobody documented.
    { kind: hasEventId(event) ? 'mismatch' : 'known', data: damaged },
    { kind: 'unknown', data: undocumented },
    { kind: 'malformed', data: text.slice(0, -1) },
    { kind: 'malformed', data: Buffer.from(text.replace('"type"', '"typ\u00e9"'), 'latin1') },
  ];
});

function hasEventId({ body }: { body: { fields: readonly { name: string }[] } }): boolean {
  return body.fields.some(({ name }) => name === 'event_id');
}

const messages = Number(process.argv[2] ?? 1000);
/** So many are under way before the client says that it has them. */
const window = 500;
const forms = ['nodebuffer', 'arraybuffer', 'fragments'] as const;

type Counts = Record<(typeof kinds)[number], number>;
const none = (): Counts => ({ known: 0, mismatch: 0, unknown: 0, malformed: 0 });

const sent = none();
const told = none();
let handled = 0;
let asked = 0;

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
server.on('connection', (socket) => {
  let next = 0;
  const share = Math.ceil(messages / forms.length);
  const more = (): void => {
    for (let i = 0; i < window && next < share; i++) {
      const sending = sendings[next++ % sendings.length];
      if (!sending) throw new Error('There is nothing to send.');
      sent[sending.kind]++;
      send(socket, sending);
    }
    if (next >= share) socket.close();
  };
  socket.on('message', (data) => {
    void handleRealtimeClientEvent(data, {
      events: {
        'input_audio_buffer.commit': () => {
          asked++;
          more();
        },
      },
    });
  });
  more();
});

function send(socket: WebSocket, { data, parts }: Sending): void {
  const binary = typeof data !== 'string';
  if (parts === undefined) return socket.send(data, { binary });
  const bytes = Buffer.from(data);
  for (let at = 0; at < bytes.length; at += parts)
    socket.send(bytes.subarray(at, at + parts), { binary, fin: at + parts >= bytes.length });
}

await once(server, 'listening');
const { port } = addressOf(server);

function addressOf(listening: WebSocketServer): AddressInfo {
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port.');
  return address;
}

await Promise.all(
  forms.map(async (form) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    socket.binaryType = form;
    const ask = createRealtimeClientEventSender(socket);
    let received = 0;
    const handlers: ServerEventHandlers<Counts> = {
      other: (_, { context }) => {
        handled++;
        context.known++;
      },
      mismatch: (_, { context }) => context.mismatch++,
      unknown: (_, { context }) => context.unknown++,
      malformed: (_, { context }) => context.malformed++,
    };
    socket.on('message', (data) => {
      void handleRealtimeServerEvent(data, handlers, { context: told });
      if (++received % window === 0 && socket.readyState === WebSocket.OPEN)
        ask({ type: 'input_audio_buffer.commit' });
    });
    await once(socket, 'close');
  }),
);
server.close();
console.log(JSON.stringify({ sent, told, handled, asked: asked > 0 }));
