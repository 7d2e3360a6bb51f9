/** Our guards beside the libraries that people would use instead, on the events of the GA reference. */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { jsonSchemaOf } from '../../generator/emit/json-schema.ts';
import type { Model } from '../../generator/model/model.ts';
import { eventsOf } from '../../generator/model/walk.ts';
import { contestantsOf, type Library, type Place } from './contestants.ts';
import { dispatchReport } from './dispatch.ts';
import { interleaved, markdownTable, median, ratio, shuffled } from './measure.ts';
import { trafficOf, type Traffic } from './traffic.ts';

export interface Options extends Place {
  flags: ReadonlySet<string>;
}

const source = 'openai-realtime';
const oneEvent = 'response.output_text.delta';

export async function main({ flags, ...place }: Options): Promise<void> {
  const start = performance.now();
  const generated = path.join(place.root, 'generated', source);
  const model: Model = JSON.parse(await readFile(path.join(generated, 'model.json'), 'utf8'));
  const events = eventsOf(model, 'server');
  if (flags.has('--dispatch')) {
    console.log(await dispatchReport(events.map(({ name }) => name)));
    console.log(`\n${machine()}`);
    return;
  }
  const one = events.find(({ name }) => name === oneEvent);
  if (!one) throw new Error(`${source} has no ${oneEvent}.`);
  const { libraries, absent } = await contestantsOf(place, {
    schema: jsonSchemaOf(model, 'server'),
    one: one.typeName,
    guards: ['isRealtimeServerEvent', ...events.map(({ typeName }) => `is${typeName}`)],
    generated,
  });
  const traffic = trafficOf(model);
  const entries: Entry[] = [];
  for (const library of libraries) entries.push(await entryOf(place, library));
  const ones = await Promise.all(
    events.map(({ typeName }) => sizeOfExport(path.join(generated, 'index.ts'), `is${typeName}`)),
  );
  const faults = entries.flatMap((entry) => wrongVerdictsOf(entry, traffic));
  const parseOnly = await loopsOfParse(place);
  const rounds = flags.has('--quick') ? 60 : 120;
  const speeds = traffic.flatMap((set) => [
    speedOf(entries, parseOnly, `${set.title}, valid`, set.valid, rounds),
    speedOf(entries, parseOnly, `${set.title}, invalid`, set.invalid, rounds),
  ]);
  console.log(table(entries, speeds, traffic));
  console.log(`\n${notes}\n\n${summary(entries, speeds, ones)}`);
  for (const line of [...absent, ...faults]) console.log(`- ${line}`);
  console.log(`\n${machine()}; ${((performance.now() - start) / 1000).toFixed(0)} s in all.`);
  if (faults.length > 0) process.exitCode = 1;
}

// ── Contestants, ready ──────────────────────────────────────────────────────────────────────────────────────

interface Loops {
  check(this: void, value: unknown): boolean;
  /** How many of these values it accepts. */
  count(this: void, values: readonly unknown[]): number;
  /** How many of these texts it accepts, each parsed just before. */
  parseAndCount(this: void, texts: readonly string[]): number;
}

function loopsAround(check: string): string {
  return `${check}
    export { check };
    export function count(values) {
      let accepted = 0;
      for (const value of values) if (check(value)) accepted++;
      return accepted;
    }
    export function parseAndCount(texts) {
      let accepted = 0;
      for (const text of texts) if (check(JSON.parse(text))) accepted++;
      return accepted;
    }`;
}

interface Entry extends Loops {
  title: string;
  /** Minified and gzipped, in bytes. `undefined`: there is no such thing. */
  sizes: { one: number; all: number; issues: number | undefined };
  /** From the beginning of the import in a fresh process to its end, in milliseconds. */
  importTime: number;
}

