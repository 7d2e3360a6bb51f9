/**
 * Nothing is lost in silence. Every page is damaged one line at a time, in each of the ways of `loss/mutations.ts`:
 * each time what is made of the page must change, or a diagnostic must say so.
 *
 * There are some 80,000 damages in `docs-src`, and as many in the publishers' pages: `npm test` tries every so many of
 * them, always the same ones. `LOSS=all npx vitest run test/loss.test.ts` tries them all, which takes a quarter of an hour for each on an idle machine.
 */
import { describe, expect, it } from 'vitest';
import { accountOf } from '../generator/dialects/account.ts';
import { modelSources } from '../generator/pipeline.ts';
import { readDocs, type DocsFiles } from '../generator/read.ts';
import { mutations } from './loss/mutations.ts';
import { lonePagesOf, saysMore, treeOf, type LonePage } from './loss/pages.ts';
import { docsSrc } from './repository.ts';
import { docsOfUpstream, isThere } from './upstream.ts';

const all = process.env['LOSS'] === 'all';

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
    kinds: /^colon dropped$|^fact: blank dropped$/,
    line: /./,
  },
  {
    reason:
      'The direction is that of source.json, with which a summary that states one is compared.',
    kinds: /./,
    line: /^## Key Facts$|^- \*\*Direction\*\*: /,
  },
  {
    reason: 'Both flags say that the event is not supported; the index is the one that is quoted.',
    kinds: /^flag: one word dropped$/,
    line: /^# REST: /,
  },
];

interface Tally {
  tried: number;
  all: number;
  /** Damages that are none to Markdown. */
  alike: number;
  /** Damages of lines that a rule of the dialect ignores, or with a reason of the list. */
  excused: Map<string, number>;
  survivors: string[];
}

/** Tries every `step`th damage of the pages. */
function damage(docs: DocsFiles, step: number): Tally {
  const tally: Tally = { tried: 0, all: 0, alike: 0, excused: new Map(), survivors: [] };
  const rules = ignoredLines(docs);
  for (const page of lonePagesOf(docs)) {
    const before = page.read(page.text);
    for (const { kind, line, number, text } of damagesOf(page)) {
      tally.all++;
      if (tally.all % step !== 0) continue;
      tally.tried++;
      const after = page.read(text);
      if (after.facts !== before.facts || saysMore(after, before)) continue;
      const reason =
        rules.get(`${page.path}:${number}`) ??
        harmless.find(({ kinds, line: lines }) => kinds.test(kind) && lines.test(line))?.reason;
      if (treeOf(text) === treeOf(page.text)) tally.alike++;
      else if (reason === undefined)
        tally.survivors.push(`${page.path}:${number} ${kind}: ${line}`);
      else tally.excused.set(reason, (tally.excused.get(reason) ?? 0) + 1);
    }
  }
  return tally;
}

/** Every damage of every line of a page. */
function* damagesOf({ text, lines: looked }: LonePage) {
  const lines = text.split('\n');
  for (const { index, number } of looked) {
    const line = lines[index] ?? '';
    for (const { kind, apply } of mutations) {
      for (const damaged of apply(line)) {
        if (damaged === line) continue;
        const others =
          damaged === undefined ? lines.toSpliced(index, 1) : lines.with(index, damaged);
        yield { kind, line, number, text: others.join('\n') };
      }
    }
  }
}

/** The lines that say nothing by a rule of their dialect, by their places. */
function ignoredLines(docs: DocsFiles): Map<string, string> {
  const rules = new Map<string, string>();
  for (const file of modelSources(docs).flatMap(({ pages }) => pages)) {
    for (const [line, fate] of accountOf(file)) {
      if (fate.kind === 'ignored')
        rules.set(`${file.path}:${line}`, `The dialect ignores the line: ${fate.rule}.`);
    }
  }
  return rules;
}

/** Reasons that no damage needs, of all that there are. */
function unusedReasons({ excused }: Tally): string[] {
  return all ? harmless.map(({ reason }) => reason).filter((reason) => !excused.has(reason)) : [];
}

function printed(name: string, { tried, all, alike, excused, survivors }: Tally): string {
  const reasons = Array.from(excused, ([reason, count]) => `  ${count}  ${reason}`);
  return [
    `${name}: ${tried} of ${all} damages tried, ${survivors.length} survived.`,
    `  ${alike}  The damage is none: to Markdown, the page is the same.`,
    ...reasons.toSorted(),
  ].join('\n');
}

/** Steps without a common divisor with the number of ways, so that all of them get their turn. */
const step = all ? 1 : 97;
const timeout = all ? 10 * 3600_000 : 300_000;

describe('no damage of a line goes unnoticed', { timeout }, () => {
  it('in the docs of this repository', async () => {
    const tally = damage(await readDocs(docsSrc), step);
    console.log(printed('docs-src', tally));

    expect(tally.tried).toBeGreaterThan(400);
    expect(tally.survivors).toEqual([]);
    expect(unusedReasons(tally)).toEqual([]);
  });

  it.runIf(isThere)("in the publishers' pages", async () => {
    const tally = damage(await docsOfUpstream(await readDocs(docsSrc)), step);
    console.log(printed('upstream', tally));

    expect(tally.tried).toBeGreaterThan(400);
    expect(tally.survivors).toEqual([]);
  });

  it.skipIf(isThere)('skipped: ../shared/upstream is not there', () => {
    expect(isThere).toBe(true);
  });
});
