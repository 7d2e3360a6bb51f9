/** The outputs: one line of a table and one module each. A model goes in, text comes out. */
import { Project, type StatementStructures } from 'ts-morph';
import { editionOf } from '../model/edition.ts';
import type { Model } from '../model/model.ts';
import { constantStatements } from './constants.ts';
import { expectedStatements } from './expected.ts';
import { guardStatements } from './guards.ts';
import { kindOf, type KindName } from './kinds.ts';
import { parseStatements } from './parse.ts';
import { runtimeModule } from './runtime.ts';
import { schemaStatements } from './schemas.ts';
import { sendStatements } from './send.ts';
import { supportMarkdown } from './support/markdown.ts';
import { supportMatrix } from './support/matrix.ts';
import { supportStatements } from './support/module.ts';
import { visible } from '../text.ts';
import { banner as bannerOf, bannerMark } from './text.ts';
import { typeStatements } from './types.ts';

/** Generated files by their path relative to the output folder, with `/` separators. */
export type OutputFiles = ReadonlyMap<string, string>;

/** A generated file: its name says its kind, which gives it its banner and its form. */
type Output = { path: `${string}.${KindName}` } & (
  | { of: 'source'; render: (model: Model) => string }
  | { of: 'all'; render: (models: readonly Model[]) => string; isBare?: boolean }
);

/** What is generated: of each source, in a folder of its name, and once of all of them together. */
const outputs: readonly Output[] = [
  { path: 'types.ts', of: 'source', render: (model) => code(typeStatements(model)) },
  { path: 'constants.ts', of: 'source', render: (model) => code(constantStatements(model)) },
  { path: 'guards.ts', of: 'source', render: (model) => code(guardStatements(model)) },
  { path: 'expected.ts', of: 'source', render: (model) => code(expectedStatements(model)) },
  { path: 'parse.ts', of: 'source', render: (model) => code(parseStatements(model)) },
  { path: 'send.ts', of: 'source', render: (model) => code(sendStatements(model)) },
  { path: 'schemas.ts', of: 'source', render: (model) => code(schemaStatements(model)) },
  { path: 'model.json', of: 'source', render: json },
  { path: 'index.ts', of: 'source', render: () => code(exportsOfSource) },
  // Its form is a promise to those who read it, and has no place for a banner.
  {
    path: 'support-matrix.json',
    of: 'all',
    render: (models) => json(supportMatrix(models)),
    isBare: true,
  },
  {
    path: 'support-matrix.md',
    of: 'all',
    render: (models) => supportMarkdown(supportMatrix(models)),
  },
  {
    path: 'support-matrix.ts',
    of: 'all',
    render: (models) => code(supportStatements(supportMatrix(models))),
  },
];

const exportsOfSource = [
  "export type * from './types.js';",
  "export * from './constants.js';",
  "export * from './guards.js';",
  "export * from './parse.js';",
  "export * from './send.js';",
  "export * from './schemas.js';",
  "export { EventError } from '../outcomes.js';",
  "export type { Misfit, ReadingMode } from '../misfits.js';",
  "export type { EventDetails } from '../handlers.js';",
  "export type { KnownEvent, MalformedMessage, MismatchedEvent } from '../outcomes.js';",
  "export type { StandardSchema } from '../standard-schema.js';",
];

/** The files of one source, in a folder of its name. */
export function emitSource(model: Model): OutputFiles {
  const banner = bannerOf(originOf(model));
  return new Map(
    outputs.flatMap((output) =>
      output.of === 'source'
        ? [[`${model.source.id}/${output.path}`, marked(output.path, banner, output.render(model))]]
        : [],
    ),
  );
}

/** The files about all sources. */
export function emitShared(models: readonly Model[]): OutputFiles {
  const banner = bannerOf('all sources of the docs folder');
  return new Map(
    outputs.flatMap((output) => {
      if (output.of !== 'all') return [];
      const text = output.render(models);
      return [[output.path, output.isBare ? text : marked(output.path, banner, text)]];
    }),
  );
}

/**
 * The files that those of each source import.
 *
 * @param modules the texts of `generator/runtime`, by the names of their files
 */
export function emitRuntime(modules: ReadonlyMap<string, string>): OutputFiles {
  const banner = `${bannerMark}. Do not edit.`;
  return new Map(
    Array.from(modules, ([path, text]) => [path, marked(path, banner, runtimeModule(text))]),
  );
}

function marked(path: string, banner: string, text: string): string {
  return kindOf(path)?.marked(banner, text) ?? text;
}

function originOf({ source }: Model): string {
  return editionOf(source);
}

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });

/** A TypeScript file from one structure, in one call: ts-morph is slow at anything added later. */
function code(statements: (StatementStructures | string)[]): string {
  const file = project.createSourceFile('output.ts', { statements }, { overwrite: true });
  const text = file.getFullText();
  project.removeSourceFile(file);
  return text;
}

function json(value: unknown): string {
  return `${visible(JSON.stringify(value, undefined, 2))}\n`;
}
