/** A statement is read or reported, whatever it is dressed in and whatever node it stands in. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, shortDiagnosticsOf, sourceJson, type Texts } from '../support/docs.ts';
import {
  anyA,
  lastField,
  reference,
  rest,
  restSection,
  summary,
  tables,
  tree,
  treePage,
} from '../support/small-docs.ts';

/** A field of a tree, with what stands below its bullet; that begins on line 7. */
const below = (blocks: string, signature = 'string, required'): Texts =>
  tree(`- \`a\` (${signature}): Text.\n\n${blocks.replaceAll(/^(?=.)/gm, '  ')}\n`);

/** The page of `tune` with words of its description, which begin on line 3. */
const describedTree = (words: string): Texts => ({
  ...tree(''),
  'radio/tune.md': treePage('tune').replace('\n\n', `\n\n${words}\n\n`),
});

/** A summary with words about the document, which begin on line 5. */
const describedSummary = (words: string): Texts => ({
  'radio/source.json': sourceJson('event-summary'),
  'radio/index.md': `# Events\n\n## Summary\n\n${words}\n\n## Event Reference\n\n- \`tune\` - words\n\n## Event Examples\n`,
});

describe('a field, an event or an example', () => {
  test.each([
    ['a list of HTML', '<ul>\n<li><code>b</code> (string, required): Text.</li>\n</ul>', '8:7'],
    ['a quote', '> `b` (string, required)', '7:5'],
    ['an ordered list', '1. Words:\n   1. `b` (string, required)', '8:6'],
    ['a footnote', 'As in[^1].\n\n[^1]: `b` (string, required)', '9:9'],
    ['bold', 'Words.\n**b** (string, required): Text.', '8:5'],
    ['a link', 'Words.\n[`b`](b.md) (string, required): Text.', '8:4'],
    ['code', '```md\n- `b` (string, required)\n```', '8:5'],
    ['a comment that is never closed', '<!-- `b` (string, required)', '7:8'],
    ['a bullet of its own form', '- `b`: integer, required. Text.', '7:5'],
    ['wide brackets', '`b` （string, required）: Text.', '7:3'],
    ['curly brackets', '`b` {string, required}: Text.', '7:3'],
    ['an arrow', '`b` -> string, required', '7:3'],
    ['brackets of three parts', 'Or `b` (string, optional, nullable)', '7:6'],
    ['escapes', '&#96;b&#96; (string\\, required)', '7:3'],
    ['a bullet without its blank', '-`b` (string, required)', '7:4'],
    ['a code span as a whole', 'As in `b (string, required)`.', '7:10'],
    ['the title of a tag', '<abbr title="`b` (string, required)">Words</abbr>', '7:3'],
    ['the title of a link', '[Words](b.md "`b` (string, required)")', '7:17'],
    ['the title of a note', ':::note[b (string, required)]\n\nWords.\n\n:::', '7:11'],
    ['a sentence, as a variant', 'Or **Variant (string):** words.', '7:8'],
    ['HTML, as a cut', '<p>- ...</p>', '7:8'],
    ['a tag of code, as a cut', 'Words <kbd>- ...</kbd>', '7:9'],
    ['code, as a cut', '```\n...\n```', '8:3'],
    ['bold, as a cut', '**- ...**', '7:7'],
    ['code, as items', '```\n- Items:\n```', '8:5'],
    ['words, as a row', '`b` | string | Some text. |', '7:3'],
    ['a sentence that ends in a cut', 'More is said elsewhere. - ...', '7:29'],
  ])('in %s below a field is reported', (_, words, place) => {
    expect(shortDiagnosticsOf(below(words))).toEqual([
      `radio/tune.md:${place} error bullet-unknown`,
    ]);
  });

  test.each([
    ['a list of HTML', '<ul>\n<li><code>b</code> (string, required): Text.</li>\n</ul>', '4:5'],
    ['a quote', '> `b` (string, required)', '3:3'],
    ['details', '<details>\n\n- `b` (string, required)\n\n</details>', '5:1'],
  ])('in %s of the description of an event is reported', (_, words, place) => {
    expect(shortDiagnosticsOf(describedTree(words))).toEqual([
      `radio/tune.md:${place} error bullet-unknown`,
    ]);
  });

  test('behind another one, on its line, is reported', () => {
    const joined = tree('- `a` (string, required): Text. - **b** (string, required): Text.\n');

    expect(shortDiagnosticsOf(joined)).toEqual(['radio/tune.md:5:37 error bullet-unknown']);
  });

  test.each([
    ['a heading in a quote', '> ## Properties', 'section-unknown'],
    ['a heading of HTML', '<h2>Properties</h2>', 'section-unknown'],
    ['a table of HTML', '<table><tr><td>b</td></tr></table>', 'block-unknown'],
  ])('and so is %s', (_, words, rule) => {
    expect(shortDiagnosticsOf(below(words))).toEqual([expect.stringContaining(` error ${rule}`)]);
  });

  test.each([
    [
      'an event in HTML',
      '<ul>\n<li><code>stop</code> - words</li>\n</ul>',
      '6:5 error bullet-unknown',
    ],
    ['an event in a quote', '> `stop` - words', '5:3 error bullet-unknown'],
    ['an example in HTML', '<pre>\n{ "type": "tune" }\n</pre>', '6:3 error block-unknown'],
    ['an event in a heading', '### `stop` - words', '5:5 error bullet-unknown'],
    ['a flag in HTML', '<p>[NOT SUPPORTED]</p>', '5:4 error flag-misplaced'],
  ])('of a summary: %s', (_, words, fault) => {
    expect(shortDiagnosticsOf(describedSummary(words))).toEqual([`radio/index.md:${fault}`]);
  });
});

