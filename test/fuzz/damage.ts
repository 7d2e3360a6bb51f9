/** Random damage to real pages: a line, a character or a part of a page is lost, doubled, moved or replaced. */
import { array, constantFrom, nat, oneof, string, tuple, type Arbitrary } from 'fast-check';

const pieces = constantFrom(
  '||',
  '|',
  '|#',
  '#|',
  '- ',
  '  ',
  '\n',
  '\n\n',
  '#',
  '`',
  '```',
  '**',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '<',
  '>',
  '"',
  "'",
  '\\',
  ':',
  '…',
  '...',
  ', required)',
  'Enum:',
  'Default:',
  '\r',
  '\t',
  '\u0000',
  '\ufeff',
  '\u00a0',
  '\ud800',
  '\u202e',
  'â†’',
  '<!--',
  '---\n',
);

/** One change of a text, at a place that is a share of its length. */
type Damage = (text: string) => string;

const at = (text: string, share: number): number => Math.floor((text.length * share) / 1000);

function lineAt(text: string, share: number): [before: string[], line: string, after: string[]] {
  const lines = text.split('\n');
  const index = Math.min(lines.length - 1, Math.floor((lines.length * share) / 1000));
  return [lines.slice(0, index), lines[index] ?? '', lines.slice(index + 1)];
}

const damage: Arbitrary<Damage> = oneof(
  nat(999).map(
    (share): Damage =>
      (text) =>
        text.slice(0, at(text, share)) + text.slice(at(text, share) + 1),
  ),
  tuple(nat(999), oneof(pieces, string({ unit: 'binary', maxLength: 3 }))).map(
    ([share, piece]): Damage =>
      (text) =>
        text.slice(0, at(text, share)) + piece + text.slice(at(text, share)),
  ),
  nat(999).map((share): Damage => (text) => {
    const [before, , after] = lineAt(text, share);
    return [...before, ...after].join('\n');
  }),
  nat(999).map((share): Damage => (text) => {
    const [before, line, after] = lineAt(text, share);
    return [...before, line, line, ...after].join('\n');
  }),
  tuple(nat(999), constantFrom(1, 2, 5)).map(([share, columns]): Damage => (text) => {
    const [before, line, after] = lineAt(text, share);
    return [...before, ' '.repeat(columns) + line, ...after].join('\n');
  }),
  nat(999).map(
    (share): Damage =>
      (text) =>
        text.slice(0, at(text, share)),
  ),
  tuple(nat(999), nat(999)).map(
    ([one, two]): Damage =>
      (text) =>
        text.slice(0, at(text, Math.min(one, two))) + text.slice(at(text, Math.max(one, two))),
  ),
);

/** One to three changes, one after the other. */
export const damages: Arbitrary<Damage> = array(damage, { minLength: 1, maxLength: 3 }).map(
  (all): Damage =>
    (text) =>
      all.reduce((changed, change) => change(changed), text),
);
