import { expect, test } from 'vitest';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { diagnosticsOf, docsOf } from '../support/docs.ts';
import { reference, tree } from '../support/small-docs.ts';

const toldOf = (bullets: string) =>
  modelSources(docsOf(tree(bullets))).flatMap(({ diagnostics }) =>
    diagnostics.map(lineOfDiagnostic),
  );

test.each([
  ['a field', '- `t\u0443pe` (string, required)\n', '5:1', 'the field "t\u0443pe" has U+0443'],
  [
    'a value',
    "- `a` (string, required): Enum: 'c', '\u0441'.\n",
    '5:38',
    'the value "\u0441" has U+0441',
  ],
  [
    'a character that does not show',
    '- `a\u200bb` (string, required)\n',
    '5:1',
    'the field "a\\u200bb" has U+200B',
  ],
])('%s is told', (_, bullets, place, words) => {
  expect(toldOf(bullets)).toEqual([
    `radio/tune.md:${place} warning name-confusable ${words}, which may look like another character; copy it from a message that the server sends.`,
  ]);
});

test('the name of a schema is told', () => {
  const docs = reference();
  const page = docs['radio/index.md']?.replace('`Tune`', '`T\u0443ne`') ?? '';

  expect(diagnosticsOf({ ...docs, 'radio/index.md': page })).toEqual([
    'radio/index.md:5:1 warning name-confusable the name of the schema "T\u0443ne" has U+0443, which may look like another character; copy it from a message that the server sends.',
  ]);
});

test('names in ASCII are not', () => {
  expect(toldOf("- `a-b.c` (string, required): Enum: 'x y', '#1'.\n")).toEqual([]);
});

test.each([
  ["Enum: 'am,', 'fm'.", 'the value "am,"'],
  ["Enum: '\"am\"', 'fm'.", 'the value "\\"am\\""'],
  ["Enum: 'am ', 'fm'.", 'the value "am "'],
  ["Enum: 'am, dab', 'fm'.", 'the value "am, dab"'],
  ["Enum: 'am or dab', 'fm'.", 'the value "am or dab"'],
  ["Enum: 'am (default)', 'fm'.", 'the value "am (default)"'],
  ["Enum: '**am**', 'fm'.", 'the value "**am**"'],
  ["Enum: 'am*', 'fm'.", 'the value "am*"'],
  ['Default: `am*`.', 'the default "am*"'],
  ['Default: `am `.', 'the default "am "'],
  ['Default: `undefined`.', 'the default "undefined"'],
  ['Default: `am (default)`.', 'the default "am (default)"'],
  ['Default: `a\u200bm`.', 'the default "a\\u200bm"'],
])('%s is told: there is more than a value', (fact, words) => {
  const [told, ...others] = toldOf(`- \`a\` (string, optional): Words. ${fact}\n`);

  expect(told).toContain(`warning value-dressed ${words} seems to be several values or none`);
  expect(others).toEqual([]);
});

test('a value of several words is not, nor is a default that is a text', () => {
  expect(
    toldOf("- `a` (string, required): Enum: 'x y', 'a/b', 'a-1.0', '24:00', 'b/*'.\n"),
  ).toEqual([]);
  expect(toldOf('- `a` (string, optional): Default: `Be kind, or funny.`.\n')).toEqual([]);
});
