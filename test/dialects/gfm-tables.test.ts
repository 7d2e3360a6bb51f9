/** Single statements of the `gfm-tables` dialect; whole pages are in `fixtures/gfm-tables`. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { phrases, readLine } from '../../generator/dialects/gfm-tables/phrases.ts';
import { isError, type Diagnostic } from '../../generator/diagnostics.ts';
import type { Type } from '../../generator/model/model.ts';
import { typeSummary } from '../../generator/model/signature.ts';
import { openType } from '../../generator/model/types.ts';
import { eventsOf } from '../../generator/model/walk.ts';
import { modelSources } from '../../generator/pipeline.ts';
import {
  diagnosticsOf,
  docsOf,
  modelOf,
  shortDiagnosticsOf,
  sourceJson,
  type Texts,
} from '../support/docs.ts';
import { firstLine } from '../support/page.ts';
import { root } from '../support/repository.ts';
import { lastField, tables } from '../support/small-docs.ts';

describe('a type', () => {
  test('in code has its bars with a backslash, as a table wants them', () => {
    expect(typeSummary(typeIn('`string \\| null`'))).toBe('null | string');
  });

  test.each([
    ['`Station`', 'link a type that has a section of its own: [Station](#station).'],
    ['string?', 'did you mean "string or null"?'],
    ['string (base64)', 'expected "or", or the end of the type, at "(base64)".'],
  ])('such as %s is told with what to write', (type, advice) => {
    expect(diagnosticsOf(tables(`| a | ${type} | Words. |\n`)).join('\n')).toContain(advice);
  });
});

function typeIn(cell: string): Type {
  return lastField(tables(`| a | ${cell} | Words. |\n`))?.type ?? openType('radio/events.md:1:1');
}

describe('a phrase', () => {
  test.each(phrases.map(({ example, pattern }) => [example, pattern] as const))(
    'such as "%s" is one of the table',
    (example, pattern) => {
      expect(example).toMatch(pattern);
    },
  );

  test.each([
    ['The event type must be `tune`.', ['literal `tune`']],
    ['Optional. Must be `"tune"`', ['literal `"tune"`']],
    ['If it is a text, the value must be `a` or `b`.', []],
    ['事件类型必须是 `tune`。', ['literal `tune`']],
    ['如果是文本，则值必须是 `a` 或 `b`。', []],
    ['Allowed values: `a`, `b`, and `c`', ['list `a`, `b`, and `c`']],
    ['Allowed values: `a`. Otherwise, any name.', ['list `a`', 'rest . Otherwise']],
    ['Allowed vlaues: `a` and `b` and more', []],
    ['for example (`a` and `b`)', ['list `a` and `b`']],
    ['for example (for `a` items)', []],
    [
      'Defaults to `0.5`. You can set it to a value between `0.0` and `1.0`.',
      ['default `0.5`', 'minimum 0.0', 'maximum 1.0'],
    ],
    ['Default is 2000ms. Minimum value is 0.', ['default 2000', 'minimum 0']],
    ['(default: 24000 for `pcm16`, 8000 for others)', []],
    ['(default: none)', []],
    ['Range is (0, 1]', []],
    ['This can be set to null to turn off.', ['null null']],
    ['The configuration is null (off) by default.', []],
    ['This property is only applicable for `message` items.', []],
    ['This event is only applicable for WebRTC.', ['note only applicable for WebRTC']],
    ['A property of the `usage` object.', ['parent usage']],
  ])('%s', (line, expected) => {
    const { statements } = readLine(firstLine(line));

    expect(statements.map(({ what, text }) => `${what} ${text}`)).toEqual(expected);
  });
});

describe('a type', () => {
  test.each([
    ['string', 'string'],
    ['`string`', 'string'],
    ['integer or "inf"', "'inf' | integer"],
    ['array of string', 'array<string>'],
    ['string[][]', 'array<array<string>>'],
    ['array of array of float', 'array<array<number>>'],
    ['String array', 'array<string>'],
    ['String/Integer', 'integer | string'],
    ['anyOf: string \\| string', 'string'],
    ['object (3 properties)', 'object'],
    ['dictionary', 'map<unknown>'],
    ['map of string', 'map<string>'],
    ['string or map of array of string', 'map<array<string>> | string'],
    ['array', 'array<unknown>'],
    ['array of [A](#a) or [B](#b)', 'array<A | B>'],
    ['[A](#a)[] or [B](#b)[]', 'array<A | B>'],
    ['[A](#a) or null', 'A | null'],
    ['字符串', 'string'],
    ['字符串/整数', 'integer | string'],
    ['对象数组', 'array<object>'],
    ['数组', 'array<unknown>'],
  ])('`%s`', (text, expected) => {
    const components = ['A', 'B'].map(
      (name) =>
        `## ${name}\n\n| Field | Type | Description |\n|-|-|-|\n| type | string | Must be \`${name}\` |\n\n`,
    );
    const field = lastField(tables(`| field | ${text} | Words. |\n`, components.join('')));
    // A union of components has a name of its own.
    const type = field && typeSummary(field.type).replace('TuneField', 'A | B');

    expect(type).toBe(expected);
  });

  test.each(['strnig', 'string number', 'array of', 'string or', '[A](b.md)', '{}'])(
    '`%s` is none',
    (text) => {
      const found = diagnosticsOf(tables(`| field | ${text} | Words. |\n`));

      expect(found.join('\n')).toMatch(/ (?:type-unknown|reference-dead) /);
    },
  );
});

test.each([
  ['Required. Words.', {}, 'required'],
  ['Optional. Words.', {}, 'optional'],
  ['Optional words.', {}, 'optional'],
  ['Words that are optional.', {}, 'unstated'],
  ['Required if it is a call.', {}, 'unstated'],
  ['Required, when it is a call.', {}, 'unstated'],
  ['Words.', { syntax: { silence: 'required' } }, 'required'],
  ['Optional. Words.', { syntax: { silence: 'required' } }, 'optional'],
])('"%s" with %j is %s', (words, source, expected) => {
  expect(lastField(tables(`| a | string | ${words} |\n`, '', source))?.requiredness).toBe(expected);
});

test.each([
  ['integer', 'Allowed values: `x`, `y`', '`x`, `y` cannot be the values of the type integer'],
  ['boolean', 'Allowed values: `true`', '`true` cannot be the values of the type boolean'],
])('values that are none of the type %s are not lost: %s', (type, words, told) => {
  expect(diagnosticsOf(tables(`| a | ${type} | ${words} |\n`))).toEqual([
    expect.stringContaining(` warning text-dropped ${told}, and is not read`),
  ]);
});

test.each([
  ['integer', '', '1-10', 'warning text-dropped `1-10` cannot be the values of the type integer'],
  ['number', '', '0.6 to 1.2', 'warning text-dropped "0.6 to 1.2" is more than values'],
  ['string', '', 'a, b or c', 'warning text-dropped "a, b or c" is more than values'],
  ['string', '', '`a`, ...', 'warning text-dropped "`a`, ..." is more than values'],
  ['string', 'none', '`a`, `b`', "warning text-dropped none cannot be a default of the type 'a'"],
  ['integer', 'null', '', 'warning text-dropped null cannot be a default of the type integer'],
  ['boolean', 'true', '`true`, `false`', undefined],
  ['object', '{}', 'N/A', undefined],
  ['string', '"a"', '"a", "b"', undefined],
])('columns of %s with the default "%s" and the values "%s"', (type, value, values, told) => {
  const head = '| Field | Type | Default | Allowed values | Description |\n|-|-|-|-|-|\n';
  const component = `### A\n\n${head}| a | ${type} | ${value} | ${values} | Words. |\n`;
  const found = diagnosticsOf(
    tables('| a | [A](#a) | Words. |\n', `## Components\n\n${component}`),
  );

  expect(found.map((line) => line.includes(told ?? '\n'))).toEqual(
    told === undefined ? [] : [true],
  );
});

test.each([
  ['string', '默认值：`x`', 'a default'],
  ['string', '可选值: x, y', 'a list of values'],
  ['string', '必须为 `x` 或 `y`', 'a list of values'],
  ['string', '必填。名称', 'whether it is required'],
  ['string', '可为空', 'that it may be null'],
  ['number', '取值范围 0 到 1', 'a bound'],
  ['string', '已废弃。', 'that it is deprecated'],
  ['string', '暂不支持', 'that it is not supported'],
])('of a field that is a %s, the words %s seem to state %s', (type, words, fact) => {
  expect(diagnosticsOf(tables(`| a | ${type} | ${words} |\n`)).join('\n')).toMatch(
    new RegExp(` warning fact-in-words "[^"]*" seems to state ${fact},`),
  );
});

test.each([
  '支持音频。',
  '必填项见下文',
  '不可选的默认行为',
  '音频范围',
  'It cannot be set to null.',
])('the words "%s" state nothing', (words) => {
  expect(diagnosticsOf(tables(`| a | string | ${words} |\n`))).toEqual([]);
});

test('bounds with a dash between them, and values that each begin a line, are read', () => {
  const rows = '| a | integer | Steps (2-4) |\n| b | string | Allowed values:<br>`x`<br>`y` |\n';

  expect(diagnosticsOf(tables(rows))).toEqual([]);
  const field = lastField(tables(rows));
  expect(field && typeSummary(field.type)).toBe("'x' | 'y'");
});

test.each([
  [
    'Defaults to `a`.',
    ' warning fact-in-words "Defaults to `a`" seems to state a default, but stands in words',
  ],
  ['Deprecated.', ' warning text-dropped Deprecated. has no effect on a list of values or a union'],
])('the words "%s" of a component with values are told', (words, told) => {
  const list = `## Choice\n\n${words}\n\n**Allowed Values:**\n\n- \`a\`\n- \`b\`\n`;

  expect(diagnosticsOf(tables('| a | [Choice](#choice) | Words. |', list))).toEqual([
    expect.stringContaining(told),
  ]);
});

test('a bullet below "This can be:" that is not a member is told where it stands', () => {
  const union = '## Choice\n\nThis can be:\n\n- `"auto"`\n- anything else\n- `"none"`\n';
  expect(diagnosticsOf(tables('| a | [Choice](#choice) | Words. |', union))).toEqual([
    'radio/index.md:24:1 error type-unknown a member of a union is a link, or a value as JSON has it, such as `"auto"`.',
  ]);
});

test.each([
  [
    'See [it](#nosuch).',
    ['"#nosuch" leads to no section of this page; fix the link, or add the section.'],
  ],
  [
    'See [it][1].\n\n[1]: #nosuch',
    ['"#nosuch" leads to no section of this page; fix the link, or add the section.'],
  ],
  [
    'See [it](server-events).',
    ['"server-events" is a section of this page; write the link as (#server-events).'],
  ],
  ['See [it](#server-events), [more](#more) and [others](other.md#more).<a id="more"></a>', []],
])('links in words: %s', (words, expected) => {
  const found = diagnosticsOf(tables('', `## About\n\n${words}\n`));

  expect(found.map((line) => line.replace(/^.* warning reference-dead /, ''))).toEqual(expected);
});

test('rows of a table that its heading row left are told in words about the reference, too', () => {
  const lost = '## | Field | Type | Description |\n|-|-|-|\n| a | string | Words. |\n';

  expect(diagnosticsOf(tables('', lost)).join('\n')).toMatch(
    /^radio\/index\.md:\d+:\d+ error table-stray-text /,
  );
});

test('a link of a type that leads to another page is told once', () => {
  expect(diagnosticsOf(tables('| a | [Station](other.md#station) | Words. |\n'))).toEqual([
    expect.stringContaining('"other.md#station" is another page'),
  ]);
});

test('a link of a type that leads to nothing is told once', () => {
  const found = diagnosticsOf(tables('| a | [Station](#nosuch) | Words. |\n'));

  expect(found).toEqual([
    'radio/index.md:18:7 warning reference-dead [Station](#nosuch) leads to no section of this page, and the type stays open; fix the link, or add the section.',
  ]);
});

test('an event whose section has no words has those of the index', () => {
  const texts = tables();
  const bare = texts['radio/index.md']?.replace('\nFinds a station.\n', '') ?? '';

  expect(modelOf({ ...texts, 'radio/index.md': bare }).events[0]?.description).toBe(
    'Finds a station.',
  );
});

describe('a second section of an event', () => {
  const row = '| type | string | Must be `tune` |\n';
  const head = '| Field | Type | Description |\n|-|-|-|\n';
  const secondSection = (words: string, rows: string): string =>
    `### tune\n\n${words}\n\n${head}${row}${rows}`;
  const station = '| station | object | Where. |\n| + name | string | Its name. |\n';

  test.each([
    ['Once more.', station, 'has the same fields'],
    [
      'Once more.',
      station.replace('| string', '| integer'),
      'says otherwise: station.name (string, unstated, here integer, unstated)',
    ],
    [
      'Once more.',
      station.replace('Where.', 'Required. Where.'),
      'says otherwise: station (object, unstated, here object, required)',
    ],
    [
      'Once more.',
      '',
      'says otherwise: station ({ name: string unstated }, unstated, here absent)',
    ],
    [
      'This event is only applicable for WebRTC.',
      station,
      'says otherwise: support (supported, here partial, only applicable for WebRTC)',
    ],
    ['[DEPRECATED]', station, 'says otherwise: here it is deprecated'],
  ])('with "%s" and %j', (words, rows, expected) => {
    const found = diagnosticsOf(tables(station, secondSection(words, rows)));

    expect(found.join('\n')).toContain(
      `tune has a section at radio/index.md:9:1 already, and this one ${expected}. The first one counts; remove one of the two.`,
    );
  });
});

describe('source.json', () => {
  test.each([
    [
      { index: { server: 'index.md#a b' } },
      '"index.server" must be the path of a Markdown page, or of a section of one, such as events.md#server-events.',
    ],
    [
      { index: { server: ['index.md', 'index.txt'] } },
      '"index.server.1" must be the path of a Markdown page, or of a section of one, such as events.md#server-events.',
    ],
    [{ index: { server: [] } }, '"index.server" must name a page.'],
    [
      { index: { server: 1 } },
      '"index.server" must be the path of a Markdown page, or of a section of one, such as events.md#server-events, or a list of such.',
    ],
    [{ syntax: { index: 'below' } }, '"syntax.index" must be "sections" or "folder".'],
    [{ syntax: { silence: 'loud' } }, '"syntax.silence" must be "unstated" or "required".'],
    [{ syntax: { nesting: 'ab' } }, '"syntax.nesting" must be a mark of one to three characters.'],
    [
      { syntax: { columns: { Key: 'key' } } },
      '"syntax.columns.Key" must be one of name, type, required, default, values, description, example.',
    ],
  ])('%j', (source, sentence) => {
    expect(diagnosticsOf(tables('', '', source)).join('\n')).toContain(sentence);
  });

  test.each([
    [
      { index: { server: 'index.md#a' } },
      '"index.server" must be a whole page in the dialect openai-tree; remove what follows the #, or take gfm-tables, which reads parts of pages.',
    ],
    [{ syntax: {} }, '"syntax" has no effect in the dialect openai-tree; remove it.'],
  ])('%j of another dialect', (source, sentence) => {
    const docs = {
      'radio/source.json': sourceJson('openai-tree', source),
      'radio/index.md': '# Events\n',
    };

    expect(diagnosticsOf(docs).join('\n')).toContain(sentence);
  });
});

// ── The publishers' own pages ───────────────────────────────────────────────────────────────────────────────

const upstream = path.join(root, '../shared/upstream');

interface Published {
  title: string;
  folder: string;
  pages: readonly string[];
  source: object;
  events: readonly [server: number, client: number];
  /** What this publisher gets wrong. */
  errors: Readonly<Record<string, number>>;
}

