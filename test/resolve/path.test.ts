import { describe, expect, test } from 'vitest';
import type {
  DocumentedEvent,
  Field,
  Link,
  ObjectType,
  Position,
  Section,
  Type,
} from '../../generator/model/model.ts';
import { fieldPath, matchesPath, placesOf } from '../../generator/resolve/path.ts';
import { somewhere, supported } from '../support/models.ts';

test('the path of a field is that of its event or field, and its name', () => {
  expect(fieldPath('tune/', 'station')).toBe('tune/station');
  expect(fieldPath('tune/station', 'name')).toBe('tune/station.name');
  expect(fieldPath('tune/stations[]', 'name')).toBe('tune/stations[].name');
});

describe('a pattern', () => {
  test.each([
    ['tune/station', 'tune/station'],
    ['*/station', 'tune/station'],
    ['tune.*/station', 'tune.changed/station'],
    ['*.changed/station', 'tune.changed/station'],
    ['tune/*', 'tune/station'],
    ['tune/*', 'tune/station.name'],
    ['tune/*.name', 'tune/station.place.name'],
    ['tune/st*n', 'tune/station'],
    ['tune/stations[]', 'tune/stations[]'],
    ['tune/stations{}', 'tune/stations{}'],
    ['*/*', 'tune/station'],
    ['tune/parts[]<news>', 'tune/parts[]<news>'],
    ['tune/parts[]<news>', 'tune/parts[]<news|short>'],
    ['tune/parts[]<news>.title', 'tune/parts[]<news|short>.title'],
    ['tune/parts[].title', 'tune/parts[]<news>.title'],
    ['tune/*.title', 'tune/parts[]<news>.title'],
    ['tune/*<news>.title', 'tune/parts[]<news>.title'],
    ['tune/a<b', 'tune/a<b'],
  ])('%s fits %s', (pattern, path) => {
    expect(matchesPath(pattern, path)).toBe(true);
  });

  test.each([
    ['tune/station', 'tune/station.name', 'a field of it'],
    ['tune/station', 'tune/stations', 'a longer name'],
    ['tune/station', 'retune/station', 'a longer event'],
    ['tune.changed/station', 'tune_changed/station', 'a dot is a dot'],
    ['tune/stations[]', 'tune/stations', 'the array itself'],
    ['*', 'tune/station', 'a slash is not part of a name'],
    ['*station', 'tune/station', 'nor in a longer pattern'],
    ['tune/(station|place)', 'tune/station', 'an expression'],
    ['tune/stations[]', 'tune/stationss', 'brackets are brackets'],
    ['tune/parts[]<news>.title', 'tune/parts[]<music>.title', 'another member'],
    ['tune/parts[]<new>.title', 'tune/parts[]<news>.title', 'a part of a name of a member'],
    ['tune/parts[]<news>.title', 'tune/parts[].title', 'an object that is not a member'],
  ])('%s does not fit %s: %s', (pattern, path) => {
    expect(matchesPath(pattern, path)).toBe(false);
  });
});

// ── Places ──────────────────────────────────────────────────────────────────────────────────────────────────

const string: Type<Link> = { kind: 'string', position: somewhere };

function object(fields: Record<string, Type<Link>>): ObjectType<Link> {
  return {
    kind: 'object',
    position: somewhere,
    fields: Object.entries(fields).map(([name, type]): Field<Link> => ({
      name,
      position: somewhere,
      requiredness: 'required',
      type,
      origin: 'documented',
    })),
  };
}

/** A link on a page to a section of it. */
function link(anchor: string, position: Position = 'tune.md:9:1'): Type<Link> {
  return { kind: 'link', position, label: anchor, anchor };
}

function event(name: string, body: ObjectType<Link>): DocumentedEvent {
  return {
    name,
    direction: 'server',
    position: somewhere,
    page: `${name}.md:1:1`,
    spans: [{ first: `${name}.md:1:1`, last: `${name}.md:9:1` }],
    support: supported(),
    body,
    examples: [],
  };
}

function section(file: string, anchor: string, type: ObjectType<Link>): Section {
  return { file, anchor, title: anchor, type };
}

/** The path of every object, sorted. */
function paths(events: DocumentedEvent[], sections: Section[] = []): string[] {
  return placesOf(events, sections)
    .objects.map(({ path }) => path)
    .toSorted();
}

describe('the objects of events', () => {
  test('are the bodies, and what is nested in fields, arrays and maps', () => {
    const station = object({ name: string });
    const body = object({
      one: station,
      list: { kind: 'array', position: somewhere, element: object({}) },
      byName: { kind: 'map', position: somewhere, value: object({}) },
    });

    expect(paths([event('tune', body), event('stop', object({}))])).toEqual([
      'stop/',
      'tune/',
      'tune/byName{}',
      'tune/list[]',
      'tune/one',
    ]);
  });

  test('that are members of a union have the path of the union', () => {
    const members = [object({}), object({ deep: object({}) }), string];
    const body = object({ part: { kind: 'union', position: somewhere, members } });

    expect(paths([event('tune', body)])).toEqual([
      'tune/',
      'tune/part',
      'tune/part',
      'tune/part.deep',
    ]);
  });

  test('that can be told from the other members have the constant in their path', () => {
    const news = object({ type: { kind: 'literal', position: somewhere, value: 'news' } });
    const body = object({
      part: { kind: 'union', position: somewhere, members: [news, object({}), string] },
    });

    expect(paths([event('tune', body)])).toEqual(['tune/', 'tune/part', 'tune/part<news>']);
  });

  test('that are sections are found once, though several links lead to them', () => {
    const body = object({ one: link('Station'), two: link('Station') });
    const sections = [section('tune.md', 'Station', object({}))];

    expect(paths([event('tune', body)], sections)).toHaveLength(2);
  });

  test('that are sections may lead to themselves', () => {
    const sections = [section('tune.md', 'Station', object({ next: link('Station') }))];

    expect(paths([event('tune', object({ station: link('Station') }))], sections)).toEqual([
      'tune/',
      'tune/station',
    ]);
  });

  test('that are sections of a correction are found from there, before those of the page', () => {
    const [own, page] = [object({ own: string }), object({ page: string })];
    const body = object({ station: link('Station', 'corrections/station.md:9:1') });
    const places = placesOf(
      [event('tune', body)],
      [section('tune.md', 'Station', page), section('corrections/station.md', 'Station', own)],
    );

    expect(places.objects.at(-1)?.object).toBe(own);
  });

  test("that are sections of the event's page are found from a correction, too", () => {
    const body = object({ station: link('Station', 'corrections/station.md:9:1') });
    const sections = [section('tune.md', 'Station', object({}))];

    expect(paths([event('tune', body)], sections)).toEqual(['tune/', 'tune/station']);
  });

  test('are not what a dead link leads to', () => {
    expect(paths([event('tune', object({ station: link('null') }))])).toEqual(['tune/']);
  });
});
