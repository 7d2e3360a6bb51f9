import { expect, test } from 'vitest';
import { positionAt, splitPosition } from '../../generator/model/position.ts';

test('a position is the file, the line and the column', () => {
  expect(positionAt('radio/tune.md', { line: 12, column: 3 })).toBe('radio/tune.md:12:3');
});

test.each([
  ['radio/tune.md', 12, 3],
  ['radio/a:b.md', 1, 20],
  ['radio/9:9', 1, 1],
])('%s, line %i and column %i are taken out of a position again', (file, line, column) => {
  expect(splitPosition(positionAt(file, { line, column }))).toEqual({ file, line, column });
});
