/**
 * What is said of messages, as types: all that the declarations of generated modules need, in one module, as a compiler pays
 * for each that it reads.
 */

// ── What may stand in a message, and what does not fit ──────────────────────────────────────────────────────────

/** What a field of one value holds. */
export type Value = string | number | boolean;

/** What the docs let stand in a place. */
export type Expectation =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'null'
  | 'object'
  | 'anything'
  | { readonly values: readonly Value[] }
  /** Values that tell types apart, which are as they are in every reading. */
  | { readonly only: readonly Value[] }
  | { readonly items: Expectation }
  | { readonly entries: Expectation }
  | { readonly anyOf: readonly Expectation[] }
  /** What this is a part of. */
  | { readonly nested: () => Expectation }
  | ObjectExpectation;

export interface ObjectExpectation {
  readonly required?: Readonly<Record<string, Expectation>>;
  readonly optional?: Readonly<Record<string, Expectation>>;
  /** The docs break off: there are more fields than these. */
  readonly open?: true;
}

/**
 * `tolerant`: what is usual in traffic is accepted beside what is documented: null in place of an optional field,
 * keys that nobody documented, and other values where the docs list some. `exact`: what is documented, only.
 */
export type ReadingMode = 'tolerant' | 'exact';

/** One thing that does not fit. */
export interface Misfit {
  /** Where: `session.tools[0].name`; empty for the value as a whole. */
  path: string;
  /** What the docs have there: `string`, `"auto" | "none"`. */
  expected: string;
  /** What stands there: `null`, `"automatic"`, `object`; `nothing` when it is missing. */
  received: string;
  /** What to do about it, where more is known than what was expected: `did you mean "instructions"?`. */
  advice?: string;
}

/** A way into a value: keys and indexes. */
export type Path = readonly (string | number)[];

// ── The docs, as far as errors speak of them ────────────────────────────────────────────────────────────────────

/** The docs that a message is held against, as far as messages of errors speak of them. */
export interface Docs {
  /** What they are about: `OpenAI Realtime`. */
  title: string;
  /** Of which day they are, where that is known: `2026-02-06`. */
  date?: string;
  /** What other sources call what these have. */
  names?: OtherNames;
}

/** One name, several, or none. */
export type Names = string | readonly string[];

