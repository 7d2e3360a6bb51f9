/**
 * Fields as nested bullets:
 *
 *     - `name` (type | type, required|optional): text. Enum: 'a', 'b'. Default: `x`.
 *       - Variant (object):   a member of a union
 *       - Items:              the element of an array
 *       - ...                 a cut: the rest is documented elsewhere
 */
import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { aboutField, aboutObject, report, type RuleId } from '../../diagnostics.ts';
import { inlineText, positionOf, wordsOf, type InlineText } from '../../markdown/inline.ts';
import type { Field, Link, ObjectType, Position, Requiredness, Type } from '../../model/model.ts';
import { membersOf, openType, unionOf } from '../../model/types.ts';
import { markStructure } from '../account.ts';
import { withoutComments } from '../blocks.ts';
import type { Page, StrayStatement } from '../dialect.ts';
import { isOneEditAway, reportMisplaced } from '../flags.ts';
import { reportDots, reportDressedName } from '../field-name.ts';
import { takeProse } from '../prose.ts';
import { factsOfWhole, reportFactsInText, reportFactsInWords } from '../facts-in-words.ts';
import { bulletSigns, signsIn, structureSigns } from '../stray.ts';
import { reportStruckOut } from '../struck-out.ts';
import { unheldNumber, unheldSentence } from '../../model/numbers.ts';
import { readDefault, readDescription, type Description } from './description.ts';
import {
  constrain,
  isArray,
  isOpenObject,
  openObjectsIn,
  readType,
  replaceFirst,
} from './types.ts';

/** What the bullets below a field, a variant or an item say. */
interface Bullets {
  fields: Field<Link>[];
  variants: { node: ListItem; type: Type<Link> }[];
  items: { node: ListItem; bullets: Bullets }[];
  cuts: { node: ListItem }[];
}

type Bullet = 'field' | 'variant' | 'items' | 'cut' | 'prose';

