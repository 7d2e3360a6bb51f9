/** Messages in code blocks: JSON as people write it, with comments, commas too many, and one behind the other. */
import {
  getNodeValue,
  parseTree,
  printParseErrorCode,
  stripComments,
  type ParseError,
} from 'jsonc-parser';
import type { Code, Heading, Paragraph, RootContent } from 'mdast';
import { report } from '../diagnostics.ts';
import { positionOf, wordsOf } from '../markdown/inline.ts';
import { undressed } from '../markdown/undressed.ts';
import { isJsonObject, isTooDeep, numbersOf, parseJson, repeatedKeys } from '../model/json.ts';
import type { Example, Json, Position } from '../model/model.ts';
import { isHeld, unheldSentence } from '../model/numbers.ts';
import { positionAt } from '../model/position.ts';
import { markIgnored, markStructure } from './account.ts';
import { reportUnknownBlocks, withoutComments } from './blocks.ts';
import { isClosed, pointIn } from './code-block.ts';
import type { Page } from './dialect.ts';
import { reportPassedOver } from './passed-over.ts';

/**
 * Reads the blocks below a heading of examples: JSON, and words about it.
 *
 * @param where the heading, as a message says it
 */
export function readExamples(page: Page, blocks: readonly RootContent[], where: string): Example[] {
  return withoutComments(page, blocks).flatMap((block) => {
    if (isExample(block)) return readExample(page, block);
    passOverBeside(page, block, `the part below "${where}"`);
    return [];
  });
}

/** Passes over a block beside examples, if it is words about them. */
export function passOverBeside(page: Page, block: RootContent, where: string): void {
  if (block.type === 'paragraph' && !isMessage(page, block)) passOver(page, block);
  else reportUnknownBlocks(page, [block], where);
}

/** Whether a heading is one of examples: `Example`, `Examples`, `Example 2`, `Example: a refusal`. */
export function isExampleTitle(heading: Heading): boolean {
  return /^examples?\b/i.test(wordsOf(heading));
}

/** Whether a block is an example: code that says that it is JSON, or says nothing and begins like it. */
export function isExample(block: RootContent): block is Code {
  if (block.type !== 'code') return false;
  return isNamed(block) || (!block.lang && block.value.trimStart().startsWith('{'));
}

function isNamed({ lang }: Code): boolean {
  return /^jsonc?$/i.test(lang ?? '');
}

/** Whether words are a message that lost its fence. */
function isMessage(page: Page, words: Paragraph): boolean {
  return /^\s*[[\]{}]|["'][\w.$]+["']\s*:/m.test(undressed(page, words).text);
}

declare module 'vfile' {
  interface DataMap {
    /** Words that are passed over, and may state a fact all the same. */
    besideExamples: { text: string; position: Position }[];
  }
}

/** Words say nothing of the fields of a message; what looks as if it did is reported. */
function passOver(page: Page, words: Paragraph): void {
  reportPassedOver(page, words);
  const { text } = undressed(page, words);
  (page.file.data.besideExamples ??= []).push({ text, position: positionOf(page, words) });
  markIgnored(page, 'about-an-example', [words]);
}

/** Reads the messages of a code block. */
export function readExample(page: Page, block: Code): Example[] {
  markStructure(page, [block]);
  if (!isClosed(page, block)) {
    const sentence =
      'this example has no end, so that all that follows is taken for it; close its code block with ```.';
    report(page.file, 'example-malformed', block, sentence);
  }
  const examples = isTooDeep(block.value) ? [] : valuesIn(block.value);
  if (examples.length === 0 || examples.some(({ value }) => !isJsonObject(value))) {
    const sentence =
      'this example is not one JSON object, or several, one behind the other; fix its JSON.';
    report(page.file, 'example-malformed', block, sentence);
    return [];
  }
  if (!isNamed(block)) {
    const sentence =
      'this example is read, but its fence does not say that it is JSON; write ```json.';
    report(page.file, 'example-loose', block, sentence);
  } else if (parseJson(block.value) === undefined) {
    const sentence =
      'this example is read, but is not JSON as it stands: it has comments, commas too many, or several objects.';
    report(page.file, 'example-loose', block, sentence);
  }
  return examples.flatMap(({ value, text, offset }) => {
    if (!isJsonObject(value)) return [];
    for (const { key, offset: at } of repeatedKeys(text)) {
      const sentence = `this example has the key ${JSON.stringify(key)} twice in one object; remove one of the two.`;
      report(page.file, 'example-malformed', pointIn(block, offset + at), sentence);
    }
    for (const { number, offset: at } of numbersOf(text)) {
      if (!isHeld(number))
        report(page.file, 'example-malformed', pointIn(block, offset + at), unheldSentence(number));
    }
    // What JSON.stringify writes as an escape is half a character.
    if (/\\ud[89a-f]/.test(JSON.stringify(value))) {
      const sentence = 'this example has half a character in it, which no file can hold; fix it.';
      report(page.file, 'example-malformed', block, sentence);
      return [];
    }
    return [{ value, position: positionAt(page.file.path, pointIn(block, offset)) }];
  });
}

/** A value of a text, and where it begins. `value` is absent where the JSON cannot be read. */
interface Value {
  value?: Json;
  text: string;
  offset: number;
}

/** Whether a value ends before it is complete; what else is wrong behind its end is about what comes next. */
function isUnfinished({ error }: ParseError): boolean {
  return /^(?:Value|Colon|Comma|PropertyName|CloseBrace|CloseBracket)Expected$/.test(
    printParseErrorCode(error),
  );
}

/** The values that stand in a text one behind the other, with comments between and in them. */
function valuesIn(text: string): Value[] {
  const values: Value[] = [];
  for (let start = 0; start < text.length;) {
    const rest = text.slice(start);
    const errors: ParseError[] = [];
    const node = parseTree(rest, errors, { allowTrailingComma: true });
    // Behind the last value there may be a comment.
    if (!node && stripComments(rest).trim() === '') break;
    const end = node && node.length > 0 ? node.offset + node.length : rest.length;
    const part = { text: rest.slice(node?.offset, end), offset: start + (node?.offset ?? 0) };
    const isRead = node && !errors.some((error) => error.offset < end || isUnfinished(error));
    const value: Json | undefined = isRead ? getNodeValue(node) : undefined;
    values.push({ ...part, ...(value !== undefined && { value }) });
    start += end;
  }
  return values;
}
