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
  const found = patterns.flatMap((pattern): [string, string][] => {
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

const patterns = Object.entries(quantities).map(([quantity, one]) => patternOf(quantity, one));

function patternOf(quantity: string, { of, units }: Quantity): Pattern {
  const spellings = Object.entries(units).flatMap(([name, others]) =>
    [name, ...others.split(', ')].filter(Boolean).map((spelling) => {
      const [text, unit] = [bare(spelling).normalize('NFKC'), bare(name)];
      return { text, unit, isSymbol: bare(spelling) !== spelling };
    }),
  );
  const sources = spellings
    .toSorted((a, b) => b.text.length - a.text.length)
    .map(({ text }) =>
      text
        .replaceAll('.', String.raw`\.`)
        .replaceAll('-', '[-_]?')
        .replaceAll(' ', '[-_ ]?'),
    );
  const regex = `(?:${standing})(?<unit>${sources.join('|')})(?![\\p{L}\\p{N}_]|\\.[\\p{L}\\p{N}])`;
  const [symbols, words] = [true, false].map((is) =>
    spellings.filter((one) => one.isSymbol === is),
  );
  return {
    quantity,
    of,
    regex: new RegExp(regex, 'giu'),
    words: new Map(words?.map(({ text, unit }) => [folded(text), unit])),
    symbols: new Map(symbols?.map(({ text, unit }) => [text, unit])),
  };
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
  for (const { groups: { denied, stated: isStated, amount, unit = '' } = {} } of text.matchAll(
    regex,
  )) {
    const isSet = isStated !== undefined || amount !== undefined;
    const name = words.get(folded(unit)) ?? (isSet ? symbols.get(unit) : undefined);
    if (name === undefined || denied !== undefined) continue;
    const isAside = amount !== undefined || vagueUnits.includes(name);
    (isAside ? aside : isStated === undefined ? named : stated).add(name);
  }
  if (stated.size > 0) return [...stated].toSorted().join(' or ');
  if (!isAnyNamed) return undefined;
  const [unit, ...others] = named.size > 0 ? named : aside;
  return others.length === 0 ? unit : undefined;
}
