/** What changed in what the docs say of a field, an object or an event beside its type. */
import type {
  Bounds,
  Field,
  Position,
  Requiredness,
  Support,
  SupportStatus,
} from '../../model/model.ts';
import { boundsInWords } from '../../model/signature.ts';
import { alternativesOf, type Shapes } from '../../model/alternatives.ts';
import type { ChangeKind } from '../rules.ts';
import { addChange, addDocsChange, type Comparison, type Spot } from './run.ts';
import { supportMeaning } from '../meaning/meaning.ts';
import { encodingOf, isDeprecated, unitOf, wordsOf } from '../meaning/prose.ts';

/** Where a field is stated: in the correction, if one states it. */
export function statementOf({ correction, position }: Field): Position {
  return correction ?? position;
}

/** Compares all that two fields of one place say, but for their types. */
export function compareFacts(run: Comparison, spot: Spot, before: Field, after: Field): void {
  compareRequiredness(run, spot, before, after);
  compareDefaults(run, spot, before, after);
  compareBounds(run, spot, before, after);
  const positions = { before: statementOf(before), after: statementOf(after) };
  compareSupport(run, spot, before.support, after.support, positions);
  compareWords(run, spot, before.description, after.description, positions, {
    before: measureOf(before, run.before.shapes),
    after: measureOf(after, run.after.shapes),
  });
  if (before.origin !== after.origin)
    addDocsChange(run, spot, 'origin-changed', `now ${after.origin}, was ${before.origin}`, {
      meaning: 'origin',
      ...positions,
    });
}

// ── Requiredness ────────────────────────────────────────────────────────────────────────────────────────────

const requirednessKinds: Record<Requiredness, Partial<Record<Requiredness, ChangeKind>>> = {
  required: { optional: 'required-to-optional', unstated: 'required-to-unstated' },
  optional: { required: 'optional-to-required', unstated: 'optional-to-unstated' },
  unstated: { required: 'unstated-to-required', optional: 'unstated-to-optional' },
};

function compareRequiredness(run: Comparison, spot: Spot, before: Field, after: Field): void {
  const kind = requirednessKinds[before.requiredness][after.requiredness];
  if (!kind) return;
  addChange(run, spot, kind, `now ${after.requiredness}, was ${before.requiredness}`, {
    before: { meaning: before.requiredness, position: statementOf(before) },
    after: { meaning: after.requiredness, position: statementOf(after) },
  });
}

// ── Defaults and bounds ─────────────────────────────────────────────────────────────────────────────────────

function compareDefaults(run: Comparison, spot: Spot, before: Field, after: Field): void {
  const was = before.default && JSON.stringify(before.default.value);
  const is = after.default && JSON.stringify(after.default.value);
  if (was === is) return;
  const sides = {
    before: {
      meaning: was === undefined ? 'no default' : `default ${was}`,
      position: before.default?.position ?? statementOf(before),
    },
    after: {
      meaning: is === undefined ? 'no default' : `default ${is}`,
      position: after.default?.position ?? statementOf(after),
    },
  };
  if (was === undefined)
    addChange(run, spot, 'default-stated', `its default is stated now: ${is}`, sides);
  else if (is === undefined)
    addChange(run, spot, 'default-unstated', `its default is no longer stated: ${was}`, sides);
  else addChange(run, spot, 'default-changed', `its default is now ${is}, was ${was}`, sides);
}

/** A range can be tightened at one end and loosened at the other: then both are told. */
function compareBounds(run: Comparison, spot: Spot, before: Field, after: Field): void {
  const was = rangeOf(before.bounds);
  const is = rangeOf(after.bounds);
  const sides = {
    before: {
      meaning: rangeMeaning(before.bounds),
      position: before.bounds?.position ?? statementOf(before),
    },
    after: {
      meaning: rangeMeaning(after.bounds),
      position: after.bounds?.position ?? statementOf(after),
    },
  };
  const sentence = `now ${sides.after.meaning}, was ${sides.before.meaning}`;
  if (is.minimum > was.minimum || is.maximum < was.maximum)
    addChange(run, spot, 'bound-tightened', sentence, sides);
  if (is.minimum < was.minimum || is.maximum > was.maximum)
    addChange(run, spot, 'bound-loosened', sentence, sides);
}

function rangeOf(bounds: Bounds | undefined): { minimum: number; maximum: number } {
  return { minimum: bounds?.minimum ?? -Infinity, maximum: bounds?.maximum ?? Infinity };
}

function rangeMeaning(bounds: Bounds | undefined): string {
  return bounds ? boundsInWords(bounds) : 'any number';
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
  run: Comparison,
  spot: Spot,
  before: Support | undefined,
  after: Support | undefined,
  positions: { before: Position; after: Position },
): void {
  const was = {
    meaning: supportMeaning(before),
    position: before?.evidence.position ?? positions.before,
  };
  const is = {
    meaning: supportMeaning(after),
    position: after?.evidence.position ?? positions.after,
  };
  const kind = supportKinds[before?.status ?? 'undocumented'][after?.status ?? 'undocumented'];
  if (kind)
    addChange(run, spot, kind, `now ${is.meaning}, was ${was.meaning}`, { before: was, after: is });
  else if (noteOf(before) !== noteOf(after))
    addDocsChange(run, spot, 'support-reworded', 'what is said of its support has other words', {
      meaning: was.meaning,
      before: was.position,
      after: is.position,
    });
}

/** The words of a flag. Those of a supported event are its row in the index. */
function noteOf(support: Support | undefined): string {
  if (support?.status === 'partial') return wordsOf(support.note);
  return support?.status === 'unsupported' ? wordsOf(support.evidence.text) : '';
}

// ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────

/** What the description of a field says of its numbers or texts: a unit of numbers, an encoding of any text. */
function measureOf({ type, description }: Field, shapes: Shapes): string | undefined {
  const { number, string } = alternativesOf(type, shapes);
  if (number?.any !== undefined) return unitOf(description);
  return string?.any === undefined ? undefined : encodingOf(description);
}

/**
 * Compares descriptions, and what only they say: deprecation and, for a field, its unit or its encoding.
 *
 * @param measures the units or encodings that the descriptions of a field name
 */
export function compareWords(
  run: Comparison,
  spot: Spot,
  before: string | undefined,
  after: string | undefined,
  positions: { before: Position; after: Position },
  measures: { before?: string | undefined; after?: string | undefined } = {},
): void {
  if (wordsOf(before) === wordsOf(after)) return;
  const sides = (was: string, is: string) => ({
    before: { meaning: was, position: positions.before },
    after: { meaning: is, position: positions.after },
  });
  const { before: was, after: is } = measures;
  const otherUnit = was !== undefined && is !== undefined && was !== is;
  const deprecation = Number(isDeprecated(after)) - Number(isDeprecated(before));
  if (otherUnit)
    addChange(run, spot, 'unit-changed', `now in ${is}, was in ${was}`, sides(was, is));
  if (deprecation > 0)
    addChange(run, spot, 'deprecation-added', 'now deprecated', sides('current', 'deprecated'));
  if (deprecation < 0)
    addChange(
      run,
      spot,
      'deprecation-withdrawn',
      'no longer deprecated',
      sides('deprecated', 'current'),
    );
  if (!otherUnit && deprecation === 0)
    addDocsChange(run, spot, 'description-changed', 'described in other words', {
      meaning: 'description',
      ...positions,
    });
}
