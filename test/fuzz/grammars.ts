/** Grammars of the dialects: docs that are mostly right, with something wrong here and there. */
import {
  array,
  constantFrom,
  letrec,
  nat,
  oneof,
  record,
  string,
  tuple,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';
import { sourceJson, type Texts } from '../support/docs.ts';

/** Mostly the first, now and then one of the others. */
function mostly(right: Arbitrary<string>, ...wrong: string[]): Arbitrary<string> {
  return oneof(
    { weight: 80, arbitrary: right },
    { weight: 1, arbitrary: constantFrom(...wrong) },
    { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 5 }) },
  );
}

const name = mostly(
  constantFrom(
    'id',
    'item',
    'items',
    'session',
    'usage',
    'input_tokens',
    'a_b',
    'aB',
    'aItem',
    'tools',
    'value',
  ),
  '__proto__',
  'constructor',
  'class',
  '2d',
  'a-b',
  'toString',
  '',
);

const words = mostly(
  constantFrom(
    'Words.',
    'More words of `code` and *emphasis*.',
    'See [a](b.md).',
    'Two\n  lines.',
    '',
  ),
  '[NOT SUPPORTED]',
  '[CURRENTLY NOT SUPPORTTED] Words.',
  '*/ `${x}` @deprecated',
  '<b>HTML</b>',
  'a | b',
  '`open',
  '**open',
  '\n\n```json\n{\n```',
  '\n\n  > quoted',
  '\u202e',
);

const value = mostly(
  constantFrom("'a'", "'b'", "'a_b'", "'aB'", '1', 'true'),
  "'open",
  '…',
  "''",
  'NaN',
);
const values = array(value, { minLength: 1, maxLength: 3 }).map((all) => all.join(', '));

const requiredness = mostly(constantFrom('required', 'optional'), 'requird', '');

const treeType = mostly(
  constantFrom(
    'string',
    'integer',
    'number',
    'boolean',
    'object',
    'array<string>',
    'array<object>',
    'map<integer>',
    'map<array<object>>',
    'string | null',
    'object | null',
    'string | object',
    'null | null',
    'unknown',
    'array<string | object>',
  ),
  'text',
  'array<',
  'array<array<object>>',
  '|',
);

const facts = oneof(
  { weight: 6, arbitrary: constantFrom('') },
  { weight: 1, arbitrary: values.map((all) => ` Enum: ${all}.`) },
  {
    weight: 1,
    arbitrary: mostly(constantFrom('1', 'a', 'null', '[]', '{"a": 1}', 'true'), '`').map(
      (one) => ` Default: \`${one}\`.`,
    ),
  },
  { weight: 1, arbitrary: nat(9).map((least) => ` Minimum: \`${least}\`. Maximum: \`9\`.`) },
);

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

/** Nested bullets, as deep as it comes. */
const { bullets } = letrec<{ bullets: string; bullet: string }>((tie) => ({
  bullets: array(tie('bullet'), { maxLength: 3, depthIdentifier: 'bullets' }).map((all) =>
    all.join(''),
  ),
  bullet: oneof(
    { depthSize: 'small', depthIdentifier: 'bullets' },
    {
      weight: 12,
      arbitrary: tuple(name, treeType, requiredness, words, facts).map(
        ([field, type, is, text, more]) => `- \`${field}\` (${type}, ${is}): ${text}${more}\n`,
      ),
    },
    {
      weight: 4,
      arbitrary: tuple(name, treeType, requiredness, words, tie('bullets')).map(
        ([field, type, is, text, nested]) =>
          `- \`${field}\` (${type}, ${is}): ${text}\n${indent(nested)}`,
      ),
    },
    {
      weight: 3,
      arbitrary: tuple(name, requiredness, tie('bullets')).map(
        ([field, is, nested]) => `- \`${field}\` (object, ${is}): Words.\n${indent(nested)}`,
      ),
    },
    {
      weight: 2,
      arbitrary: tuple(name, array(tuple(values, tie('bullets')), { maxLength: 3 })).map(
        ([field, variants]) =>
          `- \`${field}\` (object, required): Words.\n${variants
            .map(
              ([type, nested]) =>
                `  - Variant (object): Words.\n    - \`type\` (string, required): Enum: ${type}.\n${indent(indent(nested))}`,
            )
            .join('')}`,
      ),
    },
    {
      weight: 2,
      arbitrary: tuple(name, tie('bullets')).map(
        ([field, nested]) =>
          `- \`${field}\` (array<object>, optional): Words.\n  - Items:\n${indent(indent(nested))}`,
      ),
    },
    {
      weight: 1,
      arbitrary: constantFrom('- ...\n', '- words\n', '\n', '- Items:\n', '- Variant (string)\n'),
    },
  ),
}));

