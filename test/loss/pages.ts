/** Every page of a docs folder, in the smallest docs in which it can be read by itself. */
import { posix } from 'node:path';
import { VFile } from 'vfile';
import { reportUnaccounted } from '../../generator/dialects/account.ts';
import { readCorrection } from '../../generator/dialects/correction.ts';
import { dialects, type DialectName } from '../../generator/dialects/index.ts';
import { parsePage } from '../../generator/markdown/parse.ts';
import type { Event, Model } from '../../generator/model/model.ts';
import { splitPosition } from '../../generator/model/position.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { openPages } from '../../generator/pages.ts';
import type { DocsFiles } from '../../generator/read.ts';
import { readSource } from '../../generator/source.ts';
import { sourceJson, type Texts } from '../docs.ts';
import { json } from '../models.ts';

/** What is made of a page. */
export interface Outcome {
  /** Everything that it states, but for the lines on which it does. */
  facts: string;
  /** How often each diagnostic is there. */
  diagnostics: ReadonlyMap<string, number>;
}

export interface LonePage {
  path: string;
  text: string;
  /** The lines of the text that are looked at, and the number that each has in the page. */
  lines: readonly { index: number; number: number }[];
  /** What is made of the page when this is its text. */
  read: (text: string) => Outcome;
}

/**
 * The pages of all sources, corrections included. A page of many sections comes in parts, each section below what
 * stands above the first: a hundred lines are read faster than a thousand.
 */
export function lonePagesOf(docs: DocsFiles): LonePage[] {
  const decoder = new TextDecoder();
  return modelSources(docs).flatMap(({ id, model }) => {
    const texts = Object.fromEntries(
      Array.from(docs, ([path, content]) => [path, decoder.decode(content)] as const).filter(
        ([path]) => path.startsWith(`${id}/`),
      ),
    );
    if (!model) throw new Error(`${id} gives no model`);
    const read = readerOf(texts, model);
    return Object.entries(texts)
      .filter(([path]) => path.endsWith('.md'))
      .flatMap(([path, text]) =>
        partsOf(text).map((part) => ({
          ...part,
          path,
          read: (changed: string) => read(path, changed),
        })),
      );
  });
}

