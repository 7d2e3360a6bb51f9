/** Faults that were found and mended, each with the smallest page that showed it. */
import { describe, expect, test } from 'vitest';
import { coverageOf, coverageReport } from '../generator/reports/coverage.ts';
import { modelSources, renderFiles } from '../generator/pipeline.ts';
import { joinTypes, type Differences } from '../generator/resolve/join.ts';
import { compileFaultsOf } from './support/compiled.ts';
import { diagnosticsOf, docsOf, modelOf, sourceJson, type Texts } from './support/docs.ts';
import { event, model, object, oneOf } from './support/models.ts';
import { anyA, lastField, rest, restSection, tree, treePage } from './support/small-docs.ts';

/** `tree(bullets)` with a correction of `tune/a`. */
function corrected(bullets: string, target: string, was: string, statement: string): Texts {
  return {
    ...tree(bullets),
    'radio/corrections/a.md': `---\ntarget: ${target}\nmatches: 1\nwas: ${was}\nreason: One.\nevidence: One.\n---\n\n${statement}\n`,
  };
}

describe('nothing is dropped in silence', () => {
  test('the object of a field whose only variant is none', () => {
    expect(
      diagnosticsOf(tree('- `a` (string | object, required)\n  - Variant (string): A mode.\n')),
    ).not.toEqual([]);
  });

  test('the first of two lists of values', () => {
    expect(
      diagnosticsOf(
        tree("- `a` (string, required): One. Enum: 'am'.\n\n  Two. Enum: 'fm', 'dab'.\n"),
      ),
    ).not.toEqual([]);
  });

  test('the first of two defaults', () => {
    expect(
      diagnosticsOf(
        tree('- `a` (string, optional): One. Default: `am`.\n\n  Two. Default: `fm`.\n'),
      ),
    ).not.toEqual([]);
  });
});

test.each([
  [
    'an address with an escape',
    String.raw`Ask foo\_bar@example.com for it.`,
    'Ask foo_bar@example.com for it.',
  ],
  [
    'a host with an escape',
    String.raw`See www\.example.com for it.`,
    'See www.example.com for it.',
  ],
])('%s does not put the whole page in its place', (_, text, read) => {
  expect(lastField(tree(`- \`a\` (string, required): ${text}\n`))?.description).toBe(read);
});

test('the name of a file with a line break stays on its line', () => {
  expect(diagnosticsOf({ ...tree(''), 'radio/lost\nradio/tune.md:1:1 error.md': '' })).toEqual([
    expect.stringMatching(/^radio\/lost\\nradio\/tune\.md:1:1 error\.md:1:1 error page-unlisted /),
  ]);
});

test('a value that ends in a backslash ends where it ends', async () => {
  const texts = tree("- `a` (string, required): Words. Enum: '/*\\\\', '/*'.\n");

  expect(compileFaultsOf(await renderFiles([modelOf(texts)]))).toEqual([]);
});

test('the guard of a list of itself whose name every object inherits compiles', async () => {
  const sections = restSection('Part', '|| constructor[] | **[Part](#Part)** ||\n');
  const texts = rest('|| a | **[Part](#Part)** ||\n', { sections, skeleton: anyA });

  expect(compileFaultsOf(await renderFiles([modelOf(texts)]))).toEqual([]);
});

test('the expectation of a field whose name every object inherits compiles', async () => {
  const texts = tree('- `toString` (string, required): Words.\n');

  expect(compileFaultsOf(await renderFiles([modelOf(texts)]))).toEqual([]);
});

test('the guard of a list whose name every object inherits compiles', async () => {
  const texts = tree('- `constructor` (array<string>, required): Words.\n');

  expect(compileFaultsOf(await renderFiles([modelOf(texts)]))).toEqual([]);
});

