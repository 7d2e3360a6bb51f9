/** Types of the `openai-reference` dialect, and single faults of its pages; whole pages are in `fixtures/openai-reference`. */
import { describe, expect, test } from 'vitest';
import {
  readStatement,
  textOfExpression,
} from '../../generator/dialects/openai-reference/expression.ts';
import { phrases } from '../../generator/dialects/openai-reference/phrases.ts';
import { diagnosticsOf, modelOf, shortDiagnosticsOf, sourceJson } from '../support/docs.ts';
import { reference } from '../support/small-docs.ts';

/** What a bullet states, as it would be written. */
function statementOf(text: string): string {
  const statement = readStatement(text);
  if (statement.kind === 'failure') return `${statement.offset}: ${statement.expected}`;
  const { name = '(no name)', type } = statement;
  const optional = statement.kind === 'field' && statement.optional ? '?' : '';
  return `${statement.kind} ${name}${optional}: ${textOfExpression(type)}`;
}

describe('a bullet', () => {
  test.each([
    ['a: string', 'field a: string'],
    ['a: optional string or null', 'field a?: string or null'],
    ['a: optional "x" or 2 more', 'field a?: "x" or 2 more'],
    ['a: optional 24000', 'field a?: 24000'],
    ['a: array of string or Name or null', 'field a: array of string or Name or null'],
    ['a: map[string or Name]', 'field a: map[string or Name]'],
    ['a: object { b, c, 4 more }  or null', 'field a: object { b, c, 4 more } or null'],
    ['Name object { b }', 'type Name: object { b }'],
    ['Name = "x" or "y: z"', 'type Name: "x" or "y: z"'],
    ['Name', 'type (no name): Name'],
    ['"y: z"', 'type (no name): "y: z"'],
    [
      'a: word',
      '3: string, number, integer, boolean, unknown, null, object { … }, array of …, map[…], a value or a Name',
    ],
    ['a: string number', '10: " or " or the end of the type'],
    ['a: object { b', '13: "}"'],
    ['a: map[string', '13: "]"'],
    ['a: "x', '3: a type'],
  ])('`%s`', (text, expected) => {
    expect(statementOf(text)).toBe(expected);
  });
});

describe('a name', () => {
  test('that only source.json knows by another one is that one wherever it stands', () => {
    const docs = reference(
      '- `near: Station`\n\n  - `name: string`\n\n- `far: optional Station`\n',
    );
    const declared = { shapes: { RadioStation: ['tune/near'] } };
    const model = modelOf({
      ...docs,
      'radio/source.json': sourceJson('openai-reference', declared),
    });

    expect(model.shapes.map(({ name }) => name)).toEqual(['RadioStation']);
    expect(model.events[0]?.body.fields[2]?.type).toMatchObject({ name: 'RadioStation' });
  });

  test('that is one of several has `<>` on the way to its fields', () => {
    const docs = reference(
      [
        '- `dial: Am or Fm`',
        '  - `Am object { range }`',
        '    - `range: object { low }`',
        '      - `low: number`',
        '  - `Fm object { range }`',
        '    - `range: object { low }`',
        '      - `low: number`',
      ].join('\n\n'),
    );
    const declared = { shapes: { Band: ['tune/dial<>.range'] } };
    const model = modelOf({
      ...docs,
      'radio/source.json': sourceJson('openai-reference', declared),
    });

    expect(model.shapes.map(({ name }) => name)).toEqual(['Am', 'Band', 'Fm']);
  });
});

test('a name that source.json has is replaced wherever it stands', () => {
  const docs = reference('- `a: Tuner`\n  - `b: string`\n- `c: Tuner`\n');
  const declared = { shapes: { RadioTuner: ['Tuner'] } };
  const model = modelOf({ ...docs, 'radio/source.json': sourceJson('openai-reference', declared) });

  expect(model.shapes.map(({ name }) => name)).toEqual(['RadioTuner']);
});

test('a bullet that says its name again writes it out', () => {
  const docs = reference('- `a: Labels`\n  - `Labels = map[string]`\n');

  expect(modelOf(docs).shapes).toMatchObject([{ name: 'Labels', type: { kind: 'map' } }]);
});

describe('words', () => {
  test.each(phrases.map(({ example, pattern }) => [example, pattern] as const))(
    'such as "%s" are one phrase of the table',
    (example, pattern) => {
      expect(example).toMatch(pattern);
    },
  );

  test('that do not fit the type of their field are no default', () => {
    const [, field] =
      modelOf(reference('- `a: boolean`\n\n  Defaults to `low`.\n')).events[0]?.body.fields ?? [];

    expect(field?.description).toBe('Defaults to `low`.');
    expect(field?.default).toBeUndefined();
  });

  test.each([
    ['~~Defaults to `fm`.~~', 'default-malformed "Defaults to `fm`"'],
    ['<del>Defaults to `fm`.</del> It is loud.', 'default-malformed "Defaults to `fm`"'],
    ['A name. ~~between 1 and 4.~~', 'bound-malformed "between 1 and 4"'],
  ])('that are struck out are told, and not read: %s', (words, told) => {
    const docs = reference(`- \`a: string or number\`\n\n  ${words}\n`);
    const [, field] = modelOf(docs).events[0]?.body.fields ?? [];

    expect(diagnosticsOf(docs)).toEqual([
      `radio/index.md:17:3 error ${told} is struck out and not read; write it without these marks, or remove it.`,
    ]);
    expect(field).not.toMatchObject({ default: {} });
    expect(field).not.toMatchObject({ bounds: {} });
  });

  test('with a decimal that cannot be held are reported', () => {
    const words = 'Between 0.1 and 2. Defaults to 0.30000000000000000001.';
    expect(diagnosticsOf(reference(`- \`a: number\`\n\n  ${words}\n`))).toEqual([
      'radio/index.md:17:3 error default-malformed 0.30000000000000000001 has more digits than a number holds, and would be 0.3; state a shorter one.',
    ]);
  });

  test('are no place for a bullet that lost its mark', () => {
    expect(diagnosticsOf(reference('', '`a: string`'))).toContain(
      'radio/index.md:7:1 error bullet-unknown this looks like a field or a type, but is inside a description; make it a bullet of one code span, such as - `name: string`, in the list where it belongs.',
    );
  });
});

test('null is told of a field, and not of one of its values', () => {
  const values = '- `a: "x" or "y"`\n\n  - `"x"`\n\n  - `"y" or null`\n';
  expect(shortDiagnosticsOf(reference(values))).toEqual([
    'radio/index.md:15:1 error count-differs',
    'radio/index.md:19:3 error type-mismatch',
  ]);
});
