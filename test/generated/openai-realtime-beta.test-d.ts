/** Types of `openai-realtime-beta` as a client uses them. This file is compiled, never run. */
import {
  isConversationItem,
  isRealtimeServerEvent,
} from '../../generated/openai-realtime-beta/index.ts';
import type {
  serverEventNames,
  supportedServerEventNames,
  ConversationItem,
  ConversationItemFunctionCall,
  ConversationItemMessageUser,
  ConversationItemMessageUserContent,
  InputAudioBufferClearedEvent,
  RealtimeErrorEvent,
  RealtimeServerEvent,
  ResponseTextDeltaEvent,
  ServerEventByName,
  ServerEventMap,
  ServerEventName,
  SessionCreatedEvent,
  SupportedServerEvent,
  SupportedServerEventName,
  TranscriptionUsage,
  UnsupportedServerEventName,
} from '../../generated/openai-realtime-beta/index.ts';
import { never, type AnyWithin, type Equal, type Expect } from './type-checks.ts';

// ── Every event narrows ─────────────────────────────────────────────────────────────────────────────────────

export function summaryOf(event: RealtimeServerEvent): string | number {
  switch (event.type) {
    case 'error':
      return event.error.message;
    case 'session.created':
    case 'session.updated':
      return event.session.model ?? '';
    case 'transcription_session.created':
    case 'transcription_session.updated':
      return event.session.client_secret?.value ?? '';
    case 'conversation.item.created':
      return event.previous_item_id ?? event.item.type;
    case 'conversation.item.retrieved':
      return event.item.type;
    case 'conversation.item.input_audio_transcription.completed':
      return event.transcript;
    case 'conversation.item.input_audio_transcription.delta':
      return event.delta ?? '';
    case 'conversation.item.input_audio_transcription.segment':
      return event.speaker.length + event.end - event.start;
    case 'conversation.item.input_audio_transcription.failed':
      return event.error.message ?? '';
    case 'conversation.item.truncated':
      return event.audio_end_ms;
    case 'conversation.item.deleted':
      return event.item_id;
    case 'input_audio_buffer.committed':
      return event.previous_item_id ?? event.item_id;
    case 'input_audio_buffer.cleared':
      return event.event_id;
    case 'input_audio_buffer.speech_started':
      return event.audio_start_ms;
    case 'input_audio_buffer.speech_stopped':
      return event.audio_end_ms;
    case 'input_audio_buffer.timeout_triggered':
      return event.audio_end_ms - event.audio_start_ms;
    case 'response.created':
    case 'response.done':
      return event.response.usage?.total_tokens ?? 0;
    case 'response.output_item.added':
    case 'response.output_item.done':
      return event.item.type;
    case 'response.content_part.added':
    case 'response.content_part.done':
      return event.part.transcript ?? '';
    case 'response.text.delta':
    case 'response.audio_transcript.delta':
    case 'response.audio.delta':
    case 'response.function_call_arguments.delta':
    case 'response.mcp_call_arguments.delta':
      return event.delta;
    case 'response.text.done':
      return event.text;
    case 'response.audio_transcript.done':
      return event.transcript;
    case 'response.audio.done':
      return event.content_index;
    case 'response.function_call_arguments.done':
      return event.name + event.arguments;
    case 'response.mcp_call_arguments.done':
      return event.arguments;
    case 'response.mcp_call.in_progress':
    case 'response.mcp_call.completed':
    case 'response.mcp_call.failed':
      return event.output_index;
    case 'mcp_list_tools.in_progress':
    case 'mcp_list_tools.completed':
    case 'mcp_list_tools.failed':
      return event.item_id;
    case 'rate_limits.updated':
      return event.rate_limits.map(({ remaining }) => remaining ?? 0).join();
    case 'conversation.created':
      return event.conversation.id ?? '';
    case 'output_audio_buffer.started':
    case 'output_audio_buffer.stopped':
    case 'output_audio_buffer.cleared':
      return event.response_id;
    default:
      return never(event);
  }
}

// ── Conversation items narrow by type, and messages by role ─────────────────────────────────────────────────

export function textOf(item: ConversationItem): string {
  switch (item.type) {
    case 'message':
      switch (item.role) {
        case 'system':
          return item.content.map(({ text }) => text).join();
        case 'user':
          return item.content.map(({ image_url }) => image_url).join();
        case 'assistant':
          return item.content.map(({ text }) => text).join();
        default:
          return never(item);
      }
    case 'function_call':
      return item.name + item.arguments;
    case 'function_call_output':
      return item.output;
    case 'mcp_approval_response':
      return String(item.approve);
    case 'mcp_list_tools':
      return item.tools.map(({ name }) => name).join();
    case 'mcp_call':
      return item.server_label;
    case 'mcp_approval_request':
      return item.name;
    default:
      return never(item);
  }
}

