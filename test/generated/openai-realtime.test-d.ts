/** Types of `openai-realtime`, both directions, as a client uses them. This file is compiled, never run. */
import { isRealtimeClientEvent } from '../../generated/openai-realtime/index.ts';
import type {
  ClientEventByName,
  clientEventNames,
  ClientEventMap,
  ClientEventName,
  ConversationItem,
  ConversationItemCreateEvent,
  ConversationItemParam,
  RealtimeClientEvent,
  RealtimeConversationItemUserMessage,
  RealtimeConversationItemUserMessageParam,
  RealtimeServerEvent,
  ServerEventMap,
  ServerEventName,
  SessionCreatedEvent,
  SupportedServerEventName,
} from '../../generated/openai-realtime/index.ts';
import { never, type AnyWithin, type Equal, type Expect } from './type-checks.ts';

// ── Every event narrows ─────────────────────────────────────────────────────────────────────────────────────

export function written(event: RealtimeClientEvent): string | number {
  switch (event.type) {
    case 'session.update':
      return event.session.type;
    case 'input_audio_buffer.append':
      return event.audio;
    case 'input_audio_buffer.commit':
    case 'input_audio_buffer.clear':
    case 'output_audio_buffer.clear':
      return event.event_id ?? '';
    case 'conversation.item.create':
      return event.item.type;
    case 'conversation.item.retrieve':
    case 'conversation.item.delete':
      return event.item_id;
    case 'conversation.item.truncate':
      return event.audio_end_ms;
    case 'response.create':
      return event.response?.instructions ?? '';
    case 'response.cancel':
      return event.response_id ?? '';
    default:
      return never(event);
  }
}

export function read(event: RealtimeServerEvent): string | number {
  switch (event.type) {
    case 'input_audio_buffer.dtmf_event_received':
      return event.received_at;
    case 'session.created':
    case 'session.updated':
      return event.session.type;
    case 'conversation.item.added':
      return event.item.type === 'message' ? event.item.role : event.item.type;
    case 'response.output_text.delta':
      return event.delta;
    default:
      return event.event_id;
  }
}

// ── Names and maps ──────────────────────────────────────────────────────────────────────────────────────────

export type NameChecks = [
  Expect<Equal<AnyWithin<ServerEventMap>, never>>,
  Expect<Equal<AnyWithin<ClientEventMap>, never>>,
  Expect<Equal<RealtimeServerEvent['type'], ServerEventName>>,
  Expect<Equal<RealtimeClientEvent['type'], ClientEventName>>,
  Expect<Equal<SupportedServerEventName, ServerEventName>>,
  Expect<Equal<(typeof clientEventNames)[number], ClientEventName>>,
  Expect<Equal<ClientEventByName<'conversation.item.create'>, ConversationItemCreateEvent>>,
  Expect<Equal<SessionCreatedEvent['session']['type'], 'realtime' | 'transcription'>>,
];

// @ts-expect-error -- this one is sent by the server
export type NoEvent = ClientEventByName<'session.created'>;

// ── Reading is tolerant, writing is exact ───────────────────────────────────────────────────────────────────

type Status = 'completed' | 'incomplete' | 'in_progress';

export type ToleranceChecks = [
  Expect<
    Equal<RealtimeConversationItemUserMessage['status'], Status | (string & {}) | null | undefined>
  >,
  Expect<Equal<RealtimeConversationItemUserMessageParam['status'], Status | undefined>>,
];

/** What is written may be read. */
export const readable = (written: ConversationItemParam): ConversationItem => written;

// @ts-expect-error -- but what was read may hold what nobody may write
export const writable = (read: ConversationItem): ConversationItemParam => read;

// ── What does not compile ───────────────────────────────────────────────────────────────────────────────────

export const withNull: ConversationItemCreateEvent = {
  type: 'conversation.item.create',
  // @ts-expect-error -- a client leaves out what it does not say
  previous_item_id: null,
  item: { type: 'message', role: 'user', content: [] },
};

export const withNewValue: RealtimeConversationItemUserMessageParam = {
  type: 'message',
  role: 'user',
  // @ts-expect-error -- a client writes values of the docs, and no others
  status: 'done',
  content: [],
};

export const withUnknownKey: ClientEventByName<'input_audio_buffer.append'> = {
  type: 'input_audio_buffer.append',
  audio: '',
  // @ts-expect-error -- nobody documented this
  volume: 11,
};

// ── Guards narrow ───────────────────────────────────────────────────────────────────────────────────────────

export function guarded(value: unknown): string | number {
  if (isRealtimeClientEvent(value)) return written(value);
  // @ts-expect-error -- nothing is known of it
  return value.type;
}