test('a field of a reference in code that is wrapped is reported', () => {
  expect(shortDiagnosticsOf(reference('\n- `a: string`\n\n  As in `b:\n  string`.\n'))).toEqual([
    'radio/index.md:18:9 error bullet-unknown',
  ]);
});

test('a row of a table within a sentence is reported', () => {
  const cell = '|| a | **string**\n\nSee: \\|\\| b \\| **string** \\|\\| ||\n';
  expect(shortDiagnosticsOf(rest(cell, { skeleton: anyA }))).toEqual([
    'radio/tune.md:26:6 error table-stray-text',
  ]);
});

test('an event within a sentence about the document is reported', () => {
  expect(shortDiagnosticsOf(describedSummary('Note: `call.ended` - the end.'))).toEqual([
    'radio/index.md:5:7 error bullet-unknown',
  ]);
});

describe('what is passed over', () => {
  const field = '`b` (string, required): Text.';
  const indexed = (docs: Texts, words: string): Texts => ({
    ...docs,
    'radio/index.md': (docs['radio/index.md'] ?? '').replace('\n\n', `\n\n${words}\n\n`),
  });
  const about = (words: string): Texts =>
    tree(`\n## Example\n\n\`\`\`json\n{ "type": "tune" }\n\`\`\`\n\n${words}\n`);

  test.each([
    ['fields above an index', indexed(tree(''), field), 'index.md:3:1 error bullet-unknown'],
    ['facts above an index', indexed(rest(''), 'Required.'), 'index.md:3:1 warning fact-in-words'],
    [
      'facts above events',
      indexed(reference(), '> Default: `x`.'),
      'index.md:3:1 warning fact-in-words',
    ],
    [
      'facts of a reference',
      indexed(tables(), 'Default: `x`.'),
      'index.md:3:1 warning fact-in-words',
    ],
    ['facts about an example', about('Default: `x`.'), 'tune.md:12:1 warning fact-in-words'],
  ])('is searched: %s', (_, docs, fault) => {
    expect(shortDiagnosticsOf(docs)).toEqual([`radio/${fault}`]);
  });

  test('and so are the words of objects', () => {
    const sections = restSection('Part').replace('\n\n', '\n\nDefault: `x`.\n\n');

    expect(
      shortDiagnosticsOf(rest('|| a | **[Part](#Part)** ||\n', { skeleton: anyA, sections })),
    ).toEqual(['radio/tune.md:29:1 warning fact-in-words']);
  });
});

