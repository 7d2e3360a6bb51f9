import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { declaredEvents } from '../../../scripts/sdk/declarations.ts';
import { openWireDeclarations } from '../../../scripts/sdk/wire-declarations.ts';
import { temporaryFolder } from '../../support/repository.ts';
import { shownPaths } from '../../reports/shown.ts';

const declarations = `
  export interface Event { type: string; eventId?: string }
  export interface Tuned extends Event {
    type: 'tuned';
    band: Band;
    at: Date;
    sound: Uint8Array;
    extra?: any;
    delayInMs: number;
    part: PartUnion;
  }
  export type Events = Tuned | Event;
  export declare enum KnownBand { Am = "am", Fm = "fm" }
  export type Band = string;
  export interface Part { kind: string }
  export interface News extends Part { kind: 'news' }
  export interface Music extends Part { kind: 'music' }
  export type PartUnion = News | Music | Part;
`;

const serializers = `
  export function eventSerializer(item) { return { type: item["type"], event_id: item["eventId"] }; }
  export function tunedDeserializer(item) {
    return { band: item["band"], at: new Date(item["at"] * 1000), sound: bytes(item["sound"]), extra: item["extra"],
      delayInMs: item["delay_ms"], part: !item["part"] ? item["part"] : partDeserializer(item["part"]) };
  }
  export function partSerializer(item) { return { kind: item["kind"] }; }
`;

async function opened(types: string, functions: string) {
  const folder = await temporaryFolder();
  const [file, code] = ['models.d.ts', 'models.js'].map((name) => path.join(folder, name));
  if (!file || !code) throw new Error('There are two files.');
  await writeFile(file, types);
  await writeFile(code, functions);
  return openWireDeclarations(file, code);
}

describe('declarations that have names of their own', () => {
  test('are read with the names, the values and the types of the wire', async () => {
    const { file } = await opened(declarations, serializers);

    expect(shownPaths(declaredEvents(file, 'Events', 'server'))).toEqual([
      'band: string ("am" | "fm")',
      'at: number',
      'sound: string',
      'extra: unknown, optional, nullable',
      'delay_ms: number',
      'part<news>: object',
      'part<news>.kind: string',
      'part<music>: object',
      'part<music>.kind: string',
      'event_id: string, optional',
    ]);
  });

  test('are refused where no function knows a field', async () => {
    await expect(opened(declarations, '')).rejects.toThrow(
      'type: no function reads or writes this field.',
    );
  });

  test('are refused where a field has two names on the wire', async () => {
    const other = 'export function otherSerializer(item) { return { sort: item["kind"] }; }';

    await expect(opened(declarations, serializers + other)).rejects.toThrow(
      'otherSerializer: kind is sort on the wire, and kind elsewhere.',
    );
  });

  test('are refused where one of the files is not there', async () => {
    const folder = await temporaryFolder();

    await expect(openWireDeclarations(path.join(folder, 'a.d.ts'), 'a.js')).rejects.toThrow(
      'there is no such file.',
    );
  });
});
