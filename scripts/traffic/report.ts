/** The report that holds recorded messages against a source: figures first, then everything that departs from it. */
import { isJsonObject } from '../../generator/model/json.ts';
import type { Direction, Event, Json, Model, ReadingMode } from '../../generator/model/model.ts';
import { misfitsOf } from '../../generator/runtime/misfits.ts';
import type { Expectation } from '../../generator/runtime/types.ts';
import { expectationIn } from '../../generator/validation/expectation.ts';

/** A message as somebody recorded it. */
export interface RecordedMessage {
  provider: string;
  generation: string;
  direction: Direction;
  event: Json;
  /** The session that it is of. */
  from: string;
  /** What the server answered, where it refused what the client had sent. */
  rejected_by_server?: Json | undefined;
}

/** How many messages there are, and how many of them are what is asked for. */
export interface Figures {
  total: number;
  /** Their event is in the docs. */
  known: number;
  /** They fit the docs, with what is usual in traffic. */
  tolerant: number;
  /** They fit the letter of the docs. */
  exact: number;
}

export interface TrafficReport {
  /** The messages of servers, and those of clients that servers took. */
  figures: Figures;
  lines: string[];
  /** Messages of servers that are not known or do not fit read tolerantly; those that servers took and we refuse, and the other way. */
  faults: string[];
}

/** Holds messages against what a source documents. */
export function trafficReport(model: Model, messages: readonly RecordedMessage[]): TrafficReport {
  const readings = messages.map((message) => readingOf(model, message));
  const refused = readings.filter(({ message }) => Boolean(message.rejected_by_server));
  const taken = readings.filter((reading) => !refused.includes(reading));
  const figures: Figures = {
    total: taken.length,
    known: taken.filter(({ event }) => event !== undefined).length,
    tolerant: taken.filter(({ tolerant }) => tolerant.length === 0).length,
    exact: taken.filter(({ exact }) => exact.length === 0).length,
  };
  return {
    figures,
    lines: [
      `${model.source.id}: ${figures.total} recorded messages, ${figures.known} known, ${shareText(figures, 'tolerant')} read tolerantly, ${shareText(figures, 'exact')} read exactly`,
      ...departures(taken),
      ...refused.map(
        ({ name, exact }) => `  refused, as by the server: ${name} (${exact.join('; ')})`,
      ),
    ],
    faults: [
      ...taken.flatMap(({ name, tolerant, message }) =>
        tolerant.map((misfit) => `${name} of ${message.from} does not fit: ${misfit}`),
      ),
      ...refused
        .filter(({ exact }) => exact.length === 0)
        .map(
          ({ name, message }) => `${name} of ${message.from} fits, but the server has refused it.`,
        ),
    ],
  };
}

/** What of a report falls short of the share, in percent, that is to be read exactly. */
export function shortfallOf(figures: Figures, leastExact: number): string[] {
  if (figures.total === 0) return ['There is no message of this kind.'];
  const percent = percentOf(figures, 'exact');
  return percent < leastExact
    ? [`${percent.toFixed(1)} % read exactly is less than ${leastExact} %.`]
    : [];
}

/** A message, and what of it does not fit, in each reading. */
interface Reading {
  message: RecordedMessage;
  name: string;
  event: Event | undefined;
  tolerant: readonly string[];
  exact: readonly string[];
}

function readingOf(model: Model, message: RecordedMessage): Reading {
  const { event: value, direction } = message;
  const name = isJsonObject(value) && typeof value['type'] === 'string' ? value['type'] : 'nothing';
  const event = model.events.find((one) => one.name === name && one.direction === direction);
  if (!event) {
    const unknown = [`no ${direction} event of this name is documented`];
    return { message, name, event, tolerant: unknown, exact: unknown };
  }
  const expectation = expectationIn(model, event.body);
  const [tolerant, exact] = [
    misfitsIn(value, expectation, 'tolerant'),
    misfitsIn(value, expectation, 'exact'),
  ];
  return { message, name, event, tolerant, exact };
}

function misfitsIn(value: Json, expectation: Expectation, reading: ReadingMode): string[] {
  return misfitsOf(value, expectation, reading).map(
    ({ path, expected, received }) => `${path} is ${received}, expected ${expected}`,
  );
}

/** What departs from the letter of the docs, each with the sessions that have it. */
function departures(readings: readonly Reading[]): string[] {
  const sessions = new Map<string, Set<string>>();
  for (const { name, exact, message } of readings)
    for (const misfit of exact) {
      const departure = `${name}: ${misfit.replaceAll(/\[\d+\]/g, '[]')}`;
      sessions.set(departure, (sessions.get(departure) ?? new Set()).add(message.from));
    }
  return Array.from(sessions, ([departure, from]) => {
    const count = `${from.size} ${from.size === 1 ? 'session' : 'sessions'}`;
    return `  ${departure} (${count}: ${[...from].join('; ')})`;
  });
}

function percentOf(figures: Figures, what: 'tolerant' | 'exact'): number {
  return (100 * figures[what]) / figures.total;
}

function shareText(figures: Figures, what: 'tolerant' | 'exact'): string {
  const percent = figures.total === 0 ? 0 : percentOf(figures, what);
  return `${figures[what]} (${percent.toFixed(1)} %)`;
}
