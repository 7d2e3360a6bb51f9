/** What `fact-in-words` says to write instead is read by the dialect that says so. */
import { describe, expect, test } from 'vitest';
import { dialects } from '../../generator/dialects/index.ts';
import type { Field } from '../../generator/model/model.ts';
import { typeSummary } from '../../generator/model/signature.ts';
import { diagnosticsOf, modelOf, type Texts } from '../support/docs.ts';
import { lastField, reference, rest, restIndex, tables, tree } from '../support/small-docs.ts';

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
  'yandex-rest': (_, example) => {
    const [, type = '**string**'] = /(\*\*.*\*\*)/.exec(example) ?? [];
    const words = example.startsWith('**') ? 'Words.' : example;
    const values = type === '**enum**' ? '\n\n- `a`\n- `b`' : '';
    return rest(`|| name | ${type}\n\n${words}${values} ||\n`, { skeleton: '"name": "unknown"' });
  },
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

/** The flags in words: an index of yandex-rest repeats those of its pages. */
function flagsOf(words: string): string {
  return words.match(/\[[A-Z ]+\]/g)?.join(' ') ?? '';
}

/** Docs of the event `tune` and its field `name` with words of the one or the other, by dialect. */
const docsWithWords: Record<string, (ofEvent: string, ofField: string) => Texts> = {
  'openai-tree': (ofEvent, ofField) => {
    const docs = tree(`- \`name\` (string, optional): ${ofField}\n`);
    return {
      ...docs,
      'radio/tune.md': `${docs['radio/tune.md']}`.replace('# tune\n', `$&\n${ofEvent}\n`),
    };
  },
  'yandex-rest': (ofEvent, ofField) => {
    const docs = rest(`|| name | **string**\n\n${ofField} ||\n`, { skeleton: '"name": "string"' });
    return {
      ...docs,
      'radio/index.md': restIndex(`|| [radio.tune](tune.md) | tune ${flagsOf(ofEvent)} ||\n`),
      'radio/tune.md': `${docs['radio/tune.md']}`.replace('# REST: tune\n', `$&\n${ofEvent}\n`),
    };
  },
  'openai-reference': (ofEvent, ofField) =>
    reference(`- \`name: optional string\`\n\n  ${ofField}\n`, ofEvent),
  'gfm-tables': (ofEvent, ofField) => {
    const docs = tables(`| name | string | ${ofField} |\n`);
    const page = `${docs['radio/index.md']}`.replace('\nFinds a station.\n', `\n${ofEvent}\n`);
    return { ...docs, 'radio/index.md': page };
  },
};

describe.each(Object.entries(docsWithWords))('a flag that is named, in %s,', (_, docsOf) => {
  const words = 'What it is. [DEPRECATED] [NOT SUPPORTED]';

  test('is read at an event', () => {
    const [event] = modelOf(docsOf(words, 'What it is.')).events;

    expect(event?.deprecated).toBeDefined();
    expect(event?.support.status).toBe('unsupported');
  });

  test('is read at a field', () => {
    const field = lastField(docsOf('What it is.', words));

    expect(field?.deprecated).toBeDefined();
    expect(field?.support?.status).toBe('unsupported');
  });
});

describe('a fact in the words of an event', () => {
  test.each([
    ['Words; obsolete, see `seek`.', '[DEPRECATED]'],
    ['Servers do not support this event yet.', '[NOT SUPPORTED]'],
  ])('%j is told with the flag that says it', (words, flag) => {
    expect(diagnosticsOf(reference('', words))).toEqual([
      expect.stringContaining(
        `write ${flag} at the end of a paragraph of the event or field that it is about.`,
      ),
    ]);
  });
});
