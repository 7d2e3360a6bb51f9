/** Fields that pages may lack, such as those that traffic has: what a correction says that adds one. */
import type { DocumentedSource } from '../model/model.ts';
import { isTarget, placesOf } from './path.ts';

/** A field that pages may lack. */
export interface Addition {
  /** The target of a correction of it: `tuned/station<fm>.since`. */
  target: string;
  name: string;
  /** The kinds of its values, by the words of all dialects: `string`, `null`. */
  kinds: readonly string[];
}

/** What a correction says that adds a field. */
export interface AddedField {
  /** At how many places of the pages it applies. */
  matches: number;
  /** The field, as pages of the source have it; absent where their dialect does not tell. */
  statement?: string;
}

/** How a dialect states a field of some kinds. */
type FieldStatement = (name: string, kinds: readonly string[]) => string;

/** What corrections say that add fields; each is at all places that have what it is to stand in. */
export function addedFields(
  additions: readonly Addition[],
  { events, sections }: DocumentedSource,
  fieldStatement: FieldStatement | undefined,
): AddedField[] {
  const objects = additions.length === 0 ? [] : placesOf(events, sections).objects;
  return additions.map(({ target, name, kinds }) => ({
    matches: objects.filter((place) => isTarget(target, place, name)).length,
    ...(fieldStatement && { statement: fieldStatement(name, kinds) }),
  }));
}
