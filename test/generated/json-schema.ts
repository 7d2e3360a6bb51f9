/** Whether the JSON Schemas that are generated say of messages what the guards and parsers say. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema } from '../../generator/emit/json-schema.ts';
import { isJsonObject, parseJson } from '../../generator/model/json.ts';
import type { Event, Json, ReadingMode } from '../../generator/model/model.ts';
import { readingModeOf } from '../../generator/model/reading.ts';
import { eventsOf, shapesByName } from '../../generator/model/walk.ts';
import { pathText } from '../../generator/runtime/words.ts';
import type { GeneratedDirection } from '../support/generated-sources.ts';
import { valueAt, valuesOf, withValue, wrongValues, type Place } from '../support/messages.ts';
import { generated } from '../support/repository.ts';

/** A schema as it was generated. */
export interface GeneratedSchema {
  /** `server.schema.json` */
  file: string;
  source: GeneratedDirection;
  mode: ReadingMode;
  schema: JsonSchema;
}

/** The schemas of some directions: in the reading of the types, and in the exact one where that is another. */
export function schemasOf(sources: readonly GeneratedDirection[]): Promise<GeneratedSchema[]> {
  const files = sources.flatMap((source) => {
    const { model, id, direction } = source;
    const mode = readingModeOf(model.source, direction);
    const file = `${id}/${direction}.schema.json`;
    const exact = `${id}/${direction}.exact.schema.json`;
    return [
      { file, source, mode },
      ...(mode === 'exact' ? [] : [{ file: exact, source, mode: 'exact' as const }]),
    ];
  });
  return Promise.all(files.map(async (file) => ({ ...file, schema: await readSchema(file.file) })));
}

async function readSchema(file: string): Promise<JsonSchema> {
  const schema = parseJson(await readFile(path.join(generated, file), 'utf8'));
  if (!isJsonObject(schema)) throw new Error(`${file} does not hold an object.`);
  return schema;
}

/** Ajv, with nothing that it would let pass without a word: the schema of each event by its type, and of any event. */
function validatorsOf(source: GeneratedDirection, schema: JsonSchema) {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  ajv.addSchema(schema);
  const validator = (reference: string): ValidateFunction => {
    const found = ajv.getSchema(reference);
    if (!found) throw new Error(`There is no schema ${reference}.`);
    return found;
  };
  const id = schema['$id'];
  if (typeof id !== 'string') throw new Error('The schema has no $id.');
  const names = eventsOf(source.model, source.direction).map(({ typeName }) => typeName);
  return {
    any: validator(id),
    events: new Map(names.map((name) => [name, validator(`${id}#/$defs/${name}`)])),
  };
}

/** A message, and what was done to it. */
interface Sample {
  what: string;
  message: Json;
}

/** The messages that follow the docs, and each with one change at each of its places. */
function samplesOf({ model }: GeneratedDirection, event: Event, mode: ReadingMode): Sample[] {
  const shapes = shapesByName(model);
  return valuesOf(event.body, shapes).flatMap(({ value, places }, i) => [
    { what: `message ${i}`, message: value },
    ...places.flatMap((place) => [
      ...otherValues(place).map((other) => sample(value, place.path, other)),
      ...wrongValues(place, mode, shapes).map((other) => sample(value, place.path, other)),
      ...(isJsonObject(valueAt(value, place.path))
        ? [sample(value, [...place.path, 'nobody documented this'], 1)]
        : []),
    ]),
  ]);
}

function otherValues({ path: { length }, field }: Place): (Json | undefined)[] {
  if (length === 0) return [];
  return [...(field ? [undefined] : []), null, 'a value of next year'];
}

function sample(value: Json, place: Place['path'], other: Json | undefined): Sample {
  return {
    what: `${pathText(place)} = ${JSON.stringify(other)}`,
    message: withValue(value, place, other),
  };
}

/**
 * Messages of which the schema of a reading says something else than the parser does, or, in the reading that the types
 * have, than the guards do.
 */
export function contradictionsOf({ source, schema, mode }: GeneratedSchema) {
  const { model, direction, parse, guards, isEvent } = source;
  const validators = validatorsOf(source, schema);
  const isOfTypes = mode === readingModeOf(model.source, direction);
  const contradictions: string[] = [];
  const count = { accepted: 0, refused: 0 };
  for (const event of eventsOf(model, direction)) {
    const fitsEvent = validators.events.get(event.typeName);
    const guard = guards.get(`is${event.typeName}`);
    for (const { what, message } of samplesOf(source, event, mode)) {
      const outcome = parse(message, mode);
      const isKnown = outcome.kind === 'known' && outcome.unknownMembers.length === 0;
      const isThis = isKnown && outcome.name === event.name;
      const said = [validators.any(message), fitsEvent?.(message)];
      const answers = isOfTypes
        ? [isKnown, isThis, isEvent(message), guard?.(message)]
        : [isKnown, isThis];
      if (answers.some((answer, i) => answer !== said[i % 2]))
        contradictions.push(`${event.name}: ${what}`);
      count[isThis ? 'accepted' : 'refused']++;
    }
  }
  return { contradictions, ...count };
}
