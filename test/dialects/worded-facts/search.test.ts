import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  factsInField,
  factsInText,
  wordedFactIn,
} from '../../../generator/dialects/worded-facts/search.ts';

describe('facts in words', () => {
  it('are told by the words that seem to state one', () => {
    expect(wordedFactIn('How it sounds. One of: `a`, `b`.')).toBe('One of: `a`, `b`');
  });

  // Where a wording can be taken in two ways, and that again and again, looking for it would not end.
  it.each(['`a` or or or or ', '`a`/`b`\t/', '1,/00', 'and and or `a`, '])(
    'are looked for to the end in %j, however often it stands there',
    (words) => {
      expect(wordedFactIn(`Words ${words.repeat(200)}!`)).toBeUndefined();
    },
  );

  it('are looked for to the end where a sentence names a field again and again', () => {
    const facts = factsInText(`${'`a` is `b`, '.repeat(4_000)}and \`c\` is at most 10.`);

    expect(facts.map(({ about, words }) => [about, words])).toEqual([['c', 'at most 10']]);
  });

  // A wording that looks back from each of these to the beginning would take minutes.
  it.each(['`a` ', '(', '-', '*', '❌'])(
    'are looked for to the end in a long row of %j',
    (sign) => {
      expect(factsInField(`Words ${sign.repeat(20_000)}!`)).toEqual([]);
    },
  );
});

describe('sentences about all events or fields of a page', () => {
  const list = new URL('about-each.txt', import.meta.url);
  const lines = readFileSync(list, 'utf8').split('\n');

  it.each(lines.filter((line) => /^[-+] /.test(line)))('%s', (line) => {
    expect(wordedFactIn(line.slice(2)) !== undefined).toBe(line.startsWith('+'));
  });
});
