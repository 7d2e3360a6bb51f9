/**
 * `npm run bench`: what the program costs, beside what the same work costs otherwise. Prints a table, and writes it as
 * JSON into `node_modules/.cache/bench/generate.json`.
 *
 *     npm run bench                     all rows, five runs each: some minutes on a machine that has nothing else to do
 *     npm run bench -- --runs 9         more runs
 *     npm run bench -- --only start     the rows whose name begins so
 */
import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commitAll, makeRepository } from '../../support/git-repository.ts';
import { bin, docsSrc, newFolder, readFiles, root, writeFiles } from '../../support/repository.ts';
import { markdownTable } from '../measure.ts';
import type { Texts } from '../../support/docs.ts';
import { manyEvents, manySources } from '../limits/docs.ts';
import { logsOf, splitAndParse, writeLog } from '../validate/logs.ts';
import { installOthers, writeOpenApi } from './others.ts';
import { costsOf, type Cost, type Subject } from './processes.ts';
import { costOfEdit } from './watching.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, only: { type: 'string', default: '' } },
});
const runs = Number(values.runs);

const source = 'openai-realtime';
/** The page of an event, which is edited. */
const page = 'openai-realtime-beta/client-events/conversation/item/create.md';
const cache = path.join(root, 'node_modules/.cache/bench');
const others = path.join(cache, 'others');
const work = path.join(cache, 'work');
const parseOnly = path.join(import.meta.dirname, 'parse-only.mjs');
await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });

/** Generates into a folder that is not there before; whatever else is typed stands behind it. */
function generation(docs: string, ...more: readonly string[]): Subject {
  const out = path.join(work, 'out');
  return {
    args: [bin, 'generate', '--docs-src', docs, '--out', out, ...more],
    cwd: work,
    prepare: () => rm(out, { recursive: true, force: true }),
  };
}

const empty: Subject = { args: ['--eval', '0'] };

interface Comparison {
  ours: Subject;
  other: Subject;
  /** How often the cost of the other ours may be. */
  goal: number;
  /** What each is divided by; absent: 1. */
  parts?: { ours: number; other: number };
  /** Looks at what both made when they have run; throws when it is not as it should be. */
  check?: () => Promise<void>;
  /** How many times the runs that are asked for: more where a run is short, and the difference small; absent: 1. */
  times?: number;
}

/** What is not held against another process, but against a time. */
interface Effect {
  cost: () => Promise<Cost>;
  /** The seconds that it may take. */
  most: number;
}

