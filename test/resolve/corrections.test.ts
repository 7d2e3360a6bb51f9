/** What a correction does to a field, and when it is stale; whole sources with corrections are in `fixtures`. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, modelOf, sourceJson, type Texts } from '../support/docs.ts';
import { lastField, rest, restSection, tree } from '../support/small-docs.ts';

/** The text of a correction; what it states begins on line 9. */
function correction(
  front: { target?: string; matches?: number; was: string },
  statement: string,
): string {
  const { target = 'tune/level', matches = 1, was } = front;
  return `---
target: ${target}
matches: ${matches}
was: ${was}
reason: The radio sends it.
evidence: A recording.
---

${statement}
`;
}

/** The field `level`, as a page has it and as a correction states it. */
function corrected(page: string, was: string, statement: string): Texts {
  return {
    ...tree(`- \`level\` ${page}\n`),
    'radio/corrections/level.md': correction({ was }, `- \`level\` ${statement}`),
  };
}

describe('a corrected field', () => {
  test('says which correction it came from, and keeps its place', () => {
    const texts = corrected(
      '(string, required): The level.',
      'string, required',
      '(integer, optional)',
    );

    expect(diagnosticsOf(texts)).toEqual([]);
    expect(lastField(texts)).toMatchObject({
      position: 'radio/tune.md:5:1',
      requiredness: 'optional',
      type: { kind: 'integer', position: 'radio/corrections/level.md:9:12' },
      origin: 'corrected',
      correction: 'radio/corrections/level.md:9:1',
    });
  });

  test('keeps the text of the page', () => {
    expect(
      lastField(
        corrected('(string, required): The level.', 'string, required', '(integer, required)'),
      )?.description,
    ).toBe('The level.');
  });

  test('has the text of the correction, if that has one', () => {
    expect(
      lastField(
        corrected('(string, required): The level.', 'string, required', '(string, optional): New.'),
      )?.description,
    ).toBe('New.');
  });

  test('keeps the flag of the page', () => {
    expect(
      lastField(
        corrected(
          '(string, required): The level. [NOT SUPPORTED]',
          'string, required',
          '(integer, required): New.',
        ),
      )?.support?.status,
    ).toBe('unsupported');
  });

  test.each([
    ['(string, optional)', 'fm'],
    ["(string, optional): Enum: 'am', 'fm'.", 'fm'],
    ["(string, optional): Enum: 'am', ….", 'fm'],
    ['(string | null, optional)', 'fm'],
    ['(string, optional): Default: `am`.', 'am'],
  ])('that is stated as %s has the default %s', (statement, value) => {
    expect(
      lastField(
        corrected(
          '(string | integer, optional): The level. Default: `fm`.',
          'string | integer, optional, default "fm"',
          statement,
        ),
      )?.default?.value,
    ).toBe(value);
  });

  test.each([
    ['(integer, optional)'],
    ["(string, optional): Enum: 'am', 'dab'."],
    ['(array<string>, optional)'],
    ['(object, optional)'],
  ])('that is stated as %s does not keep the default of a text', (statement) => {
    expect(
      lastField(
        corrected(
          '(string, optional): The level. Default: `fm`.',
          'string, optional, default "fm"',
          statement,
        ),
      )?.default,
    ).toBeUndefined();
  });

  test('keeps the bounds of the page, which "was" names, too', () => {
    expect(
      lastField(
        corrected(
          '(number, optional): The level. Minimum: `0`. Maximum: `1`.',
          'number, optional, from 0 to 1',
          '(number | null, optional)',
        ),
      )?.bounds,
    ).toEqual({ position: 'radio/tune.md:5:65', minimum: 0, maximum: 1 });
  });

  test('has a type of its own at every place', () => {
    const texts = {
      ...tree('- `a` (object, required)\n- `b` (object, required)\n'),
      'radio/corrections/a.md': correction(
        { target: 'tune/a', was: 'object, required' },
        '- `a` (object, required)\n  - `name` (string, required)',
      ),
      'radio/corrections/b.md': correction(
        { target: 'tune/b', was: 'object, required' },
        '- `b` (object, required)\n  - `code` (string, required)',
      ),
    };

    expect(modelOf(texts).shapes.map(({ name }) => name)).toEqual(['TuneA', 'TuneB']);
  });
});

