import type { JsonSchema } from '../../../generator/emit/json-schema.ts';
import type { Definition, Node } from './definition.ts';

/**
 * JSON Schema again, without annotations.
 *
 * @param discriminator whether unions that a constant tells apart say so, with the keyword of OpenAPI that Ajv takes
 */
export function jsonSchemaOfDefinition(
  { root, named }: Definition,
  discriminator: boolean,
): JsonSchema {
  const print = (node: Node): JsonSchema => {
    switch (node.kind) {
      case 'anything':
        return {};
      case 'word':
        return { type: node.word };
      case 'values':
        return node.values.length === 1 ? { const: node.values[0] ?? null } : { enum: node.values };
      case 'array':
        return {
          type: 'array',
          ...(node.element.kind !== 'anything' && { items: print(node.element) }),
        };
      case 'record':
        return {
          type: 'object',
          ...(node.value.kind !== 'anything' && { additionalProperties: print(node.value) }),
        };
      case 'object': {
        const required = node.fields.filter((field) => field.required).map(({ name }) => name);
        return {
          type: 'object',
          properties: Object.fromEntries(
            node.fields.map(({ name, node: field }) => [name, print(field)]),
          ),
          ...(required.length > 0 && { required }),
          ...(node.closed && { additionalProperties: false }),
        };
      }
      case 'union': {
        const words = node.members.flatMap((member) =>
          member.kind === 'word' ? [member.word] : [],
        );
        const others = node.members.filter(({ kind }) => kind !== 'word').map(print);
        if (others.length === 0) return { type: words };
        return { anyOf: [...others, ...words.map((type) => ({ type }))] };
      }
      case 'variant': {
        if (!discriminator) return { anyOf: node.cases.map((one) => print(one.node)) };
        return {
          type: 'object',
          discriminator: { propertyName: node.key },
          required: [node.key],
          oneOf: node.cases.map(({ value, node: one }) =>
            one.kind === 'variant'
              ? { ...print(one), properties: { [node.key]: { const: value } } }
              : print(one),
          ),
        };
      }
      case 'reference':
        return { $ref: `#/$defs/${node.name}` };
    }
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...print(root),
    $defs: Object.fromEntries(Array.from(named, ([name, node]) => [name, print(node)])),
  };
}
