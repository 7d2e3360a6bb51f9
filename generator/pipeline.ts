/**
 * The way from docs to generated files, stage by stage. This file is the map of the house:
 *
 *     read ─► parse ─► interpret ─► resolve ─► model ─► emit ─► format ─► write
 *
 * Everything between `read` and `write` is pure: the same docs give the same files, in any order, at any time.
 */
import type { VFileMessage } from 'vfile-message';
import { VFile } from 'vfile';
import { report, sortDiagnostics, type RuleId } from './diagnostics.ts';
import { readCorrection } from './dialects/correction.ts';
import { dialects } from './dialects/index.ts';
import { emitShared, emitSource, type OutputFiles } from './emit/index.ts';
import { formatFiles } from './format.ts';
import { openPages } from './pages.ts';
import type { Model, Position } from './model/model.ts';
import { splitPosition } from './model/position.ts';
import type { DocsFiles } from './read.ts';
import { applyCorrections } from './resolve/corrections.ts';
import { resolveSource } from './resolve/resolve.ts';
import { readSource } from './source.ts';

/** What became of one source. */
export interface SourceResult {
  id: string;
  /** Absent when its `source.json` cannot be used. */
  model?: Model;
  diagnostics: VFileMessage[];
  /** How long it took, in milliseconds. */
  milliseconds: number;
}

/** parse ─► interpret ─► resolve ─► model: every source of a docs folder, by id. */
export function modelSources(docs: DocsFiles): SourceResult[] {
  const ids = new Set(Array.from(docs.keys(), (file) => file.slice(0, file.indexOf('/'))));
  return [...ids].toSorted().map((id) => modelSource(id, docs));
}

function modelSource(id: string, docs: DocsFiles): SourceResult {
  const start = performance.now();
  const files = new Map<string, VFile>();
  for (const [path, value] of docs) {
    if (path.startsWith(`${id}/`)) files.set(path, new VFile({ path, value }));
  }
  const model = interpret(id, files);
  const diagnostics = sortDiagnostics(
    Array.from(files.values(), ({ messages }) => messages).flat(),
  );
  const result: SourceResult = { id, diagnostics, milliseconds: performance.now() - start };
  if (model) result.model = model;
  return result;
}

function interpret(id: string, files: ReadonlyMap<string, VFile>): Model | undefined {
  const manifest = files.get(`${id}/source.json`);
  const source = manifest && readSource(id, manifest);
  if (!source) return undefined;
  const pages = openPages(manifest, files, source);
  const dialect = dialects[source.dialect];
  const documented = dialect.readSource(pages);
  pages.reportUnlisted();
  const reportAt = (rule: RuleId, position: Position, sentence: string): void => {
    const { file, line, column } = splitPosition(position);
    report(files.get(file) ?? manifest, rule, { line, column }, sentence);
  };
  const corrections = pages.corrections.flatMap((page) => readCorrection(page, dialect) ?? []);
  applyCorrections(documented, corrections, reportAt);
  return resolveSource(source.info, documented, source.shapes, reportAt);
}

/** emit ─► format: every generated file, by its path relative to the output folder. */
export async function renderFiles(models: readonly Model[]): Promise<OutputFiles> {
  const files = new Map([
    ...models.flatMap((model) => [...emitSource(model)]),
    ...emitShared(models),
  ]);
  return formatFiles(files);
}