describe('facts', () => {
  test.each([
    [
      'the last bullet of a list',
      "- `desc`: down.\n- `asc`: up. Enum: 'asc', 'desc'. Default: `asc`.",
    ],
    ['bullets of their own', "- Enum: 'asc', 'desc'.\n- Default: `asc`."],
    ['a bullet above others', "- Enum: 'asc', 'desc'.\n- Words.\n\nWords. Default: `asc`."],
    ['a quote', "> Enum: 'asc', 'desc'. Default: `asc`."],
    ['the list in a quote', "> Words:\n>\n> - one\n> - two. Enum: 'asc', 'desc'. Default: `asc`."],
    ['an ordered list', "1. Enum: 'asc', 'desc'.\n2. Default: `asc`."],
    ['bold', "**Enum:** 'asc', 'desc'. **Default**: `asc`."],
  ])('are read in %s', (_, blocks) => {
    const docs = below(blocks);

    expect(shortDiagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)).toMatchObject({
      default: { value: 'asc' },
      type: { kind: 'enumeration', values: [{ value: 'asc' }, { value: 'desc' }] },
    });
  });

  test('are not words of the description', () => {
    expect(lastField(below('- one\n- two. Default: `x`.\n- Default: `y`.'))?.description).toBe(
      'Text.\n\n- one\n- two. Default: `x`.',
    );
    expect(lastField(below('> Words.\n>\n> Default: `x`.'))?.description).toBe('Text.\n\n> Words.');
  });

  test('are read at the end of a table', () => {
    const docs = below('| a | b |\n|---|---|\n| c | d |\nDefault: `x`.');

    expect(shortDiagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)?.default?.value).toBe('x');
  });

  test.each([
    [
      'in a bullet that is not the last one',
      '- one. Default: `x`.\n- two',
      '7:10 error default-malformed',
    ],
    ['below another bullet', '- one\n  - Default: `x`.\n- two', '8:7 error default-malformed'],
    [
      'in a table that goes on',
      '| a | b |\n|---|---|\n| c | d. Default: `x`. |\n| e | f |',
      '9:12 error default-malformed',
    ],
    ['in HTML', '<p>Default: <code>x</code>.</p>', '7:6 error default-malformed'],
    ['in the title of a link', "[Words](b.md 'Default: `x`.')", '7:17 error default-malformed'],
    ['in a footnote', 'As in[^1].\n\n[^1]: Default: `x`.', '9:9 error default-malformed'],
    ['in tags', '<b>Default:</b> `x`.', '7:6 error default-malformed'],
    ['all in bold', '**Default: `x`.**', '7:3 error default-malformed'],
    ['in code', "```\nEnum: 'a', 'b'.\n```", '8:3 error enum-malformed'],
    ['in code without marks', '```\nDefault: None.\n```', '8:3 error default-malformed'],
    ['with a footnote', 'Default[^1]: `x`.', '7:3 error default-malformed'],
    ['in quotation marks', '“Default”: `x`.', '7:4 error default-malformed'],
    ['in marks of highlighting', '==Default:== `x`.', '7:5 error default-malformed'],
    ['with a letter of another script', 'Defаult: `x`.', '7:3 error default-malformed'],
    ['with a typing error', '- Defualt: `x`.\n- two', '7:5 error default-malformed'],
    ['without a colon', '- Default `x`.\n- two', '7:5 error default-malformed'],
    ['in small letters', "> enum: 'a', 'b'.", '7:5 error enum-malformed'],
    ['in two parts', "Enum: 'a', 'b'.\n\nor 'c'.", '9:3 error enum-malformed'],
    ['in two parts, one in a list', "- 'c'\n\nEnum: 'a', 'b'.", '7:5 error enum-malformed'],
  ])('%s are reported', (_, blocks, fault) => {
    expect(shortDiagnosticsOf(below(blocks))).toEqual([`radio/tune.md:${fault}`]);
  });

  test.each([
    ['bullets', '- `x`\n- `y`'],
    ['bullets with words', '- `x` — fast\n- `y` — slow'],
    ['lines of HTML', '<ul><li><code>x</code></li><li><code>y</code></li></ul>'],
  ])('are told as values that stand alone on %s', (_, list) => {
    expect(shortDiagnosticsOf(below(list))).toEqual(['radio/tune.md:5:1 warning fact-in-words']);
  });

  test.each([
    ['a note', ':::note\nObsolete since May.\n:::'],
    ['a note of YFM with a title', '{% note info "Obsolete." %}\n\nWords.\n\n{% endnote %}'],
    ['a title', '[Words](b.md "Obsolete.")'],
  ])('are told in %s', (_, words) => {
    expect(shortDiagnosticsOf(below(words))).toEqual(['radio/tune.md:5:1 warning fact-in-words']);
  });

  test('of an event are reported', () => {
    const page = treePage('tune').replace('\n\n', '\n\nWords. Default: `x`.\n\n');

    expect(shortDiagnosticsOf({ ...tree(''), 'radio/tune.md': page })).toEqual([
      'radio/tune.md:3:8 error default-malformed',
    ]);
  });

  test.each([
    ['code with a word', 'As `Default: x` says.'],
    ['a word', 'Most clients default to `x`: it is fast.'],
    ['a setting in code', '```yaml\ndefault: 1\n```'],
    ['an example', '```json\n{ "default": "x", "enum": ["a"] }\n```'],
    ['a list of words', '- As `auto` has it: by default, `x`.\n- Or nothing.'],
  ])('but not %s', (_, blocks) => {
    expect(shortDiagnosticsOf(below(blocks))).toEqual([]);
  });
});

describe('in a table', () => {
  const cell = (text: string, type = 'string'): Texts =>
    rest(`|| a | **${type}**\n\n${text} ||\n`, { skeleton: anyA });

  test.each([
    ['a bullet that is not the last', '- Required field.\n- Words.', '26:3'],
    ['a quote above other words', '> Required field.\n\nWords.', '26:3'],
    ['an ordered list', '1. Required field. Words.', '26:4'],
    ['HTML', '<p>Required field.</p>', '26:4'],
    ['bold', '**Required field.** Words.', '26:3'],
    ['a bullet, in small letters', '- required field', '26:3'],
  ])('the mark of a required field in %s is reported', (_, text, place) => {
    expect(shortDiagnosticsOf(cell(text))).toEqual([
      `radio/tune.md:${place} error field-malformed`,
    ]);
  });

  test.each([
    ['a list above another one', '- `am`\n\nor\n\n- `fm`', '26:3'],
    ['a quote', '> - `am`\n\n- `fm`', '26:5'],
    ['a list with words', '- `am` - the long one\n\n* `fm`', '26:3'],
    ['HTML', '<ul><li><code>am</code></li></ul>\n\n- `fm`', '26:9'],
    ['a sentence', '`am` or\n\n- `fm`', '26:1'],
  ])('values in %s are reported', (_, text, place) => {
    expect(shortDiagnosticsOf(cell(text, 'enum'))).toEqual([
      `radio/tune.md:${place} error enum-malformed`,
    ]);
  });

  test.each([['`a`'], ['**a**'], ['a?'], ['"a"']])('the name %s is reported', (name) => {
    expect(shortDiagnosticsOf(rest(`|| ${name} | **string** ||\n`, { skeleton: anyA }))).toContain(
      'radio/tune.md:24:4 error field-malformed',
    );
  });
});

