/** The columns of the matrix: their order, and what is said of a source as a whole. */
import type { Model, SourceInfo } from '../model/model.ts';
import { compareText } from '../text.ts';

/** The models in the order of their columns: newest generation first, summaries last, the reference before others. */
export function inOrder(models: readonly Model[]): Model[] {
  return models.toSorted(
    ({ source: a }, { source: b }) =>
      Number(isSummary(a)) - Number(isSummary(b)) ||
      generationOf(b) - generationOf(a) ||
      Number(isReference(b)) - Number(isReference(a)) ||
      Number(Boolean(a.retired)) - Number(Boolean(b.retired)) ||
      compareText(a.id, b.id),
  );
}

export function isSummary({ matrix }: SourceInfo): boolean {
  return matrix?.role === 'summary';
}

export function isReference({ matrix }: SourceInfo): boolean {
  return matrix?.role === 'reference';
}

/** Who serves a source: its own name, where it does not say. */
export function providerOf({ id, matrix }: SourceInfo): string {
  return matrix?.provider ?? id;
}

function generationOf({ matrix }: SourceInfo): number {
  return matrix?.generation ?? 0;
}
