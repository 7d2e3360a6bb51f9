/** `diff --as providers`: what a program written for one source meets on another one. */
import path from 'node:path';
import { counts, type Threshold } from '../diff/judge/weight.ts';
import { UsageError } from '../errors.ts';
import { encountersOf, namesOfNothing, type Encounter } from '../matrix/encounters.ts';
import { supportMatrix } from '../matrix/matrix.ts';
import {
  encounterFormats,
  encounterReport,
  type EncounterFormat,
} from '../matrix/reports/encounters.ts';
import { readSources } from './shared/all-models.ts';
import type { Context } from './shared/context.ts';
import { exitStatus, statusOf, type DocsFolder, type ExitStatus } from './shared/options.ts';

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
  const { models, ids, documented, errors } = await readSources([home, away], docs, context);
  if (new Set(ids).size < 2)
    throw new UsageError(
      `${home} and ${away} are the same source; versions of one are compared without --as providers.`,
    );
  const matrix = supportMatrix(models);
  const [from, to] = ids.map((id) => matrix.sources.find((one) => one.id === id));
  if (!from || !to) return exitStatus.failed;
  const [nothing] = namesOfNothing(matrix, { home: from, away: to }, event);
  if (nothing !== undefined)
    throw new UsageError(`Neither ${home} nor ${away} has an event ${nothing}.`);
  const encounters = encountersOf(matrix, { home: from, away: to }, event).map((encounter) =>
    withPlace(encounter, docs.docsSrc, documented),
  );
  context.write(
    encounterReport(chosen, encounters, { home: from.title, away: to.title }, context.paint),
  );
  const found = statusOf(errors);
  const fails = encounters.some(({ weight }) => counts(weight, failOn));
  return found === exitStatus.fine && fails ? exitStatus.look : found;
}

/** An encounter with the file of its evidence from where the docs folder is named, if it is one of the docs. */
function withPlace(
  encounter: Encounter,
  docsSrc: string,
  documented: ReadonlySet<string>,
): Encounter {
  const { evidence } = encounter;
  const [id = ''] = evidence?.file.split('/') ?? [];
  if (!evidence || !documented.has(id)) return encounter;
  return { ...encounter, evidence: { ...evidence, file: path.posix.join(docsSrc, evidence.file) } };
}
