/** What becomes of the docs when one of their pages has another text. */
import { parseOnce, parsePage } from '../../generator/markdown/parse.ts';
import { parseChanged } from '../../generator/markdown/parsed-pages.ts';
import { modelSources } from '../../generator/pipeline.ts';
import type { DocsFiles } from '../../generator/input/docs.ts';
import { VFile } from 'vfile';
import type { Diagnostic } from '../../generator/diagnostics.ts';

export interface Outcome {
  /** Everything that the model states, but for the lines on which pages do. */
  facts: string;
  /** The same without words. */
  statements: string;
  /** How often each diagnostic is there. */
  diagnostics: ReadonlyMap<string, number>;
}

/** Docs of which single pages are read with another text. */
export interface Reader {
  /** The source of a page as it is. */
  read: (path: string) => Outcome;
  /** The source of a page, when the page has this text. */
  readWith: (path: string, text: string) => Outcome;
}

/** A reader that parses each page as it is once. */
export function readerOf(docs: DocsFiles): Reader {
  const parse = parseOnce();
  const parseDamaged = parseChanged();
  const encoder = new TextEncoder();
  const untouched = new Map<string, Outcome>();
  const readWith: Reader['readWith'] = (path, text) => {
    const folder = folderOf(path);
    const files = new Map([...docs].filter(([file]) => folderOf(file) === folder));
    files.set(path, encoder.encode(text));
    const [source] = modelSources(files, {
      parse: (file) => (file.path === path ? parseDamaged(file) : parse(file)),
    });
    if (!source) throw new Error(`there is no source of ${path}`);
    return {
      facts: factsOf(source.model, places),
      statements: factsOf(source.model, placesAndWords),
      diagnostics: countsOf(source.diagnostics),
    };
  };
  const read: Reader['read'] = (path) => {
    const known = untouched.get(folderOf(path)) ?? readWith(path, textOf(docs, path));
    untouched.set(folderOf(path), known);
    return known;
  };
  return { read, readWith };
}

function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

/** The text of a file of the docs. */
export function textOf(docs: DocsFiles, path: string): string {
  return new TextDecoder().decode(docs.get(path));
}

/** The keys of places. A part of a correction has its own place beside its text. */
const places = new Set(['position', 'page', 'copies', 'correction']);
const placesAndWords = new Set([...places, 'description', 'evidence', 'note']);

function factsOf(value: unknown, without: ReadonlySet<string>): string {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (without.has(key)) return undefined;
    // The evidence of it, which is all that is known of it, is words.
    return key === 'deprecated' && without === placesAndWords ? Boolean(inner) : inOrder(inner);
  });
  return text ?? 'nothing';
}

/** The same with its keys in order: which of two facts a page states first is no matter. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const keys = Object.entries(value);
  return Object.fromEntries(keys.toSorted(([a], [b]) => Number(a > b) - Number(a < b)));
}

/** Diagnostics without the numbers of lines. */
function countsOf(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, sentence } of diagnostics) {
    const words = `${rule} ${sentence.replaceAll(/\d+/g, '…')}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}

/** Whether there is a diagnostic that was not there before. */
export function saysMore(after: Outcome, before: Outcome): boolean {
  return [...after.diagnostics].some(
    ([words, count]) => count > (before.diagnostics.get(words) ?? 0),
  );
}

/** A page as Markdown sees it, but for the lines. */
export function treeOf(text: string): string {
  const page = parsePage(new VFile(text));
  const tree = JSON.stringify(page?.tree, (key, value: unknown) =>
    key === 'position' || key === 'spread' ? undefined : value,
  );
  return tree ?? 'nothing';
}
