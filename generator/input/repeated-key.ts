import type * as Yaml from 'yaml';

/**
 * The first key of YAML that its map has already. The library would look for it by holding each key against all others.
 *
 * @param yaml the library, which not every run loads
 */
export function repeatedKeyIn(
  document: Yaml.Document,
  { isScalar, visit }: Pick<typeof Yaml, 'isScalar' | 'visit'>,
): Yaml.Scalar | undefined {
  let found: Yaml.Scalar | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) found ??= key;
        keys.add(key.value);
      }
    },
  });
  return found;
}
