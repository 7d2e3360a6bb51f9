/** Types and fields: what a bullet says on its line, together with the bullets below it. */
import { aboutField, aboutObject, report } from '../../diagnostics.ts';
import { positionOf } from '../../markdown/inline.ts';
import type { Field, Link, ObjectType, Type } from '../../model/model.ts';
import { openType } from '../../model/types.ts';
import { factsOfWhole, reportFactsInText, reportFactsInWords } from '../facts-in-words.ts';
import { reportDots, reportDressedName } from '../field-name.ts';
import { reportMisplaced } from '../flags.ts';
import { plainType } from '../plain-types.ts';
import { readProse } from '../prose.ts';
import { positionIn, type Bullet } from './bullets.ts';
import { textOfAlternative, type Alternative, type Expression, type Parts } from './expression.ts';
import { factsOf } from './phrases.ts';
import {
  counted,
  reportAt,
  reportLostSupport,
  stand,
  type Read,
  type ReadSeveral,
  type Reading,
} from './reading.ts';
import { union } from './unions.ts';
import { literalOf, readValues, valueOf, wordsOfValue } from './values.ts';

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Reads bullets as the fields of an object. */
export function readFields(reading: Reading, bullets: readonly Bullet[]): Field<Link>[] {
  const fields = new Map<string, Field<Link>>();
  for (const bullet of bullets) {
    const { statement } = bullet;
    const field =
      statement.kind === 'field'
        ? aboutField(reading.page.file, statement.name ?? '', () => readField(reading, bullet))
        : readField(reading, bullet);
    const twin = field && fields.get(field.name);
    if (field)
      reportDots(
        reading.page,
        bullet.item,
        field,
        (name) => fields.get(name),
        'make it a bullet below that one.',
      );
    if (twin) {
      const sentence = `\`${field.name}\` stands at ${twin.position} already; remove one of the two.`;
      aboutField(reading.page.file, twin.name, () =>
        report(reading.page.file, 'field-duplicate', bullet.item, sentence, [twin.position]),
      );
    } else if (field) fields.set(field.name, field);
  }
  return [...fields.values()];
}

function readField(reading: Reading, bullet: Bullet): Field<Link> | undefined {
  const { page } = reading;
  const { statement, below, item } = bullet;
  if (statement.kind !== 'field') {
    const sentence = `a type is among fields; write a field as - \`name: ${bullet.code.value}\`, or move it below the field that it is of.`;
    report(page.file, 'type-mismatch', item, sentence);
    return undefined;
  }
  if (reportDressedName(page, statement.name, bullet.code)) return undefined;
  const { text, support, deprecated } = readProse(page, below.prose);
  const { type, words } = readType(reading, bullet, statement.type, below.bullets);
  const field: Field<Link> = {
    name: statement.name,
    position: positionOf(page, item),
    requiredness: statement.optional ? 'optional' : 'required',
    type,
    origin: 'documented',
    ...factsOf(
      text,
      type,
      positionOf(page, below.prose[0] ?? item),
      reading.written,
      (rule, sentence) => report(page.file, rule, below.prose[0] ?? item, sentence),
    ),
  };
  const description = [...new Set([text, ...words])].filter(Boolean).join('\n\n');
  if (description !== '') field.description = description;
  if (support) field.support = support;
  if (deprecated) field.deprecated = deprecated;
  reportFactsInWords(page, field, below.prose[0] ?? item);
  return field;
}

// ── Types ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Reads a type: its line says which alternatives there are, the bullets below say what they are. */
function readType(
  reading: Reading,
  bullet: Bullet,
  expression: Expression,
  below: readonly Bullet[],
): Read {
  const alternatives = bindArray(expression.alternatives, below);
  const bullets = expression.null ? below.filter((one) => !isNull(one)) : below;
  const [only, ...others] = alternatives;
  const read = !only
    ? { types: [], words: [] }
    : others.length > 0
      ? readSeveral(reading, bullet, alternatives, bullets)
      : single(readOne(reading, bullet, only, bullets));
  const types = [...read.types];
  if (expression.null)
    types.push({
      kind: 'null',
      position: positionIn(reading.page, bullet, expression.null.offset),
    });
  return {
    type: union(types, positionIn(reading.page, bullet, startOf(expression))),
    words: read.words,
  };
}

