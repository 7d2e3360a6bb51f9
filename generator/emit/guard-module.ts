/** `guards.ts` while it is written: its names, and what guards need beside themselves. */
import type { VariableStatementStructure } from 'ts-morph';
import type { Event, Field, Model } from '../model/model.ts';
import { lowerFirst } from '../model/names.ts';
import { typeNamesOf } from '../model/walk.ts';
import { compared, every, listOf, type Expression } from './expressions.ts';
import { leveled, partOf } from './guard-functions.ts';
import { exportedNamesOf, Names, type ExportedNames } from './names.ts';
import { constant, returned, type FunctionCode } from './statements.ts';
import { literal } from './text.ts';

/** What the guards of both directions share: the names of the module, and the statements that are not exported. */
export class GuardModule {
  readonly exported: ExportedNames;
  readonly #names: Names;
  readonly #typeNames: ReadonlySet<string>;
  /** The functions that the guards call, by name, in the order of their first use. */
  readonly parts = new Map<string, FunctionCode>();
  /** The lists of keys that writing is exact about, by name. */
  readonly keys = new Map<string, VariableStatementStructure>();

  constructor(model: Model) {
    this.exported = exportedNamesOf(model);
    this.#names = new Names(this.exported.all);
    this.#typeNames = new Set(typeNamesOf(model));
  }

  /** What the parts of an event's guard are called after: the event, without the word, unless a shape is called so. */
  ownerOf({ typeName }: Event): string {
    const short = typeName.replace(/Event$/, '');
    return this.#typeNames.has(short) ? typeName : short;
  }

  /** Notes that a function is needed, and returns its name. Functions that differ have names that differ. */
  use(part: FunctionCode): string {
    const { name: wanted, parameters, statements } = part;
    const name = this.#names.claim(JSON.stringify([wanted, parameters, statements]), wanted);
    if (!this.parts.has(name)) this.parts.set(name, { ...part, name });
    return name;
  }

  /** The name of the function that follows a shape that contains itself, which is called before it is written. */
  within(typeName: string): string {
    return this.#names.claim(`within ${typeName}`, `fits${typeName}Within`);
  }

  /** Notes that function. */
  useWithin(typeName: string, checks: readonly Expression[]): string {
    const name = this.within(typeName);
    const isWithin = every(compared('levels', '>', '0'), ...checks);
    this.parts.set(name, leveled(partOf(name, 'boolean', [returned(isWithin)])));
    return name;
  }

  /** Notes the keys of an object, and returns the name of their list. Lists that differ have names that differ. */
  useKeys(owner: string, fields: readonly Field[]): string {
    const keys = fields.map((field) => field.name);
    const name = this.#names.claim(
      `keys ${JSON.stringify([owner, keys])}`,
      `${lowerFirst(owner)}Keys`,
    );
    const list = listOf(keys.map(literal));
    // An empty list does not say what it is a list of.
    const type = fields.length === 0 ? { type: 'readonly string[]' } : {};
    this.keys.set(name, constant({ name, ...type, isExported: false }, list, []));
    return name;
  }
}
