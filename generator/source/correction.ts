/** Reads a correction: front matter that says what it applies to, and what is right, there or in the syntax of the pages. */
import type { Root, RootContent } from 'mdast';
import * as v from 'valibot';
import { line, meantOf, objectOf } from '../contract.ts';
import { report } from '../diagnostics.ts';
import type { Page } from '../dialects/dialect.ts';
import { readProse, takeProse } from '../dialects/prose.ts';
import { isComment } from '../markdown/inline.ts';
import type {
  AppliedCorrection,
  Direction,
  Evidence,
  Field,
  Json,
  Link,
  Literal,
  Position,
  Section,
  Support,
  Type,
} from '../model/model.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';

/** What the front matter says where there is nothing: no field, no default, no event. */
export const absent = 'absent';

/** What of a field, or of an event, a correction can state without the rest of it. */
const facts = [
  'flag',
  'disputed',
  'deprecated',
  'requiredness',
  'default',
  'minimum',
  'maximum',
  'name',
] as const;

export type Fact = (typeof facts)[number];

/** What a list of values can say of one of them. */
const valueStates = ['listed', 'deprecated', absent] as const;

export type ValueState = (typeof valueStates)[number];

const value = v.union(
  [line, v.number(), v.boolean(), v.null()],
  'must be a text, a number, true, false or null',
);

const contract = objectOf({
  /** An event, or the path of a field: `session.*\/session.turn_detection`. A `*` is any part of a name. */
  target: line,
  matches: v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(1, 'must be 1 at least'),
  ),
  fact: v.exactOptional(
    v.picklist(facts, ({ input }) => `is not known; ${meantOf(input, facts, 'the facts')}`),
  ),
  /** One of the values that the field lists. */
  value: v.exactOptional(
    v.union([line, v.number(), v.boolean()], 'must be a text, a number, true or false'),
  ),
  was: value,
  is: v.exactOptional(value),
  direction: v.exactOptional(v.picklist(['server', 'client'], 'must be "server" or "client"')),
  page: v.exactOptional(v.pipe(line, v.endsWith('.md', 'must be the path of a Markdown page'))),
  reason: line,
  evidence: line,
});

type Front = FrontMatter<v.InferOutput<typeof contract>>;

/** What a correction says is right. */
export type Statement =
  | { kind: 'field'; field: Field<Link>; sections: Section[] }
  | {
      kind: 'event';
      fields: Field<Link>[];
      sections: Section[];
      text?: string;
      support?: Support;
      deprecated?: Evidence;
    }
  /** The event is documented by this page, which no index lists. */
  | { kind: 'page'; path: string }
  /** `value` is absent where nothing should stand. */
  | { kind: 'fact'; fact: Fact; value?: Json }
  /** What a list says of one of its values. */
  | { kind: 'value'; value: Literal['value']; state: ValueState }
  /** There is no such field, member, event or entry. */
  | { kind: 'nothing' };

/** A correction as it is written, each part with its place. */
export interface Correction {
  position: Position;
  target: { text: string; position: Position };
  matches: { value: number; position: Position };
  /** What the page had, in words: the signature of a field or an event, a fact; `absent` when it had nothing. */
  was: { text: string; position: Position };
  reason: string;
  evidence: { text: string; position: Position };
  direction?: Direction;
  statement: Statement;
}

/**
 * Reads a correction.
 *
 * @returns `undefined` when it does not follow its contract, which is reported on its page
 */
export function readCorrection(page: Page): Correction | undefined {
  const front = readFrontMatter(page, contract);
  if (!front) return undefined;
  const read = readStatement(page, front);
  if (!read) return undefined;
  const { target, matches, was, reason, evidence, direction } = front.values;
  return {
    position: read.position,
    target: { text: target, position: front.at('target') },
    matches: { value: matches, position: front.at('matches') },
    was: { text: textOf(was), position: front.at('was') },
    reason,
    evidence: { text: evidence, position: front.at('evidence') },
    ...(direction && { direction }),
    statement: read.statement,
  };
}

/** What the model keeps of a correction. */
export function appliedOf({
  position,
  target,
  was,
  reason,
  evidence,
}: Correction): AppliedCorrection {
  return { position, target: target.text, was: was.text, reason, evidence: evidence.text };
}

