/** Lists of values: the first of them on a line, and all of them as bullets below it. */
import type { Literal } from '../../model/model.ts';
import { readProse } from '../prose.ts';
import { positionIn, type Bullet } from './bullets.ts';
import type { Alternative, Expression } from './expression.ts';
import {
  counted,
  reportAt,
  reportLostSupport,
  stand,
  type ReadSeveral,
  type Reading,
} from './reading.ts';

type ValueAlternative = Extract<Alternative, { kind: 'value' }>;

/** The value that is all there is of a type. */
export function valueOf({ alternatives, null: orNull }: Expression): ValueAlternative | undefined {
  const [only, ...others] = alternatives;
  return only?.kind === 'value' && others.length === 0 && !orNull ? only : undefined;
}

/** Reads a list of values: the line has the first of them, the bullets all. */
export function readValues(
  reading: Reading,
  bullet: Bullet,
  alternatives: readonly Alternative[],
  bullets: readonly Bullet[],
): ReadSeveral {
  const listed = alternatives.filter((one) => one.kind === 'value');
  const more = alternatives.reduce((sum, one) => sum + (one.kind === 'more' ? one.count : 0), 0);
  const below = bullets.flatMap((one) => {
    const value = one.statement.kind === 'type' ? valueOf(one.statement.type) : undefined;
    if (value) return { bullet: one, value };
    const sentence = `\`${one.code.value}\` is not a value, as the others of this list are; move it, or write it in quotes.`;
    reportAt(reading, 'type-mismatch', one, sentence);
    return [];
  });
  if (bullets.length === 0 && more === 0) {
    const sentence = `the ${listed.length === 1 ? 'value is' : 'values are'} not repeated as ${listed.length === 1 ? 'a bullet' : 'bullets'} below; add - \`${JSON.stringify(listed[0]?.value)}\`${listed.length === 1 ? '' : ' and the others'}.`;
    reportAt(reading, 'enum-without-values', bullet, sentence);
    return { types: listed.map((one) => literalOf(reading, bullet, one)), words: [] };
  }
  const isListed = listed.every(({ value }, i) => below[i]?.value.value === value);
  if (!isListed || below.length !== listed.length + more)
    reportAt(
      reading,
      'count-differs',
      bullet,
      `the line has ${counted(listed.length + more, 'value')}, and there ${stand(below.length, 'value')} below it${isListed ? '' : ', others than on the line'}; something was lost or added.`,
    );
  return {
    types: below.map((one) => literalOf(reading, one.bullet, one.value)),
    words: below.flatMap((one) => wordsOfValue(reading, one.bullet)),
  };
}

/** A value as a type of its own. */
export function literalOf(
  { page }: Reading,
  bullet: Bullet,
  alternative: ValueAlternative,
): Literal {
  const position = positionIn(page, bullet, alternative.offset);
  const { deprecated } = readProse(page, bullet.below.prose);
  return { kind: 'literal', position, value: alternative.value, ...(deprecated && { deprecated }) };
}

/** Words of one value, which say what it means. */
export function wordsOfValue(reading: Reading, { code, below }: Bullet): string[] {
  for (const one of below.bullets) {
    const sentence = 'nothing can be below a value; move this bullet.';
    reportAt(reading, 'type-mismatch', one, sentence);
  }
  const { text, support } = readProse(reading.page, below.prose);
  if (support) reportLostSupport(reading, support);
  return text === '' ? [] : [`\`${code.value}\`: ${text}`];
}
