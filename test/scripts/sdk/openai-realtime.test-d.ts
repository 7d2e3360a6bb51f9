/**
 * The generated GA types beside those of the `openai` SDK, in the directions in which people pass them: an event that
 * the SDK read is one of ours, an event of ours is one that the SDK sends. `npm run typecheck` is the test.
 *
 * Checked with `exactOptionalPropertyTypes`, as all of this project is. It is the stricter setting: with it, an
 * optional field does not take `undefined`. Neither side's types write `| undefined`, so that whoever compiles without
 * it gets the same answers.
 *
 * Differences that remain are listed with their reason. The lists are exact: what is not listed fails, and so does
 * an entry that is no longer needed.
 */
import type { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket';
import type {
  RealtimeClientEvent as SdkClientEvent,
  RealtimeServerEvent as SdkServerEvent,
} from 'openai/resources/realtime/realtime';
import type {
  ClientEventMap,
  ClientEventName,
  RealtimeClientEvent,
  RealtimeServerEvent,
  ServerEventMap,
  ServerEventName,
} from '../../../generated/openai-realtime/index.ts';
import type { Misfits, Nothing } from './misfits.ts';

type SdkServerName = SdkServerEvent['type'];
type SdkClientName = SdkClientEvent['type'];

const reasons = {
  nullTurnsOff:
    'The docs say that null turns it off; so does the text of the SDK, but not its type.',
  answered:
    'A session that a server shows has it, in the docs and in recorded sessions. The SDK types what clients ask for.',
} as const;

// ── The same events ─────────────────────────────────────────────────────────────────────────────────────────

/** Events that the SDK has and the docs do not: none. */
export type Undocumented = Nothing<
  Exclude<SdkServerName | SdkClientName, ServerEventName | ClientEventName>
>;

/** Events that the docs have and the SDK does not: none. */
export type Undeclared = Nothing<
  Exclude<ServerEventName | ClientEventName, SdkServerName | SdkClientName>
>;

// ── Server events of the SDK are ours ───────────────────────────────────────────────────────────────────────

type ServerMisfits = {
  [Name in ServerEventName & SdkServerName]: Misfits<
    Extract<SdkServerEvent, { type: Name }>,
    ServerEventMap[Name],
    'event'
  >;
}[ServerEventName & SdkServerName];

/** What a server event of the SDK lacks or has otherwise than ours, and why that stays. */
export const knownServerMisfits = {
  'event.session.id': reasons.answered,
  'event.session.object': reasons.answered,
} satisfies Record<ServerMisfits, string>;

export type ServerMisfitsNoLonger = Nothing<
  Exclude<keyof typeof knownServerMisfits, ServerMisfits>
>;

// ── Client events of ours are the SDK's ─────────────────────────────────────────────────────────────────────

type ClientMisfits = {
  [Name in ClientEventName & SdkClientName]: Misfits<
    ClientEventMap[Name],
    Extract<SdkClientEvent, { type: Name }>,
    'event'
  >;
}[ClientEventName & SdkClientName];

/** What stands in a client event of ours and not in the SDK's, and why that stays. */
export const knownClientMisfits = {
  'event.session.audio.input.noise_reduction': reasons.nullTurnsOff,
  'event.session.audio.input.transcription': reasons.nullTurnsOff,
} satisfies Record<ClientMisfits, string>;

export type ClientMisfitsNoLonger = Nothing<
  Exclude<keyof typeof knownClientMisfits, ClientMisfits>
>;

// ── At the SDK's socket ─────────────────────────────────────────────────────────────────────────────────────

type Settings = { type: 'session.update' };
type Shown = { type: 'session.created' | 'session.updated' };

/** What is left of the exceptions above is in the settings of a session: all else goes to the socket as it is. */
export function sent(
  socket: OpenAIRealtimeWebSocket,
  event: Exclude<RealtimeClientEvent, Settings>,
): void {
  socket.send(event);
}

/** Settings that turn nothing off by null go there, too. */
export function updated(socket: OpenAIRealtimeWebSocket): void {
  const event = {
    type: 'session.update',
    session: {
      type: 'realtime',
      output_modalities: ['audio'],
      audio: { input: { noise_reduction: { type: 'near_field' } } },
    },
  } satisfies RealtimeClientEvent;
  socket.send(event);
}

/** What the socket tells is one of ours. */
export function received(socket: OpenAIRealtimeWebSocket): void {
  const handled = (event: Exclude<RealtimeServerEvent, Shown>): string => event.type;
  socket.on('event', (event) => {
    if (event.type !== 'session.created' && event.type !== 'session.updated') handled(event);
  });
  socket.on('response.done', ({ response }) => {
    const ours: ServerEventMap['response.done']['response'] = response;
    handled({ type: 'response.done', event_id: 'event_1', response: ours });
  });
}
