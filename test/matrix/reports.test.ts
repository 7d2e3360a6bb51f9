/** The forms of a part of the matrix, on screens of several widths. `npx vitest run -u` writes the fixtures anew. */
import { expect, it, test } from 'vitest';
import { supportMatrix } from '../../generator/matrix/matrix.ts';
import { formats } from '../../generator/matrix/reports/index.ts';
import { supportText } from '../../generator/matrix/reports/text.ts';
import { viewOf } from '../../generator/matrix/view.ts';
import { generatedSources, readModel } from '../support/repository.ts';

/** Of what the docs have today; what of it changes, changes here. */
const { matrix } = viewOf(supportMatrix(await Promise.all(generatedSources.map(readModel))), {
  asked: ['response.output_audio*.delta', 'input_audio_buffer.*', 'session.update/session.voice'],
  sources: [],
  fields: false,
  onlyDifferences: false,
});
const plain = (_: string, text: string) => text;

it.each([80, 200])('a table for a screen of %i columns', async (width) => {
  const text = supportText(matrix, { width, paint: plain });

  await expect(text).toMatchFileSnapshot(`fixtures/support-${width}.txt`);
});

test('no line of the table is longer than the screen', () => {
  for (const width of [80, 200]) {
    const [table = ''] = supportText(matrix, { width, paint: plain }).split('\n\n');
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  }
});

test('colours add nothing but themselves', () => {
  const marked = supportText(matrix, { width: 200, paint: (look, text) => `<${look}>${text}</>` });

  expect(marked.replaceAll(/<[^<>\s]*>/g, '')).toBe(
    supportText(matrix, { width: 200, paint: plain }),
  );
  expect(marked).toContain('<breaking>no');
});

test('a table for a pull request', async () => {
  await expect(formats.markdown(matrix, { width: 80, paint: plain })).toMatchFileSnapshot(
    'fixtures/support.md',
  );
});

test('JSON is a matrix', () => {
  expect(JSON.parse(formats.json(matrix, { width: 80, paint: plain }))).toEqual(matrix);
});