describe('a field that is absent', () => {
  const station = '- `station` (object, required)\n  - `name` (string, required)\n';
  const adding = (matches: number) => ({
    ...tree(`${station}${station.replace('station', 'other')}`),
    'radio/corrections/city.md': correction(
      { target: 'tune/*.city', matches, was: 'absent' },
      '- `city` (string, optional)',
    ),
  });

  test('is added behind the others, at its place in the correction', () => {
    const [first] = modelOf(adding(2)).shapes;
    const fields = first?.type.kind === 'object' ? first.type.fields : [];

    expect(fields.map(({ name, position }) => `${position} ${name}`)).toEqual([
      'radio/tune.md:6:3 name',
      'radio/corrections/city.md:9:1 city',
    ]);
  });

  test('is absent at as many places as the correction says', () => {
    expect(diagnosticsOf(adding(1))).toEqual([
      expect.stringMatching(
        /^radio\/corrections\/city\.md:3:10 error correction-unmatched "tune\/\*\.city" matches 2 places instead of 1: /,
      ),
    ]);
  });

  test('is outdated once the page has it', () => {
    const texts = {
      ...tree(`${station}  - \`city\` (integer, optional)\n`),
      'radio/corrections/city.md': correction(
        { target: 'tune/station.city', was: 'absent' },
        '- `city` (string, optional)',
      ),
    };

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/city.md:4:6 error correction-outdated radio/tune.md:7:3 now says "integer, optional"; look at it again, then fix "was" or the correction.',
    ]);
  });

  test('is redundant once the page has it as the correction does', () => {
    const texts = {
      ...tree(`${station}  - \`city\` (string, optional): Where it is.\n`),
      'radio/corrections/city.md': correction(
        { target: 'tune/station.city', was: 'absent' },
        '- `city` (string, optional)',
      ),
    };

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/city.md:9:1 error correction-redundant the docs now say the same at radio/tune.md:7:3; remove this correction.',
    ]);
  });
});

describe('a stale correction', () => {
  test('changes nothing', () => {
    const texts = corrected('(string, required)', 'object, required', '(integer, required)');

    expect(lastField(texts)).toMatchObject({ type: { kind: 'string' }, origin: 'documented' });
  });

  test('at one of its places changes the others', () => {
    const texts = {
      ...tree(
        '- `a` (object, required)\n  - `level` (string, required)\n- `b` (object, required)\n  - `level` (integer, required)\n',
      ),
      'radio/corrections/level.md': correction(
        { target: 'tune/*.level', matches: 2, was: 'string, required' },
        '- `level` (number, required)',
      ),
    };

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/level.md:4:6 error correction-outdated radio/tune.md:8:3 now says "integer, required"; look at it again, then fix "was" or the correction.',
    ]);
    expect(JSON.stringify(modelOf(texts)).match(/"origin":"corrected"/g)).toHaveLength(1);
  });

  test('that matches nothing says so', () => {
    const texts = {
      ...tree('- `level` (string, required)\n'),
      'radio/corrections/level.md': correction(
        { target: 'tune/station.level', was: 'string, required' },
        '- `level` (integer, required)',
      ),
    };

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/level.md:3:10 error correction-unmatched "tune/station.level" matches 0 places instead of 1. Fix the target or the number.',
    ]);
  });
});

describe('a correction that fits many places', () => {
  const objects = Array.from(
    { length: 8 },
    (_, i) => `- \`f${i}\` (object, required)\n  - \`level\` (string, required)\n`,
  );
  const many = (matches: number, was: string): Texts => ({
    ...tree(objects.join('')),
    'radio/corrections/level.md': correction(
      { target: 'tune/f*.level', matches, was },
      '- `level` (integer, required)',
    ),
  });

  test('names some of them, and how many more there are, where it should fit fewer', () => {
    expect(diagnosticsOf(many(1, 'string, required'))).toEqual([
      'radio/corrections/level.md:3:10 error correction-unmatched "tune/f*.level" matches 8 places instead of 1: radio/tune.md:6:3, radio/tune.md:8:3, radio/tune.md:10:3, radio/tune.md:12:3, radio/tune.md:14:3 and 3 more. Fix the target or the number.',
    ]);
  });

  test('and is outdated at all of them says so of some, and of how many more', () => {
    expect(diagnosticsOf(many(8, 'number, required')).map((line) => line.split(' ')[3])).toEqual([
      '3',
      ...[10, 12, 14, 6, 8].map((line) => `radio/tune.md:${line}:3`),
    ]);
  });
});

