import { describe, expect, test } from 'vitest';
import { diagnosticsIn, lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { readBareFlag, readFlags, readParagraphFlags } from '../../generator/dialects/flags.ts';
import { diagnosticsOf, modelOf, type Texts } from '../support/docs.ts';
import { firstLine, pageOf } from '../support/page.ts';
import {
  anyA,
  lastField,
  rest,
  restIndex,
  restSection,
  summary,
  tree,
  treePage,
} from '../support/small-docs.ts';

/** What `readFlags` makes of a text that stands at the beginning of a page. */
function read(text: string) {
  const page = pageOf(text);
  const { text: rest, support } = readFlags(page, firstLine(text));
  return { rest, support, diagnostics: diagnosticsIn(page.file).map(lineOfDiagnostic) };
}

/** What `readBareFlag` makes of a paragraph at the beginning of a page. */
function readBare(text: string) {
  const page = pageOf(text);
  const support = readBareFlag(page, text, { line: 1, column: 1 });
  return { support, diagnostics: diagnosticsIn(page.file).map(lineOfDiagnostic) };
}

describe('a flag of the table', () => {
  test.each([
    ['[CURRENTLY NOT SUPPORTED]', 'unsupported'],
    ['[NOT SUPPORTED]', 'unsupported'],
    ['[CURRENTLY PARTIALLY SUPPORTED]', 'partial'],
    ['[PARTIALLY SUPPORTED]', 'partial'],
    ['[VERIFIED]', undefined],
  ])('%s says %s', (flag, status) => {
    const { rest, support, diagnostics } = read(`tune ${flag}`);

    expect(rest).toBe('tune');
    expect(support?.status).toBe(status);
    expect(diagnostics).toEqual([]);
  });

  test('keeps its words and its place, quotes included, as evidence', () => {
    expect(read("tune '[CURRENTLY NOT SUPPORTED]'").support).toEqual({
      status: 'unsupported',
      evidence: { position: 'page.md:1:6', text: "'[CURRENTLY NOT SUPPORTED]'" },
    });
  });

  test('is the note of what it supports in part', () => {
    expect(read('[PARTIALLY SUPPORTED]').support).toMatchObject({
      status: 'partial',
      note: '[PARTIALLY SUPPORTED]',
    });
  });

  test('leaves no gap in the middle of a text', () => {
    expect(read('A station [NOT SUPPORTED] far away.').rest).toBe('A station far away.');
  });

  test('counts when it says something of support, though another one stands before it', () => {
    expect(read('[VERIFIED] [NOT SUPPORTED]').support?.status).toBe('unsupported');
  });
});

describe('a flag with a typing error', () => {
  test.each([
    ['[CURRENTLY NOT SUPPORTTED]', 'a letter too many', 'CURRENTLY NOT SUPPORTED'],
    ['[CURENTLY NOT SUPPORTED]', 'a letter too few', 'CURRENTLY NOT SUPPORTED'],
    ['[CURRENTLY NOT SUPPORTET]', 'another letter', 'CURRENTLY NOT SUPPORTED'],
    ['[CURRENTLY NOT SUPPROTED]', 'two letters swapped', 'CURRENTLY NOT SUPPORTED'],
    ['[CURENTLY NOT SUPPORTTED]', 'an error in each of two words', 'CURRENTLY NOT SUPPORTED'],
    ['[currently not supported]', 'lower case', 'CURRENTLY NOT SUPPORTED'],
    ['[NOT SUPORTED]', 'the shorter flag', 'NOT SUPPORTED'],
  ])('%s (%s) is understood, and reported', (flag, _, meant) => {
    const { rest, support, diagnostics } = read(`tune ${flag}`);

    expect(rest).toBe('tune');
    expect(support?.status).toBe('unsupported');
    expect(diagnostics).toEqual([
      `page.md:1:6 warning flag-near-miss ${flag} is read as [${meant}]; fix its spelling.`,
    ]);
  });

  test('has its spaces, too', () => {
    const { support, diagnostics } = read('tune [Currently  Not Supported]');

    expect(support?.evidence.text).toBe('[Currently  Not Supported]');
    expect(diagnostics).toEqual([
      'page.md:1:6 warning flag-near-miss [Currently Not Supported] is read as [CURRENTLY NOT SUPPORTED]; fix its spelling.',
    ]);
  });
});

describe('a flag that the table does not have', () => {
  test.each([
    ['[NOW SUPPORTED]', 'one letter away from its opposite'],
    ['[NOD SUPPORTED]', 'a typing error in a short word'],
    ['[CURRENTLY SUPPORTED]', 'a word too few'],
    ['[NOT YET SUPPORTED]', 'a word too many'],
    ['[NOT SUPPROTTED]', 'two typing errors in one word'],
    ['[NOT]', 'a single word'],
    ['[НЕ ПОДДЕРЖИВАЕТСЯ]', 'another alphabet'],
    ['[NOT SUPPORTED SINCE 2026]', 'a date behind it'],
    ['[CURRENTLY NOT SUPPORTED (BETA)]', 'brackets in it'],
    ['[BETA]', 'a word of support alone'],
    ['[NOT SUPPORTED, see below]', 'words in small letters behind it'],
    ['[not supported, for now]', 'the same in small letters'],
    ['[no longer supported since May]', 'a time in small letters'],
  ])('%s (%s) is an error, and stays in the text', (flag) => {
    const { rest, support, diagnostics } = read(`tune ${flag}`);

    expect(rest).toBe(`tune ${flag}`);
    expect(support).toBeUndefined();
    expect(diagnostics).toEqual([
      `page.md:1:6 error flag-unknown the flag ${flag} is not known; the flags are ` +
        '[CURRENTLY NOT SUPPORTED], [NOT SUPPORTED], [CURRENTLY PARTIALLY SUPPORTED], ' +
        '[PARTIALLY SUPPORTED], [DEPRECATED], [VERIFIED].',
    ]);
  });
});

test('a flag whose lines a tag breaks is one', () => {
  expect(read('tune [NOT<br>SUPPORTED]').support?.status).toBe('unsupported');
});

test('a flag in bold of HTML, at the end of its paragraph, is one', () => {
  expect(read('tune. <b>[NOT SUPPORTED]</b>').support?.status).toBe('unsupported');
});

test.each(['[RFC 6716]', '[ITU-T G.711]', '[ISO 8601-1]'])('the standard %s is none', (words) => {
  expect(read(`As in ${words}.`).diagnostics).toEqual([]);
});

describe('brackets that are no flag', () => {
  test.each([
    ['the list [A] and [B]'],
    ['[the manual]'],
    ['["text"] or ["audio"]'],
    ['`tools[0]`'],
    ['[]'],
    ['not supported'],
    ['[now supported]'],
  ])('%s stays as it is', (text) => {
    expect(read(text)).toEqual({ rest: text, support: undefined, diagnostics: [] });
  });
});

describe('a paragraph in capitals', () => {
  test('is a flag without brackets', () => {
    expect(readBare('CURRENTLY NOT SUPPORTED')).toEqual({
      support: {
        status: 'unsupported',
        evidence: { position: 'page.md:1:1', text: 'CURRENTLY NOT SUPPORTED' },
      },
      diagnostics: [],
    });
  });

  test('with a typing error is understood, and reported', () => {
    const { support, diagnostics } = readBare('CURRENTLY NOT SUPPORTTED');

    expect(support?.status).toBe('unsupported');
    expect(diagnostics).toEqual([
      'page.md:1:1 warning flag-near-miss CURRENTLY NOT SUPPORTTED is read as [CURRENTLY NOT SUPPORTED]; fix its spelling.',
    ]);
  });

  test('may end in a full stop', () => {
    expect(readBare('CURRENTLY NOT SUPPORTED.')).toEqual({
      support: {
        status: 'unsupported',
        evidence: { position: 'page.md:1:1', text: 'CURRENTLY NOT SUPPORTED' },
      },
      diagnostics: [],
    });
  });

  test.each([['A URL.'], ['ISO 8601.'], ['MP3, WAV.'], ['UTC']])('may be a name: %s', (text) => {
    expect(readBare(text)).toEqual({ support: undefined, diagnostics: [] });
  });

  test.each([
    ['NOW SUPPORTED'],
    ['SOON TO COME'],
    ['A BETA FEATURE'],
    ['OBSOLETE.'],
    ['NOT YET SUPPORTED'],
  ])('that speaks of support in words that the table does not have is an error: %s', (text) => {
    expect(readBare(text)).toEqual({
      support: undefined,
      diagnostics: [expect.stringMatching(/^page\.md:1:1 error flag-unknown the flag [A-Z]/)],
    });
  });

  test.each([
    ['Currently not supported'],
    ['CURRENTLY NOT SUPPORTED by this model'],
    ['VERIFIED'],
    ['A'],
    [''],
  ])('"%s" is none', (text) => {
    expect(readBare(text)).toEqual({ support: undefined, diagnostics: [] });
  });
});

/** What `readParagraphFlags` makes of a paragraph at the beginning of a page. */
function readParagraph(text: string) {
  const page = pageOf(text);
  const { text: rest, support } = readParagraphFlags(page, firstLine(text));
  return {
    rest,
    status: support?.status,
    diagnostics: diagnosticsIn(page.file).map(lineOfDiagnostic),
  };
}

describe('a paragraph', () => {
  test.each([
    ['[NOT SUPPORTED]', 'a flag alone'],
    ["'[CURRENTLY NOT SUPPORTED]'", 'in quotes'],
    ['NOT SUPPORTED', 'without brackets'],
    ['[VERIFIED] NOT SUPPORTED', 'behind one that says nothing of support'],
  ])('may be nothing but a flag: %s (%s)', (text) => {
    expect(readParagraph(text)).toEqual({ rest: '', status: 'unsupported', diagnostics: [] });
  });

  test('may have a flag among its words', () => {
    expect(readParagraph('Words. [NOT SUPPORTED]')).toEqual({
      rest: 'Words.',
      status: 'unsupported',
      diagnostics: [],
    });
  });
});

describe('two flags', () => {
  test('that say the same are one', () => {
    expect(read('[NOT SUPPORTED] words [CURRENTLY NOT SUPPORTED]')).toMatchObject({
      support: { status: 'unsupported', evidence: { text: '[NOT SUPPORTED]' } },
      diagnostics: [],
    });
  });

  test('that disagree are reported at the second', () => {
    expect(read('[PARTIALLY SUPPORTED] [CURRENTLY NOT SUPPORTED]').diagnostics).toEqual([
      'page.md:1:23 error flag-differs [CURRENTLY NOT SUPPORTED] contradicts [PARTIALLY SUPPORTED] at page.md:1:1; remove one of the two.',
    ]);
  });
});

describe('of a field', () => {
  test('the flag may be all its text', () => {
    const docs = tree('- `a` (string, required): [NOT SUPPORTED]\n');

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)?.support?.status).toBe('unsupported');
  });

  test('it may stand beside the mark of requiredness', () => {
    const docs = rest("|| a | **string**\n\nRequired field. '[CURRENTLY NOT SUPPORTED]' ||\n", {
      skeleton: anyA,
    });

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)).toMatchObject({
      requiredness: 'required',
      support: { status: 'unsupported' },
    });
  });

  test.each([
    [
      'two paragraphs',
      tree('- `a` (string, required): [NOT SUPPORTED]\n\n  [PARTIALLY SUPPORTED]\n'),
      '7:3',
    ],
    [
      'the two cells of a row',
      rest('|| a [NOT SUPPORTED] | **string**\n\nText. [PARTIALLY SUPPORTED] ||\n', {
        skeleton: anyA,
      }),
      '26:7',
    ],
  ])('those of %s may not disagree', (_, docs, place) => {
    expect(diagnosticsOf(docs)).toEqual([
      expect.stringContaining(`radio/tune.md:${place} error flag-differs `),
    ]);
  });
});

