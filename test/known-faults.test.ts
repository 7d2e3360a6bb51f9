/**
 * Faults of the generator that are known and not yet mended: each test says what should be, and fails. Once it
 * passes, vitest says so: then move it to the tests of the part that it is about.
 */
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { proseOf } from '../generator/markdown/inline.ts';
import { parsePage } from '../generator/markdown/parse.ts';
import { misfitsOf } from '../generator/model/conforms.ts';
import type { Field, ObjectType, Type } from '../generator/model/model.ts';
import { toleranceOf } from '../generator/model/tolerance.ts';
import { joinTypes, type Divergence } from '../generator/resolve/join.ts';
import { diagnosticsOf, modelOf, sourceJson, type Texts } from './docs.ts';
import {
  discriminator,
  nothing,
  object,
  oneOf,
  optional,
  required,
  string,
  union,
  unsupported,
} from './models.ts';

/** A tree of one event, `tune`; `bullets` begin on line 5. */
function tree(bullets: string, source: object = {}): Texts {
  return {
    'radio/source.json': sourceJson('openai-tree', source),
    'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
    'radio/tune.md': `# tune\n\n## Properties\n- \`type\` (string, required): Enum: 'tune'.\n${bullets}`,
  };
}

/** REST pages of one event, `tune`, with a field `a`; `rows` begin on line 24. */
function rest(rows: string, sections = ''): Texts {
  return {
    'radio/source.json': sourceJson('yandex-rest'),
    'radio/index.md': restIndex('|| [radio.tune](tune.md) | tune ||\n'),
    'radio/tune.md': `# REST: tune

## HTTP request

\`\`\`
POST https://example.com/tune
\`\`\`

## Body parameters

**Request schema: application/json**

\`\`\`json
{ "type": "string"${rows === '' ? '' : ', "a": "unknown"'} }
\`\`\`

#|
||Field | Description ||
|| type | **enum**

Required field.

- \`tune\` ||
${rows}|#

${sections}`,
  };
}

function restIndex(rows: string): string {
  return `# Events\n\n## Methods\n\n#|\n||Method | Description ||\n${rows}|#\n`;
}

/** A summary of the event `tune` with these examples. */
function summary(...examples: string[]): Texts {
  const blocks = examples.map((example) => `\`\`\`json\n${example}\n\`\`\`\n`);
  return {
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md': `# Events\n\n## Event Reference\n\n- \`tune\` - words\n\n## Event Examples\n\n${blocks.join('\n')}`,
  };
}

/** The last field of the event. */
function lastField(texts: Texts): Field | undefined {
  return modelOf(texts).events[0]?.body.fields.at(-1);
}

describe('untrusted docs', () => {
  test.fails('a name of source.json that is no TypeScript name is refused', () => {
    const bullets = '- `a` (object, required)\n  - `b` (string, required)\n';

    expect(
      diagnosticsOf(
        tree(bullets, { shapes: { 'A {} export const evil = 1; interface B': ['tune/a'] } }),
      ),
    ).not.toEqual([]);
  });

  test.fails('a comment in source.json is no valid JSON, and nothing throws', () => {
    expect(
      diagnosticsOf({ 'radio/source.json': `// hello\n${sourceJson('openai-tree')}` }),
    ).toEqual(['radio/source.json:1:1 error source-invalid this is no valid JSON; mend it here.']);
  });

  test.fails(
    'a type that is nested ten thousand deep is a fault of the page, and nothing throws',
    () => {
      const type = `${'array<'.repeat(10_000)}string${'>'.repeat(10_000)}`;

      expect(diagnosticsOf(tree(`- \`a\` (${type}, required)\n`))).toHaveLength(1);
    },
  );

  test.fails(
    'an example that is nested ten thousand deep is a fault of the page, and nothing throws',
    () => {
      const value = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

      expect(diagnosticsOf(summary(`{ "type": "tune", "a": ${value} }`))).toHaveLength(1);
    },
  );

  test.fails(
    'a skeleton that is nested ten thousand deep is a fault of the page, and nothing throws',
    () => {
      const value = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
      const texts = rest('|| a | **array** ||\n');
      const page = texts['radio/tune.md']?.replace('"unknown"', value) ?? '';

      expect(diagnosticsOf({ ...texts, 'radio/tune.md': page })).toHaveLength(1);
    },
  );

  test.fails('a message is one line, whatever the page holds', () => {
    const lines = diagnosticsOf(tree('- `a` (text\n  or so, required)\n'));

    expect(lines).toHaveLength(1);
    expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
  });
});

