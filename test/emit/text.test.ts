/** Text of pages stays what it is: text. */
import { beforeAll, describe, expect, it } from 'vitest';
import { emitShared, emitSource } from '../../generator/emit/index.ts';
import {
  banner,
  bannerMark,
  commentText,
  literal,
  propertyKey,
  propertyName,
} from '../../generator/emit/text.ts';
import type { Model } from '../../generator/model/model.ts';
import { renderFiles } from '../../generator/pipeline.ts';
import { visible } from '../../generator/text.ts';
import {
  discriminator,
  event,
  integer,
  model,
  object,
  oneOf,
  optional,
  reference,
  required,
  shape,
  somewhere,
  string,
  unsupported,
} from '../support/models.ts';
import { lines, run, typeOf } from '../support/emitted.ts';
import { hidden, skeletonsOf } from '../support/skeletons.ts';
import { wrongWith } from '../support/subjects.ts';
import { modelOf, sourceJson } from '../support/docs.ts';

describe('in a comment', () => {
  const texts: [string, string, string][] = [
    ['the end of a comment', 'so */ it goes', String.raw`so *\/ it goes`],
    ['two ends of comments', '*/*/', String.raw`*\/*\/`],
    ['a tag at the beginning', '@deprecated since 1', String.raw`\@deprecated since 1`],
    ['a tag after a blank', 'is @deprecated', String.raw`is \@deprecated`],
    ['a tag on a later line', 'one\n@internal', 'one\n\\@internal'],
    ['an inline tag', 'see {@link Secret}', String.raw`see {\@link Secret}`],
    ['a tag in brackets', '(@internal)', String.raw`(\@internal)`],
    ['an address with an at', 'mail a@b.test', 'mail a@b.test'],
    ['backticks and dollars', '`code` ${x}', '`code` ${x}'],
    ['quotes', `"double" 'single'`, `"double" 'single'`],
    ['a line separator', 'one\u2028two', String.raw`one\u2028two`],
    ['a right-to-left override', 'one\u202Etwo', String.raw`one\u202etwo`],
    ['an isolate', 'one\u2066two\u2069', String.raw`one\u2066two\u2069`],
    ['an Arabic letter mark', 'one\u061Ctwo', String.raw`one\u061ctwo`],
    ['a zero-width space', 'one\u200Btwo', String.raw`one\u200btwo`],
    ['a carriage return', 'one\rtwo', String.raw`one\u000dtwo`],
    ['a null character', 'one\u0000two', String.raw`one\u0000two`],
    ['an escape character', 'one\u001B[31mtwo', String.raw`one\u001b[31mtwo`],
    ['a lone surrogate', 'one\uD800two', String.raw`one\ud800two`],
    ['letters of other scripts', 'один 一 🎧', 'один 一 🎧'],
  ];

  it.each(texts)('%s', (_, text, expected) => {
    expect(commentText(text)).toBe(expected);
  });
});

describe('in a string literal', () => {
  const values: [string, string | number | boolean, string][] = [
    ['words', 'some words', "'some words'"],
    ['a single quote', "it's", `"it's"`],
    ['double quotes', 'is "so"', `'is "so"'`],
    ['quotes of both kinds', `it's "so"`, String.raw`'it\'s "so"'`],
    ['more single quotes than double ones', `"it's 'so'`, String.raw`"\"it's 'so'"`],
    ['a backslash before a quote', String.raw`a\'b"`, String.raw`'a\\\'b"'`],
    ['a backslash', String.raw`a\b`, String.raw`'a\\b'`],
    ['a backslash at the end', 'a\\', String.raw`'a\u005c'`],
    ['a newline', 'a\nb', String.raw`'a\nb'`],
    ['a line separator', 'a\u2028b', String.raw`'a\u2028b'`],
    ['a backslash before a line separator', 'a\\\u2028b', String.raw`'a\\\u2028b'`],
    ['a right-to-left override', 'a\u202Eb', String.raw`'a\u202eb'`],
    ['a backtick and a dollar', '`${a}`', "'`${a}`'"],
    ['a number', 1.5, '1.5'],
    ['a large number', 1e21, '1e21'],
    ['a boolean', false, 'false'],
  ];

  it.each(values)('%s', (_, value, expected) => {
    expect(literal(value)).toBe(expected);
  });

  it.each(values)('%s is the same value when the code runs', async (_, value) => {
    expect(await run(`export const value = ${literal(value)};`)).toMatchObject({ value });
  });
});