describe('of an event', () => {
  /** The page of an event in a tree, with words of its description on line 3. */
  const described = (words: string, title = '# tune'): Texts => ({
    ...tree(''),
    'radio/tune.md': treePage('tune').replace('# tune\n\n', `${title}\n\n${words}\n\n`),
  });
  /** A page of a schema, with words above its table, on line 17. */
  const body = (words: string): Texts => {
    const docs = rest('');
    const page = docs['radio/tune.md']?.replace('```\n\n#|', `\`\`\`\n\n${words}\n\n#|`) ?? '';
    return { ...docs, 'radio/tune.md': page };
  };

  test.each([['[CURRENTLY NOT SUPPORTED]'], ['About it. [NOT SUPPORTED]'], ['NOT SUPPORTED']])(
    'the flag may stand in its description: %s',
    (words) => {
      expect(modelOf(described(words)).events[0]?.support.status).toBe('unsupported');
    },
  );

  test('those of title and description may not disagree', () => {
    const docs = described('[PARTIALLY SUPPORTED]', '# tune [NOT SUPPORTED]');

    expect(diagnosticsOf(docs)).toEqual([
      'radio/tune.md:3:1 error flag-differs [PARTIALLY SUPPORTED] contradicts [NOT SUPPORTED] at radio/tune.md:1:8; remove one of the two.',
    ]);
  });

  test('those of two paragraphs may not disagree', () => {
    expect(diagnosticsOf(described('[NOT SUPPORTED]\n\n[PARTIALLY SUPPORTED]'))).toEqual([
      'radio/tune.md:5:1 error flag-differs [PARTIALLY SUPPORTED] contradicts [NOT SUPPORTED] at radio/tune.md:3:1; remove one of the two.',
    ]);
  });

  test('that of its description must be that of the index', () => {
    expect(diagnosticsOf(body('About it. [NOT SUPPORTED]'))).toEqual([
      'radio/tune.md:1:1 error flag-differs the page says unsupported, radio/index.md:7:28 says nothing of support; make them agree.',
    ]);
  });

  test('that of its description may stand for that of its title', () => {
    const docs = {
      ...body('[NOT SUPPORTED]'),
      'radio/index.md': restIndex('|| [radio.tune](tune.md) | tune [NOT SUPPORTED] ||\n'),
    };

    expect(diagnosticsOf(docs)).toEqual([]);
  });
});

