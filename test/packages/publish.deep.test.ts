/** Both packages are without a fault that the tools for people who publish know. */
import { readFile } from 'node:fs/promises';
import {
  checkPackage,
  createPackageFromTarballData,
  type CheckPackageOptions,
  type ResolutionKind,
} from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packProgram, packTypes, removePacked } from '../support/packed.ts';
import { generatedSources } from '../support/repository.ts';

afterAll(removePacked);

/** A line for each thing that publint has to say of a tarball. */
async function faultsForPublishing(tarball: Buffer): Promise<string[]> {
  const data = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength);
  const { messages, pkg } = await publint({
    pack: { tarball: data instanceof ArrayBuffer ? data : new ArrayBuffer(0) },
    strict: true,
  });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

interface Types {
  /** How each module is resolved in each way, `typed` where that gives declarations. */
  resolved: Record<string, Partial<Record<ResolutionKind, 'typed' | 'untyped'>>>;
  problems: unknown[];
}

/** What a compiler makes of a tarball, whatever its way of resolution. */
async function typesOf(tarball: Buffer, options: CheckPackageOptions = {}): Promise<Types> {
  const checked = await checkPackage(createPackageFromTarballData(tarball), options);
  if (checked.types === false) throw new Error('the package has no types');
  const entries = Object.entries(checked.entrypoints).map(([name, { resolutions }]) => [
    name,
    Object.fromEntries(
      Object.entries(resolutions).map(([kind, { resolution }]) => [
        kind,
        resolution?.isTypeScript === true ? 'typed' : 'untyped',
      ]),
    ),
  ]);
  return { resolved: Object.fromEntries(entries), problems: checked.problems };
}

const typed = { node10: 'typed', 'node16-cjs': 'typed', 'node16-esm': 'typed', bundler: 'typed' };

describe('realtime-event-types', () => {
  let tarball: Buffer;
  beforeAll(async () => {
    tarball = await readFile(await packTypes());
  });

  it('has no fault that publint knows', async () => {
    expect(await faultsForPublishing(tarball)).toEqual([]);
  });

  it('has the types of every module, however it is resolved', async () => {
    const sources = generatedSources.map((name) => `./${name}`);
    const entrypoints = [
      './support-matrix',
      ...sources.flatMap((name) => [name, `${name}/guards`, `${name}/parse`, `${name}/types`]),
    ];

    expect(await typesOf(tarball, { entrypoints })).toEqual({
      resolved: Object.fromEntries(entrypoints.map((name) => [name, typed])),
      problems: [],
    });
  });
});

describe('realtime-events', () => {
  let tarball: Buffer;
  beforeAll(async () => {
    tarball = await readFile(await packProgram());
  });

  it('has no fault that publint knows', async () => {
    expect(await faultsForPublishing(tarball)).toEqual([]);
  });

  it('has types in every way that knows ES modules, which alone can load it', async () => {
    const { resolved, problems } = await typesOf(tarball, { entrypoints: ['.', './dialect'] });

    expect(resolved['.']).toMatchObject({ 'node16-esm': 'typed', bundler: 'typed' });
    expect(resolved['./dialect']).toMatchObject({ 'node16-esm': 'typed', bundler: 'typed' });
    expect(problems).toEqual(
      ['.', './dialect'].flatMap((entrypoint) => [
        { entrypoint, kind: 'NoResolution', resolutionKind: 'node10' },
        { entrypoint, kind: 'CJSResolvesToESM', resolutionKind: 'node16-cjs' },
      ]),
    );
  });
});
