/** Lines of a log, which has both directions. */
import { expect, it } from 'vitest';
import {
  isClientEventName,
  isServerEventName,
  parseRealtimeEvent,
} from '../../generated/openai-realtime/index.ts';

const rows: [string, object, string | undefined, string][] = [
  ['of the server', { type: 'input_audio_buffer.cleared', event_id: 'event_1' }, 'server', 'known'],
  ['of the client', { type: 'input_audio_buffer.clear' }, 'client', 'known'],
  ['of the server that does not fit', { type: 'response.done' }, 'server', 'mismatch'],
  ['of the client that does not fit', { type: 'session.update' }, 'client', 'mismatch'],
  ['of neither', { type: 'response.audio.delta' }, undefined, 'unknown'],
  ['that is not one', [], undefined, 'malformed'],
];

it.each(rows)('an event %s', (_, event, direction, kind) => {
  const outcome = parseRealtimeEvent(JSON.stringify(event));
  expect([outcome.direction, outcome.kind]).toEqual([direction, kind]);
});

it.each([
  ['response.audio.delta', 'OpenAI Realtime calls it "response.output_audio.delta".'],
  [
    'transcription_session.update',
    'OpenAI Realtime calls it "session.update", with session.type "transcription".',
  ],
])('%s, which another generation has, is told with its name of today', (type, advice) => {
  expect(parseRealtimeEvent({ type })).toMatchObject({ kind: 'unknown', advice });
});

it('an event of the server is held against the letter of the docs on demand', () => {
  const event = { type: 'input_audio_buffer.cleared', event_id: 'event_1', more: 1 };
  expect(parseRealtimeEvent(event).kind).toBe('known');
  expect(parseRealtimeEvent(event, 'exact').kind).toBe('mismatch');
});

it('names tell the directions apart', () => {
  expect(isServerEventName('response.done')).toBe(true);
  expect(isClientEventName('response.done')).toBe(false);
  expect(isClientEventName('response.cancel')).toBe(true);
  expect(isServerEventName('toString')).toBe(false);
});