export type ItemChecks = [
  Expect<Equal<Extract<ConversationItem, { role: 'user' }>, ConversationItemMessageUser>>,
  Expect<Equal<Extract<ConversationItem, { type: 'function_call' }>, ConversationItemFunctionCall>>,
  Expect<Equal<TranscriptionUsage['type'], 'tokens' | 'duration'>>,
];

// ── Names and maps ──────────────────────────────────────────────────────────────────────────────────────────

export type NameChecks = [
  Expect<Equal<AnyWithin<ServerEventMap>, never>>,
  Expect<Equal<RealtimeServerEvent['type'], ServerEventName>>,
  Expect<Equal<ServerEventName, keyof ServerEventMap>>,
  Expect<Equal<ServerEventByName<'error'>, RealtimeErrorEvent>>,
  Expect<Equal<ServerEventByName<'response.text.delta'>, ResponseTextDeltaEvent>>,
  Expect<Equal<UnsupportedServerEventName, never>>,
  Expect<Equal<SupportedServerEventName, ServerEventName>>,
  Expect<Equal<SupportedServerEvent, RealtimeServerEvent>>,
  Expect<Equal<(typeof serverEventNames)[number], ServerEventName>>,
  Expect<Equal<(typeof supportedServerEventNames)[number], SupportedServerEventName>>,
  // Each name of the map is that of its event.
  Expect<
    Equal<
      { [Name in ServerEventName]: ServerEventMap[Name]['type'] },
      { [Name in ServerEventName]: Name }
    >
  >,
];

// @ts-expect-error -- there is no such event
export type NoEvent = ServerEventByName<'response.text.detla'>;

// ── Tolerance ───────────────────────────────────────────────────────────────────────────────────────────────

export type ToleranceChecks = [
  // What is optional may be null, but not set to `undefined`.
  Expect<Equal<ConversationItemMessageUserContent['text'], string | null | undefined>>,
  Expect<
    Equal<
      ConversationItemMessageUserContent['type'],
      'input_text' | 'input_audio' | 'input_image' | (string & {}) | null | undefined
    >
  >,
  // A constant that tells types apart is exact.
  Expect<Equal<ConversationItemMessageUser['role'], 'user'>>,
];

export const tolerated: SessionCreatedEvent = {
  type: 'session.created',
  event_id: 'event_1',
  session: { instructions: null, voice: 'a voice of next year', input_audio_format: 'pcm32' },
};

// ── What does not compile ───────────────────────────────────────────────────────────────────────────────────

export function wrongUses(event: RealtimeServerEvent, item: ConversationItem): void {
  // @ts-expect-error -- no event has this type
  if (event.type === 'sesion.created') throw new Error();
  // @ts-expect-error -- only some events have a delta
  String(event.delta);
  if (event.type === 'response.text.delta') {
    // @ts-expect-error -- the field is called delta
    String(event.detla);
    // @ts-expect-error -- a delta is a text
    Math.abs(event.delta);
  }
  // @ts-expect-error -- no item has this type
  if (item.type === 'mesage') throw new Error();
  // @ts-expect-error -- only messages have a role
  String(item.role);
  // @ts-expect-error -- no message has this role
  if (item.type === 'message' && item.role === 'developer') throw new Error();
}

// @ts-expect-error -- event_id is required
export const withoutId: InputAudioBufferClearedEvent = { type: 'input_audio_buffer.cleared' };

export const misspelt: InputAudioBufferClearedEvent = {
  // @ts-expect-error -- the type of another event
  type: 'input_audio_buffer.committed',
  event_id: 'event_1',
};

export const misspeltItem: ConversationItem = {
  // @ts-expect-error -- no item has this type
  type: 'function_cal',
  call_id: 'call_1',
  name: 'add',
  arguments: '{}',
};

// @ts-expect-error -- an optional field is absent or null, not undefined
export const unset: ConversationItemMessageUserContent = { text: undefined };

// ── Guards narrow ───────────────────────────────────────────────────────────────────────────────────────────

export function guarded(value: unknown): string {
  if (isRealtimeServerEvent(value))
    return value.type === 'error' ? value.error.message : value.type;
  if (isConversationItem(value)) return textOf(value);
  // @ts-expect-error -- nothing is known of it
  return value.type;
}