const eventName = mostly(
  constantFrom('tune', 'stop', 'session.created', 'session_created', 'error', 'a.b', 'a_b'),
  'größe',
  '',
);
const eventNames = uniqueArray(eventName, { minLength: 1, maxLength: 2 });

/** A page of the `openai-tree` dialect, with its index. */
export const treeDocs: Arbitrary<Texts> = tuple(
  eventNames,
  array(bullets, { minLength: 2, maxLength: 2 }),
  words,
  constantFrom('server', 'client'),
).map(([names, fields, text, direction]) => ({
  'radio/source.json': sourceJson('openai-tree', { index: { [direction]: 'index.md' } }),
  'radio/index.md': `# Events\n\n## Contents\n${names.map((event, i) => `- [${event}](page${i}.md)\n`).join('')}`,
  ...Object.fromEntries(
    names.map((event, i) => [
      `radio/page${i}.md`,
      `# ${event}\n\n${text}\n\n## Properties\n- \`type\` (string, required): Enum: '${event}'.\n${fields[i] ?? ''}`,
    ]),
  ),
}));

const restType = mostly(
  constantFrom(
    '**string**',
    '**string** (uri)',
    '**integer**',
    String.raw`**string \| null**`,
    '**object**',
    '**[Part](#Part)**',
    '**[Other](#Other)**[]',
    '**[Lost](#null)**',
    String.raw`Any of **[Part](#Part)** \| **[Other](#Other)**`,
    String.raw`One of **string** \| **[Part](#Part)** \| **null**`,
    '**object** (map<**string**, **[Part](#Part)**>)',
    '**array**',
  ),
  '**enum**',
  'string',
  '**open',
  '**object** (map<',
);

const row = tuple(
  name,
  mostly(constantFrom('', '', '[]'), '[][]', ' [NOT SUPPORTED]'),
  restType,
  mostly(constantFrom('', 'Required field. '), 'Requird field. '),
  words,
  oneof(
    { weight: 5, arbitrary: constantFrom('') },
    {
      weight: 1,
      arbitrary: constantFrom('\n\n- `a`\n- `b`', '\n\n- words', '\n\n#|\n|| a | b ||\n|#'),
    },
  ),
).map(
  ([field, dimensions, type, required, text, list]) =>
    `|| ${field}${dimensions} | ${type}\n\n${required}${text}${list} ||\n`,
);
const enumRow = tuple(name, uniqueArray(constantFrom('a', 'b', 'a_b', 'aB'), { minLength: 1 })).map(
  ([field, all]) =>
    `|| ${field} | **enum**\n\nRequired field.\n\n${all.map((one) => `- \`${one}\`\n`).join('')} ||\n`,
);
const rows = array(oneof({ weight: 4, arbitrary: row }, { weight: 1, arbitrary: enumRow }), {
  maxLength: 3,
}).map((all) => all.join(''));
const tableEnd = mostly(constantFrom('|#'), '', '||', '|#|#');

/** A page of the `yandex-rest` dialect, with its index. */
export const restDocs: Arbitrary<Texts> = record({
  event: eventName,
  body: rows,
  part: rows,
  other: rows,
  text: words,
  end: tableEnd,
  flag: mostly(constantFrom('', '', "'[CURRENTLY NOT SUPPORTED]'"), '[NOW SUPPORTED]'),
}).map(({ event, body, part, other, text, end, flag }) => ({
  'radio/source.json': sourceJson('yandex-rest'),
  'radio/index.md': `# Events\n\n## Methods\n\n#|\n||Method | Description ||\n|| [radio.${event}](tune.md) | ${event} ${flag} ||\n|#\n`,
  'radio/tune.md': `# REST: ${event} ${flag}\n\n## HTTP request\n\n\`\`\`\nPOST https://example.com/${event}\n\`\`\`\n\n## Body parameters\n\n**Request schema: application/json**\n\n\`\`\`json\n{ "type": "string" }\n\`\`\`\n\n${text}\n\n#|\n||Field | Description ||\n|| type | **enum**\n\nRequired field.\n\n- \`${event}\` ||\n${body}${end}\n\n## Part {#Part}\n\n${text}\n\n#|\n||Field | Description ||\n${part}${end}\n\n## Other {#Other}\n\n#|\n||Field | Description ||\n${other}${end}\n`,
}));

