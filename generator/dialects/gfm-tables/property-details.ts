/** "Property details": the fields of an event once more, in other words, which add nothing; what they say otherwise is told. */
import { aboutField, report } from '../../diagnostics.ts';
import { undressed } from '../../markdown/undressed.ts';
import type { Field, Link, Type } from '../../model/model.ts';
import { reportUnknownBlocks, withoutComments } from '../blocks.ts';
import { reportFactsInWords } from '../facts-in-words.ts';
import { reportMisplacedFlag } from '../flags.ts';
import { readProse } from '../prose.ts';
import { mayBe } from '../worded-facts/held.ts';
import type { Part } from './reference.ts';
import { isTable } from './tables.ts';

const statedType = /^\**type\**[:：]\** *`?(string|integer|number|boolean|array|object)\b/i;
const plainKinds: ReadonlySet<string> = new Set([
  'string',
  'integer',
  'number',
  'boolean',
  'array',
]);

/** Whether a type is another plain one, beyond doubt. */
function isOtherThan(type: Type<Link>, stated: string): boolean {
  return !mayBe(type, ({ kind }) => kind === stated.toLowerCase() || !plainKinds.has(kind));
}

/**
 * Reports fields that stand only in these parts, and facts and flags in their words that the fields do not have.
 *
 * @param fieldOf finds a field of the event by the words of a heading
 */
export function comparePropertyDetails(
  { parts }: Part,
  event: string,
  fieldOf: (words: string) => Field<Link> | undefined,
): void {
  for (const part of parts) compareDetail(part, event, fieldOf);
}

function compareDetail(
  part: Part,
  event: string,
  fieldOf: (words: string) => Field<Link> | undefined,
): void {
  const { page, heading, title, parts } = part;
  const { name = title, rest = '' } = /^(?<name>[^\s(:]+)(?<rest>[^]*)$/.exec(title)?.groups ?? {};
  const field = fieldOf(name);
  if (!field) {
    const sentence = `"${title}" names no field of ${event}; add it to the table of its properties.`;
    report(page.file, 'section-unknown', heading, sentence);
    return;
  }
  aboutField(page.file, field.name, () => {
    reportMisplacedFlag(page, undressed(page, heading));
    reportFactsInWords(page, { ...field, description: rest.trim() }, heading);
    const blocks = withoutComments(page, part.blocks);
    reportUnknownBlocks(page, blocks.filter(isTable), 'the details of a property');
    for (const block of blocks.filter((one) => !isTable(one))) {
      reportMisplacedFlag(page, undressed(page, block));
      const description = readProse(page, [block]).text;
      reportFactsInWords(page, { ...field, description }, block);
      const [, stated] = statedType.exec(description) ?? [];
      if (stated === undefined || !isOtherThan(field.type, stated)) continue;
      const sentence = `\`${field.name}\` is "${stated}" here, and another type in the table, which counts; fix one of them.`;
      report(page.file, 'section-diverges', block, sentence, [field.position]);
    }
  });
  // Of what a link leads to, nothing is known here.
  for (const inner of parts) compareDetail(inner, event, (words) => fieldOf(words) ?? field);
}
