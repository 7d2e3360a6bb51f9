/** `former-types.ts`: types by the names that they had, apart from those of today, so that a type costs who reads it nothing more. */
import type { StatementStructures } from 'ts-morph';
import type { Model } from '../model/model.ts';
import { importOf, type Import } from './imports.ts';
import { deprecatedName } from './jsdoc.ts';
import { typeAlias } from './statements.ts';

/** The statements of `former-types.ts`; `undefined` where no name has changed. */
export function formerTypeStatements({
  aliases = [],
}: Model): (StatementStructures | Import)[] | undefined {
  if (aliases.length === 0) return undefined;
  const today = new Set(aliases.map(({ of }) => of));
  return [
    importOf('./types.js', [...today].toSorted(), true),
    ...aliases.map(({ name, of }) => typeAlias(name, of, [], { tags: [deprecatedName(of)] })),
  ];
}
