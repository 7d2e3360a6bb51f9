/** `compare`: a source beside the declarations of an SDK. */
import { openDeclarations } from '../coverage/declarations.ts';
import { sdkReport, shortfalls } from '../coverage/sdk.ts';
import { modelSources } from '../pipeline.ts';
import { readDocs, UsageError } from '../read.ts';
import { exitStatus, printLines, type DocsFolder, type ExitStatus } from './command.ts';

export interface CompareOptions extends DocsFolder {
  minPaths: number;
  minEnumerations: number;
}

export async function compareWithSdk(
  id: string,
  file: string,
  { docsSrc, minPaths, minEnumerations }: CompareOptions,
): Promise<ExitStatus> {
  const model = modelSources(await readDocs(docsSrc)).find((source) => source.id === id)?.model;
  if (!model) throw new UsageError(`${docsSrc} has no source ${id} that can be read.`);
  const report = sdkReport(model, await openDeclarations(file), docsSrc);
  printLines(report.lines);
  const short = shortfalls(report, { paths: minPaths, enumerations: minEnumerations });
  printLines(short, console.error);
  return short.length === 0 ? exitStatus.fine : exitStatus.look;
}
