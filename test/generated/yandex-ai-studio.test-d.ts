/** Types of `yandex-ai-studio` as a client uses them. This file is compiled, never run. */
import { isOutputItem, isRealtimeServerEvent } from '../../generated/yandex-ai-studio/index.ts';
import type {
  serverEventNames,
  supportedServerEventNames,
  unsupportedServerEventNames,
  OutputItem,
  RealtimeContentPart,
  RealtimeErrorEvent,
  RealtimeResponse,
  RealtimeServerEvent,
  ResponseOutputTextDeltaEvent,
  ServerEventByName,
  ServerEventMap,
  ServerEventName,
  SupportedServerEvent,
  SupportedServerEventName,
  UnsupportedServerEventName,
  WebSearchToolCallAction,
} from '../../generated/yandex-ai-studio/index.ts';
import { never, type AnyWithin, type Equal, type Expect } from './type-checks.ts';

// ── Every event narrows ─────────────────────────────────────────────────────────────────────────────────────

export function summaryOf(event: RealtimeServerEvent): string | number {
  switch (event.type) {
    case 'error':
      return event.error.message;
    case 'session.created':
    case 'session.updated':
      return event.session.voice ?? '';
    case 'conversation.item.added':
      return event.previous_item_id ?? '';
    case 'conversation.item.created':
    case 'conversation.item.done':
    case 'conversation.item.retrieved':
      return event.item.role ?? event.item.type;
    case 'conversation.item.deleted':
      return event.item_id;
    case 'conversation.item.input_audio_transcription.completed':
      return event.transcript;
    case 'conversation.item.input_audio_transcription.delta':
      return event.delta;
    case 'conversation.item.input_audio_transcription.failed':
      return event.error.message;
    case 'conversation.item.input_audio_transcription.segment':
      return event.speaker ?? event.end - event.start;
    case 'conversation.item.truncated':
      return event.audio_end_ms;
    case 'input_audio_buffer.cleared':
      return event.event_id;
    case 'input_audio_buffer.committed':
      return event.previous_item_id ?? event.item_id;
    case 'input_audio_buffer.dtmf_event_received':
      return event.digit.length + event.timestamp_ms;
    case 'input_audio_buffer.speech_started':
      return event.audio_start_ms;
    case 'input_audio_buffer.speech_stopped':
      return event.audio_end_ms;
    case 'input_audio_buffer.timeout_triggered':
      return event.audio_end_ms - event.audio_start_ms;
    case 'output_audio_buffer.cleared':
    case 'output_audio_buffer.started':
    case 'output_audio_buffer.stopped':
      return event.response_id;
    case 'response.content_part.added':
    case 'response.content_part.done':
      return event.part.type;
    case 'response.created':
    case 'response.done':
      return event.response.status;
    case 'response.function_call_arguments.delta':
    case 'response.mcp_call_arguments.delta':
    case 'response.output_audio.delta':
    case 'response.output_audio_transcript.delta':
    case 'response.output_text.delta':
      return event.delta;
    case 'response.function_call_arguments.done':
    case 'response.mcp_call_arguments.done':
      return event.arguments;
    case 'response.mcp_call.completed':
    case 'response.mcp_call.failed':
    case 'response.mcp_call.in_progress':
      return event.output_index;
    case 'response.output_audio.done':
      return event.content_index;
    case 'response.output_audio_transcript.done':
      return event.transcript;
    case 'response.output_item.added':
    case 'response.output_item.done':
      return event.item.type;
    case 'response.output_text.done':
      return event.text;
    case 'mcp_list_tools.completed':
    case 'mcp_list_tools.failed':
    case 'mcp_list_tools.in_progress':
      return event.item_id;
    case 'rate_limits.updated':
      return event.rate_limits.length;
    default:
      return never(event);
  }
}

// ── Items and parts narrow by type ──────────────────────────────────────────────────────────────────────────

export function partText(part: RealtimeContentPart): string {
  switch (part.type) {
    case 'input_text':
      return part.text;
    case 'output_text':
      return part.text ?? '';
    case 'input_audio':
    case 'output_audio':
      return part.transcript ?? '';
    default:
      return never(part);
  }
}