describe('a field outside of a table of gfm-tables is reported', () => {
  const fields = '| Field | Type | Description |\n|-|-|-|\n| x | string | Words. |';
  const component = (words: string): Texts =>
    tables(
      '| a | [Band](#band) | Words. |',
      `## Components\n\n### Band\n\n${fields}\n\n${words}\n`,
    );

  test.each([
    ['- `b` (string): Words.', '27:3 error bullet-unknown'],
    ['1. `b`: string', '27:4 error bullet-unknown'],
    ['> `b` (string): Words.', '27:3 error bullet-unknown'],
    ['*`b` (string)*', '27:2 error bullet-unknown'],
    ['<ul><li><code>b</code> (string)</li></ul>', '27:9 error bullet-unknown'],
    ['<details>\n\n- `b` (string)\n\n</details>', '29:3 error bullet-unknown'],
    ['As in[^1].\n\n[^1]: `b` (string): Words.', '29:7 error bullet-unknown'],
    ['- b | string | Words.', '27:3 error table-stray-text'],
    ['b | string | Required. Words.', '27:1 error table-stray-text'],
    ['```md\n| b | string | Words. |\n```', '27:1 error block-unknown'],
  ])('below that of a component: %s', (words, told) => {
    expect(shortDiagnosticsOf(component(words))).toEqual([`radio/index.md:${told}`]);
  });

  test.each([
    ['Either is one of `b`, `c`, or an object (see below).'],
    ['`string | integer | null`'],
    ['string | integer | null'],
    ['```ts\nconst b: string | number = c(1) | d;\n```'],
  ])('but not words: %s', (words) => {
    expect(shortDiagnosticsOf(component(words))).toEqual([]);
  });

  test.each([
    ['Words. <ul><li>`b` (string)</li><li>`c` (integer)</li></ul>'],
    ['Words.<br>`b` (string) Words.'],
    ['Words. `b: string`, `c: integer`'],
  ])('in a cell: %s', (words) => {
    expect(shortDiagnosticsOf(tables(`| a | object | ${words} |`))).toEqual([
      expect.stringMatching(/^radio\/index\.md:18:\d+ error bullet-unknown$/),
    ]);
  });

  test.each([['- `b`: string'], ['<ul><li><code>b</code>: string</li></ul>']])(
    'in the words of an event: %s',
    (words) => {
      const docs = tables();
      const page = docs['radio/index.md']?.replace('\n\nFinds', `\n\n${words}\n\nFinds`) ?? '';
      expect(shortDiagnosticsOf({ ...docs, 'radio/index.md': page })).toEqual([
        expect.stringMatching(/^radio\/index\.md:11:\d+ error bullet-unknown$/),
      ]);
    },
  );
});

describe('a fact in words', () => {
  const field = (words: string, type = 'string, optional') =>
    shortDiagnosticsOf(tree(`- \`a\` (${type}): Words of it. ${words}\n`));
  const told = ['radio/tune.md:5:1 warning fact-in-words'];

  test.each([
    ['**Default value:** `x`'],
    ['<b>Default</b> – `x`.'],
    ['Possible values:\n\n  - `a`\n  - `b`'],
    ['Words <sub>Required.</sub>'],
    ['\u200bRequired.'],
    ['This\u00a0field\u00a0is\u00a0required.'],
    ['It is [`null`](#x) until then.'],
    ['<code>x</code> if omitted.'],
    ['_It is `x` by default._'],
    ['##### Required. #####'],
    ['· Required.'],
    ['ℹ️ Required.'],
    ['⚠️ Required.'],
    ['More.\n\n  - Default value: `x`.'],
    ['More.\n\n  > One of `a`, `b`.'],
    ['More.\n\n  <p>Mandatory field.</p>'],
    ['Allowed values:\n\n  • one\n  • two'],
    ['Allowed values: <ul><li>one</li><li>two</li></ul>'],
  ])('is told: %s', (words) => {
    expect(field(words)).toEqual(told);
  });

  test.each([['Mandatory field.'], ['Words. Required.'], ['Words. This field is required.']])(
    'is told in a table: %s',
    (words) => {
      expect(
        shortDiagnosticsOf(rest(`|| a | **string**\n\n${words} ||\n`, { skeleton: anyA })),
      ).toEqual(['radio/tune.md:24:1 warning fact-in-words']);
    },
  );

  test.each([
    ['Words. Required.'],
    ['Words.<br>*Required.*'],
    ['(Required) Words.'],
    ['`Required` Words.'],
    ['*Optional* Words.'],
    ['Words. `Required`.'],
    ['<ul><li>Allowed values: `b`, `c`.</li></ul>'],
    ['Words (allowed values: `b`, `c`).'],
    ['Words. Allowed values: b, c.'],
    ['Words.<br>This property is **nullable**.'],
  ])('is told in a row of gfm-tables: %s', (words) => {
    expect(shortDiagnosticsOf(tables(`| a | string | ${words} |`))).toEqual([
      'radio/index.md:18:1 warning fact-in-words',
    ]);
  });

  test.each([
    ['Required. Words. Allowed values: `b`, `c`.'],
    ['Optional. Words.<br>This property is nullable. Defaults to `b`.'],
    ['`required` makes it call a tool, and `auto` lets it choose.'],
  ])('is read in a row of gfm-tables: %s', (words) => {
    expect(shortDiagnosticsOf(tables(`| a | string | ${words} |`))).toEqual([]);
  });

  test.each([
    ['Must be between `1` and `9`.'],
    ['Must be **between** 1 and 9.'],
    ['Default value: `3`.'],
    ['It is required.'],
  ])('is told below a bullet of openai-reference: %s', (words) => {
    expect(shortDiagnosticsOf(reference(`\n- \`a: optional number\`\n\n  ${words}\n`))).toEqual([
      'radio/index.md:18:3 warning fact-in-words',
    ]);
  });
});

