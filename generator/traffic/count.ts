/** Frames of traffic, judged and counted. */
import { trafficLimits } from '../limits.ts';
import type { Frame } from '../input/frames/frame.ts';
import type { Direction, Json, Model, Renames } from '../model/model.ts';
import { isJsonObject } from '../model/json.ts';
import { isObject } from '../runtime/objects.ts';
import { advisorOf, type Advisor } from './advice.ts';
import {
  documentedTexts,
  exampleOf,
  kindOf,
  shownName,
  shownPlace,
  type Showing,
} from './hidden.ts';
import {
  judgeOf,
  type Judge,
  type JudgeOptions,
  type JudgedEvent,
  type Remark,
} from '../validation/judge.ts';
import { orderOf, type Order } from './order.ts';
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

/** Counts frames by a model. */
export function trafficBy(model: Model, options: TrafficOptions = {}): Traffic {
  return new TrafficCount(model, options);
}

class TrafficCount implements Traffic {
  readonly #model: Model;
  readonly #direction: Direction | undefined;
  readonly #judge: Judge;
  readonly #showing: Showing;
  readonly #advisor: Advisor;
  readonly #order: Order | undefined;
  readonly #findings = new Findings((sighting) => this.#exampleIn(sighting));
  readonly #sessions = new Counter();
  readonly #ambiguous = new Map<string, number>();
  readonly #hashes = new Map<string, number>();
  #last: { session: string | undefined; file: string; hash: number } | undefined;
  #again = new Again();
  #files = 0;
  #frames = 0;
  #found = 0;

  constructor(model: Model, options: TrafficOptions) {
    this.#model = model;
    this.#direction = options.direction;
    this.#judge = judgeOf(model, options);
    this.#showing = {
      values: options.showValues ?? false,
      documented: documentedTexts(model),
    };
    this.#advisor = advisorOf(model, options.renames);
    this.#order = options.order ? orderOf(model) : undefined;
  }

  begin(): void {
    this.#files++;
    this.#order?.begin();
    this.#again = new Again();
  }

  add(frame: Frame, file: string): void {
    this.#frames++;
    const session = this.#sessionOf(frame, file);
    const { value, fault } = frame;
    const name = isObject(value) ? value['type'] : undefined;
    if (!isObject(value) || typeof name !== 'string') {
      const expected = fault ?? (isObject(value) ? 'has no name in "type"' : 'is not an object');
      const type = kindOf(value);
      this.#tell({ kind: 'unreadable', expected }, { session, file, frame, path: [], type });
      return;
    }
    const judgement = this.#judge.judge(value, name, frame.direction ?? this.#direction);
    const { direction, isExact, standing } = judgement;
    const event = this.#nameOf(judgement.name);
    if (this.#order && direction === 'server') {
      const expected = this.#order.fault(session, name, value);
      if (expected !== undefined)
        this.#tell(
          { kind: 'order', direction, event, expected },
          { session, file, frame, path: [], type: 'object' },
        );
    }
    if (judgement.isAmbiguous) this.#ambiguous.set(name, (this.#ambiguous.get(name) ?? 0) + 1);
    if (isExact) return;
    if (standing === 'unknown') {
      const expected = this.#advisor.onName(shortened(name), direction, frame.isRelative);
      this.#tell(
        { kind: 'unknown', direction, event, expected },
        { session, file, frame, path: [], type: 'object' },
      );
    }
    for (const remark of judgement.remarks)
      this.#tellRemark(
        remark,
        { direction, event },
        { session, file, frame, message: value, name },
      );
  }

  tally(): Tally {
    const empty = emptyTally(this.#model, this.#judge.readings);
    const judged = new Map(
      Array.from(this.#judge.events(), (event) => [`${event.direction} ${event.name}`, event]),
    );
    const findings = this.#findings.list();
    return {
      ...empty,
      files: this.#files,
      frames: this.#frames,
      sessions: this.#sessions.sketch(),
      events: empty.events.map((event): EventTally => {
        const one = judged.get(`${event.direction} ${event.name}`);
        return one ? { ...event, ...one.standings, places: placesOf(one) } : event;
      }),
      findings,
      leftOut: this.#found - findings.reduce((total, { count }) => total + count, 0),
      ambiguous: mergedCounts(Object.fromEntries(this.#ambiguous), {}),
    };
  }

  #tell(subject: Subject, sighting: Sighting): Growing | undefined {
    this.#found++;
    return this.#findings.add(subject, sighting);
  }

  #tellRemark(
    remark: Remark,
    { direction, event }: { direction: Direction | undefined; event: string },
    { session, file, frame, message, name }: Told,
  ): void {
    const { kind, path } = remark;
    const type = kindOf(remark.value);
    const known = isPlain(remark) ? this.#again.of(name, remark) : undefined;
    if (known && known.subject.direction === direction) {
      this.#found++;
      this.#findings.addAgain(known, session, type);
      return;
    }
    const expected = remark.expected ?? this.#advisor.onRemark(event, remark, message);
    const target = this.#placeOf(remark);
    const told = toldValueOf(remark, this.#showing);
    const growing = this.#tell(
      { kind, direction, event, target, expected },
      { session, file, frame, path, type, told },
    );
    if (growing && isPlain(remark)) this.#again.keep(name, remark, growing);
  }

  /** The message that is shown of a finding. */
  #exampleIn({ frame: { value }, path }: Sighting): Json | undefined {
    if (value === undefined) return undefined;
    const example = exampleOf(value, path, this.#showing);
    const name = isObject(value) ? value['type'] : undefined;
    // The report names what it found in events, also those that the docs do not have.
    return isJsonObject(example) && 'type' in example && typeof name === 'string'
      ? { ...example, type: this.#nameOf(name) }
      : example;
  }

  #sessionOf({ session }: Frame, file: string): number {
    const last = this.#last;
    if (last?.session === session && last?.file === file) return last.hash;
    const name = session === undefined ? `file ${file}` : `session ${session}`;
    const hash = this.#hashes.get(name) ?? hashOf(name);
    if (this.#hashes.size > 10_000) this.#hashes.clear();
    this.#hashes.set(name, hash);
    this.#sessions.add(hash);
    this.#last = { session, file, hash };
    return hash;
  }

  #nameOf(name: string): string {
    return shortened(this.#showing.values ? name : shownName(name));
  }

  #placeOf({ kind, target, path }: Remark): string {
    const key = path.at(-1);
    const isHidden = kind === 'key' && typeof key === 'string' && !this.#showing.values;
    return shortened(isHidden ? shownPlace(target, key) : target);
  }
}

/** Where a remark was made: in a frame, whose message has this name. */
interface Told extends Pick<Sighting, 'session' | 'file' | 'frame'> {
  message: Readonly<Record<string, unknown>>;
  name: string;
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
