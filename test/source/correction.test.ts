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
    '"extra" is not known; the keys here are target, matches, fact, value, was, is, direction, page, reason, evidence.',
  ],
  [
    'a key with a typing error',
    'matches: 1\ndirecton: server',
    '4:11',
    '"directon" is not known; did you mean "direction"?',
  ],
  [
    'a fact with a typing error',
    'matches: 1\nfact: depreciated',
    '4:7',
    '"fact" is not known; did you mean "deprecated"?',
  ],
])('%s is reported where it stands', (_, line, place, sentence) => {
  expect(diagnosticsOf(corrected(line))).toEqual([
    `radio/corrections/a.md:${place} error correction-invalid ${sentence}`,
  ]);
});

test('a key that is there twice is told', () => {
  expect(diagnosticsOf(corrected('matches: 1\nmatches: 2'))).toEqual([
    'radio/corrections/a.md:4:1 error correction-invalid "matches" is there twice; remove one.',
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

/** A correction with this front matter, whose target and `was` begin on lines 2 and 3, and this statement. */
function stated(front: string, statement = ''): Texts {
  return {
    ...tree('- `a` (string, required)\n'),
    'radio/corrections/a.md': `---\n${front}\nmatches: 1\nreason: One.\nevidence: One.\n---\n\n${statement}\n`,
  };
}

const a = '- `a` (integer, required)';

test.each([
  ['that says nothing is right', 'target: tune/a\nwas: string, required', '', '2:9'],
  ['that says it twice', 'target: tune/a\nwas: string, required\nis: absent', a, '10:1'],
  ['with a value of no fact', 'target: tune/a\nwas: string, required\nis: 1', '', '4:5'],
  ['with a fact of no value', 'target: tune/a\nwas: 1\nfact: default', a, '10:1'],
  ['with a bound that is a text', 'target: tune/a\nwas: 1\nfact: minimum\nis: low', '', '5:5'],
  ['of the name of a field', 'target: tune/a\nwas: a\nfact: name\nis: b', '', '4:7'],
  ['of a default of an event', 'target: tune\nwas: 1\nfact: default\nis: 2', '', '4:7'],
  [
    'of no word for deprecated',
    'target: tune/a\nwas: absent\nfact: deprecated\nis: yes',
    '',
    '5:5',
  ],
  ['of a value of an event', 'target: tune\nwas: absent\nvalue: a\nis: listed', '', '2:9'],
  ['of a value with a fact', 'target: tune/a\nwas: 1\nfact: default\nvalue: a\nis: 2', '', '4:7'],
  ['of a value in no word', 'target: tune/a\nwas: absent\nvalue: a\nis: there', '', '5:5'],
  ['of a value that was in no word', 'target: tune/a\nwas: gone\nvalue: a\nis: listed', '', '3:6'],
  ['of a value that says nothing', 'target: tune/a\nwas: absent\nvalue: a', a, '10:1'],
  ['of an event without a direction', 'target: stop\nwas: absent', a, '2:9'],
  ['of an entry that was something', 'target: stop\nwas: a\nis: absent', '', '3:6'],
  [
    'of an event with a page and a past',
    'target: stop\nwas: a\npage: a.md\ndirection: server',
    '',
    '3:6',
  ],
  ['of a field with a page', 'target: tune/a\nwas: absent\npage: a.md', '', '4:7'],
])('a correction %s is invalid', (_, front, statement, place) => {
  expect(diagnosticsOf(stated(front, statement))).toEqual([
    expect.stringMatching(
      new RegExp(`^radio/corrections/a\\.md:${place} error correction-invalid `),
    ),
  ]);
});

test('a page that a correction names and that is not there is told', () => {
  const texts = stated('target: stop\nwas: absent\npage: stop.md\ndirection: server');

  expect(diagnosticsOf(texts)).toEqual([
    'radio/corrections/a.md:4:7 error page-missing "stop.md" leads to no page of this source; fix the path, which begins beside source.json.',
  ]);
});

test('a key that is missing is told with what it says', () => {
  expect(diagnosticsOf(corrected('direction: server'))).toEqual([
    'radio/corrections/a.md:2:1 error correction-invalid "matches" is missing; it is at how many places that stands, such as 1.',
  ]);
});
