/** From what the pages say to one model of the source: references, shared shapes, names, examples. */
import type {
  Alias,
  AppliedCorrection,
  DocumentedEvent,
  DocumentedSource,
  Event,
  Json,
  Model,
  Renames,
  Shape,
  SourceInfo,
  Type,
} from '../model/model.ts';
import { limits } from '../limits.ts';
import { isJsonObject } from '../model/json.ts';
import { positionAt, splitPosition } from '../model/position.ts';
import { expectationIn } from '../validation/expectation.ts';
import { misfitsOf } from '../runtime/misfits.ts';
import { readingModeOf } from '../model/reading.ts';
import { countFields, partsOf, shapesByName, writtenNames, statesItsName } from '../model/walk.ts';
import { soundAliases } from './aliases.ts';
import { prefixed } from './prefix.ts';
import { reportConfusable } from './confusable.ts';
import { markDiscriminators } from './discriminators.ts';
import { wireName } from '../model/names.ts';
import { soundRenames } from './renames.ts';
import type { DeclaredShape } from '../source/source-json.ts';
import type { ReportAt } from './report-at.ts';
import { resolveShapes } from './shapes.ts';

/** What is written beside the pages: the names that `source.json` gives, the corrections that were applied. */
export interface Declarations {
  shapes: readonly DeclaredShape[];
  corrections: readonly AppliedCorrection[];
  /** How the pages would state the `type` of an event. */
  typeLine?: ((name: string) => string) | undefined;
  aliases?: readonly Alias[];
  renames?: Renames | undefined;
}

/**
 * Resolves one source.
 *
 * @param declarations what is written beside the pages
 * @param report is told what is wrong, with the place in the pages
 */
export function resolveSource(
  source: SourceInfo,
  documented: DocumentedSource,
  { shapes: declared, corrections, aliases: formerNames = [], renames, typeLine }: Declarations,
  report: ReportAt,
): Model {
  const { events, shapes } = resolveShapes(
    distinctEvents(documented, report),
    documented.sections,
    declared,
    report,
  );
  markDiscriminators(events, shapes, report);
  const model: Model = {
    source,
    corrections: [...corrections],
    events: withoutBoundless(events, shapes, report),
    shapes,
  };
  const aliases = soundAliases(model, formerNames, report);
  if (aliases.length > 0) model.aliases = aliases;
  if (renames) model.renames = soundRenames(model, renames, report);
  for (const event of model.events) checkType(event, typeLine, report);
  // Examples are held against fields one by one.
  if (checkSize(model, report)) checkExamples(model, report);
  checkPaths(events, report);
  checkNames(model, report);
  reportConfusable(model, report);
  return prefixed(model);
}

/** One event a name and direction: the first, when the pages have several. */
function distinctEvents(
  { events }: DocumentedSource,
  report: ReportAt,
): DocumentedSource['events'] {
  const seen = new Map<string, DocumentedSource['events'][number]>();
  for (const event of events) {
    if (!wireName.test(event.name)) {
      report(
        'event-name-invalid',
        event.position,
        `"${event.name.slice(0, 80)}" is not a wire name. A wire name is words of letters, digits, _ and - with dots between them, 200 characters at most.`,
      );
      continue;
    }
    const key = `${event.direction} ${event.name}`;
    const first = seen.get(key);
    if (first)
      report(
        'event-duplicate',
        event.position,
        `${event.name} is listed at ${first.position} already${formerly(first)}${pagesOf(first, event)}; remove one of the two.`,
        [first.position, first.page, event.page],
      );
    else seen.set(key, event);
  }
  return [...seen.values()];
}

/** By which name an entry is listed that a correction gave another one. */
function formerly({ documentedName, name }: DocumentedEvent): string {
  return documentedName ? `, as ${documentedName.text}, which a correction calls ${name}` : '';
}

/** The pages of two entries, where they have pages of their own. */
function pagesOf(first: DocumentedEvent, second: DocumentedEvent): string {
  return first.page === first.position ? '' : ` (with ${first.page}, here with ${second.page})`;
}

/**
 * Where most pages are called after their events, one that is not may be the page of another event, or have another's
 * text. Where they are not, a path says nothing.
 */
function checkPaths(events: readonly Event[], report: ReportAt): void {
  const own = events.filter(
    ({ page, position }) => splitPosition(page).file !== splitPosition(position).file,
  );
  const others = own.filter(({ name: wire, documentedName, page }) => {
    const name = documentedName?.text ?? wire;
    const path = splitPosition(page).file.replace(/\.(?:md|markdown)$/i, '');
    return !bareWords(path).endsWith(bareWords(name));
  });
  if (others.length * 2 >= own.length) return;
  for (const { name, page, position } of others) {
    report(
      'path-differs',
      page,
      `${position} lists this page as "${name}", and its path does not end in that, as the paths of the other pages do; rename the page, or fix the link.`,
      [position],
    );
  }
}

/**
 * No more is generated than compilers take in one object, and this program in time.
 *
 * @returns whether it is not too much
 */
