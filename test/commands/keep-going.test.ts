/** `--keep-going`, as the pipeline sees it: events with an error are left out by name, and the others stay. */
import { describe, expect, test, vi } from 'vitest';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { parsePage, type ParsePage } from '../../generator/markdown/parse.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { docsOf, sourceJson, type Texts } from '../support/docs.ts';
import { treePage, tree } from '../support/small-docs.ts';

/** A source of the events `tune` and `lost`, with these bullets, and more files. */
function twoEvents(
  { tune = '', lost = '' }: { tune?: string; lost?: string },
  more: Texts = {},
): Texts {
  return {
    'radio/source.json': sourceJson('openai-tree'),
    'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](lost.md)\n',
    'radio/tune.md': treePage('tune', tune),
    'radio/lost.md': treePage('lost', lost),
    ...more,
  };
}

/** A correction of the field `level` of an event, of which the pages say `string, required`. */
function correction(target: string, was: string): string {
  return `---\ntarget: ${target}\nmatches: 1\nwas: ${was}\nreason: One.\nevidence: One.\n---\n\n- \`level\` (integer, required)\n`;
}

const fault = '- `a` (text, required)\n';
const level = '- `level` (string, required)\n';

/** What becomes of the source. */
function run(texts: Texts, keepGoing: boolean) {
  const [result] = modelSources(docsOf(texts), { keepGoing });
  return {
    events: result?.model?.events.map(({ direction, name }) => `${direction} ${name}`),
    leftOut: result?.leftOut,
    sound: result?.sound,
  };
}

describe('a source without errors', () => {
  test.each([[true], [false]])('is whole and sound; with --keep-going: %s', (keepGoing) => {
    expect(run(twoEvents({}), keepGoing)).toEqual({
      events: ['server tune', 'server lost'],
      leftOut: [],
      sound: true,
    });
  });

  test('leaves nothing out because of a warning', () => {
    const warned = twoEvents({ lost: '- `a` (string, required): It isnâ€™t there.\n' });

    expect(run(warned, true)).toMatchObject({ leftOut: [], sound: true });
  });
});

describe('an error of a page', () => {
  test('makes the source unsound', () => {
    expect(run(twoEvents({ lost: fault }), false)).toMatchObject({ leftOut: [], sound: false });
  });

  test('leaves out its event, by name, and the others are sound', () => {
    expect(run(twoEvents({ lost: fault }), true)).toEqual({
      events: ['server tune'],
      leftOut: ['lost'],
      sound: true,
    });
  });

  test('lets no page be parsed again', () => {
    const parse = vi.fn<ParsePage>(parsePage);
    modelSources(docsOf(twoEvents({ lost: fault })), { keepGoing: true, parse });
    expect(parse.mock.calls.map(([{ path }]) => path)).toEqual([
      'radio/index.md',
      'radio/tune.md',
      'radio/lost.md',
    ]);
  });

  test('is reported all the same', () => {
    const [result] = modelSources(docsOf(twoEvents({ lost: fault })), { keepGoing: true });

    expect(result?.diagnostics.map(lineOfDiagnostic)).toEqual([
      expect.stringMatching(/^radio\/lost\.md:5:8 error type-unknown /),
    ]);
  });

  test('may be the error of every page: nothing is left to make files of', () => {
    expect(run(twoEvents({ tune: fault, lost: fault }), true)).toEqual({
      events: [],
      leftOut: ['lost', 'tune'],
      sound: false,
    });
  });

  test('that no index lists leaves out the page', () => {
    expect(run(twoEvents({}, { 'radio/found.md': treePage('found') }), true)).toEqual({
      events: ['server tune', 'server lost'],
      leftOut: ['radio/found.md'],
      sound: true,
    });
  });

  test('leaves its shapes out, too', () => {
    const station = '- `station` (object, required)\n  - `name` (string, required)\n';
    const [result] = modelSources(docsOf(twoEvents({ tune: station, lost: station + fault })), {
      keepGoing: true,
    });

    expect(result?.model?.shapes.map(({ name }) => name)).toEqual(['TuneStation']);
  });
});

