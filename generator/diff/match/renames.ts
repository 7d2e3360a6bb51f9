/** What was renamed or moved, and is neither gone nor new. */
import type { Event, Field } from '../../model/model.ts';
import { alternativesOf, kindsOf, type Shapes } from '../../model/alternatives.ts';
import { ofBoth, type Both } from '../both.ts';
import { bestPairs, isWithin, overlap, type Search } from './pairing.ts';
import { wordsOf } from '../meaning/words.ts';
import { perText } from '../../per-text.ts';

// ── Events ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The least that the names and the fields of a renamed event have in common with the old ones. */
const leastNames = 0.5;
const leastFields = 0.75;
/** The same for an event of which the docs list no fields of its own, so that only its name can tell. */
const leastNamesAlone = 0.7;

/** What speaks for a pair that the pages call the same: more than names and fields can. */
const sameInThePages = 3;

/**
 * Pairs events that are gone with new ones that the pages call the same (a correction gave one of them its name), or that
 * have a similar name and a similar body.
 */
export function renamedEvents(lone: Both<readonly Event[]>, search: Search): Both<Event>[] {
  const known = ofBoth(lone, (events) =>
    events.map((event) => ({
      event,
      documented: event.documentedName?.text ?? event.name,
      words: wordsOfName(event.name),
      fields: ownFields(event),
      // What an example does not show may still be there.
      isPartial: event.body.open !== undefined,
    })),
  );
  const pairs = bestPairs(known, search, (before, after) => {
    if (before.documented === after.documented) return sameInThePages;
    const names = overlap(before.words, after.words);
    const [was, is] = [before.fields, after.fields];
    if (was.size === 0 || is.size === 0) return names >= leastNamesAlone ? names : 0;
    if (names < leastNames) return 0;
    const partly = before.isPartial || after.isPartial;
    const fields = partly && isWithin(was, is) ? 1 : overlap(was, is);
    return fields >= leastFields ? names + fields : 0;
  });
  return pairs.map((pair) => ofBoth(pair, ({ event }) => event));
}

/** The words of a wire name: `response.output_text.delta` has four. Each name is held against many. */
const wordsOfName = perText(
  (name): ReadonlySet<string> =>
    new Set(
      name
        .toLowerCase()
        .split(/[^a-z\d]+/)
        .filter(Boolean),
    ),
);

/** The names of its fields, without those that every event has. */
function ownFields({ body }: Event): Set<string> {
  const names = body.fields.map(({ name }) => name);
  return new Set(names.filter((name) => name !== 'type' && name !== 'event_id'));
}

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────

/** An object that was compared, by its paths, and the one that it is in. The outermost is the event. */
export interface ComparedObject extends Both<string> {
  above: ComparedObject | undefined;
}

/** A field that only one side has at its path. */
export interface LoneField {
  field: Field;
  path: string;
  /** The innermost object that both sides have. */
  within: ComparedObject;
  /** The lone field that holds this one. */
  parent?: LoneField;
}

/**
 * How many lone fields of an event are looked at, and how many below one of them: where there are more, the page is
 * another page.
 */
export const mostFields = 300;

/** How often what moved is looked for in what moved before: in most events once or twice. */
export const mostRounds = 10;

/**
 * A lone field and the fields below it, as far as single objects lead: what moved into an array or a union did not
 * just move.
 *
 * @param moved the paths of fields that have their place already: they are left out with all that they hold
 */
export function withFieldsBelow(
  lone: LoneField,
  shapes: Shapes,
  moved: ReadonlySet<string>,
): LoneField[] {
  const found = moved.has(lone.path) ? [] : [lone];
  for (const one of found) {
    const [only, ...others] = alternativesOf(one.field.type, shapes).objects;
    if (!only || others.length > 0) continue;
    for (const field of only.object.fields) {
      const path = `${one.path}.${field.name}`;
      if (found.length > mostFields) return found;
      if (!moved.has(path)) found.push({ field, path, within: lone.within, parent: one });
    }
  }
  return found;
}

