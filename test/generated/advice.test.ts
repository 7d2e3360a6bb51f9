/**
 * What people asked, with small frames of our own: names of another generation, keys that moved, keys that the docs do not
 * have yet. The answer is the same whichever way one asks.
 */
import { describe, expect, test } from 'vitest';
import { validate } from '../../generator/index.ts';
import type { Outcome } from '../../generator/runtime/types.ts';
import * as beta from '../../generated/openai-realtime-beta/index.ts';
import * as ga from '../../generated/openai-realtime/index.ts';
import * as voiceLive from '../../generated/azure-voice-live/index.ts';
import { readModel } from '../support/repository.ts';

type Parse = (input: unknown) => Outcome<{ type: string }>;

/** One side of a source, with the ways to ask. */
interface Side {
  id: string;
  direction: 'server' | 'client';
  reading?: 'exact';
  parse: Parse;
  handle: (input: unknown, told: (outcome: Outcome<{ type: string }>) => void) => unknown;
  assert: (input: unknown) => void;
}

const gaClient: Side = {
  id: 'openai-realtime',
  direction: 'client',
  parse: ga.parseRealtimeClientEvent,
  handle: (input, told) =>
    ga.handleRealtimeClientEvent(input, { unknown: told, mismatch: told, malformed: told }),
  assert: (input) => {
    ga.assertRealtimeClientEvent(input);
  },
};
const gaServer: Side = {
  id: 'openai-realtime',
  direction: 'server',
  parse: ga.parseRealtimeServerEvent,
  handle: (input, told) => ga.handleRealtimeServerEvent(input, { unknown: told, mismatch: told }),
  assert: (input) => {
    ga.assertRealtimeServerEvent(input);
  },
};
const gaServerByTheLetter: Side = {
  ...gaServer,
  reading: 'exact',
  parse: (input) => ga.parseRealtimeServerEvent(input, 'exact'),
  handle: (input, told) =>
    ga.handleRealtimeServerEvent(
      input,
      { unknown: told, mismatch: told },
      { reading: 'exact', context: undefined },
    ),
  assert: (input) => {
    ga.assertRealtimeServerEvent(input, 'exact');
  },
};
const betaClient: Side = {
  id: 'openai-realtime-beta',
  direction: 'client',
  parse: beta.parseRealtimeClientEvent,
  handle: (input, told) => beta.handleRealtimeClientEvent(input, { mismatch: told }),
  assert: (input) => {
    beta.assertRealtimeClientEvent(input);
  },
};
const voiceLiveServer: Side = {
  id: 'azure-voice-live',
  direction: 'server',
  parse: voiceLive.parseRealtimeServerEvent,
  handle: (input, told) => voiceLive.handleRealtimeServerEvent(input, { unknown: told }),
  assert: (input) => {
    voiceLive.assertRealtimeServerEvent(input);
  },
};

const models = await Promise.all(
  ['openai-realtime', 'openai-realtime-beta', 'azure-voice-live'].map(readModel),
);

/** What is said of a frame: each misfit with what to do about it, or what to do about its name. */
function advice(outcome: Outcome<{ type: string }>): string[] {
  if (outcome.kind === 'unknown') return [outcome.advice ?? 'nothing'];
  if (outcome.kind !== 'mismatch') return [];
  return outcome.misfits.map(({ path, advice = 'nothing more' }) => `${path}: ${advice}`);
}

const update = (session: object) => ({ type: 'session.update', session });
const created = (session: object) => ({ type: 'session.created', event_id: 'event_1', session });
const realtime = { type: 'realtime' };
const object = 'realtime.session';

