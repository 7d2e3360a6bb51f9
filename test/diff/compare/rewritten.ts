/** Pages that say the same in other words, in another order or in another layout, and what a diff may find then. */
import * as fc from 'fast-check';
import type { Texts } from '../../support/docs.ts';
import { treePage } from '../../support/small-docs.ts';
import { bothWays, diffOf, treeSource } from '../../support/diff-pages.ts';

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
/** Measures say something of numbers and of texts only: units of the one, encodings of the other. */
const unit = fc.constantFrom('seconds', 'minutes', 'ms', 'bytes', 'percent', 'hertz');
const encoding = fc.constantFrom('base64', 'base64url', 'hex', 'hexadecimal', 'raw');

/** Words that may describe a field of a type, or, without one, an event. */
function wordsFor(type?: string): fc.Arbitrary<string[]> {
  const measures =
    type === undefined || type === 'object'
      ? [unit, encoding]
      : type.startsWith('string')
        ? [unit]
        : type === 'number'
          ? [encoding]
          : [];
  return fc.array(fc.oneof(word, ...measures), { minLength: 1, maxLength: 12 });
}

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
  return kind.chain(({ type, facts }) =>
    fc.record({
      name: fc.constant(name),
      type: fc.constant(type),
      facts: fc.constant(facts),
      required: fc.boolean(),
      words: wordsFor(type),
      below: depth === 0 || type !== 'object' ? fc.constant<Bullet[]>([]) : bullets(depth - 1),
    }),
  );
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

export function page(
  fields: readonly Bullet[],
  { indent, width, marker }: Layout,
  above = '',
): string {
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

export const plain: Layout = { indent: 2, width: 100, marker: '-' };
const fields = bullets(2);

export const rulesOf = (before: string, after: string) =>
  diffOf(bothWays(before), bothWays(after)).map(({ verdict, rule }) => `${verdict} ${rule}`);

/** Both events with the same bullets, described in these words. */
function describedAs(own: readonly string[], bullets: string): Texts {
  const text = (name: string) =>
    treePage(name, bullets).replace('\n\n', `\n\n${own.join(' ')}.\n\n`);
  return treeSource({ server: { tuned: text('tuned') }, client: { tune: text('tune') } });
}

/** The same fields in another order, on every level. */
function reordered(all: readonly Bullet[]): fc.Arbitrary<Bullet[]> {
  return fc
    .tuple(...all.map((one) => reordered(one.below).map((below) => ({ ...one, below }))))
    .chain((own) => fc.shuffledSubarray(own, { minLength: own.length }));
}

function reworded(all: readonly Bullet[]): fc.Arbitrary<Bullet[]> {
  return fc.tuple(
    ...all.map((one) =>
      fc
        .tuple(wordsFor(one.type), reworded(one.below))
        .map(([own, below]) => ({ ...one, words: own, below })),
    ),
  );
}

/** A page that is laid out anew has not changed. */
export const laidOutAnew = fc.property(
  fields,
  layout,
  (all, other) => rulesOf(page(all, plain), page(all, other)).length === 0,
);

/** A page whose fields stand in another order has changed in its order only. */
export const inAnotherOrder = fc.property(
  fields.chain((all) => fc.tuple(fc.constant(all), reordered(all))),
  ([all, other]) => {
    const rules = rulesOf(page(all, plain), page(other, plain));
    return rules.every((rule) => rule === 'docs order-changed');
  },
);

/** A page that is worded anew has changed in its words only. */
export const wordedAnew = fc.property(
  fields.chain((all) => fc.tuple(fc.constant(all), reworded(all))),
  fc.tuple(wordsFor(), wordsFor()),
  ([all, other], [before, after]) => {
    const findings = diffOf(
      describedAs(before, page(all, plain)),
      describedAs(after, page(other, plain)),
    );
    return findings.every(({ rule }) => rule === 'description-changed');
  },
);
