/** Frames of traffic, judged and counted. */
import { trafficLimits } from '../limits.ts';
import type { Frame } from '../input/frames/frame.ts';
import type { Direction, Model, Renames } from '../model/model.ts';
import { isJsonObject } from '../model/json.ts';
import { isObject } from '../runtime/objects.ts';
import { advisorOf } from './advice.ts';
import {
  documentedTexts,
  exampleOf,
  kindOf,
  shownName,
  shownPlace,
  type Showing,
} from './hidden.ts';
import { judgeOf, type JudgeOptions, type JudgedEvent, type Remark } from '../validation/judge.ts';
import { orderOf } from './order.ts';
import { Counter, hashOf } from './sketch.ts';
import {
  emptyTally,
  Findings,
  type Growing,
  mergedCounts,
  mergedPlaces,
  type EventTally,
  type Sighting,
  type Subject,
  type Tally,
} from './tally.ts';

export interface TrafficOptions extends JudgeOptions {
  /** Whether values of messages may be told. */
  showValues?: boolean;
  /** Whether faults of order are looked for. */
  order?: boolean;
  /** The direction of frames of which nothing tells it. */
  direction?: Direction;
  /** What sources tell of the names of others; absent: what this one tells. */
  renames?: readonly Renames[];
}

/** Counts the frames of logs, by one model. */
export interface Traffic {
  /** Counts a frame of a log. */
  add: (frame: Frame, file: string) => void;
  /** One more log begins. */
  begin: () => void;
  tally: () => Tally;
}

export function trafficBy(model: Model, options: TrafficOptions = {}): Traffic {
  const { showValues = false } = options;
  const judge = judgeOf(model, options);
  const showing: Showing = { values: showValues, documented: documentedTexts(model) };
  const advisor = advisorOf(model, options.renames);
  const order = options.order ? orderOf(model) : undefined;
  const nameOf = (name: string): string => shortened(showValues ? name : shownName(name));
  const findings = new Findings(({ frame: { value }, path }) => {
    if (value === undefined) return undefined;
    const example = exampleOf(value, path, showing);
    const name = isObject(value) ? value['type'] : undefined;
    // The report names what it found in events, also those that the docs do not have.
    return isJsonObject(example) && 'type' in example && typeof name === 'string'
      ? { ...example, type: nameOf(name) }
      : example;
  });
  const sessions = new Counter();
  const ambiguous = new Map<string, number>();
  const hashes = new Map<string, number>();
  let [files, frames, found] = [0, 0, 0];

  let last: { session: string | undefined; file: string; hash: number } | undefined;
  const sessionOf = ({ session }: Frame, file: string): number => {
    if (last?.session === session && last?.file === file) return last.hash;
    const name = session === undefined ? `file ${file}` : `session ${session}`;
    const hash = hashes.get(name) ?? hashOf(name);
    if (hashes.size > 10_000) hashes.clear();
    hashes.set(name, hash);
    sessions.add(hash);
    last = { session, file, hash };
    return hash;
  };

  const placeOf = ({ kind, target, path }: Remark): string => {
    const key = path.at(-1);
    return shortened(
      kind === 'key' && typeof key === 'string' && !showValues ? shownPlace(target, key) : target,
    );
  };
  const add = (subject: Subject, sighting: Sighting): Growing | undefined => {
    found++;
    return findings.add(subject, sighting);
  };
  let again = new Again();

  return {
    begin: () => {
      files++;
      order?.begin();
      again = new Again();
    },
    add: (frame, file) => {
      frames++;
      const session = sessionOf(frame, file);
      const { value, fault } = frame;
      const name = isObject(value) ? value['type'] : undefined;
      if (!isObject(value) || typeof name !== 'string') {
        const expected = fault ?? (isObject(value) ? 'has no name in "type"' : 'is not an object');
        const type = kindOf(value);
        add({ kind: 'unreadable', expected }, { session, file, frame, path: [], type });
        return;
      }
      const judgement = judge.judge(value, name, frame.direction ?? options.direction);
      const { direction, isExact, standing } = judgement;
      const event = nameOf(judgement.name);
      if (order && direction === 'server') {
        const expected = order.fault(session, name, value);
        if (expected !== undefined)
          add(
            { kind: 'order', direction, event, expected },
            { session, file, frame, path: [], type: 'object' },
          );
      }
      if (judgement.isAmbiguous) ambiguous.set(name, (ambiguous.get(name) ?? 0) + 1);
      if (isExact) return;
      if (standing === 'unknown') {
        const expected = advisor.onName(shortened(name), direction, frame.isRelative);
        add(
          { kind: 'unknown', direction, event, expected },
          { session, file, frame, path: [], type: 'object' },
        );
      }
      for (const remark of judgement.remarks) {
        const { kind, path } = remark;
        const type = kindOf(remark.value);
        const known = isPlain(remark) ? again.of(name, remark) : undefined;
        if (known && known.subject.direction === direction) {
          found++;
          findings.addAgain(known, session, type);
          continue;
        }
        const expected = remark.expected ?? advisor.onRemark(event, remark, value);
        const target = placeOf(remark);
        const told = toldValueOf(remark, showing);
        const growing = add(
          { kind, direction, event, target, expected },
          { session, file, frame, path, type, told },
        );
        if (growing && isPlain(remark)) again.keep(name, remark, growing);
      }
    },
    tally: () => {
      const empty = emptyTally(model, judge.readings);
      const judged = new Map(
        Array.from(judge.events(), (event) => [`${event.direction} ${event.name}`, event]),
      );
      const list = findings.list();
      return {
        ...empty,
        files,
        frames,
        sessions: sessions.sketch(),
        events: empty.events.map((event): EventTally => {
          const key = `${event.direction} ${event.name}`;
          const one = judged.get(key);
          return one ? { ...event, ...one.standings, places: placesOf(one) } : event;
        }),
        findings: list,
        leftOut: found - list.reduce((total, { count }) => total + count, 0),
        ambiguous: mergedCounts(Object.fromEntries(ambiguous), {}),
      };
    },
  };
}

