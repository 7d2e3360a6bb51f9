/** `support`: which sources have an event or a field, and under which name. */
import { Option } from 'commander';
import { supportMatrix } from '../matrix/matrix.ts';
import { formatNames, formats, type FormatName } from '../matrix/reports/index.ts';
import type { CellStatus, SupportMatrix } from '../matrix/types.ts';
import { viewOf } from '../matrix/view.ts';
import { statusWords } from '../matrix/words.ts';
import type { Direction } from '../model/model.ts';
import { similarTo } from '../runtime/similar.ts';
import type { Context } from './shared/context.ts';
import { readSources } from './shared/all-models.ts';
import {
  collect,
  exitStatus,
  statusOf,
  type Define,
  type DocsFolder,
  type ExitStatus,
} from './shared/options.ts';

interface SupportOptions extends DocsFolder {
  in: string[];
  direction?: Direction;
  fields?: boolean;
  onlyDifferences?: boolean;
  format: FormatName;
}

export const define: Define = (command, { ends, context }) => {
  command
    .addOption(
      new Option('--in <source>', 'only these sources, with commas between them')
        .argParser((value: string, all: string[]) =>
          value.split(',').reduce((list, name) => collect(name.trim(), list), all),
        )
        .default([], 'all sources'),
    )
    .addOption(
      new Option('--direction <direction>', 'only events of this direction').choices([
        'server',
        'client',
      ]),
    )
    .option('--fields', 'show the fields of the events, too')
    .option('--only-differences', 'leave out what all of the sources have alike')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(formatNames).default('table'),
    )
    .action(ends((events: string[], options: SupportOptions) => support(events, options, context)));
};

export async function support(
  asked: readonly string[],
  {
    in: sources,
    direction,
    fields = false,
    onlyDifferences = false,
    format,
    ...docs
  }: SupportOptions,
  context: Context,
): Promise<ExitStatus> {
  const { models, ids, errors } = await readSources(sources, docs, context);
  const whole = supportMatrix(models);
  const { matrix, missing, unknown } = viewOf(whole, {
    asked,
    sources: ids,
    ...(direction && { direction }),
    fields,
    onlyDifferences,
  });
  const { write, warn, width, paint } = context;
  if (matrix.events.length > 0 || format === 'json')
    write(formats[format](matrix, { width, paint }));
  else if (unknown.length === 0) context.print('No differences.');
  for (const name of unknown) warn(`No source has ${name}${hintOf(name, whole)}`);
  for (const { asked: name, source, support: status, isOpen } of missing) {
    const why = isOpen ? 'its docs leave open what stands there' : reasonOf(status);
    if (!unknown.includes(name)) warn(`${source} does not have ${name}: ${why}.`);
  }
  const found = statusOf(errors);
  return found === exitStatus.fine && missing.length > 0 ? exitStatus.look : found;
}

function reasonOf(status: CellStatus): string {
  return status === 'unsupported' ? 'its docs say that it is not supported' : statusWords[status];
}

/** What was probably meant. */
function hintOf(name: string, { events }: SupportMatrix): string {
  const [event = '', ...way] = name.split('/');
  const row = events.find((one) => one.event === event);
  const similar = row
    ? similarTo(
        way.join('/'),
        row.fields.map(({ path }) => path),
      )
    : similarTo(
        event,
        events.flatMap((one) => [
          one.event,
          ...Object.values(one.sources).flatMap(({ names }) => names ?? []),
        ]),
      );
  if (similar === undefined) return '.';
  return `; did you mean ${row ? `${event}/` : ''}${similar}?`;
}
