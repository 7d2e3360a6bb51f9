/**
 * What large docs cost, as a table: `npm run bench:limits`, or with `-- --events 500` for other references, or with
 * `-- --only sections` for the rows whose name begins so. Times are CPU times, and multiples of what the sources of this
 * repository cost in the same run.
 */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { limits } from '../../../generator/limits.ts';
import { docsSrc, newFolder } from '../../support/repository.ts';
import {
  longPages,
  manyEvents,
  manyExamples,
  manyFields,
  manyFootnotes,
  manyForks,
  manyObjects,
  manyValues,
} from './docs.ts';
import type { Texts } from '../../support/docs.ts';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '1000' }, only: { type: 'string', default: '' } },
});
const events = Number(values.events);
const program = path.resolve(import.meta.dirname, '../../../generator/dist/bin.js');
const meter =
  'data:text/javascript,process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write(`\\n${u+s} ${m}`)})';

/** Generates docs, and says how many seconds and megabytes that took, and how it ended. */
async function costOf(docs: string): Promise<{ seconds: number; megabytes: number; end: string }> {
  const out = await newFolder();
  const args = ['--import', meter, program, 'generate', '--docs-src', docs, '--out', out];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  await rm(out, { recursive: true });
  const [time, memory] = (stderr.split('\n').at(-1) ?? '').split(' ').map(Number);
  return {
    seconds: (time ?? NaN) / 1e6,
    megabytes: Math.round((memory ?? NaN) / 1024),
    end: status === 0 ? 'generated' : (/error ([\w-]+)/.exec(stderr)?.[1] ?? `status ${status}`),
  };
}

const { objectFields, sourceItems, items, code, codeCosts } = limits;
/** How many events there may be of which each has so many items, shapes, fields and values. */
function most(per: { items: number; shapes?: number; fields?: number; values?: number }): number {
  const { items: own, shapes = 0, fields = 0, values = 0 } = per;
  const { event, shape, field, value } = codeCosts;
  const cost = event + shapes * shape + (fields + 1) * field + values * value;
  // The index has an item for each, and the page of an event one for its type.
  return Math.floor(0.98 * Math.min(sourceItems / (own + 2), code / cost));
}
const objects = { items: 400, shapes: 200, fields: 400 };
const lists = { items: 125, fields: 125, values: 2500 };
const subjects: Readonly<Record<string, () => Texts | Promise<Texts>>> = {
  [`tree, ${events} events`]: () => manyEvents('openai-realtime-beta', 'openai-tree', events),
  [`tables, ${events} events`]: () => manyEvents('yandex-ai-studio', 'yandex-rest', events),
  [`two pages, ${events} events`]: () => longPages('openai-realtime', events),
  'as many fields as may be': () => manyFields(most({ items: 25, fields: 25 }), 25),
  'as many in objects of 900': () => manyFields(most({ items: 900, fields: 900 }), 900),
  'as many in objects in objects': () => manyObjects(most(objects), 100),
  'as many values as may be': () => manyValues(most(lists), 125),
  'more fields than may be': () => manyFields(Math.ceil(sourceItems / 900), 900),
  'more objects than may be': () => manyObjects(Math.ceil(1.1 * most(objects)), 100),
  'more values than may be': () => manyValues(Math.ceil(1.1 * most(lists)), 125),
  'more examples than may be': () => manyExamples(3000),
  'far more fields than may be': () => manyFields(100, objectFields - 1),
  'an object of too many fields': () => manyFields(1, objectFields),
  'a page of too many fields': () => manyFields(1, items),
  'a page of too many footnotes': () => manyFootnotes(items),
  'sections that fork': () => manyForks(100, 12),
};

/** Prints a line at once: the next may take a minute. */
function printRow(...cells: readonly [docs: string, cpu: string, memory: string, end: string]) {
  process.stdout.write(
    `${cells
      .map((cell) => cell.padEnd(34))
      .join('')
      .trimEnd()}\n`,
  );
}

const base = await costOf(docsSrc);
printRow('docs', 'CPU', 'memory', 'outcome');
printRow('docs-src', `1 (${base.seconds.toFixed(1)} s)`, `${base.megabytes} MB`, base.end);
for (const [name, make] of Object.entries(subjects)) {
  if (!name.startsWith(values.only)) continue;
  const docs = await newFolder(await make());
  const { seconds, megabytes, end } = await costOf(docs);
  await rm(docs, { recursive: true });
  printRow(name, `${(seconds / base.seconds).toFixed(1)} ×`, `${megabytes} MB`, end);
}
