/**
 * Pages that would take too long to read, or more calls than the stack has. A test that hangs fails by the time limit
 * of the test run.
 */
import { describe, expect, it } from 'vitest';
import { limits } from '../generator/limits.ts';
import { extentOf } from '../generator/markdown/refuse.ts';
import { renderFiles } from '../generator/pipeline.ts';
import { manyObjects } from './bench/limits/docs.ts';
import { diagnosticsOf, modelOf, sourceJson, type Texts } from './support/docs.ts';
import { anyA, rest, restSection, summary, tree, treePage } from './support/small-docs.ts';

/** The places and rules of what is wrong with docs, each rule once. */
function firstOfEachRule(texts: Texts): string[] {
  const faults = diagnosticsOf(texts).map((line) => line.split(' ').slice(0, 3).join(' '));
  return faults.filter(
    (fault, i) => faults.findIndex((one) => ruleOf(one) === ruleOf(fault)) === i,
  );
}

function ruleOf(fault: string): string | undefined {
  return fault.split(' ').at(-1);
}

/** The page on which a tree documents a field whose text is `text`. */
const field = (text: string): Texts => tree(`- \`a\` (string, required): ${text}\n`);

/** As many pieces as there are numbers. */
const many = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');

describe('a page', () => {
  it('of 20 MB is not read', () => {
    expect(firstOfEachRule(field('words '.repeat(3_500_000)))).toEqual([
      'radio/source.json:1:1 error source-too-large',
    ]);
  });

  it('of thousands of lines of fields in fields is read', () => {
    const part = (i: number) =>
      `- \`part${i}\` (object, optional): A part of the receiver, with its name, its state and its bands.
  - \`name\` (string, required): How the part is called. Enum: 'coil', 'valve'. Default: \`coil\`.
  - \`bands\` (array<object>, optional): What it is good for.
    - Items:
      - \`from\` (number | null, required): Where the band begins, in kilohertz.\n`;
    expect(firstOfEachRule(tree(many(limits.objectFields - 1, part)))).toEqual([]);
  });

  it('of a million rows is not read', () => {
    expect(firstOfEachRule(rest('|| a | **string** ||\n'.repeat(1_000_000)))).toEqual([
      'radio/source.json:1:1 error source-too-large',
    ]);
  });

  it.each([
    ['of more cells than are read', rest('|| a | b | c | d | e | f ||\n'.repeat(7000))],
    ['of more rows than are read', rest('|| a ||\n'.repeat(limits.items))],
    ['of more footnotes than are read', tree(many(limits.items + 1, (i) => `[^${i}]: a\n`))],
    ['of one row of cells', rest(`||${'a|'.repeat(limits.marks)}||\n`)],
    ['of more lines than are read', tree('# a\n'.repeat(limits.lines))],
    ['of more parts than are read', tree(`${'\\!b'.repeat(130)}\n\n`.repeat(3000))],
    ['of more line breaks than are read', tree('\n'.repeat(limits.page))],
    ['of lines that leave a list', tree(`- a\n${'a\n'.repeat(2000)}`)],
    ['of lines that leave quotes', tree('> > > a\nb\n'.repeat(2000))],
  ])('%s is not read', (_, texts) => {
    expect(firstOfEachRule(texts).map(ruleOf)).toEqual(['page-too-large']);
  });

  it('that a source has beside many others may be one too many', () => {
    const page = 'words\n'.repeat(60_000);
    const pages = Array.from({ length: 18 }, (_, i) => [`radio/page${i}.md`, page] as const);
    expect(firstOfEachRule({ ...tree(''), ...Object.fromEntries(pages) })).toEqual([
      'radio/source.json:1:1 error source-too-large',
    ]);
  });

  it.each([
    ['that no quote needs to mark', '> a\n', 'a\n'],
    ['with underlines', '', 'a\n-\n'],
    ['of labels that end on the next', '', '[a\n]:\n'],
    ['of definitions with open labels', '', '[a]:\n[\n'],
    ['of definitions with open titles', '', '[a]:b\n"\n'],
    ['of definitions', '', '[a]:b\n'],
    ['of footnotes', '', '[^a]:\n[x]\n'],
    ['of quotes in lists', '', '- > a\n'],
  ])('of too many lines %s is not read', (_, first, lines) => {
    const text = `${first}${lines.repeat(120_000)}`;
    expect(firstOfEachRule(tree(text)).map(ruleOf)).toEqual(['page-too-large']);
  });

  it('that is too much is a fault of its own event', () => {
    expect(
      firstOfEachRule({
        'radio/source.json': sourceJson('openai-tree'),
        'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [stop](stop.md)\n',
        'radio/tune.md': treePage('tune'),
        'radio/stop.md': 'words\n'.repeat(100_000),
      }),
    ).toEqual(['radio/stop.md:50001:6 error page-too-large']);
  });
});

