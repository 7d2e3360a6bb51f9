/** Single statements of pages in the `yandex-rest` dialect; whole pages are in `fixtures/yandex-rest`. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, type Texts } from '../support/docs.ts';
import { anyA, lastField, rest, restIndex, restSection } from '../support/small-docs.ts';

/** The page of `tune` with something else in the place of a part of it. */
function withPage(texts: Texts, part: string, by: string): Texts {
  return { ...texts, 'radio/tune.md': texts['radio/tune.md']?.replace(part, by) ?? '' };
}

describe('an index', () => {
  test('has no flag beside a link', () => {
    expect(
      diagnosticsOf({
        ...rest(''),
        'radio/index.md': restIndex('|| [radio.tune](tune.md) [NOT SUPPORTED] | tune ||\n'),
      }),
    ).toContain(
      'radio/index.md:7:1 error table-shape a row of an index is a link to a page and the name of its event.',
    );
  });

  test('has no table below its title', () => {
    const index = restIndex('|| [radio.tune](tune.md) | tune ||\n');
    const lost = '#|\n||Method | Description ||\n|| [radio.lost](lost.md) | lost ||\n|#\n\n';

    expect(
      diagnosticsOf({
        ...rest(''),
        'radio/index.md': index.replace('## Methods', `${lost}## Methods`),
      }),
    ).toEqual([
      'radio/index.md:3:1 error block-unknown a table has no meaning in the part of an index above its list; move it or remove it.',
    ]);
  });
});

describe('a page', () => {
  test('has one section "Body parameters"', () => {
    const sections =
      '## Body parameters\n\n**Request schema: application/json**\n\n```json\n{ "type": "string" }\n```\n\n#|\n||Field | Description ||\n|| type | **enum**\n\nRequired field.\n\n- `tune` ||\n|#\n';

    expect(diagnosticsOf(rest('|| a | **integer** ||\n', { sections, skeleton: anyA }))).toEqual([
      'radio/tune.md:27:1 error section-duplicate the page has a section "Body parameters" already; join the two.',
    ]);
  });

  test('has a table in every section', () => {
    const sections = '## Station {#Station}\n\nWords.\n';

    expect(
      diagnosticsOf(rest('|| a | **[Station](#Station)** ||\n', { sections, skeleton: anyA })),
    ).toEqual([
      'radio/tune.md:27:1 error section-missing this section has no table of fields; add one.',
    ]);
  });
});

describe('a table', () => {
  test('begins with a row of headings, which is not a field', () => {
    expect(diagnosticsOf(withPage(rest(''), '||Field |', '||Name |'))).toEqual([
      'radio/tune.md:18:1 error table-shape the heading row must be "Field | Description".',
    ]);
  });

  test.each([
    ['Required field', 'no full stop'],
    ['Required field: the station.', 'a colon'],
    ['required field.', 'a small letter'],
    ['REQUIRED FIELD.', 'capitals'],
  ])('marks a required field with one sentence, not with "%s" (%s)', (mark) => {
    expect(diagnosticsOf(rest(`|| a | **integer**\n\n${mark} ||\n`, { skeleton: anyA }))).toEqual([
      'radio/tune.md:26:1 error field-malformed the mark of a required field is "Required field.", at the beginning of its description.',
    ]);
  });
});

describe('a type', () => {
  test('in two pairs of brackets is a list of lists', () => {
    expect(
      lastField(rest('|| a | Any of **string**[][] \\| **null** ||\n', { skeleton: anyA }))?.type,
    ).toMatchObject({
      kind: 'union',
      members: [
        { kind: 'array', element: { kind: 'array', element: { kind: 'string' } } },
        { kind: 'null' },
      ],
    });
  });

  test('is not text and a map at once', () => {
    expect(
      diagnosticsOf(
        rest('|| a | **string** (map<**string**, **string**>) ||\n', { skeleton: anyA }),
      ),
    ).toEqual([
      'radio/tune.md:24:10 error type-unknown "string (map<string, string>)" is not a type expression; a type is bold (**string**), a union begins with "Any of" or "One of".',
    ]);
  });

  test('behind an escaped bar has its own place', () => {
    const type = lastField(rest('|| a | **string \\| null** ||\n', { skeleton: anyA }))?.type;

    expect(type?.kind === 'union' && type.members.map(({ position }) => position)).toEqual([
      'radio/tune.md:24:10',
      'radio/tune.md:24:20',
    ]);
  });
});

