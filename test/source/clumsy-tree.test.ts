/**
 * A folder of pages in the style of a publisher's streaming reference, with faults of every kind: corrections alone,
 * without an edit of a page, make all events of it.
 */
import { describe, expect, test } from 'vitest';
import { isError } from '../../generator/diagnostics.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { modelSources } from '../../generator/pipeline.ts';

const docs = await readDocs(new URL('fixtures/clumsy-tree', import.meta.url).pathname);
const withoutCorrections = new Map([...docs].filter(([name]) => !name.includes('/corrections/')));
const [corrected] = modelSources(docs);
const [asPublished] = modelSources(withoutCorrections);

test('its pages have faults of many kinds', () => {
  const rules = new Set(asPublished?.diagnostics.filter(isError).map(({ rule }) => rule));

  expect([...rules].toSorted()).toEqual([
    'bound-malformed',
    'bullet-unknown',
    'default-malformed',
    'enum-malformed',
    'event-type-missing',
    'field-malformed',
    'flag-unknown',
    'group-differs',
    'page-missing',
    'page-unlisted',
    'section-missing',
    'section-unknown',
    'title-differs',
    'title-missing',
    'type-mismatch',
    'type-unknown',
  ]);
});

describe('with corrections', () => {
  test('no error is left', () => {
    expect(corrected?.diagnostics.filter(isError)).toEqual([]);
  });

  test('each fault of the pages is told as info, with the correction that settles it', () => {
    const places = corrected?.diagnostics.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
    const settled = corrected?.diagnostics.filter(({ settledBy }) => settledBy !== undefined);

    expect(settled?.map(({ severity }) => severity)).not.toContain('error');
    expect(places).toEqual(
      expect.arrayContaining(
        asPublished?.diagnostics
          // What resolving tells is of what the corrections left.
          .filter(({ subject }) => subject !== undefined)
          .map(({ file, line, rule }) => `${file}:${line} ${rule}`) ?? [],
      ),
    );
  });

  test('all events are there', () => {
    expect(corrected?.model?.events.map(({ name }) => name)).toEqual([
      'response.created',
      'response.queued',
      'response.completed',
      'response.output_text.delta',
      'response.output_text.done',
      'response.paused',
      'response.failed',
      'response.in_progress',
      'response.refusal.done',
    ]);
  });
});
