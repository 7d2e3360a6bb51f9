/** Whatever pages call things, the name is a diagnostic, or the generated code compiles. */
import { describe, expect, it } from 'vitest';
import { isError } from '../../generator/diagnostics.ts';
import { emitSource, type OutputFiles } from '../../generator/emit/index.ts';
import { modelSources, renderFiles } from '../../generator/pipeline.ts';
import { compileFaultsOf } from '../support/compiled.ts';
import { docsOf, sourceJson, type Texts, modelOf } from '../support/docs.ts';
import { anyA, rest, restIndex, restSection, tree, treePage } from '../support/small-docs.ts';

const names: Record<string, string> = {
  __proto__: '__proto__',
  constructor: 'constructor',
  toString: 'toString',
  hasOwnProperty: 'hasOwnProperty',
  prototype: 'prototype',
  'a reserved word': 'class',
  'the word any': 'any',
  'the word undefined': 'undefined',
  'the word value': 'value',
  'the word type': 'type',
  'a digit first': '2d_point',
  'only digits': '42',
  'a hyphen': 'content-type',
  'a dot': 'a.b',
  blanks: 'a b',
  'a dollar': '$ref',
  underscores: '__',
  'a Cyrillic homoglyph': 'sessi\u043En',
  'a letter of another script': 'größe',
  'an emoji': '🎧',
  'a zero-width joiner': 'a\u200db',
  'a change of direction': 'a\u202eb',
  'a quote': "a'b",
  'a double quote': 'a"b',
  'a backslash': 'a\\b',
  'the end of a comment': 'a*/b',
  'a template': '${a}',
  'a slash': 'a/b',
  brackets: 'a[]',
  'nothing but a blank': ' ',
  '200 characters': 'a'.repeat(200),
  '10,000 characters': 'a'.repeat(10_000),
};

/** Docs in which something is called by a name. */
const places: Record<string, (name: string) => Texts> = {
  'a field': (name) => tree(`- \`${name}\` (string, required): Words.\n`),
  'an object': (name) =>
    tree(`- \`${name}\` (object, required): Words.\n  - \`a\` (string, optional): Words.\n`),
  'a list': (name) => tree(`- \`${name}\` (array<string>, required): Words.\n`),
  'an event': (name) => ({
    'radio/source.json': sourceJson('openai-tree'),
    'radio/index.md': `# Events\n\n## Contents\n- [${name}](tune.md)\n`,
    'radio/tune.md': treePage(name),
  }),
  'a value': (name) => tree(`- \`a\` (string, required): Words. Enum: '${name}', 'b'.\n`),
  'a constant': (name) =>
    tree(
      ['talk', name]
        .map(
          (type) => `  - Variant (object):\n    - \`type\` (string, required): Enum: '${type}'.\n`,
        )
        .reduce((all, one) => all + one, '- `a` (object, required): Words.\n'),
    ),
  'a row': (name) => rest(`|| ${name} | **string** ||\n`),
  'an event of a table': (name) => {
    const texts = rest('');
    return {
      ...texts,
      'radio/index.md': restIndex(`|| [radio.${name}](tune.md) | ${name} ||\n`),
      'radio/tune.md': (texts['radio/tune.md'] ?? '').replaceAll('tune', name),
    };
  },
  'a section': (name) =>
    rest(`|| a | **[${name}](#${name})** ||\n`, {
      sections: restSection(name),
      skeleton: anyA,
    }),
};

/** The rules that docs break; what is generated of them when they break none. */
function outcomeOf(texts: Texts): { rules: string[]; files: OutputFiles } {
  const [result] = modelSources(docsOf(texts));
  const errors = (result?.diagnostics ?? []).filter(isError);
  const rules = errors.map(({ rule }) => rule);
  const model = errors.length === 0 ? result?.model : undefined;
  return { rules, files: model ? emitSource(model) : new Map() };
}

/** What the compiler says of the code of many docs, each in a folder that is named as the docs are. */
function compileFaultsOfAll(all: Readonly<Record<string, Texts>>): string[] {
  const files = new Map<string, string>();
  for (const [name, texts] of Object.entries(all)) {
    for (const [file, text] of outcomeOf(texts).files)
      files.set(file.replace(/^radio(?=\/)/, name), text);
  }
  expect(files.size).toBeGreaterThan(0);
  return compileFaultsOf(files);
}

