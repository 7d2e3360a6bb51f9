/** Questions to the compiler about parsing, handling and schemas of the committed output. */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import {
  assertSessionCreatedEvent,
  handleRealtimeServerEvent,
  isClientEventName,
  isServerEventName,
  parseRealtimeClientEvent,
  parseRealtimeEvent,
  parseRealtimeServerEvent,
  sessionCreatedEventSchema,
  type ClientEventHandlers,
  type ClientEventName,
  type ConversationItem,
  type ExhaustiveClientEventHandlers,
  type isConversationItem,
  type isRealtimeClientEvent,
  type isRealtimeServerEvent,
  type isSessionCreatedEvent,
  type realtimeServerEventSchema,
  type Misfit,
  type RealtimeClientEvent,
  type RealtimeServerEvent,
  type ResponseOutputTextDeltaEvent,
  type ServerEventHandlers,
  type ServerEventName,
  type SessionCreatedEvent,
  type UnknownServerEvent,
} from '../../generated/openai-realtime/index.ts';
import { never, type Equal, type Expect } from './type-checks.ts';

/** What a guard says that a value is. */
type Guarded<Guard> = Guard extends (value: unknown) => value is infer Type ? Type : never;

/** What a Standard Schema says of its values. */
type Input<Schema extends StandardSchemaV1> = StandardSchemaV1.InferInput<Schema>;
type Output<Schema extends StandardSchemaV1> = StandardSchemaV1.InferOutput<Schema>;

export type Checks = [
  Expect<Equal<Guarded<typeof isRealtimeServerEvent>, RealtimeServerEvent>>,
  Expect<Equal<Guarded<typeof isRealtimeClientEvent>, RealtimeClientEvent>>,
  Expect<Equal<Guarded<typeof isSessionCreatedEvent>, SessionCreatedEvent>>,
  Expect<Equal<Guarded<typeof isConversationItem>, ConversationItem>>,
  Expect<Equal<Output<typeof realtimeServerEventSchema>, RealtimeServerEvent>>,
  Expect<Equal<Input<typeof realtimeServerEventSchema>, RealtimeServerEvent>>,
  Expect<Equal<Output<typeof sessionCreatedEventSchema>, SessionCreatedEvent>>,
];

/** A library that takes Standard Schemas takes ours. */
declare function validated<Schema extends StandardSchemaV1>(schema: Schema): Output<Schema>;
export const created: SessionCreatedEvent = validated(sessionCreatedEventSchema);

export function outcomes(text: string): string {
  const outcome = parseRealtimeServerEvent(text);
  switch (outcome.kind) {
    case 'known':
      return outcome.event.type === 'error' ? outcome.event.error.message : outcome.event.type;
    case 'mismatch': {
      const name: ServerEventName = outcome.name;
      const misfits: Misfit[] = outcome.misfits;
      return `${name}: ${misfits.length}`;
    }
    case 'unknown': {
      const event: UnknownServerEvent = outcome;
      return event.name;
    }
    case 'malformed':
      return typeof outcome.event;
    default:
      return never(outcome);
  }
}

/** The union with what is unknown narrows as the union without it does. */
export function narrowed(event: RealtimeServerEvent | UnknownServerEvent): string {
  switch (event.type) {
    case 'response.output_text.delta':
      return event.delta;
    case 'conversation.item.done':
      return event.item.type === 'function_call' ? event.item.name : '';
    case undefined:
      return event.name;
    default:
      return event.type;
  }
}

export function asserted(value: unknown): SessionCreatedEvent {
  assertSessionCreatedEvent(value);
  return value;
}

export function handled(data: string): void {
  void handleRealtimeServerEvent(data, {
    events: {
      'response.output_text.delta': (event) => {
        const delta: ResponseOutputTextDeltaEvent = event;
        console.log(delta.delta);
      },
      // @ts-expect-error -- there is no event of this name
      'response.text.delta': () => undefined,
    },
    unknown: ({ name }) => {
      console.log(name.length);
    },
  });
}

/** A handler is given what was passed with the message, with its type. */
export function handledFor(session: { id: string }, data: ArrayBuffer): void {
  const handlers: ServerEventHandlers<{ id: string }> = {
    other: ({ type }, { context }) => {
      console.log(context.id + type);
    },
    onError: (error, { outcome, context }) => {
      console.log(`${context.id} ${outcome.kind} ${String(error)}`);
    },
  };
  void handleRealtimeServerEvent(data, handlers, { context: session, reading: 'exact' });
  // @ts-expect-error -- these handlers need a session
  void handleRealtimeServerEvent(data, handlers);
  // What is written in place is typed by what is passed.
  void handleRealtimeServerEvent(
    data,
    { events: { error: ({ error }, { context }) => error.message + context.id } },
    { context: session },
  );
}

/** With a name missing this does not compile, which is what it is for. */
type EveryHandler = ExhaustiveClientEventHandlers['events'];
declare const everyHandler: EveryHandler;
declare const everyHandlerBut: Omit<EveryHandler, 'response.create'>;
export const every: ExhaustiveClientEventHandlers = { events: everyHandler };
export const asUsual: ClientEventHandlers = every;
// @ts-expect-error -- `response.create` has no handler
export const everyBut: ExhaustiveClientEventHandlers = { events: everyHandlerBut };

export function named(text: string): ServerEventName | ClientEventName | undefined {
  if (isServerEventName(text)) return text;
  return isClientEventName(text) ? text : undefined;
}

/** A line of a log is typed by its direction. */
export function logged(line: string): string {
  const outcome = parseRealtimeEvent(line);
  if (outcome.direction === 'server' && outcome.kind === 'known') {
    const event: RealtimeServerEvent = outcome.event;
    return event.type;
  }
  if (outcome.direction === 'client' && outcome.kind === 'known') {
    const event: RealtimeClientEvent = outcome.event;
    return event.type;
  }
  return outcome.kind === 'malformed' ? outcome.advice : outcome.name;
}

declare const onDelta: (event: ResponseOutputTextDeltaEvent) => void;
export const handlers: ServerEventHandlers['events'] = {
  // @ts-expect-error -- a handler of one event is none of another: these are no bivariant methods
  'session.created': onDelta,
};

// @ts-expect-error -- what a client writes is read exactly already
parseRealtimeClientEvent('', 'exact');

declare const console: { log: (text: string | number) => void };
