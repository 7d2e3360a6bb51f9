/**
 * The names of generated modules. Each name is claimed in the register of its module, so that no two things share one,
 * whatever the docs call them.
 */
import type { Model } from '../model/model.ts';
import {
  directionNames,
  lowerFirst,
  reservedTypeNamesOf,
  reservedValueNamesOf,
} from '../model/names.ts';
import { directionsOf, typeNamesOf } from '../model/walk.ts';

/** The register of a module. */
export class Names {
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;

  /** @param taken names that are not to be had */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /**
   * The name of a thing: the wanted one, or where another thing has it, that with a number.
   *
   * @param key what tells the thing from all others; it has its name for good
   */
  claim(key: string, wanted: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}${number}`;
    this.#taken.add(name);
    this.#names.set(key, name);
    return name;
  }

  /** All names that are taken. */
  taken(): ReadonlySet<string> {
    return this.#taken;
  }
}

/** What a source calls that which it exports for a type. Its `index.ts` exports the names of all its modules side by side. */
export interface ExportedNames {
  /** `isSessionCreatedEvent` */
  guard(typeName: string): string;
  /** `assertSessionCreatedEvent` */
  assertion(typeName: string): string;
  /** `sessionCreatedEventSchema` */
  schema(typeName: string): string;
  /** Everything that is exported or imported: a module calls nothing of its own like that. */
  all: ReadonlySet<string>;
}

/**
 * The names that a source exports. They depend on which names there are, not on their order: the guard of a type is
 * always called after it, and of an assertion or a schema at most one wants the name of a guard.
 */
export function exportedNamesOf(model: Model): ExportedNames {
  const types = [...typeNamesOf(model), ...(model.aliases ?? []).map(({ name }) => name)];
  const unions = directionsOf(model).map(
    (direction) => directionNames(direction, model.source).types.union,
  );
  const events = model.events.map(({ typeName }) => typeName);
  const names = new Names([
    ...reservedTypeNamesOf(model.source),
    ...reservedValueNamesOf(model.source),
    ...types,
  ]);
  const guard = (typeName: string): string => names.claim(`is ${typeName}`, `is${typeName}`);
  const assertion = (typeName: string): string =>
    names.claim(`assert ${typeName}`, `assert${typeName}`);
  const schema = (typeName: string): string =>
    names.claim(`schema ${typeName}`, `${lowerFirst(typeName)}Schema`);
  for (const typeName of [...unions, ...types].toSorted()) guard(typeName);
  for (const typeName of [...unions, ...events].toSorted()) assertion(typeName);
  for (const typeName of [...unions, ...events].toSorted()) schema(typeName);
  return { guard, assertion, schema, all: names.taken() };
}
