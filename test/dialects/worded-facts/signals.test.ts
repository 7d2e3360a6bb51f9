/**
 * The net below the wordings is wider than they are: every sentence of their lists has a signal. `signals.txt` has sentences
 * that no wording reads: `+` may state a fact, `-` is prose.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { signalIn } from '../../../generator/dialects/worded-facts/signals.ts';
import { withMaskedValues } from '../../../generator/dialects/worded-facts/values.ts';

const folder = new URL('./', import.meta.url);

/** The sentences of a list that begin with a mark. */
function listed(file: string, mark: '+' | '-'): string[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
  return lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(2));
}

const hasSignal = (sentence: string): boolean => signalIn(withMaskedValues(sentence)) !== undefined;

it.each(readdirSync(folder).filter((file) => file.endsWith('.txt')))(
  'every fact of %s has a signal',
  (file) => {
    expect(listed(file, '+').filter((sentence) => !hasSignal(sentence))).toEqual([]);
  },
);

it('prose has none', () => {
  expect(listed('signals.txt', '-').filter(hasSignal)).toEqual([]);
});
