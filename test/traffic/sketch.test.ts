/** How many different things there were. */
import { describe, expect, test } from 'vitest';
import { Counter, hashOf, sizeInWords, sizeOf } from '../../generator/traffic/sketch.ts';

const hashes = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => hashOf(`session ${from + i}`));

function counted(...all: readonly number[]): Counter {
  const counter = new Counter();
  for (const hash of all) counter.add(hash);
  return counter;
}

describe('things', () => {
  test.each([0, 1, 255])('as few as %i are counted', (count) => {
    const sketch = counted(...hashes(0, count), ...hashes(0, count)).sketch();

    expect(sizeOf(sketch)).toEqual({ count, isExact: true });
  });

  test('that are more are estimated', () => {
    const { count, isExact } = sizeOf(counted(...hashes(0, 10_000)).sketch());

    expect(isExact).toBe(false);
    expect(Math.abs(count - 10_000)).toBeLessThan(2000);
  });

  test('are the same in any order, and in parts', () => {
    const whole = counted(...hashes(0, 2000)).sketch();
    const part = counted(...hashes(500, 2000)).sketch();

    expect(counted(...hashes(0, 2000).toReversed()).sketch()).toEqual(whole);
    expect(counted(...part, ...counted(...hashes(0, 500)).sketch()).sketch()).toEqual(whole);
  });

  test('have words for their number', () => {
    expect(sizeInWords(counted(1).sketch(), 'session')).toBe('1 session');
    expect(sizeInWords(counted(1, 2).sketch(), 'session')).toBe('2 sessions');
  });
});
