import { text, withoutNull, type Definition, type Node, type Word } from './definition.ts';

const words: Record<Word, string> = {
  string: 'v.string()',
  integer: 'v.pipe(v.number(), v.integer())',
  number: 'v.number()',
  boolean: 'v.boolean()',
  null: 'v.null()',
};

/** `variant` wherever a constant tells members apart. */
export function valibotModule({ root, named }: Definition): { schema: string; expression: string } {
  const lines = Array.from(named, ([name, node]) => `const ${name} = ${print(node)};`);
  return {
    schema: ["import * as v from 'valibot';", ...lines].join('\n'),
    expression: print(root),
  };
}

function print(whole: Node): string {
  const { node, nullable } = withoutNull(whole);
  return nullable ? `v.nullable(${printPlain(node)})` : printPlain(node);
}

function printPlain(node: Node): string {
  switch (node.kind) {
    case 'anything':
      return 'v.unknown()';
    case 'word':
      return words[node.word];
    case 'values':
      return node.values.length === 1
        ? `v.literal(${node.values.map(text).join('')})`
        : `v.picklist(${text(node.values)})`;
    case 'array':
      return `v.array(${print(node.element)})`;
    case 'record':
      return `v.record(v.string(), ${print(node.value)})`;
    case 'object': {
      const fields = node.fields.map(
        ({ name, required, node: field }) =>
          `${text(name)}: ${required ? print(field) : `v.optional(${print(field)})`}`,
      );
      return `v.${node.closed ? 'strictObject' : 'object'}({ ${fields.join(', ')} })`;
    }
    case 'union':
      return `v.union([${node.members.map(print).join(', ')}])`;
    case 'variant':
      return `v.variant(${text(node.key)}, [${node.cases.map((one) => print(one.node)).join(', ')}])`;
    case 'reference':
      return node.name;
  }
}
