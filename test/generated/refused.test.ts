/** Messages that OpenAI's servers refuse: the generated code refuses them before they are sent, and says why. */
import { expect, it } from 'vitest';
import { parseRealtimeClientEvent } from '../../generated/openai-realtime/index.ts';

it.each([
  [
    'a session without its type',
    { type: 'session.update', session: { instructions: 'Be brief.' } },
    ['session.type: expected "realtime" | "transcription", received nothing'],
  ],
  [
    'what the session of the beta had',
    { type: 'session.update', session: { type: 'realtime', voice: 'alloy', modalities: ['text'] } },
    [
      'session.voice: expected nothing, received string',
      'session.modalities: expected nothing, received array',
    ],
  ],
  [
    'a format of the beta',
    {
      type: 'session.update',
      session: { type: 'realtime', audio: { input: { format: 'pcm16' } } },
    },
    ['session.audio.input.format: expected object, received "pcm16"'],
  ],
  [
    'what a response of the beta had',
    { type: 'response.create', response: { modalities: ['text'] } },
    ['response.modalities: expected nothing, received array'],
  ],
  [
    'content of the wrong kind for its role',
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'text', text: 'Hello.' }] },
    },
    [
      'item.content[0].type: expected "input_text" | "input_audio" | "input_image", received "text"',
    ],
  ],
  [
    'a cut without its place',
    { type: 'conversation.item.truncate', item_id: 'item_1', content_index: 0 },
    ['audio_end_ms: expected integer, received nothing'],
  ],
])('%s', (_, message, reasons) => {
  const outcome = parseRealtimeClientEvent(message);
  const misfits = outcome.kind === 'mismatch' ? outcome.misfits : [];
  expect(
    misfits.map(
      ({ path, expected, received }) => `${path}: expected ${expected}, received ${received}`,
    ),
  ).toEqual(reasons);
});

it('an event that only the beta had is unknown', () => {
  const update = { type: 'transcription_session.update', session: {} };
  expect(parseRealtimeClientEvent(update)).toMatchObject({ kind: 'unknown', name: update.type });
});