/** A page in parts: the whole, for the lines above its sections, and each section without the others. */
function partsOf(text: string): Pick<LonePage, 'text' | 'lines'>[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (/^## .*\{#/.test(line) ? [index] : []));
  const [first = lines.length] = starts;
  const head = lines.slice(0, first);
  const sections = starts.map((start, order) => {
    const section = lines.slice(start, starts[order + 1]);
    return {
      text: [...head, ...section].join('\n'),
      lines: section.map((_, index) => ({ index: first + index, number: start + index + 1 })),
    };
  });
  return [{ text, lines: head.map((_, index) => ({ index, number: index + 1 })) }, ...sections];
}

/** How the pages of a source are read: a correction as such, an event with its line of the index, an index with stubs. */
function readerOf(texts: Texts, { source, events }: Model) {
  const manifest = json(texts[`${source.id}/source.json`] ?? '');
  const dialect = dialectOf(manifest);
  const eventOf = new Map(
    events
      .map((event) => [splitPosition(event.page).file, event] as const)
      .filter(([page, { position }]) => page !== splitPosition(position).file),
  );
  const stubs: Record<string, string> = {
    [`${source.id}/source.json`]: JSON.stringify({ ...Object(manifest), shapes: {} }),
  };
  for (const [path, text] of Object.entries(texts)) {
    if (!path.endsWith('.md') || path.includes('/corrections/')) continue;
    const event = eventOf.get(path);
    stubs[path] = event ? stubOf[dialect](event) : text;
  }
  return (path: string, text: string): Outcome => {
    if (path.includes('/corrections/')) return outcomeOfCorrection(path, text, dialect);
    const event = eventOf.get(path);
    const around = event ? indexOf(event, texts, dialect) : stubs;
    return outcomeOfDocs({ ...around, [path]: text });
  };
}

function dialectOf(manifest: unknown): DialectName {
  const name = Object(manifest).dialect;
  const found = Object.keys(dialects).find((key): key is DialectName => key === name);
  if (!found) throw new Error(`there is no dialect ${name}`);
  return found;
}

/** An index of one event, and its `source.json`. */
function indexOf({ direction, position }: Event, texts: Texts, dialect: DialectName): Texts {
  const { file, line } = splitPosition(position);
  const entry = texts[file]?.split('\n')[line - 1]?.trim() ?? '';
  const [id = ''] = file.split('/');
  return {
    [`${id}/source.json`]: sourceJson(dialect, {
      index: { [direction]: posix.relative(id, file) },
    }),
    [file]:
      dialect === 'yandex-rest'
        ? `# Events\n\n## Methods\n\n#|\n||Method | Description ||\n${entry}\n|#\n`
        : `# Events\n\n## Contents\n${entry}\n`,
  };
}

/** The smallest page of an event. */
const stubOf: Record<DialectName, (event: Event) => string> = {
  'openai-tree': ({ name }) =>
    `# ${name}\n\n## Properties\n- \`type\` (string, required): Enum: '${name}'.\n`,
  'yandex-rest': ({
    name,
    support,
  }) => `# REST: ${name}${support.status === 'supported' ? '' : ' [NOT SUPPORTED]'}

## HTTP request

\`\`\`
POST /${name}
\`\`\`

## Body parameters

**Request schema: application/json**

\`\`\`json
{ "type": "string" }
\`\`\`

#|
||Field | Description ||
|| type | **enum**

Required field.

- \`${name}\` ||
|#
`,
  'event-summary': () => '',
};

/** What the dialect reads, before anything is resolved: also what nothing points at, as in a page of one section. */
function outcomeOfDocs(texts: Texts): Outcome {
  const files = new Map(
    Object.entries(texts).map(([path, value]) => [path, new VFile({ path, value })]),
  );
  const manifest = [...files.values()].find(({ basename }) => basename === 'source.json');
  if (!manifest) throw new Error('there is no source.json');
  const source = readSource(posix.dirname(manifest.path), manifest);
  if (!source) throw new Error(`${manifest.path}: ${manifest.messages.join(' ')}`);
  const pages = openPages(manifest, files, source, parsePage);
  const facts = factsOf(dialects[source.dialect].readSource(pages));
  pages.reportUnlisted();
  for (const { file } of pages.opened()) reportUnaccounted(file);
  return {
    facts,
    diagnostics: countsOf(Array.from(files.values(), ({ messages }) => messages).flat()),
  };
}

/** A correction is a statement by itself: where it applies is another matter. */
function outcomeOfCorrection(path: string, value: string, dialect: DialectName): Outcome {
  const file = new VFile({ path, value });
  const page = parsePage(file);
  const correction = page && readCorrection(page, dialects[dialect]);
  reportUnaccounted(file);
  return { facts: factsOf(correction), diagnostics: countsOf(file.messages) };
}

/** The keys of places. A part of a correction has its own place beside its text. */
const places = new Set(['position', 'page', 'copies', 'correction']);

function factsOf(value: unknown): string {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    places.has(key) ? undefined : inner,
  );
  return text ?? 'nothing';
}

/** Diagnostics without the numbers of lines. */
function countsOf(messages: SourceMessages): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, reason } of messages) {
    const words = `${ruleId} ${reason.replaceAll(/\d+/g, '…')}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}

type SourceMessages = VFile['messages'];

/** Whether there is a diagnostic that was not there before. */
export function saysMore(after: Outcome, before: Outcome): boolean {
  return [...after.diagnostics].some(
    ([words, count]) => count > (before.diagnostics.get(words) ?? 0),
  );
}

/** The page as Markdown sees it, but for the lines. */
export function treeOf(text: string): string {
  const page = parsePage(new VFile(text));
  const tree = JSON.stringify(page?.tree, (key, value: unknown) =>
    key === 'position' || key === 'spread' ? undefined : value,
  );
  return tree ?? 'nothing';
}