describe('two shapes of one name', () => {
  test.fails('`item` and `items` of one event are not joined', () => {
    const { shapes } = modelOf(
      tree(`- \`item\` (object, required)
  - \`name\` (string, required)
- \`items\` (array<object>, required)
  - Items:
    - \`code\` (string, required)
`),
    );

    expect(
      shapes.map(({ type }) => type.kind === 'object' && type.fields[0]?.requiredness),
    ).toEqual(['required', 'required']);
  });

  test.fails(
    'a field without an ASCII letter does not take the name of the shape around it',
    () => {
      const { shapes } = modelOf(
        tree(`- \`station\` (object, required)
  - \`имя\` (object, required)
    - \`name\` (string, required)
`),
      );

      expect(shapes.map(({ copies }) => copies.length)).toEqual([1, 1]);
    },
  );

  test.fails('the element of a list that may be null is named like that of any list', () => {
    const items = '  - Items:\n    - `name` (string, required)\n';

    expect(
      modelOf(tree(`- \`stations\` (array<object> | null, required)\n${items}`)).shapes[0]?.name,
    ).toBe('TuneStation');
  });

  test.fails('source.json may give a section another name', () => {
    const section =
      '## Station {#Station}\n\n#|\n||Field | Description ||\n|| name | **string** ||\n|#\n';
    const texts = {
      ...rest('|| a | **[Station](#Station)** ||\n', section),
      'radio/source.json': sourceJson('yandex-rest', { shapes: { Transmitter: ['tune/a'] } }),
    };

    expect(modelOf(texts).shapes.map(({ name }) => name)).toEqual(['Transmitter']);
  });
});

describe('nothing is dropped in silence', () => {
  test.fails('text behind "Items:"', () => {
    const texts = tree(
      '- `a` (array<object>, required)\n  - Items: One station.\n    - `b` (string, required)\n',
    );

    expect([JSON.stringify(modelOf(texts)), ...diagnosticsOf(texts)].join()).toContain(
      'One station',
    );
  });

  test.fails('values of a variant that is no object', () => {
    const texts = tree(
      "- `a` (string | object, required)\n  - Variant (string): A mode. Enum: 'am', 'fm'.\n",
    );

    expect([JSON.stringify(modelOf(texts)), ...diagnosticsOf(texts)].join()).toContain('fm');
  });

  test.fails('a variant of another type than the field', () => {
    expect(
      diagnosticsOf(tree('- `a` (string | object, required)\n  - Variant (string): A mode.\n')),
    ).not.toEqual([]);
  });

  test.fails('a cut beside variants', () => {
    const texts = tree(`- \`a\` (object, required)
  - Variant (object):
    - \`type\` (string, required): Enum: 'talk'.
  - ...
`);

    expect(JSON.stringify(modelOf(texts))).toContain('cut');
  });

  test.fails('nested fields of which each has the same typing error', () => {
    expect(
      diagnosticsOf(tree('- `a` (object, required)\n  - `b`: (string, required) Text.\n')),
    ).not.toEqual([]);
  });

  test.fails('values without a space behind "Enum:"', () => {
    expect(diagnosticsOf(tree("- `a` (string, required): Text. Enum:'am', 'fm'.\n"))).not.toEqual(
      [],
    );
  });

  test.fails('the first of two lists of values', () => {
    expect(
      diagnosticsOf(
        tree("- `a` (string, required): One. Enum: 'am'.\n\n  Two. Enum: 'fm', 'dab'.\n"),
      ),
    ).not.toEqual([]);
  });

  test.fails('the second of two lists of values in one paragraph', () => {
    expect(
      diagnosticsOf(tree("- `a` (string, required): One. Enum: 'am'. Enum: 'fm', 'dab'.\n")),
    ).not.toEqual([]);
  });

  test.fails('a default that does not fit the type that a correction states', () => {
    const texts = tree('- `a` (string, optional): Text. Default: `fm`.\n');
    const correction = `---
target: tune/a
matches: 1
was: string, optional, default "fm"
reason: It is a number.
evidence: A recording.
---

- \`a\` (integer, optional)
`;
    const corrected = { ...texts, 'radio/corrections/a.md': correction };

    expect(lastField(corrected)?.type.kind).toBe('integer');
    expect([lastField(corrected)?.default?.value, ...diagnosticsOf(corrected)]).not.toEqual(['fm']);
  });

  test.fails('a flag beside the link of an index', () => {
    const texts = {
      ...rest(''),
      'radio/index.md': restIndex('|| [radio.tune](tune.md) [NOT SUPPORTED] | tune ||\n'),
    };

    expect(diagnosticsOf(texts)).not.toEqual([]);
  });

  test.fails('a table below the title of an index', () => {
    const texts = rest('');
    const index = restIndex('|| [radio.tune](tune.md) | tune ||\n');

    expect(
      diagnosticsOf({
        ...texts,
        'radio/index.md': index.replace(
          '## Methods',
          '#|\n||Method | Description ||\n|| [radio.lost](lost.md) | lost ||\n|#\n\n## Methods',
        ),
      }),
    ).not.toEqual([]);
  });

  test.fails('the first of two sections "Body parameters"', () => {
    const body =
      '## Body parameters\n\n**Request schema: application/json**\n\n```json\n{ "type": "string" }\n```\n\n#|\n||Field | Description ||\n|| type | **enum**\n\nRequired field.\n\n- `tune` ||\n|#\n';

    expect(diagnosticsOf(rest('|| a | **integer** ||\n', body))).not.toEqual([]);
  });

  test.fails('the only mark of requiredness, with a typing error', () => {
    expect(diagnosticsOf(rest('|| a | **integer**\n\nRequired field ||\n'))).not.toEqual([]);
  });

  test.fails('nested fields that only a second example shows', () => {
    const texts = summary(
      '{ "type": "tune", "station": { "name": "one" } }',
      '{ "type": "tune", "station": { "city": "Rome" } }',
    );

    expect(JSON.stringify(modelOf(texts).shapes)).toContain('city');
  });

  test.fails('damaged text in a code block', () => {
    const file = new VFile({ path: 'page.md', value: '```\nServer â†’ Client\n```\n' });
    parsePage(file);

    expect(file.messages).toHaveLength(1);
  });

  test.fails('damaged text beside sound text', () => {
    const file = new VFile({ path: 'page.md', value: 'one â†’волна\n' });
    parsePage(file);

    expect(file.messages).toHaveLength(1);
  });

  test.fails('a source without a source.json', () => {
    expect(diagnosticsOf({ 'radio/index.md': '# Events\n' })).not.toEqual([]);
  });
});