test.each([
  ['tree', (words: string) => describedTree(words)],
  ['reference', (words: string) => reference('', words)],
  ['summary', (words: string) => describedSummary(words)],
])('what is required is told in the words of an event of a %s, in any dress', (_, docs) => {
  for (const words of [
    'The field `a` is required.',
    '> `a` is required.',
    '- **The `a` field is required.**',
  ])
    expect(shortDiagnosticsOf(docs(words))).toEqual([
      expect.stringContaining(' warning fact-in-words'),
    ]);
  expect(shortDiagnosticsOf(docs('A required step. No further action is required.'))).toEqual([]);
});

describe('a comment', () => {
  const told = [expect.stringContaining(' warning statement-in-comment')];

  test.each([
    ['a default', 'Default: `x`.'],
    ['a value', "Enum: 'x'."],
    ['values of a list that may grow', "Enum: 'x', 'y', …."],
    ['values in code', '`x`'],
    ['a flag', '[NOT SUPPORTED]'],
    ['a field', '`b` (string, required): Text.'],
    ['a mark', 'Required field.'],
  ])('beside text with %s is told', (_, words) => {
    expect(
      shortDiagnosticsOf(tree(`- \`a\` (string, required): Text. <!-- ${words} -->\n`)),
    ).toEqual(told);
    expect(shortDiagnosticsOf(below(`> Words <!-- ${words} --> of it.`))).toEqual(told);
    expect(shortDiagnosticsOf(below(`<p>Words\n<!--\n${words}\n--></p>`))).toEqual(told);
  });

  test.each([
    [
      'a table',
      rest('|| a | **string**\n\nText.<!-- Required field. --> ||\n', { skeleton: anyA }),
    ],
    ['a row', tables('| a | string | Text.<!-- Defaults to `x`. --> |')],
    ['a bullet', reference('\n- `a: optional string`\n\n  Text <!-- `b: string` --> of it.\n')],
    ['an event', reference('', 'Text.<!-- [NOT SUPPORTED] -->')],
  ])('is told in %s', (_, docs) => {
    expect(shortDiagnosticsOf(docs)).toEqual(told);
  });

  test('of a summary is told', () => {
    const docs = summary();
    const index =
      docs['radio/index.md']?.replace('- words', '- words <!-- Default: `x`. -->') ?? '';
    expect(shortDiagnosticsOf({ ...docs, 'radio/index.md': index })).toEqual(told);
  });

  test.each([
    ['a fact', '<!-- Default: `x`. -->', '7:7'],
    ['a flag in a quote', '> <!-- [NOT SUPPORTED] -->', '7:9'],
    ['a field among words', '<!--\nnot yet:\n- `b` (string, required): Text.\n-->', '7:7'],
  ])('on lines of its own with %s may be meant, and is no fault', (_, words, place) => {
    expect(shortDiagnosticsOf(below(words))).toEqual([
      `radio/tune.md:${place} info statement-commented-out`,
    ]);
  });

  test('on lines of its own is told by the line that states something', () => {
    const comment = '<!--\n  not yet:\n  - `b` (string, required): Text.\n  -->';
    expect(diagnosticsOf(below(comment))).toEqual([
      expect.stringContaining('"`b` (string, required): Text." looks like a statement'),
    ]);
  });

  test.each([
    ['among words', 'Words <!-- why is it so? --> of it.'],
    ['on lines of its own', '<!-- TODO: ask the team what this is for. -->'],
    ['for a program', '<!-- prettier-ignore -->'],
  ])('%s that states nothing is for nobody', (_, words) => {
    expect(shortDiagnosticsOf(below(words))).toEqual([]);
  });
});

