/** The contract of `renames.json`: what a source calls the things of other sources. */
import * as v from 'valibot';
import type { VFile } from 'vfile';
import { line, objectOf, sourceId } from '../contract.ts';
import { decodeFile } from '../input/decode.ts';
import type { DocsFiles } from '../input/docs.ts';
import type { Renames } from '../model/model.ts';
import { wireName } from '../model/names.ts';
import { readPlacedJson } from './placed-json.ts';

/** The file of a source that holds them. */
export const renamesFile = 'renames.json';

const eventName = v.pipe(line, v.regex(wireName, 'must be the wire name of an event'));
const eventPattern = v.pipe(
  line,
  v.regex(/^[\w.*-]+$/, 'must be the wire name of an event, with * for any part of it'),
);
const path = v.pipe(
  line,
  v.regex(/^[\w$-]+(?:(?:\[\]|\{\})*\.[\w$-]+)*$/, 'must be a path such as session.tools[].name'),
);
const evidence = v.exactOptional(line);
const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.array(item, 'must be a list; an empty one says that nothing stands for it');

/** What the keys say that every `renames.json` has. */
const meanings: ReadonlyMap<string, string> = new Map([
  ['from', 'the sources that have the other names, such as ["acme-beta"]'],
  ['evidence', 'what shows it, such as a recording'],
]);

/** What a `renames.json` may hold. `schemas/renames.schema.json` is made of it. */
export const renamesContract = objectOf({
  $schema: v.optional(line),
  from: v.pipe(
    v.array(
      v.pipe(line, v.regex(sourceId, 'must be the name of a source')),
      'must be a list of sources',
    ),
    v.minLength(1, 'must name a source that has the other names'),
  ),
  evidence: line,
  events: v.optional(
    v.array(
      objectOf({
        was: eventName,
        is: listOf(eventName),
        with: v.exactOptional(v.record(path, line, 'must be an object of paths and values')),
        evidence,
      }),
      'must be a list',
    ),
    [],
  ),
  fields: v.optional(
    v.array(
      objectOf({ event: eventPattern, was: path, is: listOf(path), evidence }),
      'must be a list',
    ),
    [],
  ),
  values: v.optional(
    v.array(
      objectOf({ event: eventPattern, path, was: line, is: line, evidence }),
      'must be a list',
    ),
    [],
  ),
});

/**
 * Reads a `renames.json`.
 *
 * @param file its text; faults are added to its messages, each naming its key
 * @returns `undefined` when it does not follow the contract
 */
export function readRenames(file: VFile): Renames | undefined {
  const read = readPlacedJson(file, 'renames-invalid', renamesContract, meanings);
  if (!read) return undefined;
  const { content, positionOf } = read;
  const { from, evidence: ofAll, events, fields, values } = content;
  return {
    source: file.path.slice(0, file.path.indexOf('/')),
    position: positionOf('from'),
    from,
    evidence: ofAll,
    events: events.map((entry, i) => ({ position: positionOf('events', i), ...entry })),
    fields: fields.map((entry, i) => ({ position: positionOf('fields', i), ...entry })),
    values: values.map((entry, i) => ({ position: positionOf('values', i), ...entry })),
  };
}

/** What the sources of some docs tell of the names of others, as far as it can be read. */
export function renamesIn(docs: DocsFiles): Renames[] {
  return [...docs].flatMap(([path, content]) =>
    new RegExp(`^[^/]+/${renamesFile}$`).test(path)
      ? (readRenames(decodeFile(path, content)) ?? [])
      : [],
  );
}