// ── The skeleton ────────────────────────────────────────────────────────────────────────────────────────────

/** What a table of one row for `a` and a skeleton of these fields disagree about. */
function differences(type: string, skeleton: string, sections = ''): string[] {
  return diagnosticsOf(rest(`|| a | ${type} ||\n`, { sections, skeleton }));
}

const station = restSection('Station');

describe('a skeleton agrees with its table', () => {
  test.each([
    ['**string**', '"string"'],
    ['**string** (uri)', '"string"'],
    ['**integer**', '"integer"'],
    ['**string \\| null**', '"string | null"'],
    ['**string \\| null**', '"null | string"'],
    ['Any of **string** \\| **integer**', '"string | integer"'],
    ['**string**', '"unknown"'],
    ['**unknown**', '"string"'],
    ['**object** (map<**string**, **string**>)', '"object"'],
    ['**object** (map<**string**, **string**>)', '{}'],
    ['**[Station](#Station)**', '"object"'],
    ['**[Station](#Station)**', '{ "name": "string" }'],
    ['**[Station](#Station)**', '{}'],
  ])('that calls a field %s where it shows %s', (type, value) => {
    const sections = type.includes('Station') ? station : '';

    expect(differences(type, `"a": ${value}`, sections)).toEqual([]);
  });

  test('that calls a field an array of what it shows one of', () => {
    expect(
      diagnosticsOf(
        rest('|| a[] | **[Station](#Station)** ||\n', {
          sections: station,
          skeleton: '"a": [{ "name": "string" }]',
        }),
      ),
    ).toEqual([]);
  });
});

describe('a skeleton that disagrees with its table is a warning', () => {
  test('about a field that the table lacks', () => {
    expect(differences('**string**', '"a": "string", "b": "string"')).toEqual([
      'radio/tune.md:14:36 warning skeleton-differs the skeleton shows `b`, the table does not list it; one of the two is wrong.',
    ]);
  });

  test('about a field that the skeleton lacks', () => {
    expect(differences('**string**', '')).toEqual([
      'radio/tune.md:14:1 warning skeleton-differs the table lists `a`, the skeleton does not show it; one of the two is wrong.',
    ]);
  });

  test('about the kind of a field', () => {
    expect(differences('**string**', '"a": "integer | null"')).toEqual([
      'radio/tune.md:14:26 warning skeleton-differs the skeleton calls `a` integer or null, the table calls it string; one of the two is wrong.',
    ]);
  });

  test('about what is nested', () => {
    expect(
      differences(
        '**[Station](#Station)**',
        '"a": { "name": "integer", "city": "string" }',
        station,
      ),
    ).toEqual([
      'radio/tune.md:14:36 warning skeleton-differs the skeleton calls `a.name` integer, the table calls it string; one of the two is wrong.',
      'radio/tune.md:14:47 warning skeleton-differs the skeleton shows `a.city`, the table does not list it; one of the two is wrong.',
    ]);
  });

  test('about what an array holds', () => {
    expect(
      diagnosticsOf(rest('|| a[] | **string** ||\n', { skeleton: '"a": ["integer"]' })),
    ).toEqual([
      'radio/tune.md:14:27 warning skeleton-differs the skeleton calls `a[]` integer, the table calls it string; one of the two is wrong.',
    ]);
  });

  test('and changes nothing: the table is what counts', () => {
    expect(
      lastField(rest('|| a | **string** ||\n', { skeleton: '"a": "integer"' }))?.type.kind,
    ).toBe('string');
  });
});

