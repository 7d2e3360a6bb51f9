/** Every rule on a pair of small pages, for readers and for writers, and back. */
import { describe, expect, test } from 'vitest';
import type { ChangeKind } from '../../../generator/diff/rules.ts';
import type { Finding } from '../../../generator/diff/finding.ts';
import { diffModels } from '../../../generator/diff/index.ts';
import { changeRules } from '../../../generator/diff/rules.ts';
import { examples, kinds } from '../../support/diff-rule-examples.ts';

describe.each(kinds)('%s', (kind) => {
  const { before, after, path = '', server, client, isAmongOthers } = examples[kind];

  test('has a verdict for each direction, at the place of the change, and nothing else is found', () => {
    const findings = diffModels(before, after);
    const told = isAmongOthers ? findings.filter(({ rule }) => rule === kind) : findings;

    expect(told.map(inWords)).toEqual([
      `server ${kind} at "${path}": ${server}`,
      ...(client === undefined ? [] : [`client ${kind} at "${path}": ${client}`]),
    ]);
  });

  test.each(['server', 'client'] as const)('gives its reason in a %s phrase', (direction) => {
    expect(changeRules[kind][direction].why).toMatch(/^[a-z`].*[^.]$/);
  });
});

describe('the way back', () => {
  /** The rules that are found when the sides of an example change places. */
  const back = (kind: ChangeKind) => {
    const { before, after } = examples[kind];
    return [...new Set(diffModels(after, before).map(({ rule }) => rule))];
  };
  const mirrors = kinds.flatMap((kind) => {
    const { mirror } = changeRules[kind];
    return typeof mirror === 'string' ? [[kind, mirror] as const] : [];
  });
  const reasons = kinds.flatMap((kind) => {
    const { mirror } = changeRules[kind];
    return typeof mirror === 'string' ? [] : [[kind, mirror.none] as const];
  });

  test.each(mirrors)('from %s is %s, whose way back it is', (kind, mirror) => {
    const told = back(kind).filter((rule) => !examples[kind].isAmongOthers || rule === mirror);

    expect(told).toEqual([mirror]);
    expect(changeRules[mirror].mirror).toBe(kind);
  });

  test.each(reasons)('from %s has no rule of its own: %s', (kind) => {
    expect(back(kind)).toHaveLength(1);
    expect(back(kind)).not.toContain(kind);
  });
});

function inWords({ direction, rule, place, verdict, wire, types }: Finding): string {
  return `${direction} ${rule} at "${place.path}": ${verdict}, wire ${wire}, types ${types}`;
}