async function entryOf({ work }: Place, { title, modules }: Library): Promise<Entry> {
  const folder = path.join(work, 'bundles', title.replaceAll(/\W+/g, '-'));
  const bundled = async (name: string, input: string): Promise<string> => {
    const outfile = path.join(folder, `${name}.mjs`);
    await build({ ...bundling, entryPoints: [input], outfile });
    return pathToFileURL(outfile).href;
  };
  // Each has loops of its own, as in a program that knows no other validator.
  const loops = path.join(folder, 'loops.js');
  await mkdir(folder, { recursive: true });
  await writeFile(loops, loopsAround(`import { check } from ${JSON.stringify(modules.check)};`));
  const module: Loops = await import(await bundled('loops', loops));
  return {
    title,
    ...module,
    sizes: {
      one: await sizeOf(modules.one),
      all: await sizeOf(modules.all),
      issues: await sizeOf(modules.issues).catch(() => undefined),
    },
    importTime: importTimeOf(await bundled('all', modules.all)),
  };
}

/** The yardstick: nothing is asked of what was parsed. */
async function loopsOfParse({ work }: Place): Promise<Loops> {
  const file = path.join(work, 'parse.mjs');
  await writeFile(file, loopsAround("const check = (value) => typeof value === 'object';"));
  const module: Loops = await import(pathToFileURL(file).href);
  return module;
}

const bundling = {
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2022',
  logLevel: 'silent',
} satisfies BuildOptions;

async function sizeOf(input: string): Promise<number> {
  return sizeOfBundle({ entryPoints: [input] });
}

/** Of one export and what it needs. */
async function sizeOfExport(file: string, name: string): Promise<number> {
  const contents = `export { ${name} } from ${JSON.stringify(file)};`;
  return sizeOfBundle({ stdin: { contents, resolveDir: path.dirname(file) } });
}

async function sizeOfBundle(entry: BuildOptions): Promise<number> {
  const { outputFiles } = await build({ ...bundling, ...entry, minify: true, write: false });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

function importTimeOf(url: string): number {
  const program = `const start = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - start);`;
  return median(
    Array.from({ length: 5 }, () => {
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
      });
      return Number(stdout);
    }),
  );
}

// ── Whether all do the same work ────────────────────────────────────────────────────────────────────────────

function wrongVerdictsOf({ title, check }: Entry, traffic: readonly Traffic[]): string[] {
  return traffic.flatMap((set) => {
    const refused = set.valid.filter((text) => !check(JSON.parse(text)));
    return refused.length === 0
      ? []
      : [
          `${title} refuses ${refused.length} valid messages of ${set.title}, such as ${refused[0]}`,
        ];
  });
}

function refusals({ check }: Entry, traffic: readonly Traffic[]): string {
  const invalid = traffic.flatMap((set) => set.invalid);
  const refused = invalid.filter((text) => !check(JSON.parse(text)));
  return `${refused.length} of ${invalid.length}`;
}

// ── Speed ───────────────────────────────────────────────────────────────────────────────────────────────────

/** How long a set of messages takes. */
interface Speed {
  title: string;
  /** What our guard takes for a message, in nanoseconds. */
  own: number;
  /** What each entry takes, in times of ours. */
  entries: number[];
  /** What `JSON.parse` takes, in times of our guard. */
  parse: number;
  /** What `JSON.parse` and our guard take, in times of `JSON.parse`. */
  parseAndCheck: number;
}

/** About so many messages a round: enough for the clock, and few enough to stay in the cache that they were parsed into. */
const messagesInRound = 700;