/** What a bullet is, by how it begins. */
function bulletKind(item: ListItem): Bullet {
  const [first] = item.children;
  if (first?.type !== 'paragraph') return 'prose';
  const [head, next, ...rest] = first.children;
  if (
    head?.type === 'inlineCode' &&
    next?.type === 'text' &&
    isSignature(toString([next, ...rest]))
  )
    return 'field';
  const text = wordsOf(first);
  if (/^Variant\s\(/.test(text)) return 'variant';
  if (text.startsWith('Items:') || text === 'Items') return 'items';
  return text === '...' || text === '…' ? 'cut' : 'prose';
}

/** The words of a signature: those of a type, and what ends it. */
const signatureWords = [
  'string',
  'integer',
  'number',
  'boolean',
  'object',
  'array',
  'map',
  'unknown',
  'null',
  'required',
  'optional',
];

/**
 * Whether words begin with the bracket of a field, which begins with a type, has several parts or says whether the field
 * is required; any other bracket is words, as in `` `auto` (the default) picks one``.
 */
function isSignature(words: string): boolean {
  const [, inner = ''] = /^\s\(([^()]*)/.exec(words) ?? [];
  const [first = '', last = ''] = [/^\w+/.exec(inner)?.[0], /\w+$/.exec(inner)?.[0]];
  return (
    inner.includes(',') ||
    inner.includes('|') ||
    signatureWords.some((word) => isOneEditAway(first, word) || isOneEditAway(last, word))
  );
}

/** What the bullets are called that are not fields. */
const bulletWords = ['item', 'items', 'variant', 'variants'];

/**
 * A list belongs to the structure as soon as one of its bullets does, or looks as if it was meant to; otherwise it is
 * part of the text.
 */
export function isStructure(list: List): boolean {
  return list.children.some(isStatement);
}

/** Whether a bullet of a text looks like a part of the structure. */
export function strayStatements(_: Page, node: Paragraph | ListItem): StrayStatement[] {
  if (node.type === 'paragraph' || !isStatement(node)) return [];
  const sentence =
    'this bullet looks like a field, a variant, items or a cut, but is inside a description; move it to the list where it belongs.';
  return [{ rule: 'bullet-unknown', place: node, sentence }];
}

/** What in words looks like a part of the structure. */
export function statementsIn(words: InlineText, isCode: boolean): StrayStatement[] {
  return signsIn([...bulletSigns, ...structureSigns], words, isCode);
}

/** Whether a bullet belongs to the structure, or looks as if it was meant to. */
function isStatement(item: ListItem): boolean {
  return bulletKind(item) !== 'prose' || isNearMiss(item);
}

/** A bullet with a typing error in its first words: `` `name`: (string, required) ``, `Item:`, `Varaint (object):`, `....`. */
function isNearMiss(item: ListItem): boolean {
  const [first] = item.children;
  if (first?.type !== 'paragraph') return false;
  const text = wordsOf(first);
  if (/\b(?:required|optional)\)|^(?:[.…]\s*){2,}$/i.test(text)) return true;
  const word = /^(\w+)\W{0,2}(?:\(|:|$)/.exec(text)?.[1]?.toLowerCase();
  return word !== undefined && bulletWords.some((known) => isOneEditAway(word, known));
}

/** Reads the bullets of a list, each of which must belong to the structure. */
export function readBullets(page: Page, list: List): Bullets {
  const bullets: Bullets = { fields: [], variants: [], items: [], cuts: [] };
  for (const item of list.children) {
    switch (bulletKind(item)) {
      case 'field': {
        const field = aboutField(page.file, nameOf(item), () => readField(page, item));
        if (!field) break;
        const fieldOf = (name: string): Field<Link> | undefined =>
          bullets.fields.find((one) => one.name === name);
        reportDots(page, item, field, fieldOf, 'make it a bullet below that one.');
        const twin = fieldOf(field.name);
        if (twin)
          aboutField(page.file, field.name, () =>
            report(
              page.file,
              'field-duplicate',
              item,
              `\`${field.name}\` stands at ${twin.position} already; remove one of the two.`,
              [twin.position],
            ),
          );
        else bullets.fields.push(field);
        break;
      }
      case 'variant':
        bullets.variants.push({
          node: item,
          type: aboutObject(page.file, positionOf(page, item), () => readVariant(page, item)),
        });
        break;
      case 'items':
        bullets.items.push({
          node: item,
          bullets: readItems(page, item),
        });
        break;
      case 'cut':
        markStructure(page, [item.children[0]]);
        if (bullets.cuts.length > 0) {
          const sentence = 'a second cut in one list says nothing more; remove it.';
          report(page.file, 'bullet-unknown', item, sentence);
        }
        bullets.cuts.push({ node: item });
        break;
      case 'prose':
        aboutField(page.file, nameOf(item), () => {
          if (reportStruckOut(page, item)) return;
          report(
            page.file,
            'bullet-unknown',
            item,
            'this bullet is not a field (- `name` (type, required|optional): text), "Variant (type):", "Items:" or "...".',
          );
        });
        break;
    }
  }
  return bullets;
}

/** The name that the bullet of a field begins with, or the first word where it was not written as code. */
function nameOf({ children: [head] }: ListItem): string {
  const [name] = head?.type === 'paragraph' ? head.children : [];
  if (name?.type === 'inlineCode') return name.value;
  return head ? (/^\w+/.exec(wordsOf(head))?.[0] ?? '') : '';
}

/** Separates the bullets that belong to the structure from the blocks of text around them. */
function readNested(
  page: Page,
  blocks: readonly RootContent[],
): { prose: RootContent[]; bullets: Bullets } {
  const prose: RootContent[] = [];
  const bullets: Bullets = { fields: [], variants: [], items: [], cuts: [] };
  for (const block of blocks) {
    if (block.type !== 'list' || !isStructure(block)) {
      prose.push(block);
      continue;
    }
    const more = readBullets(page, block);
    bullets.fields.push(...more.fields);
    bullets.variants.push(...more.variants);
    bullets.items.push(...more.items);
    bullets.cuts.push(...more.cuts);
  }
  return { prose, bullets };
}

/** `Items:` has no text of its own: what is said of the elements is said of the array. */
function readItems(page: Page, item: ListItem): Bullets {
  const [head, ...blocks] = item.children;
  markStructure(page, [head]);
  const { prose, bullets } = readNested(page, withoutComments(page, blocks));
  const text =
    head &&
    wordsOf(head)
      .replace(/^Items:?/, '')
      .trim();
  if (text || prose.length > 0) {
    report(
      page.file,
      'bullet-unknown',
      prose[0] ?? item,
      '"Items:" has no text; write it at the array.',
    );
  }
  return bullets;
}

function readVariant(page: Page, item: ListItem): Type<Link> {
  const [head, ...blocks] = item.children;
  const inline = inlineText(page, head?.type === 'paragraph' ? head.children : []);
  markStructure(page, [head]);
  const match = /^Variant\s\(([^)]*)\)\s*:?\s*/.exec(inline.text);
  const { prose, bullets } = readNested(page, blocks);
  const described = readDescription(
    page,
    head,
    inline.slice(match?.[0].length ?? 0),
    takeProse(page, prose),
  );
  const start = 'Variant ('.length;
  let type = readType(page, inline.slice(start, start + (match?.[1] ?? '').length));
  if (described.values) type = constrain(page, item, type, described.values);
  const whole = attach(page, item, type, bullets);
  reportFacts(page, described);
  if (whole.kind === 'object') {
    if (described.text !== '') whole.description = described.text;
    if (described.support) whole.support = described.support;
    if (described.deprecated) whole.deprecated = described.deprecated;
    reportFactsInText(page, item, described.text, factsOfWhole(whole));
    return whole;
  }
  if (described.support)
    reportMisplaced(page, described.support, ': a variant without fields has no support');
  if (described.deprecated)
    reportMisplaced(
      page,
      { evidence: described.deprecated },
      ': a variant without fields cannot be deprecated',
    );
  if (described.text !== '') {
    report(
      page.file,
      'text-dropped',
      item,
      'a variant without fields has no place for a text; write it at the field.',
    );
  }
  return whole;
}

/** Only a field has bounds and a default. */
function reportFacts({ file }: Page, { bounds, default: value }: Description): void {
  const reportFact = (rule: RuleId, position: Position, fact: string): void => {
    const sentence = `a variant has no place for ${fact}; write it at the field.`;
    report(file, rule, position, sentence);
  };
  if (bounds) reportFact('bound-malformed', bounds.position, 'a bound');
  if (value) reportFact('default-malformed', value.position, 'a default');
}

/** Reads `` `name` (type, required): text. Enum: …. Default: `…`. `` and all that is nested below it. */
function readField(page: Page, item: ListItem): Field<Link> | undefined {
  const { file } = page;
  const [head, ...blocks] = item.children;
  if (head?.type !== 'paragraph' || head.children[0]?.type !== 'inlineCode') return undefined;
  const name = head.children[0].value;
  const inline = inlineText(page, head.children.slice(1));
  // What the bracket says is complete; that another mark than a colon stands behind it, or none, changes nothing.
  const signature =
    /^\s\(([^()]*),\s+(required|optional)\s*\)(?:\s*[:：]\s*|\s*[.,;](?:\s+|$)|\s+[-–—]\s+|\s+|$)/.exec(
      inline.text,
    );
  if (!signature) {
    // A type alone is the usual slip, and then the line can be written out.
    const [, type] = /^ \(([\w <>|[\]]+)\)/.exec(inline.text) ?? [];
    const sentence =
      type === undefined || /required|optional/i.test(type)
        ? `write \`${name}\` as: - \`${name}\` (type, required) or (type, optional), then a colon and its text.`
        : `\`${name}\` does not say whether it is required; write - \`${name}\` (${type}, required) or (${type}, optional), then a colon and its text.`;
    report(file, 'field-malformed', item, sentence);
    return undefined;
  }
  markStructure(page, [head]);
  if (reportDressedName(page, name, head)) return undefined;
  const [whole, typeText = '', requiredness = ''] = signature;
  const { prose, bullets } = readNested(page, blocks);
  const described = readDescription(page, head, inline.slice(whole.length), takeProse(page, prose));
  const start = ' ('.length;
  let type = readType(page, inline.slice(start, start + typeText.length));
  if (described.values) type = constrain(page, item, type, described.values);
  const field: Field<Link> = {
    name,
    position: positionOf(page, item),
    requiredness: isRequiredness(requiredness) ? requiredness : 'unstated',
    type: attach(page, item, type, bullets),
    origin: 'documented',
  };
  if (described.text !== '') field.description = described.text;
  if (described.support) field.support = described.support;
  if (described.deprecated) field.deprecated = described.deprecated;
  if (described.bounds) {
    field.bounds = described.bounds;
  }
  if (described.default) {
    const value = readDefault(described.default.text, field.type);
    if (value === undefined) {
      report(
        file,
        'default-malformed',
        item,
        `the default \`${described.default.text}\` of \`${name}\` does not fit its type.`,
      );
    } else {
      const { text, position } = described.default;
      const number = typeof value === 'string' ? undefined : unheldNumber(text);
      if (number !== undefined) report(file, 'default-malformed', item, unheldSentence(number));
      field.default = { value, position };
    }
  }
  reportFactsInWords(page, field, item);
  return field;
}

function isRequiredness(text: string): text is Requiredness {
  return text === 'required' || text === 'optional';
}

/** Puts what the nested bullets say in the place of the `object` or `array<…>` that they describe. */
function attach(page: Page, item: ListItem, type: Type<Link>, bullets: Bullets): Type<Link> {
  let whole: Type<Link> | undefined = type;
  const { fields, variants, items, cuts } = bullets;
  if (items.length > 0) {
    const [first] = items;
    whole = replaceFirst(whole, isArray, (array) => ({
      ...array,
      element: first ? attach(page, first.node, array.element, first.bullets) : array.element,
    }));
  }
  const own = fieldsOrVariants(page, item, { fields, variants, cuts });
  const [empty] = items.filter(({ node }) => node.children.length === 1);
  if (own && empty) {
    const sentence = '"Items:" has nothing below it; move what stands beside it there.';
    report(page.file, 'bullet-unknown', empty.node, sentence);
  }
  if (own && whole && openObjectsIn(whole) > 1) {
    report(
      page.file,
      'type-mismatch',
      item,
      'the nested bullets may be of more than one `object` of the type; put those of an array below "Items:", or give each `object` a variant.',
    );
    return type;
  }
  if (own && whole) {
    const others = membersOf(whole).filter((member) => !isSpelledOut(member, variants));
    if (others.length === 0) return own;
    whole = replaceFirst(unionOf(whole.position, others), isOpenObject, () => own);
  }
  const lost = own !== undefined && !membersOf(own).some(isObjectLike);
  if (whole && items.length < 2 && !lost) return whole;
  report(
    page.file,
    'type-mismatch',
    item,
    'the nested bullets do not fit the type: fields and variants need `object`, "Items:" needs an array.',
  );
  return type;
}

/** Whether a variant is what the bracket calls by a word: `string`, of which the variant lists the values. */
function isSpelledOut(member: Type<Link>, variants: Bullets['variants']): boolean {
  if (isOpenObject(member)) return false;
  return variants.some(({ type }) => {
    const values =
      type.kind === 'literal' ? [type] : type.kind === 'enumeration' ? type.values : [];
    const isNumber = member.kind === 'integer' || member.kind === 'number';
    const kinds = values.map(({ value }) => (isNumber ? 'number' : member.kind) === typeof value);
    return type.kind === member.kind || (kinds.length > 0 && !kinds.includes(false));
  });
}

function isObjectLike({ kind }: Type<Link>): boolean {
  return kind === 'object' || kind === 'open' || kind === 'map' || kind === 'union';
}

function fieldsOrVariants(
  page: Page,
  item: ListItem,
  { fields, variants, cuts }: Omit<Bullets, 'items'>,
): Type<Link> | undefined {
  const position = positionOf(page, item);
  if (variants.length > 0) {
    for (const { node } of cuts) {
      report(
        page.file,
        'bullet-unknown',
        node,
        'a cut is beside variants; move it into the variant that is cut.',
      );
    }
    if (fields.length > 0) {
      report(
        page.file,
        'type-mismatch',
        item,
        'fields and variants stand side by side; put the fields into the variants they belong to.',
      );
    }
    return unionOf(
      position,
      variants.map(({ type }) => type),
    );
  }
  if (fields.length > 0) {
    const object: ObjectType<Link> = { kind: 'object', position, fields };
    if (cuts.length > 0) object.open = 'cut';
    return object;
  }
  const [cut] = cuts;
  return cut ? openType(positionOf(page, cut.node), 'object', 'cut') : undefined;
}
