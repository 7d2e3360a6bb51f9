import { describe, expect, test } from 'vitest';
import { isDeprecated, measureOf } from '../../generator/diff/prose.ts';

describe('a description', () => {
  test.each([
    'Deprecated: use `dial`.',
    '**Deprecated.** Use `dial`.',
    'Where it is (deprecated).',
    'This field is now deprecated.',
    'It has been deprecated in favour\nof `dial`.',
  ])('calls it deprecated: %j', (text) => {
    expect(isDeprecated(text)).toBe(true);
  });

  test.each([undefined, 'Where it is.', 'Tells whether deprecated bands are shown.'])(
    'does not: %j',
    (text) => {
      expect(isDeprecated(text)).toBe(false);
    },
  );

  test.each([
    ['Milliseconds of silence.', 'milliseconds'],
    ['How long (ms).', 'milliseconds'],
    ['Base64-encoded audio.', 'base64'],
    ['Bytes, in base64.', undefined],
    ['The second item.', undefined],
    [undefined, undefined],
  ])('of %j names the unit %s', (text, measure) => {
    expect(measureOf(text)).toBe(measure);
  });
});
