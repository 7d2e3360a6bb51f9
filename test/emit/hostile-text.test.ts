/** A source whose every text is hostile becomes the same code as one whose texts are harmless. */
import { assert, property } from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { diagnosticsIn, lineOfDiagnostic, report } from '../../generator/diagnostics.ts';
import { hostile, tryHostileTexts } from './hostile.ts';
import { hidden } from '../support/skeletons.ts';

describe('hostile texts', () => {
  // Fifty of them are tried in `hostile-text.deep.test.ts`.
  it('change no declaration, no tag and no table, hide nothing, and stay what they are', async () => {
    expect(await tryHostileTexts(3)).toBe(3);
  });

  it('of a sentence stay on the line of their diagnostic', () => {
    assert(
      property(hostile, (text) => {
        const file = new VFile({ path: `small/${text}.md` });
        report(file, 'page-missing', undefined, `it is ${text}.`);
        const lines = diagnosticsIn(file).map(lineOfDiagnostic);
        expect(lines.join('\n').split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(1);
        expect(lines.filter((line) => hidden.test(line))).toEqual([]);
      }),
    );
  });
});
