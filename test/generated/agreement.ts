/** Whether a guard and its type say the same. */
import path from 'node:path';
import { isJsonObject } from '../../generator/model/json.ts';
import type { Event, Json } from '../../generator/model/model.ts';
import { readingModeOf } from '../../generator/model/reading.ts';
import { eventsOf, shapesByName } from '../../generator/model/walk.ts';
import { pathText } from '../../generator/runtime/words.ts';
import { errorsOf } from '../support/compiler.ts';
import { isClosedObject } from '../support/guard-checks.ts';
import { valueAt, valuesOf, withValue, wrongValues, type Message } from '../support/messages.ts';
import { generated } from '../support/repository.ts';
import type { GeneratedDirection } from '../support/generated-sources.ts';

/** A value of an event's type, and what it is. */
interface Sample {
  typeName: string;
  what: string;
  value: Json;
}

/** Each message as it is, and with one change that the types can tell of. */
function samplesOf({ model, direction }: GeneratedDirection, event: Event): Sample[] {
  const shapes = shapesByName(model);
  const reading = readingModeOf(model.source, direction);
  const changesOf = ({ value, places }: Message): [string, Json][] =>
    places.flatMap((place) => [
      ...[...(place.field ? [undefined] : []), ...wrongValues(place, reading, shapes), null, 'new']
        // A number is a number to the compiler, whole or not.
        .filter((other) => typeof other !== 'number' && place.path.length > 0)
        .map((other): [string, Json] => [
          `${pathText(place.path)} = ${JSON.stringify(other)}`,
          withValue(value, place.path, other),
        ]),
      // In an object literal of a tolerant type the compiler refuses what the guard accepts, and should.
      ...(isJsonObject(valueAt(value, place.path)) &&
      reading === 'exact' &&
      isClosedObject(place.type, shapes)
        ? [
            [
              `${pathText(place.path)} with a key of its own`,
              withValue(value, [...place.path, 'nobody'], 1),
            ] satisfies [string, Json],
          ]
        : []),
    ]);
  const [all, ...others] = valuesOf(event.body, shapes).toReversed();
  if (!all) return [];
  const messages: [string, Json][] = [all, ...others].map(({ value }, i) => [
    `message ${i}`,
    value,
  ]);
  return [...messages, ...changesOf(all)].map(([what, value]) => ({
    typeName: event.typeName,
    what: `${event.name}: ${what}`,
    value,
  }));
}

/** Which of these the compiler refuses, each in a line of its own. */
function refusedByCompiler(id: string, samples: readonly Sample[]): Set<number> {
  const file = path.join(generated, id, 'agreement.ts');
  const text = [
    "import type * as types from './types.js';",
    ...samples.map(
      ({ typeName, value }, i) =>
        `export const _${i}: types.${typeName} = ${JSON.stringify(value)};`,
    ),
  ].join('\n');
  return new Set(errorsOf(new Map([[file, text]])).map(({ line }) => line - 1));
}

/** What a direction accepts with its guards and does not compile as its types, or the other way around. */
export function contradictionsIn(source: GeneratedDirection): {
  contradictions: string[];
  refused: number;
} {
  const samples = eventsOf(source.model, source.direction).flatMap((event) =>
    samplesOf(source, event),
  );
  const refused = refusedByCompiler(source.id, samples);
  const contradictions = samples
    .filter(
      ({ typeName, value }, i) => source.guards.get(`is${typeName}`)?.(value) === refused.has(i),
    )
    .map(({ what }) => what);
  return { contradictions, refused: refused.size };
}
