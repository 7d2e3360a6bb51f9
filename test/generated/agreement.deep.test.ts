/** A guard and its type say the same: what the guard refuses does not compile, and what it accepts does. */
import { describe, expect, it } from 'vitest';
import { contradictionsIn } from './agreement.ts';
import { directions } from '../support/generated-sources.ts';

describe.each(directions)('$title', (source) => {
  it('accepts with its guards what compiles as its types, and nothing else', () => {
    const { contradictions, refused } = contradictionsIn(source);
    expect(refused).toBeGreaterThan(0);
    expect(contradictions).toEqual([]);
  });
});
