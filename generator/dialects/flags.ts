/**
 * The flags in which pages say what is supported: a closed table. A flag with a typing error is understood and
 * reported; one that the table does not have is an error, so that it never passes for "supported".
 */
import type { VFile } from 'vfile';
import type { Point } from 'unist';
import { report } from '../diagnostics.ts';
import { positionAt } from '../model/position.ts';
import type { Support } from '../model/model.ts';

/** What a flag means. `none`: it says nothing of support. */
type Meaning = 'unsupported' | 'partial' | 'none';

const flags: readonly { text: string; meaning: Meaning }[] = [
  { text: 'CURRENTLY NOT SUPPORTED', meaning: 'unsupported' },
  { text: 'NOT SUPPORTED', meaning: 'unsupported' },
  { text: 'CURRENTLY PARTIALLY SUPPORTED', meaning: 'partial' },
  { text: 'PARTIALLY SUPPORTED', meaning: 'partial' },
  { text: 'VERIFIED', meaning: 'none' },
];

/** A bracketed text with what marks it up: quotes, emphasis, code, the rest of a link. Bounded, so that it stays linear. */
const bracketed = /['"*_~`[]{0,4}\[([^[\]]*)\]['"*_~`\]]{0,4}(?:\[\]|\([^()\s]*\))?/g;
/**
 * Two capitals at least and no small letter: `[A]` is a footnote mark, `[0.6, 1.2]` a range. Scripts without capitals
 * are words of a text.
 */
const capitals = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}\p{Lo}]*$/su;

/** Text without its flags, and the support that they state. */
export interface Flagged {
  text: string;
  support?: Support;
}

/**
 * Takes the flags out of a text.
 *
 * @param pointAt the place of a character of the text
 * @returns the text without flags, trimmed; `support` when a flag says something of it
 */
export function readFlags(file: VFile, text: string, pointAt: (offset: number) => Point): Flagged {
  let support: Support | undefined;
  const rest = text.replaceAll(bracketed, (match: string, inner: string, offset: number) => {
    const point = pointAt(offset);
    // A link in capitals is a link, unless its words are a flag.
    const found = readFlag(file, inner, point, !match.endsWith(')'));
    if (!found) return match;
    support ??= supportOf(found, match, positionAt(file.path, point));
    return '';
  });
  const flagged: Flagged = { text: rest.replaceAll(/[ \t]{2,}/g, ' ').trim() };
  if (support) flagged.support = support;
  return flagged;
}

/** Reads a whole text that may be a flag without brackets, such as a paragraph of capitals. */
export function readBareFlag(file: VFile, paragraph: string, point: Point): Support | undefined {
  const text = paragraph.trim().replace(/\.$/, '');
  if (!capitals.test(text)) return undefined;
  const entry = flags.find((flag) => flag.text === normalize(text)) ?? nearMiss(normalize(text));
  if (!entry) {
    if (/\s|SUPPORT|DEPRECAT|OBSOLETE|REMOVED/.test(text)) reportUnknown(file, text, point);
    return undefined;
  }
  if (entry.text !== normalize(text)) reportNearMiss(file, text, entry.text, point);
  return supportOf(entry.meaning, text, positionAt(file.path, point));
}

function readFlag(
  file: VFile,
  inner: string,
  point: Point,
  mustBeKnown: boolean,
): Meaning | undefined {
  const text = normalize(inner);
  const entry = flags.find((flag) => flag.text === text) ?? nearMiss(text);
  if (entry) {
    if (inner.trim().replaceAll(/\s+/g, ' ') !== entry.text)
      reportNearMiss(file, inner, entry.text, point);
    return entry.meaning;
  }
  if (mustBeKnown && capitals.test(inner)) {
    reportUnknown(file, inner, point);
  }
  return undefined;
}

function reportUnknown(file: VFile, text: string, point: Point): void {
  const known = flags.map((flag) => `[${flag.text}]`).join(', ');
  report(file, 'flag-unknown', point, `the flag [${text}] is not known; the flags are ${known}.`);
}

function reportNearMiss(file: VFile, text: string, meant: string, point: Point): void {
  report(file, 'flag-near-miss', point, `[${text}] is read as [${meant}]; mend its spelling.`);
}

function supportOf(
  meaning: Meaning,
  text: string,
  position: Support['evidence']['position'],
): Support | undefined {
  const evidence = { position, text };
  if (meaning === 'none') return undefined;
  return meaning === 'partial'
    ? { status: 'partial', note: text, evidence }
    : { status: 'unsupported', evidence };
}

function normalize(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
}

/**
 * The flag that a text misspells, if there is exactly one: word for word the same, but for one typing error in
 * each longer word. Short words must be exact, for NOT and NOW are one letter apart.
 */
function nearMiss(text: string): (typeof flags)[number] | undefined {
  const words = text.split(' ');
  const matches = flags.filter((flag) => {
    const meant = flag.text.split(' ');
    return (
      meant.length === words.length &&
      meant.every(
        (word, i) => word === words[i] || (word.length > 5 && isOneEditAway(words[i] ?? '', word)),
      )
    );
  });
  return matches.length === 1 ? matches[0] : undefined;
}

/** Whether one letter added, left out, changed, or swapped with its neighbour makes `a` of `b`. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}
