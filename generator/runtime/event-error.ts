/** What is wrong with a message, in words, and the error that says it. */
import { adviceOnName } from './advice.ts';
import { received } from './words.ts';
import type {
  EventSet,
  MalformedMessage,
  Misfit,
  MismatchedEvent,
  NamesOfEvents,
  ReadingMode,
  UnknownEvent,
} from './types.ts';

/** What every error of this kind has, whichever copy of this module made it. */
const mark = Symbol.for('realtime-event-types.EventError');

/**
 * Says of a message what is wrong with it, and where.
 *
 * There are several of this class in an app that loads ES modules and CommonJS, or sources that were generated apart.
 * `instanceof` any of them is true of all their errors.
 */
export class EventError extends TypeError {
  static override [Symbol.hasInstance](value: unknown): value is EventError {
    return this === EventError
      ? typeof value === 'object' && value !== null && mark in value
      : Function.prototype[Symbol.hasInstance].call(this, value);
  }

  override readonly name = 'EventError';
  /** What the message is instead. */
  readonly outcome: MismatchedEvent<string> | UnknownEvent | MalformedMessage;

  constructor(outcome: EventError['outcome'], events: NamedSet, reading?: ReadingMode) {
    super(sentenceOf(outcome, events, reading));
    this.outcome = outcome;
    Object.defineProperty(this, mark, { value: true });
  }
}

/** As much of a set of events as words need. */
export type NamedSet = Pick<
  EventSet<{ type: string }>,
  'title' | 'direction' | 'docs' | 'other'
> & {
  expected: object;
};

const mostLines = 8;

function sentenceOf(
  outcome: EventError['outcome'],
  events: NamedSet,
  reading?: ReadingMode,
): string {
  if (outcome.kind === 'unknown') return unknownSentence(outcome.name, events);
  const { title, direction, docs } = events;
  // What a server sends and the docs lack is no fault of the server.
  const lacking =
    reading === 'exact' && direction === 'server' && outcome.kind === 'mismatch' ? docs : undefined;
  const lines = outcome.misfits.map(
    (misfit) =>
      `  ${misfit.path === '' ? 'the message' : misfit.path}: ${(lacking ? lackWords : misfitWords)(misfit)}`,
  );
  const rest = lines.length - mostLines;
  return [
    outcome.kind === 'malformed'
      ? `This is not a valid ${title}:`
      : lacking
        ? `${JSON.stringify(outcome.name)} is not what the docs of ${lacking.title} say:`
        : `${JSON.stringify(outcome.name)} is not a valid ${title}:`,
    ...lines.slice(0, mostLines),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...(outcome.kind === 'malformed' ? [`  ${outcome.advice}`] : []),
  ].join('\n');
}

/** Says what does not fit, without its place: `expected string, received null`. */
export function misfitWords({ expected, received: found, advice }: Omit<Misfit, 'path'>): string {
  return `expected ${expected}, received ${found}${advice === undefined ? '' : `; ${advice}`}`;
}

function lackWords({ expected, received: found, advice }: Misfit): string {
  return advice === undefined
    ? `the docs have ${expected}, the server sent ${found}`
    : `the server sent ${found}; ${advice}`;
}

/** Says of a name that these events do not have it, and what to do about it. */
export function unknownSentence(name: string, events: NamedSet): string {
  const advice = adviceOnName(name, namesOf(events)) ?? '';
  return `${received(name)} is not a ${events.title}. ${advice}`.trim();
}

/** Where a name is looked for that these events do not have. */
export function namesOf({ docs, other, expected }: NamedSet): NamesOfEvents {
  return { docs, other, names: Object.keys(expected) };
}
