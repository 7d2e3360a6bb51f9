import { expect, test } from 'vitest';
import { editionOf } from '../../generator/model/edition.ts';

test('a copy of a publisher has its day, docs of one’s own have none', () => {
  const upstream = {
    title: 'Radio reference',
    url: 'https://example.com/',
    snapshot: '2026-01-31',
  };
  expect(editionOf({ id: 'radio', title: 'Radio', upstream })).toBe('Radio, snapshot 2026-01-31');
  expect(editionOf({ id: 'radio', title: 'Radio' })).toBe('Radio');
});
