/** `inspect`: all that a source says of an event. */
import { Option } from 'commander';
import { inspectText } from '../matrix/reports/inspect.ts';
import type { Direction } from '../model/model.ts';
import { UsageError } from '../errors.ts';
import { advisorOf } from '../traffic/advice.ts';
import type { Context } from './shared/context.ts';
import { readModels } from './shared/models.ts';
import { exitStatus, type Define, type DocsFolder, type ExitStatus } from './shared/options.ts';

interface InspectOptions extends DocsFolder {
  direction?: Direction;
}

export const define: Define = (command, { ends, context }) => {
  command
    .addOption(
      new Option('--direction <direction>', 'where there are events of one name in both').choices([
        'server',
        'client',
      ]),
    )
    .action(
      ends((source: string, event: string, options: InspectOptions) =>
        inspect(source, event, options, context),
      ),
    );
};

/** @throws UsageError when there is no such source, or no such event in it */
export async function inspect(
  source: string,
  name: string,
  { direction, ...docs }: InspectOptions,
  context: Context,
): Promise<ExitStatus> {
  const read = await readModels([source], docs, context);
  const [model] = read?.models ?? [];
  if (!read || !model) return exitStatus.look;
  const named = model.events.filter((event) => event.name === name);
  const events = named.filter((event) => event.direction === (direction ?? event.direction));
  if (events.length === 0) {
    const [other] = named;
    const advice = other
      ? `It is a ${other.direction} event.`
      : (advisorOf(model, read.renames).onName(name, undefined) ??
        `"support --in ${source}" lists its events.`);
    throw new UsageError(`${source} has no event ${name}. ${advice}`);
  }
  context.write(
    events.map((event) => inspectText(model, event, docs.docsSrc, context.paint)).join('\n'),
  );
  return exitStatus.fine;
}
