/** Pages that say the same in other words, in another order or in another layout: nothing but `docs` findings. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bothWays, diffOf } from './pages.ts';

/** A field of the page: a name, and what is said of it. */
interface Bullet {
  name: string;
  type: string;
  required: boolean;
  words: string[];
  facts: string;
  below: Bullet[];
}

const word = fc.constantFrom('where', 'the', 'dial', 'stands', 'now', 'and', 'later', 'of', 'it');
const words = fc.array(word, { minLength: 1, maxLength: 12 });
const kind = fc.constantFrom(
  { type: 'string', facts: '' },
  { type: 'string', facts: " Enum: 'am', 'fm'." },
  { type: 'string | null', facts: ' Default: `am`.' },
  { type: 'number', facts: ' Minimum: `0`. Maximum: `1`.' },
  { type: 'array<integer>', facts: '' },
  { type: 'object', facts: '' },
);

function bullets(depth: number): fc.Arbitrary<Bullet[]> {
  const names = fc.uniqueArray(fc.constantFrom('dial', 'band', 'rate', 'gain', 'name', 'mode'), {
    minLength: 1,
    maxLength: 4,
  });
  return names.chain((all) => fc.tuple(...all.map((name) => bullet(name, depth))));
}

function bullet(name: string, depth: number): fc.Arbitrary<Bullet> {
  return fc
    .record({
      kind,
      required: fc.boolean(),
      words,
      below: depth === 0 ? fc.constant<Bullet[]>([]) : bullets(depth - 1),
    })
    .map(({ kind: { type, facts }, required, words: own, below }) => ({
      name,
      type,
      facts,
      required,
      words: own,
      below: type === 'object' ? below : [],
    }));
}

/** How a page is laid out. */
interface Layout {
  indent: number;
  /** The words on a line. */
  width: number;
  marker: string;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.integer({ min: 2, max: 4 }),
  width: fc.integer({ min: 2, max: 30 }),
  marker: fc.constantFrom('-', '*', '+'),
});

function page(fields: readonly Bullet[], { indent, width, marker }: Layout, above = ''): string {
  return fields
    .map(({ name, type, required, words: own, facts, below }) => {
      const text = `${own.join(' ')}.${facts}`.split(' ');
      const lines = text.flatMap((_, i) =>
        i % width === 0 ? [text.slice(i, i + width).join(' ')] : [],
      );
      const hanging = `\n${above}  `;
      const head = `${above}${marker} \`${name}\` (${type}, ${required ? 'required' : 'optional'}): ${lines.join(hanging)}\n`;
      return head + page(below, { indent, width, marker }, above + ' '.repeat(indent));
    })
    .join('');
}

const plain: Layout = { indent: 2, width: 100, marker: '-' };
const fields = bullets(2);

const rulesOf = (before: string, after: string) =>
  diffOf(bothWays(before), bothWays(after)).map(({ verdict, rule }) => `${verdict} ${rule}`);

/** The same fields in another order, on every level. */
function reordered(all: readonly Bullet[]): fc.Arbitrary<Bullet[]> {
  return fc
    .tuple(...all.map((one) => reordered(one.below).map((below) => ({ ...one, below }))))
    .chain((own) => fc.shuffledSubarray(own, { minLength: own.length }));
}

function reworded(all: readonly Bullet[]): fc.Arbitrary<Bullet[]> {
  return fc.tuple(
    ...all.map((one) =>
      fc.tuple(words, reworded(one.below)).map(([own, below]) => ({ ...one, words: own, below })),
    ),
  );
}

describe('a page', () => {
  test('that is laid out anew has not changed', () => {
    fc.assert(
      fc.property(fields, layout, (all, other) => {
        expect(rulesOf(page(all, plain), page(all, other))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('whose fields stand in another order has changed in its order only', () => {
    const pairs = fields.chain((all) => fc.tuple(fc.constant(all), reordered(all)));

    fc.assert(
      fc.property(pairs, ([all, other]) => {
        const rules = new Set(rulesOf(page(all, plain), page(other, plain)));
        expect([...rules].filter((rule) => rule !== 'docs order-changed')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('that is worded anew has changed in its words only', () => {
    const pairs = fields.chain((all) => fc.tuple(fc.constant(all), reworded(all)));

    fc.assert(
      fc.property(pairs, ([all, other]) => {
        const rules = new Set(rulesOf(page(all, plain), page(other, plain)));
        expect([...rules].filter((rule) => rule !== 'docs description-changed')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('another type is found in the same pages', () => {
  const all = (type: string) => [
    { name: 'dial', type, required: true, words: ['it'], facts: '', below: [] },
  ];

  expect(rulesOf(page(all('integer'), plain), page(all('number'), plain))).toEqual([
    'dangerous integer-to-number',
    'safe integer-to-number',
  ]);
});