describe('an error of a correction', () => {
  test('leaves out the event that it is stale for', () => {
    const stale = { 'radio/corrections/level.md': correction('lost/level', 'object, required') };

    expect(run(twoEvents({ tune: level, lost: level }, stale), true)).toEqual({
      events: ['server tune'],
      leftOut: ['lost'],
      sound: true,
    });
  });

  test('leaves out every event that it would have matched', () => {
    const unmatched = { 'radio/corrections/level.md': correction("'*/level'", 'string, required') };

    expect(run(twoEvents({ tune: level, lost: level }, unmatched), true)).toEqual({
      events: [],
      leftOut: ['lost', 'tune'],
      sound: false,
    });
  });

  test('leaves out the events that it matches, and not those that it would not', () => {
    const unmatched = {
      'radio/corrections/level.md': correction("'*/level'", 'string, required').replace(
        /matches: \d+/,
        'matches: 9',
      ),
    };

    expect(run(twoEvents({ tune: level }, unmatched), true)).toEqual({
      events: ['server lost'],
      leftOut: ['tune'],
      sound: true,
    });
  });

  test('that concerns no event leaves none out', () => {
    const unmatched = {
      'radio/corrections/level.md': correction('find/level', 'string, required'),
    };

    expect(run(twoEvents({}, unmatched), true)).toMatchObject({ leftOut: [], sound: true });
  });

  test('that cannot be read makes the source unsound', () => {
    expect(run(twoEvents({}, { 'radio/corrections/level.md': 'Words.\n' }), true)).toMatchObject({
      leftOut: [],
      sound: false,
    });
  });
});

describe('what no event can be left out for makes the source unsound', () => {
  test('an error of its index', () => {
    const index = '# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](lost.md)\n- words\n';

    expect(run(twoEvents({}, { 'radio/index.md': index }), true)).toMatchObject({ sound: false });
  });

  test('an error of its source.json', () => {
    const shapes = { Station: ['tune/station'] };

    expect(
      run(twoEvents({}, { 'radio/source.json': sourceJson('openai-tree', { shapes }) }), true),
    ).toMatchObject({ sound: false });
  });

  test('a source.json that cannot be read, without which there is no model', () => {
    expect(run(twoEvents({}, { 'radio/source.json': '{}' }), true)).toEqual({
      events: undefined,
      leftOut: [],
      sound: false,
    });
  });
});

test.each([
  [
    'an error of a page can be left out with its event',
    { 'radio/lost.md': treePage('lost', fault) },
    false,
  ],
  ['an error of an index cannot', { 'radio/index.md': '# Events\n\n## Contents\n- words\n' }, true],
  ['an error of source.json cannot', { 'radio/source.json': '{}' }, true],
])('%s, which is known without --keep-going', (_, texts, unusable) => {
  expect(modelSources(docsOf({ ...twoEvents({}), ...texts }))).toMatchObject([
    { sound: false, unusable },
  ]);
});

describe('an error on a page of many events', () => {
  /** A summary of the events `tune`, `lost` and `find`, the second of which has another bullet. */
  const summary = (bullet: string, ...examples: string[]): Texts => ({
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md': [
      '# Events\n\n## Event Reference\n\n### Stations\n\n- `tune` - words',
      `${bullet}\n- \`find\` - words\n\n## Event Examples\n`,
      ...examples.map((example) => `\`\`\`json\n${example}\n\`\`\`\n`),
    ].join('\n'),
  });

  test.each([
    ['a flag that is not known', '- `lost` - words [SUPPORTED BY NOBODY]'],
    ['no words', '- `lost`'],
    ['no dash', '- `lost` words'],
    ['no name in code, but one with a dot', '- lost.signal - words', 'lost.signal'],
    ['a second event in its words', '- `lost` - words\n`seek` - words', 'lost', 'seek'],
    ['a second event below it', '- `lost` - words\n  - `seek` - words', 'lost', 'seek'],
  ])('leaves out the event of its bullet: %s', (_, bullet, ...names) => {
    expect(run(summary(bullet), true)).toEqual({
      events: ['server tune', 'server find'],
      leftOut: names.length > 0 ? names : ['lost'],
      sound: true,
    });
  });

  test('leaves out the event of its example', () => {
    const examples = ['{ "type": "tune" }', '{ "type": "lost", "a": 1, "a": 2 }'];

    expect(run(summary('- `lost` - words', ...examples), true)).toEqual({
      events: ['server tune', 'server find'],
      leftOut: ['lost'],
      sound: true,
    });
  });

  test('leaves out the example of an event that is left out, which is no fault of its own', () => {
    expect(run(summary('- `lost`', '{ "type": "lost" }'), true)).toMatchObject({
      leftOut: ['lost'],
      sound: true,
    });
  });

  test.each([
    ['a bullet that names no event', ['- words']],
    ['an example that cannot be read', ['- `lost` - words', '{ "type": "lost"']],
    ['an example of no event', ['- `lost` - words', '{ "type": "seek" }']],
    ['words where bullets are expected', ['- `lost` - words\n\nWords.\n']],
  ])(
    'makes the source unsound where it is in the lines of no event: %s',
    (_, [bullet = '', ...more]) => {
      expect(run(summary(bullet, ...more), true)).toMatchObject({ leftOut: [], sound: false });
    },
  );

  test('makes the source unsound without --keep-going', () => {
    expect(run(summary('- `lost`'), false)).toMatchObject({ leftOut: [], sound: false });
  });
});