const published: readonly Published[] = [
  {
    title: 'Azure OpenAI',
    folder: 'azure/articles/foundry/openai',
    pages: ['realtime-audio-reference.md', 'includes/realtime-audio-reference-content.md'],
    source: {
      index: {
        server: 'realtime-audio-reference.md#server-events',
        client: 'realtime-audio-reference.md#client-events',
      },
    },
    events: [32, 11],
    errors: {},
  },
  {
    title: 'Azure Voice Live',
    folder: 'azure/articles/ai-services/speech-service',
    pages: ['voice-live-api-reference-2026-01-01-preview.md'],
    source: {
      index: {
        server: 'voice-live-api-reference-2026-01-01-preview.md#server-events',
        client: 'voice-live-api-reference-2026-01-01-preview.md#client-events',
      },
    },
    events: [50, 11],
    errors: {},
  },
  {
    title: 'New API',
    folder: 'others/quantumnous-new-api/docs/en/api',
    pages: ['openai-realtime.md'],
    source: {
      index: {
        server: [
          'openai-realtime.md#server-events',
          'openai-realtime.md#function-calling',
          'openai-realtime.md#other-status-updates',
        ],
        client: 'openai-realtime.md#client-events',
      },
      syntax: {
        nesting: '.',
        columns: {
          'Example Value/Optional Values': 'example',
          'Optional Values': 'values',
          'Default Value': 'default',
          Range: 'example',
          'Range/Optional Values': 'example',
        },
      },
    },
    events: [28, 9],
    errors: { 'event-type-missing': 1 },
  },
  {
    title: 'New API in Chinese',
    folder: 'others/quantumnous-new-api/docs/api',
    pages: ['openai-realtime.md'],
    source: {
      index: {
        server: [
          'openai-realtime.md#服务端事件',
          'openai-realtime.md#函数调用',
          'openai-realtime.md#其他状态更新',
        ],
        client: 'openai-realtime.md#客户端事件',
      },
      syntax: {
        nesting: '.',
        columns: { '示例值/可选值': 'example', '范围/可选值': 'example', 范围: 'example' },
      },
    },
    events: [28, 9],
    errors: { 'event-type-missing': 1 },
  },
  {
    // Its fields in fields are told by blanks that Markdown drops, and its index has names without links.
    title: 'GLM-Realtime',
    folder: 'others/MetaGLM',
    pages: ['GLM-Realtime-doc-for-llm.md'],
    source: {
      index: {
        server: 'GLM-Realtime-doc-for-llm.md#服务端事件',
        client: 'GLM-Realtime-doc-for-llm.md#客户端事件',
      },
    },
    events: [16, 8],
    errors: {
      'block-unknown': 21,
      // The fields of two of its objects are bullets.
      'bullet-unknown': 27,
      'event-duplicate': 3,
      'event-name-invalid': 1,
      'event-type-missing': 2,
      'field-duplicate': 5,
      'page-missing': 9,
      'section-missing': 3,
      'type-unknown': 7,
    },
  },
  {
    title: 'tourze',
    folder: 'others/tourze/openai-docs-api-reference',
    pages: ['realtime-server-events', 'realtime-client-events'],
    source: {
      index: {
        server: 'realtime-server-events/index.md',
        client: 'realtime-client-events/index.md',
      },
      syntax: { index: 'folder', nesting: '↳' },
    },
    events: [34, 12],
    // A section on the elements of a field that its table leaves out, and bars in a description.
    errors: { 'section-unknown': 1, 'table-shape': 1 },
  },
];

