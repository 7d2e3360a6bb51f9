/** `diff --as providers`: what a program written for one source meets on another one. */
import { counts, type Threshold } from '../diff/judge/weight.ts';
import { UsageError } from '../errors.ts';
import { encountersOf, namesOfNothing } from '../matrix/encounters.ts';
import { supportMatrix } from '../matrix/matrix.ts';
import {
  encounterFormats,
  encounterReport,
  type EncounterFormat,
} from '../matrix/reports/encounters.ts';
import { readAllModels } from './shared/all-models.ts';
import type { Context } from './shared/context.ts';
import { exitStatus, statusOf, type DocsFolder, type ExitStatus } from './shared/options.ts';
import { refuseUnknown } from './shared/docs.ts';

export interface ProvidersOptions extends DocsFolder {
  format: string;
  failOn: Threshold;
  /** Names or patterns of events; none: all. */
  event: readonly string[];
}

/** @throws UsageError when one of the two is not a source, neither has an event that is asked for, or the format is one of changes alone */
export async function diffProviders(
  home: string | undefined,
  away: string | undefined,
  { format, failOn, event, ...docs }: ProvidersOptions,
  context: Context,
): Promise<ExitStatus> {
  if (home === undefined || away === undefined)
    throw new UsageError(
      '--as providers compares two sources: name the one that the program was written for, then the other one.',
    );
  const chosen = encounterFormats.find((one): one is EncounterFormat => one === format);
  if (!chosen)
    throw new UsageError(
      `--as providers has no format ${format}; it has ${encounterFormats.join(', ')}.`,
    );
  const { models, errors } = await readAllModels(docs, context);
  const ids = models.map(({ source }) => source.id);
  refuseUnknown([home, away], ids, docs.docsSrc);
  const matrix = supportMatrix(models);
  const [from, to] = [home, away].map((id) => matrix.sources.find((one) => one.id === id));
  if (!from || !to) return exitStatus.failed;
  const [nothing] = namesOfNothing(matrix, { home: from, away: to }, event);
  if (nothing !== undefined)
    throw new UsageError(`Neither ${home} nor ${away} has an event ${nothing}.`);
  const encounters = encountersOf(matrix, { home: from, away: to }, event);
  context.write(
    encounterReport(chosen, encounters, { home: from.title, away: to.title }, context.paint),
  );
  const found = statusOf(errors);
  const fails = encounters.some(({ weight }) => counts(weight, failOn));
  return found === exitStatus.fine && fails ? exitStatus.look : found;
}
