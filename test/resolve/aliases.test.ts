import { describe, expect, it } from 'vitest';
import { modelOf, diagnosticsOf, type Texts } from '../support/docs.ts';
import { bothWays } from '../support/diff-pages.ts';

const dial = '- `dial` (object, required): Where.\n  - `at` (number, required): Where it is.\n';

/** Docs of a shape `Dial`, which both directions use, with these former names. */
function withAliases(aliases: Record<string, string>): Texts {
  return bothWays(dial, { shapes: { Dial: ['tune*/dial'] }, aliases });
}

describe('a former name', () => {
  it.each([
    ['Knob', 'Dial'],
    ['DialInput', 'DialParam'],
    ['RadioTunedEvent', 'TunedEvent'],
  ])('%s may be of %s', (name, of) => {
    const docs = withAliases({ [name]: of });
    expect(diagnosticsOf(docs)).toEqual([]);
    expect(modelOf(docs).aliases).toMatchObject([{ name, of }]);
  });

  it.each([
    ['is of a type that there is', { Knob: 'Dials' }, 'alias-unknown', 'did you mean Dial?'],
    ['is not of another former name', { Knob: 'Dial', Wheel: 'Knob' }, 'alias-unknown', 'Knob'],
    ['is not that of a type', { DialParam: 'Dial' }, 'name-collision', 'a type that there is'],
    ['is not one of the platform', { Option: 'Dial' }, 'name-collision', 'the platform'],
    ['is not one that every source has', { Misfit: 'Dial' }, 'name-collision', 'Misfit'],
  ])('%s', (_, aliases, rule, words) => {
    expect(diagnosticsOf(withAliases(aliases))).toEqual([
      expect.stringMatching(new RegExp(`^radio/source\\.json:\\d+:\\d+ error ${rule} .*${words}`)),
    ]);
  });
});
