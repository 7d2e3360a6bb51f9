/** The one way through a message finds what the guards say. */
import { describe, expect, test } from 'vitest';
import { judgeOf } from '../../generator/validation/judge.ts';
import { expectationIn } from '../../generator/validation/expectation.ts';
import { isJsonObject } from '../../generator/model/json.ts';
import type { Event, Json, Model } from '../../generator/model/model.ts';
import { shapesByName } from '../../generator/model/walk.ts';
import { keyedMisfitsOf } from '../../generator/runtime/misfits.ts';
import { pathText } from '../../generator/runtime/words.ts';
import {
  arrayOf,
  discriminator,
  event,
  integer,
  mapOf,
  model,
  object,
  oneOf,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';
import { valueAt, valuesOf, withValue } from '../support/messages.ts';
import { randomOf } from '../support/random.ts';
import { generatedSources, readModel } from '../support/repository.ts';

const radio = model(
  [
    event('tuned', [
      required('station', reference('Station')),
      optional('volume', integer),
      optional('band', oneOf('am', 'fm')),
      optional(
        'parts',
        arrayOf(
          union(
            object([discriminator('kind', 'song'), optional('title', string)]),
            object([discriminator('kind', 'news'), optional('hour', integer)]),
          ),
        ),
      ),
      optional('labels', mapOf(string)),
    ]),
  ],
  [shape('Station', object([required('name', string), optional('sister', reference('Station'))]))],
);

function judged(message: Readonly<Record<string, unknown>>) {
  const { standing, remarks } = judgeOf(radio).judge({ type: 'tuned', ...message }, 'tuned');
  return [standing, ...remarks.map(({ kind, target }) => `${kind} ${target}`)];
}

describe('a message', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['that fits', { station: { name: 'a' }, volume: 1, band: 'am' }, ['known']],
    ['with another key', { station: { name: 'a', since: 1 } }, ['new', 'key station.since']],
    ['with null', { station: { name: 'a' }, volume: null }, ['new', 'null volume']],
    ['with another value', { station: { name: 'a' }, band: 'uhf' }, ['new', 'value band']],
    [
      'with another member',
      { station: { name: 'a' }, parts: [{ kind: 'song' }, { kind: 'traffic' }] },
      ['new', 'member parts[].kind'],
    ],
    [
      'with another key of a member',
      { station: { name: 'a' }, parts: [{ kind: 'song', year: 1 }] },
      ['new', 'key parts[]<song>.year'],
    ],
    ['without a field', { station: {} }, ['mismatch', 'mismatch station.name']],
    [
      'with a wrong entry of a map',
      { station: { name: 'a' }, labels: { x: 1 } },
      ['mismatch', 'mismatch labels{}'],
    ],
    [
      'that contains itself',
      { station: { name: 'a', sister: { name: 'b', sister: { name: 'c', since: 1 } } } },
      ['new', 'key station.since'],
    ],
  ])('%s', (_, message, expected) => {
    expect(judged(message)).toEqual(expected);
  });
});

test('keys that come in another order than before are the same', () => {
  const judge = judgeOf(radio);
  const told = (message: Readonly<Record<string, unknown>>): string[] =>
    judge.judge(message, 'tuned').remarks.map(({ kind, target }) => `${kind} ${target}`);

  expect(told({ type: 'tuned', station: { name: 'a' }, volume: 1 })).toEqual([]);
  expect(told({ volume: 1, since: 1, station: { name: 'a' }, type: 'tuned' })).toEqual([
    'key since',
  ]);
  expect(told({ since: 1, station: 2, type: 'tuned', volume: null })).toEqual([
    'mismatch station',
    'key since',
    'null volume',
  ]);
});

/** A message with something of another kind, or something more, in one of its places. */
function* spoiled(value: Json, of: Event, spoils: readonly [Json, ...Json[]]): Generator<Json> {
  const random = randomOf(of.name.length);
  const visit = function* (at: Json, path: (string | number)[]): Generator<(string | number)[]> {
    if (path.length > 0) yield path;
    if (Array.isArray(at)) for (const [i, item] of at.entries()) yield* visit(item, [...path, i]);
    else if (isJsonObject(at))
      for (const [key, part] of Object.entries(at)) yield* visit(part, [...path, key]);
  };
  for (const path of visit(value, [])) {
    if (path.length === 1 && path[0] === 'type') continue;
    yield withValue(value, path, random.one(spoils));
    if (typeof path.at(-1) === 'string') yield withValue(value, path, undefined);
    if (isJsonObject(valueAt(value, path))) yield withValue(value, [...path, 'nobody'], 'knows');
  }
}

/** What the judge and the search for misfits say differently of the messages of a source. */
function contradictions(source: Model): string[] {
  // What is refused by the letter is told in other words.
  const reading = { server: 'tolerant', client: 'tolerant' } as const;
  const judge = judgeOf({ ...source, source: { ...source.source, reading } });
  const shapes = shapesByName(source);
  return source.events.flatMap((one) => {
    const expectation = expectationIn(source, one.body);
    const messages = valuesOf(one.body, shapes).map(({ value }) => value);
    const last = messages.at(-1);
    const others =
      last === undefined ? [] : [...spoiled(last, one, [null, 'new', 7, true, {}, []])];
    return [...messages, ...others].flatMap((message) => {
      if (!isJsonObject(message)) return [];
      const { isExact, remarks } = judge.judge(message, one.name, one.direction);
      const fits = !remarks.some(({ kind }) => kind === 'mismatch');
      const tolerant = keyedMisfitsOf(message, expectation, 'tolerant').filter(
        ({ isUnknownMember }) => !isUnknownMember,
      );
      const exact = keyedMisfitsOf(message, expectation, 'exact');
      const places = exact.map(({ path }) => pathText(path)).join(', ');
      return [
        ...(fits === (tolerant.length === 0) ? [] : [`${one.name}: tolerant (${fits}) ${places}`]),
        ...(isExact === (exact.length === 0) ? [] : [`${one.name}: exact (${isExact}) ${places}`]),
      ];
    });
  });
}

test.each(generatedSources)('%s: messages as they are and spoiled', async (source) => {
  expect(contradictions(await readModel(source))).toEqual([]);
});
