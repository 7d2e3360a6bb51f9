/** A source that documents both directions, with shapes that both use. */
import { describe, expect, it } from 'vitest';
import {
  eventSubject,
  missedFields,
  refusedKeys,
  refusedMessages,
  refusedNulls,
  refusedValues,
  shapeSubject,
  unmissedFields,
  unnoticedKinds,
  unnoticedValues,
} from '../support/guard-checks.ts';
import { codeFaultsOf, inAllReadings } from '../support/code-faults.ts';
import { diagnosticsOf, sourceJson } from '../support/docs.ts';
import {
  arrayOf,
  clientEvent,
  discriminator,
  event,
  integer,
  literal,
  mapOf,
  model,
  object,
  oneOf,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';
import { fileOf, guardsOf, guardTextOf, lines, typeOf } from '../support/emitted.ts';

const items = [
  shape('Item', union(reference('ItemText'), reference('ItemAudio')), 'A part of a talk.'),
  shape(
    'ItemText',
    object([
      discriminator('type', 'text'),
      required('text', string),
      optional('format', oneOf('plain', 'rich')),
    ]),
  ),
  shape(
    'ItemAudio',
    object([discriminator('type', 'audio'), optional('labels', mapOf(arrayOf(integer)))]),
  ),
];
const written = shape('Settings', object([optional('voice', literal('alto'))]));

const both = model(
  [
    event('item.created', [required('item', reference('Item')), optional('after', string)]),
    clientEvent('item.create', [
      required('item', reference('Item')),
      optional('after', string),
      optional('settings', reference('Settings')),
    ]),
  ],
  [...items, written],
);

describe('a shape that both directions use', () => {
  it('is read tolerantly under its own name', () => {
    expect(typeOf(both, 'ItemText')).toBe(lines`
      export interface ItemText {
        type: 'text';
        text: string;
        format?: 'plain' | 'rich' | (string & {}) | null;
      }
    `);
  });

  it('is written exactly under the name of a parameter', () => {
    expect(typeOf(both, 'ItemTextParam')).toBe(lines`
      export interface ItemTextParam {
        type: 'text';
        text: string;
        format?: 'plain' | 'rich';
      }
    `);
  });

  it('refers to parameters in a parameter', () => {
    expect(typeOf(both, 'ItemParam')).toBe(lines`
      /** A part of a talk. */
      export type ItemParam = ItemTextParam | ItemAudioParam;
    `);
  });

  it('is a parameter in what a client writes', () => {
    expect(typeOf(both, 'ItemCreateEvent')).toContain('  item: ItemParam;\n');
  });

  it('is itself in what the server sends', () => {
    expect(typeOf(both, 'ItemCreatedEvent')).toContain('  item: Item;\n');
  });

  it('has a guard for each reading', () => {
    expect(guardTextOf(both, 'isItemParam')).toContain(
      'return isItemTextParam(value) || isItemAudioParam(value);',
    );
  });
});

describe('the name of a parameter', () => {
  /** A page of the `openai-tree` dialect with these fields. */
  const page = (name: string, ...fields: string[]): string =>
    [
      `# ${name}`,
      '## Properties',
      `- \`type\` (string, required): The name. Enum: '${name}'.`,
      ...fields.map(
        (field) => `- \`${field}\` (object, required)\n  - \`${field}_id\` (string, required)`,
      ),
    ].join('\n\n');
  const index = (name: string) => `# Events\n\n## Contents\n\n- [${name}](${name}.md)\n`;

  it('must not be that of another shape', () => {
    const diagnostics = diagnosticsOf({
      'radio/source.json': sourceJson('openai-tree', {
        index: { server: 'server.md', client: 'client.md' },
        shapes: { Item: ['*/item'], ItemParam: ['*/other'] },
      }),
      'radio/server.md': index('item.created'),
      'radio/client.md': index('item.create'),
      'radio/item.created.md': page('item.created', 'item'),
      'radio/item.create.md': page('item.create', 'item', 'other'),
    });
    expect(diagnostics).toEqual([expect.stringContaining(' error name-collision ')]);
  });
});

describe('a shape that only a client writes', () => {
  it('keeps its name', () => {
    expect(typeOf(both, 'Settings')).toBe(lines`
      export interface Settings {
        voice?: 'alto';
      }
    `);
  });
});

describe('a former name', () => {
  const position = 'radio/source.json:9:5' as const;
  const renamed = {
    ...both,
    aliases: [
      { name: 'Part', of: 'Item', position },
      { name: 'ItemInput', of: 'ItemParam', position },
    ],
  };
  const types = fileOf(renamed, 'former-types.ts');
  const guards = fileOf(renamed, 'guards.ts');

  it('is a deprecated type, apart from those of today', () => {
    expect(types).toContain(lines`
      import type { Item, ItemParam } from './types.js';

      /** @deprecated It is called {@link Item} now. */
      export type Part = Item;

      /** @deprecated It is called {@link ItemParam} now. */
      export type ItemInput = ItemParam;
    `);
  });

  it('is a deprecated guard beside those of today', () => {
    expect(guards).toContain(lines`
      /** @deprecated It is called {@link isItem} now. */
      export const isPart: typeof isItem = isItem;
    `);
  });

  it('compiles, in all readings', () => {
    expect(codeFaultsOf(inAllReadings(renamed))).toEqual([[], [], [], []]);
  });
});

it('each direction has its union, its map and its names', () => {
  const declared = fileOf(both, 'types.ts').match(/(?<=export (?:type|interface) )\w+/g);
  expect(declared).toEqual(
    ['Server', 'Client'].flatMap((word) => [
      `Realtime${word}Event`,
      `${word}EventMap`,
      `${word}EventName`,
      `${word}EventByName`,
      `Unsupported${word}EventName`,
      `Supported${word}EventName`,
      `Supported${word}Event`,
      ...(word === 'Server'
        ? ['ItemCreatedEvent', 'Item', 'ItemText', 'ItemAudio']
        : ['ItemCreateEvent', 'ItemParam', 'ItemTextParam', 'ItemAudioParam', 'Settings']),
    ]),
  );
});

describe('guards agree with the types', async () => {
  const guards = await guardsOf(both);
  const params = [
    ...items.map((one) => ({ one, name: `${one.name}Param` })),
    { one: written, name: 'Settings' },
  ];
  const subjects = [
    ...both.events.map((one) => eventSubject(both, guards, one)),
    ...items.map((one) => shapeSubject(both, guards, one)),
    ...params.map(({ one, name }) => shapeSubject(both, guards, one, 'client', name)),
  ];

  it.each(subjects)('on what $name accepts', (subject) => {
    expect([
      ...refusedMessages(subject),
      ...missedFields(subject),
      ...refusedKeys(subject),
      ...refusedValues(subject),
      ...refusedNulls(subject),
    ]).toEqual([]);
  });

  it.each(subjects)('on what $name refuses', (subject) => {
    expect([
      ...unmissedFields(subject),
      ...unnoticedKinds(subject),
      ...unnoticedValues(subject),
    ]).toEqual([]);
  });
});

describe('a source that is read exactly', async () => {
  const exact = { ...both, source: { ...both.source, reading: { server: 'exact' } } } as const;
  const guards = await guardsOf(exact);

  it('has exact types for what the server sends', () => {
    expect(typeOf(exact, 'ItemText')).toBe(lines`
      export interface ItemText {
        type: 'text';
        text: string;
        format?: 'plain' | 'rich';
      }
    `);
  });

  it.each(items.map((one) => shapeSubject(exact, guards, one)))(
    'has an exact guard for $name',
    (subject) => {
      expect([
        ...refusedMessages(subject),
        ...unmissedFields(subject),
        ...unnoticedKinds(subject),
        ...unnoticedValues(subject),
      ]).toEqual([]);
    },
  );
});
