import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../generator/diff/judgement.ts';
import { recommendedBump } from '../../../generator/diff/judge/semver.ts';

const finding = (verdict: Verdict, types: Verdict) => ({ verdict, types });

describe('the recommended version', () => {
  test.each([
    ['breaking on the wire only', [finding('breaking', 'safe')], 'major'],
    ['types that do not compile', [finding('dangerous', 'breaking')], 'major'],
    ['a new server event', [finding('dangerous', 'dangerous')], 'minor'],
    ['a new field', [finding('safe', 'safe')], 'minor'],
    ['words', [finding('docs', 'docs')], 'patch'],
    ['words, and a new field', [finding('docs', 'docs'), finding('safe', 'safe')], 'minor'],
    [
      'words, and something breaking',
      [finding('docs', 'docs'), finding('breaking', 'breaking')],
      'major',
    ],
    ['nothing', [], 'none'],
  ])('for %s', (_, findings, bump) => {
    expect(recommendedBump(findings)).toBe(bump);
  });
});
