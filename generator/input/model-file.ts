/** The contract of a `model.json` that comes from elsewhere: the same type as the model, checked. */
import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { day, line, readDataFile, recordOf, sourceId, webAddress } from '../contract.ts';
import { limits } from '../limits.ts';
import type { Field, Json, Model, ObjectType, Position, Type } from '../model/model.ts';
import { breachesOf } from '../model/contract.ts';
import { waysAmong } from '../model/circular.ts';
import { withDeprecations } from '../model/deprecation.ts';
import { wireName } from '../model/names.ts';
import { modelVersion } from '../model/version.ts';
import { countFields, partsOf, shapesByName, statesItsName } from '../model/walk.ts';
import { pathIn } from '../cwd.ts';
import { readFailure, UsageError } from '../errors.ts';
import { isBlank } from '../text.ts';

export const position = v.custom<Position>(
  (value) => v.is(line, value) && /^(?!\/|(?:.*\/)?\.\.\/).+:[1-9]\d*:[1-9]\d*$/u.test(value),
  'must be a place in the docs folder, file:line:column',
);
const typeName = v.pipe(
  line,
  v.regex(/^[A-Z][\w$]*$/, 'must be a TypeScript name such as RealtimeSession'),
);
const eventName = v.pipe(v.string(), v.regex(wireName, 'must be the wire name of an event'));
const fieldName = v.pipe(
  v.string(),
  v.check((name) => !isBlank(name), 'must not be blank'),
  v.maxLength(limits.name, `must have ${limits.name} characters at most`),
);
/** What is said of something: as much as a page may have. */
const words = v.pipe(
  v.string(),
  v.maxLength(limits.page, `must have ${limits.page} characters at most`),
);
const direction = v.picklist(['server', 'client'], 'must be "server" or "client"');
const scalar = v.union([v.string(), v.number(), v.boolean()], 'must be a text, number or boolean');

export const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([
    v.string(),
    v.number(),
    v.boolean(),
    v.null(),
    v.array(json),
    recordOf(v.string(), json),
  ]),
);

/** A list is a record to valibot. */
const jsonObject = v.pipe(
  v.custom<{ [key: string]: Json }>((value) => !Array.isArray(value), 'must be an object'),
  recordOf(v.string(), json),
);

const evidence = v.strictObject({ position, text: words });
const disputed = v.exactOptional(
  v.strictObject({
    status: v.picklist(['supported', 'unsupported', 'partial']),
    reason: words,
    evidence,
  }),
);
const support = v.variant('status', [
  v.strictObject({ status: v.literal('supported'), evidence, disputed }),
  v.strictObject({ status: v.literal('unsupported'), evidence, disputed }),
  v.strictObject({ status: v.literal('partial'), note: words, evidence, disputed }),
]);

const openReason = v.picklist(['opaque', 'cut', 'dead-reference', 'example']);

export const field: v.GenericSchema<Field> = v.strictObject({
  name: fieldName,
  position,
  requiredness: v.picklist(['required', 'optional', 'unstated']),
  type: v.lazy(() => type),
  description: v.exactOptional(words),
  default: v.exactOptional(v.strictObject({ value: json, position })),
  bounds: v.exactOptional(
    v.strictObject({
      position,
      minimum: v.exactOptional(v.number()),
      maximum: v.exactOptional(v.number()),
    }),
  ),
  support: v.exactOptional(support),
  deprecated: v.exactOptional(evidence),
  origin: v.picklist(['documented', 'inferred', 'corrected']),
  correction: v.exactOptional(position),
  discriminator: v.exactOptional(v.literal(true)),
});

const objectType = v.strictObject({
  kind: v.literal('object'),
  position,
  fields: v.array(field),
  description: v.exactOptional(words),
  support: v.exactOptional(support),
  deprecated: v.exactOptional(evidence),
  open: v.exactOptional(openReason),
}) satisfies v.GenericSchema<ObjectType>;

