/** Units, encodings and formats that pages name in words only. What is not said in so many words is not read into them. */
import type { Both } from '../both.ts';
import { quantities, vagueUnits, type Quantity } from './quantities.ts';
import { plainWordsOf } from './words.ts';

/** The units that a description names, by quantity. */
export type Measures = ReadonlyMap<string, string>;

/**
 * The units that a description names, of each quantity: one, or those that something is in.
 *
 * @param of what is described: where that is not numbers or texts alone, units of theirs count that something is said to be in
 */
export function measuresIn(description: string | undefined, of: Quantity['of']): Measures {
  const words = plainWordsOf(description);
  const named = quantitiesNamedIn(words);
  const found = patterns.flatMap((pattern): [string, string][] => {
    if (!named.has(pattern.quantity)) return [];
    const isOwn = pattern.of === of || pattern.of === 'anything';
    if (!isOwn && of !== 'anything') return [];
    const unit = unitsIn(words, pattern, isOwn);
    return unit ? [[pattern.quantity, unit]] : [];
  });
  const regex = of === 'texts' && regexIn(description);
  return new Map(regex ? [...found, ['pattern', regex]] : found);
}

/** The regular expression that a description has in code. */
function regexIn(description: string | undefined): string | undefined {
  const [first, ...others] = new Set(description?.match(/(?<=`)\/?\^[^`]+(?=`)/g));
  return others.length === 0 ? first : undefined;
}

/** The units of the quantities that both sides name in different units, in words; `undefined` if there are none. */
export function otherUnits({ before, after }: Both<Measures>): Both<string> | undefined {
  const changed = [...before].flatMap(([quantity, was]) => {
    const is = after.get(quantity);
    return is === undefined || is === was ? [] : [{ was, is }];
  });
  if (changed.length === 0) return undefined;
  const inWords = (units: string[]) => [...new Set(units)].join(', ');
  return {
    before: inWords(changed.map(({ was }) => was)),
    after: inWords(changed.map(({ is }) => is)),
  };
}

interface Pattern {
  quantity: string;
  of: Quantity['of'];
  regex: RegExp;
  words: ReadonlyMap<string, string>;
  symbols: ReadonlyMap<string, string>;
}

/** What may stand before a unit: `not in ms`; `in ms`, `number of ms`, `(ms)`; `5 ms`; anything but a part of its word. */
const standing = [
  String.raw`(?<denied>\b(?:not|rather than|instead of) (?:(?:in|as) )?)`,
  String.raw`(?<stated>\b(?:in|as|units?:) (?:(?:an?|whole|full|unix|raw) )?|\b(?:many|number of) (?:\p{L}{1,20} )??|(?<![\p{L}\p{N}])[(\[](?=[^\s()[\]]{1,20}[)\]])|\p{L}, (?=[^\s.]{1,5}(?:\.(?:\s|$)|$)))`,
  String.raw`(?<amount>\d(?: (?!\d)|(?=\p{L}{2}|[%°])))`,
  String.raw`(?<![\p{L}\p{N}_]|\d[.,])`,
].join('|');

interface Spelling {
  quantity: string;
  /** The unit that it means. */
  unit: string;
  text: string;
  isSymbol: boolean;
}

const spellings = Object.entries(quantities)
  .flatMap(([quantity, { units }]) =>
    Object.entries(units).flatMap(([name, others]) =>
      [name, ...others.split(', ')].filter(Boolean).map((spelling): Spelling => {
        const text = bare(spelling).normalize('NFKC');
        return { quantity, unit: bare(name), text, isSymbol: bare(spelling) !== spelling };
      }),
    ),
  )
  .toSorted((a, b) => b.text.length - a.text.length);

/** A pattern of any of some spellings, the longest first. */
function anyOf(some: readonly Spelling[]): string {
  const sources = some.map(({ text }) =>
    text
      .replaceAll('.', String.raw`\.`)
      .replaceAll('-', '[-_]?')
      .replaceAll(' ', '[-_ ]?'),
  );
  return `(?:${sources.join('|')})`;
}

const patterns = Object.entries(quantities).map(([quantity, { of }]): Pattern => {
  const own = spellings.filter((one) => one.quantity === quantity);
  const regex = `(?:${standing})(?<unit>${anyOf(own)})(?![\\p{L}\\p{N}_]|\\.[\\p{L}\\p{N}])`;
  const [symbols, words] = [true, false].map((is) => own.filter((one) => one.isSymbol === is));
  return {
    quantity,
    of,
    regex: new RegExp(regex, 'giu'),
    words: new Map(words?.map(({ text, unit }) => [folded(text), unit])),
    symbols: new Map(symbols?.map(({ text, unit }) => [text, unit])),
  };
});

/** Any unit, wherever a word or a sign begins: to look for one quantity after the other takes long. */
const anyUnit = new RegExp(`(?<![\\p{L}_])(?=(${anyOf(spellings)})(?![\\p{L}\\p{N}_]))`, 'giu');

/** The quantities of each spelling, and of those that it has in it. */
const quantitiesOf = new Map(
  spellings.map(({ text }) => [
    folded(text),
    spellings
      .filter((one) => folded(text).includes(folded(one.text)))
      .map(({ quantity }) => quantity),
  ]),
);

function quantitiesNamedIn(words: string): Set<string> {
  return new Set(
    Array.from(
      words.matchAll(anyUnit),
      ([, unit = '']) => quantitiesOf.get(folded(unit)) ?? [],
    ).flat(),
  );
}

function bare(spelling: string): string {
  return spelling.replaceAll(/[()]/g, '');
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** The units that something is said to be in; or else the only one that is named, or that an amount is in. */
function unitsIn(
  text: string,
  { regex, words, symbols }: Pattern,
  isAnyNamed: boolean,
): string | undefined {
  const stated = new Set<string>();
  const named = new Set<string>();
  const aside = new Set<string>();
  let afterStated = -1;
  for (const {
    0: match,
    index,
    groups: { denied, stated: said, amount, unit = '' } = {},
  } of text.matchAll(regex)) {
    const isListed = afterStated >= 0 && /^,? (?:or|and) $/.test(text.slice(afterStated, index));
    const isStated = said !== undefined || isListed;
    const name =
      words.get(folded(unit)) ?? (isStated || amount !== undefined ? symbols.get(unit) : undefined);
    if (name === undefined || denied !== undefined) continue;
    const isAside = amount !== undefined || vagueUnits.includes(name);
    (isAside ? aside : isStated ? stated : named).add(name);
    afterStated = isStated ? index + match.length : -1;
  }
  if (stated.size > 0) return [...stated].toSorted().join(' or ');
  if (!isAnyNamed) return undefined;
  const [unit, ...others] = named.size > 0 ? named : aside;
  return others.length === 0 ? unit : undefined;
}
