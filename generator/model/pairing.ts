/**
 * Which event of one source is which of another, and which field: what has the same name is the same; for the rest, a
 * source tells what it calls the things of others. The diff, the matrix and the messages of the parsers all ask here.
 */
import type { Direction, Event, EventRename, FieldRename, Model, Renames } from './model.ts';
import { fieldsAmong, perEvent } from './walk.ts';

/** What another source has in the place of an event. */
export type Counterpart =
  | { kind: 'same' | 'renamed'; events: [Event] }
  /** One event there became several here. */
  | { kind: 'split'; events: Event[]; rename: EventRename }
  /** It is one of several that stand for one event. */
  | { kind: 'merged'; events: [Event]; rename: EventRename }
  /** An event with a name of its own stands for it, when it holds something that tells. */
  | { kind: 'replaced'; events: [Event]; rename: EventRename }
  /** `rename`: the source says that the event is gone. */
  | { kind: 'none'; events: []; rename?: EventRename };

/** What names two sources have for the same, seen from one of them. */
export interface Pairing {
  /** What the other source has in the place of an event of this one. */
  of: (event: Event) => Counterpart;
  /**
   * Where the other source has what an event of this one has at a path: that path, if it is there, or the others that
   * stand for it; none where the other source does not have it.
   *
   * @param event of this source
   * @param path as {@link fieldsOf} has it
   * @param other what stands for the event there
   */
  pathsOf: (event: Event, path: string, other: Event) => string[];
  /** Whether a source says that what an event of this one has at a path is at another path of the other source. */
  isMoved: (from: { event: string; path: string }, to: { event: string; path: string }) => boolean;
}

/** A rename, seen from one side of a pair. */
interface Way<Rename> {
  rename: Rename;
  /** Whether it leads from the other names to those of the source that tells of them. */
  forth: boolean;
}

/**
 * Pairs what two sources have.
 *
 * @param renames what sources tell of the names of others; those of a third one count where it has the names of one of the
 *   two
 */
export function pairingOf(
  model: Model,
  other: Model,
  renames: readonly Renames[] = renamesOf([model, other]),
): Pairing {
  const ways = waysBetween(model, other, renames);
  const fieldWays = new Map<string, readonly Way<FieldRename>[]>();
  /** The renames of fields that are about an event of this source, and one of the other. */
  const fieldWaysOf = (own: string, theirs: string): readonly Way<FieldRename>[] => {
    const key = `${own} ${theirs}`;
    const known =
      fieldWays.get(key) ??
      ways.fields.filter(({ rename, forth }) => isEventNamed(rename.event, forth ? own : theirs));
    fieldWays.set(key, known);
    return known;
  };
  const byName = new Map(other.events.map((event) => [keyOf(event), event]));
  const named = (names: readonly string[], direction: Direction): Event[] =>
    names.flatMap((name) => byName.get(keyOf({ name, direction })) ?? []);
  return {
    of: (event) => {
      const [same] = named([event.name], event.direction);
      if (same) return { kind: 'same', events: [same] };
      for (const way of ways.events) {
        const found = counterpartOf(event, way, named);
        if (found) return found;
      }
      return { kind: 'none', events: [] };
    },
    pathsOf: (event, path, counterpart) => {
      const there = pathsIn(other, counterpart);
      if (there.has(path)) return [path];
      for (const way of fieldWaysOf(event.name, counterpart.name)) {
        const moved = movedPath(path, way);
        const found = moved.filter((one) => there.has(one));
        if (found.length > 0) return found;
      }
      return [];
    },
    isMoved: (from, to) =>
      from.path !== to.path &&
      fieldWaysOf(from.event, to.event).some((way) => movedPath(from.path, way).includes(to.path)),
  };
}

/** The paths of the fields of an event. */
const pathsIn = perEvent(
  (event, shapes): ReadonlySet<string> =>
    new Set(fieldsAmong(shapes, event).map(({ path }) => path)),
);

/** All that sources tell of the names of others. */
export function renamesOf(models: readonly Model[]): Renames[] {
  return models.flatMap(({ renames }) => renames ?? []);
}

/** Whether an event is meant by a name in which `*` stands for any part: `session.*`. */
export function isEventNamed(pattern: string, name: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  if (others.length === 0) return pattern === name;
  const last = others.pop() ?? '';
  if (!name.startsWith(first) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

function keyOf({ direction, name }: Pick<Event, 'direction' | 'name'>): string {
  return `${direction} ${name}`;
}

/** The renames that lead from one source to another: those have the other names, and these do not. */
function waysBetween(
  model: Model,
  other: Model,
  renames: readonly Renames[],
): { events: Way<EventRename>[]; fields: Way<FieldRename>[] } {
  const told = renames.flatMap(({ from, events, fields }) => {
    const [own, theirs] = [model, other].map(({ source }) => from.includes(source.id));
    return own === theirs ? [] : [{ events, fields, forth: own === true }];
  });
  return {
    events: told.flatMap(({ events, forth }) => events.map((rename) => ({ rename, forth }))),
    // What is said of a part comes before what is said of the whole.
    fields: told
      .flatMap(({ fields, forth }) => fields.map((rename) => ({ rename, forth })))
      .toSorted((one, two) => two.rename.was.length - one.rename.was.length),
  };
}

function counterpartOf(
  { name, direction }: Event,
  { rename, forth }: Way<EventRename>,
  named: (names: readonly string[], direction: Direction) => Event[],
): Counterpart | undefined {
  const isMeant = forth ? rename.was === name : rename.is.includes(name);
  // What holds something that tells is more than one event here: it says nothing of the others.
  if (!isMeant || (!forth && rename.with)) return undefined;
  if (forth && rename.is.length === 0) return { kind: 'none', events: [], rename };
  const events = named(forth ? rename.is : [rename.was], direction);
  const [first, ...others] = events;
  if (!first) return undefined;
  if (rename.with) return { kind: 'replaced', events: [first], rename };
  if (rename.is.length === 1) return { kind: 'renamed', events: [first] };
  return forth
    ? { kind: 'split', events: [first, ...others], rename }
    : { kind: 'merged', events: [first], rename };
}

/** Where a path leads by a rename of it, or of what it is a part of. */
function movedPath(path: string, { rename, forth }: Way<FieldRename>): string[] {
  const [sources, targets] = forth ? [[rename.was], rename.is] : [rename.is, [rename.was]];
  return sources.flatMap((source) => {
    const below = pathBelowOf(source, path);
    return below === undefined ? [] : targets.map((target) => target + below);
  });
}

/** What of a path follows another one: `.threshold`, `[].type`; nothing where it is the same. */
function pathBelowOf(above: string, path: string): string | undefined {
  if (!path.startsWith(above)) return undefined;
  const rest = path.slice(above.length);
  return rest === '' || /^[.[{]/.test(rest) ? rest : undefined;
}