describe('as the name of a property', () => {
  const names: [string, string][] = [
    ['item_id', 'item_id'],
    ['$ref', '$ref'],
    ['class', 'class'],
    ['default', 'default'],
    ['new', 'new'],
    ['content-type', "'content-type'"],
    ['2d', "'2d'"],
    ['', "''"],
    ['größe', 'größe'],
    ['a\u3164', String.raw`'a\u3164'`],
    ['𝒜', "'𝒜'"],
    [`a']; stolen(); value['b`, `"a']; stolen(); value['b"`],
  ];

  it.each(names)('%j is %s', (name, property) => {
    expect(propertyName(name)).toBe(property);
    expect(propertyKey(name)).toBe(property);
  });

  it('__proto__ is computed in an object literal, in which it would be no property', () => {
    expect(propertyName('__proto__')).toBe('__proto__');
    expect(propertyKey('__proto__')).toBe("['__proto__']");
  });
});

it('a text that does not show is made visible', () => {
  expect(visible('a\u200Db\uFEFFc\u007Fd')).toBe(String.raw`a\u200db\ufeffc\u007fd`);
});

it('the banner says what made the file, and of which docs', () => {
  expect(banner('Small Source, snapshot 2026-01-01')).toBe(
    `${bannerMark} from Small Source, snapshot 2026-01-01. Do not edit.`,
  );
});

it('fields may be named with reserved words, and with names that every object has', () => {
  const fields = ['class', 'default', 'constructor', 'toString', 'a-b'].map((name) =>
    required(name, string),
  );
  expect(typeOf(model([event('ping', fields)]), 'PingEvent')).toContain(lines`
    export interface PingEvent {
      type: 'ping';
      class: string;
      default: string;
      constructor: string;
      toString: string;
      'a-b': string;
    }
  `);
});

it('a field named __proto__ is a property like any other', () => {
  const text = typeOf(model([event('ping', [required('__proto__', string)])]), 'PingEvent');
  expect(text).toMatch(/^ {2}'?__proto__'?: string;$/m);
});

it('docs with hostile words become a comment', () => {
  const description = 'Ends here */ export const stolen = 1; /* `${stolen}`\n@deprecated \u202E';
  expect(typeOf(model([event('ping', [], { description })]), 'PingEvent')).toBe(
    [
      '/**',
      ' * Ends here *\\/ export const stolen = 1; /* `${stolen}`',
      ' * \\@deprecated \\u202e',
      ' */',
      'export interface PingEvent {',
      "  type: 'ping';",
      '}',
    ].join('\n'),
  );
});

// ── Whatever the text, wherever it stands ───────────────────────────────────────────────────────────────────

/** A model in which one text stands everywhere in which pages may put words. */
type Place = (text: string) => Model;

const places: Record<string, Place> = {
  'the words of an event': (description) => model([event('ping', [], { description })]),
  'the words of a field': (description) =>
    model([event('ping', [required('id', string, { description })])]),
  'the words of a shape': (text) =>
    model(
      [event('ping', [required('part', reference('Part'))])],
      [shape('Part', object([required('id', integer)]), text)],
    ),
  'the words of a union': (text) =>
    model(
      [event('ping', [required('part', reference('Part'))])],
      [shape('Part', { kind: 'union', position: somewhere, members: [string, integer] }, text)],
    ),
  'the words that call an event deprecated': (text) =>
    model([event('ping', [], { deprecated: { position: somewhere, text } })]),
  'the words that call a field deprecated': (text) =>
    model([event('ping', [required('id', string, { deprecated: { position: somewhere, text } })])]),
  'a flag': (text) => model([event('ping', [], { support: unsupported(text) })]),
  'the flag of a field': (text) =>
    model([event('ping', [required('id', string, { support: unsupported(text) })])]),
  'the note of a partial support': (note) => {
    const evidence = { position: somewhere, text: 'a flag' };
    return model([event('ping', [], { support: { status: 'partial', note, evidence } })]);
  },
  'a default': (text) =>
    model([
      event('ping', [
        optional('id', string, {
          default: { value: [text, { [text]: text }], position: somewhere },
        }),
      ]),
    ]),
  'a value': (text) => model([event('ping', [required('id', oneOf('a', `${text} `))])]),
  'a constant': (text) => model([event('ping', [discriminator('id', `${text} `)])]),
  'the name of a field': (text) => model([event('ping', [required(`${text} `, string)])]),
  'the wire name of an event': (text) =>
    model([event(`ping ${text}`, [], { typeName: 'PingEvent' })]),
  'the file of a flag': (text) =>
    model([event('ping', [], { support: unsupported('a flag', `small/${text}.md:1:1`) })]),
};

