/**
 * What servers really sent, and what they took, held against the committed output.
 * Where recorded messages are not at hand, this file is left out (`vitest.config.ts`).
 */
import { expect, it } from 'vitest';
import {
  handleRealtimeServerEvent as handleGaServerEvent,
  serverEventNames,
} from '../../generated/openai-realtime/index.ts';
import { handleRealtimeServerEvent } from '../../generated/openai-realtime-translation/index.ts';
import { shortfallOf, trafficReport } from '../../scripts/traffic/report.ts';
import { isJsonObject } from '../../generator/model/json.ts';
import { directions } from '../support/generated-sources.ts';
import { readModel } from '../support/repository.ts';
import { recordedMessages } from '../support/traffic.ts';

const openai = await recordedMessages('ga', ['openai', 'azure-openai']);
const translation = await recordedMessages('ga-translation', ['openai']);
const voiceLive = await recordedMessages('beta', ['azure-voice-live']);

it.each([
  { source: 'openai-realtime', messages: openai, leastExact: 95 },
  // Of six messages, two have one thing that only this one session shows.
  { source: 'openai-realtime-translation', messages: translation, leastExact: 60 },
  // Messages have an event_id and many nulls, of which the page says nothing.
  { source: 'azure-voice-live', messages: voiceLive, leastExact: 15 },
])('$source fits them', async ({ source, messages, leastExact }) => {
  const { figures, faults } = trafficReport(await readModel(source), messages);
  expect(faults).toEqual([]);
  expect(shortfallOf(figures, leastExact)).toEqual([]);
});

it.each([
  { source: 'openai-realtime', messages: openai },
  { source: 'openai-realtime-translation', messages: translation },
  { source: 'azure-voice-live', messages: voiceLive },
])('$source parses them as known events', ({ source, messages }) => {
  for (const { direction, event } of messages) {
    const parse = directions.find((one) => one.id === source && one.direction === direction)?.parse;
    expect(parse?.(JSON.stringify(event))).toMatchObject({
      kind: 'known',
      event,
      unknownMembers: [],
    });
  }
});

it('every message of a server is handled by the handler of its name, once', () => {
  const sent = openai.filter(({ direction }) => direction === 'server').map(({ event }) => event);
  const handled: string[] = [];
  const note = ({ type }: { type: string }) => handled.push(type);
  const events = Object.fromEntries(serverEventNames.map((name) => [name, note]));
  const lost: unknown[] = [];
  const lose = (outcome: unknown) => lost.push(outcome);
  for (const event of sent)
    void handleGaServerEvent(Buffer.from(JSON.stringify(event)), {
      events,
      other: lose,
      unknown: lose,
      mismatch: lose,
      malformed: lose,
    });
  expect(lost).toEqual([]);
  expect(handled).toEqual(sent.map((event) => isJsonObject(event) && event['type']));
});

it('a translation session is handled through its own source', () => {
  const handled: string[] = [];
  const take = ({ type }: { type: string }) => handled.push(type);
  for (const { event } of translation)
    void handleRealtimeServerEvent(JSON.stringify(event), {
      events: {
        'session.created': take,
        'session.updated': take,
        'session.input_transcript.delta': take,
        'session.output_audio.delta': take,
        'session.output_transcript.delta': take,
        'session.closed': take,
      },
    });
  expect(handled).toEqual([
    'session.created',
    'session.updated',
    'session.input_transcript.delta',
    'session.output_audio.delta',
    'session.output_transcript.delta',
    'session.closed',
  ]);
});
