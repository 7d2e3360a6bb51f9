/** Frames of traffic, judged and counted. */
import { trafficLimits } from '../limits.ts';
import type { Frame } from '../input/frames/frame.ts';
import type { Direction, Model } from '../model/model.ts';
import { isObject } from '../runtime/misfits.ts';
import { documentedTexts, exampleOf, kindOf, shownName, type Showing } from './hidden.ts';
import {
  judgeOf,
  type Judgement,
  type JudgeOptions,
  type JudgedEvent,
  type Remark,
} from '../validation/judge.ts';
import { Counter, hashOf } from './sketch.ts';
import {
  emptyTally,
  Findings,
  mergedCounts,
  type EventTally,
  type Sighting,
  type Spot,
  type Tally,
} from './tally.ts';

export interface TrafficOptions extends JudgeOptions {
  /** Whether values of messages may be told. */
  showValues?: boolean;
  /** The direction of frames of which nothing tells it. */
  direction?: Direction;
}

/** Counts the frames of logs, by one model. */
export interface Traffic {
  /** Counts a frame of a log. */
  add: (frame: Frame, file: string) => void;
  /** One more log begins. */
  begin: () => void;
  tally: () => Tally;
}

type Counts = { -readonly [Key in 'known' | 'new' | 'mismatch' | 'exact']: number };

export function trafficBy(model: Model, options: TrafficOptions = {}): Traffic {
  const { showValues = false } = options;
  const judge = judgeOf(model, options);
  const showing: Showing = { values: showValues, documented: documentedTexts(model) };
  const findings = new Findings();
  const sessions = new Counter();
  const ambiguous = new Map<string, number>();
  const counts = new Map<string, Counts>();
  const hashes = new Map<string, number>();
  let [files, frames, found] = [0, 0, 0];

  const sessionOf = (frame: Frame, file: string): number => {
    const name = frame.session === undefined ? `file ${file}` : `session ${frame.session}`;
    const known = hashes.get(name);
    if (known !== undefined) return known;
    const hash = hashOf(name);
    if (hashes.size > 10_000) hashes.clear();
    hashes.set(name, hash);
    sessions.add(hash);
    return hash;
  };

  const addRemarks = (judgement: Judgement, value: unknown, session: number, spot: Spot): void => {
    const { direction, name } = judgement;
    for (const remark of judgement.remarks) {
      found++;
      findings.add(
        {
          kind: remark.kind,
          ...(direction && { direction }),
          event: shownEvent(name),
          target: shortened(remark.target),
          ...(remark.expected !== undefined && { expected: remark.expected }),
        },
        sightingOf(remark, value, session, spot),
      );
    }
  };

  const sightingOf = (remark: Remark, value: unknown, session: number, spot: Spot): Sighting => {
    const told = toldValueOf(remark, showValues);
    return {
      session,
      spot,
      type: kindOf(remark.value),
      ...(told !== undefined && { value: told }),
      example: () => exampleOf(value, remark.path, showing),
      hint: () => undefined,
    };
  };

  const addFault = (fault: string, session: number, spot: Spot): void => {
    found++;
    findings.add(
      { kind: 'unreadable', expected: fault },
      { session, spot, type: 'nothing', example: () => undefined, hint: () => undefined },
    );
  };

  const addUnknown = (
    { direction, name }: Judgement,
    value: unknown,
    session: number,
    spot: Spot,
  ): void => {
    found++;
    findings.add(
      { kind: 'unknown', ...(direction && { direction }), event: shownEvent(name) },
      {
        session,
        spot,
        type: 'object',
        example: () => exampleOf(value, [], showing),
        hint: () => undefined,
      },
    );
  };

  return {
    begin: () => {
      files++;
    },
    add: (frame, file) => {
      frames++;
      const session = sessionOf(frame, file);
      const spot: Spot = {
        file,
        number: frame.number,
        ...(frame.line !== undefined && { line: frame.line }),
      };
      const { value } = frame;
      if (frame.fault !== undefined) return addFault(frame.fault, session, spot);
      if (!isObject(value)) return addFault('is not a JSON object', session, spot);
      const { type } = value;
      if (typeof type !== 'string') return addFault('has no name in "type"', session, spot);
      const judgement = judge.judge(value, type, frame.direction ?? options.direction);
      const { direction, standing, isExact, isAmbiguous } = judgement;
      if (standing === 'unknown') return addUnknown(judgement, value, session, spot);
      const key = `${direction} ${type}`;
      let count = counts.get(key);
      if (!count) counts.set(key, (count = { known: 0, new: 0, mismatch: 0, exact: 0 }));
      count[standing]++;
      if (isExact) count.exact++;
      else addRemarks(judgement, value, session, spot);
      if (isAmbiguous) ambiguous.set(type, (ambiguous.get(type) ?? 0) + 1);
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
          const places = judged.get(key);
          return { ...event, ...counts.get(key), places: places ? placesOf(places) : {} };
        }),
        findings: list,
        leftOut: found - list.reduce((total, { count }) => total + count, 0),
        ambiguous: mergedCounts(Object.fromEntries(ambiguous), {}),
      };
    },
  };
}

/** The places of an event that were there, and those that might have been in one of these. */
function placesOf({ places, counts }: JudgedEvent): Record<string, number> {
  const isThere = (id: number): boolean => id === 0 || (counts[id] ?? 0) > 0;
  const entries = places.flatMap(({ target, parent }, id): [string, number][] =>
    id > 0 && (isThere(id) || isThere(parent)) && !/(?:\[\]|\{\})$/.test(target)
      ? [[target, counts[id] ?? 0]]
      : [],
  );
  return mergedCounts(Object.fromEntries(entries), {});
}

/** The value of a remark, where it may be told: always that of a tag, which is the name of a kind. */
function toldValueOf({ kind, value }: Remark, showValues: boolean): string | undefined {
  if (typeof value === 'object' || value === undefined) return undefined;
  if (kind === 'member' && typeof value === 'string') {
    const name = shownName(value);
    return showValues ? shortened(value) : name === value ? value : undefined;
  }
  return showValues && (kind === 'value' || kind === 'mismatch')
    ? shortened(JSON.stringify(value) ?? '')
    : undefined;
}

/** A name of an event, as far as it looks like one. */
function shownEvent(name: string): string {
  return name.length > trafficLimits.name ? shortened(name) : name;
}

function shortened(text: string): string {
  return text.length > trafficLimits.name ? `${text.slice(0, trafficLimits.name - 1)}…` : text;
}
