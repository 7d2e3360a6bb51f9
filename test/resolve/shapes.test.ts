import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../generator/diagnostics.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { docsOf, modelOf, sourceJson, type Texts } from '../docs.ts';

/** A source of the events `tune` and `lost`, with these bullets below their `type`. */
function radio(tune: string, lost = '', shapes: Record<string, string[]> = {}): Texts {
  return {
    'radio/source.json': sourceJson('openai-tree', { shapes }),
    'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](lost.md)\n',
    'radio/tune.md': `# tune\n\n## Properties\n- \`type\` (string, required): Enum: 'tune'.\n${tune}`,
    'radio/lost.md': `# lost\n\n## Properties\n- \`type\` (string, required): Enum: 'lost'.\n${lost}`,
  };
}

function shapeNames(texts: Texts): string[] {
  return modelOf(texts).shapes.map(({ name }) => name);
}

const station = '- `station` (object, required)\n  - `name` (string, required)\n';

describe('the name of a shape', () => {
  test('is the event and the field that carry it', () => {
    expect(shapeNames(radio(station))).toEqual(['TuneStation']);
  });

  test('in an array is that of one element', () => {
    expect(
      shapeNames(
        radio(
          '- `stations` (array<object>, required)\n  - Items:\n    - `name` (string, required)\n',
        ),
      ),
    ).toEqual(['TuneStation']);
  });

  test('below another shape begins with the name of that one', () => {
    const nested = `${station}  - \`place\` (object, required)\n    - \`city\` (string, required)\n`;

    expect(shapeNames(radio(nested))).toEqual(['TuneStation', 'TuneStationPlace']);
    expect(shapeNames(radio(nested, '', { Station: ['tune/station'] }))).toEqual([
      'Station',
      'StationPlace',
    ]);
  });

  test('of the platform concerns whole names alone', () => {
    expect(
      shapeNames(
        radio(
          '- `audio` (object, required)\n  - `text` (object, required)\n    - `a` (string, required)\n',
        ),
      ),
    ).toEqual(['TuneAudio', 'TuneAudioText']);
  });

  test('does not change because a field was added', () => {
    const more = `${station}  - \`city\` (string, optional)\n- \`level\` (integer, optional)\n`;

    expect(shapeNames(radio(more))).toEqual(shapeNames(radio(station)));
  });
});

describe('a name that source.json gives', () => {
  test.each([
    ['tune/station', 'the one place that it names'],
    ['*/station', 'any event'],
    ['t*/station', 'events of which the name begins like that'],
    ['tune/*', 'any field of an event'],
  ])('%s: %s', (pattern) => {
    expect(shapeNames(radio(station, '', { Station: [pattern] }))).toEqual(['Station']);
  });

  test('holds for the element of an array', () => {
    const stations =
      '- `stations` (array<object>, required)\n  - Items:\n    - `name` (string, required)\n';

    expect(shapeNames(radio(stations, '', { Station: ['tune/stations[]'] }))).toEqual(['Station']);
  });

  test('makes one shape of two places', () => {
    const { shapes } = modelOf(
      radio(station, station, { Station: ['tune/station', 'lost/station'] }),
    );

    expect(shapes.map(({ name, copies }) => ({ name, copies }))).toEqual([
      { name: 'Station', copies: ['radio/tune.md:5:1', 'radio/lost.md:5:1'] },
    ]);
  });

  test.each([
    ['tune'],
    ['station'],
    ['tune/stations'],
    ['tune/station[]'],
    ['tune.station'],
    ['tune/type'],
  ])('%s matches nothing, which is an error', (pattern) => {
    const [result] = modelSources(docsOf(radio(station, '', { Station: [pattern] })));

    expect(result?.diagnostics.map((message) => formatDiagnostic(message))).toEqual([
      `radio/source.json:14:7 error shape-unmatched "${pattern}" matches no object or union of this source; mend the path of shape Station.`,
    ]);
  });
});

