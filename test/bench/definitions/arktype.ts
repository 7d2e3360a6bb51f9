import { text, type Definition, type Node, type Word } from './definition.ts';

const words: Record<Word, string> = {
  string: 'string',
  integer: 'number.integer',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** One scope of aliases; arktype finds by itself what tells the members of a union apart. */
export function arktypeModule({ root, named }: Definition): { schema: string; expression: string } {
  const aliases = [...named, ['Root', root] as const].map(
    ([name, node]) => `${name}: ${print(node)}`,
  );
  return {
    schema: `import { scope } from 'arktype';\nconst types = scope({ ${aliases.join(',\n')} }).export();`,
    expression: 'types.Root',
  };
}

function print(node: Node): string {
  switch (node.kind) {
    case 'anything':
      return text('unknown');
    case 'word':
      return text(words[node.word]);
    case 'values':
      return `['===', ${node.values.map(text).join(', ')}]`;
    case 'array':
      return `[${print(node.element)}, '[]']`;
    case 'record':
      return node.value.kind === 'anything'
        ? text('object')
        : `{ '[string]': ${print(node.value)} }`;
    case 'object': {
      const fields = node.fields.map(
        ({ name, required, node: field }) =>
          `${text(required ? name : `${name}?`)}: ${print(field)}`,
      );
      return `{ ${[...(node.closed ? ["'+': 'reject'"] : []), ...fields].join(', ')} }`;
    }
    case 'union':
      return union(node.members);
    case 'variant':
      return union(node.cases.map((one) => one.node));
    case 'reference':
      return text(node.name);
  }
}

function union(members: readonly Node[]): string {
  return members.map(print).reduce((before, member) => `[${before}, '|', ${member}]`);
}
