/** What becomes of the words of a page at a place that a correction corrects. */
import { describe, expect, test } from 'vitest';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { docsOf } from '../support/docs.ts';
import { tree } from '../support/small-docs.ts';

/** The fields of the corrected object with their words, and what is said about words. */
function corrected(page: string, correction: string) {
  const [source] = modelSources(
    docsOf({
      ...tree(page),
      'radio/corrections/station.md': `---
target: tune/station
matches: 1
was: '{ name: string required }, required'
reason: The page is wrong.
evidence: A recording.
---

${correction}`,
    }),
  );
  const station = source?.model?.shapes[0];
  return {
    words:
      station?.type.kind === 'object' &&
      station.type.fields.map(({ name, description }) => [name, description]),
    told: source?.diagnostics.map(lineOfDiagnostic),
  };
}

const page = '- `station` (object, required)\n  - `name` (string, required): Its name.\n';

describe('a correction', () => {
  test('without words keeps those of the page, as deep as they stand', () => {
    expect(
      corrected(
        page,
        '- `station` (object | null, required)\n  - `name` (string, optional)\n  - `city` (string, optional): Where it is.\n',
      ),
    ).toEqual({
      words: [
        ['name', 'Its name.'],
        ['city', 'Where it is.'],
      ],
      told: [],
    });
  });

  test('with other words is told', () => {
    expect(
      corrected(page, '- `station` (object, optional)\n  - `name` (string, required): Another.\n'),
    ).toEqual({
      words: [['name', 'Another.']],
      told: [
        'radio/tune.md:5:1 info words-diverge the words here for station.name are not those of the correction radio/corrections/station.md:9:1, which are kept.',
      ],
    });
  });

  test('without the field that the page has words for is told', () => {
    expect(
      corrected(page, '- `station` (object, required)\n  - `city` (string, required)\n').told,
    ).toEqual([
      'radio/tune.md:5:1 info words-diverge the words here for station.name are not those of the correction radio/corrections/station.md:9:1, which are kept.',
    ]);
  });
});