export function actionText(action: WebSearchToolCallAction): string {
  switch (action.type) {
    case 'search':
      return action.query;
    case 'open_page':
      return action.url;
    case 'find':
      return action.pattern;
    default:
      return never(action);
  }
}

export function itemText(item: OutputItem): string {
  if (item.type === 'mcp_approval_response') return String(item.approve);
  return item.type;
}

// ── Names and maps ──────────────────────────────────────────────────────────────────────────────────────────

type Includes<Union, Member> = [Member] extends [Union] ? true : false;

export type NameChecks = [
  Expect<Equal<AnyWithin<ServerEventMap>, never>>,
  Expect<Equal<AnyWithin<OutputItem>, never>>,
  Expect<Equal<RealtimeServerEvent['type'], ServerEventName>>,
  Expect<Equal<ServerEventByName<'error'>, RealtimeErrorEvent>>,
  Expect<Equal<ServerEventByName<'response.output_text.delta'>, ResponseOutputTextDeltaEvent>>,
  // Documented, and flagged: not supported.
  Expect<Includes<ServerEventName, 'response.output_text.done'>>,
  Expect<Includes<UnsupportedServerEventName, 'response.output_text.done'>>,
  Expect<Equal<Includes<SupportedServerEventName, 'response.output_text.done'>, false>>,
  Expect<Equal<Extract<SupportedServerEvent, { type: 'response.output_text.done' }>, never>>,
  // Flagged, and the publisher says otherwise elsewhere: it may come.
  Expect<Includes<SupportedServerEventName, 'response.output_text.delta'>>,
  Expect<Includes<SupportedServerEventName, 'response.output_audio_transcript.done'>>,
  Expect<Equal<SupportedServerEventName & UnsupportedServerEventName, never>>,
  Expect<Equal<SupportedServerEventName | UnsupportedServerEventName, ServerEventName>>,
  Expect<Equal<(typeof serverEventNames)[number], ServerEventName>>,
  Expect<Equal<(typeof supportedServerEventNames)[number], SupportedServerEventName>>,
  Expect<Equal<(typeof unsupportedServerEventNames)[number], UnsupportedServerEventName>>,
  Expect<
    Equal<
      { [Name in ServerEventName]: ServerEventMap[Name]['type'] },
      { [Name in ServerEventName]: Name }
    >
  >,
];

// @ts-expect-error -- there is no such event
export type NoEvent = ServerEventByName<'response.text.delta'>;

// ── Tolerance ───────────────────────────────────────────────────────────────────────────────────────────────

export type ToleranceChecks = [
  Expect<
    Equal<
      RealtimeResponse['status'],
      'in_progress' | 'completed' | 'cancelled' | 'failed' | 'incomplete' | (string & {})
    >
  >,
  Expect<Equal<RealtimeResponse['conversation_id'], string | null | undefined>>,
];

// ── What does not compile ───────────────────────────────────────────────────────────────────────────────────

export function wrongUses(event: RealtimeServerEvent, supported: SupportedServerEvent): void {
  // @ts-expect-error -- no event has this type
  if (event.type === 'response.text.delta') throw new Error();
  // @ts-expect-error -- the docs flag this event
  if (supported.type === 'response.output_text.done') throw new Error();
  // @ts-expect-error -- only some events have a transcript
  String(event.transcript);
  if (event.type === 'conversation.item.truncated') {
    // @ts-expect-error -- the field is called audio_end_ms
    String(event.audioEndMs);
  }
}

// @ts-expect-error -- text is required
export const withoutText: RealtimeContentPart = { type: 'input_text' };

export const misspelt: RealtimeContentPart = {
  // @ts-expect-error -- no part has this type
  type: 'input_txt',
  text: '',
};

export const wrongKind: ServerEventByName<'error'> = {
  type: 'error',
  // @ts-expect-error -- an id is a text
  event_id: 1,
  error: { type: 'invalid_request_error', message: 'No.' },
};

// ── Guards narrow ───────────────────────────────────────────────────────────────────────────────────────────

export function guarded(value: unknown): string {
  if (isRealtimeServerEvent(value))
    return value.type === 'error' ? value.error.message : value.type;
  if (isOutputItem(value)) return itemText(value);
  // @ts-expect-error -- nothing is known of it
  return value.type;
}
