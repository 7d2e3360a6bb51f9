/** The messages below `### Example`: JSON as people write it, with comments, commas too many, and one behind the other. */
import { getNodeValue, parseTree, stripComments, type ParseError } from 'jsonc-parser';
import type { Code, RootContent } from 'mdast';
import { report } from '../../diagnostics.ts';

import { isJsonObject, isTooDeep, parseJson, repeatedKeys } from '../../model/json.ts';
import type { Example, Json } from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import { markStructure } from '../account.ts';
import { reportUnknownBlocks, withoutComments } from '../blocks.ts';
import { pointIn } from '../code-block.ts';
import type { Page } from '../dialect.ts';

/** Reads the blocks below `### Example`. */
export function readExamples(page: Page, blocks: readonly RootContent[]): Example[] {
  return withoutComments(page, blocks).flatMap((block) => {
    if (block.type === 'code' && block.lang === 'json') return readExample(page, block);
    reportUnknownBlocks(page, [block], 'the part below "### Example"');
    return [];
  });
}

function readExample(page: Page, block: Code): Example[] {
  markStructure(page, [block]);
  const examples = isTooDeep(block.value) ? [] : valuesIn(block.value);
  if (examples.length === 0 || examples.some(({ value }) => !isJsonObject(value))) {
    const sentence =
      'this example is not one JSON object, or several, one behind the other; fix its JSON.';
    report(page.file, 'example-malformed', block, sentence);
    return [];
  }
  if (parseJson(block.value) === undefined) {
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
    const isRead = node && !errors.some(({ offset }) => offset < end);
    const value: Json | undefined = isRead ? getNodeValue(node) : undefined;
    values.push({ ...part, ...(value !== undefined && { value }) });
    start += end;
  }
  return values;
}
