import { expect, test } from 'vitest';
import type { ReadingMode } from '../../generator/model/model.ts';
import { mayBeAbsent, readingModeOf } from '../../generator/model/reading.ts';
import type { ReadingMode as GeneratedMode } from '../../generator/runtime/types.ts';

test('reading is tolerant, and writing exact', () => {
  expect(readingModeOf({}, 'server')).toBe('tolerant');
  expect(readingModeOf({}, 'client')).toBe('exact');
});

test('a source may say otherwise, for each direction', () => {
  expect(readingModeOf({ reading: { server: 'exact' } }, 'server')).toBe('exact');
  expect(readingModeOf({ reading: { server: 'exact' } }, 'client')).toBe('exact');
  expect(readingModeOf({ reading: { client: 'tolerant' } }, 'client')).toBe('tolerant');
});

test('the runtime part has the same words for it', () => {
  // A word that one of them has or lacks does not compile.
  const words = { tolerant: true, exact: true } satisfies Record<ReadingMode, true>;
  const generated = { tolerant: true, exact: true } satisfies Record<GeneratedMode, true>;

  expect(words).toEqual(generated);
});

test('what is not required may be absent', () => {
  expect(mayBeAbsent({ requiredness: 'required' })).toBe(false);
  expect(mayBeAbsent({ requiredness: 'optional' })).toBe(true);
  expect(mayBeAbsent({ requiredness: 'unstated' })).toBe(true);
});
