/** Single statements of pages in the `openai-tree` dialect; whole pages are in `fixtures/openai-tree`. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, modelOf, shortDiagnosticsOf, sourceJson } from '../support/docs.ts';
import { typeSummary } from '../../generator/model/signature.ts';
import { lastField, tree, treePage } from '../support/small-docs.ts';

describe('clumsy words that every reader understands', () => {
  test.each([
    ['a paragraph above the fields', 'See the guide.\n\n'],
    ['a bullet of a link', '- [Guide](https://example.com/)\n'],
    ['a bullet of a bold link', '- **[Guide](https://example.com/)**\n'],
    ['a bullet with a link in it', '- See [the guide](https://example.com/).\n'],
    ['a paragraph and links', 'More:\n\n- [One](https://example.com/)\n- <https://example.com/>\n'],
  ])('%s', (_, words) => {
    const docs = tree('- `a` (string, optional)\n');
    const page = docs['radio/tune.md']?.replace('## Properties\n', `## Properties\n${words}`) ?? '';
    const texts = { ...docs, 'radio/tune.md': page };

    expect(diagnosticsOf(texts)).toEqual([]);
    expect(modelOf(texts).events[0]).toMatchObject({
      description: expect.any(String),
      body: { fields: [{ name: 'type' }, { name: 'a' }] },
    });
  });

  test.each([
    ['NULL', 'string | null', null],
    ['None', 'integer | null', null],
    ['"auto"', 'string', 'auto'],
    ["'auto'", 'string', 'auto'],
    ['"it\'s"', 'string', "it's"],
  ])('the default `%s` of %s', (written, type, value) => {
    const docs = tree(`- \`a\` (${type}, optional): Text. Default: \`${written}\`.\n`);

    expect(lastField(docs)?.default?.value).toBe(value);
  });

  test.each([
    '> Deprecated: use `b`.',
    '> [!WARNING]\n  > **Deprecated** since May.',
    '> > Deprecated.',
  ])('a quote that calls a field deprecated: %s', (quote) => {
    const docs = tree(`- \`a\` (string, optional): Text.\n\n  ${quote}\n`);

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)?.deprecated?.text).toMatch(/deprecated/i);
  });
});

describe('what stands above the fields and is one of them is told', () => {
  test.each([
    '`a` (string, optional): See [it](https://example.com/).\n\n',
    '- a (string, required) [it](https://example.com/)\n',
  ])('%s', (words) => {
    const docs = tree('');
    const page = docs['radio/tune.md']?.replace('## Properties\n', `## Properties\n${words}`) ?? '';

    expect(shortDiagnosticsOf({ ...docs, 'radio/tune.md': page })).toContainEqual(
      expect.stringContaining('error bullet-unknown'),
    );
  });
});

describe('variants that spell out the words of the bracket', () => {
  test.each([
    [
      'integer | string',
      "  - Variant (integer)\n  - Variant (string): Enum: 'inf'.\n",
      "'inf' | integer",
    ],
    [
      'string | array<string>',
      '  - Variant (string)\n  - Variant (array<string>)\n',
      'array<string> | string',
    ],
    [
      'integer | object',
      '  - Variant (integer): Enum: 1, 2.\n  - Variant (object):\n    - `b` (string, optional)\n',
      '1 | 2 | TuneA',
    ],
  ])('%s', (type, variants, read) => {
    const docs = tree(`- \`a\` (${type}, optional)\n${variants}`);
    const field = lastField(docs);

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(field && typeSummary(field.type)).toBe(read);
  });
});

describe('values in other quotes', () => {
  test.each(["'am', 'fm'", '"am", "fm"', '`am`, `fm`', '‘am’, ‘fm’', '“am”, “fm”'])(
    '%s',
    (values) => {
      const docs = tree(`- \`a\` (string, optional): Text. Enum: ${values}. Default: ‘am’.\n`);

      expect(diagnosticsOf(docs)).toEqual([]);
      expect(lastField(docs)).toMatchObject({
        type: { values: [{ value: 'am' }, { value: 'fm' }] },
        default: { value: 'am' },
      });
    },
  );

  test('a value may have the other quotes in it', () => {
    expect(
      lastField(tree('- `a` (string, optional): Enum: "it\'s, so", `"b"`.\n'))?.type,
    ).toMatchObject({ values: [{ value: "it's, so" }, { value: '"b"' }] });
  });

  test('a bound and a default need none', () => {
    const docs = tree('- `a` (integer, optional): Text. Minimum: 1. Maximum: 3. Default: 2.\n');

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)).toMatchObject({
      bounds: { minimum: 1, maximum: 3 },
      default: { value: 2 },
    });
  });
});

test('a title may be in code, or bold', () => {
  for (const title of ['`tune`', '**tune**']) {
    const docs = tree('');
    const page = docs['radio/tune.md']?.replace('# tune', `# ${title}`) ?? '';
    expect(diagnosticsOf({ ...docs, 'radio/tune.md': page })).toEqual([]);
  }
});

describe('a list of values', () => {
  test('may follow "Enum:" without a space', () => {
    expect(
      lastField(tree("- `a` (string, required): Text. Enum:'am', 'fm'.\n"))?.type,
    ).toMatchObject({ kind: 'enumeration', values: [{ value: 'am' }, { value: 'fm' }] });
  });

  test('may be that of a variant that is not an object', () => {
    const type = lastField(
      tree(
        "- `a` (string | object, required)\n  - Variant (string): A mode. Enum: 'am', 'fm'.\n  - Variant (object):\n    - `b` (string, optional)\n",
      ),
    )?.type;

    expect(type).toMatchObject({
      kind: 'union',
      members: [
        { kind: 'enumeration', values: [{ value: 'am' }, { value: 'fm' }] },
        { kind: 'reference' },
      ],
    });
  });

  test('stands once in a paragraph', () => {
    expect(
      diagnosticsOf(tree("- `a` (string, required): One. Enum: 'am'. Enum: 'fm', 'dab'.\n")),
    ).toEqual([
      "radio/tune.md:5:32 error enum-malformed \"Enum:\" must end its paragraph, once in a field, in the form Enum: 'a', 'b'. (a list that may grow: 'a', 'b', ….)",
    ]);
  });
});

describe('a list of values that may grow', () => {
  test('ends in an ellipsis', () => {
    expect(
      lastField(tree("- `a` (string, required): Text. Enum: 'am', 'fm', ….\n"))?.type,
    ).toMatchObject({
      kind: 'enumeration',
      values: [{ value: 'am' }, { value: 'fm' }],
      open: true,
    });
  });

  test('of one value is a list all the same, no constant', () => {
    expect(lastField(tree("- `a` (string, required): Text. Enum: 'am', ….\n"))?.type).toMatchObject(
      { kind: 'enumeration', values: [{ value: 'am' }], open: true },
    );
  });

  test('has places for its values', () => {
    const type = lastField(tree("- `a` (string, required): Text. Enum: 'am', 'fm', ….\n"))?.type;

    expect(type?.kind === 'enumeration' && type.values.map(({ position }) => position)).toEqual([
      'radio/tune.md:5:39',
      'radio/tune.md:5:45',
    ]);
  });

  test('takes any default', () => {
    expect(
      lastField(tree("- `a` (string, optional): Text. Enum: 'am', …. Default: `dab`.\n"))?.default,
    ).toMatchObject({ value: 'dab' });
  });

  test.each([
    ['Enum: ….', 'no value'],
    ["Enum: 'am' ….", 'no comma'],
    ["Enum: …, 'am'.", 'the ellipsis in front'],
    ["Enum: 'am', ...", 'three dots'],
  ])('%s (%s) is an error', (list) => {
    expect(diagnosticsOf(tree(`- \`a\` (string, required): Text. ${list}\n`))).toEqual([
      expect.stringMatching(/^radio\/tune\.md:5:33 error enum-malformed /),
    ]);
  });
});

describe('a bound', () => {
  test.each([
    ['Minimum: `0`.', { minimum: 0 }],
    ['Maximum: `-1.5`.', { maximum: -1.5 }],
    ['Minimum: `0.25`. Maximum: `1.5`.', { minimum: 0.25, maximum: 1.5 }],
    ['Maximum: `1.5`. Minimum: `0.25`.', { minimum: 0.25, maximum: 1.5 }],
  ])('%s', (text, bounds) => {
    expect(lastField(tree(`- \`a\` (number, optional): Text. ${text}\n`))).toMatchObject({
      bounds,
      description: 'Text.',
    });
  });

  test('stands beside a default', () => {
    expect(
      lastField(
        tree('- `a` (integer, optional): Text. Minimum: `1`. Maximum: `9`. Default: `4`.\n'),
      ),
    ).toMatchObject({ bounds: { minimum: 1, maximum: 9 }, default: { value: 4 } });
  });

  test('may be one of the number in a union', () => {
    expect(
      lastField(tree("- `a` (string | integer, optional): Enum: 'inf'. Minimum: `1`.\n"))?.bounds,
    ).toMatchObject({ minimum: 1 });
  });

  test.each([['`1.2.3`'], ['`one`'], ['`1e3`'], ['1 or 2'], ['``']])(
    'is one number, not %s',
    (value) => {
      expect(diagnosticsOf(tree(`- \`a\` (number, optional): Text. Minimum: ${value}.\n`))).toEqual(
        [
          'radio/tune.md:5:33 error bound-malformed "Minimum:" must end its paragraph, once in a field, in the form Minimum: `0`.',
        ],
      );
    },
  );
});

describe('a default', () => {
  test('of a text that may not be null is not null', () => {
    const signature = '- `a` (string, optional): Text. Default:';
    expect(shortDiagnosticsOf(tree(`${signature} \`null\`.\n`))).toEqual([
      'radio/tune.md:5:1 error default-malformed',
    ]);
    expect(lastField(tree(`${signature} \`"null"\`.\n`))?.default?.value).toBe('null');
  });

  test('of a text that may be null is null', () => {
    expect(
      lastField(tree('- `a` (string | null, optional): Text. Default: `null`.\n'))?.default,
    ).toMatchObject({ value: null });
  });

  test.each([
    ['integer', '1.5', 'a fraction'],
    ['array<string>', '{}', 'an object'],
    ['array<string>', '[1]', 'a list of numbers'],
    ['boolean', '1', 'a number'],
    ['number', '', 'nothing'],
  ])('of `%s` is not `%s`, %s', (type, value) => {
    expect(
      diagnosticsOf(tree(`- \`a\` (${type}, optional): Text. Default: \`${value}\`.\n`)),
    ).toEqual([
      `radio/tune.md:5:1 error default-malformed the default \`${value}\` of \`a\` does not fit its type.`,
    ]);
  });
});

describe('a type', () => {
  test.each([
    ['unknown', { kind: 'open', of: 'value', reason: 'opaque' }],
    ['map<string>', { kind: 'map', value: { kind: 'string' } }],
    [
      'map<array<string | null>>',
      {
        kind: 'map',
        value: {
          kind: 'array',
          element: { kind: 'union', members: [{ kind: 'string' }, { kind: 'null' }] },
        },
      },
    ],
    ['map<unknown>', { kind: 'map', value: { kind: 'open', of: 'value' } }],
    [
      'map<string> | null',
      { kind: 'union', members: [{ kind: 'map', value: { kind: 'string' } }, { kind: 'null' }] },
    ],
  ])('%s', (type, read) => {
    expect(lastField(tree(`- \`a\` (${type}, required): Text.\n`))?.type).toMatchObject(read);
  });

  test('of the values of a map may be told field by field', () => {
    const { events, shapes } = modelOf(
      tree('- `a` (map<object>, required): Text.\n  - `name` (string, required)\n'),
    );

    expect(events[0]?.body.fields.at(-1)?.type).toMatchObject({
      kind: 'map',
      value: { kind: 'reference', name: 'TuneAValue' },
    });
    expect(shapes.map(({ name }) => name)).toEqual(['TuneAValue']);
  });

  test('that is nested five hundred deep is a fault of the page, and nothing throws', () => {
    expect(diagnosticsOf(tree(`- \`a\` (${'array<'.repeat(500)}, required)\n`))).toEqual([
      'radio/tune.md:5:8 error type-unknown this type is too long, or has too many types in types; name its parts as fields.',
    ]);
  });

  test('over two lines is named on one', () => {
    expect(diagnosticsOf(tree('- `a` (text\n  or so, required)\n'))).toEqual([
      'radio/tune.md:5:8 error type-unknown "text or so" is not a type; the types are string, integer, number, boolean, object, array<…>, map<…>, unknown, null.',
    ]);
  });
});

describe('nested bullets', () => {
  test('of which each has the same typing error are not text', () => {
    expect(
      diagnosticsOf(tree('- `a` (object, required)\n  - `b`: (string, required) Text.\n')),
    ).toEqual([
      'radio/tune.md:6:3 error bullet-unknown this bullet is not a field (- `name` (type, required|optional): text), "Variant (type):", "Items:" or "...".',
    ]);
  });

  test('"Items:" have no text', () => {
    expect(
      diagnosticsOf(
        tree(
          '- `a` (array<object>, required)\n  - Items: One station.\n    - `b` (string, required)\n',
        ),
      ),
    ).toEqual([
      'radio/tune.md:6:3 error bullet-unknown "Items:" has no text; write it at the array.',
    ]);
  });

  test('may break off in a variant, not beside it', () => {
    expect(
      diagnosticsOf(
        tree(`- \`a\` (object, required)
  - Variant (object):
    - \`type\` (string, required): Enum: 'talk'.
  - ...
`),
      ),
    ).toEqual([
      'radio/tune.md:8:3 error bullet-unknown a cut is beside variants; move it into the variant that is cut.',
    ]);
  });
});

test('a missing page of a group is reported once on each page that links it', () => {
  expect(
    diagnosticsOf({
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': '# Events\n\n## Contents\n- [group](group.md)\n  - [tune](tune.md)\n',
      'radio/group.md': '# group\n\n## Contents\n- [tune](tune.md)\n',
    }),
  ).toEqual([
    'radio/group.md:4:3 error page-missing "tune.md" leads to radio/tune.md, which does not exist; add that page, or fix the link.',
    'radio/index.md:5:5 error page-missing "tune.md" leads to radio/tune.md, which does not exist; add that page, or fix the link.',
  ]);
});

test('an event may have one name in both directions', () => {
  const index = '# Events\n\n## Contents\n- [tune](tune.md)\n';
  const { events } = modelOf({
    'radio/source.json': sourceJson('openai-tree', {
      index: { server: 'server/index.md', client: 'client/index.md' },
    }),
    'radio/server/index.md': index,
    'radio/server/tune.md': treePage('tune'),
    'radio/client/index.md': index,
    'radio/client/tune.md': treePage('tune'),
  });

  expect(events.map(({ direction, name, typeName }) => `${direction} ${name} ${typeName}`)).toEqual(
    ['server tune TuneEvent', 'client tune ClientTuneEvent'],
  );
});

describe('a variant', () => {
  test.each([
    ['Variant (number): Minimum: `0`.', '6:32 error bound-malformed', 'a bound'],
    ['Variant (number): Maximum: `3`.', '6:32 error bound-malformed', 'a bound'],
    ['Variant (number): Default: `1`.', '6:32 error default-malformed', 'a default'],
    ['Variant (object): Words. Default: `1`.', '6:39 error default-malformed', 'a default'],
  ])('has no facts of a field: %s', (variant, fault, fact) => {
    expect(
      diagnosticsOf(
        tree(
          `- \`a\` (object | number, required)\n  - ${variant}\n  - Variant (object):\n    - \`b\` (string, required)\n`,
        ),
      ),
    ).toContainEqual(
      `radio/tune.md:${fault} a variant has no place for ${fact}; write it at the field.`,
    );
  });
});

describe('bullets below a type of several parts', () => {
  test('may be of the array or of the object beside it, and are reported', () => {
    expect(
      diagnosticsOf(tree('- `a` (array<object> | object, required)\n  - `c` (string, required)\n')),
    ).toEqual([
      'radio/tune.md:5:1 error type-mismatch the nested bullets may be of more than one `object` of the type; put those of an array below "Items:", or give each `object` a variant.',
    ]);
  });

  test('are of the object, when the elements of the array are cut off', () => {
    const type = lastField(
      tree(
        '- `a` (array<object> | object, required)\n  - Items:\n    - ...\n  - `c` (string, required)\n',
      ),
    )?.type;

    expect(type).toMatchObject({
      kind: 'union',
      members: [{ kind: 'array', element: { kind: 'open', reason: 'cut' } }, { kind: 'reference' }],
    });
  });
});

describe('bounds', () => {
  test('leave room between them', () => {
    expect(
      diagnosticsOf(tree('- `a` (number, optional): Text. Minimum: `5`. Maximum: `2`.\n')),
    ).toEqual([
      'radio/tune.md:5:56 error bound-malformed the minimum of `a` is greater than its maximum; fix one of them.',
    ]);
  });

  test.each([
    ['Minimum: `5`. Default: `4`.', '4'],
    ['Maximum: `5`. Default: `6`.', '6'],
  ])('have the default within them: %s', (facts, value) => {
    expect(diagnosticsOf(tree(`- \`a\` (number, optional): Text. ${facts}\n`))).toEqual([
      `radio/tune.md:5:56 error default-malformed the default \`${value}\` of \`a\` is not within its bounds; fix one of them.`,
    ]);
  });
});

test('a default with a key twice says two things', () => {
  expect(
    shortDiagnosticsOf(
      tree('- `a` (map<string>, optional): Text. Default: `{"b": "c", "b": "d"}`.\n'),
    ),
  ).toEqual(['radio/tune.md:5:1 error default-malformed']);
});

test.each([
  ["(string, optional): Text. Enum: 'a', 1, true.", 'the value 1 of "Enum:" does'],
  ['(integer, optional): Text. Enum: 1, 1.5.', 'the value 1.5 of "Enum:" does'],
  ["(number, optional): Text. Enum: 'a', 'b'.", 'the values of "Enum:" do'],
])('the values of a field are of its type: %s', (text, what) => {
  expect(diagnosticsOf(tree(`- \`a\` ${text}\n`))).toEqual([
    `radio/tune.md:5:1 error enum-malformed ${what} not fit the type of the field.`,
  ]);
});

test.each([
  "(string | integer, optional): Text. Enum: 'a', 1.",
  "(array<string>, optional): Text. Enum: 'a', 'b'.",
  '(number, optional): Text. Enum: 1, 1.5.',
])('values may be of any type that the field has: %s', (text) => {
  expect(diagnosticsOf(tree(`- \`a\` ${text}\n`))).toEqual([]);
});

test('values of two types leave none of both', () => {
  const field = lastField(tree("- `a` (string | integer | null, optional): Text. Enum: 'a', 1.\n"));

  expect(field && typeSummary(field.type)).toBe("'a' | 1 | null");
});

test.each(['Words.', '<!-- a comment -->'])(
  'a field stands once in an object, whatever stands between its lists: %s',
  (between) => {
    const lists = `- \`a\` (string, required)\n\n${between}\n\n- \`a\` (integer, optional)\n`;
    expect(diagnosticsOf(tree(lists))).toContain(
      'radio/tune.md:9:1 error field-duplicate `a` stands at radio/tune.md:5:1 already; remove one of the two.',
    );
  },
);

test('a number that cannot be held is reported', () => {
  expect(
    diagnosticsOf(tree('- `a` (integer, optional): Text. Default: `9007199254740993`.\n')),
  ).toEqual([
    'radio/tune.md:5:43 error default-malformed a number beyond 9007199254740991 loses its last digits; state a smaller one.',
  ]);
});

test.each([
  ['Minimum: `0.12345678901234567`.', 'bound-malformed', '0.12345678901234567'],
  ['Maximum: `1.00000000000000000001`.', 'bound-malformed', '1.00000000000000000001'],
  ['Default: `0.30000000000000000001`.', 'default-malformed', '0.30000000000000000001'],
  ['Enum: 0.5, 0.12345678901234567.', 'enum-malformed', '0.12345678901234567'],
])('a decimal that cannot be held is reported: %s', (fact, rule, number) => {
  expect(diagnosticsOf(tree(`- \`a\` (number, optional): Text. ${fact}\n`))).toEqual([
    expect.stringMatching(
      `^radio/tune.md:5:\\d+ error ${rule} ${number} has more digits than a number holds, and would be ${Number(number)}; state a shorter one.$`,
    ),
  ]);
});

test('a second cut in one list is reported', () => {
  expect(diagnosticsOf(tree('- `a` (object, required)\n  - ...\n  - ...\n'))).toEqual([
    'radio/tune.md:7:3 error bullet-unknown a second cut in one list says nothing more; remove it.',
  ]);
});

test('an address whose words and target differ is reported', () => {
  const page = treePage('tune').replace(
    '\n\n',
    '\n\nSource: [https://example.com/](https://example.org/)\n\n',
  );

  expect(diagnosticsOf({ ...tree(''), 'radio/tune.md': page })).toEqual([
    'radio/tune.md:3:9 warning text-dropped the words of this link and its target are two addresses; make them one.',
  ]);
});

test.each([['lost.md#top'], ['lost.md?x=1'], ['lost.md "a title"']])(
  'an index links a whole page, not %s',
  (url) => {
    const docs = {
      ...tree(''),
      'radio/index.md': `# Events\n\n## Contents\n- [tune](${url.replace('lost', 'tune')})\n`,
    };

    expect(diagnosticsOf(docs)).toEqual([
      'radio/index.md:4:3 warning text-dropped an index links whole pages; remove the query, the fragment and the title of this link.',
    ]);
  },
);

test('what is wrong with a page of a group stands at its heading, not at its front matter', () => {
  const docs = {
    ...tree(''),
    'radio/index.md': '# Events\n\n## Contents\n- [group](group.md)\n  - [tune](tune.md)\n',
    'radio/group.md': '---\nlayout: group\n---\n\n# groups\n\n## Contents\n- [tunes](tune.md)\n',
  };

  expect(diagnosticsOf(docs)).toEqual([
    expect.stringContaining('radio/group.md:5:1 error group-differs '),
    expect.stringContaining('radio/group.md:5:1 error title-differs '),
  ]);
});

describe('the blocks that an index does not know', () => {
  test.each([
    ['HTML', '<p>lost</p>'],
    ['the definition of a link', '[lost]: https://example.com/'],
    ['a footnote', '[^lost]: Words.'],
    ['a dividing line', '***'],
    ['a code block', '```\nlost\n```'],
  ])('are not comments: %s', (noun, block) => {
    const docs = {
      ...tree(''),
      'radio/index.md': `# Events\n\n## Contents\n- [tune](tune.md)\n\n${block}\n`,
    };

    expect(diagnosticsOf(docs)).toEqual([
      `radio/index.md:6:1 error block-unknown ${noun} has no meaning in the list of an index; move it or remove it.`,
    ]);
  });
});

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
])('%s is read as it is meant', (_, text, read) => {
  expect(lastField(tree(`- \`a\` (string, required): ${text}\n`))?.description).toBe(read);
});

describe('a default of another type', () => {
  test.each([
    ['object', '[]'],
    ['object', '5'],
    ['array<integer>', '["am"]'],
    ['array<object>', '["am"]'],
  ])('is told: of `%s`, `%s`', (type, value) => {
    expect(
      diagnosticsOf(tree(`- \`a\` (${type}, optional): Text. Default: \`${value}\`.\n`)),
    ).toHaveLength(1);
  });
});

describe('the link of an index', () => {
  test('with words beside it is one fault, and the event is read', () => {
    const texts = tree('');
    const index = texts['radio/index.md']?.replace('(tune.md)', '(tune.md) [NOT SUPPORTED]') ?? '';
    expect(shortDiagnosticsOf({ ...texts, 'radio/index.md': index })).toEqual([
      'radio/index.md:4:1 error bullet-unknown',
    ]);
  });

  test('with a comment beside it is fine', () => {
    const texts = tree('');
    const index = texts['radio/index.md']?.replace('(tune.md)', '(tune.md) <!-- new -->') ?? '';
    expect(diagnosticsOf({ ...texts, 'radio/index.md': index })).toEqual([]);
  });
});

test('a value that is listed twice is told', () => {
  expect(diagnosticsOf(tree("- `a` (string, required): Enum: 'b', 'c', 'b'.\n"))).toEqual([
    expect.stringContaining(' enum-malformed '),
  ]);
});

describe('what a formatter wraps is read as one line', () => {
  test.each([
    'a` (string |\n  null, optional): Words.',
    'a` (string | null,\n  optional): Words.',
    'a`\n  (string | null, optional): Words.',
    'a` (string | null,\n  optional\n  ): Words.',
  ])('- `%s', (bullet) => {
    const docs = tree(`- \`${bullet}\n`);

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)).toMatchObject({ name: 'a', description: 'Words.' });
  });

  test('a variant', () => {
    const docs = tree(
      '- `a` (object, optional)\n  - Variant\n    (object):\n    - `b` (string, required)\n',
    );

    expect(shortDiagnosticsOf(docs)).toEqual([]);
  });
});

describe('the address of a page', () => {
  const withWords = (words: string) => {
    const docs = tree('');
    const page = docs['radio/tune.md']?.replace('# tune\n', `# tune\n\n${words}\n`) ?? '';
    return { ...docs, 'radio/tune.md': page };
  };

  test.each([
    'Source: https://example.com/tune',
    'Source:\nhttps://example.com/tune',
    '<!-- tune -->\n\nSource: https://example.com/tune',
    'Words.\n\nSource: https://example.com/tune',
    'Source: https://example.com/tu\\_ne',
  ])('%s', (words) => {
    const docs = withWords(words);

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(modelOf(docs).events[0]?.url).toMatch(/^https:\/\/example\.com\/tu_?ne$/);
  });

  test('with words in its paragraph is told', () => {
    expect(diagnosticsOf(withWords('Source: https://example.com/tune\nTunes it.'))).toEqual([
      'radio/tune.md:3:1 warning text-dropped more than the address of the page is in this paragraph, which is read as words; give "Source: https://…" a paragraph of its own.',
    ]);
  });
});

test.each([
  ['(string): The name.', 'field-malformed'],
  ['(string, required): Enum: tune.', 'enum-malformed'],
])('a fault of the field `type` is told once: %s', (line, rule) => {
  const page = `# tune\n\n## Properties\n- \`type\` ${line}\n`;
  const told = shortDiagnosticsOf({ ...tree(''), 'radio/tune.md': page });
  expect(told).toEqual([expect.stringMatching(new RegExp(`^radio/tune.md:4:\\d+ error ${rule}$`))]);
});

test('an index that is a page of events is told once', () => {
  const index = '# Events\n\n## a\n\nWords.\n\n## b\n\nWords.\n';
  expect(shortDiagnosticsOf({ ...tree(''), 'radio/index.md': index }).slice(0, 2)).toEqual([
    'radio/index.md:1:1 error index-empty',
    'radio/index.md:3:1 error section-unknown',
  ]);
});
