/**
 * `npm run bench:reading`: how long it takes from a page to its model, beside what remark needs to parse it. Fails where
 * it is more than one and a half times as much.
 *
 *     tsx scripts/reading.ts openai-realtime server-events.md
 */
import { Command } from 'commander';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { DocsFiles } from '../generator/input/docs.ts';
import { readDocs } from '../generator/input/docs-folder.ts';
import { modelSources } from '../generator/pipeline.ts';
import { visibleLine } from '../generator/text.ts';

/** The most that is wanted, as a multiple of parsing. */
const most = 1.5;
const rounds = 9;

await new Command('reading')
  .argument('<source>', 'the name of its folder')
  .argument('<page>', 'a page of server events, by its path in the folder')
  .option('--dialect <name>', 'the syntax of the page', 'openai-reference')
  .option('--docs-src <dir>', 'the folder of the sources', 'docs-src')
  .action(reading)
  .parseAsync();

async function reading(
  source: string,
  page: string,
  { dialect, docsSrc }: { dialect: string; docsSrc: string },
): Promise<void> {
  const bytes = (await readDocs(docsSrc)).get(`${source}/${page}`);
  if (!bytes) throw new Error(`${docsSrc} has no page ${source}/${page}.`);
  const text = new TextDecoder().decode(bytes);
  const manifest = { title: source, dialect, index: { server: page } };
  const docs: DocsFiles = new Map([
    [`${source}/source.json`, new TextEncoder().encode(JSON.stringify(manifest))],
    [`${source}/${page}`, bytes],
  ]);
  const remark = unified().use(remarkParse).use(remarkGfm).freeze();
  const times = Array.from({ length: rounds }, () => ({
    parsed: timeOf(() => remark.parse(text)),
    read: timeOf(() => modelSources(docs)),
  }));
  // What else a machine does makes a round longer, and never shorter.
  const parsed = Math.min(...times.map((time) => time.parsed));
  const read = Math.min(...times.map((time) => time.read));
  const line = `${source}/${page}, ${Math.round(bytes.length / 1000)} kB: remark parses it in ${Math.round(parsed)} ms, and it is a model after ${Math.round(read)} ms (${(read / parsed).toFixed(2)} times)`;
  console.log(visibleLine(line));
  if (read > most * parsed) process.exitCode = 1;
}

/** The milliseconds of the processor that something takes. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
