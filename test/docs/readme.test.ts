/** The README is true: its figures are those of the program, its code compiles with what is generated. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../generator/reports/coverage.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { errorsOf } from '../support/compiler.ts';
import { root } from '../support/repository.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const sources = modelSources(await readDocs(new URL('../../docs-src', import.meta.url).pathname));

/** The cells of the rows of Markdown tables whose first cell names this source. */
function rowOf(id: string): string[] | undefined {
  const row = readme.split('\n').find((line) => line.startsWith(`| \`${id}\``));
  return row?.split('|').map((cell) => cell.trim());
}

describe.each(sources)('$id', ({ id, model, diagnostics }) => {
  test('stands in the table of sources with its events, fields and concrete share', () => {
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
    const line = readme
      .split('\n')
      .find((text) => text.startsWith(`${id} `) && / events /.test(text));
    const unsupported = model.events.filter(({ support }) => support.status === 'unsupported');
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

test('what it shows of the generated code compiles', () => {
  const samples = [...readme.matchAll(/```ts\n(import [^]*?)```/g)].map(([, code = '']) => code);
  expect(samples.length).toBeGreaterThan(0);
  // The package is built of these sources.
  const ofPackage = /'realtime-event-types\/([\w-]+)'/g;
  const files = new Map(
    samples.map((code, i) => [
      path.join(root, `sample-${i}.ts`),
      code.replaceAll(ofPackage, "'./generated/$1/index.js'"),
    ]),
  );
  expect(errorsOf(files, { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] })).toEqual([]);
});