const example = mostly(
  constantFrom(
    '{ "type": "tune", "a": 1 }',
    '{ "type": "tune", "a": { "b": [1, "2", null, {}] } }',
    '{ "type": "stop", "a_b": {"c": []}, "aB": {"c": []} }',
    '{ "type": "session.created", "__proto__": { "a": 1 }, "constructor": [1] }',
  ),
  '[]',
  '{',
  '{ "type": "lost" }',
);

/** A page of the `event-summary` dialect. */
export const summaryDocs: Arbitrary<Texts> = tuple(
  eventNames,
  words,
  array(example, { maxLength: 3 }),
).map(([names, text, examples]) => ({
  'radio/source.json': sourceJson('event-summary'),
  'radio/index.md': `# Events\n\n## Key Facts\n\n- **Direction**: Server → Client\n\n## Event Reference\n\n### Group\n\n${names.map((event) => `- \`${event}\` - words ${text}\n`).join('')}\n## Event Examples\n\n${examples.map((one) => `\`\`\`json\n${one}\n\`\`\`\n\n`).join('')}`,
}));

/** A field or a type of the `openai-reference` dialect: what the line above lists of it, and its bullets. */
interface Bulleted {
  listed: string;
  text: string;
}

const typeName = mostly(
  constantFrom('Station', 'Tuner', 'Part', 'TuneStation', 'A', 'a'),
  'RealtimeServerEvent',
  'Array',
  'Tune_Station',
  'StationParam',
  'Größe',
);
const quoted = mostly(
  constantFrom('"a"', '"b"', '"a_b"', '"aB"', '24000', 'true'),
  '"open',
  '""',
  '"`"',
  '1e999',
);
const quotedValues = uniqueArray(quoted, { minLength: 1, maxLength: 5 });
const simpleType = mostly(
  constantFrom(
    'string',
    'number',
    'boolean',
    'unknown',
    'null',
    'array of string',
    'array of array of number',
    'map[string]',
    'map[array of unknown]',
    'string or null',
    'array of string or null',
    'string or number',
    'Station',
    'array of Station',
    'map[Part]',
  ),
  'text',
  'array of',
  'map[',
  'string or',
  '3 more',
);
const presence = mostly(constantFrom('', 'optional '), 'required ', 'optional optional ');
const wordsOfSpan = mostly(
  constantFrom(
    '',
    '',
    'Words.',
    'Defaults to `a`.',
    'An integer between 1 and 9.',
    'Deprecated. Use `a`.',
  ),
  'Defaults to `',
  '[NOT SUPPORTED]',
  '- `lost: string`',
  '`lost: string`',
  '```json\n{',
  '*/ ${x}',
);

const bulletOf = (code: string, words: string, below = ''): string =>
  `- \`${code}\`\n\n${words === '' ? '' : `${indent(words)}\n\n`}${indent(below)}`;

/** The parts of an object, as its line lists them. */
const partsOfObject = (fields: readonly Bulleted[]): string => {
  const names = fields.map(({ listed }) => listed);
  const more = names.length > 3 ? [`${names.length - 3} more`] : [];
  return `object { ${[...names.slice(0, 3), ...more].join(', ')} }`;
};
const textsOf = (all: readonly Bulleted[]): string => all.map(({ text }) => text).join('');

