import { describe, expect, it } from 'vitest';
import { withoutCredentials } from '../generator/text.ts';

describe('without credentials', () => {
  it.each([
    ['cannot get https://me:secret@small.test/a', 'cannot get https://…@small.test/a'],
    ['ssh+git://me@small.test and file://you@here', 'ssh+git://…@small.test and file://…@here'],
    ['https://small.test/@me', 'https://small.test/@me'],
    ['me@small.test', 'me@small.test'],
  ])('%s', (text, told) => {
    expect(withoutCredentials(text)).toBe(told);
  });

  // A pattern that begins anew at every dot would take minutes.
  it('a text without an address is gone through once', () => {
    const text = 'a.'.repeat(400_000);
    expect(withoutCredentials(text)).toBe(text);
  });
});
