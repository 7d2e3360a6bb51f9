/** What `fact-in-words` says to write instead is read by the dialect that says so. */
import { describe, expect, test } from 'vitest';
import { dialects } from '../../generator/dialects/index.ts';
import type { Field } from '../../generator/model/model.ts';
import { typeSummary } from '../../generator/model/signature.ts';
import { diagnosticsOf, type Texts } from '../support/docs.ts';
import { lastField, reference, tables, tree } from '../support/small-docs.ts';

/** In this dialect a list repeats the values. */
function valuesOf(example: string): string {
  return Array.from(example.matchAll(/"\w+"/g), ([value]) => `\n  - \`${value}\`\n`).join('');
}

/** A field of the docs with an example of a fact in its place. */
const docsWith: Record<string, (fact: string, example: string, type: string) => Texts> = {
  'openai-tree': (_, example, type) =>
    tree(
      example.startsWith('(')
        ? `- \`name\` ${example.split(' or ')[0]}: Words.\n`
        : `- \`name\` (${type}, optional): Words. ${example}\n`,
    ),
  'openai-reference': (_, example, type) =>
    reference(
      example.startsWith('`name')
        ? `- ${example}\n\n  Words.\n${valuesOf(example)}`
        : `- \`name: ${type}\`\n\n  Words, ${example}\n`,
    ),
  'gfm-tables': (_, example, type) => tables(`| name | ${type} | ${example} |\n`),
};

/** What a field has where its fact was read. */
const read: Record<string, (field: Field) => unknown> = {
  'a list of values': ({ type }) => /'a'.*'b'|"a".*"b"|a.*b/.test(typeSummary(type)),
  'a default': (field) => field.default?.value === 'a',
  'a bound': ({ bounds }) => bounds?.minimum === 0 && bounds.maximum === 1,
  'that it may be null': ({ type }) => typeSummary(type).includes('null'),
  'whether it is required': ({ requiredness }) => requiredness !== 'unstated',
};

const examples = Object.entries(dialects).flatMap(([name, { factExamples = {} }]) =>
  Object.entries(factExamples).map(([fact, example]) => [name, fact, example] as const),
);

describe('an example', () => {
  test.each(examples)('of %s for %s is read', (name, fact, example) => {
    const texts = docsWith[name]?.(fact, example, fact === 'a bound' ? 'number' : 'string') ?? {};
    const field = lastField(texts);

    expect(diagnosticsOf(texts)).toEqual([]);
    expect(field?.name).toBe('name');
    expect(field && read[fact]?.(field)).toBe(true);
  });
});
