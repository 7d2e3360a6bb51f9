import { describe, expect, test } from 'vitest';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { typeSignature, typeSummary } from '../../generator/model/signature.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { diagnosticsOf, docsOf, modelOf, sourceJson, type Texts } from '../support/docs.ts';
import { anyA, reference, rest, restSection, treePage, tree } from '../support/small-docs.ts';

/** A source of the events `tune` and `lost`, with these bullets below their `type`. */
function tuneAndLost(tune: string, lost = '', shapes: Record<string, string[]> = {}): Texts {
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
    expect(shapeNames(tuneAndLost(station))).toEqual(['TuneStation']);
  });

  test('in an array is that of one element', () => {
    expect(
      shapeNames(
        tuneAndLost(
          '- `stations` (array<object>, required)\n  - Items:\n    - `name` (string, required)\n',
        ),
      ),
    ).toEqual(['TuneStation']);
  });

  test('in an array that may be null is that of one element, too', () => {
    expect(
      shapeNames(
        tuneAndLost(
          '- `stations` (array<object> | null, required)\n  - Items:\n    - `name` (string, required)\n',
        ),
      ),
    ).toEqual(['TuneStation']);
  });

  test('below another shape begins with the name of that one', () => {
    const nested = `${station}  - \`place\` (object, required)\n    - \`city\` (string, required)\n`;

    expect(shapeNames(tuneAndLost(nested))).toEqual(['TuneStation', 'TuneStationPlace']);
    expect(shapeNames(tuneAndLost(nested, '', { Station: ['tune/station'] }))).toEqual([
      'Station',
      'StationPlace',
    ]);
  });

  test('of the platform concerns whole names alone', () => {
    expect(
      shapeNames(
        tuneAndLost(
          '- `audio` (object, required)\n  - `text` (object, required)\n    - `a` (string, required)\n',
        ),
      ),
    ).toEqual(['TuneAudio', 'TuneAudioText']);
  });

  test('does not change because a field was added', () => {
    const more = `${station}  - \`city\` (string, optional)\n- \`level\` (integer, optional)\n`;

    expect(shapeNames(tuneAndLost(more))).toEqual(shapeNames(tuneAndLost(station)));
  });
});

