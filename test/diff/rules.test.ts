/** Every rule on a pair of small pages, for readers and for writers, and back. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../generator/diff/finding.ts';
import { diffModels } from '../../generator/diff/index.ts';
import { rules } from '../../generator/diff/rules.ts';
import { examples, kinds } from './rule-examples.ts';

describe.each(kinds)('%s', (kind) => {
  const { before, after, path = '', server, client } = examples[kind];

  test('has a verdict for each direction, at the place of the change, and nothing else is found', () => {
    expect(diffModels(before, after).map(inWords)).toEqual([
      `server ${kind} at "${path}": ${server}`,
      ...(client === undefined ? [] : [`client ${kind} at "${path}": ${client}`]),
    ]);
  });

  test('has its mirror, or a reason to have none', () => {
    const { mirror } = rules[kind];
    const back = new Set(diffModels(after, before).map(({ rule }) => rule));

    if (typeof mirror === 'string') {
      expect([...back]).toEqual([mirror]);
      expect(rules[mirror].mirror).toBe(kind);
    } else {
      expect([...back]).toHaveLength(1);
      expect(mirror.none).toMatch(/\w \w/);
    }
  });

  test.each(['server', 'client'] as const)('gives its reason in a %s phrase', (direction) => {
    expect(rules[kind][direction].why).toMatch(/^[a-z`].*[^.]$/);
  });
});

function inWords({ direction, rule, place, verdict, wire, types }: Finding): string {
  return `${direction} ${rule} at "${place.path}": ${verdict}, wire ${wire}, types ${types}`;
}