/** A value in front matter, and the value of a fact, in words. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether a target is an event as a whole, or an entry of an index. */
export function isEventTarget(target: string): boolean {
  return !target.includes('/');
}

/** Whether a target is a member of a union, and not a field. */
export function isMemberTarget(target: string): boolean {
  return target.endsWith('>');
}

/** Takes the members, and the marks of arrays and maps, out of a target. */
export function bareNames(path: string): string {
  return path.replaceAll(/<[\w |-]+>|\[\]|\{\}/g, '');
}

/** What is right, and the place that says so. */
interface Read {
  statement: Statement;
  position: Position;
}

/** Of the three ways to say what is right, a correction goes one: a statement below, `is`, `page`. */
function readStatement(page: Page, front: Front): Read | undefined {
  const { target, is, page: path, fact, value: listed } = front.values;
  const body = page.tree.children.slice(1).filter((block) => !isComment(block));
  const ways = [body.length > 0, is !== undefined, path !== undefined].filter(Boolean).length;
  const isShort = fact !== undefined || listed !== undefined;
  if (ways !== 1 || (isShort && is === undefined)) {
    const sentence =
      'a correction says once what is right: below its front matter as the pages would, or with "is" (for a fact, a value, or absent), or with the "page" of an event.';
    report(page.file, 'correction-invalid', body[0] ?? front.at('target'), sentence);
    return undefined;
  }
  if (is !== undefined) return readIs(page, front, is);
  if (path !== undefined) {
    if (isEventTarget(target) && isOfNewEvent(page, front))
      return { statement: { kind: 'page', path }, position: front.at('page') };
    if (!isEventTarget(target)) reportKey(page, front, 'page', 'is of an event, not of a field');
    return undefined;
  }
  if (!isEventTarget(target)) return readField(page, target);
  if (front.values.was === absent && !isOfNewEvent(page, front)) return undefined;
  return readEvent(page, target);
}

/** An event that is added has a direction and a name of its own. */
function isOfNewEvent(page: Page, front: Front): boolean {
  const { target, direction, was } = front.values;
  if (target.includes('*'))
    reportKey(page, front, 'target', 'must be the whole name of an event that is added');
  else if (direction === undefined)
    reportKey(page, front, 'target', 'is an event that is added; say its "direction", too');
  else if (was !== absent)
    reportKey(page, front, 'was', `must be "${absent}" for an event that is added`);
  else return true;
  return false;
}

const isValue: Record<Fact, { fits: (is: Json) => boolean; form: string }> = {
  flag: oneOf(['supported', 'unsupported', 'partial']),
  disputed: oneOf(['supported', 'unsupported', 'partial']),
  deprecated: oneOf(['deprecated', absent]),
  requiredness: oneOf(['required', 'optional']),
  default: { fits: () => true, form: 'a value' },
  minimum: { fits: isNumberOrAbsent, form: `a number or ${absent}` },
  maximum: { fits: isNumberOrAbsent, form: `a number or ${absent}` },
  name: {
    fits: (is) => typeof is === 'string' && is !== absent,
    form: 'the name that messages have',
  },
};

function oneOf(words: readonly string[]): (typeof isValue)[Fact] {
  return { fits: (is) => words.includes(textOf(is)), form: words.join(' or ') };
}

function isNumberOrAbsent(is: Json): boolean {
  return typeof is === 'number' || is === absent;
}

function readIs(page: Page, front: Front, is: Json): Read | undefined {
  const { target, fact, was, value: listed } = front.values;
  const position = front.at('is');
  if (listed !== undefined) return readValue(page, front, { value: listed, is });
  if (fact === undefined) {
    if (is !== absent)
      reportKey(page, front, 'is', `must be "${absent}"; anything else is the value of a "fact"`);
    else if (isEventTarget(target) && was !== 'listed')
      reportKey(page, front, 'was', 'must be "listed" where an entry of an index is none');
    else return { statement: { kind: 'nothing' }, position };
    return undefined;
  }
  const { fits, form } = isValue[fact];
  const ofAll = fact === 'flag' || fact === 'disputed' || fact === 'deprecated';
  const ofEvent = fact === 'name' || ofAll;
  if (!fits(is)) reportKey(page, front, 'is', `must be ${form}`);
  else if (isEventTarget(target) ? !ofEvent : fact === 'name')
    reportKey(
      page,
      front,
      'fact',
      `is not of ${isEventTarget(target) ? 'an event' : 'a field'}; fix the target or the fact`,
    );
  else if (isMemberTarget(target) && !ofAll)
    reportKey(page, front, 'fact', 'is not of a member of a union; a flag is, and deprecated');
  else return { statement: { kind: 'fact', fact, ...(is !== absent && { value: is }) }, position };
  return undefined;
}