/** Whether all that there is to say of a remark is where it is, and of what kind its value is. */
function isPlain({ kind, misfit, value }: Remark): boolean {
  return (
    (kind === 'key' || kind === 'null') && !misfit && (value === null || typeof value !== 'object')
  );
}

/** What was found before in a log, by event and place: most of a long log is what was found before. */
class Again {
  readonly #found = new Map<string, Map<string, Growing>>();
  #room = 10_000;

  of(event: string, { kind, target }: Remark): Growing | undefined {
    const growing = this.#found.get(event)?.get(target);
    return growing?.subject.kind === kind ? growing : undefined;
  }

  keep(event: string, { target }: Remark, growing: Growing): void {
    if (this.#room-- <= 0) return;
    const ofEvent = this.#found.get(event) ?? new Map<string, Growing>();
    this.#found.set(event, ofEvent.set(target, growing));
  }
}

/** The places of an event that were there, and those that might have been in one of these. */
function placesOf({ places }: JudgedEvent): Record<string, boolean> {
  const entries = places.flatMap(({ target, parent, isSeen }, id): [string, boolean][] =>
    id > 0 && (isSeen || parent === 0 || places[parent]?.isSeen) && !/(?:\[\]|\{\})$/.test(target)
      ? [[target, isSeen]]
      : [],
  );
  return mergedPlaces(Object.fromEntries(entries), {});
}

/** The value of a remark, where it may be told: always that of a tag, which is the name of a kind. */
function toldValueOf({ kind, value }: Remark, showing: Showing): string | undefined {
  if (typeof value === 'object' || value === undefined) return undefined;
  const isWord = typeof value === 'string' && showing.documented.has(value);
  if (kind === 'member' && typeof value === 'string')
    return showing.values ? shortened(value) : shownName(value);
  return (showing.values || isWord) && (kind === 'value' || kind === 'mismatch')
    ? shortened(JSON.stringify(value) ?? '')
    : undefined;
}

function shortened(text: string): string {
  return text.length > trafficLimits.name ? `${text.slice(0, trafficLimits.name - 1)}…` : text;
}
