/**
 * `schemas/`: what editors know of the files that people write, made from the contracts by which these are read.
 *
 * `UPDATE=1 npx vitest run test/docs/schemas.test.ts` writes them anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import type { GenericSchema } from 'valibot';
import { field, json, modelContract, position, type } from '../../generator/input/model-file.ts';
import { matrixContract } from '../../generator/matrix/contract.ts';
import { anyJson, reportContract } from '../../generator/traffic/contract.ts';
import { settingsContract } from '../../generator/settings.ts';
import { sourceContract } from '../../generator/source/source-json.ts';
import { renamesContract } from '../../generator/source/renames.ts';
import { generated, generatedSources, root } from '../support/repository.ts';

/** A schema, and what it is made of. Types that contain themselves are definitions by their names. */
interface Subject {
  file: string;
  title: string;
  description: string;
  contract: GenericSchema;
  definitions?: Record<string, GenericSchema>;
}

const schemas: readonly Subject[] = [
  {
    file: 'source.schema.json',
    title: 'How to read the pages of a folder',
    description: 'The source.json of a source: `"$schema"` names this file.',
    contract: sourceContract,
  },
  {
    file: 'renames.schema.json',
    title: 'What a source calls the things of others',
    description: 'The renames.json of a source: `"$schema"` names this file.',
    contract: renamesContract,
  },
  {
    file: 'settings.schema.json',
    title: 'What a project wants of single rules',
    description: 'realtime-events.json: `"$schema"` names this file.',
    contract: settingsContract,
  },
  {
    file: 'model.schema.json',
    title: 'What a source documents',
    description: 'model.json, which is generated of each source.',
    contract: modelContract,
    definitions: { field, json, type },
  },
  {
    file: 'support-matrix.schema.json',
    title: 'What each source says of each event and field',
    description: 'support-matrix.json, which is generated of all sources.',
    contract: matrixContract,
  },
  {
    file: 'traffic-report.schema.json',
    title: 'What was found in recorded traffic',
    description: 'What realtime-events validate prints with --format json.',
    contract: reportContract,
  },
];

/** Checks that only code can do are left out: a schema accepts all that the contract does. */
function schemaText({ title, description, contract, definitions }: Subject): Promise<string> {
  const schema = toJsonSchema(contract, {
    target: 'draft-2020-12',
    ...(definitions && { definitions }),
    // What only code can check is `{}` otherwise.
    overrideSchema: ({ valibotSchema }) => {
      if (valibotSchema === position) return { type: 'string', pattern: String.raw`^.+:\d+:\d+$` };
      return valibotSchema === anyJson ? {} : undefined;
    },
    typeMode: 'input',
    errorMode: 'ignore',
  });
  return format(JSON.stringify({ ...schema, title, description }), {
    parser: 'json',
    printWidth: 100,
  });
}

describe.each(schemas)('schemas/$file', (schema) => {
  const file = path.join(root, 'schemas', schema.file);

  it('is made from the contract', async () => {
    const text = await schemaText(schema);
    if (process.env['UPDATE']) await writeFile(file, text);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});

describe('schemas/source.schema.json', () => {
  const accepts = async (value: unknown): Promise<boolean> => {
    const text = await readFile(path.join(root, 'schemas/source.schema.json'), 'utf8');
    const schema: object = JSON.parse(text);
    return new Ajv2020({ strict: false, validateFormats: false }).validate(schema, value);
  };

  it.each(['openai-realtime-beta', 'openai-event-summary', 'yandex-ai-studio'])(
    'accepts the one of %s',
    async (id) => {
      const text = await readFile(path.join(root, 'docs-src', id, 'source.json'), 'utf8');
      expect(await accepts(JSON.parse(text))).toBe(true);
    },
  );

  it('refuses an unknown key', async () => {
    expect(await accepts({ title: 'Radio', dialekt: 'openai-tree' })).toBe(false);
  });
});

describe('schemas/renames.schema.json', () => {
  it('accepts the one of openai-realtime, and no entry without what stands for it', async () => {
    const schema: object = JSON.parse(
      await readFile(path.join(root, 'schemas/renames.schema.json'), 'utf8'),
    );
    const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const text = await readFile(path.join(root, 'docs-src/openai-realtime/renames.json'), 'utf8');
    expect(accepts(JSON.parse(text))).toBe(true);
    expect(accepts(JSON.parse(text.replace('"is"', '"now"')))).toBe(false);
  });
});

describe('schemas/model.schema.json', () => {
  const validated = async (text: string): Promise<boolean> => {
    const schema: object = JSON.parse(
      await readFile(path.join(root, 'schemas/model.schema.json'), 'utf8'),
    );
    return new Ajv2020({ strict: false, validateFormats: false }).validate(
      schema,
      JSON.parse(text),
    );
  };

  it.each(generatedSources)('accepts the one of %s', async (id) => {
    const text = await readFile(path.join(generated, id, 'model.json'), 'utf8');
    expect(text).toContain('"version": 1');
    expect(await validated(text)).toBe(true);
  });

  it('refuses a field of an unknown type', async () => {
    const text = await readFile(path.join(generated, 'openai-event-summary/model.json'), 'utf8');
    expect(await validated(text.replace('"kind": "string"', '"kind": "text"'))).toBe(false);
  });
});
