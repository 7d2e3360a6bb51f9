import { describe, expect, it } from 'vitest';
import { widthOf } from '../../generator/emit/width.ts';

describe('the columns that a text takes', () => {
  const texts: [string, string, number][] = [
    ['letters', 'abc #1', 6],
    ['signs', '✓ – ◐', 5],
    ['letters of East Asia', '一二', 4],
    ['an accent of its own', 'e\u0301', 1],
    ['an emoji', 'a 👍', 4],
    ['an emoji with a colour', '👍🏽', 2],
    ['a colour alone', '🏽', 2],
    ['emoji that are one', '👩‍👩‍👧', 2],
    ['a flag', '🇩🇪', 2],
    ['half a flag', '🇩', 1],
    ['a flag of a region', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 2],
    ['a key', '1️⃣', 2],
    ['a sign as an emoji, and as itself', '©️ ©', 4],
    ['several emoji', '👍 – 👍', 7],
  ];

  it.each(texts)('%s', (_, text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});
