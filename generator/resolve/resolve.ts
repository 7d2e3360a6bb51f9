/** From what the pages say to one model of the source: references, shared shapes, names, examples. */
import type {
  Alias,
  AppliedCorrection,
  DocumentedEvent,
  DocumentedSource,
  Event,
  Model,
  Renames,
  Shape,
  SourceInfo,
  Type,
} from '../model/model.ts';
import { limits } from '../limits.ts';
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
import { resolveShapes, type DeclaredShape, type ReportAt } from './shapes.ts';

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
  for (const event of model.events) {
    checkType(event, typeLine, report);
    checkExamples(model, event, report);
  }
  checkFields(model, report);
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
        `${event.name} is listed at ${first.position} already${pagesOf(first, event)}; remove one of the two.`,
        [first.position, first.page, event.page],
      );
    else seen.set(key, event);
  }
  return [...seen.values()];
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
      `the path of this page does not end in "${name}", as which ${position} lists it, but those of the other pages do; rename the page, or fix the link.`,
      [position],
    );
  }
}

/** No more is generated than compilers take in one object, and this program in time. */
function checkFields({ source, events, shapes }: Model, report: ReportAt): void {
  const todo: Type[] = [...events.map(({ body }) => body), ...shapes.map(({ type }) => type)];
  let fields = 0;
  let members = 0;
  for (let type = todo.pop(); type; type = todo.pop()) {
    if (type.kind === 'enumeration') members += type.values.length;
    if (type.kind === 'union') members += type.members.length;
    const own = type.kind === 'object' ? type.fields.length : 0;
    fields += own;
    if (own > limits.objectFields)
      report(
        'event-too-large',
        type.position,
        `this object has more than ${limits.objectFields} fields of its own, and no code is made of it; put them into objects.`,
      );
    for (const part of partsOf(type)) todo.push(part);
  }
  const [most, what] =
    fields > limits.ownFields
      ? [limits.ownFields, 'fields']
      : [limits.ownMembers, 'values and members of unions'];
  if (fields > limits.ownFields || members > limits.ownMembers)
    report(
      'source-too-large',
      positionAt(`${source.id}/source.json`, { line: 1, column: 1 }),
      `the events and shapes of this source have more than ${most} ${what}, and nothing is generated; split it.`,
    );
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
    const count = countFields(event, byName, most);
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
  report(
    'event-type-missing',
    type?.position ?? page,
    `the event needs a required field \`type\` whose one value is "${name}", as which ${position} lists it${typeLine ? ` (${typeLine(name)})` : ''}.`,
    [position],
  );
}

/**
 * What the docs show must be what they state: no key and no value is new, as it may be in traffic. Only null may stand
 * where it does in traffic.
 */
function checkExamples(model: Model, event: Event, report: ReportAt): void {
  const expectation = expectationIn(model, event.body);
  const reading = readingModeOf(model.source, event.direction);
  for (const { value, position } of event.examples) {
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
