/** Docs of one event, `tune`, in each dialect: what a test adds to them is all that it is about. */
import type { Field } from '../../generator/model/model.ts';
import { modelOf, sourceJson, type Texts } from './docs.ts';

/** A tree of links that leads to one page; `bullets` begin on line 5 of it. */
export function tree(bullets: string, source: object = {}): Texts {
  return {
    'radio/source.json': sourceJson('openai-tree', source),
    'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
    'radio/tune.md': treePage('tune', bullets),
  };
}

/** The page of an event; `bullets` begin on line 5. */
export function treePage(name: string, bullets = ''): string {
  return `# ${name}\n\n## Properties\n- \`type\` (string, required): Enum: '${name}'.\n${bullets}`;
}

/**
 * Pages of a REST schema. `rows` begin on line 24, and `sections` three lines below the last row.
 *
 * @param skeleton the fields that the JSON skeleton on line 14 shows beside `type`
 */
export function rest(
  rows: string,
  { sections = '', skeleton = '' }: { sections?: string; skeleton?: string } = {},
): Texts {
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
{ "type": "string"${skeleton === '' ? '' : `, ${skeleton}`} }
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

/** A skeleton of one field, `a`, that fits any table. */
export const anyA = '"a": "unknown"';

/** An index of a REST schema; `rows` begin on line 7. */
export function restIndex(rows: string): string {
  return `# Events\n\n## Methods\n\n#|\n||Method | Description ||\n${rows}|#\n`;
}

/** A section of a REST page: a table of these rows, or of the one field `name`. */
export function restSection(name: string, rows = '|| name | **string** ||\n'): string {
  return `## ${name} {#${name}}\n\n#|\n||Field | Description ||\n${rows}|#\n\n`;
}

/** A page of the `openai-reference` dialect with one event, `tune`; the bullets begin on line 15, its words on line 7. */
export function reference(bullets = '', words = ''): Texts {
  return {
    'radio/source.json': sourceJson('openai-reference'),
    'radio/index.md': `# Radio server events

<a id="tune"></a>

## tune

${words}

### Schema

Schema name: \`Tune\`

- \`type: "tune"\`
  - \`"tune"\`
${bullets}`,
  };
}

/**
 * A page of the `gfm-tables` dialect with one event, `tune`; the rows begin on line 18, `parts` two lines below the last.
 *
 * @param source what its `source.json` says beside the usual
 */
export function tables(rows = '', parts = '', source: object = {}): Texts {
  const index = { server: 'index.md#server-events' };
  return {
    'radio/source.json': sourceJson('gfm-tables', { index, ...source }),
    'radio/index.md': `# Radio

## Server events

| Event | Description |
|-------|-------------|
| [tune](#tune) | Finds a station. |

### tune

Finds a station.

#### Properties

| Field | Type | Description |
|-------|------|-------------|
| type | string | The event type must be \`tune\`. |
${rows}
${parts}`,
  };
}

/** A summary that lists `tune`; the first example begins on line 9. */
export function summary(...examples: string[]): Texts {
  const blocks = examples.map((example) => `\`\`\`json\n${example}\n\`\`\`\n`);
  return {
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md': `# Events\n\n## Event Reference\n\n- \`tune\` - words\n\n## Event Examples\n\n${blocks.join('\n')}`,
  };
}

/** The last field of the first event. */
export function lastField(texts: Texts): Field | undefined {
  return modelOf(texts).events[0]?.body.fields.at(-1);
}