test.each(['radio/model.json', 'support-matrix.json'])(
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

test('sections that lead to one another two hundred and fifty deep throw nothing', () => {
  const sections = Array.from({ length: 250 }, (_, i) =>
    restSection(`S${i}`, `|| a | **[S${i + 1}](#S${i + 1})** ||\n`),
  );
  const texts = rest('|| a | **[S0](#S0)** ||\n', { sections: sections.join(''), skeleton: anyA });

  expect(diagnosticsOf(texts)[0]).toMatch(/^radio\/tune\.md:\d+:\d+ error nesting-too-deep /);
});

describe('values', () => {
  test.each([
    ['object', '[]'],
    ['object', '5'],
    ['array<integer>', '["am"]'],
    ['array<object>', '["am"]'],
  ])('the default of `%s` is not `%s`', (type, value) => {
    expect(
      diagnosticsOf(tree(`- \`a\` (${type}, optional): Text. Default: \`${value}\`.\n`)),
    ).toHaveLength(1);
  });
});

describe('corrections', () => {
  test('a pattern that YAML takes for an alias is a fault of its file, and nothing throws', () => {
    const texts = corrected(
      '- `a` (string, required)\n',
      '*/a',
      'string, required',
      '- `a` (integer, required)',
    );

    expect(diagnosticsOf(texts)).toEqual([
      expect.stringMatching(/^radio\/corrections\/a\.md:2:9 error correction-invalid /),
    ]);
  });

  test('a field that is no number any more has no bounds', () => {
    const texts = corrected(
      '- `a` (number, optional): Text. Minimum: `1`.\n',
      'tune/a',
      'number, optional, from 1',
      '- `a` (string, optional)',
    );

    expect(lastField(texts)?.bounds).toBeUndefined();
  });

  test('the places that a correction matches are told in the order of the page', () => {
    const texts = corrected(
      '- `one` (object, required)\n  - `a` (string, required)\n- `two` (object, required)\n  - `a` (string, required)\n',
      'tune/*.a',
      'string, required',
      '- `a` (integer, required)',
    );

    expect(diagnosticsOf(texts)).toEqual([
      expect.stringContaining('radio/tune.md:6:3, radio/tune.md:8:3'),
    ]);
  });
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

test('joined copies may list their values in another order', () => {
  const found: Differences = { divergences: [], reworded: [] };
  joinTypes(oneOf('am', 'fm'), oneOf('fm', 'am'), '', found);

  expect(found.divergences).toEqual([]);
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

test('the totals of a coverage report have a figure below every heading', () => {
  const named = event('ping', [], { body: object([], { open: 'opaque' }) });

  expect(coverageReport([coverageOf(model([named, event('stop')]))]).slice(0, 2)).toEqual([
    'source  events  of them without fields  fields  concrete  open  inferred  corrected  concrete share',
    'small        2                       1       1         1     0         0          0         100.0 %',
  ]);
});

describe('what is no statement', () => {
  const told = (bullet: string) => diagnosticsOf(tree(bullet)).map((line) => line.split(' ')[2]);

  test('a flag in a comment is none, and a comment is no text', () => {
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
    expect(told(bullet)).toEqual([]);
  });

  test('words beside the link of an index are one fault, and the event is read', () => {
    const texts = tree('');
    const index = texts['radio/index.md']?.replace('(tune.md)', '(tune.md) [NOT SUPPORTED]') ?? '';
    const lines = diagnosticsOf({ ...texts, 'radio/index.md': index });
    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'radio/index.md:4:1 error bullet-unknown',
    ]);
  });

  test('a comment beside the link of an index is nothing', () => {
    const texts = tree('');
    const index = texts['radio/index.md']?.replace('(tune.md)', '(tune.md) <!-- new -->') ?? '';
    expect(diagnosticsOf({ ...texts, 'radio/index.md': index })).toEqual([]);
  });

  test('a flag that is struck out is told', () => {
    expect(told('- `a` (string, required): ~~[NOT SUPPORTED]~~ Text.\n')).toEqual([
      'flag-misplaced',
    ]);
  });

  test('a value that is listed twice is told', () => {
    expect(told("- `a` (string, required): Enum: 'b', 'c', 'b'.\n")).toEqual(['enum-malformed']);
  });

  test('two names for one place are told', () => {
    const shapes = { Station: ['tune/a'], Place: ['tune/a'] };
    const lines = diagnosticsOf(tree('- `a` (object, required)\n  - `b` (string)\n', { shapes }));
    expect(lines.filter((line) => line.includes('shape-unmatched'))).toHaveLength(1);
  });

  test.each(['Required if `b` is set.', 'Required for stations.'])('%s is words', (words) => {
    const texts = rest(`|| a | **string**\n\nRequired field. Text.\n\n${words} ||\n`, {
      skeleton: anyA,
    });
    expect(diagnosticsOf(texts)).toEqual([]);
  });
});
