import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics.ts';
import { weighed } from '../../generator/lint/weight.ts';

const diagnostic: Diagnostic = {
  file: 'radio/tune.md',
  line: 5,
  column: 1,
  severity: 'warning',
  rule: 'section-unused',
  sentence: 'words.',
};

describe('a diagnostic', () => {
  test('of a rule that nobody mentions stays as it is', () => {
    expect(weighed([diagnostic], new Map())).toEqual([diagnostic]);
  });

  test('takes the severity that its rule is given', () => {
    expect(weighed([diagnostic], new Map([['section-unused', 'info']]))).toEqual([
      { ...diagnostic, severity: 'info' },
    ]);
  });

  test('is gone when its rule is off', () => {
    expect(weighed([diagnostic], new Map([['section-unused', 'off']]))).toEqual([]);
  });
});
