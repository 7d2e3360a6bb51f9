/** emit ─► format. Whoever imports this loads ts-morph and prettier, which cost more than all pages to parse. */
import type { Model, Renames } from '../model/model.ts';
import { formatFiles } from './format.ts';
import type { ImportExtension } from './imports.ts';
import { emitShared, emitSource, type OutputFiles } from './index.ts';
import type { PageParts } from './support/page.ts';

/** The files of one source. */
export function renderSource(
  model: Model,
  importExtension: ImportExtension,
  renames: readonly Renames[],
): Promise<OutputFiles> {
  return formatFiles(emitSource(model, importExtension, renames));
}

/** The files about all sources. */
export function renderShared(
  models: readonly Model[],
  importExtension: ImportExtension,
  page?: PageParts,
): Promise<OutputFiles> {
  return formatFiles(emitShared(models, importExtension, page));
}

/** A request as data, which a thread can be sent. */
export type RenderRequest = { importExtension: ImportExtension } & (
  | { of: 'source'; model: Model; renames: readonly Renames[] }
  | { of: 'all'; models: readonly Model[]; page: PageParts }
);

export function render(request: RenderRequest): Promise<OutputFiles> {
  return request.of === 'source'
    ? renderSource(request.model, request.importExtension, request.renames)
    : renderShared(request.models, request.importExtension, request.page);
}