const cases: [string, Side, { type: string; [key: string]: unknown }, string[]][] = [
  [
    'a transcript by the name that it had in the beta',
    gaServer,
    { type: 'response.audio_transcript.done' },
    ['OpenAI Realtime calls it "response.output_audio_transcript.done".'],
  ],
  [
    'an item that today is added and done, on a service that says created',
    voiceLiveServer,
    { type: 'conversation.item.added' },
    ['Azure Voice Live (2026-01-01-preview) calls it "conversation.item.created".'],
  ],
  [
    'the event that configured transcription',
    gaClient,
    { type: 'transcription_session.update' },
    ['OpenAI Realtime calls it "session.update", with session.type "transcription".'],
  ],
  [
    'an event with a typing error',
    gaServer,
    { type: 'response.dnoe' },
    ['Did you mean "response.done"?'],
  ],
  [
    'an event of the other direction',
    gaServer,
    { type: 'response.create' },
    ['It is a client event.'],
  ],
  [
    'values that are wrong whichever session was meant',
    gaClient,
    update({ instructions: 5, audio: { output: { speed: 'fast' } } }),
    [
      'session.type: nothing more',
      'session.audio.output.speed: nothing more',
      'session.instructions: nothing more',
    ],
  ],
  [
    'keys that moved',
    gaClient,
    update({ ...realtime, voice: 'alloy', input_audio_transcription: { model: 'whisper-1' } }),
    [
      'session.voice: OpenAI Realtime has it at session.audio.output.voice',
      'session.input_audio_transcription: OpenAI Realtime has it at session.audio.input.transcription',
    ],
  ],
  [
    'keys that moved, in a session that does not say its type',
    gaClient,
    update({ voice: 'alloy', turn_detection: null, instructions: 'Be brief.' }),
    [
      'session.type: nothing more',
      'session.voice: OpenAI Realtime has it at session.audio.output.voice',
      'session.turn_detection: OpenAI Realtime has it at session.audio.input.turn_detection',
    ],
  ],
  [
    'a key that is gone',
    gaClient,
    update({ ...realtime, temperature: 0.8 }),
    ['session.temperature: OpenAI Realtime has nothing in its place'],
  ],
  [
    'a key that is new, and like one that stands beside it',
    gaClient,
    update({
      ...realtime,
      audio: { input: { transcription: { language: 'en', langage: 'en', pace: 'slow' } } },
    }),
    [
      'session.audio.input.transcription.langage: the docs of OpenAI Realtime do not have it',
      'session.audio.input.transcription.pace: the docs of OpenAI Realtime do not have it',
    ],
  ],
  [
    'a key that is new, and like one of another kind: languages and language',
    betaClient,
    update({ input_audio_transcription: { languages: ['en', 'de'] }, reasoning: {} }),
    [
      'session.input_audio_transcription.languages: the docs of OpenAI Realtime (beta) of 2026-02-06 do not have it',
      'session.reasoning: the docs of OpenAI Realtime (beta) of 2026-02-06 do not have it',
    ],
  ],
  [
    'a typing error',
    gaClient,
    update({ ...realtime, instrutions: 'Be brief.' }),
    ['session.instrutions: did you mean "instructions"?'],
  ],
  [
    'keys of today in the beta, where what holds them is new',
    betaClient,
    update({ output_modalities: ['text'], audio: { output: { voice: 'alloy' } } }),
    [
      'session.output_modalities: OpenAI Realtime (beta) has it at session.modalities',
      'session.audio: OpenAI Realtime (beta) has session.audio.output.voice at session.voice',
    ],
  ],
  [
    'a value that is spelled otherwise today',
    gaClient,
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hello.' }] },
    },
    ['item.content[0].type: OpenAI Realtime calls it "output_text"'],
  ],
  [
    'what a server sends beyond the letter of the docs',
    gaServerByTheLetter,
    created({ ...realtime, object, id: 'sess_1', station: 'coast', voice: 'alloy' }),
    [
      'session.station: the docs of OpenAI Realtime do not have it',
      'session.voice: OpenAI Realtime has it at session.audio.output.voice',
    ],
  ],
];

describe.each(cases)('%s', (_, side, frame, expected) => {
  test('parse', () => {
    expect(advice(side.parse(frame))).toEqual(expected);
  });

  test('handle', () => {
    let told: Outcome<{ type: string }> | undefined;
    side.handle(frame, (outcome) => {
      told = outcome;
    });
    expect(told && advice(told)).toEqual(expected);
  });

  test('assert', () => {
    const error = thrownBy(() => {
      side.assert(frame);
    });
    expect(advice(error.outcome)).toEqual(expected);
  });

  test('validate', () => {
    const model = models.find(({ source }) => source.id === side.id);
    if (!model) throw new Error(`there is no model of ${side.id}`);
    const { direction, reading } = side;
    const others = models.filter((one) => one !== model);
    const [outcome] = validate(model, [frame], {
      direction,
      others,
      ...(reading && { reading }),
    });
    expect(outcome && advice(outcome)).toEqual(expected);
  });
});

function thrownBy(run: () => void): ga.EventError {
  try {
    run();
  } catch (error) {
    if (error instanceof ga.EventError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the words of an error', () => {
  test('name what is new beside the place', () => {
    expect(thrownBy(() => gaClient.assert(update({ voice: 'alloy' }))).message).toBe(
      `"session.update" is not a valid client event of OpenAI Realtime:
  session.type: expected "realtime" | "transcription", received nothing
  session.voice: expected nothing, received string; OpenAI Realtime has it at session.audio.output.voice`,
    );
  });

  test('speak of what the docs lack where a server is held against their letter', () => {
    const frame = created({ ...realtime, object, station: 'coast', id: null });
    expect(thrownBy(() => gaServerByTheLetter.assert(frame)).message).toBe(
      `"session.created" is not what the docs of OpenAI Realtime say:
  session.id: the docs have string, the server sent null
  session.station: the server sent string; the docs of OpenAI Realtime do not have it`,
    );
  });

  test('of a single event tell what its name is here', () => {
    const frame = { type: 'transcription_session.updated' };
    expect(thrownBy(() => ga.assertSessionUpdatedEvent(frame)).message).toBe(
      `"session.updated" is not a valid event:
  type: expected "session.updated", received "transcription_session.updated"; OpenAI Realtime calls it "session.updated", with session.type "transcription"`,
    );
  });

  test('of a single event, and of its schema, are the same', () => {
    const frame = update({ ...realtime, voice: 'alloy' });
    const words =
      'expected nothing, received string; OpenAI Realtime has it at session.audio.output.voice';
    expect(thrownBy(() => ga.assertSessionUpdateEvent(frame)).message).toContain(words);
    for (const schema of [ga.sessionUpdateEventSchema, ga.realtimeClientEventSchema])
      expect(schema['~standard'].validate(frame)).toEqual({
        issues: [{ message: words, path: ['session', 'voice'] }],
      });
  });
});