export const type: v.GenericSchema<Type> = v.lazy(() =>
  v.variant('kind', [
    v.strictObject({
      kind: v.picklist(['string', 'integer', 'number', 'boolean', 'null']),
      position,
      format: v.exactOptional(v.string()),
    }),
    v.strictObject({
      kind: v.literal('literal'),
      position,
      value: scalar,
      deprecated: v.exactOptional(evidence),
    }),
    v.strictObject({
      kind: v.literal('enumeration'),
      position,
      values: v.pipe(
        v.array(v.strictObject({ value: scalar, position, deprecated: v.exactOptional(evidence) })),
        v.minLength(1, 'must have a value'),
      ),
      open: v.exactOptional(v.literal(true)),
    }),
    v.strictObject({
      kind: v.literal('open'),
      position,
      of: v.picklist(['value', 'object']),
      reason: openReason,
    }),
    v.strictObject({ kind: v.literal('array'), position, element: type }),
    v.strictObject({ kind: v.literal('map'), position, value: type }),
    objectType,
    v.strictObject({
      kind: v.literal('union'),
      position,
      members: v.pipe(v.array(type), v.minLength(2, 'must have two members')),
    }),
    v.strictObject({ kind: v.literal('reference'), position, name: typeName }),
  ]),
);

const reading = v.picklist(['tolerant', 'exact']);

