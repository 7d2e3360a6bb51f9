/** The outputs: one line of a table and one module each. A model goes in, text comes out. */
import type { StatementStructures } from 'ts-morph';
import { supportMatrix } from '../matrix/matrix.ts';
import type { SupportMatrix } from '../matrix/types.ts';
import { editionOf } from '../model/edition.ts';
import type { Direction, Model, ReadingMode, Renames } from '../model/model.ts';
import { renamesOf } from '../model/pairing.ts';
import { readingModeOf } from '../model/reading.ts';
import { modelVersion } from '../model/version.ts';
import { directionsOf } from '../model/walk.ts';
import { asyncApiOf } from './asyncapi.ts';
import { constantStatements } from './constants.ts';
import { expectedStatements } from './expected.ts';
import { formerTypeStatements } from './former-types.ts';
import { guardStatements } from './guards.ts';
import { withImports, type Import } from './imports.ts';
import type { ImportExtension } from './module-names.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { marked, type KindName } from './kinds.ts';
import { parseStatements } from './parse.ts';
import { printed } from './print.ts';
import { schemaStatements } from './schemas.ts';
import { sendStatements } from './send.ts';
import { supportJson } from '../matrix/reports/json.ts';
import { supportMarkdown } from './support/markdown.ts';
import { supportPage, type PageParts } from './support/page.ts';
import { supportStatements } from './support/module.ts';
import { visible } from '../text.ts';
import { banner as bannerOf } from './text.ts';
import { typeStatements } from './types.ts';

/** Generated files by their path relative to the output folder, with `/` separators. */
export type OutputFiles = ReadonlyMap<string, string>;

type Statements = (StatementStructures | Import | string)[];

/**
 * A generated file: its name says its kind, which gives it its banner and its form. Statements become code; of a source
 * that has nothing to say there, nothing comes.
 */
type Output = { path: `${string}.${KindName}`; isBare?: boolean } & (
  | {
      of: 'source';
      render: (model: Model, renames: readonly Renames[]) => string | Statements | undefined;
    }
  | {
      of: 'all';
      render: (
        matrix: SupportMatrix,
        page: PageParts | undefined,
      ) => string | Statements | undefined;
    }
);

/** What is generated: of each source, in a folder of its name, and once of all of them together. */
const outputs: readonly Output[] = [
  { path: 'types.ts', of: 'source', render: typeStatements },
  { path: 'former-types.ts', of: 'source', render: formerTypeStatements },
  { path: 'constants.ts', of: 'source', render: constantStatements },
  { path: 'guards.ts', of: 'source', render: guardStatements },
  { path: 'expected.ts', of: 'source', render: expectedStatements },
  { path: 'parse.ts', of: 'source', render: parseStatements },
  { path: 'send.ts', of: 'source', render: sendStatements },
  { path: 'schemas.ts', of: 'source', render: schemaStatements },
  {
    path: 'model.json',
    of: 'source',
    render: (model) => json({ version: modelVersion, ...model }),
  },
  // AsyncAPI has no place for a banner.
  { path: 'asyncapi.json', of: 'source', render: (model) => json(asyncApiOf(model)), isBare: true },
  { path: 'server.schema.json', of: 'source', render: (model) => schemaText(model, 'server') },
  {
    path: 'server.exact.schema.json',
    of: 'source',
    render: (model) => exactSchemaText(model, 'server'),
  },
  { path: 'client.schema.json', of: 'source', render: (model) => schemaText(model, 'client') },
  {
    path: 'client.exact.schema.json',
    of: 'source',
    render: (model) => exactSchemaText(model, 'client'),
  },
  { path: 'index.ts', of: 'source', render: exportsOfSource },
  // Its form is a promise to those who read it, and has no place for a banner.
  {
    path: 'support-matrix.json',
    of: 'all',
    render: supportJson,
    isBare: true,
  },
  {
    path: 'support-matrix.md',
    of: 'all',
    render: supportMarkdown,
  },
  {
    path: 'support-matrix.ts',
    of: 'all',
    render: supportStatements,
  },
  {
    path: 'support-matrix.html',
    of: 'all',
    render: (matrix, page) => page && supportPage(matrix, page),
  },
];

/** Everything that a source has, and what it needs of the runtime. */
function exportsOfSource({ aliases = [] }: Model): Statements {
  return [
    "export type * from './types.js';",
    ...(aliases.length === 0 ? [] : ["export type * from './former-types.js';"]),
    "export * from './constants.js';",
    "export * from './guards.js';",
    "export * from './parse.js';",
    "export * from './send.js';",
    "export * from './schemas.js';",
    "export { EventError } from '../runtime/event-error.js';",
    `export type {
${typesOfRuntime.map((name) => `  ${name},\n`).join('')}} from '../runtime/types.js';`,
  ];
}

/** The types of the runtime that apps name. */
const typesOfRuntime = [
  'ErrorDetails',
  'EventDetails',
  'HandlingDetails',
  'KnownEvent',
  'MalformedMessage',
  'Misfit',
  'MismatchedEvent',
  'ReadingMode',
  'StandardIssue',
  'StandardResult',
  'StandardSchema',
  'TextReceiver',
];

function schemaText(model: Model, direction: Direction, mode?: ReadingMode): string | undefined {
  return directionsOf(model).includes(direction)
    ? json(jsonSchemaOf(model, direction, mode))
    : undefined;
}

/** What types take tolerantly can be held against the letter of the docs as well. */
function exactSchemaText(model: Model, direction: Direction): string | undefined {
  return readingModeOf(model.source, direction) === 'exact'
    ? undefined
    : schemaText(model, direction, 'exact');
}

/**
 * The files of one source, in a folder of its name.
 *
 * @param renames what sources tell of the names of others
 */
export function emitSource(
  model: Model,
  extension: ImportExtension = 'js',
  renames: readonly Renames[] = renamesOf([model]),
): OutputFiles {
  const banner = bannerOf(originOf(model));
  return new Map(
    outputs.flatMap((output) => {
      if (output.of !== 'source') return [];
      const rendered = output.render(model, renames);
      if (rendered === undefined) return [];
      const text = textOf(rendered, extension);
      const path = `${model.source.id}/${output.path}`;
      return [[path, output.isBare ? text : marked(output.path, banner, text)]];
    }),
  );
}

/**
 * The files about all sources.
 *
 * @param page what the page of the support matrix is made of; without it, there is none
 */
export function emitShared(
  models: readonly Model[],
  extension: ImportExtension = 'js',
  page?: PageParts,
): OutputFiles {
  const matrix = supportMatrix(models);
  const banner = bannerOf('all sources of the docs folder');
  return new Map(
    outputs.flatMap((output) => {
      if (output.of !== 'all') return [];
      const rendered = output.render(matrix, page);
      if (rendered === undefined) return [];
      const text = textOf(rendered, extension);
      return [[output.path, output.isBare ? text : marked(output.path, banner, text)]];
    }),
  );
}

function originOf({ source }: Model): string {
  return editionOf(source);
}

function textOf(rendered: string | Statements, extension: ImportExtension): string {
  return typeof rendered === 'string'
    ? rendered
    : printed(rendered.map((statement) => withImports(statement, extension)));
}

function json(value: unknown): string {
  return `${visible(JSON.stringify(value, undefined, 2))}\n`;
}
