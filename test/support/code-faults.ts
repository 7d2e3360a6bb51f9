/** What is wrong with the code of many models: what the compiler says of it, and what its guards say of messages. */
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';
import { emitSource, type OutputFiles } from '../../generator/emit/index.ts';
import type { Direction, Event, Model } from '../../generator/model/model.ts';
import { directionNames } from '../../generator/model/names.ts';
import { directionsOf, eventsOf, shapesOf, writtenNames } from '../../generator/model/walk.ts';
import { compileFaultsOf } from './compiled.ts';
import {
  eventSubject,
  guardFaultsOf,
  shapeSubject,
  type Guard,
  type Subject,
} from './guard-checks.ts';
import { messageOf } from './messages.ts';

/** The four ways to read the two directions. */
export const readings = [
  { server: 'tolerant', client: 'exact' },
  { server: 'exact', client: 'exact' },
  { server: 'tolerant', client: 'tolerant' },
  { server: 'exact', client: 'tolerant' },
] as const satisfies Record<Direction, string>[];

/** A model in each of the four ways. */
export function inAllReadings(model: Model): Model[] {
  return readings.map((reading) => ({ ...model, source: { ...model.source, reading } }));
}

/** The faults of each model. They are compiled in one program, whose time goes into the libraries for the most part. */
export function codeFaultsOf(models: readonly Model[]): string[][] {
  const code = new Map<string, string>();
  const faults = models.map((model, i) => {
    const files = emitSource(model);
    const { id } = model.source;
    for (const [file, text] of files) code.set(`${i}/${file.slice(id.length + 1)}`, text);
    return guardFaultsIn(model, files);
  });
  for (const fault of compileFaultsOf(code)) faults[Number.parseInt(fault, 10)]?.push(fault);
  return faults;
}

/** What the guards of a model say of messages and should not, in the model's own reading. */
export function messageFaultsOf(model: Model): string[] {
  return guardFaultsIn(model, emitSource(model));
}

/** The functions of a module that imports nothing at run time. */
function guardsIn(text: string): Map<string, Guard> {
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs', target: 'es2022' });
  const module: { exports: object } = { exports: {} };
  compileFunction(code, ['module'])(module);
  const guards = new Map<string, Guard>();
  for (const [name, value] of Object.entries(module.exports))
    if (typeof value === 'function') guards.set(name, (input) => value(input) === true);
  return guards;
}

function guardFaultsIn(model: Model, files: OutputFiles): string[] {
  const guards = guardsIn(files.get(`${model.source.id}/guards.ts`) ?? '');
  return [
    ...model.events.flatMap((event) => mistakenFor(model, guards, event)),
    ...subjectsOf(model, guards).flatMap((subject) =>
      guardFaultsOf(subject).map((fault) => `${subject.name} ${fault}`),
    ),
  ];
}

function subjectsOf(model: Model, guards: ReadonlyMap<string, Guard>): Subject[] {
  const written = new Map(writtenNames(model).map(({ shape, name }) => [shape, name]));
  return directionsOf(model).flatMap((direction) => [
    ...eventsOf(model, direction).map((event) => eventSubject(model, guards, event)),
    ...shapesOf(model, direction).map((shape) => {
      const name = direction === 'client' ? written.get(shape.name) : undefined;
      return shapeSubject(model, guards, shape, direction, name ?? shape.name);
    }),
  ]);
}

/** The guards of other events, and of the other direction, that accept a message of an event. */
function mistakenFor(model: Model, guards: ReadonlyMap<string, Guard>, event: Event): string[] {
  const { value } = messageOf(model, event);
  const namesakes = model.events.filter(({ name }) => name === event.name);
  const own = namesakes.flatMap(({ typeName, direction }) => [
    typeName,
    directionNames(direction, model.source).types.union,
  ]);
  const unions = directionsOf(model).map(
    (direction) => directionNames(direction, model.source).types.union,
  );
  return [...model.events.map(({ typeName }) => typeName), ...unions]
    .filter((name) => !own.includes(name) && guards.get(`is${name}`)?.(value) !== false)
    .map((name) => `is${name} accepts ${event.name}`);
}
