/** The same handlers at a port of a channel, where messages come as text, as bytes, or as objects that were copied. */
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { handleRealtimeServerEvent } from '../../generated/openai-realtime/index.ts';

const event = { type: 'input_audio_buffer.cleared', event_id: 'event_1' };
const bytes = new TextEncoder().encode(JSON.stringify(event));

it.each<[string, unknown]>([
  ['text', JSON.stringify(event)],
  ['an object', event],
  ['bytes', bytes],
  ['a buffer', bytes.slice().buffer],
  ['fragments', [bytes.slice(0, 10), bytes.slice(10)]],
])('an event as %s', async (_, message) => {
  const { port1, port2 } = new MessageChannel();
  const handled: string[] = [];
  port2.on('message', (data) => {
    void handleRealtimeServerEvent(data, {
      events: { 'input_audio_buffer.cleared': ({ event_id }) => handled.push(event_id) },
    });
  });
  port1.postMessage(message);
  await once(port2, 'message');
  port1.close();
  expect(handled).toEqual(['event_1']);
});