/** Nested bullets of one code span each, as deep as it comes. */
const { spans } = letrec<{ spans: Bulleted[]; span: Bulleted; type: Bulleted }>((tie) => ({
  spans: uniqueArray(tie('span'), {
    selector: ({ listed }) => listed,
    maxLength: 5,
    depthIdentifier: 'spans',
  }),
  span: oneof(
    { depthSize: 'small', depthIdentifier: 'spans' },
    {
      weight: 8,
      arbitrary: tuple(name, presence, simpleType, wordsOfSpan).map(([field, is, type, text]) => ({
        listed: field,
        text: bulletOf(`${field}: ${is}${type}`, text),
      })),
    },
    {
      weight: 3,
      arbitrary: tuple(name, presence, quotedValues, constantFrom('', 'string or ')).map(
        ([field, is, all, open]) => ({
          listed: field,
          text: bulletOf(
            `${field}: ${is}${open}${all.length > 3 ? `${all.slice(0, 3).join(' or ')} or ${all.length - 3} more` : all.join(' or ')}`,
            'Words.',
            [...(open === '' ? [] : ['string']), ...all].map((one) => bulletOf(one, '')).join(''),
          ),
        }),
      ),
    },
    {
      weight: 3,
      arbitrary: tuple(name, presence, tie('spans'), constantFrom('', 'array of ')).map(
        ([field, is, fields, list]) => ({
          listed: field,
          text: bulletOf(
            `${field}: ${is}${list}${partsOfObject(fields)}`,
            'Words.',
            textsOf(fields),
          ),
        }),
      ),
    },
    {
      weight: 3,
      arbitrary: tuple(name, typeName, presence, tie('spans')).map(([field, own, is, fields]) => ({
        listed: field,
        text: bulletOf(`${field}: ${is}${own}`, '', textsOf(fields)),
      })),
    },
    {
      weight: 3,
      arbitrary: tuple(
        name,
        uniqueArray(tie('type'), { selector: ({ listed }) => listed, minLength: 2, maxLength: 3 }),
        constantFrom('', 'array of '),
        constantFrom('', ' or null'),
      ).map(([field, types, list, orNull]) => ({
        listed: field,
        text: bulletOf(
          `${field}: ${list}${types.map(({ listed }) => listed).join(' or ')}${orNull}`,
          'Words.',
          textsOf(types),
        ),
      })),
    },
  ),
  type: oneof(
    { depthSize: 'small', depthIdentifier: 'spans' },
    {
      weight: 3,
      arbitrary: tuple(typeName, tie('spans')).map(([own, fields]) => ({
        listed: own,
        text: bulletOf(`${own} ${partsOfObject(fields)}`, 'Words.', textsOf(fields)),
      })),
    },
    {
      weight: 1,
      arbitrary: tuple(typeName, quotedValues).map(([own, all]) => ({
        listed: own,
        text: bulletOf(
          `${own} = ${all.join(' or ')}`,
          '',
          all.map((one) => bulletOf(one, '')).join(''),
        ),
      })),
    },
    {
      weight: 1,
      arbitrary: typeName.map((own) => ({
        listed: own,
        text: bulletOf(`${own} = array of string`, ''),
      })),
    },
    {
      weight: 1,
      arbitrary: constantFrom('string', 'number', 'unknown').map((word) => ({
        listed: word,
        text: bulletOf(word, ''),
      })),
    },
  ),
}));

const referencePage = (
  direction: string,
  sections: readonly (readonly [string, string, string])[],
) =>
  `# Radio ${direction} events\n\n${sections
    .map(
      ([event, text, fields]) =>
        `<a id="${event}"></a>\n\n## ${event}\n\n${text}\n\n### Schema\n\nSchema name: \`Radio\`\n\n- \`type: "${event}"\`\n\n  - \`"${event}"\`\n\n${fields}`,
    )
    .join('\n')}`;

const section = tuple(eventName, words, spans.map(textsOf));
const pageSections = uniqueArray(section, {
  selector: ([event]) => event,
  minLength: 1,
  maxLength: 2,
});

/** The pages of the `openai-reference` dialect, one a direction. */
export const referenceDocs: Arbitrary<Texts> = tuple(pageSections, pageSections).map(
  ([sent, taken]) => ({
    'radio/source.json': sourceJson('openai-reference', {
      index: { server: 'server-events.md', client: 'client-events.md' },
    }),
    'radio/server-events.md': referencePage('server', sent),
    'radio/client-events.md': referencePage('client', taken),
  }),
);

const cellWords = mostly(
  constantFrom(
    '',
    'Words.',
    'Optional. Words.',
    'Required.',
    'Allowed values: `a`, `b`',
    'Words.<br><br>This property is nullable.',
    'Words (default: 1, range: 0–9)',
    'Defaults to `a`.',
    'Always `"a"`',
    'The following values are allowed:<br>- `a` (default) is one,<br>- `b` is two.',
    'A property of the `item` object.',
    'This event is only applicable for WebRTC.',
  ),
  'Allowed values: ',
  '[NOT SUPPORTED]',
  'a | b',
  'A property of the `lost` object.',
  'Defaults to `',
  '`open',
  '*/ `${x}` @deprecated',
  '<b>HTML</b>',
  '<br><br>',
  '\u202e',
);