describe('fields', () => {
  const fields = (count: number) => many(count, (i) => `- \`a${i}\` (string, optional)\n`);

  it('of one object may be more than code can have: a fault of the event', () => {
    expect(firstOfEachRule(tree(fields(limits.objectFields - 1)))).toEqual([]);
    expect(firstOfEachRule(tree(fields(limits.objectFields))).map(ruleOf)).toEqual([
      'event-too-large',
    ]);
  });

  const events = (count: number, body: string): Texts => {
    const names = Array.from({ length: count }, (_, i) => `tune.${i}`);
    return {
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': `# Events\n\n## Contents\n${names.map((name) => `- [${name}](${name}.md)\n`).join('')}`,
      ...Object.fromEntries(
        names.map((name) => [`radio/${name}.md`, treePage(name, body)] as const),
      ),
    };
  };

  it('of all events may be more than are generated: a fault of the source', () => {
    const count = Math.ceil(limits.sourceItems / 500);
    expect(diagnosticsOf(events(count, fields(500)))).toEqual([
      `radio/source.json:1:1 error source-too-large the pages of this source have more than ${limits.sourceItems} list items, table rows and definitions, each of which may be a field, and this source is not read; split it.`,
    ]);
  });

  it('of all events may have more values than are generated: a fault of the source', () => {
    const values = many(99, (i) => `'${i}', `);
    const body = many(5, (i) => `- \`a${i}\` (string, optional): Enum: ${values}'z'.\n`);
    expect(diagnosticsOf(events(Math.ceil(limits.sourceQuotes / 1000), body))).toEqual([
      `radio/source.json:1:1 error source-too-large the pages of this source have more than ${limits.sourceQuotes} quotation marks and marks of code, two of which each value has, and this source is not read; split it.`,
    ]);
  });

  it('of all events may be of more shapes, with more words, than code is made of: a fault of the source', () => {
    const most = Math.floor(limits.sourceItems / 402);
    const texts = Object.entries(manyObjects(most, 100)).map(([file, text]) => [
      file,
      text.replaceAll('Words.', 'Words of the object, and more of them.'),
    ]);
    expect(diagnosticsOf(Object.fromEntries(texts))).toEqual([
      `large/source.json:1:1 error source-too-large this source has more events, shapes, fields and values than code can be made of in ${limits.code / 1000} seconds, and nothing is generated; split it.`,
    ]);
  });
});

/** A page of 30,000 marks, and how many of these are read. */
const fullPage = `${'[a] '.repeat(100)}\n`.repeat(150);
const mostPages = Math.floor(limits.cost / extentOf(fullPage).cost);

/** A source of so many such pages, which no index lists. */
function fullSource(id: string, pages: number): Texts {
  return {
    [`${id}/source.json`]: sourceJson('openai-tree'),
    ...Object.fromEntries(Array.from({ length: pages }, (_, i) => [`${id}/page${i}.md`, fullPage])),
  };
}

