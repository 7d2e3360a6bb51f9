/** Front matter of a correction that does not follow its contract: each fault at its place, and nothing beside it. */
import { expect, test, vi } from 'vitest';
import { diagnosticsOf, type Texts } from '../support/docs.ts';
import { tree } from '../support/small-docs.ts';

/** A correction of `tune/a`; `line` is the third of its page. */
function corrected(line: string): Texts {
  return {
    ...tree('- `a` (string, required)\n'),
    'radio/corrections/a.md': `---\ntarget: tune/a\n${line}\nwas: string, required\nreason: One.\nevidence: One.\n---\n\n- \`a\` (integer, required)\n`,
  };
}

test.each([
  ['a mapping', 'matches: { a: 1 }', '3:10', '"matches" must be a number.'],
  ['a list', 'matches: [1]', '3:10', '"matches" must be a number.'],
  [
    'a list that nobody knows',
    'matches: 1\nextra: [1]',
    '4:8',
    '"extra" is not known; remove it, or fix its spelling.',
  ],
])('%s is reported where it stands', (_, line, place, sentence) => {
  expect(diagnosticsOf(corrected(line))).toEqual([
    `radio/corrections/a.md:${place} error correction-invalid ${sentence}`,
  ]);
});

test('a key that is a list is one that nobody knows, and the library warns of nothing', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const faults = diagnosticsOf(corrected('matches: 1\n[x]: y'));
  const warnings = warn.mock.calls.length;
  warn.mockRestore();

  expect({ faults, warnings }).toEqual({
    faults: [expect.stringContaining(' error correction-invalid "[ x ]" is not known; ')],
    warnings: 0,
  });
});
