/** What a process remembers of what it read before changes nothing: neither a file nor a diagnostic, nor their order. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Texts } from './support/docs.ts';
import { randomOf, type Random } from './support/random.ts';
import { docsSrc, readFiles, root, runNode, temporaryFolder } from './support/repository.ts';

/** The docs of some sources here, by their paths. */
async function texts(...sources: readonly string[]): Promise<Texts> {
  const all = await Promise.all(
    sources.map(async (source) =>
      Object.entries(await readFiles(path.join(docsSrc, source))).map(([file, text]) => [
        `${source}/${file}`,
        text,
      ]),
    ),
  );
  return Object.fromEntries(all.flat());
}

/** A page with a line less, a line twice, or another word in a line. */
function edited(before: Texts, { below, one, happens }: Random): Texts {
  const pages = Object.keys(before).filter((file) => file.endsWith('.md'));
  const page = pages[below(pages.length)] ?? '';
  const lines = (before[page] ?? '').split('\n');
  const worded = [...lines.keys()].filter((i) => /\w/.test(lines[i] ?? ''));
  const at = worded[below(worded.length)] ?? 0;
  const line = lines[at] ?? '';
  const put = one([[], [line, line], [line.replace(/\w+/, happens(0.5) ? 'string' : 'Required.')]]);
  return { ...before, [page]: lines.toSpliced(at, 1, ...put).join('\n') };
}

const built = pathToFileURL(path.join(root, 'generator/dist/')).href;

/** Prints a line for each state of docs, with a hash of what is made of it. */
const program = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { modelSources, renderFiles } from '${built}pipeline.js';
import { parseChanged } from '${built}markdown/parsed-pages.js';

const { states, isWatching } = JSON.parse(readFileSync('input.json', 'utf8'));
const options = isWatching ? { parse: parseChanged() } : {};
for (const state of states) {
  const docs = new Map(Object.entries(state).map(([file, text]) => [file, Buffer.from(text)]));
  const results = modelSources(docs, options);
  const files = await renderFiles(results.flatMap(({ model }) => model ?? []));
  console.log(createHash('sha256').update(JSON.stringify([results, [...files]])).digest('hex'));
}
`;

/** Tells apart what is made of docs, in their order, by a program that has just been started. */
async function outcomes(states: readonly Texts[], isWatching: boolean): Promise<string[]> {
  const cwd = await temporaryFolder({ 'input.json': JSON.stringify({ states, isWatching }) });
  const { stdout } = await runNode(['--input-type=module', '--eval', program], { cwd });
  return stdout.trimEnd().split('\n');
}

it('edits, one after the other, are read as they are in the order of another process', async () => {
  const random = randomOf(7);
  const states = [await texts('openai-event-summary', 'openai-realtime-translation')];
  for (let i = 0; i < 4; i++) states.push(edited(states.at(-1) ?? {}, random));
  const watched = await outcomes(states, true);
  const others = await outcomes(states.toReversed(), false);
  expect(new Set(watched).size).toBeGreaterThan(3);
  expect(watched.map((one, i) => one === others.at(-1 - i))).toEqual(states.map(() => true));
});