/** Several types of one place, not joined yet. */
function single({ type, words }: Read): ReadSeveral {
  return { types: [type], words };
}

function startOf({ alternatives, null: isNull }: Expression): number {
  return alternatives[0]?.offset ?? isNull?.offset ?? 0;
}

function isNull({ statement }: Bullet): boolean {
  const { alternatives, null: isNull } = statement.type;
  return statement.kind === 'type' && alternatives.length === 0 && isNull !== undefined;
}

/**
 * Decides what `array of` binds. A bullet below that is an array itself makes it one alternative among others, as wide
 * as that bullet says; without one, everything behind it is an element.
 */
function bindArray(
  alternatives: readonly Alternative[],
  bullets: readonly Bullet[],
): readonly Alternative[] {
  const last = alternatives.at(-1);
  if (last?.kind !== 'array' || last.element.alternatives.length < 2) return alternatives;
  const widths = bullets.flatMap(({ statement }) => {
    const [only, ...others] = statement.kind === 'type' ? statement.type.alternatives : [];
    return only?.kind === 'array' && others.length === 0 ? [only.element.alternatives.length] : [];
  });
  const [width] = widths;
  if (width === undefined) return alternatives;
  const elements = last.element.alternatives;
  const array: Alternative = { ...last, element: { alternatives: elements.slice(0, width) } };
  return [...alternatives.slice(0, -1), array, ...elements.slice(width)];
}

/** Reads the one type that may stand at a place. */
function readOne(
  reading: Reading,
  bullet: Bullet,
  alternative: Alternative,
  bullets: readonly Bullet[],
): Read {
  const { page } = reading;
  const position = positionIn(page, bullet, alternative.offset);
  switch (alternative.kind) {
    case 'array': {
      const { type: element, words } = readType(reading, bullet, alternative.element, bullets);
      return { type: { kind: 'array', position, element }, words };
    }
    case 'map': {
      const { type: value, words } = readType(reading, bullet, alternative.value, bullets);
      return { type: { kind: 'map', position, value }, words };
    }
    case 'object':
      checkParts(reading, bullet, alternative.parts, bullets);
      return { type: objectOf(reading, bullet, alternative, bullets), words: [] };
    case 'name':
      return readName(reading, bullet, alternative, bullets);
    case 'value': {
      const { types, words } = readValues(reading, bullet, [alternative], bullets);
      return { type: union(types, position), words };
    }
    case 'word':
      if (alternative.word === 'object' && bullets.length > 0)
        return { type: objectOf(reading, bullet, alternative, bullets), words: [] };
      if (bullets.length > 0)
        reportAt(
          reading,
          'type-mismatch',
          bullets[0],
          `nothing stands below ${alternative.word}; make the type one that has parts, or move this bullet.`,
        );
      return { type: plainType(alternative.word, position) ?? openType(position), words: [] };
    case 'more':
      reportAt(
        reading,
        'type-unknown',
        bullet,
        'a type needs one alternative at least; "more" counts what is beside it.',
      );
      return { type: openType(position), words: [] };
  }
}

function objectOf(
  reading: Reading,
  bullet: Bullet,
  { offset }: { offset: number },
  bullets: readonly Bullet[],
): ObjectType<Link> {
  const position = positionIn(reading.page, bullet, offset);
  const fields = aboutObject(reading.page.file, position, () => readFields(reading, bullets));
  return { kind: 'object', position, fields };
}