const cellType = mostly(
  constantFrom(
    'string',
    'integer',
    'boolean',
    'object',
    'map',
    'map of string',
    'string[]',
    'array of array of float',
    'integer or "inf"',
    '[Part](#part)',
    'array of [Part](#part) or [Other](#other)',
    '[Choice](#choice) or null',
    '[Band](#band)[]',
  ),
  'text',
  'array of',
  'string or',
  '[Part](#lost)',
  '[Part](other.md)',
  '[Part](#tune)',
  '',
);

/** A row, and now and then rows of what it holds. */
const tableRow = tuple(
  name,
  cellType,
  cellWords,
  array(tuple(name, cellType), { maxLength: 2 }),
  mostly(constantFrom('+ '), '++ ', '| '),
).map(([field, type, text, inner, mark]) => {
  const parts = inner.map(
    ([part, of]) =>
      `| ${mark}${field}_${part} | ${of} | A property of the \`${field}\` object. |\n`,
  );
  return type === 'object' ? [field, type, text, parts.join('')] : [field, type, text, ''];
});

const tableRows = uniqueArray(tableRow, { selector: ([field]) => field, maxLength: 4 }).map((all) =>
  all.map(([field, type, text, parts]) => `| ${field} | ${type} | ${text} |\n${parts}`).join(''),
);

const tableHead = mostly(
  constantFrom('| Field | Type | Description |\n|-|-|-|\n'),
  '| Field | Words |\n|-|-|\n',
  '| Value | Type | Description |\n|-|-|-|\n',
  '| Field | Type | Description |\n|-|-|\n',
);

const fieldTable = tuple(tableHead, tableRows).map(([head, all]) => `${head}${all}\n`);

const valueBullets = uniqueArray(
  mostly(constantFrom('- `a` - words', '- `b`', '- `"c"`'), '- d', '- '),
  { minLength: 1, maxLength: 3 },
).map((all) => `${all.join('\n')}\n\n`);

const componentBody = oneof(
  { weight: 4, arbitrary: fieldTable },
  { weight: 2, arbitrary: valueBullets.map((all) => `**Allowed Values:**\n\n${all}`) },
  {
    weight: 2,
    arbitrary: mostly(
      constantFrom(
        'This can be:\n\n- `"auto"` - words\n- A [Part](#part) object\n\n',
        '| Value | Description |\n|-|-|\n| `a` | Words. |\n| `b` | |\n\n',
        'It can be one of the following:\n\n#### One\n\n| Field | Type | Description |\n|-|-|-|\n| type | string | Must be `"one"` |\n\n',
      ),
      'This can be:\n\n',
    ),
  },
);

const nestedTable = fieldTable.map((fields) => [
  '| own | object | Words. |\n',
  `#### Own properties\n\n${fields}`,
]);

const tableSection = record({
  event: eventName,
  text: words,
  head: tableHead,
  fields: tableRows,
  nested: oneof(
    { weight: 3, arbitrary: constantFrom(['', '']) },
    { weight: 1, arbitrary: nestedTable },
  ),
  json: example,
}).map(({ event, text, head, fields, nested: [row = '', below = ''], json }) => ({
  event,
  text: `### ${event}\n\n${text}\n\n#### Event structure\n\n\`\`\`json\n${json}\n\`\`\`\n\n#### Properties\n\n${head}| type | string | The event type must be \`${event}\`. |\n${row}${fields}\n${below}`,
}));

const tableSections = uniqueArray(tableSection, {
  selector: ({ event }) => event,
  minLength: 1,
  maxLength: 2,
});

const tableIndex = (title: string, sections: readonly { event: string; text: string }[]): string =>
  `## ${title}\n\n| Event | Description |\n|-|-|\n${sections
    .map(({ event }) => `| [${event}](#${event.replaceAll('.', '')}) | Words. |\n`)
    .join('')}\n${sections.map(({ text }) => text).join('')}`;

/** The page of the `gfm-tables` dialect, for both directions. */
export const tableDocs: Arbitrary<Texts> = record({
  sent: tableSections,
  taken: tableSections,
  bodies: tuple(componentBody, componentBody, componentBody, componentBody),
}).map(({ sent, taken, bodies }) => ({
  'radio/source.json': sourceJson('gfm-tables', {
    index: { server: 'events.md#server-events', client: 'events.md#client-events' },
  }),
  'radio/events.md': `# Radio\n\n${tableIndex('Server events', sent)}${tableIndex('Client events', taken)}## Components\n\n${[
    'Part',
    'Other',
    'Choice',
    'Band',
  ]
    .map((title, i) => `### ${title}\n\n${bodies[i] ?? ''}`)
    .join('')}`,
}));