const texts: Record<string, string> = {
  'the end of a comment': 'a */ export const stolen = 1; /* b',
  'the end of a template': '`${stolen}` ${stolen}',
  'the end of a string': `' + stolen + "" + stolen + '`,
  'a backslash': 'a \\',
  'a new line': 'a\nexport const stolen = 1;',
  'a carriage return': 'a\rexport const stolen = 1;',
  'a line separator': 'a\u2028export const stolen = 1;',
  'a paragraph separator': 'a\u2029export const stolen = 1;',
  'a change of direction': 'a \u202E \u2066 b',
  'a line comment': 'a // b',
  'a comment of HTML': '<!-- a --> b',
  'a tag': 'a\n@deprecated b {@link stolen}',
  __proto__: '__proto__',
};

const harmless = 'some words';

/** The generated code: every TypeScript file by its name. */
function codeOf(small: Model): [string, string][] {
  const files = [...emitSource(small), ...emitShared([small])];
  return files.filter(([file]) => file.endsWith('.ts'));
}

const known = new Map<string, string[] | undefined>();

/** The code of all files without its words. Most files are the same whatever the text is. */
function skeletonOf(code: readonly [string, string][]): Record<string, string[] | undefined> {
  return Object.fromEntries(
    code.map(([file, text]) => {
      const skeleton = known.get(text) ?? skeletonsOf([[file, text]])[file];
      known.set(text, skeleton);
      return [file, skeleton];
    }),
  );
}

describe.each(Object.entries(places))('as %s', (_, place) => {
  let hostile: { name: string; code: [string, string][] }[];
  beforeAll(() => {
    hostile = Object.entries(texts).map(([name, text]) => ({
      name,
      code: codeOf(place(`${harmless} ${text}`)),
    }));
  });

  it('no text changes the code', () => {
    const plain = skeletonOf(codeOf(place(harmless)));
    const skeletons = hostile.map(({ name, code }) => [name, skeletonOf(code)] as const);
    expect(Object.fromEntries(skeletons)).toEqual(
      Object.fromEntries(hostile.map(({ name }) => [name, plain])),
    );
  });

  it('no text hides anything', () => {
    const wrong = wrongWith(hostile, ({ code }) => code.filter(([, text]) => hidden.test(text)));
    expect(wrong).toEqual({});
  });
});

/** Places whose text is written as it is, so that it can end the comment that it stands in. */
const openPlaces: Record<string, [Place, string]> = {
  'the published page': [
    (text) => model([event('ping', [], { url: `https://small.test/${text}` })]),
    '*/export{};/*',
  ],
  'the file of a page': [
    (text) => model([event('ping', [], { page: `small/${text}.md:1:1` })]),
    'a*/export{};/*',
  ],
  'the title of a source': [
    (title) => model([event('ping')], [], { title }),
    'a\nexport const stolen = 1;//',
  ],
};

describe.each(Object.entries(openPlaces))('as %s', (_, [place, text]) => {
  it('a text ends no comment', () => {
    expect(skeletonOf(codeOf(place(text)))).toEqual(skeletonOf(codeOf(place('a'))));
  });
});

it.each(['radio/model.json', 'support-matrix.json'])(
  '%s shows what turns the order of its text',
  async (file) => {
    const texts = {
      'radio/source.json': sourceJson('event-summary'),
      'radio/index.md':
        '# Events\n\n## Event Reference\n\n- `tune` - words \u202e\n\n## Event Examples\n',
    };
    const text = (await renderFiles([modelOf(texts)])).get(file);

    expect(text).toContain(String.raw`words \u202e`);
    expect(text).not.toContain('\u202e');
  },
);
