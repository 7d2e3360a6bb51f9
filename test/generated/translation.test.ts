/** A session of the translation endpoint, handled through the source of its own. */
import { expect, it } from 'vitest';
import * as translation from '../../generated/openai-realtime-translation/index.ts';
import * as realtime from '../../generated/openai-realtime/index.ts';

const messages = [
  {
    type: 'session.created',
    event_id: 'event_1',
    session: {
      id: 'sess_1',
      type: 'translation',
      expires_at: 1_790_000_000,
      model: 'gpt-realtime-translate',
      audio: { input: { transcription: null, noise_reduction: null }, output: { language: 'es' } },
    },
  },
  {
    type: 'session.input_transcript.delta',
    event_id: 'event_2',
    delta: 'good morning',
    elapsed_ms: 600,
  },
  {
    type: 'session.output_audio.delta',
    event_id: 'event_3',
    delta: 'AAAA',
    sample_rate: 24_000,
    channels: 1,
    format: 'pcm16',
    elapsed_ms: 200,
  },
  {
    type: 'session.output_transcript.delta',
    event_id: 'event_4',
    delta: 'buenos días',
    elapsed_ms: 800,
  },
  { type: 'session.closed', event_id: 'event_5' },
];

it('each message of a session finds its handler', () => {
  const heard: string[] = [];
  for (const message of messages)
    void translation.handleRealtimeServerEvent(JSON.stringify(message), {
      events: {
        'session.created': ({ session }) => heard.push(session.audio.output?.language ?? 'none'),
        'session.input_transcript.delta': ({ delta }) => heard.push(delta),
        'session.output_audio.delta': ({ sample_rate: rate }) => heard.push(`${rate}`),
        'session.output_transcript.delta': ({ delta, elapsed_ms: ms }) =>
          heard.push(`${delta} (${ms})`),
        'session.closed': () => heard.push('closed'),
      },
    });
  expect(heard).toEqual(['es', 'good morning', '24000', 'buenos días (800)', 'closed']);
});

it('the endpoint of conversations does not know what only translations have', () => {
  const kinds = messages.map((message) => realtime.parseRealtimeServerEvent(message).kind);
  expect(kinds).toEqual(['mismatch', 'unknown', 'unknown', 'unknown', 'unknown']);
});