/** A name with bullets below is written out there: they are its fields, or its alternatives. */
function readName(
  reading: Reading,
  bullet: Bullet,
  { name, offset }: { name: string; offset: number },
  bullets: readonly Bullet[],
): Read {
  const position = positionIn(reading.page, bullet, offset);
  if (bullets.length === 0) return { type: { kind: 'named', position, name }, words: [] };
  if (bullets.some(({ statement }) => statement.kind === 'field')) {
    const type = objectOf(reading, bullet, { offset }, bullets);
    return { type: named(reading, name, type), words: [] };
  }
  const [only] = bullets;
  // A bullet may say again what it writes out: `Name = map[string]`.
  if (only?.statement.kind === 'type' && bullets.length === 1 && only.statement.name === name)
    return readAlternative(reading, only);
  const reads = bullets.map((one) => readAlternative(reading, one));
  const type = union(
    reads.map((read) => read.type),
    position,
  );
  return { type: named(reading, name, type), words: reads.flatMap(({ words }) => words) };
}

function named(reading: Reading, name: string, type: Type<Link>): Type<Link> {
  if (!reading.written.has(name)) reading.written.set(name, type);
  return { kind: 'named', position: type.position, name, type };
}

/** Reads a bullet that is a type: one of those that may stand in the place of the field above it. */
function readAlternative(reading: Reading, bullet: Bullet): Read {
  const { page } = reading;
  const { statement, below, item } = bullet;
  if (statement.kind === 'field') {
    const sentence = `the field \`${statement.name}\` is among the types of a field; move it below the one that it is of.`;
    report(page.file, 'type-mismatch', item, sentence);
    return { type: openType(positionOf(page, item)), words: [] };
  }
  const value = statement.name === undefined ? valueOf(statement.type) : undefined;
  if (value && below.bullets.length === 0)
    return { type: literalOf(reading, bullet, value), words: wordsOfValue(reading, bullet) };
  const { text, support, deprecated } = readProse(page, below.prose);
  const read = readType(reading, bullet, statement.type, below.bullets);
  const texts = [...new Set([text, ...read.words])].filter(Boolean);
  const own = read.type;
  if (own.kind === 'object')
    reportFactsInText(page, below.prose[0] ?? item, text, factsOfWhole({ support, deprecated }));
  if (own.kind === 'object') {
    if (texts.length > 0) own.description = texts.join('\n\n');
    if (support) own.support = support;
    if (deprecated) own.deprecated = deprecated;
    return {
      type: statement.name === undefined ? own : named(reading, statement.name, own),
      words: [],
    };
  }
  if (support) reportLostSupport(reading, support);
  if (deprecated) reportMisplaced(page, { evidence: deprecated });
  if (statement.name === undefined) return { type: own, words: texts };
  const type = named(reading, statement.name, own);
  if (type.kind === 'named' && texts.length > 0) type.description = texts.join('\n\n');
  return { type, words: [] };
}

// ── What the line lists and what the bullets are ────────────────────────────────────────────────────────────

