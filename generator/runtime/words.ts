/** What is expected in a place, what is there instead, and where, in words. */
import { membersOf } from './expectations.ts';
import type { Expectation, Path, ReadingMode, Value } from './types.ts';

/** The characters of what is expected, and then no more than the number of what is left out: docs list thousands. */
const mostWords = 1000;

/** What is expected in the place of a value of another kind. */
export function wordsFor(value: unknown, expectation: Expectation, reading: ReadingMode): string {
  return typeof value === 'number' && expectation === 'number'
    ? finite
    : wordsOf(expectation, reading);
}

/** What a number must be that JSON has a word for. */
export const finite = 'a finite number';

/** What is expected, as `string | null`. */
export function wordsOf(expectation: Expectation, reading: ReadingMode): string {
  if (typeof expectation === 'string') return expectation === 'anything' ? 'a value' : expectation;
  if ('nested' in expectation || 'anyOf' in expectation)
    return alternatives(
      membersOf(expectation).map((member) => wordsOf(member.expectation, reading)),
    );
  if ('values' in expectation && reading === 'tolerant')
    return alternatives(expectation.values.map((value) => typeof value));
  if ('values' in expectation) return valueWords(expectation.values);
  if ('only' in expectation) return valueWords(expectation.only);
  return 'items' in expectation ? 'array' : 'object';
}

export function valueWords(values: readonly Value[]): string {
  return alternatives(values.map((value) => JSON.stringify(value)));
}

/** What may stand in a place, as far as {@link mostWords} allow, and how many others. */
export function alternatives(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  let room = mostWords;
  const told = distinct.filter((word) => (room -= word.length) >= 0);
  const [first = ''] = distinct;
  if (told.length === 0) told.push(first.slice(0, mostWords));
  const others = distinct.length - told.length;
  return [...told, ...(others > 0 ? [`${others} others`] : [])].join(' | ');
}

/** A value in a word or two; long texts are cut off. */
export function received(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shortened(value));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
}

export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A way as people write it: `session.tools[0].name`. */
export function pathText(path: Path): string {
  return path
    .map((key, at) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[\w$-]{1,60}$/.test(key)) return `[${JSON.stringify(shortened(key))}]`;
      return at === 0 ? key : `.${key}`;
    })
    .join('');
}
