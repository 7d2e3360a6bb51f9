/** The lines of a stream, however it is cut. */
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../generator/input/frames/lines.ts';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function numbered(text: string, size: number, most = 100): Promise<[number, unknown][]> {
  const found: [number, unknown][] = [];
  for await (const { first, lines } of linesOf(chunksOf(Buffer.from(text), size), most))
    for (const [i, line] of lines.entries()) found.push([first + i, line]);
  return found;
}

describe('lines', () => {
  test.each([1, 2, 3, 5, 1000])('are the same in chunks of %i bytes', async (size) => {
    expect(await numbered('one\n\ntwö 🙂\nlast', size)).toEqual([
      [1, 'one'],
      [2, ''],
      [3, 'twö 🙂'],
      [4, 'last'],
    ]);
  });

  test.each([1, 4, 1000])('that are too long are gone, in chunks of %i bytes', async (size) => {
    expect(await numbered(`a\n${'b'.repeat(50)}\nc\n`, size, 10)).toEqual([
      [1, 'a'],
      [2, undefined],
      [3, 'c'],
    ]);
  });

  test('of nothing are none', async () => {
    expect(await numbered('', 10)).toEqual([]);
  });
});
