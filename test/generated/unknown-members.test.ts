/** What servers have sent that the docs of the GA reference do not have yet, in the middle of events that they have. */
import { describe, expect, it } from 'vitest';
import {
  handleRealtimeServerEvent,
  isRealtimeServerEvent,
  parseRealtimeServerEvent,
} from '../../generated/openai-realtime/index.ts';

const session = { type: 'realtime', object: 'realtime.session', id: 'sess_1' };
const response = { id: 'resp_1', object: 'realtime.response', status: 'completed' };

const sessionWith = (more: object) => ({
  type: 'session.created',
  event_id: 'event_1',
  session: { ...session, ...more },
});

const responseWith = (output: object[]) => ({
  type: 'response.done',
  event_id: 'event_1',
  response: { ...response, output },
});

const message = { type: 'message', role: 'assistant', content: [] };
const reasoning = { type: 'reasoning', summary: [] };

const examples: [string, object, string][] = [
  ['an item', responseWith([message, reasoning]), 'response.output[1].type'],
  [
    'a format',
    sessionWith({ audio: { input: { format: { type: 'audio/opus' } } } }),
    'session.audio.input.format.type',
  ],
  ['a tool', sessionWith({ tools: [{ type: 'web_search' }] }), 'session.tools[0].type'],
  ['a session', sessionWith({ type: 'notation' }), 'session.type'],
];

describe.each(examples)('%s of a new type', (_, event, path) => {
  it('leaves its event known', () => {
    const outcome = parseRealtimeServerEvent(JSON.stringify(event));
    expect(outcome).toMatchObject({ kind: 'known', event, unknownMembers: [{ path }] });
  });

  it('is told to the handler of the event', () => {
    const told: string[] = [];
    void handleRealtimeServerEvent(event, {
      other: ({ type }, { unknownMembers }) =>
        told.push(type, ...unknownMembers.map((member) => member.path)),
    });
    expect(told).toEqual(['type' in event && event.type, path]);
  });

  it('is a mismatch by the letter of the docs, and nothing that a guard accepts', () => {
    expect(parseRealtimeServerEvent(event, 'exact').kind).toBe('mismatch');
    expect(isRealtimeServerEvent(event)).toBe(false);
  });
});