describe('a flag where nobody reads one', () => {
  const misplaced = (place: string) =>
    expect.stringMatching(new RegExp(`^radio/\\w+\\.md:${place} error flag-misplaced `));

  test.each([
    ['a list of words', tree('- `a` (string, required): Text.\n\n  - [NOT SUPPORTED]\n'), '7:5'],
    ['a quote', tree('- `a` (string, required): Text.\n\n  > NOT SUPPORTED\n'), '7:5'],
    [
      'words about an index',
      {
        ...tree(''),
        'radio/index.md': '# Events [NOT SUPPORTED]\n\n## Contents\n- [tune](tune.md)\n',
      },
      '1:10',
    ],
    [
      'the title of a group',
      {
        ...summary(),
        'radio/index.md':
          '# Events\n\n## Event Reference\n\n### Some [NOT SUPPORTED]\n\n- `tune` - words\n\n## Event Examples\n',
      },
      '5:10',
    ],
    [
      'a variant without fields',
      tree(
        "- `a` (string | object, required)\n  - Variant (string): [NOT SUPPORTED] Enum: 'am'.\n",
      ),
      '6:23',
    ],
  ])('is reported: in %s', (_, docs, place) => {
    expect(diagnosticsOf(docs)).toContainEqual(misplaced(place));
  });
});

