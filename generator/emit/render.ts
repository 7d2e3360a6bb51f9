/** What files are asked for, as data, which a thread can be sent. Whoever imports this loads ts-morph. */
import type { Model, Renames } from '../model/model.ts';
import type { ImportExtension } from './module-names.ts';
import { emitShared, emitSource, type OutputFiles } from './index.ts';
import type { PageParts } from './support/page.ts';

/** The files of one source, or those about all. */
export type RenderRequest = { importExtension: ImportExtension } & (
  | { of: 'source'; model: Model; renames: readonly Renames[] }
  | { of: 'all'; models: readonly Model[]; page: PageParts }
);

export function render(request: RenderRequest): OutputFiles {
  return request.of === 'source'
    ? emitSource(request.model, request.importExtension, request.renames)
    : emitShared(request.models, request.importExtension, request.page);
}
