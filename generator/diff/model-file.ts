/** The contract of a `model.json` that comes from elsewhere: the same type as the model, checked. */
import * as v from 'valibot';
import { readJsonFile } from '../contract.ts';
import type { Field, Json, Model, ObjectType, Position, Type } from '../model/model.ts';
import { partsOf } from '../model/walk.ts';
import { UsageError } from '../read.ts';

const position = v.custom<Position>(
  (value) => typeof value === 'string' && /^.+:\d+:\d+$/su.test(value),
  'must be a place, file:line:column',
);
const direction = v.picklist(['server', 'client'], 'must be "server" or "client"');
const scalar = v.union([v.string(), v.number(), v.boolean()], 'must be a text, number or boolean');

const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([
    v.string(),
    v.number(),
    v.boolean(),
    v.null(),
    v.array(json),
    v.record(v.string(), json),
  ]),
);

const evidence = v.object({ position, text: v.string() });
const support = v.variant('status', [
  v.object({ status: v.literal('supported'), evidence }),
  v.object({ status: v.literal('unsupported'), evidence }),
  v.object({ status: v.literal('partial'), note: v.string(), evidence }),
]);

const openReason = v.picklist(['opaque', 'cut', 'dead-reference', 'example']);

const field: v.GenericSchema<Field> = v.object({
  name: v.string(),
  position,
  requiredness: v.picklist(['required', 'optional', 'unstated']),
  type: v.lazy(() => type),
  description: v.exactOptional(v.string()),
  default: v.exactOptional(v.object({ value: json, position })),
  bounds: v.exactOptional(
    v.object({
      position,
      minimum: v.exactOptional(v.number()),
      maximum: v.exactOptional(v.number()),
    }),
  ),
  support: v.exactOptional(support),
  origin: v.picklist(['documented', 'inferred', 'corrected']),
  correction: v.exactOptional(position),
  discriminator: v.exactOptional(v.literal(true)),
});

const objectType = v.object({
  kind: v.literal('object'),
  position,
  fields: v.array(field),
  description: v.exactOptional(v.string()),
  support: v.exactOptional(support),
  open: v.exactOptional(openReason),
}) satisfies v.GenericSchema<ObjectType>;

const type: v.GenericSchema<Type> = v.lazy(() =>
  v.variant('kind', [
    v.object({
      kind: v.picklist(['string', 'integer', 'number', 'boolean', 'null']),
      position,
      format: v.exactOptional(v.string()),
    }),
    v.object({ kind: v.literal('literal'), position, value: scalar }),
    v.object({
      kind: v.literal('enumeration'),
      position,
      values: v.array(v.object({ value: scalar, position })),
      open: v.exactOptional(v.literal(true)),
    }),
    v.object({
      kind: v.literal('open'),
      position,
      of: v.picklist(['value', 'object']),
      reason: openReason,
    }),
    v.object({ kind: v.literal('array'), position, element: type }),
    v.object({ kind: v.literal('map'), position, value: type }),
    objectType,
    v.object({ kind: v.literal('union'), position, members: v.array(type) }),
    v.object({ kind: v.literal('reference'), position, name: v.string() }),
  ]),
);

const reading = v.picklist(['tolerant', 'exact']);

const contract = v.object({
  source: v.object({
    id: v.string(),
    title: v.string(),
    upstream: v.object({ title: v.string(), url: v.string(), snapshot: v.string() }),
    reading: v.exactOptional(
      v.object({ server: v.exactOptional(reading), client: v.exactOptional(reading) }),
    ),
  }),
  corrections: v.array(
    v.object({
      position,
      target: v.string(),
      was: v.string(),
      reason: v.string(),
      evidence: v.string(),
    }),
  ),
  events: v.array(
    v.object({
      name: v.string(),
      typeName: v.string(),
      direction,
      position,
      page: position,
      url: v.exactOptional(v.string()),
      description: v.exactOptional(v.string()),
      support,
      body: objectType,
      examples: v.array(v.object({ position, value: v.record(v.string(), json) })),
    }),
  ),
  shapes: v.array(
    v.object({
      name: v.string(),
      description: v.exactOptional(v.string()),
      type,
      copies: v.array(position),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Model>;

/**
 * Reads a `model.json`.
 *
 * @param name what the file is called
 * @throws UsageError when it holds no model, naming the key that does not follow the contract
 */
export function readModelFile(text: string, name: string): Model {
  const model = readJsonFile(text, name, contract);
  const missing = missingShape(model);
  if (missing !== undefined)
    throw new UsageError(`${name} refers to a shape "${missing}" that it does not have.`);
  return model;
}

/** A shape that is referred to and not there. */
function missingShape({ events, shapes }: Model): string | undefined {
  const names = new Set(shapes.map(({ name }) => name));
  const todo: Type[] = [...events.map(({ body }) => body), ...shapes.map((shape) => shape.type)];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.kind === 'reference' && !names.has(next.name)) return next.name;
    todo.push(...partsOf(next));
  }
  return undefined;
}