/** What is right of one value of a list: that it is in it, deprecated or not, or that it is not. */
function readValue(
  page: Page,
  front: Front,
  { value: listed, is }: { value: Literal['value']; is: Json },
): Read | undefined {
  const { target, fact, was } = front.values;
  const state = valueStates.find((one) => one === is);
  const words = valueStates.join(', ');
  if (fact !== undefined)
    reportKey(page, front, 'fact', `is not of a value; say in "was" and "is": ${words}`);
  else if (isEventTarget(target) || isMemberTarget(target))
    reportKey(page, front, 'target', 'must be the field that lists the value');
  else if (state === undefined) reportKey(page, front, 'is', `must be one of ${words}`);
  else if (!valueStates.some((one) => one === was))
    reportKey(page, front, 'was', `must be one of ${words}`);
  else return { statement: { kind: 'value', value: listed, state }, position: front.at('is') };
  return undefined;
}

function reportKey({ file }: Page, front: Front, key: keyof Front['values'], fault: string): void {
  report(file, 'correction-invalid', front.at(key), `"${key}" ${fault}.`);
}

/** The one field that a correction states. */
function readField(page: Page, target: string): Read | undefined {
  const { fields, sections } = page.dialect.readFields(page);
  const [field, ...others] = fields;
  if (
    !field ||
    others.length > 0 ||
    !new RegExp(`[./*]${escape(field.name)}$`).test(bareNames(target))
  ) {
    report(
      page.file,
      'correction-invalid',
      page.tree.children[1],
      `a correction of "${target}" states that one field, as the pages would.`,
    );
    return undefined;
  }
  const { position } = field;
  return {
    statement: {
      kind: 'field',
      field: corrected(field, position),
      sections: correctedSections(sections, position),
    },
    position,
  };
}

/** The words of an event, then its fields. */
function readEvent(page: Page, target: string): Read | undefined {
  const [front, ...blocks] = page.tree.children;
  const start = blocks.findIndex(({ type }) => type !== 'paragraph');
  const words = start < 0 ? blocks : blocks.slice(0, start);
  const described = readProse(page, takeProse(page, words));
  const { fields, sections } = page.dialect.readFields(
    withBlocks(page, [...(front ? [front] : []), ...blocks.slice(words.length)]),
  );
  const [first] = fields;
  if (!first) {
    const sentence = `a correction of "${target}" states all fields of the event, as its page would.`;
    report(page.file, 'correction-invalid', blocks[0], sentence);
    return undefined;
  }
  const { position } = first;
  const { text, support, deprecated } = described;
  return {
    statement: {
      kind: 'event',
      fields: fields.map((field) => corrected(field, position)),
      sections: correctedSections(sections, position),
      ...(text !== '' && { text }),
      ...(support && { support }),
      ...(deprecated && { deprecated }),
    },
    position,
  };
}

function withBlocks(page: Page, children: RootContent[]): Page {
  const tree: Root = { ...page.tree, children };
  return { ...page, tree };
}

function escape(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function correctedSections(sections: readonly Section[], correction: Position): Section[] {
  return sections.map((section) => ({
    ...section,
    type: correctedType(section.type, correction),
  }));
}

/** Everything that a correction states is corrected, down to the last nested field. */
function corrected(field: Field<Link>, correction: Position): Field<Link> {
  const type = correctedType(field.type, correction);
  return { ...field, origin: 'corrected', correction, type };
}

function correctedType(type: Type<Link>, correction: Position): Type<Link> {
  const visit = (part: Type<Link>): Type<Link> => correctedType(part, correction);
  switch (type.kind) {
    case 'object':
      return { ...type, fields: type.fields.map((one) => corrected(one, correction)) };
    case 'array':
      return { ...type, element: visit(type.element) };
    case 'map':
      return { ...type, value: visit(type.value) };
    case 'union':
      return { ...type, members: type.members.map(visit) };
    case 'named':
      return type.type ? { ...type, type: visit(type.type) } : type;
    default:
      return type;
  }
}
