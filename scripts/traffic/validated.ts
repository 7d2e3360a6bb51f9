/**
 * `npm run recorded:validated`: what `validate` says of recorded messages of several providers, as the table of
 * docs/validate.md.
 *
 *     tsx scripts/traffic/validated.ts ../shared/traffic/recorded.jsonl
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { readModelFile } from '../../generator/input/model-file.ts';
import { framesOf } from '../../generator/input/frames/index.ts';
import { trafficBy } from '../../generator/traffic/count.ts';
import { figuresOf } from '../../generator/traffic/reports/report.ts';
import type { Tally } from '../../generator/traffic/tally.ts';

/** Whose messages are held against which source. */
const groups = [
  { provider: 'openai', generation: 'ga', source: 'openai-realtime' },
  { provider: 'azure-openai', generation: 'ga', source: 'openai-realtime' },
  { provider: 'xai', generation: 'ga', source: 'openai-realtime' },
  { provider: 'openai', generation: 'ga-translation', source: 'openai-realtime-translation' },
  { provider: 'openai', generation: 'beta', source: 'openai-realtime-beta' },
  { provider: 'azure-voice-live', generation: 'beta', source: 'azure-voice-live' },
  { provider: 'qwen-omni-realtime', generation: 'beta', source: 'openai-realtime-beta' },
  { provider: 'glm-realtime', generation: 'beta', source: 'openai-realtime-beta' },
  { provider: 'speaches', generation: 'beta', source: 'openai-realtime-beta' },
] as const;

const generated = new URL('../../generated/', import.meta.url);

async function tallyOf(
  file: string,
  { provider, generation, source }: (typeof groups)[number],
): Promise<Tally> {
  const model = new URL(`${source}/model.json`, generated);
  const traffic = trafficBy(readModelFile(await readFile(model, 'utf8'), source));
  traffic.begin();
  const frames = framesOf(
    { name: file, bytes: createReadStream(file) },
    {
      recorder: 'client',
      sessionKey: 'from',
      where: [
        ['provider', provider],
        ['generation', generation],
      ],
      onBytes: () => {},
    },
  );
  for await (const batch of frames) for (const frame of batch) traffic.add(frame, file);
  return traffic.tally();
}

/** The table, as Markdown. */
export async function validatedTable(file: string): Promise<string> {
  const head = [
    'who sent or received',
    'held against',
    'events',
    'fit',
    'with new parts',
    'to the letter',
    'do not fit',
    'unknown names',
  ];
  const rows: string[][] = [];
  for (const group of groups) {
    const figures = figuresOf(await tallyOf(file, group));
    rows.push([
      `${group.provider}, ${group.generation}`,
      `\`${group.source}\``,
      ...[
        figures.frames,
        figures.known + figures.new,
        figures.new,
        figures.exact,
        figures.mismatch,
        figures.unknown,
      ].map(String),
    ]);
  }
  const lines = [head, head.map((_, i) => (i < 2 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const [, script = '', file] = process.argv;
if (file !== undefined && pathToFileURL(script).href === import.meta.url)
  console.log(await validatedTable(file));
