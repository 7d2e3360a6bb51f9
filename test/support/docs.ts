/** Docs in memory: what tests give to the pipeline in the place of a folder on disk. */
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import type { Model } from '../../generator/model/model.ts';
import { modelSources } from '../../generator/pipeline.ts';
import type { DocsFiles } from '../../generator/input/docs.ts';

/** Texts by path, relative to the docs folder: `{ 'radio/index.md': '# …' }`. */
export type Texts = Readonly<Record<string, string>>;

const encoder = new TextEncoder();

export function docsOf(texts: Texts): DocsFiles {
  return new Map(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]));
}

/** A `source.json` with all it needs, on the lines that a test can count on; `more` adds or replaces keys. */
export function sourceJson(dialect: string, more: object = {}): string {
  const source = {
    title: 'Radio',
    dialect,
    index: { server: 'index.md' },
    upstream: { title: 'Radio reference', url: 'https://example.com/', snapshot: '2026-01-31' },
    ...more,
  };
  return `${JSON.stringify(source, null, 2)}\n`;
}

/** Everything that is wrong with the docs, as it is printed. */
export function diagnosticsOf(texts: Texts): string[] {
  return modelSources(docsOf(texts)).flatMap(({ diagnostics }) =>
    diagnostics.map(lineOfDiagnostic),
  );
}

/** The same without sentences: the place, the severity and the rule of each diagnostic. */
export function shortDiagnosticsOf(texts: Texts): string[] {
  return diagnosticsOf(texts).map((line) => line.split(' ').slice(0, 3).join(' '));
}

/** The model of docs with one source; throws when there is none. */
export function modelOf(texts: Texts): Model {
  const [result] = modelSources(docsOf(texts));
  if (!result?.model) throw new Error('these docs give no model');
  return result.model;
}