function checkSize({ source, events, shapes }: Model, report: ReportAt): boolean {
  const todo: Type[] = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  const costs = limits.codeCosts;
  const words = ({ description = '' }: { description?: string }) =>
    description.length * costs.character;
  let cost = events.length * costs.event + shapes.length * costs.shape;
  for (const one of [...events, ...shapes]) cost += words(one);
  let isSmall = true;
  for (let type = todo.pop(); type; type = todo.pop()) {
    if (type.kind === 'enumeration') cost += type.values.length * costs.value;
    if (type.kind === 'union') cost += type.members.length * costs.value;
    const fields = type.kind === 'object' ? type.fields : [];
    for (const field of fields) cost += costs.field + words(field);
    if (fields.length > limits.objectFields) {
      isSmall = false;
      report(
        'event-too-large',
        type.position,
        `this object has more than ${limits.objectFields} fields of its own, and no code is made of it; put them into objects.`,
      );
    }
    for (const part of partsOf(type)) todo.push(part);
  }
  if (cost <= limits.code) return isSmall;
  report(
    'source-too-large',
    positionAt(`${source.id}/source.json`, { line: 1, column: 1 }),
    `this source has more events, shapes, fields and values than code can be made of in ${limits.code / 1000} seconds, and nothing is generated; split it.`,
  );
  return false;
}

/** Letters and digits, which paths and names have in common. */
function bareWords(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The events whose fields can be counted, as long as all of them together have no more than are read. */
function withoutBoundless(
  events: readonly Event[],
  shapes: readonly Shape[],
  report: ReportAt,
): Event[] {
  const byName = shapesByName({ shapes });
  let left: number = limits.sourceFields;
  return events.filter((event) => {
    const most = Math.min(limits.fields, left);
    const count = countFields(event, byName, most, limits.shapeNesting);
    left -= Math.min(count, most);
    if (count <= most) return true;
    const which =
      most < limits.fields
        ? `${event.name} and the events before it have more than ${limits.sourceFields} fields`
        : `${event.name} has more than ${limits.fields} fields`;
    report(
      'event-too-large',
      event.page,
      `${which}, counting those of its shapes on every way to them; its shapes point at one another too often.`,
    );
    return false;
  });
}

/** The wire name must be the constant `type` of the event: everything else rests on it. */
function checkType(event: Event, typeLine: Declarations['typeLine'], report: ReportAt): void {
  if (statesItsName(event)) return;
  const { name, position, page, body } = event;
  const type = body.fields.find((field) => field.name === 'type');
  const here =
    type?.type.kind === 'literal' && type.type.value !== name
      ? `; here it is ${JSON.stringify(type.type.value)}`
      : '';
  report(
    'event-type-missing',
    type?.position ?? page,
    `the event needs a required field \`type\` whose one value is "${name}", its name at ${position}${typeLine ? ` (${typeLine(name)})` : ''}${here}.`,
    [position],
  );
}

/**
 * What the docs show must be what they state: no key and no value is new, as it may be in traffic. Only null may stand
 * where it does in traffic. Examples are checked as long as all of them together are no more work than is due.
 */
function checkExamples(model: Model, report: ReportAt): void {
  const byName = shapesByName(model);
  let left: number = limits.exampleFields;
  for (const event of model.events) {
    if (event.examples.length === 0) continue;
    const expectation = expectationIn(model, event.body);
    const reading = readingModeOf(model.source, event.direction);
    const fields = mostFields(event, byName);
    for (const { value, position } of event.examples) {
      left -= countObjects(value) * fields;
      if (left < 0) {
        report(
          'source-too-large',
          position,
          'up to here the examples of this source have more objects, and their events more fields, than can be held against each other; leave out those that show nothing new.',
        );
        return;
      }
      const misfits = [
        ...misfitsOf(value, expectation, 'exact').filter(({ received }) => received !== 'null'),
        ...misfitsOf(value, expectation, reading).filter(({ received }) => received === 'null'),
      ];
      for (const { path, expected, received } of misfits) {
        report(
          'example-mismatch',
          position,
          `this example of ${event.name} does not fit its fields: at ${path}, ${expected} is documented, and the example has ${received}.`,
        );
      }
    }
  }
}

/**
 * How many fields an object of an example may be held against: those of the largest object of the event, or of all
 * members of a union.
 */
function mostFields({ body }: Event, byName: ReadonlyMap<string, Shape>): number {
  const seen = new Set<string>();
  const todo: Type[] = [body];
  let most = 0;
  const ownFields = (type: Type): number => {
    const known = type.kind === 'reference' ? byName.get(type.name)?.type : type;
    return known?.kind === 'object' ? known.fields.length : 0;
  };
  for (let type = todo.pop(); type; type = todo.pop()) {
    const members = type.kind === 'union' ? type.members : [type];
    most = Math.max(
      most,
      members.reduce((sum, member) => sum + ownFields(member), 0),
    );
    for (const part of partsOf(type)) todo.push(part);
    if (type.kind !== 'reference' || seen.has(type.name)) continue;
    seen.add(type.name);
    const shape = byName.get(type.name);
    if (shape) todo.push(shape.type);
  }
  return most;
}

/** How many objects a value holds, itself included. */
function countObjects(value: Json): number {
  const todo = [value];
  let count = 0;
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (isJsonObject(next)) count++;
    if (typeof next === 'object' && next !== null)
      for (const part of Object.values(next)) todo.push(part);
  }
  return count;
}

/** A name that is made of long ones may be longer than a line of code can be. */
function checkNames(model: Model, report: ReportAt): void {
  const { events, shapes } = model;
  const named = [
    ...events.map(({ typeName, page }) => ({ name: typeName, position: page })),
    ...shapes.map(({ name, type }) => ({ name, position: type.position })),
    ...writtenNames(model).map(({ name, type }) => ({ name, position: type.position })),
  ];
  for (const { name, position } of named)
    if (name.length > 2 * limits.name)
      report(
        'name-unusable',
        position,
        `the TypeScript name ${name.slice(0, 80)}… is too long; give it a shorter one under "shapes" of source.json.`,
      );
}
