/** What is used of ts-morph as it runs; types are imported from itself. */
import { createRequire } from 'node:module';
import type * as TsMorph from 'ts-morph';

// An `import` would search its ten megabytes, TypeScript among them, for what they export.
const tsMorph: typeof TsMorph = createRequire(import.meta.url)('ts-morph');

export const { IndentationText, Project, QuoteKind, StructureKind, VariableDeclarationKind } =
  tsMorph;
