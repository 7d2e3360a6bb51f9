import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { diagnosticsIn, lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { dialects } from '../../generator/dialects/index.ts';
import { readSource } from '../../generator/source/source-json.ts';
import { diagnosticsOf, sourceJson, type Texts } from '../support/docs.ts';

/** What a `source.json` is read as, and what is wrong with it. */
function read(text: string) {
  const file = new VFile({ path: 'radio/source.json', value: text });
  const source = readSource('radio', file);
  return { source, diagnostics: diagnosticsIn(file).map(lineOfDiagnostic) };
}

const complete = `{
  "title": "Radio",
  "dialect": "openai-tree",
  "index": { "server": "server/index.md", "client": "client/index.md" },
  "upstream": {
    "title": "Radio reference",
    "url": "https://example.com/",
    "snapshot": "2026-01-31"
  },
  "shapes": {
    "Station": ["tune/station", "lost/station"]
  },
  "reading": { "server": "exact", "client": "tolerant" },
  "ignore": ["README.md"],
  "aliases": { "Mast": "Station" },
  "retired": { "date": "2026-06-30", "evidence": "The mast was taken down." },
  "notice": "The words are ours.",
  "typePrefix": "Radio",
  "endpoint": { "url": "wss://{mast}.example.com/air?band={band}", "evidence": "The plate on the mast." }
}
`;

describe('a source.json', () => {
  test('with all its keys', () => {
    expect(read(complete)).toEqual({
      source: {
        info: {
          id: 'radio',
          title: 'Radio',
          upstream: {
            title: 'Radio reference',
            url: 'https://example.com/',
            snapshot: '2026-01-31',
          },
          notice: 'The words are ours.',
          typePrefix: 'Radio',
          retired: { date: '2026-06-30', evidence: 'The mast was taken down.' },
          endpoint: {
            url: 'wss://{mast}.example.com/air?band={band}',
            evidence: 'The plate on the mast.',
          },
          reading: { server: 'exact', client: 'tolerant' },
        },
        dialect: { name: 'openai-tree', position: 'radio/source.json:3:14' },
        index: [
          {
            direction: 'server',
            page: 'server/index.md',
            position: 'radio/source.json:4:24',
          },
          {
            direction: 'client',
            page: 'client/index.md',
            position: 'radio/source.json:4:53',
          },
        ],
        shapes: [
          { name: 'Station', pattern: 'tune/station', position: 'radio/source.json:11:17' },
          { name: 'Station', pattern: 'lost/station', position: 'radio/source.json:11:33' },
        ],
        aliases: [{ name: 'Mast', of: 'Station', position: 'radio/source.json:15:24' }],
        ignore: [{ pattern: 'README.md', position: 'radio/source.json:14:14' }],
      },
      diagnostics: [],
    });
  });

  test('needs one direction, no shapes and no reading', () => {
    const { source, diagnostics } = read(
      sourceJson('yandex-rest', { index: { client: 'index.md' } }),
    );

    expect(source?.index).toEqual([
      { direction: 'client', page: 'index.md', position: 'radio/source.json:5:15' },
    ]);
    expect(source?.shapes).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  test('names the server first, whatever the order of the keys', () => {
    const { source } = read(
      sourceJson('yandex-rest', { index: { client: 'client.md', server: 'server.md' } }),
    );

    expect(source?.index.map(({ direction }) => direction)).toEqual(['server', 'client']);
  });

  test('may say where the publisher has the pages, which is not part of the model', () => {
    const pages = { git: 'https://small.test/docs.git', folder: 'en' };
    const upstream = { title: 'U', url: 'https://example.com/', snapshot: 'undated' };
    const { source } = read(sourceJson('yandex-rest', { upstream: { ...upstream, pages } }));

    expect(source?.pages).toEqual(pages);
    expect(source?.info.upstream).toEqual(upstream);
  });

  test('need not be a copy of anything', () => {
    const { source, diagnostics } = read(sourceJson('yandex-rest', { upstream: undefined }));

    expect(diagnostics).toEqual([]);
    expect(source?.info).toEqual({ id: 'radio', title: 'Radio' });
  });

  test('may have an undated snapshot', () => {
    const upstream = { title: 'U', url: 'https://example.com/', snapshot: 'undated' };

    expect(read(sourceJson('yandex-rest', { upstream })).diagnostics).toEqual([]);
  });
});

describe('a wrong key is named, at its line', () => {
  test.each([
    ['"title": "Radio"', '"title": ""', '2:12', '"title" must not be empty.'],
    ['"title": "Radio"', '"title": " \u00a0\u200b"', '2:12', '"title" must not be blank.'],
    ['"title": "Radio"', '"title": 1', '2:12', '"title" must be a text.'],
    [
      '"openai-tree"',
      '"morse"',
      '3:14',
      `"dialect" must be one of ${Object.keys(dialects).join(', ')}, or a module such as ./my-dialect.js.`,
    ],
    [
      '"openai-tree"',
      '"toString"',
      '3:14',
      `"dialect" must be one of ${Object.keys(dialects).join(', ')}, or a module such as ./my-dialect.js.`,
    ],
    [
      '"server/index.md"',
      '"server/"',
      '4:24',
      '"index.server" must be the path of a Markdown page, or of a section of one, such as events.md#server-events.',
    ],
    [
      '"client/index.md"',
      '1',
      '4:53',
      '"index.client" must be the path of a Markdown page, or of a section of one, such as events.md#server-events, or a list of such.',
    ],
    ['"server":', '"sever":', '4:23', '"index.sever" is not known; did you mean "server"?'],
    [
      '{ "server": "server/index.md", "client": "client/index.md" }',
      '{}',
      '4:12',
      '"index" must name the index page of a direction.',
    ],
    [
      '"url": "https://example.com/"',
      '"url": "example.com"',
      '7:12',
      '"upstream.url" must be a URL.',
    ],
    [
      '"2026-01-31"',
      '"January"',
      '8:17',
      '"upstream.snapshot" must be a date (YYYY-MM-DD) or "undated".',
    ],
    [
      '2026-01-31',
      '2026-02-31',
      '8:17',
      '"upstream.snapshot" must be a date (YYYY-MM-DD) or "undated".',
    ],
    ['"exact"', '"loose"', '13:26', '"reading.server" must be "tolerant" or "exact".'],
    [
      '"reading": { "server"',
      '"reading": { "reader"',
      '13:26',
      '"reading.reader" is not known; the keys here are server, client.',
    ],
    [
      '"Station" }',
      '1 }',
      '15:24',
      '"aliases.Mast" must be a TypeScript name such as RealtimeSession.',
    ],
    [
      '"Mast"',
      '"mast"',
      '15:24',
      '"aliases.mast" must be a TypeScript name such as RealtimeSession.',
    ],
    [
      '"The words',
      '"The\\nwords',
      '17:13',
      '"notice" must be one line without control characters.',
    ],
    [
      '"typePrefix": "Radio"',
      '"typePrefix": "radio"',
      '18:17',
      '"typePrefix" must be a TypeScript name such as RealtimeSession.',
    ],
    [
      '"typePrefix": "Radio"',
      '"typePrefix": 5',
      '18:17',
      '"typePrefix" must be a TypeScript name such as RealtimeSession.',
    ],
    [
      '"typePrefix": "Radio"',
      '"typePrefix": "Message"',
      '18:17',
      '"typePrefix" must not be how a name of the platform, or one that all sources share, begins.',
    ],
    [
      'wss://{mast}',
      'https://{mast}',
      '19:24',
      '"endpoint.url" must be the address of a WebSocket, such as wss://api.acme.example/v1/realtime?model={model}.',
    ],
    ['06-30', '06-31', '16:24', '"retired.date" must be a date (YYYY-MM-DD).'],
    ['"Station"', '""', '11:9', '"shapes." must be a TypeScript name such as RealtimeSession.'],
    [
      '"Station"',
      '"A {} export const evil = 1; interface B"',
      '11:48',
      '"shapes.A {} export const evil = 1; interface B" must be a TypeScript name such as RealtimeSession.',
    ],
    ['"lost/station"', '1', '11:33', '"shapes.Station.1" must be a text.'],
    [
      '["tune/station", "lost/station"]',
      '"tune/station"',
      '11:16',
      '"shapes.Station" must be a list of paths.',
    ],
    [
      '{\n    "Station": ["tune/station", "lost/station"]\n  }',
      '"none"',
      '10:13',
      '"shapes" must be an object.',
    ],
    ['"Station"', '"__proto__"', '11:5', '"shapes.__proto__" is not known; remove it.'],
    ['"Station"', '"constructor"', '11:5', '"shapes.constructor" is not known; remove it.'],
    ['"shapes":', '"shape":', '10:12', '"shape" is not known; did you mean "shapes"?'],
  ])('%s → %s', (right, wrong, place, sentence) => {
    expect(read(complete.replace(right, wrong))).toEqual({
      source: undefined,
      diagnostics: [`radio/source.json:${place} error source-invalid ${sentence}`],
    });
  });
});

describe('a missing key is named, at what it is missing from', () => {
  test.each([
    [
      '  "title": "Radio",\n',
      '1:1',
      '"title" is missing; it is what people call the source, such as "Acme Voice".',
    ],
    [
      '  "dialect": "openai-tree",\n',
      '1:1',
      '"dialect" is missing; it is the syntax of the pages, such as "openai-tree".',
    ],
    [
      / {2}"index": .*\n/,
      '1:1',
      '"index" is missing; it is the page that lists the events of each direction, such as { "server": "server-events/index.md" }.',
    ],
    ['    "title": "Radio reference",\n', '5:15', '"upstream.title" is missing.'],
    [/,\n {4}"snapshot": .*/, '5:15', '"upstream.snapshot" is missing.'],
  ])('%s', (line, place, sentence) => {
    expect(read(complete.replace(line, ''))).toEqual({
      source: undefined,
      diagnostics: [`radio/source.json:${place} error source-invalid ${sentence}`],
    });
  });
});

describe('a key that is there twice is named, at the second place', () => {
  test.each([
    ['"title": "Radio",', '"title": "Radio", "title": "Tv",', '2:21', 'title'],
    ['"reading":', '"shapes": {},\n  "reading":', '13:3', 'shapes'],
    ['"client":', '"server":', '4:43', 'index.server'],
    ['"tune/station", "lost/station"]', '"a/b"], "Station": ["c/d"]', '11:25', 'shapes.Station'],
  ])('%s → %s', (right, wrong, place, key) => {
    expect(read(complete.replace(right, wrong))).toEqual({
      source: undefined,
      diagnostics: [
        `radio/source.json:${place} error source-invalid "${key}" is there twice; remove one.`,
      ],
    });
  });
});

test('more paths of shapes than are looked for are an error', () => {
  const paths = Array.from({ length: 501 }, (_, i) => `tune/a${i}`);
  const texts = { 'radio/source.json': sourceJson('openai-tree', { shapes: { Station: paths } }) };
  expect(diagnosticsOf(texts)).toEqual([
    'radio/source.json:12:13 error source-invalid "shapes" has more than 500 paths; let one path with * stand for many.',
  ]);
});

test.each(['support-matrix.md', 'misfits.ts', 'INDEX.TS', 'model.json'])(
  'the folder of a source cannot be called %s, as a generated file is',
  (id) => {
    expect(diagnosticsOf({ [`${id}/source.json`]: sourceJson('openai-tree') })).toEqual([
      `${id}/source.json:1:1 error source-invalid the folder "${id}" must not be named like a generated file; take the ending off.`,
    ]);
  },
);

test('the folder of a source cannot be called as that of what all sources share', () => {
  expect(diagnosticsOf({ 'Runtime/source.json': sourceJson('openai-tree') })).toEqual([
    'Runtime/source.json:1:1 error source-invalid the folder "Runtime" must not be named like the folder of what all sources share; take another name.',
  ]);
});

test('every wrong key is reported', () => {
  const { diagnostics } = read(complete.replace('"title"', '"name"').replace('"url"', '"link"'));

  expect(diagnostics.toSorted()).toEqual([
    'radio/source.json:1:1 error source-invalid "title" is missing; it is what people call the source, such as "Acme Voice".',
    'radio/source.json:2:11 error source-invalid "name" is not known; the keys here are $schema, title, dialect, index, upstream, notice, typePrefix, retired, syntax, endpoint, matrix, reading, ignore, shapes, aliases.',
    'radio/source.json:5:15 error source-invalid "upstream.url" is missing.',
    'radio/source.json:7:13 error source-invalid "upstream.link" is not known; the keys here are title, url, snapshot, pages.',
  ]);
});

test('a source.json that is not there, or empty', () => {
  expect(read('').diagnostics).toEqual([
    'radio/source.json:1:1 error source-invalid there is no source.json, or nothing in it; it says how to read the pages of its folder.',
  ]);
});

describe('text that is not JSON', () => {
  test.each([
    ['words', 'title: Radio\n', '1:1'],
    ['a comma too many', '{\n  "title": "Radio",\n}\n', '3:1'],
    ['an end too early', '{\n  "title": "Radio"\n', '3:1'],
    ['a comment', `// hello\n${complete}`, '1:1'],
  ])('%s', (_, text, place) => {
    expect(read(text)).toEqual({
      source: undefined,
      diagnostics: [
        `radio/source.json:${place} error source-invalid this is not valid JSON; fix it here.`,
      ],
    });
  });
});

// ── The pages that it leads to ──────────────────────────────────────────────────────────────────────────────

/** A source whose index has one more entry: a link to `url`. */
function linking(url: string): Texts {
  return {
    'radio/source.json': sourceJson('openai-tree', { index: { server: 'events/index.md' } }),
    'radio/events/index.md': `# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](${url})\n`,
    'radio/events/tune.md': "# tune\n\n## Properties\n- `type` (string, required): Enum: 'tune'.\n",
    'television/source.json': sourceJson('openai-tree'),
    'television/index.md': '# Events\n\n## Contents\n- [lost](lost.md)\n',
    'television/lost.md': "# lost\n\n## Properties\n- `type` (string, required): Enum: 'lost'.\n",
  };
}

describe('a link of an index', () => {
  test.each([
    ['../../television/lost.md', 'the page of another source'],
    ['%2e%2e/%2e%2e/television/lost.md', 'dots that are encoded'],
    ['..%2f..%2ftelevision/lost.md', 'slashes that are encoded'],
    ['tune/../../../television/lost.md', 'a way that only ends outside'],
    ['../../../lost.md', 'a page outside the docs'],
    ['../../radio-2/lost.md', 'a folder of which the name begins alike'],
    ['/radio/events/tune.md', 'an absolute path'],
    ['//example.com/lost.md', 'a host'],
    ['https://example.com/lost.md', 'the web'],
    ['file:///radio/events/tune.md', 'a file URL'],
    ['FILE:tune.md', 'another protocol in capitals'],
    ['javascript:tune.md', 'a script'],
    ['#tune', 'the index itself'],
    ['?tune', 'nothing but a query'],
    ['%E0%A4%A', 'an encoding that is broken'],
  ])('that goes to "%s" (%s) leads outside', (url) => {
    expect(diagnosticsOf(linking(url))).toEqual([
      `radio/events/index.md:5:3 error link-outside "${url}" does not lead to a page of this source; use a relative path below radio/.`,
    ]);
  });

  test.each([
    ['lost.md', 'radio/events/lost.md'],
    ['../lost.md', 'radio/lost.md'],
    ['%6cost.md', 'radio/events/lost.md'],
    ['..\\lost.md', 'radio/events/..\\lost.md'],
    ['', 'radio/events'],
  ])('that goes to "%s" leads to a page that is missing', (url, page) => {
    expect(diagnosticsOf(linking(url))).toEqual([
      `radio/events/index.md:5:3 error page-missing "${url}" leads to ${page}, which does not exist; add that page, or fix the link.`,
    ]);
  });

  test.each([['lost.md'], ['./lost.md'], ['../events/lost.md'], ['%6Cost.md']])(
    'that goes to "%s" leads to a page',
    (url) => {
      expect(
        diagnosticsOf({
          ...linking(url),
          'radio/events/lost.md':
            "# lost\n\n## Properties\n- `type` (string, required): Enum: 'lost'.\n",
        }),
      ).toEqual([]);
    },
  );
});

describe('a page', () => {
  test('that no index lists is an error', () => {
    expect(
      diagnosticsOf({ ...linking('tune.md'), 'radio/drafts/lost.md': '# lost\n' }).filter((line) =>
        line.includes('page-unlisted'),
      ),
    ).toEqual([
      'radio/drafts/lost.md:1:1 error page-unlisted no index of this source (radio/events/index.md) lists this page; list it or remove it.',
    ]);
  });

  test('that is the index and is missing is an error of source.json', () => {
    expect(diagnosticsOf({ 'radio/source.json': sourceJson('yandex-rest') })).toEqual([
      'radio/source.json:5:15 error page-missing the index of the server events, index.md, does not exist; add that page, or fix its path.',
    ]);
  });

  test('that is the index and leads outside is an error of source.json, as a link would be', () => {
    expect(
      diagnosticsOf({
        'radio/source.json': sourceJson('openai-tree', { index: { server: '../tv/index.md' } }),
        'tv/index.md': '# Events\n',
      }).filter((line) => line.startsWith('radio/')),
    ).toEqual([
      'radio/source.json:5:15 error link-outside "../tv/index.md" does not lead to a page of this source.',
    ]);
  });

  test('of a folder without a source.json is not passed over in silence', () => {
    expect(diagnosticsOf({ 'radio/index.md': '# Events\n' })).toEqual([
      expect.stringMatching(/^radio\/source\.json:1:1 error source-invalid /),
    ]);
  });
});

test.each([
  ['aliases', { aliases: Object.fromEntries(many((i) => [`A${i}`, 'Station'])) }, '500 names'],
  ['ignore', { ignore: many((i) => `${i}.md`) }, '500 patterns'],
  ['index.server', { index: { server: many((i) => `${i}.md`) } }, '100 pages'],
])('%s has an end', (key, more, most) => {
  const { source, diagnostics } = read(sourceJson('openai-tree', more));

  expect(source).toBeUndefined();
  expect(diagnostics).toEqual([
    expect.stringMatching(new RegExp(`"${key}" must (?:have|name) ${most} at most\\.$`)),
  ]);
});

function many<Item>(item: (i: number) => Item): Item[] {
  return Array.from({ length: 501 }, (_, i) => item(i));
}