test('another source is not concerned', () => {
  const television = Object.fromEntries(
    Object.entries(twoEvents({})).map(([file, text]) => [
      file.replace('radio/', 'television/'),
      text,
    ]),
  );
  const results = modelSources(docsOf({ ...twoEvents({ lost: fault }), ...television }));

  expect(results.map(({ id, sound }) => `${id} ${sound}`)).toEqual([
    'radio false',
    'television true',
  ]);
});

test('leaves out, in its turn, what took a shape from an event that is left out', () => {
  const docs = docsOf({
    'radio/source.json': sourceJson('openai-tree', {
      shapes: { Station: ['found/station', 'lost/station'] },
    }),
    'radio/index.md':
      '# Events\n\n## Contents\n- [found](found.md)\n- [lost](lost.md)\n- [other](other.md)\n',
    'radio/found.md':
      "# found\n\n## Properties\n- `type` (string, required): Enum: 'found'.\n- `station` (object, required)\n  - `name` (text, required)\n",
    'radio/lost.md':
      "# lost\n\n## Properties\n- `type` (string, required): Enum: 'lost'.\n- `station` (object, required)\n",
    'radio/other.md': "# other\n\n## Properties\n- `type` (string, required): Enum: 'other'.\n",
  });
  const [source] = modelSources(docs, { keepGoing: true });

  expect(source).toMatchObject({ sound: true, leftOut: ['found', 'lost'] });
  expect(source?.diagnostics.map(({ rule }) => rule)).toEqual([
    'type-unknown',
    'shape-undocumented',
  ]);
});

describe('what is left out', () => {
  /** What is left of a source that is generated with `--keep-going`. */
  const kept = (texts: Texts) => {
    const [result] = modelSources(docsOf(texts), { keepGoing: true });
    return {
      events: result?.model?.events.map(({ direction, name }) => `${direction} ${name}`),
      sound: result?.sound,
    };
  };
  const fault = '- `a` (text, required)\n';

  test('takes the shapes with it that source.json names for it alone', () => {
    const texts = {
      'radio/source.json': sourceJson('openai-tree', { shapes: { Station: ['lost/station'] } }),
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](lost.md)\n',
      'radio/tune.md': treePage('tune'),
      'radio/lost.md': treePage(
        'lost',
        `${fault}- \`station\` (object, required)\n  - \`name\` (string, required)\n`,
      ),
    };

    expect(kept(texts)).toEqual({ events: ['server tune'], sound: true });
  });

  test('may be every event, and then the source is', () => {
    expect(kept(tree(fault))).toEqual({ events: [], sound: false });
  });

  test('leaves the event of the same name in the other direction', () => {
    const index = '# Events\n\n## Contents\n- [tune](tune.md)\n';
    const texts = {
      'radio/source.json': sourceJson('openai-tree', {
        index: { server: 'server/index.md', client: 'client/index.md' },
      }),
      'radio/server/index.md': index,
      'radio/server/tune.md': treePage('tune'),
      'radio/client/index.md': index,
      'radio/client/tune.md': treePage('tune', fault),
    };

    expect(kept(texts)).toEqual({ events: ['server tune'], sound: true });
  });
});
