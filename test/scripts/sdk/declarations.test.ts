import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDeclarations } from '../../../scripts/sdk/declarations.ts';
import { root, temporaryFolder } from '../../support/repository.ts';
import { eventsIn, pingWith } from './declared.ts';
import { shownPaths } from '../../reports/shown.ts';

describe('the events of a union', () => {
  test('are named by their type', () => {
    const events = eventsIn(`
      export type Events = Ping | Other.Pong;
      interface Ping { type: 'ping' }
      declare namespace Other { interface Pong { type: 'pong' } }
    `);
    expect(events.map(({ name }) => name)).toEqual(['ping', 'pong']);
  });

  test('that is not exported', () => {
    expect(() => eventsIn(`interface Ping { type: 'ping' } export type Others = Ping;`)).toThrow(
      'sdk.d.ts exports no type Events.',
    );
  });

  test('that holds something without a type of one value', () => {
    expect(() => eventsIn(`export type Events = Ping; interface Ping { type: string }`)).toThrow(
      'Events: Ping has no `type` of one value.',
    );
  });
});

describe('the paths of declared fields', () => {
  const kinds: [fields: string, expected: string[]][] = [
    ['it: string', ['it: string']],
    ['it?: string', ['it: string, optional']],
    ['it: string | null', ['it: string, nullable']],
    ['it?: string | undefined', ['it: string, optional']],
    ['it: boolean', ['it: boolean']],
    ['it: true', ['it: boolean (true)']],
    ['it: null', ['it: null, nullable']],
    ['it: unknown', ['it: unknown, nullable']],
    [`it: 'a' | 'b'`, ['it: string ("a" | "b")']],
    [`it: (string & {}) | 'a' | 'b'`, ['it: string ("a" | "b")']],
    ['it: 8 | 16', ['it: number (8 | 16)']],
    [`it: number | 'inf'`, ['it<number>: number', 'it<string>: string ("inf")']],
    ['it: Array<string>', ['it: array', 'it[]: string']],
    ['it: readonly string[]', ['it: array', 'it[]: string']],
    ['it: [string, number]', ['it: array', 'it[]<string>: string', 'it[]<number>: number']],
    ['it: { [key: string]: number }', ['it: map', 'it{}: number']],
    ['it: Record<string, string | null>', ['it: map', 'it{}: string, nullable']],
    ['it: { own?: string }', ['it: object', 'it.own: string, optional']],
    ['it: { a: string } & { b: number }', ['it: object', 'it.a: string', 'it.b: number']],
    [
      'it?: string[] | { own: string }',
      [
        'it<array>: array, optional',
        'it<array>[]: string',
        'it<object>: object, optional',
        'it<object>.own: string',
      ],
    ],
  ];

  test.each(kinds)('%s', (fields, expected) => {
    expect(shownPaths(pingWith(fields)).toSorted()).toEqual(expected.toSorted());
  });

  test('go through names, namespaces and type parameters', () => {
    const others = `
      declare namespace Space { interface Box<Value> { value: Value } }
      type Boxed = Space.Box<Size>;
      type Size = 's' | 'm';
    `;
    expect(shownPaths(pingWith('it: Boxed', others))).toEqual([
      'it: object',
      'it.value: string ("s" | "m")',
    ]);
  });

  test('tell objects by their discriminators', () => {
    const labels = shownPaths(pingWith(`it: { type?: 'cat' } | { type: 'dog'; tricks: number }`));
    expect(labels).toEqual([
      'it<cat>: object',
      'it<cat>.type: string, optional',
      'it<dog>: object',
      'it<dog>.type: string',
      'it<dog>.tricks: number',
    ]);
  });

  test('a type that leads to itself is cut where it comes again', () => {
    const others = 'interface Tree { child?: Tree }';
    expect(shownPaths(pingWith('it: Tree', others))).toEqual([
      'it: object',
      'it.child: object, optional',
    ]);
  });
});

describe('what no JSON could hold', () => {
  test.each([
    ['any', 'it: any', 'Events.it is any, which is not a type of JSON.'],
    ['an import that leads nowhere', `it: import('./gone').Gone`, 'Events.it is any'],
    ['a function', 'it(): string', 'Events.it is () => string'],
    ['a symbol', 'own: { it: symbol }', 'Events.own.it is symbol'],
    ['deep in an array', 'them: bigint[]', 'Events.them[] is bigint'],
  ])('%s', (_, fields, message) => {
    expect(() => pingWith(fields)).toThrow(message);
  });
});

describe('a file of declarations', () => {
  test('has the name and version of its package', async () => {
    const folder = await temporaryFolder({
      'package.json': '{ "name": "sdk", "version": "1.2.3" }',
      'types/events.d.ts': 'export {};',
    });
    const { title } = await openDeclarations(path.join(folder, 'types/events.d.ts'));
    expect(title).toBe('sdk 1.2.3');
  });

  test('that is not there', async () => {
    const file = path.join(root, 'test/gone.d.ts');
    await expect(openDeclarations(file)).rejects.toThrow(`cannot read ${file}`);
  });
});
