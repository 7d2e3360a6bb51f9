/** The outputs: one line here and one module each. A model goes in, text comes out. */
import { Project, type StatementStructures } from 'ts-morph';
import type { Model } from '../model/model.ts';
import { constantStatements } from './constants.ts';
import { expectedStatements } from './expected.ts';
import { guardStatements } from './guards.ts';
import { parseStatements } from './parse.ts';
import { runtimeModules } from './runtime.ts';
import { schemaStatements } from './schemas.ts';
import { supportMarkdown } from './support/markdown.ts';
import { supportMatrix } from './support/matrix.ts';
import { supportStatements } from './support/module.ts';
import { visible } from '../text.ts';
import { banner, bannerMark } from './text.ts';
import { typeStatements } from './types.ts';

/** Generated files by their path relative to the output folder, with `/` separators. */
export type OutputFiles = ReadonlyMap<string, string>;

/** What is generated for each source, in its folder. */
const sourceOutputs: Record<string, (model: Model) => string> = {
  'types.ts': (model) => code(originOf(model), typeStatements(model)),
  'constants.ts': (model) => code(originOf(model), constantStatements(model)),
  'guards.ts': (model) => code(originOf(model), guardStatements(model)),
  'expected.ts': (model) => code(originOf(model), expectedStatements(model)),
  'parse.ts': (model) => code(originOf(model), parseStatements(model)),
  'schemas.ts': (model) => code(originOf(model), schemaStatements(model)),
  'model.json': (model) => json({ $comment: banner(originOf(model)), ...model }),
  'index.ts': (model) =>
    code(originOf(model), [
      "export type * from './types.js';",
      "export * from './constants.js';",
      "export * from './guards.js';",
      "export * from './parse.js';",
      "export * from './schemas.js';",
      "export { EventError } from '../outcomes.js';",
      "export type { Misfit, ReadingMode } from '../misfits.js';",
      "export type { KnownEvent, MalformedMessage, MismatchedEvent } from '../outcomes.js';",
      "export type { StandardSchema } from '../standard-schema.js';",
    ]),
};

/** What is generated once, for all sources. */
const sharedOutputs: Record<string, (models: readonly Model[]) => string> = {
  'support-matrix.json': (models) => json(supportMatrix(models)),
  'support-matrix.md': (models) =>
    `<!-- ${banner('all sources of the docs folder')} -->\n\n${supportMarkdown(supportMatrix(models))}`,
  'support-matrix.ts': (models) =>
    code('all sources of the docs folder', supportStatements(supportMatrix(models))),
};

/** The files of one source, in a folder of its name. */
export function emitSource(model: Model): OutputFiles {
  return new Map(
    Object.entries(sourceOutputs).map(([file, output]) => [
      `${model.source.id}/${file}`,
      output(model),
    ]),
  );
}

/** The files about all sources. */
export function emitShared(models: readonly Model[]): OutputFiles {
  return new Map(Object.entries(sharedOutputs).map(([file, output]) => [file, output(models)]));
}

/** The files that those of each source import. */
export function emitRuntime(): OutputFiles {
  return new Map(
    Object.entries(runtimeModules()).map(([file, text]) => [
      file,
      `// ${bannerMark}. Do not edit.\n\n${text}`,
    ]),
  );
}

function originOf({ source }: Model): string {
  return `${source.title}, snapshot ${source.upstream.snapshot}`;
}

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });

/** A TypeScript file from one structure, in one call: ts-morph is slow at anything added later. */
function code(from: string, statements: (StatementStructures | string)[]): string {
  const file = project.createSourceFile('output.ts', { statements }, { overwrite: true });
  const text = `// ${banner(from)}\n\n${file.getFullText()}`;
  project.removeSourceFile(file);
  return text;
}

function json(value: unknown): string {
  return `${visible(JSON.stringify(value, undefined, 2))}\n`;
}