describe('a place that says nothing but `object`', () => {
  test('is open when source.json does not name it', () => {
    const [, lost] = modelOf(radio(station, '- `station` (object, required)\n')).events;

    expect(lost?.body.fields.at(-1)?.type).toMatchObject({ kind: 'open', reason: 'opaque' });
  });

  test('is the shape that source.json names and another place documents', () => {
    const { events, shapes } = modelOf(
      radio(station, '- `station` (object, required)\n', { Station: ['*/station'] }),
    );

    expect(events.map(({ body }) => body.fields.at(-1)?.type)).toEqual([
      { kind: 'reference', position: 'radio/tune.md:5:1', name: 'Station' },
      { kind: 'reference', position: 'radio/lost.md:5:14', name: 'Station' },
    ]);
    expect(shapes.map(({ name, copies }) => ({ name, copies }))).toEqual([
      { name: 'Station', copies: ['radio/tune.md:5:1'] },
    ]);
  });

  test('leaves nothing of a union of which every member turned out to be that shape', () => {
    const [, lost] = modelOf(
      radio(
        station,
        '- `station` (object, required)\n  - Variant (object):\n    - ...\n  - Variant (object):\n    - ...\n',
        { Station: ['*/station'] },
      ),
    ).events;

    expect(lost?.body.fields.at(-1)?.type).toMatchObject({ kind: 'reference', name: 'Station' });
  });
});

describe('the members of a union', () => {
  const variant = (fields: string) => `  - Variant (object):\n${fields}`;
  const constant = (name: string, value: string) =>
    `    - \`${name}\` (string, required): Enum: '${value}'.\n`;

  test('are named by their `type`', () => {
    expect(
      shapeNames(
        radio(
          '- `part` (object, required)\n' +
            variant(constant('type', 'talk')) +
            variant(constant('type', 'pop_music')),
        ),
      ),
    ).toEqual(['TunePart', 'TunePartTalk', 'TunePartPopMusic']);
  });

  test('are named by their `role` too, where several share a `type`', () => {
    expect(
      shapeNames(
        radio(
          '- `part` (object, required)\n' +
            variant(constant('type', 'talk') + constant('role', 'host')) +
            variant(constant('type', 'talk') + constant('role', 'guest')) +
            variant(constant('type', 'music') + constant('role', 'host')),
        ),
      ),
    ).toEqual(['TunePart', 'TunePartTalkHost', 'TunePartTalkGuest', 'TunePartMusic']);
  });

  test('have the path of the union for source.json', () => {
    const fields = (type: string) =>
      `${constant('type', type)}    - \`place\` (object, required)\n      - \`city\` (string, required)\n`;

    expect(
      shapeNames(
        radio(
          `- \`part\` (object, required)\n${variant(fields('talk'))}${variant(fields('music'))}`,
          '',
          { Part: ['tune/part'], Place: ['tune/part.place'] },
        ),
      ),
    ).toEqual(['Part', 'PartTalk', 'Place', 'PartMusic']);
  });

  test('stand beside what is no object', () => {
    const [event] = modelOf(
      radio(
        `- \`part\` (string | object | null, required)\n${variant(constant('type', 'talk'))}${variant(constant('type', 'music'))}`,
      ),
    ).events;
    const part = event?.body.fields.at(-1)?.type;

    expect(part?.kind === 'union' && part.members.map((member) => member.kind)).toEqual([
      'reference',
      'string',
      'null',
    ]);
  });
});

describe('copies that diverge', () => {
  const place = (field: string) =>
    `- \`station\` (object, required): Words.\n  - \`name\` (string, required)\n${field}`;

  test.each([
    ['  - `city` (string, optional)\n', '', 'city (a field, here no field)'],
    ['', '  - `city` (string, optional)\n', 'city (no field, here a field)'],
    [
      '  - `city` (string, optional)\n',
      '  - `city` (string, required)\n',
      'city (optional, here required)',
    ],
    [
      '  - `city` (string, optional)\n',
      '  - `city` (integer, optional)\n',
      'city (string, here integer)',
    ],
    [
      "  - `band` (string, optional): Enum: 'am', 'fm'.\n",
      "  - `band` (string, optional): Enum: 'am'.\n",
      'band ("am" | "fm", here "am")',
    ],
  ])('%#. are named field by field', (first, second, difference) => {
    const [result] = modelSources(
      docsOf(radio(place(first), place(second), { Station: ['*/station'] })),
    );

    expect(result?.diagnostics.map((message) => formatDiagnostic(message))).toEqual([
      `radio/lost.md:5:1 warning shape-diverges this copy of Station differs from radio/tune.md:5:1: ${difference}. The type allows both.`,
    ]);
  });
});
