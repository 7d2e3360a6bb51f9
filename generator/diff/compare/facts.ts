/** What changed in what the docs say of a field, an object or an event beside its type. */
import type {
  Evidence,
  Field,
  Literal,
  Position,
  Requiredness,
  Support,
  SupportStatus,
  Type,
} from '../../model/model.ts';
import { deprecatedValuesIn, valuesIn } from '../../model/deprecation.ts';
import { boundsInWords, valueInWords } from '../../model/signature.ts';
import { reckonedStatus } from '../../model/support.ts';
import { alternativesOf, type Alternatives, type Shapes } from '../../model/alternatives.ts';
import { isSame, ofBoth, type Both } from '../both.ts';
import { deepestWords, statusMeaning, supportMeaning } from '../../model/meaning.ts';
import { commonEnds, defaultIn, limitsIn, limitsInWords, type Limits } from '../meaning/limits.ts';
import { measuresIn, otherUnits, type Measures } from '../meaning/measures.ts';
import { wordsOf } from '../meaning/words.ts';
import type { ChangeKind } from '../rules.ts';
import { addChange, addDocsChange, type Spot } from './spot.ts';

/** Where a field is stated: in the correction, if one states it. */
export function statedAt({ correction, position }: Field): Position {
  return correction ?? position;
}

/** Compares all that two fields of one place say, but for their types. */
export function compareFacts(spot: Spot, fields: Both<Field>): void {
  const positions = ofBoth(fields, statedAt);
  compareRequiredness(spot, fields);
  const isReworded = !isSame(ofBoth(fields, ({ description }) => description));
  const isStated = ({ bounds, default: value }: Field) => Boolean(bounds ?? value);
  // What words say costs more than all the rest.
  if (isReworded || isStated(fields.before) || isStated(fields.after)) {
    compareDefaults(spot, fields);
    compareBounds(spot, fields);
  }
  compareSupport(spot, fields, positions);
  const { versions } = spot.comparison;
  compareWords(spot, fields, positions, () =>
    otherUnits(ofBoth(fields, (field, side) => measuresOf(field, versions[side].shapes))),
  );
  compareDeprecatedValues(spot, fields, positions);
  const origins = ofBoth(fields, ({ origin }) => origin);
  if (!isSame(origins))
    addDocsChange(
      spot,
      'origin-changed',
      `now ${origins.after}, was ${origins.before}`,
      'origin',
      positions,
    );
}

// ── Requiredness ────────────────────────────────────────────────────────────────────────────────────────────

const requirednessKinds: Record<Requiredness, Partial<Record<Requiredness, ChangeKind>>> = {
  required: { optional: 'required-to-optional', unstated: 'required-to-unstated' },
  optional: { required: 'optional-to-required', unstated: 'optional-to-unstated' },
  unstated: { required: 'unstated-to-required', optional: 'unstated-to-optional' },
};

function compareRequiredness(spot: Spot, fields: Both<Field>): void {
  const { before, after } = ofBoth(fields, ({ requiredness }) => requiredness);
  const kind = requirednessKinds[before][after];
  if (!kind) return;
  const sides = ofBoth(fields, (field) => ({
    meaning: field.requiredness,
    position: statedAt(field),
  }));
  addChange(spot, kind, `now ${after}, was ${before}`, sides);
}

// ── Defaults and bounds ─────────────────────────────────────────────────────────────────────────────────────

function compareDefaults(spot: Spot, fields: Both<Field>): void {
  const { before: was, after: is } = defaultsOf(fields);
  if (was === is) return;
  const sides = ofBoth(fields, (field, side) => {
    const text = side === 'before' ? was : is;
    return {
      meaning: text === undefined ? 'no default' : `default ${text}`,
      position: field.default?.position ?? statedAt(field),
    };
  });
  if (was === undefined)
    addChange(spot, 'default-stated', `its default is stated now: ${is}`, sides);
  else if (is === undefined)
    addChange(spot, 'default-unstated', `its default is no longer stated: ${was}`, sides);
  else addChange(spot, 'default-changed', `its default is now ${is}, was ${was}`, sides);
}

