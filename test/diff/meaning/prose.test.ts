import { describe, expect, test } from 'vitest';
import { encodingOf, unitOf } from '../../../generator/diff/meaning/prose.ts';

describe('a description', () => {
  test.each([
    ['Milliseconds of silence.', 'milliseconds'],
    ['How long (ms).', 'milliseconds'],
    ['Seconds, or minutes.', undefined],
    ['The second item.', undefined],
    [undefined, undefined],
  ])('of %j names the unit %s', (text, unit) => {
    expect(unitOf(text)).toBe(unit);
  });

  test.each([
    ['Base64-encoded audio.', 'base64'],
    ['Audio bytes in Base64.', 'base64'],
    ['Audio bytes in hexadecimal.', 'hexadecimal'],
    ['Hex-encoded audio.', 'hexadecimal'],
    ['Raw audio.', 'raw'],
    ['Raw audio in base64.', 'base64'],
    ['Base64 or hex.', undefined],
    ['Valid for 120 seconds.', undefined],
    [undefined, undefined],
  ])('of %j names the encoding %s', (text, encoding) => {
    expect(encodingOf(text)).toBe(encoding);
  });
});
