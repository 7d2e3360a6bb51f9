/**
 * The declarations of an SDK that names fields in its own way, as messages have them on the wire.
 *
 * Microsoft's SDKs for JavaScript are generated. They say `itemId` where a message says `item_id`; the functions beside
 * the declarations, which turn one into the other, tell which is which. An enumeration that may grow is `string` there,
 * with its values in an `enum KnownX`; a union has the base of its members as a member, for those not known yet.
 */
import { Node, Project, SyntaxKind, type SourceFile, type TypeNode } from 'ts-morph';
import { UsageError } from '../../generator/errors.ts';
import { openDeclarations, type Declarations } from './declarations.ts';

/** What stands on the wire for a type of JavaScript. */
const onTheWire: Readonly<Record<string, string>> = {
  any: 'unknown',
  // Seconds since 1970, of which the SDK makes a date.
  Date: 'number',
  // Bytes as base64.
  Uint8Array: 'string',
};

/** A node, and what is to stand in its place. */
interface Edit {
  node: Node;
  text: string;
}

/**
 * Opens a `.d.ts` file as if it had the names and types of the wire.
 *
 * @param serializers the JavaScript file with the functions that read and write messages
 * @throws UsageError when there is no such file, or a field has no name on the wire, or two
 */
export async function openWireDeclarations(
  file: string,
  serializers: string,
): Promise<Declarations> {
  const declarations = await openDeclarations(file);
  const project = new Project({ compilerOptions: { allowJs: true } });
  const functions = project.addSourceFileAtPathIfExists(serializers);
  if (!functions) throw new UsageError(`cannot read ${serializers}: there is no such file.`);
  const edits = [
    ...renamedFields(declarations.file, wireNames(functions)),
    ...declarations.file.getTypeAliases().flatMap((alias) => {
      const text = aliasOnTheWire(declarations.file, alias.getName(), alias.getTypeNodeOrThrow());
      return text === undefined ? [] : [{ node: alias.getTypeNodeOrThrow(), text }];
    }),
    ...replacedTypes(declarations.file),
  ];
  declarations.file.replaceWithText(edited(declarations.file.getFullText(), edits));
  return declarations;
}

// ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The name on the wire of each field: `{ item_id: item["itemId"] }` writes one, `{ itemId: item["item_id"] }` reads one. */
function wireNames(functions: SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  for (const declared of functions.getFunctions()) {
    const name = declared.getName() ?? '';
    const writes = name.endsWith('Serializer');
    if (!writes && !name.endsWith('Deserializer')) continue;
    for (const property of declared.getDescendantsOfKind(SyntaxKind.PropertyAssignment)) {
      const [source] = property.getDescendantsOfKind(SyntaxKind.ElementAccessExpression);
      const argument = source?.getArgumentExpression();
      if (!Node.isStringLiteral(argument)) continue;
      const [made, read] = [property.getName(), argument.getLiteralValue()];
      const [own, wire] = writes ? [read, made] : [made, read];
      const known = names.get(own);
      if (known !== undefined && known !== wire)
        throw new UsageError(`${name}: ${own} is ${wire} on the wire, and ${known} elsewhere.`);
      names.set(own, wire);
    }
  }
  return names;
}

function renamedFields(file: SourceFile, names: ReadonlyMap<string, string>): Edit[] {
  return file.getDescendantsOfKind(SyntaxKind.PropertySignature).map((field) => {
    const text = names.get(field.getName());
    if (text === undefined)
      throw new UsageError(`${field.getName()}: no function reads or writes this field.`);
    return { node: field.getNameNode(), text };
  });
}

// ── Types ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A list of values that is a string, with them in an enum beside it; and a union with the base of its members. */
function aliasOnTheWire(file: SourceFile, name: string, type: TypeNode): string | undefined {
  const known = file.getEnum(`Known${name}`);
  if (known) {
    const values = known.getMembers().map((member) => JSON.stringify(member.getValue()));
    return [...values, '(string & {})'].join(' | ');
  }
  if (!Node.isUnionTypeNode(type)) return undefined;
  const members = type.getTypeNodes().map((member) => member.getText());
  const bases = new Set(members.flatMap((member) => basesOf(file, member)));
  return members.filter((member) => !bases.has(member)).join(' | ');
}

/** The interfaces that all of the members of an alias, or an interface, extend. */
function basesOf(file: SourceFile, name: string): string[] {
  return (
    file
      .getInterface(name)
      ?.getExtends()
      .map((base) => base.getText()) ?? []
  );
}

function replacedTypes(file: SourceFile): Edit[] {
  const nodes = [
    ...file.getDescendantsOfKind(SyntaxKind.TypeReference),
    ...file.getDescendantsOfKind(SyntaxKind.AnyKeyword),
  ];
  return nodes.flatMap((node) => {
    const text = onTheWire[node.getText()];
    return text === undefined ? [] : [{ node, text }];
  });
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.node.getStart() - a.node.getStart())
    .reduce(
      (before, { node, text: replacement }) =>
        before.slice(0, node.getStart()) + replacement + before.slice(node.getEnd()),
      text,
    );
}
