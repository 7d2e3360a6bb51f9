/** TypeScript names from what the docs call things. */
import type { Direction, SourceInfo } from './model.ts';

/**
 * Names that a file of a realtime client already has: the language, the DOM and Node. A generated type of the same
 * name would hide them from whoever imports it, so it takes the prefix `Realtime`.
 */
const platformNames = new Set(
  `
  Array ArrayBuffer BigInt Boolean DataView Date Error Function Iterator JSON Map Math Number
  Object Promise Proxy Reflect RegExp Set String Symbol WeakMap WeakSet Awaited Capitalize Exclude
  Extract InstanceType NonNullable Omit Parameters Partial Pick Readonly ReadonlyArray Record
  Required ReturnType Uncapitalize Uppercase Lowercase Blob Body Buffer Cache Client Comment
  Document Element Event EventSource EventTarget CloseEvent CustomEvent ErrorEvent MessageEvent
  InputEvent ProgressEvent File FormData Headers Audio AudioBuffer Image ImageData Option Text
  History Location MessageChannel MessagePort Navigator Node Notification Performance Range
  Request Response Screen Selection Storage TextDecoder TextEncoder Touch URL WebSocket Window
  Worker MediaStream RTCPeerConnection
  `
    .trim()
    .split(/\s+/),
);

/** Whether a name is one that a file of a realtime client already has. */
export function isPlatformName(name: string): boolean {
  return platformNames.has(name);
}

/**
 * The TypeScript name of something the docs call `name`: its words, capitalised.
 *
 * @returns `undefined` when there is no ASCII letter or digit to make a name of
 */
export function typeNameOf(name: string): string | undefined {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  if (joined === '') return undefined;
  return /^\d/.test(joined) || platformNames.has(joined) ? `Realtime${joined}` : joined;
}

/** A part of a longer name, so that the names of the platform are no concern. */
export function typeNamePart(name: string): string {
  return (typeNameOf(`x.${name}`) ?? 'X').slice(1);
}

/** The interface of an event: `session.created` → `SessionCreatedEvent`, `error` → `RealtimeErrorEvent`. */
export function eventTypeNameOf(name: string): string | undefined {
  return /[A-Za-z0-9]/.test(name) ? typeNameOf(`${name}.event`) : undefined;
}

/**
 * The interface of an event whose name would come out as that of another: `a_b.c` → `Realtime_a$_b_cEvent`. No two are
 * spelled alike, and none as a name that is made of words.
 */
export function spelledEventTypeNameOf(name: string): string {
  return `Realtime_${spelled(name)}Event`;
}

const spellings: Readonly<Record<string, string>> = { '.': '_', _: '$_', '-': '$$' };

/** A name as an identifier that says how it is written. */
export function spelled(name: string): string {
  return name.replaceAll(
    /[^A-Za-z0-9]/gu,
    (sign) => spellings[sign] ?? `$${(sign.codePointAt(0) ?? 0).toString(16)}$`,
  );
}

/** What one element of a list is called: `tools` → `tool`, `rate_limits` → `rate_limit`. */
export function singularOf(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;
}

/**
 * The name of a part of something: `Session` + `Audio` → `SessionAudio`. No word is said twice: what the name ends in is
 * left to the part (`McpError` + `ProtocolError` → `McpProtocolError`, `ListTools` + `Tool` → `ListTool`), and what it
 * begins with is said once, behind (`RealtimeSession` + `Realtime` → `SessionRealtime`).
 *
 * @param carrier the name of what has the part
 * @param isTaken whether the carrier itself is a type of that name; a part that is called as it is has to be told apart
 */
export function partName(carrier: string, part: string, isTaken = true): string {
  const before = wordsOf(carrier);
  const words = wordsOf(part);
  const saidLast = Math.max(
    lastCount(words.length, (count) => isAlike(before.slice(-count), words.slice(0, count))),
    lastCount(words.length, (count) => isAlike(before.slice(-count), words.slice(-count))),
  );
  const saidFirst = isAlike(before.slice(0, words.length), words) ? words.length : 0;
  const others = saidLast > 0 ? before.slice(0, -saidLast) : before.slice(saidFirst);
  const name = others.join('') + part;
  if (name === carrier && isTaken) return `${carrier}Value`;
  return /^\d/.test(name) ? carrier + part : name;
}

/** The words of a name: `PCMAudioFormat` → `PCM`, `Audio`, `Format`. A name that is spelled is one word. */
function wordsOf(name: string): string[] {
  return /^[A-Za-z\d]+$/.test(name)
    ? (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [])
    : [name];
}

/** Whether words are the same, as one or as many. */
function isAlike(some: readonly string[], others: readonly string[]): boolean {
  const bare = (word = '') => singularOf(word.toLowerCase());
  return some.length === others.length && some.every((word, i) => bare(word) === bare(others[i]));
}

