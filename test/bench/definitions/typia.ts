import { text, type Definition, type Node, type Word } from './definition.ts';

const words: Record<Word, string> = {
  string: 'string',
  integer: "(number & tags.Type<'int64'>)",
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** Types that typia reads; what it makes of them depends on nothing else. */
export function typiaTypes({ root, named }: Definition): { types: string; root: string } {
  const lines = Array.from(named, ([name, node]) =>
    node.kind === 'object'
      ? `export interface ${name} ${print(node)}`
      : `export type ${name} = ${print(node)};`,
  );
  return {
    types: ["import type { tags } from 'typia';", ...lines].join('\n'),
    root: print(root),
  };
}

function print(node: Node): string {
  switch (node.kind) {
    case 'anything':
      return 'unknown';
    case 'word':
      return words[node.word];
    case 'values':
      return node.values.map(text).join(' | ');
    case 'array':
      return `Array<${print(node.element)}>`;
    case 'record':
      return `Record<string, ${print(node.value)}>`;
    case 'object':
      return `{ ${node.fields.map(({ name, required, node: field }) => `${text(name)}${required ? '' : '?'}: ${print(field)}`).join('; ')} }`;
    case 'union':
      return node.members.map(print).join(' | ');
    case 'variant':
      return node.cases.map((one) => print(one.node)).join(' | ');
    case 'reference':
      return node.name;
  }
}