test('a variant with fields has the flag of its text', () => {
  const { shapes } = modelOf(
    tree(
      "- `a` (object, required)\n  - Variant (object): Words. [NOT SUPPORTED]\n    - `type` (string, required): Enum: 'x'.\n",
    ),
  );

  expect(shapes[0]?.type).toMatchObject({ support: { status: 'unsupported' } });
});

test('the heading of a section may have the flag of its type', () => {
  const sections = restSection('Part').replace('## Part', '## Part [NOT SUPPORTED]');
  const { shapes } = modelOf(rest('|| a | **[Part](#Part)** ||\n', { skeleton: anyA, sections }));

  expect(shapes[0]?.type).toMatchObject({ support: { status: 'unsupported' } });
});

test('a flag in a comment is none, and a comment is not text', () => {
  const texts = tree(
    "- `a` (string, required): Text. <!-- [NOT SUPPORTED] --> Enum: 'b'. <!-- c -->\n",
  );
  const field = modelOf(texts).events[0]?.body.fields.at(-1);
  expect([field?.description, field?.support, field?.type.kind]).toEqual([
    'Text.',
    undefined,
    'literal',
  ]);
});

test('a link in capitals is none, however it names its address', () => {
  const bullet = '- `a` (string, required): As [PCM][x] and [WAV](https://small.test/).\n';
  expect(diagnosticsOf(tree(bullet))).toEqual([]);
});

test('a flag that is struck out is told', () => {
  expect(diagnosticsOf(tree('- `a` (string, required): ~~[NOT SUPPORTED]~~ Text.\n'))).toEqual([
    expect.stringContaining(' flag-misplaced '),
  ]);
});

describe('a flag where it has no effect', () => {
  test.each([
    ['It is [DEPRECATED] by `b`.', '[DEPRECATED]', ', within a sentence'],
    ['No longer [DEPRECATED].', '[DEPRECATED]', ', within a sentence'],
    ['NOT SUPPORTED: WORDS.', 'NOT SUPPORTED', ', among other words and without brackets'],
    ['(NOT SUPPORTED)', 'NOT SUPPORTED', ', among other words and without brackets'],
  ])('%s is told once, and says nothing in the model', (words, flag, where) => {
    const docs = tree(`- \`a\` (string, optional): ${words}\n`);
    const { deprecated, support } = lastField(docs) ?? {};

    expect({ deprecated, support }).toEqual({});
    expect(diagnosticsOf(docs)).toEqual([
      expect.stringContaining(`error flag-misplaced ${flag} has no effect here${where};`),
    ]);
  });

  test('in capitals, `DEPRECATED: WORDS.` has one', () => {
    const docs = tree('- `a` (string, optional): DEPRECATED: WORDS.\n');

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)?.deprecated).toBeDefined();
  });
});
