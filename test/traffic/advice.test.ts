/** What people asked, with small frames of our own, as `validate` answers. */
import { expect, test } from 'vitest';
import { renamesOf } from '../../generator/model/pairing.ts';
import { trafficBy } from '../../generator/traffic/count.ts';
import { sectionsOf, sentenceOf, subjectOf } from '../../generator/traffic/reports/report.ts';
import type { Direction } from '../../generator/model/model.ts';
import { readModel } from '../support/repository.ts';

const models = {
  ga: await readModel('openai-realtime'),
  beta: await readModel('openai-realtime-beta'),
  voiceLive: await readModel('azure-voice-live'),
};
const renames = renamesOf(Object.values(models));

function told(model: keyof typeof models, direction: Direction, value: object): string[] {
  const traffic = trafficBy(models[model], { renames });
  traffic.begin();
  traffic.add({ value, direction, isRelative: true, number: 1 }, 'log');
  return sectionsOf({ tally: traffic.tally(), role: 'client' }).flatMap(({ rows }) =>
    rows.map((row) => `${subjectOf(row)}: ${sentenceOf(row)}`),
  );
}

const realtime = { type: 'realtime' };
const update = (session: object): object => ({ type: 'session.update', session });

test.each<[string, keyof typeof models, Direction, object, string[]]>([
  [
    'an event by its name of the beta',
    'ga',
    'server',
    { type: 'response.audio_transcript.done' },
    [
      'response.audio_transcript.done: the docs do not have this event. OpenAI Realtime calls it "response.output_audio_transcript.done"',
    ],
  ],
  [
    'an event by its name of today',
    'voiceLive',
    'server',
    { type: 'conversation.item.added' },
    [
      `conversation.item.added: the docs do not have this event. ${models.voiceLive.source.title} calls it "conversation.item.created"`,
    ],
  ],
  [
    'the event that configured transcription',
    'ga',
    'client',
    { type: 'transcription_session.update' },
    [
      'client event transcription_session.update: the docs do not have this event. OpenAI Realtime calls it "session.update", with session.type "transcription"',
    ],
  ],
  [
    'a key that moved',
    'ga',
    'client',
    update({ ...realtime, voice: 'alloy' }),
    [
      'client event session.update session.voice: is string; OpenAI Realtime has it at session.audio.output.voice',
    ],
  ],
  [
    'a key that moved, in a session that does not say its type',
    'ga',
    'client',
    update({ voice: 'alloy' }),
    [
      'client event session.update session.type: is missing, expected "realtime" | "transcription"',
      'client event session.update session.voice: is string; OpenAI Realtime has it at session.audio.output.voice',
    ],
  ],
  [
    'a kind of item that is new',
    'ga',
    'server',
    {
      type: 'conversation.item.added',
      event_id: 'e',
      item: { type: 'agent_call', id: 'i' },
      previous_item_id: null,
    },
    ['conversation.item.added item.type: is of a kind that the docs do not have (agent_call)'],
  ],
  [
    'the same of a client',
    'ga',
    'client',
    { type: 'conversation.item.create', item: { type: 'agent_call' } },
    [
      'client event conversation.item.create item.type: is of a kind that the docs do not have (agent_call)',
    ],
  ],
  [
    'a key that nobody has',
    'ga',
    'client',
    update({ ...realtime, mood: 'calm' }),
    ['client event session.update session.mood: is string; the docs do not have this field'],
  ],
  [
    'an event of the other direction',
    'ga',
    'server',
    { type: 'response.create' },
    [
      'response.create: the docs do not have this event. It is a client event. --recorded-by says whose log it is',
    ],
  ],
  [
    'a kind of content that is called otherwise today',
    'ga',
    'client',
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hello.' }] },
    },
    [
      'client event conversation.item.create item.content[].type: is a value that the docs do not list ("text"); OpenAI Realtime calls it "output_text"',
    ],
  ],
  [
    'the same of a server',
    'ga',
    'server',
    {
      type: 'conversation.item.done',
      event_id: 'e',
      item: {
        type: 'message',
        id: 'i',
        object: 'realtime.item',
        status: 'completed',
        role: 'assistant',
        content: [{ type: 'text', text: 'Hello.' }],
      },
    },
    [
      'conversation.item.done item<assistant|message>.content[].type: is a value that the docs do not list ("text"); OpenAI Realtime calls it "output_text"',
    ],
  ],
  [
    'values that are wrong whichever session was meant',
    'ga',
    'client',
    update({ max_output_tokens: 'many', instructions: 5, audio: { output: { voice: 5 } } }),
    [
      'client event session.update session.audio.output.voice: is integer, expected string | object',
      'client event session.update session.instructions: is integer, expected string',
      'client event session.update session.max_output_tokens: is string, expected integer | "inf"',
      'client event session.update session.type: is missing, expected "realtime" | "transcription"',
    ],
  ],
  [
    'an event with a typing error',
    'ga',
    'server',
    { type: 'respose.done' },
    ['respose.done: the docs do not have this event. Did you mean "response.done"?'],
  ],
])('%s', (_, model, direction, value, expected) => {
  expect(told(model, direction, value).toSorted()).toEqual(expected.toSorted());
});
