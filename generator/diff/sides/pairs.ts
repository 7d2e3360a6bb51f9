/** Which models of the two sides of a diff stand across from each other, and what cannot be compared. */
import { isError, type Diagnostic, type Severities } from '../../diagnostics.ts';
import { docsBySource, docsOfSources, sourceFilesOf } from '../../input/sources.ts';
import type { DocsFiles } from '../../input/docs.ts';
import { parseOnce, type ParsePage } from '../../markdown/parse.ts';
import type { Model } from '../../model/model.ts';
import { modelSource, type SourceResult } from '../../pipeline.ts';
import { UsageError } from '../../errors.ts';
import { keyOf } from '../../source/failures.ts';
import type { LeftOut } from '../../source/keep-going.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Compared } from './sides.ts';

/** The models of one source on both sides. One that is absent has no such source. */
export interface Pair {
  before?: Model;
  after?: Model;
}

/** What errors keep from being compared: a source, or single events of it. */
export interface Uncompared {
  source: string;
  /** The names of the events; none: the source as a whole. */
  events: string[];
}

/** What stands across from each other, and what does not. */
export interface Paired {
  pairs: Pair[];
  uncompared: Uncompared[];
  /** The errors of the docs of each side. */
  errors: Both<Diagnostic[]>;
}

export interface PairOptions {
  /** Compare sources without the events that have errors. */
  keepGoing?: boolean;
  severities?: Severities;
  /** Told before each source is read, with the share of them that was. */
  onSource?: (id: string, share: number) => void;
}

/**
 * Makes the models of both sides, through the same pipeline, and puts those of one source across from each other. What
 * has an error on one side is compared on neither.
 *
 * A source whose files are the same on both sides is read, so that its errors are told and what they keep from being
 * compared, but makes no pair; pages that are the same are parsed once. A model that stands alone is compared with the same source of the other side, and two
 * models with each other, whatever their sources are called.
 *
 * @throws UsageError when a model stands alone and the other side has no such source
 */
export function pairModels(base: Compared, head: Compared, options: PairOptions = {}): Paired {
  const errors: Paired['errors'] = { before: [], after: [] };
  if (base.kind === 'model' && head.kind === 'model')
    return { pairs: [{ before: base.model, after: head.model }], uncompared: [], errors };
  const only = base.kind === 'model' ? base.model.source.id : undefined;
  const wanted = head.kind === 'model' ? head.model.source.id : only;
  const ids = wanted === undefined ? sourcesOf(base, head) : [wanted];
  const different = new Set(ids);
  for (const id of sameIn(base, head)) different.delete(id);
  const how = { ...options, parse: parseOnce() };
  const read = {
    before: readerOf(base, [...different], how),
    after: readerOf(head, ids, how),
  };
  const paired: Paired = { pairs: [], uncompared: [], errors };
  for (const [i, id] of ids.entries()) {
    options.onSource?.(id, i / ids.length);
    const states = different.has(id)
      ? readBoth(id, read)
      : { before: undefined, after: read.after(id) };
    ofBoth(states, (state, side) => errors[side].push(...errorsOf(state)));
    const { before, after } = states;
    const isDifferent = different.has(id);
    if (isDifferent && wanted !== undefined && (!before || !after))
      throw new UsageError(`${(before ? head : base).name} has no source ${id} to compare with.`);
    if (before?.sound === false || after?.sound === false) {
      paired.uncompared.push({ source: id, events: [] });
      continue;
    }
    const names = namesOf(leftOutOf(states));
    if (names.length > 0) paired.uncompared.push({ source: id, events: names });
    if (isDifferent)
      paired.pairs.push({
        ...(before?.model && { before: before.model }),
        ...(after?.model && { after: after.model }),
      });
  }
  return paired;
}

/** A source on one side, read or as it was given. */
type State = Pick<SourceResult, 'sound' | 'leftOutByKey' | 'diagnostics'> & { model?: Model };

/** Reads a source of a side, without what is left out; `undefined` when it has none. */
type Reader = (id: string, leaveOut?: LeftOut) => State | undefined;

function readerOf(
  side: Compared,
  ids: readonly string[],
  how: PairOptions & { parse: ParsePage },
): Reader {
  if (side.kind === 'model') return (_, leaveOut) => stateOf(side.model, leaveOut);
  const { docs, dialects = new Map() } = side;
  const sources = new Map(
    sourceFilesOf(docsOfSources(docs, ids)).map((source) => [source.id, source]),
  );
  return (id, leaveOut = new Map()) => {
    const source = sources.get(id);
    return source && modelSource(source, { ...how, dialects, leaveOut });
  };
}

/** A model that was given, without some of its events. */
function stateOf(model: Model, leaveOut: LeftOut = new Map()): State {
  const events = model.events.filter((event) => !leaveOut.has(keyOf(event)));
  return { model: { ...model, events }, sound: true, leftOutByKey: {}, diagnostics: [] };
}

/**
 * Reads a source on both sides, each without what the other leaves out: what is compared with nothing would be new, or
 * gone.
 */
function readBoth(id: string, read: Both<Reader>): Both<State | undefined> {
  const first = ofBoth(read, (reader) => reader(id));
  let [states, leftOut]: [typeof first, LeftOut] = [first, new Map()];
  for (let found = leftOutOf(first); found.size > leftOut.size; found = leftOutOf(states)) {
    leftOut = found;
    states = ofBoth(read, (reader) => reader(id, found));
  }
  return ofBoth(states, (state, side) => state && { ...state, diagnostics: errorsOf(first[side]) });
}

/** What either side leaves out. */
function leftOutOf({ before, after }: Both<State | undefined>): LeftOut {
  return new Map([before, after].flatMap((state) => Object.entries(state?.leftOutByKey ?? {})));
}

function namesOf(leftOut: LeftOut): string[] {
  return [...new Set(leftOut.values())].toSorted();
}

function errorsOf(state: State | undefined): Diagnostic[] {
  return (state?.diagnostics ?? []).filter(isError);
}

/** The folders of both sides, sorted. */
function sourcesOf(...sides: readonly Compared[]): string[] {
  const files = sides.flatMap((side) => (side.kind === 'docs' ? [...side.docs.keys()] : []));
  return [...new Set(files.map((file) => file.slice(0, file.indexOf('/'))))].toSorted();
}

/** The sources that have the same files on both sides, byte by byte. */
function sameIn(base: Compared, head: Compared): string[] {
  if (base.kind === 'model' || head.kind === 'model') return [];
  const after = new Map(docsBySource(head.docs));
  return docsBySource(base.docs).flatMap(([id, files]) => (isSame(files, after.get(id)) ? id : []));
}

function isSame(before: DocsFiles, after: DocsFiles | undefined): boolean {
  return (
    before.size === after?.size &&
    [...before].every(([file, bytes]) => {
      const other = after.get(file);
      return other !== undefined && Buffer.compare(bytes, other) === 0;
    })
  );
}