describe('a flag never passes for "supported"', () => {
  test.each([
    ['[NOT SUPPORTED SINCE 2026]'],
    ['[CURRENTLY NOT SUPPORTED (BETA)]'],
    ['CURRENTLY NOT SUPPORTED.'],
    ['NOW SUPPORTED'],
  ])('%s', { fails: true }, (flag) => {
    const texts = tree(`- \`a\` (string, required): ${flag}\n`);

    expect([lastField(texts)?.support?.status, ...diagnosticsOf(texts)]).not.toEqual([undefined]);
  });
});

describe('messages', () => {
  test.fails('a missing page of a group is reported once', () => {
    expect(
      diagnosticsOf({
        'radio/source.json': sourceJson('openai-tree'),
        'radio/index.md': '# Events\n\n## Contents\n- [group](group.md)\n  - [tune](tune.md)\n',
        'radio/group.md': '# group\n\n## Contents\n- [tune](tune.md)\n',
      }).filter((line) => line.startsWith('radio/index.md')),
    ).toHaveLength(1);
  });

  test.fails('a heading row in another form is no field as well', () => {
    const texts = rest('');
    const page = texts['radio/tune.md']?.replace('||Field |', '||Name |') ?? '';

    expect(diagnosticsOf({ ...texts, 'radio/tune.md': page })).toEqual([
      'radio/tune.md:18:1 error table-shape the heading row must be "Field | Description".',
    ]);
  });

  test.fails('a section without a table is reported at its heading', () => {
    const [line] = diagnosticsOf(
      rest('|| a | **[Station](#Station)** ||\n', '## Station {#Station}\n\nWords.\n'),
    );

    expect(line).toMatch(/^radio\/tune\.md:27:1 /);
  });

  test.fails(
    'an index that leads outside is reported at its key, as a link that leads outside',
    () => {
      expect(
        diagnosticsOf({
          'radio/source.json': sourceJson('openai-tree', { index: { server: '../tv/index.md' } }),
        }),
      ).toEqual([expect.stringMatching(/^radio\/source\.json:5:15 error link-outside /)]);
    },
  );

  test.fails('a wrong item of a list in source.json is reported at the item', () => {
    const source = sourceJson('openai-tree', { shapes: { Station: ['tune/a', 1] } });

    expect(diagnosticsOf({ 'radio/source.json': source })).toEqual([
      'radio/source.json:15:7 error source-invalid "shapes.Station.1" must be a text.',
    ]);
  });

  test.fails('a wrong value in source.json is told in our words', () => {
    const source = sourceJson('openai-tree', { shapes: 'none' });

    expect(diagnosticsOf({ 'radio/source.json': source })).toEqual([
      'radio/source.json:12:13 error source-invalid "shapes" must be an object.',
    ]);
  });

  test.fails('an event may have one name in both directions', () => {
    const page = "# tune\n\n## Properties\n- `type` (string, required): Enum: 'tune'.\n";
    const index = '# Events\n\n## Contents\n- [tune](tune.md)\n';

    expect(
      diagnosticsOf({
        'radio/source.json': sourceJson('openai-tree', {
          index: { server: 'server/index.md', client: 'client/index.md' },
        }),
        'radio/server/index.md': index,
        'radio/server/tune.md': page,
        'radio/client/index.md': index,
        'radio/client/tune.md': page,
      }),
    ).toEqual([]);
  });

  test.fails(
    'members of a union that nothing tells from each other, though from a third, are reported',
    () => {
      const variant = (type: string, field: string) =>
        `  - Variant (object):\n    - \`type\` (string, required): Enum: '${type}'.\n    - \`${field}\` (string, required)\n`;

      expect(
        diagnosticsOf(
          tree(
            `- \`a\` (object, required)\n${variant('talk', 'host')}${variant('talk', 'guest')}${variant('music', 'title')}`,
          ),
        ),
      ).toHaveLength(2);
    },
  );

  test.fails('a member of two unions is reported once', () => {
    const section = (name: string) =>
      `## ${name} {#${name}}\n\n#|\n||Field | Description ||\n|| name | **string** ||\n|#\n\n`;
    const texts = rest(
      '|| a | Any of **[Talk](#Talk)** \\| **[Music](#Music)** ||\n|| b | Any of **[Talk](#Talk)** \\| **[News](#News)** ||\n',
      section('Talk') + section('Music') + section('News'),
    );
    const page = texts['radio/tune.md']?.replace('"unknown"', '"object", "b": "object"') ?? '';

    expect(diagnosticsOf({ ...texts, 'radio/tune.md': page })).toHaveLength(3);
  });

  test.fails('an example does not contradict the type that is inferred from it', () => {
    expect(diagnosticsOf(summary('{ "type": "tune", "mixed": [1, "one"] }'))).toEqual([]);
  });
});

