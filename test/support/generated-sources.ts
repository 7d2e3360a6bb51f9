/** The committed output of every source. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Direction, Model } from '../../generator/model/model.ts';
import { directionsOf, shapesOf, writtenNames } from '../../generator/model/walk.ts';
import type { Outcome, StandardSchema } from '../../generator/runtime/types.ts';
import { eventSubject, shapeSubject, type Guard, type Subject } from './guard-checks.ts';
import { generated, readModel } from './repository.ts';

/** One direction of a source, as it was generated. */
export interface GeneratedDirection {
  /** `yandex-ai-studio server` */
  title: string;
  id: string;
  direction: Direction;
  model: Model;
  guards: ReadonlyMap<string, Guard>;
  /** Whether a value is any event of this direction. */
  isEvent: Guard;
  parse: Parse;
  /** Standard Schemas, by their name. */
  schemas: ReadonlyMap<string, StandardSchema<unknown>>;
  /** What throws, by its name. */
  asserts: ReadonlyMap<string, (value: unknown) => void>;
  eventNames: readonly string[];
  supported: readonly string[];
  unsupported: readonly string[];
  /** The shapes that its events use, each with the guard of this direction. */
  shapes: Subject[];
}

const folders = await readdir(generated, { withFileTypes: true });

/** What `parse…` takes and returns. */
export type Parse = (input: unknown, reading?: 'tolerant' | 'exact') => Outcome<{ type: string }>;

/** The folders of `generated`, but for the one of the modules that they share. */
export const sourceIds: readonly string[] = folders
  .filter((entry) => entry.isDirectory() && entry.name !== 'runtime')
  .map(({ name }) => name)
  .toSorted();

export const directions: readonly GeneratedDirection[] = (
  await Promise.all(sourceIds.map(directionsOfSource))
).flat();

async function directionsOfSource(id: string): Promise<GeneratedDirection[]> {
  const [model, functions, constants, schemas, parsers] = await Promise.all([
    readModel(id),
    exportsOf(id, 'guards.ts'),
    exportsOf(id, 'constants.ts'),
    exportsOf(id, 'schemas.ts'),
    exportsOf(id, 'parse.ts'),
  ]);
  const guards = new Map<string, Guard>();
  for (const [name, value] of functions) {
    if (typeof value === 'function') guards.set(name, (input) => value(input) === true);
  }
  return directionsOf(model).map((direction) => {
    const word = direction === 'server' ? 'Server' : 'Client';
    return {
      title: `${id} ${direction}`,
      id,
      direction,
      model,
      guards,
      isEvent: guardIn(guards, `isRealtime${word}Event`),
      parse: parseIn(parsers, `parseRealtime${word}Event`),
      schemas: new Map(
        [...schemas].flatMap(([name, value]) => (isSchema(value) ? [[name, value] as const] : [])),
      ),
      asserts: new Map(
        [...parsers].flatMap(([name, value]) =>
          typeof value === 'function' && name.startsWith('assert')
            ? [[name, (input: unknown) => void value(input)] as const]
            : [],
        ),
      ),
      eventNames: namesIn(constants, `${direction}EventNames`),
      supported: namesIn(constants, `supported${word}EventNames`),
      unsupported: namesIn(constants, `unsupported${word}EventNames`),
      shapes: shapeSubjects(model, guards, direction),
    };
  });
}

/** The events of a direction, each with its guard. */
export function eventSubjects({ model, guards, direction }: GeneratedDirection): Subject[] {
  return model.events
    .filter((event) => event.direction === direction)
    .map((event) => eventSubject(model, guards, event));
}

/** A shape that both directions use has another name in what a client writes. */
function shapeSubjects(
  model: Model,
  guards: ReadonlyMap<string, Guard>,
  direction: Direction,
): Subject[] {
  const written = new Map(
    direction === 'client' ? writtenNames(model).map(({ shape, name }) => [shape, name]) : [],
  );
  return shapesOf(model, direction).map((shape) =>
    shapeSubject(model, guards, shape, direction, written.get(shape.name) ?? shape.name),
  );
}

async function exportsOf(id: string, file: string): Promise<ReadonlyMap<string, unknown>> {
  const url = pathToFileURL(path.join(generated, id, file)).href;
  const exports: object = await import(/* @vite-ignore */ url);
  return new Map(Object.entries(exports));
}

function parseIn(exports: ReadonlyMap<string, unknown>, name: string): Parse {
  const parse = exports.get(name);
  if (typeof parse !== 'function') throw new Error(`There is no ${name}.`);
  return (input, reading) => {
    const outcome: ReturnType<Parse> = parse(input, reading);
    return outcome;
  };
}

function isSchema(value: unknown): value is StandardSchema<unknown> {
  return typeof value === 'object' && value !== null && '~standard' in value;
}

function guardIn(guards: ReadonlyMap<string, Guard>, name: string): Guard {
  const guard = guards.get(name);
  if (!guard) throw new Error(`There is no guard ${name}.`);
  return guard;
}

function namesIn(constants: ReadonlyMap<string, unknown>, name: string): string[] {
  const names = constants.get(name);
  if (!Array.isArray(names)) throw new Error(`There is no constant ${name}.`);
  return names.map(String);
}