describe('a correction of what another one states', () => {
  const both = (first: string, was: string, target: string, second: string): Texts => ({
    ...tree('- `station` (object, required)\n  - `name` (string, required)\n'),
    'radio/corrections/1.md': first,
    'radio/corrections/2.md': correction({ target, was }, second),
  });

  test('finds a field that was added', () => {
    const city = correction(
      { target: 'tune/station.city', was: 'absent' },
      '- `city` (string, optional)',
    );
    expect(
      diagnosticsOf(
        both(city, 'string, optional', 'tune/station.city', '- `city` (integer, optional)'),
      ),
    ).toEqual([]);
  });

  test('finds a field of an object that was put in the place of another', () => {
    const station = correction(
      { target: 'tune/station', was: "'{ name: string required }, required'" },
      '- `station` (object, required)\n  - `city` (string, required)',
    );
    expect(
      diagnosticsOf(
        both(station, 'string, required', 'tune/station.city', '- `city` (integer, required)'),
      ),
    ).toEqual([]);
  });
});

test('a section that two fields lead to is one place', () => {
  const texts = {
    ...rest('|| a | **[Station](#Station)** ||\n|| b | **[Station](#Station)** ||\n', {
      sections: restSection('Station'),
      skeleton: '"a": "object", "b": "object"',
    }),
    'radio/corrections/name.md': correction(
      { target: 'tune/*.name', was: 'string, optional' },
      '#|\n||Field | Description ||\n|| name | **string**\n\nRequired field. ||\n|#',
    ),
  };

  expect(diagnosticsOf(texts)).toEqual([]);
  expect(modelOf(texts).shapes.map(({ name, type }) => [name, type])).toMatchObject([
    ['Station', { fields: [{ name: 'name', requiredness: 'required', origin: 'corrected' }] }],
  ]);
});

test('a summary can have no corrections, for it has no syntax for fields', () => {
  const texts = {
    'radio/source.json':
      rest('')['radio/source.json']?.replace('yandex-rest', 'event-summary') ?? '',
    'radio/index.md': '# Events\n\n## Event Reference\n\n- `tune` - words\n\n## Event Examples\n',
    'radio/corrections/level.md': correction({ was: 'absent' }, '- `level` (integer, required)'),
  };

  expect(diagnosticsOf(texts)).toContain(
    'radio/corrections/level.md:1:1 error correction-invalid a summary has no syntax for fields, so that nothing can be corrected.',
  );
});

/** `tree(bullets)` with a correction of `tune/a`. */
function correctedA(bullets: string, target: string, was: string, statement: string): Texts {
  return {
    ...tree(bullets),
    'radio/corrections/a.md': `---\ntarget: ${target}\nmatches: 1\nwas: ${was}\nreason: One.\nevidence: One.\n---\n\n${statement}\n`,
  };
}

test('a pattern that YAML takes for an alias is a fault of its file, and nothing throws', () => {
  const texts = correctedA(
    '- `a` (string, required)\n',
    '*/a',
    'string, required',
    '- `a` (integer, required)',
  );

  expect(diagnosticsOf(texts)).toEqual([
    expect.stringMatching(/^radio\/corrections\/a\.md:2:9 error correction-invalid /),
  ]);
});

test('a field that is not a number any more has no bounds', () => {
  const texts = correctedA(
    '- `a` (number, optional): Text. Minimum: `1`.\n',
    'tune/a',
    'number, optional, from 1',
    '- `a` (string, optional)',
  );

  expect(lastField(texts)?.bounds).toBeUndefined();
});