it('whatever anything is called, the name is a diagnostic, or compiles', () => {
  const all = Object.entries(places).flatMap(([where, place]) =>
    Object.entries(names).map(([name, text]) => [`${where}, ${name}`, place(text)] as const),
  );
  expect(compileFaultsOfAll(Object.fromEntries(all))).toEqual([]);
});

/** Names that are not the same, and nearly so. */
const pairs: [string, string, string][] = [
  ['case', 'Ab', 'ab'],
  ['separator', 'a_b', 'a.b'],
  ['separator, within a word', 'a_b', 'aB'],
  ['a homoglyph', 'session', 'sessi\u043En'],
  ['a plural', 'tool', 'tools'],
  ['a suffix of generated names', 'a', 'aItem'],
  ['a suffix of generated maps', 'a', 'aValue'],
];

/** Docs in which two things of one kind have these names. */
function docsOfPair(first: string, second: string): Record<string, Texts> {
  const bothOf = (bullet: (name: string) => string): Texts => tree(bullet(first) + bullet(second));
  return {
    fields: bothOf((name) => `- \`${name}\` (string, required): Words.\n`),
    objects: bothOf(
      (name) => `- \`${name}\` (object, required): Words.\n  - \`${name}\` (string, required)\n`,
    ),
    lists: bothOf((name) => `- \`${name}\` (array<string | integer>, required): Words.\n`),
    'lists of objects': bothOf(
      (name) =>
        `- \`${name}\` (array<object>, required): Words.\n  - Items:\n    - \`${name}\` (string, required)\n`,
    ),
    maps: bothOf((name) => `- \`${name}\` (map<string | integer>, required): Words.\n`),
    sections: rest(`|| a | **[A](#${first})** ||\n|| b | **[B](#${second})** ||\n`, {
      sections: restSection(first) + restSection(second, '|| other | **integer** ||\n'),
    }),
    events: {
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': `# Events\n\n## Contents\n- [${first}](one.md)\n- [${second}](two.md)\n`,
      'radio/one.md': treePage(first),
      'radio/two.md': treePage(second),
    },
  };
}

it('names that are nearly the same are a diagnostic, or compile', () => {
  const all = pairs.flatMap(([difference, first, second]) =>
    Object.entries(docsOfPair(first, second)).map(
      ([what, texts]) => [`${what} that differ in ${difference}`, texts] as const,
    ),
  );
  expect(compileFaultsOfAll(Object.fromEntries(all))).toEqual([]);
});

describe('is told', () => {
  it.each([
    ['a field without a name', tree('- ` ` (string, required): Words.\n'), 'field-malformed'],
    [
      'a field of 201 characters',
      tree(`- \`${'a'.repeat(201)}\` (string, required)\n`),
      'name-unusable',
    ],
    ['an event of another script', places['an event']?.('größe') ?? {}, 'event-name-invalid'],
  ])('%s', (_, texts, rule) => {
    expect(outcomeOf(texts).rules).toContain(rule);
  });
});

describe('what broke the generated code once compiles:', () => {
  it('a value that ends in a backslash ends where it ends', async () => {
    const texts = tree("- `a` (string, required): Words. Enum: '/*\\\\', '/*'.\n");

    expect(compileFaultsOf(await renderFiles([modelOf(texts)]))).toEqual([]);
  });

  it('the guard of a list of itself whose name every object inherits compiles', async () => {
    const sections = restSection('Part', '|| constructor[] | **[Part](#Part)** ||\n');
    const texts = rest('|| a | **[Part](#Part)** ||\n', { sections, skeleton: anyA });

    expect(compileFaultsOf(await renderFiles([modelOf(texts)]))).toEqual([]);
  });

  it('the expectation of a field whose name every object inherits compiles', async () => {
    const texts = tree('- `toString` (string, required): Words.\n');

    expect(compileFaultsOf(await renderFiles([modelOf(texts)]))).toEqual([]);
  });

  it('the guard of a list whose name every object inherits compiles', async () => {
    const texts = tree('- `constructor` (array<string>, required): Words.\n');

    expect(compileFaultsOf(await renderFiles([modelOf(texts)]))).toEqual([]);
  });
});