/** Each row is made when it is its turn. */
const rows: Readonly<Record<string, () => Promise<Comparison | Effect>>> = {
  'cold: all sources, to parsing their pages alone': async () => ({
    ours: generation(docsSrc),
    other: { args: [parseOnly, docsSrc] },
    goal: 2,
  }),
  'one source, to @hey-api/openapi-ts with zod on its schema': async () => ({
    ours: generation(docsSrc, '--source', source),
    other: await otherGenerator('@hey-api/openapi-ts/dist/run.mjs', (input, output) => [
      '--input',
      input,
      '--output',
      output,
      '--plugins',
      '@hey-api/typescript',
      'zod',
    ]),
    goal: 1,
  }),
  'one source, to openapi-typescript on its schema': async () => ({
    ours: generation(docsSrc, '--source', source),
    other: await otherGenerator('openapi-typescript/bin/cli.js', (input, output) => [
      input,
      '--output',
      `${output}.ts`,
    ]),
    goal: 1.25,
  }),
  'nothing changed, to an empty process': async () => {
    const cwd = path.join(work, 'unchanged');
    await mkdir(path.join(cwd, 'node_modules'), { recursive: true });
    const ours = { args: [bin, 'generate', '--docs-src', docsSrc], cwd };
    await costsOf([ours], 1);
    return { ours, other: empty, goal: 3 };
  },
  'one page of 2,000 in 32 sources changed, to all of them': async () =>
    onePageChanged(await twoThousandPages(), `2-${page}`),
  'one page of 1,000 in one source changed, to all of them': async () =>
    onePageChanged(await largeDocs(1000), page.replace('openai-realtime-beta', 'large')),
  'watch: the effect of an edit of a page of 4 kB, to half a second': () => effectOfEdit(page),
  'watch: the effect of an edit of a page of 200 kB, to half a second': () =>
    effectOfEdit('openai-realtime/server-events.md'),
  'growth: a page of 2,000 in 32 sources, to a page of 447 in 7': async () => ({
    ours: generation(await twoThousandPages()),
    other: generation(docsSrc),
    parts: { ours: 1990, other: 447 },
    goal: 1.15,
  }),
  'growth: a page of 1,000, to a page of 250': async () => ({
    ours: generation(await largeDocs(1000)),
    other: generation(await largeDocs(250)),
    parts: { ours: 1000, other: 250 },
    goal: 1.15,
  }),
  '20,000 pages, which are refused, to an empty process': async () => ({
    ours: { ...generation(await largeDocs(20_000)), status: 2 },
    other: empty,
    goal: 50,
  }),
  'consumer: tsc 5 on our types, to those of openapi-typescript': () =>
    consumers('typescript-5.9', 1),
  'consumer: tsc 7 on our types, to those of openapi-typescript': () => consumers('typescript', 5),
  'consumer: tsc 5 on a file that imports the package, to one that does not': () =>
    importing('EventError', path.join(root, 'dist/esm', source, 'index.js'), 'typescript-5.9', 1),
  'consumer: tsc 7 on a file that imports types of the package, to one that does not': () =>
    importing('RealtimeErrorEvent', path.join(root, 'dist/esm', source, 'types.js')),
  'consumer: tsc 7 on a file that imports the package, to one that does not': () =>
    importing('EventError', path.join(root, 'dist/esm', source, 'index.js')),
  'consumer: tsc 7 on a file that imports the types of openapi-typescript, to one that does not':
    async () => {
      await writeTypesOfOther();
      await rename(path.join(work, 'others.ts'), path.join(work, 'others.d.ts'));
      return importing('components', './others.js');
    },
  'start: --help, to an empty process': async () => ({
    ours: { args: [bin, '--help'] },
    other: empty,
    goal: 2.5,
  }),
  'start: lint of one page, to parsing it alone': async () => {
    const docs = path.join(work, 'one-page');
    const name = 'openai-event-summary';
    const texts = await readFiles(path.join(docsSrc, name));
    await writeFiles(path.join(docs, name), texts);
    const args = [bin, 'lint', '--docs-src', docs];
    return { ours: { args }, other: { args: [parseOnly, docs] }, goal: 2.5 };
  },
  'diff of two commits, to one cold generate': async () => {
    const cwd = path.join(work, 'commits');
    const files = await readFiles(docsSrc);
    const texts = Object.entries(files).map(([file, text]) => [`docs-src/${file}`, text] as const);
    await writeFiles(cwd, Object.fromEntries(texts));
    await makeRepository(cwd);
    const page = `docs-src/${source}/server-events.md`;
    const text = await readFile(path.join(cwd, page), 'utf8');
    await commitAll(cwd, { [page]: text.replace(/returned/i, 'sent') });
    return {
      ours: { args: [bin, 'diff', 'HEAD~1', 'HEAD'], cwd },
      other: generation(docsSrc),
      goal: 1.2,
    };
  },
  'validate: a log of 1 GB, to splitting and parsing its lines': validation,
};

/** The first log of `bench:validate`. */
async function validation(): Promise<Comparison> {
  const log = path.join(work, 'log.jsonl');
  const { 'all events, as documented': texts } = await logsOf(source);
  await writeLog(log, texts, 1024);
  const model = path.join(root, 'generated', source, 'model.json');
  return {
    ours: { args: [bin, 'validate', log, '--source', model, '--format', 'text'] },
    other: { args: [splitAndParse, log] },
    goal: 2,
  };
}

/** A tree of so many events, each on a page of its own. */
async function largeDocs(events: number): Promise<string> {
  return newDocs(await manyEvents('openai-realtime-beta', 'openai-tree', events));
}