describe('places', () => {
  test.fails('of a type behind an escaped bar', () => {
    const type = lastField(rest('|| a | **string \\| null** ||\n'))?.type;

    expect(type?.kind === 'union' && type.members[1]?.position).toBe('radio/tune.md:24:20');
  });
});

describe('values', () => {
  test.fails('the default of a text that may be null is null', () => {
    expect(
      lastField(tree('- `a` (string | null, optional): Text. Default: `null`.\n'))?.default,
    ).toMatchObject({ value: null });
  });

  test.fails('a fraction is no default of an integer', () => {
    expect(diagnosticsOf(tree('- `a` (integer, optional): Text. Default: `1.5`.\n'))).toHaveLength(
      1,
    );
  });

  test.fails('a bound is one number', () => {
    expect(diagnosticsOf(tree('- `a` (number, optional): Text. Minimum: `1.2.3`.\n'))).toHaveLength(
      1,
    );
  });

  test.fails('an object is no default of a list', () => {
    expect(
      diagnosticsOf(tree('- `a` (array<string>, optional): Text. Default: `{}`.\n')),
    ).toHaveLength(1);
  });

  test.fails('a text as a map is no type', () => {
    expect(
      diagnosticsOf(rest('|| a | **string** (map<**string**, **string**>) ||\n')),
    ).toHaveLength(1);
  });

  test.fails('a type in two pairs of brackets is a list of lists', () => {
    expect(diagnosticsOf(rest('|| a | Any of **string**[][] \\| **null** ||\n'))).toEqual([]);
  });

  test.fails('a fence at the margin keeps its indentation', () => {
    const page = '```\na\n  b\n```\n';
    const file = new VFile(page);

    expect(proseOf(file, parsePage(file).tree.children)).toBe(page.trim());
  });
});

describe('joined copies', () => {
  function divergencesOf(first: Type, second: Type): Divergence[] {
    const divergences: Divergence[] = [];
    joinTypes(first, second, '', divergences);
    return divergences;
  }

  test.fails('may list their values in another order', () => {
    expect(divergencesOf(oneOf('am', 'fm'), oneOf('fm', 'am'))).toEqual([]);
    expect(divergencesOf(union(string, nothing), union(nothing, string))).toEqual([]);
  });

  test.fails('keep what only the second says of support and default', () => {
    const first: ObjectType = object([optional('a', string)]);
    const second: ObjectType = object([
      optional('a', string, {
        support: unsupported(),
        default: { value: 'fm', position: 'small/page.md:1:1' },
      }),
    ]);
    const joined = joinTypes(first, second, '', []);

    expect(joined).toEqual(second);
  });
});

test.fails('the misfits of a union are those of the member that its discriminator names', () => {
  const talk = object([discriminator('type', 'talk'), required('speaker', string)]);
  const music = object([discriminator('type', 'music'), required('title', string)]);

  expect(
    misfitsOf(
      { type: 'music', title: 1 },
      union(talk, music),
      toleranceOf({}, 'server'),
      new Map(),
    ),
  ).toEqual([{ path: 'title', expected: 'string' }]);
});
