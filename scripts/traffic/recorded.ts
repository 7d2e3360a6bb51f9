/**
 * `npm run recorded`: recorded messages held against a source.
 *
 *     tsx scripts/traffic/recorded.ts openai-realtime messages.jsonl --generation ga --min-exact 95
 */
import { Command } from 'commander';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { visibleLine } from '../../generator/text.ts';
import { percent } from '../percent.ts';
import { readMessages } from './messages.ts';
import { shortfallOf, trafficReport } from './report.ts';

interface RecordedOptions {
  docsSrc: string;
  generation: string;
  providers: string[];
  minExact: number;
}

await new Command('recorded')
  .argument('<source>', 'the name of its folder')
  .argument(
    '<messages>',
    'a file of one JSON object a line: provider, generation, direction, from, event',
  )
  .requiredOption('--generation <name>', 'the generation of the API that the messages are of')
  .requiredOption('--providers <names...>', 'whose messages')
  .option('--docs-src <dir>', 'the folder of the sources', 'docs-src')
  .option('--min-exact <percent>', 'the least share that is read exactly', percent, 0)
  .action(recorded)
  .parseAsync();

async function recorded(
  source: string,
  file: string,
  { docsSrc, generation, providers, minExact }: RecordedOptions,
): Promise<void> {
  const model = modelSources(await readDocs(docsSrc)).find(({ id }) => id === source)?.model;
  if (!model) throw new Error(`${docsSrc} has no source ${source} that can be read.`);
  const messages = (await readMessages(file)).filter(
    (message) => message.generation === generation && providers.includes(message.provider),
  );
  const { figures, lines, faults } = trafficReport(model, messages);
  for (const line of lines) console.log(visibleLine(line));
  const short = [...faults, ...shortfallOf(figures, minExact)];
  for (const line of short) console.error(visibleLine(line));
  if (short.length > 0) process.exitCode = 1;
}
