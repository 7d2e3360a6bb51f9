/** Types of `openai-event-summary` as a client uses them. This file is compiled, never run. */
import { isRealtimeServerEvent } from '../../generated/openai-event-summary/index.ts';
import type {
  serverEventNames,
  RealtimeServerEvent,
  RealtimeSession,
  ResponseAudioDeltaEvent,
  ServerEventByName,
  ServerEventMap,
  ServerEventName,
  SessionCreatedEvent,
  SupportedServerEventName,
  UnsupportedServerEventName,
} from '../../generated/openai-event-summary/index.ts';
import { never, type AnyWithin, type Equal, type Expect } from './type-checks.ts';

// ── Every event narrows ─────────────────────────────────────────────────────────────────────────────────────

export function summaryOf(event: RealtimeServerEvent): string {
  switch (event.type) {
    case 'error':
      return event.error?.message ?? '';
    case 'session.created':
      return event.session?.voice ?? '';
    case 'response.audio.delta':
      return event.delta ?? '';
    case 'session.updated':
    case 'conversation.created':
    case 'conversation.item.created':
    case 'conversation.item.truncated':
    case 'conversation.item.deleted':
    case 'input_audio_buffer.committed':
    case 'input_audio_buffer.cleared':
    case 'input_audio_buffer.speech_started':
    case 'input_audio_buffer.speech_stopped':
    case 'response.created':
    case 'response.done':
    case 'response.output_item.added':
    case 'response.output_item.done':
    case 'response.content_part.added':
    case 'response.content_part.done':
    case 'response.text.delta':
    case 'response.text.done':
    case 'response.audio.done':
    case 'response.audio_transcript.delta':
    case 'response.audio_transcript.done':
    case 'response.function_call_arguments.delta':
    case 'response.function_call_arguments.done':
    case 'rate_limits.updated':
      return event.type;
    default:
      return never(event);
  }
}

// ── Names and maps ──────────────────────────────────────────────────────────────────────────────────────────

export type NameChecks = [
  Expect<Equal<AnyWithin<ServerEventMap>, never>>,
  Expect<Equal<RealtimeServerEvent['type'], ServerEventName>>,
  Expect<Equal<ServerEventByName<'response.audio.delta'>, ResponseAudioDeltaEvent>>,
  Expect<Equal<UnsupportedServerEventName, never>>,
  Expect<Equal<SupportedServerEventName, ServerEventName>>,
  Expect<Equal<(typeof serverEventNames)[number], ServerEventName>>,
];

// ── What an example shows is optional, and not all there is ─────────────────────────────────────────────────

export type ExampleChecks = [
  Expect<Equal<SessionCreatedEvent['session'], RealtimeSession | null | undefined>>,
  Expect<Equal<RealtimeSession['voice'], string | null | undefined>>,
  Expect<Equal<RealtimeSession['nobody documented this'], unknown>>,
  Expect<Equal<ServerEventByName<'response.done'>['response'], unknown>>,
];

// ── What does not compile ───────────────────────────────────────────────────────────────────────────────────

export function wrongUses(event: RealtimeServerEvent): void {
  // @ts-expect-error -- the name of this event in the generation that follows
  if (event.type === 'response.output_text.delta') throw new Error();
  if (event.type === 'session.created') {
    // @ts-expect-error -- nobody promises that it is there
    String(event.session.id);
  }
  if (event.type === 'response.done') {
    // @ts-expect-error -- nothing is known of it
    String(event.response.id);
  }
}

export const misspelt: ResponseAudioDeltaEvent = {
  // @ts-expect-error -- the type of another event
  type: 'response.audio.done',
};

export const wrongKind: ResponseAudioDeltaEvent = {
  type: 'response.audio.delta',
  // @ts-expect-error -- a delta is a text
  delta: 1,
};

// @ts-expect-error -- the type is required
export const withoutType: SessionCreatedEvent = { session: { id: 'session_1' } };

// ── Guards narrow ───────────────────────────────────────────────────────────────────────────────────────────

export function guarded(value: unknown): string {
  if (isRealtimeServerEvent(value)) return summaryOf(value);
  // @ts-expect-error -- nothing is known of it
  return value.type;
}