test('the places that a correction matches are told in the order of the page', () => {
  const texts = correctedA(
    '- `one` (object, required)\n  - `a` (string, required)\n- `two` (object, required)\n  - `a` (string, required)\n',
    'tune/*.a',
    'string, required',
    '- `a` (integer, required)',
  );

  expect(diagnosticsOf(texts)).toEqual([
    expect.stringContaining('radio/tune.md:6:3, radio/tune.md:8:3'),
  ]);
});

/** A correction without a statement below: what is right stands in its front matter, one line for each key. */
function fact(target: string, ...lines: string[]): string {
  const front = [`target: ${target}`, 'matches: 1', ...lines, 'reason: One.', 'evidence: One.'];
  return `---\n${front.join('\n')}\n---\n`;
}

describe('a fact', () => {
  const withLevel = (bullet: string, ...lines: string[]): Texts => ({
    ...tree(`- \`level\` ${bullet}\n`),
    'radio/corrections/level.md': fact('tune/level', ...lines),
  });

  test('that has changed makes its correction outdated', () => {
    const texts = withLevel(
      '(integer, optional): Minimum: `2`.',
      'fact: minimum',
      'was: 1',
      'is: 0',
    );

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/level.md:5:6 error correction-outdated radio/tune.md:5:1 now says "2"; look at it again, then fix "was" or the correction.',
    ]);
  });

  test('that is right by now makes its correction redundant', () => {
    const texts = withLevel(
      '(integer, required)',
      'fact: requiredness',
      'was: optional',
      'is: required',
    );

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/level.md:6:5 error correction-redundant the docs now say the same at radio/tune.md:5:1; remove this correction.',
    ]);
  });

  test('can be taken away', () => {
    const texts = withLevel(
      '(integer, optional): Default: `1`.',
      'fact: default',
      'was: 1',
      'is: absent',
    );

    expect(diagnosticsOf(texts)).toEqual([]);
    expect(lastField(texts)?.default).toBeUndefined();
  });

  test('can be a default of null', () => {
    const texts = withLevel(
      '(integer | null, optional)',
      'fact: default',
      'was: absent',
      'is: null',
    );

    expect(diagnosticsOf(texts)).toEqual([]);
    expect(lastField(texts)?.default?.value).toBeNull();
  });

  test('must fit the type of its field', () => {
    const texts = withLevel('(integer, optional)', 'fact: default', 'was: absent', 'is: loud');

    expect(diagnosticsOf(texts)).toEqual([
      expect.stringMatching(/^radio\/corrections\/level\.md:6:5 error default-malformed /),
    ]);
  });
});

describe('a target that matches nothing', () => {
  const missing = (target: string): string[] =>
    diagnosticsOf({
      ...tree('- `level` (object, optional)\n  - `gain` (integer, required)\n'),
      'radio/corrections/level.md': fact(target, 'fact: requiredness', 'was: a', 'is: optional'),
    });

  test.each([
    ['tuen/level', 'tune/level'],
    ['tune/levle', 'tune/level'],
    ['tune/level.gian', 'tune/level.gain'],
    ['tune/level[].gain', 'tune/level.gain'],
  ])('%s is told with what was meant', (target, meant) => {
    expect(missing(target)).toEqual([
      `radio/corrections/level.md:3:10 error correction-unmatched "${target}" matches 0 places instead of 1. Did you mean "${meant}"?`,
    ]);
  });

  test.each(['stop/level', 'tune/volume', 'tu*/levle'])('%s is not guessed at', (target) => {
    expect(missing(target)).toEqual([
      expect.stringMatching(/ matches 0 places instead of 1\. Fix the target or the number\.$/),
    ]);
  });
});

test('a direction is that of the events whose fields are meant', () => {
  const page = (fields: string) =>
    `# tune\n\n## Properties\n- \`type\` (string, required): Enum: 'tune'.\n${fields}`;
  const texts: Texts = {
    'radio/source.json': sourceJson('openai-tree', {
      index: { server: 'server.md', client: 'client.md' },
    }),
    'radio/server.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
    'radio/client.md': '# Events\n\n## Contents\n- [tune](client/tune.md)\n',
    'radio/tune.md': page('- `level` (integer, optional)\n'),
    'radio/client/tune.md': page('- `level` (integer, optional)\n'),
    'radio/corrections/level.md': fact(
      'tune/level',
      'direction: client',
      'fact: requiredness',
      'was: optional',
      'is: required',
    ),
  };

  expect(diagnosticsOf(texts)).toEqual([]);
  expect(
    modelOf(texts).events.map(({ direction, body }) => [
      direction,
      body.fields.at(-1)?.requiredness,
    ]),
  ).toEqual([
    ['server', 'optional'],
    ['client', 'required'],
  ]);
});

