/**
 * What the words of a field state beside what they mean to a reader: a closed table of phrases. What is written in
 * another way stays words.
 */
import { locatedText, type InlineText } from '../../markdown/inline.ts';
import { numberInWords } from '../../model/numbers.ts';
import { valueOfCode } from './tables.ts';

const code = '`[^`]+`';
const list = `${code}(?:(?:,? (?:and|or) |, ?)${code})*`;
const several = `${code}(?:(?:,? (?:and|or) |, ?)${code})+`;
/** Behind a number: the end of the sentence, or a unit. */
const end = String.raw`(?=(?: milliseconds| ?ms)?(?:[.,](?:\s|$)|\s*$|\)))`;

/** A phrase, and what it states. The groups of its pattern are called after that. */
interface Phrase {
  /**
   * `literal`: the one value. `list`: the values; `rest`: there are others. `default`, `minimum`, `maximum`. `null`: it
   * may be null. `parent`: the object that it is a property of. `nested`: its properties come next. `elements`: the type
   * of the elements of an array. `note`: what it is supported for.
   */
  pattern: RegExp;
  example: string;
  /** Says nothing more to a reader: it is not kept as words, if it is a line of its own, or wherever it stands. */
  taken?: 'line' | 'always';
}

/** Every phrase that is read, as it is written in a cell, in code marks where there are any. */
export const phrases: readonly Phrase[] = [
  {
    pattern: new RegExp(
      `(?:^|[.;] +)(?:The (?:\\w+ ){1,3}must be|Must be|Always|The value will always be) +(?<literal>${code})(?=[.\\s]*$)`,
    ),
    example: 'The event type must be `session.update`.',
  },
  {
    pattern: new RegExp(`(?:^|[。；] *)[^。；]{2,6}必须[是为] *(?<literal>${code})(?=[。\\s]*$)`),
    example: '事件类型必须是 `session.updated`。',
  },
  {
    pattern: new RegExp(
      `\\b(?:Allowed|Possible|Supported) values(?: are)?:? (?<list>${list})(?=[.;]?\\s*$|\\. (?!Otherwise|\`))`,
    ),
    example: 'Allowed values: `text`, `audio`',
    taken: 'line',
  },
  {
    pattern: new RegExp(
      `\\b(?:Allowed|Possible|Supported) values(?: are)?:? (?<list>${list})(?<rest>\\. Otherwise)`,
    ),
    example: 'Allowed values: `auto`, and `none`. Otherwise, the name of a function.',
  },
  {
    pattern: new RegExp(`\\bThe supported values are (?<list>${list})(?=\\.)`),
    example: 'The supported values are `auto` and `none`.',
  },
  { pattern: new RegExp(`^(?<list>${several})\\.?$`), example: '`near_field` or `far_field`' },
  {
    pattern: new RegExp(`^[^:\`]*: (?<list>${several})\\.?$`),
    example: 'Name of the voice: `alloy`, `ash`',
  },
  {
    pattern: new RegExp(`\\((?<list>${several})\\)`),
    example: 'How loud it is (`low`, `medium` and `high`)',
  },
  {
    pattern: /\bThis property is (?<null>nullable)\.?/,
    example: 'This property is nullable.',
    taken: 'line',
  },
  {
    pattern: /\bcan be set to (?<null>`?null`?)(?![\w-])/,
    example: 'This can be set to null to turn off.',
  },
  {
    pattern: new RegExp(`\\b[Dd]efaults? (?:to|is|value is) (?<default>${code})`),
    example: 'Defaults to `0.5`. Default is `webrtc`',
  },
  {
    pattern: new RegExp(`\\b[Dd]efaults? (?:to|is|value is) (?<default>${numberInWords})${end}`),
    example: 'Defaults to 1000 ms. Default is 50.',
  },
  {
    pattern: new RegExp(`\\b[Tt]he default (?:\\w+ )?value is (?<default>${code})`),
    example: 'The default status value is `in_progress`.',
  },
  {
    pattern: new RegExp(`\\(default: (?<default>${code}|true|false|${numberInWords})(?=[,)])`),
    example: '(default: 0.5)',
  },
  { pattern: new RegExp(`(?<default>${code}) \\(default\\)`), example: '`auto` (default)' },
  {
    pattern: new RegExp(
      `\\bbetween \`?(?<minimum>${numberInWords})\`? and \`?(?<maximum>${numberInWords})(?![\\w%])`,
    ),
    example: 'a value between `0.0` and `1.0`',
  },
  {
    pattern: new RegExp(
      `\\blimited to \`?(?<minimum>${numberInWords})\`? through \`?(?<maximum>${numberInWords})`,
    ),
    example: 'limited to `0.6` through `1.2`',
  },
  {
    pattern: new RegExp(
      `\\b(?:limited to|Range is) \\[(?<minimum>${numberInWords}), ?(?<maximum>${numberInWords})\\]`,
    ),
    example: 'Range is [-1, 1]',
  },
  {
    pattern: new RegExp(
      `\\(\`?(?<minimum>${numberInWords})\`? ?(?:-|–|to) ?\`?(?<maximum>${numberInWords})\`?\\)`,
    ),
    example: '(0.0-1.0)',
  },
  {
    pattern: new RegExp(
      `\\brange: (?<minimum>${numberInWords}) ?(?:-|–|to) ?(?<maximum>${numberInWords})`,
    ),
    example: '(default: 10, range: 1–2000)',
  },
  {
    pattern: new RegExp(`\\bMinimum value is (?<minimum>${numberInWords})`),
    example: 'Minimum value is 0.',
  },
  {
    pattern: new RegExp(`\\bMaximum value is (?<maximum>${numberInWords})`),
    example: 'Maximum value is 9.',
  },
  {
    pattern: /\s*\bA property of the `(?<parent>[^`]+)` object\./,
    example: 'A property of the `usage` object.',
    taken: 'always',
  },
  {
    pattern: /\s*\bSee (?<nested>nested) properties (?:in the next table|next)\./,
    example: 'See nested properties in the next table.',
    taken: 'always',
  },
  {
    pattern: /^Array items: (?<elements>\S.*)$/,
    example: 'Array items: [Part](#part)',
    taken: 'line',
  },
  {
    pattern: /^Each item is of type (?<elements>[^.]+)\.(?=\s|$)/,
    example: 'Each item is of type `string`. Allowed values: `text`, `audio`',
  },
  {
    pattern: /\bThis event is (?<note>only (?:applicable|available) (?:for|in|with) [^.]+)/,
    example: 'This event is only applicable for WebRTC.',
  },
  {
    pattern: /\b[Oo]nly available (?<note>for [^.]*\bmodels?)\b/,
    example: 'Only available for `gpt-realtime` models.',
  },
  { pattern: /\bis (?<note>in preview)\b/, example: 'This event is in preview.' },
];

/** What says before a phrase that it does not hold: `Does not default to`, `not between`. */
const denial = /(?:\b(?:not|never|no longer|used to)|n['’]t) $/i;

/** Something that a line states, and where in the line. */
export interface Statement {
  what:
    | 'literal'
    | 'list'
    | 'rest'
    | 'null'
    | 'default'
    | 'minimum'
    | 'maximum'
    | 'parent'
    | 'nested'
    | 'elements'
    | 'note';
  text: string;
  offset: number;
  /** Whether it is all that its line says, so that the line is not kept as words. */
  isWholeLine?: true;
}

const kinds: readonly Statement['what'][] = [
  'literal',
  'list',
  'rest',
  'null',
  'default',
  'minimum',
  'maximum',
  'parent',
  'nested',
  'elements',
  'note',
];

/** What a line states, and the words that are left of it. */
export interface ReadLine {
  statements: Statement[];
  words: InlineText | undefined;
}

/** Reads the phrases of a line. */
export function readLine(line: InlineText): ReadLine {
  const statements: Statement[] = [];
  let words: InlineText | undefined = line;
  for (const { pattern, taken } of phrases) {
    const match = pattern.exec(line.text);
    const groups = match?.groups;
    if (!match || !groups || denial.test(line.text.slice(0, match.index))) continue;
    const rest: string = (
      line.text.slice(0, match.index) + line.text.slice(match.index + match[0].length)
    ).trim();
    const isWholeLine = taken !== undefined && rest === '';
    for (const what of kinds) {
      const text = groups[what];
      if (text === undefined) continue;
      // One thing is stated once: what is written first counts.
      if (statements.some((one) => one.what === what && one.what !== 'list')) continue;
      if (
        what === 'list' &&
        statements.some((one) => one.what === 'list' || one.what === 'literal')
      )
        continue;
      const offset = match.index + Math.max(0, match[0].indexOf(text));
      statements.push({ what, text, offset, ...(isWholeLine && { isWholeLine }) });
    }
    if (isWholeLine) words = undefined;
    else if (taken === 'always' && words) words = without(words, match[0]);
  }
  return { statements, words };
}

/** A line without a part of it. */
function without(line: InlineText, part: string): InlineText {
  const start = line.text.indexOf(part);
  if (start < 0) return line;
  return locatedText(line.text.replace(part, ''), (offset) =>
    line.pointAt(offset < start ? offset : offset + part.length),
  );
}

/** The values of a list in code. */
export function valuesOfList(list: string): { value: string; offset: number }[] {
  return Array.from(list.matchAll(/`[^`]+`/g), ({ 0: one, index }) => ({
    value: valueOfCode(one),
    offset: index,
  }));
}
