/** Single facts of fields that corrections put right, each in words and in the model. */
import { absent, textOf, type Correction, type Fact } from '../source/correction.ts';
import type {
  Dispute,
  Evidence,
  Field,
  Json,
  Link,
  Position,
  Requiredness,
  Support,
} from '../model/model.ts';

/** A fact of a field in the words of a correction; `absent` where the field does not state it. */
export function factOf(field: Field<Link>, fact: Fact): string {
  switch (fact) {
    case 'flag':
    case 'disputed':
      return flagOf(field);
    case 'deprecated':
      return deprecationOf(field);
    case 'requiredness':
      return field.requiredness;
    case 'default':
      return field.default ? textOf(field.default.value) : absent;
    case 'minimum':
    case 'maximum':
      return textOf(field.bounds?.[fact] ?? absent);
    case 'name':
      return field.name;
  }
}

/** A field with one fact put right, in place. */
export function setFact(
  field: Field<Link>,
  fact: Fact,
  value: Json | undefined,
  correction: Correction,
): void {
  const { position } = correction;
  if (fact === 'disputed') {
    // The page keeps its word: nothing of the field is corrected.
    setDispute(field, textOf(value ?? absent), correction);
    return;
  }
  field.origin = 'corrected';
  field.correction = position;
  switch (fact) {
    case 'flag':
      field.support = supportAs(textOf(value ?? absent), correction);
      return;
    case 'deprecated':
      setDeprecation(field, value !== undefined, correction);
      return;
    case 'requiredness':
      if (isRequiredness(value)) field.requiredness = value;
      return;
    case 'default':
      if (value === undefined) delete field.default;
      else field.default = { value, position };
      return;
    case 'minimum':
    case 'maximum':
      setBound(field, fact, value, correction);
      return;
    case 'name':
  }
}

function setBound(
  field: Field<Link>,
  fact: 'minimum' | 'maximum',
  value: Json | undefined,
  { position }: Correction,
): void {
  const { minimum, maximum } =
    fact === 'minimum'
      ? { minimum: value, maximum: field.bounds?.maximum }
      : { minimum: field.bounds?.minimum, maximum: value };
  if (typeof minimum !== 'number' && typeof maximum !== 'number') delete field.bounds;
  else
    field.bounds = {
      position,
      ...(typeof minimum === 'number' && { minimum }),
      ...(typeof maximum === 'number' && { maximum }),
    };
}

/** `deprecated`, or `absent`, in the words of a correction. */
export function deprecationOf({ deprecated }: { deprecated?: Evidence }): string {
  return deprecated ? 'deprecated' : absent;
}

/** Calls something deprecated, or no longer: the words are the reason of the correction. */
export function setDeprecation(
  described: { deprecated?: Evidence },
  isDeprecated: boolean,
  { reason, evidence }: Correction,
): void {
  if (isDeprecated) described.deprecated = { position: evidence.position, text: reason };
  else delete described.deprecated;
}

function isRequiredness(value: Json | undefined): value is Requiredness {
  return value === 'required' || value === 'optional';
}

/** Support as a correction states it: its evidence is the correction's. */
export function supportAs(status: string, { reason, evidence }: Correction): Support {
  if (status === 'partial') return { status, note: reason, evidence };
  return { status: status === 'unsupported' ? status : 'supported', evidence };
}

/** What a page says of the support of something: nothing said is supported. */
export function flagOf({ support }: { support?: Support }): string {
  return support?.status ?? 'supported';
}

/** Sets what speaks against a flag beside it. Where the page has no flag, its word is that of the thing itself. */
export function setDispute(
  flagged: { support?: Support; position: Position; name?: string },
  status: string,
  { reason, evidence }: Correction,
): void {
  const { position, name = 'this' } = flagged;
  const word = flagged.support ?? { status: 'supported', evidence: { position, text: name } };
  flagged.support = { ...word, disputed: { status: statusAs(status), reason, evidence } };
}

function statusAs(status: string): Dispute['status'] {
  return status === 'unsupported' || status === 'partial' ? status : 'supported';
}