/** Names of other sources, with those that stand for them in these docs; none: nothing does. */
export interface OtherNames {
  events?: Readonly<Record<string, Names>>;
  /** What must stand in what stands for an event, by the name elsewhere and by paths. */
  holding?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Paths of fields without indexes: `session.tools[].name`. */
  fields?: Readonly<Record<string, Names>>;
  /** Values, by the paths of their fields. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Events that something was not found among. */
export interface NamesOfEvents {
  docs?: Docs | undefined;
  names: readonly string[];
  /** Those that come the other way. */
  other?:
    { readonly direction: 'server' | 'client'; readonly names: readonly string[] } | undefined;
}

// ── What a message is ───────────────────────────────────────────────────────────────────────────────────────────

/** A message that is an event of the docs and fits what they say of it. */
export interface KnownEvent<Event extends { type: string }> {
  kind: 'known';
  /** Its wire name. */
  name: Event['type'];
  event: Event;
  /**
   * Members of unions that the docs do not have, where reading is tolerant: `response.output[1].type`, a new kind of
   * item. The type of the event knows nothing of them; for the most part the list is empty.
   */
  unknownMembers: readonly Misfit[];
}

/** A message with the name of an event of the docs that does not fit what they say of it. */
export interface MismatchedEvent<Name extends string> {
  kind: 'mismatch';
  /** Its wire name. */
  name: Name;
  /** Everything that does not fit. */
  misfits: Misfit[];
  /** What came, as it came. */
  event: Record<string, unknown>;
}

/** A message with a name that the docs do not have. Beside the documented events `type` still tells them apart. */
export interface UnknownEvent {
  kind: 'unknown';
  /** Nothing: its name is in `name`, so that no documented name can be taken for it. */
  type?: undefined;
  /** Its wire name. */
  name: string;
  /** What to do about it, where that is known: `OpenAI Realtime calls it "response.output_text.delta".` */
  advice?: string;
  /** What came, as it came. */
  event: Record<string, unknown>;
}

/** Not an event at all: text or bytes that are not a JSON object, or an object without a name. */
export interface MalformedMessage {
  kind: 'malformed';
  /** What is wrong with it; the path is empty, or `type`. */
  misfits: Misfit[];
  /** What to do about it: `Pass its data.` */
  advice: string;
  /** What came in the place of an event, as it came. */
  event: unknown;
}

/** What a message is. Tell by `kind`; what came is `event`. */
export type Outcome<Event extends { type: string }> =
  KnownEvent<Event> | MismatchedEvent<Event['type']> | UnknownEvent | MalformedMessage;

/** What a message of either direction is. */
export type DirectedOutcome<
  ServerEvent extends { type: string },
  ClientEvent extends { type: string },
> =
  | ({ direction: 'server' } & (KnownEvent<ServerEvent> | MismatchedEvent<ServerEvent['type']>))
  | ({ direction: 'client' } & (KnownEvent<ClientEvent> | MismatchedEvent<ClientEvent['type']>))
  | ({ direction?: undefined } & (UnknownEvent | MalformedMessage));

/** The events of one direction of a source. */
export interface EventSet<Event extends { type: string }> {
  /** What they are, in words: `server event of OpenAI Realtime, snapshot 2026-02-06`. */
  title: string;
  /** Who sends them. */
  direction?: 'server' | 'client';
  /** Whose they are. */
  docs?: Docs;
  /** Those that come the other way. */
  other?: NamesOfEvents['other'];
  /** How the guard reads the docs. */
  reading: ReadingMode;
  is: (value: unknown) => value is Event;
  /** What each may hold, by its wire name. */
  expected: Readonly<Record<Event['type'], Expectation>>;
}

// ── Handlers, sockets, validators ───────────────────────────────────────────────────────────────────────────────

/** Events by wire name. */
export type EventsByName<EventMap> = { [Name in keyof EventMap]: { type: Name & string } };

/** What comes with every call of a handler. */
export interface HandlingDetails<Context> {
  /** What was passed with the message, such as its socket. */
  readonly context: Context;
}

/** What comes with an event. */
export interface EventDetails<Context> extends HandlingDetails<Context> {
  /** Members of unions that the docs do not have, and the type of the event neither. For the most part there is none. */
  readonly unknownMembers: readonly Misfit[];
}

/** What to do with an event. What it returns is waited for, if it is a promise. */
export type EventHandler<Event, Context> = (
  event: Event,
  details: EventDetails<Context>,
) => unknown;

/** What to do with each message. What has no handler is passed over. */
export interface EventHandlers<EventMap extends EventsByName<EventMap>, Context = undefined> {
  /** By wire name, as many as one needs. */
  readonly events?: { readonly [Name in keyof EventMap]?: EventHandler<EventMap[Name], Context> };
  /** Events of the docs that have no handler of their own. */
  readonly other?: EventHandler<EventMap[keyof EventMap], Context>;
  /** Events that the docs do not have. */
  readonly unknown?: (outcome: UnknownEvent, details: HandlingDetails<Context>) => unknown;
  /** Events that do not fit what the docs say of them. */
  readonly mismatch?: (
    outcome: MismatchedEvent<EventMap[keyof EventMap]['type']>,
    details: HandlingDetails<Context>,
  ) => unknown;
  /** What is not an event at all. */
  readonly malformed?: (outcome: MalformedMessage, details: HandlingDetails<Context>) => unknown;
  /** What a handler throws, or rejects with. Without this it is thrown to who passed the message, or rejects there. */
  readonly onError?: (error: unknown, details: ErrorDetails<EventMap, Context>) => unknown;
}

/** Handlers of which none is missing: with an event that is new in the docs they do not compile any more. */
export interface ExhaustiveEventHandlers<
  EventMap extends EventsByName<EventMap>,
  Context = undefined,
> extends EventHandlers<EventMap, Context> {
  /** By wire name, all of them. */
  readonly events: { readonly [Name in keyof EventMap]: EventHandler<EventMap[Name], Context> };
}

/** What comes with an error of a handler. */
export interface ErrorDetails<
  EventMap extends EventsByName<EventMap>,
  Context,
> extends HandlingDetails<Context> {
  /** What the message was that the handler was called for. */
  readonly outcome: Outcome<EventMap[keyof EventMap]>;
}

/** What takes text: a `WebSocket`, a socket of `ws`, a data channel of WebRTC. */
export interface TextReceiver<Sent> {
  send(text: string): Sent;
}

/** What the libraries that take Standard Schema know of a validator. */
export interface StandardSchema<Type> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'realtime-event-types';
    /** There for the compiler only. */
    readonly types?: { readonly input: Type; readonly output: Type };
    readonly validate: (value: unknown) => StandardResult<Type>;
  };
}

export type StandardResult<Type> =
  | { readonly value: Type; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: Path;
}