/** Both sides of a field that is elsewhere now, or has another name. */
export type MovedField = Both<LoneField>;

/**
 * Pairs fields of one event that are gone with new ones that have the same or a like name, and the same or a like
 * type. What stands inside an array or one member of a union is not looked for outside it.
 *
 * @param isTold whether a source says that what was at one path is at the other
 */
export function movedFields(
  lone: Both<readonly LoneField[]>,
  shapes: Both<Shapes>,
  search: Search,
  isTold: (paths: Both<string>) => boolean = () => false,
): MovedField[] {
  const known = ofBoth(lone, (fields, side) =>
    fields.map((field) => [field, factsOf(field, shapes[side])] as const),
  );
  const pairs = bestPairs(known, search, (before, after) =>
    isTold({ before: before[0].path, after: after[0].path })
      ? toldLikeness
      : fieldLikeness(before, after),
  ).map((pair) => ofBoth(pair, ([field]) => field));
  const whole = new Set(pairs.flatMap(({ before: one, after: other }) => [one, other]));
  // What moved with the object that holds it did not move by itself.
  return pairs.filter(
    ({ before: one, after: other }) => !holderIn(one, whole) && !holderIn(other, whole),
  );
}

/** More than any likeness. */
const toldLikeness = 10;

function holderIn({ parent }: LoneField, paired: ReadonlySet<LoneField>): boolean {
  return parent !== undefined && (paired.has(parent) || holderIn(parent, paired));
}

/** What a field is compared by, worked out once and not for each pair. */
interface Facts {
  /** The words of its description; absent where they are too few to tell. */
  words?: string;
  kinds: ReadonlySet<string>;
}

function factsOf({ field }: LoneField, shapes: Shapes): Facts {
  const words = wordsOf(field.description);
  const kinds = kindsOf(alternativesOf(field.type, shapes));
  return words.split(' ').length >= 4 ? { words, kinds } : { kinds };
}

function fieldLikeness(
  [before, was]: readonly [LoneField, Facts],
  [after, is]: readonly [LoneField, Facts],
): number {
  const common = commonObject(before.within, after.within);
  if (!common) return 0;
  const from = before.path.slice(common.before.length).replace(/^\./, '');
  const to = after.path.slice(common.after.length).replace(/^\./, '');
  if (/[[{<]/.test(from + to)) return 0;
  const sameWords = was.words !== undefined && was.words === is.words;
  const names = nameLikeness(from, to, sameWords);
  if (names === 0) return 0;
  const types = overlap(was.kinds, is.kinds);
  const steps = from.split('.').length + to.split('.').length;
  return names === 1 || types > 0 ? names + types - steps / 100 : 0;
}

/** Names that many objects have, and that say nothing without them. */
const commonNames = new Set([
  'event_id',
  'id',
  'name',
  'object',
  'status',
  'text',
  'type',
  'value',
]);

/**
 * 1: the same words, in whatever nesting: `input_audio_format` and `audio.input.format`. Less: the same name
 * elsewhere, or in the same object a name with more words or fewer.
 */
function nameLikeness(from: string, to: string, sameWords: boolean): number {
  const words = wordsOfName(from);
  const others = wordsOfName(to);
  const common = overlap(words, others);
  if (common === 1) return 1;
  const name = lastName(from);
  if (sameWords || (name === lastName(to) && !commonNames.has(name))) return 0.9;
  const stays = !`${from}${to}`.includes('.');
  return stays && common >= 0.5 && isWithin(words, others) ? common : 0;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The innermost object that both are in. */
export function commonObject(a: ComparedObject, b: ComparedObject): ComparedObject | undefined {
  const around = new Set<ComparedObject>();
  for (let one: ComparedObject | undefined = a; one; one = one.above) around.add(one);
  for (let one: ComparedObject | undefined = b; one; one = one.above)
    if (around.has(one)) return one;
  return undefined;
}
