import { describe, expect, it } from 'vitest';
import { formatNames, formats } from '../../../generator/diff/reports/index.ts';
import { otherVerdicts, summaryLine } from '../../../generator/diff/reports/report.ts';
import { positionAt } from '../../../generator/model/position.ts';
import { approvalOf, finding, newValue, report, reworded } from '../../support/small-report.ts';

describe('the summary', () => {
  it.each([
    ['nothing', [], [], 'none', '0 breaking, 0 dangerous, 0 safe, 0 docs; suggests no new version'],
    [
      'findings',
      [finding(), newValue(), reworded()],
      [],
      'major',
      '1 breaking, 1 dangerous, 0 safe, 1 docs; suggests a major version',
    ],
    [
      'an approved finding, which counts apart',
      [finding(), newValue()],
      [approvalOf(finding())],
      'minor',
      '0 breaking, 1 dangerous, 0 safe, 0 docs, 1 approved; suggests a minor version',
    ],
    [
      'findings of which none is breaking but for the types, which is said',
      [newValue({ types: 'breaking' })],
      [],
      'major',
      '0 breaking, 1 dangerous, 0 safe, 0 docs; suggests a major version: code against the types stops compiling',
    ],
    [
      'a breaking finding that is approved as a change of the API, which is said',
      [finding()],
      [approvalOf(finding())],
      'major',
      '0 breaking, 0 dangerous, 0 safe, 0 docs, 1 approved; suggests a major version: what is approved is breaking',
    ],
  ] as const)('of %s', (_, findings, approvals, suggested, line) => {
    expect(summaryLine(report(findings, approvals, { suggested }))).toBe(line);
  });
});

it('the verdicts for the wire and the types are told where they are other ones', () => {
  const shown = (more: object) => report([newValue(more)]).findings.map(otherVerdicts);
  expect(shown({ wire: 'safe', types: 'breaking' })).toEqual([' (wire safe, types breaking)']);
  expect(shown({ wire: 'dangerous', types: 'safe' })).toEqual([' (types safe)']);
  expect(shown({ wire: 'dangerous', types: 'dangerous' })).toEqual(['']);
});

describe('the findings of a report', () => {
  const fingerprints = (findings: Parameters<typeof report>[0]) =>
    report(findings).findings.map(({ fingerprint }) => fingerprint);

  it('come with the worst first', () => {
    expect(fingerprints([reworded(), newValue(), finding()])).toEqual(['f1', 'f2', 'f3']);
  });

  it.each([
    ['source', { source: 'amateur' }],
    ['direction, the server first', { direction: 'server' }],
    ['event', { place: { event: 'mute', path: 'volume' } }],
    ['path', { place: { event: 'tune', path: 'band' } }],
    ['rule', { rule: 'optional-field-removed' }],
    ['fingerprint', { fingerprint: 'f0' }],
  ] as const)('of one verdict come by %s', (_, first) => {
    const one = finding({ fingerprint: 'one', direction: 'client' });
    const other = { ...one, ...first, fingerprint: 'fingerprint' in first ? 'f0' : 'two' };
    expect(fingerprints([one, other])).toEqual([other.fingerprint, 'one']);
  });

  it('stand at the new line', () => {
    expect(report([newValue()]).findings[0]?.location).toEqual({
      file: 'docs-src/radio/tune.md',
      line: 9,
      column: 3,
      side: 'head',
    });
  });

  it('stand at the old line, in the folder of the base, when they are about what is gone', () => {
    const base = { name: './old/', folder: './old/' };
    expect(report([finding()], [], { base }).findings[0]?.location).toEqual({
      file: 'old/radio/tune.md',
      line: 7,
      column: 3,
      side: 'base',
    });
  });
});

/** Clears the screen, turns the direction of the text, and ends the line. */
const hostile = '\u001b[2J\u009b\u202e\u0007\r\n::error::x';

describe.each(formatNames)('%s', (format) => {
  it('has none of the control characters of pages', () => {
    const position = positionAt(`radio/${hostile}.md`, { line: 7, column: 3 });
    const one = finding({
      source: hostile,
      sentence: `the value '${hostile}' is gone`,
      why: `server event: ${hostile}`,
      place: { event: hostile, path: hostile },
      places: [{ event: hostile, path: hostile }],
      before: { meaning: hostile, position },
      after: { meaning: hostile, position },
    });
    const approval = { ...approvalOf(one), note: hostile, finding: hostile };
    const side = { name: hostile, folder: hostile };
    const made = report([one, newValue({ source: hostile })], [approval], {
      stale: [approval],
      base: side,
      head: side,
    });
    const text = formats[format](made, (_, words) => words);
    // oxlint-disable-next-line no-control-regex -- the characters are what it looks for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('has no workflow command of a page at the beginning of a line', () => {
    const place = { event: '::error::x', path: '::error::x' };
    const source = 'radio\n::error::x';
    const one = finding({ source, sentence: '::error::x', place, places: [place] });
    const text = formats[format](report([one]), (_, words) => words);
    expect(text).not.toMatch(/^\s*::error::x/m);
  });
});
