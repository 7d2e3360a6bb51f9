import { describe, expect, test } from 'vitest';
import { deprecationIn, deprecationMark } from '../../generator/model/deprecation.ts';

describe('words', () => {
  test.each([
    ['Deprecated: use `dial`.', 'Deprecated: use `dial`.'],
    ['**Deprecated.** Use `dial`.', '**Deprecated.** Use `dial`.'],
    ['_Deprecated._ Use `dial`.', '_Deprecated._ Use `dial`.'],
    ['__Deprecated__ since May.', '__Deprecated__ since May.'],
    ['Where it is (deprecated).', 'Where it is (deprecated).'],
    ['The band. This field is now deprecated.', 'This field is now deprecated.'],
    ['Where it is, deprecated since May.', 'Where it is, deprecated since May.'],
    ['It has been deprecated in favour\nof `dial`.', 'It has been deprecated in favour of `dial`.'],
    ['The band. Deprecated: use `dial`. More.', 'Deprecated: use `dial`.'],
  ])('that call it deprecated: %j', (text, words) => {
    expect(deprecationIn(text)?.words).toBe(words);
  });

  test.each([
    'Where it is.',
    'Tells whether deprecated bands are shown.',
    'Deprecated bands are shown.',
    'It is not deprecated.',
    'deprecated_at is a time.',
    'Replaces `band`, which is deprecated.',
  ])('that do not: %j', (text) => {
    expect(deprecationIn(text)).toBeUndefined();
  });
});

describe('the end of a text', () => {
  test.each([
    ['Deprecated.', 'Deprecated.'],
    ['**Deprecated**', '**Deprecated**'],
    ['The band. Deprecated.', 'Deprecated.'],
    ["Enum: 'am'. Deprecated", 'Deprecated'],
    ['~~The band.~~ Deprecated.', 'Deprecated.'],
  ])('of %j is the mark %j', (text, words) => {
    expect(deprecationMark(text)?.words).toBe(words);
  });

  test.each(['It is not Deprecated.', 'Shows what is deprecated.', 'Deprecated: use `dial`.'])(
    'is not: %j',
    (text) => {
      expect(deprecationMark(text)).toBeUndefined();
    },
  );
});
