import { text, withoutNull, type Definition, type Node, type Word } from './definition.ts';

const words: Record<Word, string> = {
  string: 'z.string()',
  integer: 'z.int()',
  number: 'z.number()',
  boolean: 'z.boolean()',
  null: 'z.null()',
};

/** `discriminatedUnion` wherever a constant tells members apart, and `object`, which drops other keys, where they are welcome. */
export function zodModule({ root, named }: Definition): { schema: string; expression: string } {
  const lines = Array.from(named, ([name, node]) => `const ${name} = ${print(node)};`);
  return {
    schema: ["import * as z from 'zod';", ...lines].join('\n'),
    expression: print(root),
  };
}

function print(whole: Node): string {
  const { node, nullable } = withoutNull(whole);
  return nullable ? `${printPlain(node)}.nullable()` : printPlain(node);
}

function printPlain(node: Node): string {
  switch (node.kind) {
    case 'anything':
      return 'z.unknown()';
    case 'word':
      return words[node.word];
    case 'values':
      return `z.literal(${text(node.values)})`;
    case 'array':
      return `z.array(${print(node.element)})`;
    case 'record':
      return `z.record(z.string(), ${print(node.value)})`;
    case 'object': {
      const fields = node.fields.map(
        ({ name, required, node: field }) =>
          `${text(name)}: ${print(field)}${required ? '' : '.optional()'}`,
      );
      return `z.${node.closed ? 'strictObject' : 'object'}({ ${fields.join(', ')} })`;
    }
    case 'union':
      return `z.union([${node.members.map(print).join(', ')}])`;
    case 'variant':
      return `z.discriminatedUnion(${text(node.key)}, [${node.cases.map((one) => print(one.node)).join(', ')}])`;
    case 'reference':
      return node.name;
  }
}