describe('a value of a list', () => {
  const withLevel = (bullet: string, ...lines: string[]): Texts => ({
    ...tree(`- \`level\` ${bullet}\n`),
    'radio/corrections/level.md': fact('tune/level', ...lines),
  });
  const listed = "(string, optional): Enum: 'low', 'high' (deprecated).";
  const values = (texts: Texts) => {
    expect(diagnosticsOf(texts)).toEqual([]);
    const type = lastField(texts)?.type;
    return type?.kind === 'enumeration'
      ? type.values.map(({ value, deprecated }) => [value, ...(deprecated ? ['deprecated'] : [])])
      : type;
  };

  test('is called deprecated, with the reason', () => {
    const texts = withLevel(listed, 'value: low', 'was: listed', 'is: deprecated');
    expect(values(texts)).toEqual([
      ['low', 'deprecated'],
      ['high', 'deprecated'],
    ]);
    expect(lastField(texts)?.type).toMatchObject({
      values: [{ deprecated: { text: 'One.', position: 'radio/corrections/level.md:8:11' } }, {}],
    });
  });

  test('is deprecated no longer', () => {
    expect(values(withLevel(listed, 'value: high', 'was: deprecated', 'is: listed'))).toEqual([
      ['low'],
      ['high'],
    ]);
  });

  test('comes behind the others, also where there is one alone', () => {
    expect(
      values(
        withLevel("(string, optional): Enum: 'low'.", 'value: high', 'was: absent', 'is: listed'),
      ),
    ).toEqual([['low'], ['high']]);
  });

  test('leaves the list', () => {
    expect(values(withLevel(listed, 'value: high', 'was: deprecated', 'is: absent'))).toEqual([
      ['low'],
    ]);
  });

  test.each([
    ['a text among numbers', '(integer, optional): Enum: 1, 2.', 'z'],
    ['a fraction among whole numbers', '(integer, optional): Enum: 1, 2.', '1.5'],
    ['a number among texts', listed, '3'],
    ['true among texts', listed, 'true'],
  ])('is of the kind of the others, not %s', (_, bullet, value) => {
    const texts = withLevel(bullet, `value: ${value}`, 'was: absent', 'is: listed');
    expect(diagnosticsOf(texts)).toEqual([
      expect.stringMatching(
        /^radio\/corrections\/level\.md:\d+:\d+ error correction-invalid \S+ is of another kind than the values of its list \(/,
      ),
    ]);
  });

  test('is a value, not two', () => {
    const texts = withLevel(listed, 'value: "`p`, q"', 'was: absent', 'is: listed');
    expect(diagnosticsOf(texts)).toEqual([
      expect.stringMatching(/^radio\/corrections\/level\.md:\d+:\d+ warning value-dressed /),
    ]);
  });

  test('stays where it is the only one', () => {
    const bullet = '(integer, optional): Enum: 1.';
    const texts = withLevel(bullet, 'value: 1', 'was: listed', 'is: absent');
    expect(diagnosticsOf(texts)).toEqual([
      expect.stringContaining('error correction-invalid 1 is the only value of its list'),
    ]);
  });

  test.each([
    ['outdated', 'low', 'deprecated', 'absent', '5:6 error correction-outdated'],
    ['redundant', 'high', 'listed', 'deprecated', '6:5 error correction-redundant'],
  ])('may have changed: the correction is %s', (_, value, was, is, told) => {
    const [found = ''] = diagnosticsOf(
      withLevel(listed, `value: ${value}`, `was: ${was}`, `is: ${is}`),
    );
    expect(found).toContain(told.slice(4));
  });

  test('of a field that lists none matches no place', () => {
    expect(
      diagnosticsOf(withLevel('(string, optional)', 'value: low', 'was: listed', 'is: absent')),
    ).toEqual([expect.stringContaining('correction-unmatched')]);
  });

  test('is covered by "was" of its field', () => {
    const texts = corrected(
      listed,
      "\"'low' | 'high' (deprecated), optional\"",
      "(string, optional): Enum: 'low', 'high'.",
    );
    expect(values(texts)).toEqual([['low'], ['high']]);
  });
});

test('a correction finds the members of a union that one before it states', () => {
  const page = '- `level` (string, optional)\n- `of` (string | integer, optional)\n';
  const texts = {
    ...tree(page),
    'radio/corrections/a.md': correction(
      { target: 'tune/of<string>', was: 'string' },
      '- `of` (boolean, optional)',
    ),
    'radio/corrections/b.md': correction(
      { was: 'string, optional' },
      '- `level` (string | integer, optional)',
    ),
    'radio/corrections/c.md': correction(
      { target: 'tune/level<integer>', was: 'integer' },
      '- `level` (number, optional)',
    ),
  };

  expect(diagnosticsOf(texts)).toEqual([]);
  expect(modelOf(texts).events[0]?.body.fields.slice(-2)).toMatchObject([
    { name: 'level', type: { members: [{ kind: 'string' }, { kind: 'number' }] } },
    { name: 'of', type: { members: [{ kind: 'boolean' }, { kind: 'integer' }] } },
  ]);
});

test('a member of a union that is a text has no flag to correct', () => {
  expect(
    diagnosticsOf({
      ...tree('- `level` (integer | object, optional)\n  - `of` (integer, required)\n'),
      'radio/corrections/level.md': fact(
        'tune/level<integer>',
        'fact: flag',
        'was: supported',
        'is: partial',
      ),
    }),
  ).toEqual([expect.stringContaining('correction-unmatched')]);
});

test.each([
  ['a default', '(string, optional): Default: `a`.', 'name: string optional default "a"'],
  ['a bound', '(integer, optional): Minimum: `1`.', 'name: integer optional from 1'],
  ['a flag', '(string, optional): [NOT SUPPORTED]', 'name: string optional unsupported'],
])('"was" covers %s of a nested field', (_, name, was) => {
  const texts = correctedA(
    `- \`a\` (object, required)\n  - \`name\` ${name}\n`,
    'tune/a',
    `'{ ${was} }, required'`,
    '- `a` (string, required)',
  );

  expect(diagnosticsOf(texts)).toEqual([]);
});

describe('a fault of the page', () => {
  const fault = '- `a` (text, required)\n- `b` (object, required)\n  - `a` (text, required)\n';
  const short = (texts: Texts): string[] =>
    diagnosticsOf(texts).map((line) => line.split(' ').slice(0, 3).join(' '));

  test('is settled by a correction of the same field, and of no other', () => {
    expect(
      short(correctedA(fault, 'tune/a', 'unknown, required', '- `a` (string, required)')),
    ).toEqual(['radio/tune.md:5:8 info type-unknown', 'radio/tune.md:7:10 error type-unknown']);
  });

  test('is settled by a correction of a field above it', () => {
    const was = "'{ a: unknown required }, required'";

    expect(short(correctedA(fault, 'tune/b', was, '- `b` (string, required)'))).toEqual([
      'radio/tune.md:5:8 error type-unknown',
      'radio/tune.md:7:10 info type-unknown',
    ]);
  });

  test('is not settled by a correction that is stale', () => {
    const texts = correctedA(fault, 'tune/a', 'string, required', '- `a` (integer, required)');

    expect(short(texts)).toEqual([
      'radio/corrections/a.md:4:6 error correction-outdated',
      'radio/tune.md:5:8 error type-unknown',
      'radio/tune.md:7:10 error type-unknown',
    ]);
  });

  test('is all that a correction may be needed for; it is redundant when the page is right', () => {
    const flagged = '- `a` (string, required): Text. [SOON TO COME]\n';
    const plain = '- `a` (string, required): Text.\n';
    const settling = (page: string): string[] =>
      short(correctedA(page, 'tune/a', 'string, required', '- `a` (string, required)'));

    expect(settling(flagged)).toEqual(['radio/tune.md:5:33 info flag-unknown']);
    expect(settling(plain)).toEqual(['radio/corrections/a.md:9:1 error correction-redundant']);
  });

  test('in a section is not settled by a correction of a field that leads there', () => {
    const row = (type: string): string => `|| a | ${type}\n\nRequired field. ||\n`;
    const texts = {
      ...rest(row('**[Station](#Station)**'), {
        sections: restSection('Station', '|| name | **text** ||\n'),
        skeleton: '"a": "object"',
      }),
      'radio/corrections/a.md': correction(
        { target: 'tune/a', was: 'Station, required' },
        `#|\n||Field | Description ||\n${row('Any of **[Station](#Station)** \\| **null**')}|#`,
      ),
    };

    expect(diagnosticsOf(texts).filter((line) => line.includes(' type-unknown '))).toEqual([
      expect.stringContaining(' error '),
    ]);
  });
});

describe('the name of an event', () => {
  const named = (was: string, is: string): Texts => ({
    ...tree(''),
    'radio/corrections/name.md': fact('tune', 'fact: name', `was: ${was}`, `is: ${is}`),
  });

  test('is that of messages, and what the pages call it stays', () => {
    expect(modelOf(named('tune', 'radio.tune')).events).toMatchObject([
      {
        name: 'radio.tune',
        typeName: 'RadioTuneEvent',
        documentedName: { position: 'radio/index.md:4:1', text: 'tune' },
        correction: 'radio/corrections/name.md:6:5',
      },
    ]);
  });

  test('is outdated when the page says another one', () => {
    expect(diagnosticsOf(named('turn', 'radio.tune'))).toEqual([
      'radio/corrections/name.md:5:6 error correction-outdated radio/index.md:4:1 now says "tune"; look at it again, then fix "was" or the correction.',
    ]);
  });

  test('that another event has is told where that one is listed', () => {
    const texts = {
      ...named('tune', 'stop'),
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [stop](stop.md)\n',
      'radio/stop.md': "# stop\n\n## Properties\n- `type` (string, required): Enum: 'stop'.\n",
    };

    expect(diagnosticsOf(texts)).toEqual([
      'radio/index.md:5:1 error event-duplicate stop is listed at radio/index.md:4:1 already, as tune, which a correction calls stop (with radio/tune.md:1:1, here with radio/stop.md:1:1); remove one of the two.',
    ]);
  });

  test('is redundant when the pages have it', () => {
    const texts = {
      ...tree(''),
      'radio/corrections/name.md': fact('turn', 'fact: name', 'was: turn', 'is: tune'),
    };

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/name.md:6:5 error correction-redundant the docs no longer have "turn", but the name that messages have; remove this correction, or fix its target if that is misspelt.',
    ]);
  });

  test('of a pattern that matches no event is not taken for right by now', () => {
    const texts = {
      ...tree(''),
      'radio/corrections/name.md': fact('turn*', 'fact: name', 'was: turn', 'is: tune'),
    };

    expect(diagnosticsOf(texts)).toEqual([expect.stringContaining(' error correction-unmatched ')]);
  });
});

describe('a correction of what is listed by now, or no longer', () => {
  test('an event that was missing is redundant', () => {
    const texts = {
      ...tree(''),
      'radio/corrections/tune.md':
        "---\ntarget: tune\ndirection: server\nmatches: 1\nwas: absent\nreason: One.\nevidence: One.\n---\n\n- `type` (string, required): Enum: 'tune'.\n",
    };

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/tune.md:10:1 error correction-redundant the docs now say the same at radio/index.md:4:1; remove this correction.',
    ]);
  });

  test('an entry that was not an event is redundant', () => {
    const texts = {
      ...tree(''),
      'radio/corrections/guide.md': fact('guide', 'was: listed', 'is: absent'),
    };

    expect(diagnosticsOf(texts)).toEqual([
      'radio/corrections/guide.md:5:5 error correction-redundant the docs no longer have "guide"; remove this correction, or fix its target if that is misspelt.',
    ]);
  });
});