describe('many pages', () => {
  const unlisted = (id: string) => `${id}/page0.md:1:1 error page-unlisted`;
  const tooLarge = (id: string) => `${id}/source.json:1:1 error source-too-large`;
  const placesOf = (texts: Texts) =>
    diagnosticsOf(texts)
      .map((line) => line.split(' ').slice(0, 3).join(' '))
      .filter((fault) => fault === unlisted(fault.slice(0, 1)) || fault.includes('too-large'));

  it('in a source are read as far as they cost little together', () => {
    expect(placesOf(fullSource('a', mostPages))).toEqual([unlisted('a')]);
    expect(placesOf(fullSource('a', mostPages + 1))).toEqual([tooLarge('a')]);
  });

  it('in a docs folder are read as far as those of all sources cost little together', () => {
    const [large, small] = [Math.floor(mostPages * 0.4), Math.floor(mostPages * 0.1)];
    const docs = {
      ...fullSource('a', large),
      ...fullSource('b', large),
      ...fullSource('c', large),
    };
    expect(placesOf({ ...docs, ...fullSource('d', small) })).toEqual([
      unlisted('a'),
      unlisted('b'),
      tooLarge('c'),
      unlisted('d'),
    ]);
  });
});

describe('10,000 levels', () => {
  const levels = 10_000;

  it.each([
    ['of block quotes', tree(`\n${'> '.repeat(levels)}a\n`), 'nesting-too-deep'],
    ['of quotes without blanks', tree(`\n${'>'.repeat(levels)}a\n`), 'nesting-too-deep'],
    ['of lists on a line', tree(`${'- '.repeat(levels)}a\n`), 'nesting-too-deep'],
    ['of numbered lists', tree(`${'1. '.repeat(levels)}a\n`), 'nesting-too-deep'],
    ['of both', tree(`${'> - '.repeat(levels)}a\n`), 'nesting-too-deep'],
    ['of quotes in a cell', rest(`|| ${'>'.repeat(levels)} | a ||\n`), 'nesting-too-deep'],
    ['of brackets', field(`${'['.repeat(levels)}a${']'.repeat(levels)}`), 'paragraph-too-long'],
    ['of links', field(`${'['.repeat(levels)}a${'](b)'.repeat(levels)}`), 'paragraph-too-long'],
    ['of emphasis', field(`${'*a '.repeat(levels)}${'b* '.repeat(levels)}`), 'paragraph-too-long'],
    ['of tables', rest(`|| a | **string**\n\n${'#|\n||\n'.repeat(900)}`), 'table-too-deep'],
    ['of array types', field('array<'.repeat(levels)), 'paragraph-too-long'],
  ])('%s are a fault of the page', (_, texts, rule) => {
    expect(firstOfEachRule(texts).map(ruleOf)).toContain(rule);
  });

  it('of lists in lists are a fault of the page', () => {
    const bullets = many(110, (i) => `${'  '.repeat(i)}- \`a${i}\` (object, required): Words.\n`);
    expect(firstOfEachRule(tree(bullets))).toEqual([
      'radio/tune.md:105:201 error nesting-too-deep',
    ]);
  });

  it('of emphasis in a short paragraph are a fault of the page', () => {
    const text = `${'*a '.repeat(200)}${'b* '.repeat(200)}`;
    expect(firstOfEachRule(field(text))).toEqual(['radio/tune.md:5:319 error nesting-too-deep']);
  });

  it('of JSON are a fault of the example', () => {
    const texts = summary(`{"type":"tune","a":${'['.repeat(4500)}${']'.repeat(4500)}}`);
    expect(firstOfEachRule(texts)).toEqual(['radio/index.md:9:1 error example-malformed']);
  });

  it('of source.json are a fault of it', () => {
    const texts = { ...tree(''), 'radio/source.json': `{"title":${'['.repeat(levels)}` };
    expect(firstOfEachRule(texts)).toEqual(['radio/source.json:1:1 error source-invalid']);
  });

  it('of keys of source.json are a fault of it', () => {
    const aliases = Object.fromEntries(Array.from({ length: levels }, (_, i) => [`a b${i}`, 'a']));
    expect(firstOfEachRule(tree('', { aliases }))).toEqual([
      'radio/source.json:1:1 error source-invalid',
    ]);
  });

  it('of keys of front matter are a fault of the correction', () => {
    const keys = many(levels, (i) => `k${i}: 1\n`);
    const texts = { ...tree(''), 'radio/corrections/a.md': `---\n${keys}---\n` };
    expect(firstOfEachRule(texts).map(ruleOf)).toEqual(['correction-invalid']);
  });

  it('of front matter are a fault of the correction', () => {
    const texts = {
      ...tree(''),
      'radio/corrections/a.md': `---\ntarget: ${'['.repeat(9000)}\n---\n`,
    };
    expect(firstOfEachRule(texts).map(ruleOf)).toEqual(['correction-invalid']);
  });

  it('of sections that lead to one another are a fault of the hundredth', () => {
    const chain = many(110, (i) =>
      restSection(`S${i}`, `|| next | **[S${i + 1}](#S${i + 1})** ||\n`),
    );
    const texts = rest('|| a | **[S0](#S0)** ||\n', { sections: chain, skeleton: anyA });
    expect(firstOfEachRule(texts).map(ruleOf)).toEqual(['nesting-too-deep', 'section-unused']);
  });
});