test('a skeleton that is nested four thousand deep is a fault of the page, and nothing throws', () => {
  const value = `${'['.repeat(4000)}${']'.repeat(4000)}`;

  expect(differences('**array**', `"a": ${value}`)).toEqual([
    'radio/tune.md:13:1 warning skeleton-differs the skeleton is not a JSON object; fix its JSON.',
    expect.stringContaining('warning elements-unstated'),
  ]);
});

test('a key that a skeleton has twice is reported at the second', () => {
  expect(
    diagnosticsOf(rest('|| a | **string** ||\n', { skeleton: '"a": "integer", "a": "string"' })),
  ).toEqual([
    'radio/tune.md:14:37 warning skeleton-differs the skeleton shows `a` twice in one object; remove one of the two.',
  ]);
});

test.each(['Required if `b` is set.', 'Required for stations.'])('%s is words', (words) => {
  const texts = rest(`|| a | **string**\n\nRequired field. Text.\n\n${words} ||\n`, {
    skeleton: anyA,
  });
  expect(diagnosticsOf(texts)).toEqual([]);
});

test.each(['Any\nof **string** \\| **null**', 'Any of **string** \\|\n**null**'])(
  'a type that a formatter wraps is read as one line: %s',
  (type) => {
    const docs = rest(`|| a | ${type} ||\n`, { skeleton: anyA });

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)?.type.kind).toBe('union');
  },
);

describe('what stands in brackets behind a type', () => {
  const formatOf = (word: string) => rest(`|| a | **string** (${word}) ||\n`, { skeleton: anyA });

  test.each(['uuid', 'date-time', 'int64'])('is its format: %s', (word) => {
    const docs = formatOf(word);

    expect(diagnosticsOf(docs)).toEqual([]);
    expect(lastField(docs)?.type).toMatchObject({ format: word });
  });

  test.each(['required', 'REQUIRED', 'optional', 'nullable', 'deprecated', 'read-only'])(
    'is a format only, and no other fact: %s',
    (word) => {
      expect(diagnosticsOf(formatOf(word))).toEqual([
        `radio/tune.md:24:20 error type-unknown "(${word})" is not a format, which is all that stands behind a type; write "Required field." or [DEPRECATED] below it, **string \\| null** for one that may be null, or remove it.`,
      ]);
    },
  );
});

test('a field that stands in words is to be a row of the table', () => {
  expect(
    diagnosticsOf(
      rest('|| a | **object**\n\nWords.\n\n- `y`: **string** ||\n', { skeleton: anyA }),
    ),
  ).toEqual([
    expect.stringContaining('make it a row of the table of fields, || name | **type** ||.'),
  ]);
});

test('words below the parameters of the request are told where they look like a fact', () => {
  const docs = rest('');
  const path = 'radio/tune.md';
  const page = docs[path]?.replace('## Body', '## Query parameters\n\nDeprecated.\n\n## Body');

  expect(diagnosticsOf({ ...docs, [path]: page ?? '' })).toEqual([
    expect.stringContaining('radio/tune.md:11:1 warning fact-in-words "Deprecated" seems to state'),
  ]);
});

test('a value in a bullet that lost its line is told', () => {
  const row = '|| a | **enum**\n\nWords. - `am`\n\n- `fm` ||\n';

  expect(diagnosticsOf(rest(row, { skeleton: anyA })).join('\n')).toContain(
    'enum-malformed a value is not in the list of values',
  );
});

test.each(['Required fields are sent first.', 'Not a required field.'])(
  'words about required fields are no mark: %s',
  (words) => {
    const texts = rest(`|| a | **string**\n\n${words} ||\n`, { skeleton: anyA });

    expect(diagnosticsOf(texts)).toEqual([]);
    expect(lastField(texts)?.requiredness).not.toBe('required');
  },
);
