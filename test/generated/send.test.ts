/** Events of the GA reference on their way to a socket. */
import { expect, it } from 'vitest';
import {
  createRealtimeClientEventSender,
  createRealtimeServerEventSender,
  parseRealtimeClientEvent,
  serializeRealtimeClientEvent,
  serializeRealtimeServerEvent,
  type RealtimeClientEvent,
} from '../../generated/openai-realtime/index.ts';

it('a client sends events to anything that takes text', () => {
  const sent: string[] = [];
  const send = createRealtimeClientEventSender({ send: (text) => sent.push(text) });
  send({ type: 'input_audio_buffer.append', audio: 'AAAA' });
  expect(sent).toEqual(['{"type":"input_audio_buffer.append","audio":"AAAA"}']);
  expect(parseRealtimeClientEvent(sent[0]).kind).toBe('known');
});

it('what does not fit is not sent, and told', () => {
  const misspelt: RealtimeClientEvent = JSON.parse(
    '{ "type": "session.update", "session": { "type": "realtime", "instrutions": "" } }',
  );
  expect(() => serializeRealtimeClientEvent(misspelt)).toThrow(
    'session.instrutions: expected nothing, received string; did you mean "instructions"?',
  );
});

it('a server sends its events, by the letter of the docs on demand', () => {
  const sent: string[] = [];
  const socket = { send: (text: string) => void sent.push(text) };
  const cleared = { type: 'input_audio_buffer.cleared', event_id: 'event_1', more: 1 } as const;
  createRealtimeServerEventSender(socket)(cleared);
  expect(sent).toEqual([JSON.stringify(cleared)]);
  expect(() => {
    createRealtimeServerEventSender(socket, 'exact')(cleared);
  }).toThrow('more: the server sent number; the docs of OpenAI Realtime do not have it');
  expect(() => serializeRealtimeServerEvent(cleared, 'exact')).toThrow(
    'more: the server sent number; the docs of OpenAI Realtime do not have it',
  );
});