describe('in openai-reference', () => {
  const field = (words: string): Texts =>
    reference(`\n- \`a: optional string\`\n\n  ${words.replaceAll('\n', '\n  ')}\n`);

  test.each([
    ['a value in HTML', '<p>`"x"`</p>', '18:6'],
    ['a value in details', '<details>\n`"x"`\n</details>', '19:3'],
    ['a value in an alert', '> [!WARNING]\n> `"x"`', '18:5'],
    ['a value in bold', '**`"x"`**', '18:5'],
    ['a field in the middle of a sentence', 'As `b: optional string` says.', '18:6'],
    ['a field in a tag of code', 'Words <kbd>`b: array of string`</kbd>', '18:14'],
    ['a bullet in a tag of code', 'Words <kbd>- `Kind = "x" or "y"`</kbd>', '18:16'],
    ['a value with an anchor', '- `"x"` {#x}', '18:5'],
    ['a field in accents', '- ˋb: stringˋ', '18:5'],
    ['blanks that do not break', '`Talk\u00a0object\u00a0{ type }`', '18:3'],
    ['a value behind a character without width', '\u200b`"x"`', '18:3'],
    ['a field with a character without width in it', '`la\u200bmp: optional number`', '18:3'],
    ['a type at the end of a bullet', '- one\n- two. `Talk object { type }`', '19:10'],
    ['a value in a tag at the end', 'Words<sup>`"x"`</sup>', '18:3'],
    ['a value behind a sentence', 'Words.<span>`"x"`</span>', '18:3'],
    ['a value among sentences', 'Words. `"x"`. More.', '18:10'],
    ['a value that lost its line', '- one\n- two `"x"`\n- three', '19:5'],
  ])('%s is reported', (_, words, place) => {
    expect(shortDiagnosticsOf(field(words))).toEqual([
      `radio/index.md:${place} error bullet-unknown`,
    ]);
  });

  test.each([
    ['a value in a sentence', 'As `"x"` says.'],
    ['a value at the end of a sentence', 'Set it to `"x"`.'],
    ['a value in a sentence of two lines', 'Set it to `"x"`\nfor once.'],
    ['a setting', 'Send `type: "x"` or `turn_detection: null`.'],
  ])('%s is words', (_, words) => {
    expect(shortDiagnosticsOf(field(words))).toEqual([]);
  });

  test('what is deprecated behind a break of HTML is read', () => {
    expect(lastField(field('Text.<br>Deprecated.'))?.deprecated).toBeDefined();
  });

  test('what is deprecated in a list, and not at its end, is told', () => {
    expect(shortDiagnosticsOf(field('- up. Deprecated.\n- down'))).toEqual([
      'radio/index.md:18:3 warning fact-in-words',
    ]);
  });
});

test.each([
  ['a quote in a quote', '> > **integer**'],
  ['a bullet', '- Words:\n  - **string \\| null**'],
  ['HTML', '<p><b>object</b></p>'],
  ['a reference link', '[**object**][far]\n\n[far]: https://example.com/'],
  ['a link to a name with a blank', '[**object**](<a b.md>)'],
  ['a link with a title', '[**object**](b.md "More")'],
  ['a line', 'Any of **string** \\| **null**'],
])('a type of a table in %s is reported', (_, words) => {
  expect(
    shortDiagnosticsOf(
      rest(`|| a | **string**\n\nText.\n\n${words}\n\nText. ||\n`, { skeleton: anyA }),
    ),
  ).toEqual([expect.stringContaining(' error type-mismatch')]);
});

test.each([
  ['a default', 'Default: `x`.'],
  ['a list of values', 'Allowed values: `a`, `b`.'],
  ['a field', 'It has `a` (string, required).'],
])('%s in the words of an event of a summary is told', (_, words) => {
  const docs = summary();
  const index = docs['radio/index.md']?.replace('- words', `- words. ${words}`) ?? '';
  expect(shortDiagnosticsOf({ ...docs, 'radio/index.md': index })).toEqual([
    expect.stringContaining('radio/index.md:5:'),
  ]);
});

test.each([
  ['`a `'],
  ['`a[]`'],
  ['`a?`'],
  ['`"a"`'],
  ['``a` ``'],
  ['`a, b`'],
  ['`a/b`'],
  ['`a|b`'],
  ['`{a}`'],
])('the name %s in a bullet is reported', (name) => {
  expect(shortDiagnosticsOf(tree(`- ${name} (string, required): Text.\n`))).toEqual([
    'radio/tune.md:5:3 error field-malformed',
  ]);
});