function speedOf(
  entries: readonly Entry[],
  parseOnly: Loops,
  title: string,
  messages: readonly string[],
  rounds: number,
): Speed {
  const copies = Math.max(1, Math.round(messagesInRound / messages.length));
  const sent = shuffled(Array.from({ length: copies }, () => messages).flat());
  const [own] = entries;
  if (!own) throw new Error('Nobody takes part.');
  const parsing = [parseOnly, own].map(({ parseAndCount }) => ({
    prepare: () => sent,
    run: () => parseAndCount(sent),
  }));
  // Parsed anew for everybody in every round: strings are as fresh as they come from the socket.
  const guarding = entries.map(({ count }) => {
    let values: unknown[] = [];
    return {
      prepare: () => {
        values = sent.map((text): unknown => JSON.parse(text));
      },
      run: () => count(values),
    };
  });
  const [parse = [], parseAndCheck = [], ...times] = interleaved([...parsing, ...guarding], {
    rounds,
    warmup: Math.ceil(rounds / 3),
  });
  const [ours = []] = times;
  return {
    title,
    own: (median(ours) * 1e6) / sent.length,
    entries: times.map((time) => ratio(time, ours)),
    parse: ratio(parse, ours),
    parseAndCheck: ratio(parseAndCheck, parse),
  };
}

// ── In words ────────────────────────────────────────────────────────────────────────────────────────────────

function table(
  entries: readonly Entry[],
  speeds: readonly Speed[],
  traffic: readonly Traffic[],
): string {
  const times = (figure = Number.NaN): string => `${figure.toFixed(1)} ×`;
  return markdownTable([
    [
      '',
      ...speeds.map(({ title }) => title),
      'one guard',
      'all server guards',
      'with misfits',
      'import',
      'refused',
    ],
    ...entries.map((entry, at) => [
      entry.title,
      ...speeds.map((speed) =>
        at === 0 ? `1 (${speed.own.toFixed(0)} ns)` : times(speed.entries[at]),
      ),
      kilobytes(entry.sizes.one),
      kilobytes(entry.sizes.all),
      kilobytes(entry.sizes.issues),
      `${entry.importTime.toFixed(1)} ms`,
      refusals(entry, traffic),
    ]),
    ['`JSON.parse`', ...speeds.map(({ parse }) => times(parse)), '', '', '', '', ''],
  ]);
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? '–' : `${(bytes / 1000).toFixed(2)} kB`;
}

const notes = `Times are those of ours, a message of each set; \`JSON.parse\` of the same messages is the yardstick. Sizes are minified and gzipped.
The sets are made from the model: every event once with what is required and three times with all that is optional; an invalid
message has one thing that the docs do not allow. All are printed from the same JSON Schema, in the tolerant reading; zod and
valibot look at \`type\` first (\`discriminatedUnion\`, \`variant\`). † makes code with \`new Function\`, which a strict content
security policy forbids.`;

/** What was hoped for, and what came of it. */
function summary(entries: readonly Entry[], speeds: readonly Speed[], ones: number[]): string {
  const lines = speeds.map(({ title, entries: [, ...others], parseAndCheck }) => {
    const best = Math.min(...others);
    const name = entries[others.indexOf(best) + 1]?.title ?? 'nobody';
    const valid = title.endsWith(', valid');
    const parsing = title === 'all events, valid' ? ' (goal: at most 1.15)' : '';
    return `- ${title}: ${best.toFixed(2)} times as fast as the fastest other, ${name} (goal: ${valid ? 2 : 1}); \`JSON.parse\` and guard take ${parseAndCheck.toFixed(2)} times \`JSON.parse\`${parsing}`;
  });
  const [own] = entries;
  return [
    ...lines,
    `- one guard ${kilobytes(Math.min(...ones))} to ${kilobytes(Math.max(...ones))}, in the middle ${kilobytes(median(ones))}, ${ones.filter((size) => size <= 400).length} of ${ones.length} within 0.4 kB (goal), all server guards ${kilobytes(own?.sizes.all)} (goal: 5), with misfits ${kilobytes(own?.sizes.issues)} (goal: 9), import ${own?.importTime.toFixed(1)} ms (goal: 10)`,
  ].join('\n');
}

function machine(): string {
  const [cpu] = os.cpus();
  return `Node ${process.version}, V8 ${process.versions.v8}, ${os.type()} ${os.arch()}, ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`;
}
