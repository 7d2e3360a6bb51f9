/**
 * `npm run compare`: a source beside the declarations of an SDK, path by path.
 *
 *     tsx scripts/sdk/compare.ts openai-realtime node_modules/openai/resources/realtime/realtime.d.ts --min-paths 98
 */
import { Command, InvalidArgumentError } from 'commander';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { visibleLine } from '../../generator/text.ts';
import { percent } from '../percent.ts';
import { openDeclarations } from './declarations.ts';
import { readReasons } from './reasons.ts';
import { openWireDeclarations } from './wire-declarations.ts';
import { openaiUnionNames, sdkReport, shortfalls, type UnionNames } from './figures.ts';

interface CompareOptions {
  docsSrc: string;
  minPaths: number;
  minKinds: number;
  minEnumerations: number;
  unions: UnionNames;
  leaveOut: string[];
  explained: boolean;
  serializers?: string;
  reasons?: string;
}

await new Command('compare')
  .argument('<source>', 'the name of its folder')
  .argument('<declarations>', 'a .d.ts file of the SDK')
  .option('--docs-src <dir>', 'the folder of the sources', 'docs-src')
  .option('--min-paths <percent>', 'the least share of paths that are the same', percent, 0)
  .option('--min-kinds <percent>', 'the least share of paths of the same kind', percent, 0)
  .option('--min-enumerations <percent>', 'the least share of enumerations', percent, 0)
  .option('--unions <server,client>', 'the unions of the events', unionNames, openaiUnionNames)
  .option('--leave-out <event/field...>', 'fields that are not compared', [])
  .option('--explained', 'fail where no correction gives the reason of a difference', false)
  .option('--reasons <file>', 'JSON with the reasons of differences that no correction gives')
  .option('--serializers <file>', 'the JavaScript that gives the fields their names on the wire')
  .action(compare)
  .parseAsync();

async function compare(source: string, file: string, options: CompareOptions): Promise<void> {
  const { docsSrc, unions, leaveOut, explained, serializers, reasons } = options;
  const model = modelSources(await readDocs(docsSrc)).find(({ id }) => id === source)?.model;
  if (!model) throw new Error(`${docsSrc} has no source ${source} that can be read.`);
  const declarations = serializers
    ? await openWireDeclarations(file, serializers)
    : await openDeclarations(file);
  const report = sdkReport(model, declarations, docsSrc, {
    unions,
    leftOut: leaveOut,
    ...(reasons !== undefined && { reasons: await readReasons(reasons) }),
  });
  for (const line of report.lines) console.log(visibleLine(line));
  const short = [
    ...shortfalls(report, {
      paths: options.minPaths,
      kinds: options.minKinds,
      enumerations: options.minEnumerations,
    }),
    ...(explained
      ? report.unexplained.map((line) => `No correction gives the reason:${line}`)
      : []),
    ...report.unneeded.map((reason) => `Nothing differs for which this is the reason: ${reason}`),
  ];
  for (const line of short) console.error(visibleLine(line));
  if (short.length > 0) process.exitCode = 1;
}

function unionNames(text: string): UnionNames {
  const [server, client, ...others] = text.split(',');
  if (!server || !client || others.length > 0)
    throw new InvalidArgumentError('It is two names with a comma between them.');
  return { server, client };
}
