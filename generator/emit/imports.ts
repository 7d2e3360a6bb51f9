/** The imports of generated modules. Whoever imports this loads ts-morph. */
import type { ImportDeclarationStructure, StatementStructures } from 'ts-morph';
import { group, line } from './layout.ts';
import { ended, withEndings, type ImportExtension } from './module-names.ts';
import { itemParts, partsOf, seam } from './print.ts';
import { StructureKind } from './ts-morph.ts';

/** An import of which it is not said yet how its module ends. */
export interface Import {
  kind: 'import';
  module: string;
  names: readonly string[];
  isTypeOnly: boolean;
}

/** `import { … } from '…';`, of types only where nothing is needed at run time. */
export function importOf(module: string, names: readonly string[], isTypeOnly = false): Import {
  return { kind: 'import', module, names, isTypeOnly };
}

/** A statement whose imports end as it is wanted. */
export function withImports(
  statement: StatementStructures | Import | string,
  extension: ImportExtension,
): StatementStructures | string {
  if (typeof statement === 'string') return withEndings(statement, extension);
  return statement.kind === 'import'
    ? importStatement({ ...statement, module: ended(statement.module, extension) })
    : statement;
}

function importStatement({ module, names, isTypeOnly }: Import): ImportDeclarationStructure {
  const [, ...parts] = partsOf([
    `import ${isTypeOnly ? 'type ' : ''}{`,
    // A name alone stays where it is.
    names.length === 1 ? [seam, ' ', names, ' ', seam] : group(itemParts(names, line)),
    `} from '${module}';`,
  ]);
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: module,
    // ts-morph writes a blank behind each comma, and none inside the brackets.
    namedImports: parts
      .filter((_, i) => i % 2 === 0)
      .map((name, i) => (i === 0 ? name : name.replace(/^ /, ''))),
    isTypeOnly,
  };
}