/** Pages and corrections as they are here, which is as many as are read at once. */
async function twoThousandPages(): Promise<string> {
  const more = ['azure-openai-realtime', 'azure-voice-live', 'openai-event-summary'];
  return newDocs(await manySources(4, [...more, 'openai-realtime-translation']));
}

async function newDocs(texts: Texts): Promise<string> {
  const docs = await newFolder(texts);
  temporary.push(docs);
  return docs;
}
const temporary: string[] = [];

/** The second and any later run in a project, each with a page that is another. */
async function onePageChanged(docs: string, name: string): Promise<Comparison> {
  const cwd = path.join(work, 'changed');
  await rm(cwd, { recursive: true, force: true });
  await mkdir(path.join(cwd, 'node_modules'), { recursive: true });
  const ours = { args: [bin, 'generate', '--docs-src', docs], cwd };
  await costsOf([ours], 1);
  const file = path.join(docs, name);
  const text = await readFile(file, 'utf8');
  let round = 0;
  const prepare = () => writeFile(file, text.replace(/^(# .*\n\n)/, `$1Words ${round++}.\n\n`));
  const check = async (): Promise<void> => {
    const [made, afresh] = [path.join(cwd, 'generated'), path.join(work, 'out')];
    assert.deepEqual(await readFiles(made), await readFiles(afresh), 'other bytes');
  };
  return { ours: { ...ours, prepare }, other: generation(docs), goal: 0.25, check };
}

/** An edit of a page of this repository, while `generate --watch` runs. */
async function effectOfEdit(page: string): Promise<Effect> {
  const cwd = path.join(work, 'watched');
  await cp(docsSrc, path.join(cwd, 'docs-src'), { recursive: true });
  return { cost: () => costOfEdit(cwd, page, runs), most: 0.5 };
}

/** @param argsFor gives what it is started with */
async function otherGenerator(
  program: string,
  argsFor: (input: string, output: string) => string[],
): Promise<Subject> {
  await installOthers(others);
  const input = path.join(work, 'openapi.json');
  await writeOpenApi(source, input);
  const start = path.join(others, 'node_modules', program);
  return { args: [start, ...argsFor(input, path.join(work, 'others'))], cwd: work };
}

/** A file that imports a type, beside one that imports none. */
async function importing(
  type: string,
  module: string,
  typescript = 'typescript',
  times = 5,
): Promise<Comparison> {
  await writeFiles(work, {
    'importing.ts': `import type { ${type} } from '${module}';\nexport type A = ${type};\n`,
    'alone.ts': 'export type A = Error;\n',
  });
  return {
    ours: await compiler(typescript, 'importing'),
    other: await compiler(typescript, 'alone'),
    goal: 1.05,
    times,
  };
}

/** Has the types that openapi-typescript makes of our schema written. */
async function writeTypesOfOther(): Promise<void> {
  const other = await otherGenerator('openapi-typescript/bin/cli.js', (input, output) => [
    input,
    '--output',
    `${output}.ts`,
  ]);
  await costsOf([other], 1);
}

/** A switch over all events of a server, with what each is narrowed to. */
async function consumers(typescript: string, times: number): Promise<Comparison> {
  const names = await serverEventNames();
  await writeTypesOfOther();
  const text = (importing: string): string => `${importing}
export function told(event: Event): string {
  switch (event.type) {
${names.map((name) => `    case '${name}': {\n      const type: '${name}' = event.type;\n      return type;\n    }\n`).join('')}    default: {
      const none: never = event;
      return none;
    }
  }
}
`;
  const types = path.join(root, 'generated', source, 'types.js');
  await writeFiles(work, {
    'ours.ts': text(`import type { RealtimeServerEvent as Event } from '${types}';`),
    'theirs.ts': text(
      "import type { components } from './others.js';\ntype Event = components['schemas']['ServerEvent'];",
    ),
  });
  return {
    ours: await compiler(typescript, 'ours'),
    other: await compiler(typescript, 'theirs'),
    goal: 1,
    times,
  };
}

async function serverEventNames(): Promise<string[]> {
  const text = await readFile(path.join(root, 'generated', source, 'model.json'), 'utf8');
  const { events }: { events: { name: string; direction: string }[] } = JSON.parse(text);
  return events.filter(({ direction }) => direction === 'server').map(({ name }) => name);
}

async function compiler(typescript: string, file: string): Promise<Subject> {
  const config = path.join(work, `${file}.json`);
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'nodenext',
    types: [],
  };
  await writeFile(config, JSON.stringify({ compilerOptions, files: [`${file}.ts`] }));
  const tsc = path.join(root, 'node_modules', typescript, 'bin/tsc');
  return { args: [tsc, '--project', config], cwd: work };
}

interface Row {
  name: string;
  ours: Cost;
  other: Cost;
  ratio: number;
  cpuRatio: number;
  goal: number;
  isMet: boolean;
}

/** A row of the table. */
async function rowOf(name: string, what: Comparison | Effect): Promise<Row> {
  if ('most' in what) {
    const ours = await what.cost();
    const other = { seconds: what.most, cpuSeconds: Number.NaN, megabytes: Number.NaN };
    const ratio = ours.seconds / what.most;
    return { name, ours, other, ratio, cpuRatio: Number.NaN, goal: 1, isMet: ratio <= 1 };
  }
  const { parts = { ours: 1, other: 1 }, goal, times = 1, check } = what;
  const [ours, other] = await costsOf([what.ours, what.other], runs * times);
  if (!ours || !other) throw new Error(`${name} was not measured`);
  await check?.();
  const share = parts.other / parts.ours;
  const ratio = (ours.seconds / other.seconds) * share;
  const cpuRatio = (ours.cpuSeconds / other.cpuSeconds) * share;
  return { name, ours, other, ratio, cpuRatio, goal, isMet: ratio <= goal };
}

const wanted = Object.entries(rows).filter(([name]) => name.startsWith(values.only));
if (wanted.length === 0)
  throw new Error(`No row begins with "${values.only}":\n${Object.keys(rows).join('\n')}`);
const measured: Row[] = [];
for (const [name, make] of wanted) {
  const row = await rowOf(name, await make());
  measured.push(row);
  // At once, as the next may take a minute.
  process.stderr.write(`${name}: ${row.ratio.toFixed(2)} (goal ${row.goal})\n`);
}

const figure = (number: number, digits: number, unit: string): string =>
  Number.isNaN(number) ? '' : `${number.toFixed(digits)} ${unit}`;
const told = ({ seconds, cpuSeconds }: Cost): string => {
  const cpu = figure(cpuSeconds, 2, 's');
  return figure(seconds, 2, 's') + (cpu === '' ? '' : ` (${cpu})`);
};
const table = markdownTable([
  ['', 'ours (CPU)', 'the other (CPU)', 'ratio', 'ratio of CPU', 'goal', 'met', 'memory'],
  ...measured.map(({ name, ours, other, ratio, cpuRatio, goal, isMet }) => [
    name,
    told(ours),
    told(other),
    figure(ratio, 2, '×'),
    figure(cpuRatio, 2, '×'),
    `${goal} ×`,
    isMet ? 'yes' : 'no',
    [ours, other].map(({ megabytes }) => figure(megabytes, 0, 'MB')).join(' / '),
  ]),
]);
const refusals = measured.flatMap(({ name, ours: { said } }) =>
  said === undefined ? [] : `${name}: ${said}\n\n`,
);
const [cpu] = cpus();
const machine = `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpu?.model ?? 'unknown'}`;
process.stdout.write(`${table}\n\n${refusals.join('')}${runs} runs each, medians. ${machine}.\n`);
await writeFile(
  path.join(cache, 'generate.json'),
  JSON.stringify({ date: new Date().toISOString(), machine, runs, rows: measured }, null, 2),
);
await rm(work, { recursive: true });
for (const folder of temporary) await rm(folder, { recursive: true });