/** What a `model.json` holds. `schemas/model.schema.json` is made of it. */
export const modelContract = v.strictObject({
  // That of an editor, and what the file was made of: neither is of the model.
  $schema: v.exactOptional(v.string()),
  $comment: v.exactOptional(v.string()),
  // The first ones had none, and are read as if they had it.
  version: v.exactOptional(
    v.literal(
      modelVersion,
      `is not known; this program reads ${modelVersion}, so make the file with it`,
    ),
  ),
  source: v.strictObject({
    id: v.pipe(line, v.regex(sourceId, 'must be a name of letters, digits, dots and hyphens')),
    title: line,
    upstream: v.exactOptional(v.strictObject({ title: line, url: webAddress, snapshot: line })),
    notice: v.exactOptional(line),
    typePrefix: v.exactOptional(typeName),
    retired: v.exactOptional(v.strictObject({ date: day, evidence: line })),
    endpoint: v.exactOptional(v.strictObject({ url: line, evidence: line })),
    matrix: v.exactOptional(
      v.strictObject({
        generation: v.exactOptional(v.number()),
        provider: v.exactOptional(line),
        role: v.exactOptional(v.picklist(['reference', 'summary'])),
      }),
    ),
    reading: v.exactOptional(
      v.strictObject({ server: v.exactOptional(reading), client: v.exactOptional(reading) }),
    ),
  }),
  corrections: v.array(
    v.strictObject({
      position,
      target: line,
      was: line,
      reason: line,
      evidence: line,
    }),
  ),
  events: v.array(
    v.strictObject({
      name: eventName,
      typeName,
      direction,
      position,
      page: position,
      url: v.exactOptional(v.string()),
      schemaName: v.exactOptional(v.string()),
      description: v.exactOptional(words),
      support,
      deprecated: v.exactOptional(evidence),
      body: objectType,
      examples: v.array(v.strictObject({ position, value: jsonObject })),
      documentedName: v.exactOptional(evidence),
      correction: v.exactOptional(position),
    }),
  ),
  shapes: v.array(
    v.strictObject({
      name: typeName,
      description: v.exactOptional(words),
      type,
      copies: v.array(position),
      divergences: v.array(
        v.strictObject({ position, path: v.string(), first: v.string(), second: v.string() }),
      ),
    }),
  ),
  aliases: v.exactOptional(v.array(v.strictObject({ name: typeName, of: typeName, position }))),
  renames: v.exactOptional(
    v.strictObject({
      source: line,
      position,
      from: v.array(line),
      evidence: line,
      events: v.array(
        v.strictObject({
          position,
          was: eventName,
          is: v.array(eventName),
          with: v.exactOptional(v.record(v.string(), v.string())),
          evidence: v.exactOptional(line),
        }),
      ),
      fields: v.array(
        v.strictObject({
          position,
          event: line,
          was: line,
          is: v.array(line),
          evidence: v.exactOptional(line),
        }),
      ),
      values: v.array(
        v.strictObject({
          position,
          event: line,
          path: line,
          was: line,
          is: line,
          evidence: v.exactOptional(line),
        }),
      ),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Model>;

/** Each level of lists, objects or arrays of the docs is two or three levels of a `model.json`. */
const deepest = 4 * limits.nesting;

/**
 * Reads a `model.json`.
 *
 * @param name what the file is called
 * @throws UsageError when it holds no model, naming the key that does not follow the contract, or no sound one
 */
export function readModelFile(text: string, name: string): Model {
  const {
    $schema: _schema,
    $comment: _comment,
    version: _version,
    ...model
  } = readDataFile(text, name, modelContract, deepest);
  const missing = missingShape(model);
  if (missing !== undefined)
    throw new UsageError(`${name} refers to a shape "${missing}" that it does not have.`);
  if (waysAmong(model.shapes).longest > limits.shapeNesting)
    throw new UsageError(
      `${name} has more than ${limits.shapeNesting} shapes that are each nothing but the next one, or a union with it; let each be what the last one is.`,
    );
  const boundless = boundlessEvent(model);
  if (boundless !== undefined)
    throw new UsageError(
      `${name} has too many fields: ${boundless} has more than ${limits.fields}, or with the events before it more than ${limits.sourceFields}, counting those of its shapes on every way to them, or shapes in shapes more than ${limits.shapeNesting} levels deep; compare smaller models.`,
    );
  const untyped = model.events.find((event) => !statesItsName(event));
  if (untyped)
    throw new UsageError(
      `${name}: ${untyped.name} has no required field "type", a discriminator, whose one value is its name.`,
    );
  const [breach] = breachesOf(model);
  if (breach)
    throw new UsageError(
      `${name} does not hold a sound model: at ${breach.position}, ${breach.sentence}`,
    );
  if (model.events.length === 0) throw new UsageError(`${name} has no event.`);
  return withDeprecations(model);
}

/**
 * Reads the file of a `model.json`.
 *
 * @param cwd the folder that its name starts from
 * @throws UsageError when it cannot be read, is larger than any model, or {@link readModelFile} refuses it
 */
export async function readModelAt(file: string, cwd: string): Promise<Model> {
  const place = pathIn(cwd, file);
  try {
    const { size } = await stat(place);
    if (size > limits.model)
      throw new UsageError(
        `${file} has ${size} bytes, and a model may have ${limits.model} at most; name the docs, or the model of one source.`,
      );
    return readModelFile(await readFile(place, 'utf8'), file);
  } catch (error) {
    throw readFailure(file, error);
  }
}

/** The event whose fields are more than are compared, alone or with those before it. */
function boundlessEvent({ events, shapes }: Model): string | undefined {
  const byName = shapesByName({ shapes });
  let left: number = limits.sourceFields;
  return events.find((event) => {
    const most = Math.min(limits.fields, left);
    const count = countFields(event, byName, most, limits.shapeNesting);
    left -= count;
    return count > most;
  })?.name;
}

/** A shape that is referred to and not there. */
function missingShape({ events, shapes }: Model): string | undefined {
  const names = new Set(shapes.map(({ name }) => name));
  const todo: Type[] = [...events.map(({ body }) => body), ...shapes.map((shape) => shape.type)];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.kind === 'reference' && !names.has(next.name)) return next.name;
    for (const part of partsOf(next)) todo.push(part);
  }
  return undefined;
}
