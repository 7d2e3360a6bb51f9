/** Damages of pages, tried one by one, and those that nothing tells of. */
import { modelSources } from '../../generator/pipeline.ts';
import type { DocsFiles } from '../../generator/input/docs.ts';
import { mutations, type Mutation } from './mutations.ts';
import { readerOf, saysMore, textOf, treeOf } from './outcome.ts';

/** How many damages of each way are tried. */
const share = process.env['LOSS'] ?? '2';
const all = share === 'all';
const most = all ? Infinity : Number(share);
/** The one source that is tried, where one is asked for. */
const only = process.env['SOURCE'];

/** The ways that are tried, where some are asked for. */
const ways = mutations.filter(({ kind }) => kind.includes(process.env['WAY'] ?? ''));

/** Damages that leave everything as it was, and why that is no loss. */
const harmless: readonly { reason: string; kinds: RegExp; line: RegExp }[] = [
  {
    reason: 'A comment is for nobody, wherever it stands.',
    kinds: /^a comment before the line$/,
    line: /./,
  },
  {
    reason: 'A section is known by its title, whatever its depth.',
    kinds: /^heading: one level (?:up|down)$/,
    line: /^#+ (?:Properties|Contents|Methods|HTTP request|Body parameters|Event Reference|Event Examples|Key Facts)$/,
  },
  {
    reason: 'The section of an index is known by the anchor of its heading, whatever its depth.',
    kinds: /^heading: (?:one level (?:up|down)|small letters)$/,
    line: /^#+ (?:Client|Server) [Ee]vents$/,
  },
  {
    reason:
      'What the part of an event is for is told by its title, in any letters and at any depth.',
    kinds: /^heading: (?:one level (?:up|down)|small letters)$/,
    line: /^#{4,} (?:Event [Ss]tructure|Properties|Example\b.*|\w+ properties)$/,
  },
  {
    reason: 'A section is known by its anchor. Its title is for the reader.',
    kinds: /^heading: (?:misspelt|small letters)$/,
    line: /^## \w+ \{#\w+\}$/,
  },
  {
    reason: 'One bullet, a list of values or of events may have any of the markers of Markdown.',
    kinds: /^bullet: other marker$/,
    line: /./,
  },
  {
    reason: 'What stands below an array is of its elements, with "Items:" or without.',
    kinds: /^line deleted$|^bullet: |^type: /,
    line: /^\s*- Items:$/,
  },
  {
    reason: 'Of variants that a page cuts off, one is like the other, and the union is the same.',
    kinds: /^line deleted$|^cut: |^bullet: /,
    line: /^\s*- (?:\.\.\.|Variant \(object\):)$/,
  },
  {
    reason: 'It is read the same without this colon or blank.',
    kinds: /^(?:field: )?colon dropped$|^fact: blank dropped$/,
    line: /./,
  },
  {
    reason: 'The mark of a required field may also end its description.',
    kinds: /^required: not first$/,
    line: /./,
  },
  {
    reason: 'Examples are known by their title, in any letters.',
    kinds: /^heading: small letters$/,
    line: /^#+ Examples?\b/,
  },
  {
    reason: 'Blanks around a value, and before a brace, say nothing.',
    kinds: /^span: (?:word joined|a blank in front)$/,
    line: /"|object \{/,
  },
  {
    reason:
      'The direction is that of source.json, with which a summary that states one is compared.',
    kinds: /./,
    line: /^## Key Facts$|^- \*\*Direction\*\*: /,
  },
  {
    reason: 'The direction is that of source.json, with which a title that names one is compared.',
    kinds: /^heading: (?:misspelt|small letters)$/,
    line: /^# .*\b(?:server|client) events$/,
  },
  {
    reason: 'A component is known by the anchor of its heading, whatever its depth.',
    kinds: /^heading: one level (?:up|down)$/,
    line: /^#{3,} (?:Realtime|AgentConfig)\w*$/,
  },
  {
    reason: 'What an index says of an event in words, the section of the event says.',
    kinds: /^row: (?:type (?:misspelt|emptied)|code mark dropped|value misspelt)$/,
    line: /^\| \[[^\]]+\]\(#\w+\) \| [^|]+\|\s*$/,
  },
  {
    reason: 'A correction says what the field is, in place of these words.',
    kinds: /^row: (?:code mark dropped|value misspelt)$/,
    line: /`semantic_detection_v1` (?:for|supporting) English|^\| max__output_tokens /,
  },
  {
    reason: 'Words say which object a property is of, so that its mark says nothing more.',
    kinds: /^row: mark dropped$/,
    line: /A property of the `\w+` object\./,
  },
  {
    reason: 'The name of an event is that of its section; its row says it once more, in words too.',
    kinds: /^row: code mark dropped$/,
    line: /^\| type \| string \| The event type must be `/,
  },
  {
    reason: 'What stands below the name of a type is that type, with its name repeated or without.',
    kinds: /^span: name dropped$/,
    line: /^\s*- `\w+ = /,
  },
  {
    reason: 'Both flags say that the event is not supported; the index is the one that is quoted.',
    kinds: /^flag: one word dropped$/,
    line: /^# REST: /,
  },
];

