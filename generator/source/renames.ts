/** The contract of `renames.json`: what a source calls the things of other sources. */
import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { endOf, line, noRecordKeeps, objectOf, sourceId } from '../contract.ts';
import { report } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import { isTooDeep, keysOf } from '../model/json.ts';
import type { Position, Renames } from '../model/model.ts';
import { wireName } from '../model/names.ts';
import { positionAt } from '../model/position.ts';

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
  const text = String(file);
  const place = location(file);
  const pointAt = (offset = 0) => place.toPoint(offset) ?? { line: 1, column: 1 };
  const refuse = (offset: number | undefined, sentence: string): undefined => {
    report(file, 'renames-invalid', pointAt(offset), sentence);
    return undefined;
  };
  if (text.length > limits.page || isTooDeep(text))
    return refuse(0, `this file is nested too deep, or has more than ${limits.page} characters.`);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (!tree || error) return refuse(error?.offset, 'this is not valid JSON; fix it here.');
  const faults = keysOf(text).flatMap(({ key, path: at, isRepeated, offset }) => {
    if (isRepeated) return [{ offset, sentence: `"${at}" is there twice; remove one.` }];
    return noRecordKeeps.has(key) ? [{ offset, sentence: `"${at}" is not known; remove it.` }] : [];
  });
  for (const { offset, sentence } of faults) refuse(offset, sentence);
  const parsed = v.safeParse(renamesContract, JSON.parse(text));
  if (!parsed.success) {
    for (const issue of parsed.issues) {
      const keys = (issue.path ?? []).map(({ key }) =>
        typeof key === 'number' ? key : String(key),
      );
      const at = keys
        .map((_, i) => findNodeAtLocation(tree, keys.slice(0, keys.length - i)))
        .find(Boolean);
      const name = keys.length === 0 ? 'it' : `"${keys.join('.')}"`;
      refuse(at?.offset ?? tree.offset, `${name} ${endOf(issue)}`);
    }
    return undefined;
  }
  if (faults.length > 0) return undefined;
  const positionOf = (...keys: (string | number)[]): Position =>
    positionAt(file.path, pointAt(findNodeAtLocation(tree, keys)?.offset));
  const { from, events, fields, values } = parsed.output;
  return {
    source: file.path.slice(0, file.path.indexOf('/')),
    position: positionOf('from'),
    from,
    evidence: parsed.output.evidence,
    events: events.map((entry, i) => ({ position: positionOf('events', i), ...entry })),
    fields: fields.map((entry, i) => ({ position: positionOf('fields', i), ...entry })),
    values: values.map((entry, i) => ({ position: positionOf('values', i), ...entry })),
  };
}