/** The defaults that fields state; where that is not both, and words of the other name another one, with those words. */
function defaultsOf(fields: Both<Field>): Both<string | undefined> {
  const stated = ofBoth(fields, (field) => field.default && JSON.stringify(field.default.value));
  if (stated.before !== undefined && stated.after !== undefined) return stated;
  const said = ofBoth(fields, ({ default: one, description }, side) =>
    typeof one?.value === 'string' ? one.value : (stated[side] ?? defaultIn(description)),
  );
  const isAnother = said.before !== undefined && said.after !== undefined && !isSame(said);
  return isAnother ? said : stated;
}

/** A range can be tightened at one end and loosened at the other: then both are told. */
function compareBounds(spot: Spot, fields: Both<Field>): void {
  for (const { what, ranges } of rangesOf(fields)) {
    const sides = ofBoth(fields, (field, side) => ({
      meaning: what
        ? limitsInWords(ranges[side], what)
        : boundsInWords(ranges[side]) || 'any number',
      position: field.bounds?.position ?? statedAt(field),
    }));
    const sentence = `now ${sides.after.meaning}, was ${sides.before.meaning}`;
    const { before: was, after: is } = ofBoth(
      ranges,
      ({ minimum = -Infinity, maximum = Infinity }) => ({ minimum, maximum }),
    );
    if (is.minimum > was.minimum || is.maximum < was.maximum)
      addChange(spot, 'bound-tightened', sentence, sides);
    if (is.minimum < was.minimum || is.maximum > was.maximum)
      addChange(spot, 'bound-loosened', sentence, sides);
  }
}

/** The ranges of a field, or where neither side states one, those that both have in words, with what is counted. */
function rangesOf(fields: Both<Field>): { what: string; ranges: Both<Limits> }[] {
  const limits = ofBoth(fields, ({ bounds, description }) =>
    bounds ? new Map([['', bounds]]) : limitsIn(description),
  );
  if (fields.before.bounds || fields.after.bounds) {
    const onlyRange = (all: ReadonlyMap<string, Limits>) =>
      all.size === 1 ? [...all.values()] : [];
    return [{ what: '', ranges: ofBoth(limits, (all) => onlyRange(all)[0] ?? {}) }];
  }
  return [...limits.before].flatMap(([what, before]) => {
    const after = limits.after.get(what);
    return after ? [{ what, ranges: commonEnds({ before, after }) }] : [];
  });
}

// ── Support ─────────────────────────────────────────────────────────────────────────────────────────────────

const supportKinds: Record<SupportStatus, Partial<Record<SupportStatus, ChangeKind>>> = {
  supported: {
    unsupported: 'supported-to-unsupported',
    partial: 'supported-to-partial',
    undocumented: 'support-unstated',
  },
  undocumented: {
    unsupported: 'supported-to-unsupported',
    partial: 'supported-to-partial',
    supported: 'support-stated',
  },
  unsupported: {
    supported: 'unsupported-to-supported',
    undocumented: 'unsupported-to-supported',
    partial: 'unsupported-to-partial',
  },
  partial: {
    supported: 'partial-to-supported',
    undocumented: 'partial-to-supported',
    unsupported: 'partial-to-unsupported',
  },
};

/** Compares flags. Where nothing is said of support, the docs mean that it is there. */
export function compareSupport(
  spot: Spot,
  flagged: Both<{ support?: Support }>,
  positions: Both<Position>,
): void {
  const { before, after } = ofBoth(flagged, ({ support }) => support);
  const sides = ofBoth(flagged, ({ support }, side) => ({
    meaning: supportMeaning(support),
    position: support?.evidence.position ?? positions[side],
  }));
  const kind = supportKinds[reckonedStatus(before)][reckonedStatus(after)];
  if (kind) addChange(spot, kind, supportSentence(kind, { before, after }), sides);
  else if (noteOf(before) !== noteOf(after))
    addDocsChange(
      spot,
      'support-reworded',
      'what is said of its support has other words',
      statusMeaning(reckonedStatus(before)),
      ofBoth(sides, ({ position }) => position),
    );
}