/** Holds the fields that an object lists and counts against its bullets. */
function checkParts(
  reading: Reading,
  bullet: Bullet,
  { names, more }: Parts,
  bullets: readonly Bullet[],
): void {
  const below = bullets.map(({ statement, code }) =>
    statement.kind === 'field' ? statement.name : code.value,
  );
  const isListed = names.every((name, i) => below[i] === name);
  if (isListed && below.length === names.length + more) return;
  const listed = [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const found = `${below.slice(0, 5).join(', ')}${below.length > 5 ? ', …' : ''}`;
  reportAt(
    reading,
    'count-differs',
    bullet,
    `the line has ${counted(names.length + more, 'field')} (${listed}), and there ${stand(below.length, 'bullet')} below it${found && ` (${found})`}; something was lost or added.`,
  );
}

/** Reads several alternatives, each of which the bullets write out in the order of the line. */
function readSeveral(
  reading: Reading,
  bullet: Bullet,
  alternatives: readonly Alternative[],
  bullets: readonly Bullet[],
): ReadSeveral {
  if (alternatives.every(({ kind }) => kind === 'value' || kind === 'more'))
    return readValues(reading, bullet, alternatives, bullets);
  if (bullets.length === 0) return readUnwritten(reading, bullet, alternatives);
  const left = expand(alternatives);
  const reads = bullets.map((one) => {
    if (one.statement.kind === 'type' && !take(left, one))
      reportAt(
        reading,
        'count-differs',
        one,
        `this type is not the next of those on the line of its field (${alternatives.map(textOfAlternative).join(' or ')}); something was lost or added.`,
      );
    return readAlternative(reading, one);
  });
  const missing = left.reduce((sum, one) => sum + (one.kind === 'more' ? one.count : 1), 0);
  if (missing > 0)
    reportAt(
      reading,
      'count-differs',
      bullet,
      `of the types on this line ${missing} ${missing === 1 ? 'has' : 'have'} no bullet below; something was lost.`,
    );
  return {
    types: reads.map(({ type }) => type),
    words: reads.flatMap(({ words }) => words),
  };
}

/** A list to take from, in order. */
function expand(alternatives: readonly Alternative[]): Alternative[] {
  return alternatives.map((one) => ({ ...one }));
}

/** Takes what a bullet stands for off the alternatives that are left. */
function take(left: Alternative[], { statement, below }: Bullet): boolean {
  if (statement.kind === 'field') return false;
  const [next] = left;
  if (next?.kind === 'name' && next.name === nameOf(statement)) {
    left.shift();
    return true;
  }
  const { alternatives } = statement.type;
  if (alternatives.every(({ kind }) => kind === 'value' || kind === 'more')) {
    const values = alternatives.some(({ kind }) => kind === 'more')
      ? below.bullets.flatMap((one) => one.statement.type.alternatives)
      : alternatives;
    return values.length > 0 && values.every((value) => takeOne(left, value));
  }
  const [only, ...others] = alternatives;
  return only !== undefined && others.length === 0 && takeOne(left, only);
}

function nameOf(statement: { name?: string; type: Expression }): string | undefined {
  const [only] = statement.type.alternatives;
  return statement.name ?? (only?.kind === 'name' ? only.name : undefined);
}

/** Takes one alternative off the list; what the line only counts may be anything. */
function takeOne(left: Alternative[], alternative: Alternative): boolean {
  const [next] = left;
  if (next?.kind === 'more') {
    next.count--;
    if (next.count <= 0) left.shift();
    return next.count >= 0;
  }
  if (!next || textOfAlternative(next) !== textOfAlternative(alternative)) return false;
  left.shift();
  return true;
}

/** Alternatives without bullets: what the line says of each must be all there is to say. */
function readUnwritten(
  reading: Reading,
  bullet: Bullet,
  alternatives: readonly Alternative[],
): ReadSeveral {
  const reads = alternatives.map((one) => {
    const isWhole =
      one.kind === 'word' || one.kind === 'value' || one.kind === 'name' || isPlainList(one);
    if (!isWhole)
      reportAt(
        reading,
        'count-differs',
        bullet,
        `"${textOfAlternative(one)}" is not written out below; add a bullet for each of the types on this line.`,
      );
    if (!isWhole)
      return { type: openType(positionIn(reading.page, bullet, one.offset)), words: [] };
    if (one.kind !== 'value') return readOne(reading, bullet, one, []);
    return { type: literalOf(reading, bullet, one), words: [] };
  });
  return { types: reads.map(({ type }) => type), words: [] };
}

/** An array or map of one type that needs no bullets. */
function isPlainList(alternative: Alternative): boolean {
  if (alternative.kind !== 'array' && alternative.kind !== 'map') return false;
  const { alternatives } = alternative.kind === 'array' ? alternative.element : alternative.value;
  const [only, ...others] = alternatives;
  if (!only || others.length > 0) return false;
  return only.kind === 'word' || only.kind === 'name' || isPlainList(only);
}