describe('a type', () => {
  it.each([
    ['of a million parts', `- \`a\` (${'string | '.repeat(1_000_000)}null, required)\n`],
    ['of a million arrays', `- \`a\` (${'array<'.repeat(1_500_000)}, required)\n`],
  ])('%s is not read', (_, bullet) => {
    expect(firstOfEachRule(tree(bullet))).toEqual(['radio/source.json:1:1 error source-too-large']);
  });

  it.each([
    ['as long as a paragraph', `${'string | '.repeat(500)}null`],
    ['of more arrays than anybody needs', `${'array<'.repeat(101)}string`],
    ['of more maps than anybody needs', `${'map<'.repeat(101)}string`],
  ])('%s is a fault of its field', (_, type) => {
    expect(firstOfEachRule(tree(`- \`a\` (${type}, required)\n`))).toEqual([
      'radio/tune.md:5:8 error type-unknown',
    ]);
  });

  it.each([
    ['as long as a paragraph', `|| a | **${String.raw`string \| `.repeat(450)}null** ||\n`],
    ['of more arrays than anybody needs', `|| a | **string${'[]'.repeat(101)}** ||\n`],
    [
      'of more maps than anybody needs',
      `|| a | ${'**object** (map<**string**, '.repeat(101)} ||\n`,
    ],
  ])('%s is a fault of its row', (_, row) => {
    expect(firstOfEachRule(rest(row, { skeleton: anyA }))).toEqual([
      'radio/tune.md:24:8 error type-unknown',
    ]);
  });

  it('whose name has more brackets than anybody needs is a fault of its row', () => {
    expect(
      firstOfEachRule(rest(`|| a${'[]'.repeat(2000)} | **string** ||\n`)).map(ruleOf),
    ).toContain('field-malformed');
  });

  it('of a hundred arrays is generated', async () => {
    const type = `${'array<'.repeat(100)}string${'>'.repeat(100)}`;
    const files = await renderFiles([modelOf(tree(`- \`a\` (${type}, required)\n`))]);
    expect(files.get('radio/types.ts')).toContain('string[]');
  });
});