export interface Tally {
  tried: number;
  all: number;
  /** Damages that are none to Markdown. */
  alike: number;
  /** Damages of lines that a rule of the dialect ignores, or with a reason of the list. */
  excused: Map<string, number>;
  survivors: string[];
}

/** A page of which one line is another one, or gone. */
interface Damage {
  kind: string;
  path: string;
  /** The line, and its number in the page. */
  line: string;
  number: number;
  damaged: string | undefined;
  /** It takes the place of the next line as well. */
  joins: boolean;
  /** What the line says is only moved. */
  moves: boolean;
}

/**
 * Tries the damages, or of each way some that are spread over all pages.
 *
 * @param atMost how many of each way
 */
export function tryDamages(
  docs: DocsFiles,
  atMost = most,
  among: readonly Mutation[] = ways,
): Tally {
  const tally: Tally = { tried: 0, all: 0, alike: 0, excused: new Map(), survivors: [] };
  const rules = ignoredLines(docs);
  const reader = readerOf(docs);
  for (const mutation of among) {
    const damages = [...damagesOf(docs, mutation)];
    tally.all += damages.length;
    for (const damage of spread(damages, atMost)) {
      const { kind, path, line, number } = damage;
      const text = textOf(docs, path);
      const damaged = applied(damage, text);
      tally.tried++;
      const before = reader.read(path);
      const after = reader.readWith(path, damaged);
      if (saysMore(after, before)) continue;
      const isNoticed = damage.moves
        ? after.statements === before.statements
        : after.facts !== before.facts;
      if (isNoticed) continue;
      const reason =
        rules.get(`${path}:${number}`) ??
        harmless.find(({ kinds, line: lines }) => kinds.test(kind) && lines.test(line))?.reason;
      if (treeOf(damaged) === treeOf(text)) tally.alike++;
      else if (reason === undefined) tally.survivors.push(`${path}:${number} ${kind}: ${line}`);
      else tally.excused.set(reason, (tally.excused.get(reason) ?? 0) + 1);
    }
  }
  return tally;
}

/** As many of a list as are wanted, at equal distances. */
function spread<Item>(items: readonly Item[], atMost: number): Item[] {
  const distance = Math.max(1, items.length / atMost);
  return items.filter((_, i) => Math.floor(i / distance) !== Math.floor((i - 1) / distance));
}

/** Every line of every page, damaged in one way. */
function* damagesOf(
  docs: DocsFiles,
  { kind, apply, joins = false, moves = false }: Mutation,
): Generator<Damage> {
  for (const path of docs.keys()) {
    if (!path.endsWith('.md') || (only !== undefined && !path.startsWith(`${only}/`))) continue;
    const lines = textOf(docs, path).split('\n');
    for (const [index, line] of lines.entries())
      for (const damaged of apply(line, lines[index + 1] ?? ''))
        if (damaged !== line) yield { kind, path, line, number: index + 1, damaged, joins, moves };
  }
}

/** A page with a damage. */
function applied({ number, damaged, joins }: Damage, text: string): string {
  const replaced = damaged === undefined ? [] : [damaged];
  return text
    .split('\n')
    .toSpliced(number - 1, joins ? 2 : 1, ...replaced)
    .join('\n');
}

/** The lines that say nothing by a rule of their dialect, by their places. */
function ignoredLines(docs: DocsFiles): Map<string, string> {
  const rules = new Map<string, string>();
  const results = modelSources(docs);
  for (const { file, line } of results
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ rule }) => rule === 'section-unused')) {
    const lines = textOf(docs, file).split('\n');
    for (let index = line; index < lines.length && !lines[index]?.startsWith('#'); index++)
      rules.set(`${file}:${index + 1}`, 'Nothing leads to the section, which is told.');
  }
  for (const [file, fates] of results.flatMap(({ lines }) => Object.entries(lines))) {
    for (const [index, fate] of fates.entries()) {
      if (fate.kind === 'ignored')
        rules.set(`${file}:${index + 1}`, `The dialect ignores the line: ${fate.rule}.`);
    }
  }
  return rules;
}

/** Reasons that no damage needs, of all that there are. */
export function unusedReasons({ excused }: Tally): string[] {
  return all && triesAllWays
    ? harmless.map(({ reason }) => reason).filter((reason) => !excused.has(reason))
    : [];
}

export function printed(name: string, { tried, all, alike, excused, survivors }: Tally): string {
  const reasons = Array.from(excused, ([reason, count]) => `  ${count}  ${reason}`);
  return [
    `${name}: ${tried} of ${all} damages tried, ${survivors.length} survived.`,
    `  ${alike}  The damage is none: to Markdown, the page is the same.`,
    ...reasons.toSorted(),
  ].join('\n');
}

/** What a test that tries them may take. */
export const timeout = all ? 10 * 3600_000 : 900_000;

/** How many damages are tried at least. */
export const leastTried = only === undefined ? ways.length : 1;

/** Whether all ways are tried, in all sources. */
export const triesAllWays = only === undefined && ways.length === mutations.length;