/** The greatest count up to `most` that something holds of; 0 when it holds of none. */
function lastCount(most: number, holds: (count: number) => boolean): number {
  for (let count = most; count > 0; count--) if (holds(count)) return count;
  return 0;
}

/** The word for a direction in names. */
function directionWord(direction: Direction): 'Server' | 'Client' {
  return direction === 'server' ? 'Server' : 'Client';
}

/** A source, as far as names are concerned: the prefix of what it exports, where it wants one. */
type Prefixed = Pick<SourceInfo, 'typePrefix'>;

/** What every generated source calls what it has of a direction: types, and values. */
export function directionNames(direction: Direction, { typePrefix = '' }: Prefixed) {
  const event = `${typePrefix}${directionWord(direction)}Event`;
  const union = `${typePrefix}Realtime${directionWord(direction)}Event`;
  const lower =
    typePrefix === '' ? direction : lowerFirst(`${typePrefix}${directionWord(direction)}`);
  return {
    types: {
      union,
      map: `${event}Map`,
      name: `${event}Name`,
      byName: `${event}ByName`,
      unsupportedName: `Unsupported${event}Name`,
      supportedName: `Supported${event}Name`,
      supported: `Supported${event}`,
      outcome: `${event}Outcome`,
      handlers: `${event}Handlers`,
      exhaustiveHandlers: `Exhaustive${event}Handlers`,
      unknown: `Unknown${event}`,
    },
    values: {
      names: `${lower}EventNames`,
      supportedNames: `supported${event}Names`,
      unsupportedNames: `unsupported${event}Names`,
      isName: `is${event}Name`,
      set: `${lower}EventSet`,
      expected: `${direction}Events`,
      parse: `parse${union}`,
      handle: `handle${union}`,
      serialize: `serialize${union}`,
      sender: `create${union}Sender`,
    },
  } as const;
}

/** What a source with both directions calls what it has of either. */
export function eitherDirectionNames({ typePrefix = '' }: Prefixed) {
  return {
    types: { outcome: `${typePrefix}RealtimeEventOutcome` },
    values: { parse: `parse${typePrefix}RealtimeEvent` },
  } as const;
}

/** `SessionCreated` → `sessionCreated` */
export function lowerFirst(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** The types of the runtime modules that a generated source imports or passes on. */
const runtimeTypeNames = [
  'DirectedOutcome',
  'ErrorDetails',
  'EventDetails',
  'EventError',
  'EventHandlers',
  'EventSet',
  'ExhaustiveEventHandlers',
  'Expectation',
  'HandlingDetails',
  'KnownEvent',
  'MalformedMessage',
  'Misfit',
  'MismatchedEvent',
  'ObjectExpectation',
  'Outcome',
  'ReadingMode',
  'StandardIssue',
  'StandardResult',
  'StandardSchema',
  'TextReceiver',
  'UnknownEvent',
];

/** The values of the runtime modules that a generated source imports. */
const runtimeValueNames = [
  'assertEvent',
  'assertEventNamed',
  'eventSchema',
  'expected',
  'handleMessage',
  'outcomeOf',
  'outcomeOfEither',
  'senderTo',
  'serializeEvent',
  'standardSchema',
];

/** Types that a generated source has, whatever its docs say. */
export function reservedTypeNamesOf(source: Prefixed): string[] {
  return [
    ...directions.flatMap((direction) => Object.values(directionNames(direction, source).types)),
    ...Object.values(eitherDirectionNames(source).types),
    ...runtimeTypeNames,
  ];
}

/** The same of values. */
export function reservedValueNamesOf(source: Prefixed): string[] {
  return [
    ...directions.flatMap((direction) => Object.values(directionNames(direction, source).values)),
    ...Object.values(eitherDirectionNames(source).values),
    ...runtimeValueNames,
  ];
}

const directions = ['server', 'client'] as const;

/** The types of a source without a prefix: nothing of the docs is called like one of them, with or without it. */
export const reservedTypeNames: readonly string[] = reservedTypeNamesOf({});

/** Whether names that begin so may be those of the platform, or of what all sources share. */
export function beginsOtherNames(prefix: string): boolean {
  return [...platformNames, ...runtimeTypeNames].some((name) => name.startsWith(prefix));
}

/** The wire names of events: `conversation.item.added`. */
export const wireName = /^(?=.{1,200}$)[A-Za-z\d_-]+(?:\.[A-Za-z\d_-]+)*$/;

/** Whether a name stands in a list no more than once. */
export function isUnique(names: readonly string[], name: string): boolean {
  return names.indexOf(name) === names.lastIndexOf(name);
}
