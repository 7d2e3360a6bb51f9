/** All sources, as the pipeline reads them: what they are, and what was made of them and said of them. They are read once. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isError } from '../../generator/diagnostics.ts';
import { diffModels } from '../../generator/diff/index.ts';
import { readModelFile } from '../../generator/input/model-file.ts';
import { isRuledOut } from '../../generator/model/support.ts';
import { eventsOf } from '../../generator/model/walk.ts';
import { coverageOf } from '../../generator/reports/coverage.ts';
import { readSources } from '../support/read-sources.ts';
import { generated, generatedSources, readModel, root } from '../support/repository.ts';

// Their trees are frozen: a stage that would change one throws here.
const sources = await readSources();

const pageOf = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const readme = pageOf('README.md');
const aboutGenerate = pageOf('docs/generate.md');

test('are those that are generated', () => {
  expect(sources.map(({ id }) => id).toSorted()).toEqual(generatedSources.toSorted());
});

test('have no line that is not accounted for', () => {
  const lost = sources.flatMap(({ lines }) =>
    Object.entries(lines).flatMap(([page, fates]) =>
      fates.flatMap(({ kind }, index) => (kind === 'nothing' ? [`${page}:${index + 1}`] : [])),
    ),
  );

  expect(lost).toEqual([]);
});

test("OpenAI's references are read whole, and without an error", () => {
  const read = sources
    .filter(({ id }) => id === 'openai-realtime' || id === 'openai-realtime-translation')
    .map(({ id, model, diagnostics }) => ({
      id,
      server: model && eventsOf(model, 'server').length,
      client: model && eventsOf(model, 'client').length,
      errors: diagnostics.filter(isError),
    }));
  expect(read).toEqual([
    { id: 'openai-realtime', server: 46, client: 11, errors: [] },
    { id: 'openai-realtime-translation', server: 7, client: 3, errors: [] },
  ]);
});

describe.each(sources)('$id', ({ id, model, diagnostics }) => {
  test('is the same as its committed model', async () => {
    expect(model).toBeDefined();
    expect(diffModels(await readModel(id), model)).toEqual([]);
  });

  test('is what is read of its model.json', async () => {
    const text = await readFile(path.join(generated, id, 'model.json'), 'utf8');
    expect(readModelFile(text, 'model.json')).toEqual(model);
  });

  test('stands in the table of sources of the README with its events, fields and concrete share', () => {
    if (!model) throw new Error(`${id} has no model`);
    const { fields, open } = coverageOf(model);
    const events = (['server', 'client'] as const)
      .map((direction) => ({
        direction,
        count: model.events.filter((event) => event.direction === direction).length,
      }))
      .filter(({ count }) => count > 0)
      .map(({ direction, count }) => `${count} ${direction}`);
    expect(rowOf(id)).toEqual([
      '',
      `\`${id}\``,
      events.join(' + '),
      String(fields),
      `${((100 * (fields - open)) / fields).toFixed(1)} %`,
      [
        model.source.upstream?.snapshot,
        ...(model.source.retired ? [`retired on ${model.source.retired.date}`] : []),
      ].join(', '),
      '',
    ]);
  });

  test('stands in the sample of what generate prints', () => {
    if (!model) throw new Error(`${id} has no model`);
    const line = aboutGenerate
      .split('\n')
      .find((text) => text.startsWith(`${id} `) && / events /.test(text));
    const unsupported = model.events.filter(({ support }) => isRuledOut(support));
    expect(
      line
        ?.replaceAll(/\s{2,}/g, '  ')
        .split('  ')
        .slice(0, 5),
    ).toEqual([
      id,
      `${model.events.length} events`,
      `${coverageOf(model).fields} fields`,
      `${unsupported.length} unsupported`,
      `${diagnostics.length} diagnostics`,
    ]);
  });
});

/** The cells of the rows of Markdown tables whose first cell names this source. */
function rowOf(id: string): string[] | undefined {
  const row = readme.split('\n').find((line) => line.startsWith(`| \`${id}\``));
  return row?.split('|').map((cell) => cell.trim());
}