/** What is said of support now, and was. What has no flag is documented all the same. */
function supportSentence(kind: ChangeKind, { before, after }: Both<Support | undefined>): string {
  if (kind === 'support-stated') return 'its support is stated now';
  if (kind === 'support-unstated') return 'its support is no longer stated';
  const inWords = (support?: Support) => (support ? supportMeaning(support) : 'supported');
  return `now ${inWords(after)}, was ${inWords(before)}`;
}

/** The words of a flag. Those of a supported event are its row in the index. */
function noteOf(support: Support | undefined): string {
  const disputed = support?.disputed ? ` disputed ${wordsOf(support.disputed.reason)}` : '';
  if (support?.status === 'partial') return wordsOf(support.note) + disputed;
  return (support?.status === 'unsupported' ? wordsOf(support.evidence.text) : '') + disputed;
}

// ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────

/** What the description of a field says of its numbers, or else of its texts, if any text may stand there. */
function measuresOf({ type, description }: Field, shapes: Shapes): Measures {
  const { number, string } = elementsOf(type, shapes);
  if (number?.any !== undefined) return measuresIn(description, 'numbers');
  return measuresIn(description, string?.any === undefined ? 'anything' : 'texts');
}

/** What stands at a place, or else in the lists and maps there. */
function elementsOf(type: Type, shapes: Shapes, depth = 0): Alternatives {
  const found = alternativesOf(type, shapes);
  const inner = found.number || found.string ? undefined : (found.array ?? found.map);
  return inner && depth < deepestWords ? elementsOf(inner, shapes, depth + 1) : found;
}

/**
 * Compares descriptions, what they say of deprecation, and what only they say of a field: its unit or its encoding.
 *
 * @param unitsOf the units or encodings of a field, if its descriptions name different ones
 */
export function compareWords(
  spot: Spot,
  described: Both<{ description?: string; deprecated?: Evidence }>,
  positions: Both<Position>,
  unitsOf = () => otherUnits(ofBoth(described, (one) => measuresIn(one.description, 'anything'))),
): void {
  const { before, after } = ofBoth(described, ({ description }) => description);
  const deprecated = ofBoth(described, (one) => Number(one.deprecated !== undefined));
  const deprecation = deprecated.after - deprecated.before;
  if (wordsOf(before) === wordsOf(after) && deprecation === 0) return;
  const tell = (kind: ChangeKind, sentence: string, was: string, is: string) =>
    addChange(spot, kind, sentence, {
      before: { meaning: was, position: positions.before },
      after: { meaning: is, position: positions.after },
    });
  const units = unitsOf();
  if (units)
    tell('unit-changed', `now ${units.after}, was ${units.before}`, units.before, units.after);
  if (deprecation > 0) tell('deprecation-added', 'now deprecated', 'current', 'deprecated');
  if (deprecation < 0)
    tell('deprecation-withdrawn', 'no longer deprecated', 'deprecated', 'current');
  if (!units && deprecation === 0)
    addDocsChange(
      spot,
      'description-changed',
      'described in other words',
      'description',
      positions,
    );
}

/** Tells of values that both sides list and one of them calls deprecated. */
function compareDeprecatedValues(spot: Spot, fields: Both<Field>, positions: Both<Position>): void {
  const { before, after } = ofBoth(fields, ({ type }) => new Set(deprecatedValuesIn(type)));
  const listed = ofBoth(fields, ({ type }) => new Set(valuesIn(type)));
  const tell = (kind: ChangeKind, values: readonly Literal['value'][], words: string) => {
    if (values.length === 0) return;
    const named = values.map(valueInWords).join(', ');
    addChange(spot, kind, `${words}: ${named}`, {
      before: { meaning: named, position: positions.before },
      after: { meaning: named, position: positions.after },
    });
  };
  const added = [...after].filter((value) => !before.has(value) && listed.before.has(value));
  const withdrawn = [...before].filter((value) => !after.has(value) && listed.after.has(value));
  tell('deprecation-added', added, 'values now deprecated');
  tell('deprecation-withdrawn', withdrawn, 'values no longer deprecated');
}