describe('a name that source.json gives', () => {
  test.each([
    ['tune/station', 'the one place that it names'],
    ['*/station', 'any event'],
    ['t*/station', 'events of which the name begins like that'],
    ['tune/*', 'any field of an event'],
  ])('%s: %s', (pattern) => {
    expect(shapeNames(tuneAndLost(station, '', { Station: [pattern] }))).toEqual(['Station']);
  });

  test('holds for the element of an array', () => {
    const stations =
      '- `stations` (array<object>, required)\n  - Items:\n    - `name` (string, required)\n';

    expect(shapeNames(tuneAndLost(stations, '', { Station: ['tune/stations[]'] }))).toEqual([
      'Station',
    ]);
  });

  test('makes one shape of two places', () => {
    const { shapes } = modelOf(
      tuneAndLost(station, station, { Station: ['tune/station', 'lost/station'] }),
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
    const [result] = modelSources(docsOf(tuneAndLost(station, '', { Station: [pattern] })));

    expect(result?.diagnostics.map(lineOfDiagnostic)).toEqual([
      `radio/source.json:14:7 error shape-unmatched "${pattern}" matches no object or union of this source; fix the path of shape Station.`,
    ]);
  });
});

test('source.json may give a section another name', () => {
  const texts = {
    ...rest('|| a | **[Station](#Station)** ||\n', {
      sections: restSection('Station'),
      skeleton: anyA,
    }),
    'radio/source.json': sourceJson('yandex-rest', { shapes: { Transmitter: ['tune/a'] } }),
  };

  expect(diagnosticsOf(texts)).toEqual([]);
  expect(shapeNames(texts)).toEqual(['Transmitter']);
});

describe('two things that would get one name are spelled, whatever their order', () => {
  test('`item` and the element of `items`', () => {
    const item = '- `item` (object, required)\n  - `name` (string, required)\n';
    const items =
      '- `items` (array<object>, required)\n  - Items:\n    - `code` (string, required)\n';

    expect(shapeNames(tuneAndLost(item + items))).toEqual(['TuneEvent__item', 'TuneEvent__items']);
    expect(shapeNames(tuneAndLost(items + item))).toEqual(['TuneEvent__items', 'TuneEvent__item']);
  });

  test('a field of an event, and one of a shape that is called as the event is', () => {
    const texts = {
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': '# Events\n\n## Contents\n- [tuneDial](tune-dial.md)\n- [tune](tune.md)\n',
      'radio/tune-dial.md':
        "# tuneDial\n\n## Properties\n- `type` (string, required): Enum: 'tuneDial'.\n- `mark` (object, required)\n  - `at` (number, required)\n",
      'radio/tune.md':
        "# tune\n\n## Properties\n- `type` (string, required): Enum: 'tune'.\n- `dial` (object, required)\n  - `mark` (object, required)\n    - `name` (string, required)\n",
    };

    expect(shapeNames(texts)).toEqual(['TuneDialEvent__mark', 'TuneDial', 'TuneDial__mark']);
  });

  test('a field without an ASCII letter and the shape around it', () => {
    expect(
      shapeNames(
        tuneAndLost(`- \`station\` (object, required)
  - \`имя\` (object, required)
    - \`name\` (string, required)
`),
      ),
    ).toEqual(['TuneStation', 'TuneStation__$438$$43c$$44f$']);
  });

  test('fields of two events of which the names differ in punctuation', () => {
    const page = (name: string) => treePage(name, station);
    expect(
      shapeNames({
        'radio/source.json': sourceJson('openai-tree'),
        'radio/index.md': '# Events\n\n## Contents\n- [a.b](dot.md)\n- [a_b](line.md)\n',
        'radio/dot.md': page('a.b'),
        'radio/line.md': page('a_b'),
      }),
    ).toEqual(['Realtime_a_bStation', 'Realtime_a$_bStation']);
  });

  test('a field, and not the section of its name', () => {
    const talk =
      '|| talk | **[TuneMusic](#TuneMusic)** ||\n|| music | Any of **[One](#One)** \\| **[Two](#Two)** ||\n';
    const typed = (type: string) => `|| type | **enum**\n\n- \`${type}\` ||\n`;

    expect(
      shapeNames(
        rest(talk, {
          sections:
            restSection('TuneMusic') +
            restSection('One', typed('one')) +
            restSection('Two', typed('two')),
          skeleton: '"talk": "object", "music": "object"',
        }),
      ),
    ).toEqual(['TuneMusic', 'TuneEvent__music', 'One', 'Two']);
  });

  test('a field, and not the event of its name', () => {
    const event = '- `event` (object, required)\n  - `name` (string, required)\n';
    expect(shapeNames(tuneAndLost(event))).toEqual(['TuneEvent__event']);
  });

  test('a field, and not the name that a person gave another', () => {
    const both = `${station}- \`other\` (object, required)\n  - \`name\` (string, required)\n`;
    expect(shapeNames(tuneAndLost(both, '', { TuneStation: ['tune/other'] }))).toEqual([
      'TuneEvent__station',
      'TuneStation',
    ]);
  });

  test('of which source.json gives one another name are two types', () => {
    const texts = tuneAndLost(
      `- \`item\` (object, required)
  - \`name\` (string, required)
- \`items\` (array<object>, required)
  - Items:
    - \`code\` (string, required)
`,
      '',
      { TuneEntry: ['tune/items[]'] },
    );

    expect(diagnosticsOf(texts)).toEqual([]);
    expect(shapeNames(texts)).toEqual(['TuneItem', 'TuneEntry']);
  });
});

describe('a place that says nothing but `object`', () => {
  test('is open when source.json does not name it', () => {
    const [, lost] = modelOf(tuneAndLost(station, '- `station` (object, required)\n')).events;

    expect(lost?.body.fields.at(-1)?.type).toMatchObject({ kind: 'open', reason: 'opaque' });
  });

  test('is the shape that source.json names and another place documents', () => {
    const { events, shapes } = modelOf(
      tuneAndLost(station, '- `station` (object, required)\n', { Station: ['*/station'] }),
    );

    expect(events.map(({ body }) => body.fields.at(-1)?.type)).toEqual([
      { kind: 'reference', position: 'radio/tune.md:5:1', name: 'Station' },
      { kind: 'reference', position: 'radio/lost.md:5:14', name: 'Station' },
    ]);
    expect(shapes.map(({ name, copies }) => ({ name, copies }))).toEqual([
      { name: 'Station', copies: ['radio/tune.md:5:1'] },
    ]);
  });

  test('is an error when source.json names it and no place documents it', () => {
    expect(
      diagnosticsOf(
        tuneAndLost('- `station` (object, required)\n', '', { Station: ['*/station'] }),
      ),
    ).toEqual([
      'radio/tune.md:5:14 error shape-undocumented source.json says that this is a Station, but no page of the source documents one.',
    ]);
  });

  test('is the shape of another event, though that comes later', () => {
    const [tune] = modelOf(
      tuneAndLost('- `station` (object, required)\n', station, { Station: ['*/station'] }),
    ).events;

    expect(tune?.body.fields.at(-1)?.type).toMatchObject({ kind: 'reference', name: 'Station' });
  });

  test('is the element of an array or map, too', () => {
    const [, lost] = modelOf(
      tuneAndLost(
        station,
        '- `list` (array<object>, required)\n- `byName` (map<object>, required)\n',
        {
          Station: ['*/station', '*/list[]', '*/byName{}'],
        },
      ),
    ).events;

    expect(lost?.body.fields.slice(1).map(({ type }) => type)).toMatchObject([
      { kind: 'array', element: { kind: 'reference', name: 'Station' } },
      { kind: 'map', value: { kind: 'reference', name: 'Station' } },
    ]);
  });

  test('leaves nothing of a union of which every member turned out to be that shape', () => {
    const [, lost] = modelOf(
      tuneAndLost(
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
        tuneAndLost(
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
        tuneAndLost(
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
        tuneAndLost(
          `- \`part\` (object, required)\n${variant(fields('talk'))}${variant(fields('music'))}`,
          '',
          { Part: ['tune/part'], Place: ['tune/part.place'] },
        ),
      ),
    ).toEqual(['Part', 'PartTalk', 'Place', 'PartMusic']);
  });

  test('stand beside what is not an object', () => {
    const [event] = modelOf(
      tuneAndLost(
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
      "band ('am' | 'fm', here 'am')",
    ],
  ])('%#. are named field by field', (first, second, difference) => {
    const [result] = modelSources(
      docsOf(tuneAndLost(place(first), place(second), { Station: ['*/station'] })),
    );

    expect(result?.diagnostics.map(lineOfDiagnostic)).toEqual([
      `radio/lost.md:5:1 warning shape-diverges this copy of Station differs from radio/tune.md:5:1: ${difference}. The type allows both.`,
    ]);
  });

  test('stand in the shape, each with the place of its copy', () => {
    const { shapes } = modelOf(
      tuneAndLost(
        place('  - `city` (string, optional)\n'),
        place('  - `city` (integer, required)\n'),
        {
          Station: ['*/station'],
        },
      ),
    );

    const at = { position: 'radio/lost.md:5:1', path: 'city' };
    expect(shapes.map(({ divergences }) => divergences)).toEqual([
      [
        { ...at, first: 'optional', second: 'required' },
        { ...at, first: 'string', second: 'integer' },
      ],
    ]);
  });
});

describe('copies that are objects here and unions there', () => {
  const variant = (type: string, field: string) =>
    `  - Variant (object):\n    - \`type\` (string, required): Enum: '${type}'.\n    - \`${field}\` (string, required)\n`;
  const union = `- \`station\` (object, required)\n${variant('talk', 'host')}${variant('music', 'band')}`;
  const talk = `- \`station\` (object, required)\n  - \`type\` (string, required): Enum: 'talk'.\n  - \`city\` (string, required)\n`;
  const shapesOf = (tune: string, lost: string) =>
    modelOf(tuneAndLost(tune, lost, { Station: ['*/station'] })).shapes.map(
      ({ name, type }) => `${name} = ${typeSignature(type)}`,
    );

  test('have the object as a copy of the member that has its constant', () => {
    expect(shapesOf(union, talk)).toEqual([
      'Station = StationTalk | StationMusic',
      "StationTalk = { type: 'talk' required, host: string optional, city: string optional }",
      "StationMusic = { type: 'music' required, band: string required }",
    ]);
  });

  test('are the same, whichever comes first', () => {
    expect(shapesOf(talk, union).toSorted()).toEqual([
      'Station = StationTalk | StationMusic',
      "StationMusic = { type: 'music' required, band: string required }",
      "StationTalk = { type: 'talk' required, host: string optional, city: string optional }",
    ]);
  });

  test('have the object as a member of its own where no constant tells which it is', () => {
    expect(shapesOf(union, station)).toEqual([
      'Station = StationTalk | StationMusic | StationObject',
      "StationTalk = { type: 'talk' required, host: string required }",
      "StationMusic = { type: 'music' required, band: string required }",
      'StationObject = { name: string required }',
    ]);
  });

  test('have one member for all that are objects', () => {
    const other = '- `station` (object, required)\n  - `city` (string, required)\n';
    const texts = tuneAndLost(union, station + other.replace('station', 'other'), {
      Station: ['*/station', '*/other'],
    });

    expect(shapeNames(texts)).toEqual(['Station', 'StationTalk', 'StationMusic', 'StationObject']);
  });
});

test('an object without a name, in a union that the page names, is not called as the union', () => {
  const { shapes } = modelOf(
    reference('\n- `part: Part`\n\n  - `string`\n\n  - `object { id }`\n\n    - `id: string`\n'),
  );

  expect(shapes.map(({ name, type }) => [name, typeSummary(type)])).toEqual([
    ['Part', 'PartObject | string'],
    ['PartObject', 'object with fields'],
  ]);
});

test('a type that the page says to be itself stays open, and is told', () => {
  const docs = reference('\n- `part: Part`\n\n  - `Part`\n\n  - `Part`\n');
  expect(diagnosticsOf(docs).filter((line) => line.includes('reference-dead'))).toHaveLength(1);
});

test('what a page says of a union is not said of each of its members', () => {
  const typed = (type: string) => `|| type | **enum**\n\nRequired field.\n\n- \`${type}\` ||\n`;
  const { shapes } = modelOf(
    rest('|| a | Any of **[Talk](#Talk)** \\| **[Music](#Music)**\n\nOne of two. ||\n', {
      sections: restSection('Talk', typed('talk')) + restSection('Music', typed('music')),
      skeleton: anyA,
    }),
  );

  expect(shapes.map(({ name, description }) => [name, description])).toEqual([
    ['TuneA', 'One of two.'],
    ['Talk', undefined],
    ['Music', undefined],
  ]);
});

test('two names for one place are told', () => {
  const shapes = { Station: ['tune/a'], Place: ['tune/a'] };
  const lines = diagnosticsOf(tree('- `a` (object, required)\n  - `b` (string)\n', { shapes }));
  expect(lines.filter((line) => line.includes('shape-unmatched'))).toHaveLength(1);
});