describe('shapes', () => {
  it('that contain themselves are fine', async () => {
    const sections = restSection('Leaf', '|| next | **[Leaf](#Leaf)** ||\n');
    const texts = rest('|| a | **[Leaf](#Leaf)** ||\n', { sections, skeleton: anyA });
    expect(firstOfEachRule(texts)).toEqual([]);
    const files = await renderFiles([modelOf(texts)]);
    expect(files.get('radio/types.ts')).toContain('next?: Leaf | null');
  });

  it('that contain each other on more ways than can be counted are a fault of their event', () => {
    const rows = many(20, (i) => `|| a${i} | **[S${i}](#S${i})** ||\n`);
    const sections = many(20, (i) => restSection(`S${i}`, rows));
    const texts = rest('|| a | **[S0](#S0)** ||\n', { sections, skeleton: anyA });
    expect(firstOfEachRule(texts)).toEqual(['radio/tune.md:1:1 error event-too-large']);
  });

  it('that fork forty times are a fault of their event', () => {
    const fork = (i: number) =>
      restSection(
        `S${i}`,
        `|| a | **[S${i + 1}](#S${i + 1})** ||\n|| b | **[S${i + 1}](#S${i + 1})** ||\n`,
      );
    const sections = many(40, fork) + restSection('S40');
    const texts = rest('|| a | **[S0](#S0)** ||\n', { sections, skeleton: anyA });
    expect(firstOfEachRule(texts)).toEqual(['radio/tune.md:1:1 error event-too-large']);
  });
});

/** Texts on which a pattern, or the parser, takes the square of their length or more, as often as a page holds them. */
describe('a page of texts that are tedious to read', () => {
  const paragraphs: Record<string, string> = {
    'open comments': `a ${'<!-- '.repeat(900)}`,
    'open instructions': `a ${'<? '.repeat(1600)}`,
    'open attributes': `a ${'<a b="'.repeat(800)}`,
    'open data': `a ${'<![CDATA['.repeat(500)}`,
    'open code': many(95, (i) => `${'`'.repeat(i + 1)}a`),
    'open brackets': '['.repeat(4900),
    brackets: '['.repeat(2400) + ']'.repeat(2400),
    'open links': '[a](b "'.repeat(700),
    'links in links': '['.repeat(900) + 'a' + '](b)'.repeat(900),
    emphasis: '*a_ **b '.repeat(600),
    'emphasis that ends': 'a_* '.repeat(1200),
    strikethrough: '~a '.repeat(1600),
    addresses: 'www.a.'.repeat(800),
    'words after a bracket': `[${'a '.repeat(2400)}`,
    escapes: String.raw`\*`.repeat(2400),
    flags: '[AB] '.repeat(950),
    facts: 'Default: '.repeat(500),
    values: `Enum: ${many(600, (i) => `'${i}', `)}'z'.`,
    'values after escapes': String.raw`\* Enum: ${many(600, (i) => `'${i}', `)}'z'.`,
    fields: '`a` ('.repeat(900),
    blanks: `a${' '.repeat(4800)}b`,
  };

  it.each(Object.entries(paragraphs))('%s: comes to an end', (_, text) => {
    const count = Math.floor(64_000 / (text.length + 40));
    const bullets = many(count, (i) => `- \`a${i}\` (string, required): ${text}\n`);
    expect(diagnosticsOf(tree(bullets)).length).toBeLessThan(30_000);
  });

  it('headings with blanks: comes to an end', () => {
    const sections = many(12, (i) => `## a${' '.repeat(4800)}b {#A${i}}\n\n`);
    expect(firstOfEachRule(rest('', { sections })).map(ruleOf)).toEqual([
      'section-missing',
      'section-unused',
    ]);
  });

  it('a pattern of many stars: comes to an end', () => {
    const texts = tree(
      `- \`${'a'.repeat(190)}\` (object, required)\n  - \`b\` (string, required)\n`,
      {
        shapes: { Alpha: [`tune/${'*a'.repeat(50)}b`] },
      },
    );
    expect(firstOfEachRule(texts)).toEqual(['radio/source.json:14:7 error shape-unmatched']);
  });
});

it('sections that lead to one another two hundred and fifty deep throw nothing', () => {
  const sections = Array.from({ length: 250 }, (_, i) =>
    restSection(`S${i}`, `|| a | **[S${i + 1}](#S${i + 1})** ||\n`),
  );
  const texts = rest('|| a | **[S0](#S0)** ||\n', { sections: sections.join(''), skeleton: anyA });

  expect(diagnosticsOf(texts)[0]).toMatch(/^radio\/tune\.md:\d+:\d+ error nesting-too-deep /);
});