/** The page at a path, or those of a folder. */
async function textsAt(folder: string, page: string): Promise<[string, string][]> {
  const names = page.endsWith('.md')
    ? [page]
    : (await readdir(path.join(upstream, folder, page), { recursive: true }))
        .filter((file) => file.endsWith('.md'))
        .map((file) => `${page}/${file}`);
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [
      name,
      await readFile(path.join(upstream, folder, name), 'utf8'),
    ]),
  );
}

function countsOf(faults: readonly Diagnostic[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of faults) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

test.each(existsSync(upstream) ? published : [])(
  'the pages of $title are read',
  async ({ folder, pages, source, events, errors }) => {
    const texts: Record<string, string> = { 'radio/source.json': sourceJson('gfm-tables', source) };
    for (const page of pages)
      for (const [file, text] of await textsAt(folder, page)) texts[`radio/${file}`] = text;
    const [result] = modelSources(docsOf(texts));
    const model = result?.model;

    expect(countsOf((result?.diagnostics ?? []).filter(isError))).toEqual(errors);
    expect(model && [eventsOf(model, 'server').length, eventsOf(model, 'client').length]).toEqual(
      events,
    );
  },
);

describe('a list of values that nothing calls one is told, as its type stays open', () => {
  test.each([
    'Its bands are these:',
    '**Bands**',
    '**Allowed Values**',
    '#### Values',
    'Bands of the radio.',
  ])('%s', (lead) => {
    const docs = tables(
      '| band | [Band](#band) | Its band. |',
      `## Components\n\n### Band\n\n${lead}\n\n- \`am\` - The old one.\n- \`fm\`\n`,
    );

    expect(diagnosticsOf(docs)).toEqual([
      expect.stringMatching(/^radio\/index\.md:25:1 warning fact-in-words these bullets look like/),
    ]);
  });

  test('links to pages are words', () => {
    const docs = tables(
      '| band | [Band](#band) | Its band. |',
      '## Components\n\n### Band\n\nSee:\n\n- [Bands](https://example.com/)\n',
    );

    expect(diagnosticsOf(docs)).toEqual([
      expect.stringContaining('reference-dead no table, values or union stand below this heading'),
    ]);
  });
});

test('a component with nothing below its heading is told, as it stays open', () => {
  const docs = tables(
    '| band | [Band](#band) | Its band. |',
    '## Components\n\n### Band\n\n### Allowed values\n\n- `am`\n- `fm`\n',
  );

  expect(diagnosticsOf(docs)).toContainEqual(
    'radio/index.md:21:1 warning reference-dead nothing stands below this heading, so that "Band" stays open; write its table or its values here, and headings within it one level deeper.',
  );
});

test('the table of a component that is code is told', () => {
  const table = '| Field | Type | Description |\n|---|---|---|\n| name | string | Its name. |';
  const docs = tables(
    '| band | [Band](#band) | Its band. |',
    `## Components\n\n### Band\n\n\`\`\`\n${table}\n\`\`\`\n`,
  );

  expect(diagnosticsOf(docs)).toEqual([
    expect.stringContaining('reference-dead no table, values or union stand below this heading'),
    'radio/index.md:23:1 error block-unknown this table is code, and is not read; take away its fence, or begin its rows where the lines around it begin.',
  ]);
});

describe('words of a row that say otherwise than its column are told', () => {
  test.each([
    [
      'Required',
      '| a | string | Optional. Words. | Yes |',
      'required, and the words of this row optional',
    ],
    ['Default', '| a | string | Defaults to `x`. | `y` |', '`y`, and the words of this row `x`'],
    [
      'Values',
      '| a | string | Allowed values: `x`, `y` | `x`, `z` |',
      '`x`, `z`, and the words of this row `x`, `y`',
    ],
    ['Values', '| a | string | Must be `x` | `y` |', '`y`, and the words of this row `x`'],
  ])('%s: %s', (heading, row, words) => {
    expect(toldOfColumn(heading, row)).toEqual([
      expect.stringContaining(`text-dropped the column says ${words}; make them agree.`),
    ]);
  });

  test.each([
    ['Required', '| a | string | Required. Words. | Yes |'],
    ['Required', '| a | string | Required. Words. | - |'],
    ['Default', '| a | number | Defaults to `0.50`. | 0.5 |'],
    ['Default', '| a | string | Defaults to `x`. | |'],
    ['Values', '| a | string | Allowed values: `x`, `y` | `y`, `x` |'],
  ])('and nothing where both say the same: %s: %s', (heading, row) => {
    expect(toldOfColumn(heading, row)).toEqual([]);
  });

  function toldOfColumn(heading: string, row: string): string[] {
    const head = `| Field | Type | Description | ${heading} |\n|---|---|---|---|`;
    const link = '| band | [Band](#band) | Its band. |';
    return diagnosticsOf(tables(link, `## Components\n\n### Band\n\n${head}\n${row}\n`));
  }
});

test.each([
  'The following values are allowed:<br>- `am`<br>- `fm`<br>or<br>- `dab`',
  'The following values are allowed:<br>- `am`<br>- `fm`<br>In Norway also:<br>- `dab`',
  'The following values are allowed:<br>- `am`<br>- `fm`<br>- dab',
  'What it plays (`am`, `fm`) or (`dab`).',
])('a value in another part of a list is told: %s', (words) => {
  expect(diagnosticsOf(tables(`| band | string | ${words} |\n`))).toEqual([
    expect.stringMatching(/fact-in-words .*dab`?" seems to state a list of values/),
  ]);
});

describe('property details', () => {
  const row = '| level | integer | Optional. How loud. |\n';
  const details = (words: string): string => `#### Property details\n\n##### ${words}\n`;

  test.each([
    ['the same', '`level` (optional)\n\nHow loud.\n\n**Type**: integer'],
    ['the same, of the event', '`type` (required)\n\n**Allowed values**: `tune`'],
  ])('may say %s', (_, words) => {
    expect(diagnosticsOf(tables(row, details(words)))).toEqual([]);
  });

  test.each([
    ['a field that no table has', 'gain', 'section-unknown "gain" names no field of tune;'],
    [
      'a flag',
      'level\n\nHow loud. [NOT SUPPORTED]',
      'flag-misplaced [NOT SUPPORTED] has no effect',
    ],
    [
      'that it is gone',
      'level\n\nNo longer sent.',
      'fact-in-words "No longer sent" seems to state ',
    ],
    ['another requiredness', '`level` (required)', 'fact-in-words "required" seems to state '],
    [
      'a default',
      'level\n\nDefaults to `3`.',
      'fact-in-words "Defaults to `3`" seems to state a default',
    ],
    ['another type', 'level\n\n**Type**: string', 'section-diverges `level` is "string" here,'],
    [
      'a table',
      `level\n\n| Field | Type |\n|---|---|\n| a | string |`,
      'block-unknown a table has no meaning in the details',
    ],
  ])('are told where they say more: %s', (_, words, told) => {
    expect(diagnosticsOf(tables(row, details(words)))).toEqual([expect.stringContaining(told)]);
  });
});

describe('what the row of an index says beside the section of its event', () => {
  test.each([
    ['Only on boats.', 'Finds a station.\n\nOnly on boats.'],
    ['Finds a station. Only on ships.', 'Finds a station.\n\nOnly on ships.'],
    ['Looks for a station.', 'Finds a station.'],
  ])('is kept where it may state a fact: %s', (words, description) => {
    const [page] = Object.entries(tables()).filter(([path]) => path.endsWith('.md'));
    const [path = '', text = ''] = page ?? [];
    const docs = { ...tables(), [path]: text.replace('| Finds a station. |', `| ${words} |`) };

    expect(modelOf(docs).events.map((event) => event.description)).toEqual([description]);
  });
});

test('a row of an index in a quote is told, whatever breaks its lines', () => {
  const row = '> | [tune](#tune) | Finds all.<br>This event is only applicable for FM. |\n';
  const [path = '', text = ''] =
    Object.entries(tables()).find(([one]) => one.endsWith('.md')) ?? [];
  const docs = { ...tables(), [path]: text.replace('\n### tune', `\n${row}\n### tune`) };

  expect(diagnosticsOf(docs)).toEqual([
    expect.stringContaining('table-stray-text this looks like a row of a table'),
    expect.stringContaining('flag-misplaced only applicable for FM has no effect here'),
  ]);
});

describe('an example of a field', () => {
  const exampleOf = (type: string, example: string): string[] => {
    const head = '| Field | Type | Example | Description |\n|---|---|---|---|\n';
    const part = `#### Level properties\n\n${head}| a | ${type} | ${example} | Words. |\n`;
    return diagnosticsOf(tables('| level | object | Words. |\n', part));
  };

  test.each([
    ['integer', 'loud'],
    ['integer', '0-5000'],
    ['boolean', '`1`'],
    ['number', 'null'],
  ])('of the type %s cannot be %s', (type, example) => {
    expect(exampleOf(type, example)).toEqual([
      expect.stringContaining(
        `example-mismatch the example ${example} cannot be of the type ${type}; fix one of the two.`,
      ),
    ]);
  });

  test.each([
    ['Required. What it is.', 'fact-in-words "Required" seems to state whether it is required'],
    ['`1`, no longer sent', 'fact-in-words'],
    ['[NOT SUPPORTED]', 'flag-misplaced [NOT SUPPORTED] has no effect here'],
  ])('that is more than a value is told: %s', (example, told) => {
    expect(exampleOf('integer', example).join('\n')).toContain(told);
  });

  test.each([
    ['integer', '1, 2'],
    ['number', '-'],
    ['string', 'required'],
    ['object', '{ "a": 1 }'],
    ['string', 'What a lovely day!'],
  ])('of the type %s may be %s', (type, example) => {
    expect(exampleOf(type, example)).toEqual([]);
  });
});

describe('code between two marks is read as between one', () => {
  test.each([
    ['Allowed values: ``a``, ``b``', 'a | b'],
    ['How it sounds (``low``, ``high``).', 'high | low'],
    ['Must be ``x``', 'x'],
  ])('in %s', (words, type) => {
    const field = lastField(tables(`| a | string | ${words} |\n`));

    expect(
      typeSummary(field?.type ?? openType('radio/events.md:1:1')).replaceAll(/["']/g, ''),
    ).toBe(type);
  });
});

describe('a component', () => {
  const component = (blocks: string): string =>
    diagnosticsOf(tables('| a | [Band](#band) | Words. |\n', `## Band\n\n${blocks}\n`)).join('\n');

  test.each([['• `am`'], ['<p>`am`</p>'], ['> - `am`'], ['    - `am`']])(
    'whose values are no list is told: %s',
    (values) => {
      expect(component(`**Allowed values:**\n\n${values}`)).toContain(
        'enum-without-values below this line, the values of "Band" are not read',
      );
    },
  );

  test.each([
    ['A [Ship](#band) object'],
    ['> - A [Ship](#band) object'],
    ['<p>A [Ship](#band) object</p>'],
    ['[^1]: A [Ship](#band) object'],
    ['```\n- `"fm"`\n```'],
  ])('of which a member stands apart is told: %s', (member) => {
    expect(component(`This can be:\n\n- \`"am"\`\n\n${member}`)).toContain(
      'fact-in-words this looks like more of what "Band" can be',
    );
  });

  test('whose member lost its line is told', () => {
    expect(component('This can be:\n\n- `"am"`\n– A [Ship](#band) object')).toContain(
      'enum-malformed this bullet has more than one value or type',
    );
  });
});

test.each([
  ['Band {#band-of-it}', '#band-of-it'],
  ['Band {#band-of-it}', '#band'],
  ['Band :sparkles:', '#band'],
])('a heading may end in what is no word of it: %s', (heading, url) => {
  const component = `## ${heading}\n\n**Allowed values:**\n\n- \`am\`\n`;
  const docs = tables(`| a | [Band](${url}) | Words. |\n`, component);

  expect(modelOf(docs).shapes.map(({ name }) => name)).toEqual(['Band']);
});

test('the heading of a part of an event with no event above it is told', () => {
  const pages = {
    'radio/tune.md':
      '#tune\n\n## Fields\n\n| Field | Type | Description |\n|---|---|---|\n| type | string | Must be `tune` |\n',
  };
  const source = sourceJson('gfm-tables', {
    index: { server: 'index.md' },
    syntax: { index: 'folder' },
  });

  expect(
    diagnosticsOf({ 'radio/source.json': source, 'radio/index.md': '# Server events\n', ...pages }),
  ).toEqual([
    expect.stringContaining('title-missing "Fields" is the heading of a part of an event'),
  ]);
});

test('an object with more properties than its type says is told', () => {
  const rows = (blanks: string): string =>
    `| a | object (2 properties) | Words. |\n|  ↳ b | string | Words. |\n| ${blanks}↳ c | object (1 property) | Words. |\n|    ↳ d | string | Words. |\n|  ↳ e | string | Words. |\n`;
  const told = (blanks: string): string =>
    diagnosticsOf(
      tables(rows(blanks).replace('2 properties', '3 properties'), '', {
        syntax: { nesting: '↳' },
      }),
    ).join('\n');

  expect(told(' ')).toBe('');
  expect(told('')).toContain('count-differs `c` is said to have 1 properties, and has 2 here');
});

test('blanks in a cell may be any that look like one', () => {
  const cell =
    'array\u00a0of&nbsp;string | Required. What it\u202fis. Allowed\u00a0values: `a`, `b`';
  const field = lastField(tables(`| a | ${cell} |\n`));

  expect(field && [field.requiredness, typeSummary(field.type)]).toEqual([
    'required',
    "array<'a' | 'b'>",
  ]);
});

describe('a name with the way to its field', () => {
  const named = (name: string): Texts =>
    tables(`| ${name} | string | Words. |`, '', { syntax: { nesting: '.' } });

  test.each(['a.b', '`a.b`', 'a-c.b'])('is read: %s', (name) => {
    expect(shortDiagnosticsOf(named(name))).toEqual([]);
  });

  test.each(['$.b', '.b', 'a[].b', 'a?.b', '**a**.b'])(
    'is told where a part of it is not as messages have it: %s',
    (name) => {
      expect(shortDiagnosticsOf(named(name))).toEqual([
        'radio/index.md:18:1 error field-malformed',
      ]);
    },
  );
});
