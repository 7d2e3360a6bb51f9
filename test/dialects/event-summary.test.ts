/** Single examples of a page in the `event-summary` dialect; whole pages are in `fixtures/event-summary`. */
import { expect, test } from 'vitest';
import { diagnosticsOf, modelOf } from '../docs.ts';
import { summary } from '../small-docs.ts';

test('nested fields that only a second example shows are added to those of the first', () => {
  const [station] = modelOf(
    summary(
      '{ "type": "tune", "station": { "name": "one" } }',
      '{ "type": "tune", "station": { "city": "Rome" } }',
    ),
  ).shapes;

  expect(station?.type.kind === 'object' && station.type.fields.map(({ name }) => name)).toEqual([
    'name',
    'city',
  ]);
});

test('an example does not contradict the type that is inferred from it', () => {
  expect(diagnosticsOf(summary('{ "type": "tune", "mixed": [1, "one"] }'))).toEqual([]);
});

test('an example that is nested ten thousand deep is a fault of the page, and nothing throws', () => {
  const value = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

  expect(diagnosticsOf(summary(`{ "type": "tune", "a": ${value} }`))).toEqual([
    'radio/index.md:9:1 error example-malformed this example is no JSON object; mend its JSON.',
  ]);
});