describe('a flag', () => {
  test.each([
    ['[NOT SUPPORTED] Words.'],
    ['Words. [NOT SUPPORTED]'],
    ['Words. [NOT SUPPORTED].'],
    ['Words [NOT SUPPORTED]'],
    ["'[NOT SUPPORTED]' Words."],
    ['Words. NOT SUPPORTED.'],
    ['NOT SUPPORTED. Words.'],
    ['Words. CURRENTLY NOT SUPPORTED'],
  ])('is read at the beginning and the end of a paragraph: %s', (text) => {
    const docs = tree(`- \`a\` (string, required): ${text}\n`);

    expect(shortDiagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)?.support?.status).toBe('unsupported');
  });

  test.each([
    ['No longer [NOT SUPPORTED] since May.', '5:37'],
    ['No longer [NOT SUPPORTED]', '5:37'],
    ['If [NOT SUPPORTED], words.', '5:30'],
    ['[NOT SUPPORTED] since May.', '5:27'],
    ['Words and NOT SUPPORTED.', '5:37'],
    ['Words, NOT SUPPORTED', '5:34'],
    ['Words (NOT SUPPORTED) and words.', '5:34'],
    ['Used to be [NOT SUPPORTED].', '5:38'],
    ['Removed: [NOT SUPPORTED]', '5:36'],
    ['It had been [NOT SUPPORTED]', '5:39'],
    ['Without [NOT SUPPORTED]', '5:35'],
    ['[NOT SUPPORTED] – gone since May.', '5:27'],
    ['[NOT SUPPORTED] no more.', '5:27'],
    ['<b>[NOT SUPPORTED]</b> is a word.', '5:27'],
  ])('is reported in a sentence: %s', (text, place) => {
    const docs = tree(`- \`a\` (string, required): ${text}\n`);

    expect(shortDiagnosticsOf(docs)).toEqual([`radio/tune.md:${place} error flag-misplaced`]);
    expect(lastField(docs)?.support).toBeUndefined();
  });

  test.each([
    ['HTML', '<p>[NOT SUPPORTED]</p>', '7:6'],
    ['bold HTML', '<p><b>NOT SUPPORTED</b></p>', '7:9'],
    ['a footnote', 'As in[^1].\n\n[^1]: [NOT SUPPORTED]', '9:9'],
    ['code', '```\n[NOT SUPPORTED]\n```', '8:3'],
    ['an ordered list', '1. Words. [NOT SUPPORTED]', '7:13'],
  ])('is reported in %s', (_, blocks, place) => {
    expect(shortDiagnosticsOf(below(blocks))).toEqual([
      `radio/tune.md:${place} error flag-misplaced`,
    ]);
  });

  test('of an event in a summary is reported in a sentence', () => {
    const docs = summary();
    const index = docs['radio/index.md']?.replace('- words', '- no longer [NOT SUPPORTED] now');

    expect(shortDiagnosticsOf({ ...docs, 'radio/index.md': index ?? '' })).toEqual([
      'radio/index.md:5:22 error flag-misplaced',
    ]);
  });
});

test.each(['not yet supported', 'currently unsupported', 'No longer supported'])(
  'words in brackets that speak of support and are no flag are told: [%s]',
  (words) => {
    expect(shortDiagnosticsOf(tree(`- \`a\` (string, required): [${words}] Text.\n`))).toEqual([
      'radio/tune.md:5:27 error flag-unknown',
    ]);
  },
);

test.each(['b?', "'b'", '(b)', '.b', '#b', 'b!', '*b', '@b?', 'b;', '$.b', '$..b'])(
  'a field that is called %s is told',
  (name) => {
    const told = [expect.stringContaining(' error field-malformed')];
    expect(shortDiagnosticsOf(tree(`- \`${name}\` (string, optional)\n`))).toEqual(told);
    expect(shortDiagnosticsOf(reference(`- \`${name}: string\`\n`))).toEqual(told);
    expect(shortDiagnosticsOf(tables(`| ${name} | string | Words. |`))).toEqual(told);
  },
);

test('a field of whose name nothing is left is told without it', () => {
  expect(diagnosticsOf(tables('| [b](#b) | string | Words. |')).join()).toContain(
    'the name of a field is written as it is sent; write it without anything around it.',
  );
});

test.each(['b:string', 'b[]string'])('a field with its type in its name is told: %s', (name) => {
  const told = [expect.stringContaining(' error field-malformed')];
  expect(shortDiagnosticsOf(tree(`- \`${name}\` (string, optional)\n`))).toEqual(told);
  expect(shortDiagnosticsOf(tables(`| ${name} | string | Words. |`))).toEqual(told);
});

describe('what stands elsewhere, or is made by a site,', () => {
  test.each([
    ['an include of MkDocs', '--8<-- "fields/b.md"'],
    ['an include of YFM', '{% include [b](../_includes/b.md) %}'],
    ['an include of Microsoft', '[!INCLUDE [b](b.md)]'],
    ['an include of Hugo', '{{< include b.md >}}'],
    ['an include of mdBook', '{{#include b.md}}'],
    ['an include of Obsidian', '![[b]]'],
    ['an include of VitePress', '<<< @/b.md'],
    ['an import of words', "import B from './b.mdx'"],
    ['a component', '<Fields />'],
    [
      'a component of a field',
      '<ParamField body="b" type="string" required>\n  Text.\n</ParamField>',
    ],
    ['a declaration', '```ts\ninterface B {\n  b: string;\n}\n```'],
    ['a schema', '```json\n{ "properties": { "b": { "type": "string" } } }\n```'],
    ['a schema in YAML', '```yaml\nb:\n  type: string\n```'],
  ])('is reported: %s', (_, words) => {
    const told = [
      below(words),
      describedTree(words),
      describedSummary(words.includes('```') ? '<B />' : words),
      reference('', words),
      rest(`|| a | **string**\n\n${words} ||\n`, { skeleton: anyA }),
    ].map((docs) => shortDiagnosticsOf(docs).map((line) => line.replace(/^\S+ /, '')));
    expect(told).toEqual(told.map(() => expect.arrayContaining(['error block-unknown'])));
  });

  test.each([
    'Words <Note>of a note</Note>.',
    'Write `<Fields />` for that.',
    'Words<br />of two lines.',
  ])('is not that: %s', (words) => {
    expect(shortDiagnosticsOf(below(words))).toEqual([]);
  });
});

