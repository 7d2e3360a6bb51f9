import { expect, it } from 'vitest';
import { githubReport } from '../../../generator/diff/reports/github.ts';
import { positionAt } from '../../../generator/model/position.ts';
import { approvalOf, finding, newValue, report, reworded } from '../../support/small-report.ts';

it('annotates the line of each finding, and leaves out words and what is approved', () => {
  const safe = newValue({ verdict: 'safe', fingerprint: 'f4' });
  const approved = finding({ fingerprint: 'f5' });
  const findings = [finding(), newValue(), safe, reworded(), approved];
  expect(githubReport(report(findings, [approvalOf(approved)])).split('\n')).toEqual([
    '1 breaking, 1 dangerous, 1 safe, 1 docs, 1 approved; suggests a major version',
    '::error file=docs-src/radio/tune.md,title=breaking%3A required-field-removed::server event tune, volume: the field is gone. server event: code that reads it gets nothing.',
    "::warning file=docs-src/radio/tune.md,line=9,col=3,title=dangerous (types safe)%3A value-added::server event tune, band: the value 'dab' is new. server event: a `switch` over the values does not know it.",
    "::notice file=docs-src/radio/tune.md,line=9,col=3,title=safe (wire dangerous)%3A value-added::server event tune, band: the value 'dab' is new. server event: a `switch` over the values does not know it.",
    '',
  ]);
});

it('escapes what would end a property or a message', () => {
  const position = positionAt('radio/a%b,c:d.md', { line: 1, column: 2 });
  const one = finding({ sentence: '100 % is gone', after: { meaning: 'x', position } });
  expect(githubReport(report([one]))).toContain(
    '::error file=docs-src/radio/a%25b%2Cc%3Ad.md,line=1,col=2,title=breaking%3A required-field-removed::server event tune, volume: 100 %25 is gone.',
  );
});

it('tells stale approvals', () => {
  expect(githubReport(report([], [], { stale: [approvalOf(finding())] }))).toContain(
    '\n::notice title=stale approval::f1 matches no finding any more; remove it.',
  );
});