describe('a field in another notation', () => {
  test.each([
    '- `b` (int): Text.',
    '- `b` (List[str], mandatory): Text.',
    '- `b` (Zeichenkette, erforderlich): Text.',
    '- `b`（string，必填）：…',
    '- b: string',
    '- **b**: `string` - Text.',
    "- `b` ('x' \\| 'y'): Text.",
    '- "b" (string): Text.',
    '- `b` :: string',
    '`b` *string* **required**',
    '`b` `string` `required`',
    '`b` string Required Text.',
    'b?: string;',
    'Words of `b?: string`.',
    'It also takes `b` (a required string).',
    'The field `b` is a string.',
    'It accepts a `b` property of type string.',
    'New: `b`, a string.',
    '@param {string} b Text.',
    ':param string b: Text.',
  ])('is reported among words: %s', (words) => {
    const told = [
      below(words),
      describedTree(words),
      reference('', words),
      rest(`|| a | **string**\n\nText.\n\n${words} ||\n`, { skeleton: anyA }),
    ].map((docs) => shortDiagnosticsOf(docs).map((line) => line.replace(/^\S+ /, '')));
    expect(told.map((rules) => rules.join())).toEqual(
      told.map(() => expect.stringMatching(/error (?:bullet-unknown|field-malformed)/)),
    );
  });

  test.each([
    'Note: strings are trimmed.',
    'As `auto` (below), or `type: "x"` and `b: null`.',
    'The string `b` and the `c` field (see below).',
    '- `x`: a text.',
  ])('is not that: %s', (words) => {
    expect(shortDiagnosticsOf(describedTree(words))).toEqual([]);
  });
});

test.each([
  '<img alt="Required" src="required.svg">',
  '<Badge text="Deprecated">new</Badge>',
  '!!! warning "Deprecated"\n    Words.',
  '!!! warning\n    Deprecated.',
  '=== "Deprecated"\n\n    Words.',
  '{: title="Deprecated." }',
  '{/* Null is allowed. */}',
])('what people see, or a site shows, states facts: %s', (words) => {
  expect(shortDiagnosticsOf(below(words, 'string, optional')).join()).toContain('fact-in-words');
});

test.each([
  'No longer sent.',
  'Removed in May.',
  'Renamed to `tuned`.',
  'Not available yet.',
  'The server ignores this event.',
])('words of an event say what becomes of it: %s', (words) => {
  const told = [describedTree(words), reference('', words)].map((docs) => shortDiagnosticsOf(docs));
  expect(told).toEqual(told.map(() => [expect.stringMatching(/fact-in-words$/)]));
});

test.each([
  ['of values', '| Value | Meaning |\n|---|---|\n| `x` | one |'],
  ['whose rows begin with code', '| Mode | Meaning |\n|---|---|\n| `x` | one |\n| `y` | two |'],
  ['in German', '| Feld | Typ |\n|---|---|\n| b | Zahl |'],
  ['in Russian', '| Поле | Тип |\n|---|---|\n| b | число |'],
  ['in Japanese', '| 項目 | 説明 |\n|---|---|\n| b | 数 |'],
])('a table %s is not read below a field of a tree, which is reported', (_, words) => {
  expect(shortDiagnosticsOf(below(words))).toEqual(['radio/tune.md:7:3 error block-unknown']);
});

test('bullets of names below an object without fields are reported', () => {
  const told = shortDiagnosticsOf(below('- `b`: one\n- `c`: two', 'object, optional'));
  expect(told).toEqual(['radio/tune.md:5:1 warning fact-in-words']);
});

describe('a fact that code is as a whole', () => {
  const cell = (words: string): Texts => tables(`| a | integer | Text. ${words} |\n`);
  const told = ['radio/index.md:18:1 warning fact-in-words'];

  test.each([
    '`Maximum: 5`',
    '`Defaults to 3.`',
    '<code>Default: 3</code>',
    '`Required.`',
    'Defaults<sup>1</sup> to 3.',
  ])('is told: %s', (words) => {
    expect(shortDiagnosticsOf(cell(words))).toEqual(told);
  });

  test.each(['The server answers `Maximum: 5` then.', 'For example: `Maximum: 5`.'])(
    'is an example, or part of a sentence: %s',
    (words) => {
      expect(shortDiagnosticsOf(cell(words))).toEqual([]);
    },
  );

  test.each([
    ['```\nDefault: 3\n```', ['radio/tune.md:5:1 warning fact-in-words']],
    ['~~~\nMinimum: 0\n~~~', ['radio/tune.md:5:1 warning fact-in-words']],
    ['```json\n{ "default": 3 }\n```', []],
  ])('in a fence, not of JSON: %s', (fence, found) => {
    expect(shortDiagnosticsOf(below(fence, 'number, optional'))).toEqual(found);
  });
});
