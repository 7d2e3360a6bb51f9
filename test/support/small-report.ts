/** Reports of a few findings, in few words. */
import type { Approval } from '../../generator/diff/judge/approvals.ts';
import type { Finding } from '../../generator/diff/finding.ts';
import { reportOf, type Report } from '../../generator/diff/reports/report.ts';

/** A field of a server event that is gone; `more` says what is different. */
export function finding(more: Partial<Finding> = {}): Finding {
  const place = more.place ?? { event: 'tune', path: 'volume' };
  return {
    rule: 'required-field-removed',
    source: 'radio',
    direction: 'server',
    place,
    places: [place],
    sentence: 'the field is gone',
    why: 'server event: code that reads it gets nothing',
    verdict: 'breaking',
    wire: 'breaking',
    types: 'breaking',
    before: { meaning: 'required integer', position: 'radio/tune.md:7:3' },
    fingerprint: 'f1',
    ...more,
  };
}

/** A value that is new. */
export function newValue(more: Partial<Finding> = {}): Finding {
  return {
    ...finding({
      rule: 'value-added',
      place: { event: 'tune', path: 'band' },
      sentence: "the value 'dab' is new",
      why: 'server event: a `switch` over the values does not know it',
      verdict: 'dangerous',
      wire: 'dangerous',
      types: 'safe',
      before: { meaning: "'am' | 'fm'", position: 'radio/tune.md:8:3' },
      after: { meaning: "'am' | 'dab' | 'fm'", position: 'radio/tune.md:9:3' },
      fingerprint: 'f2',
    }),
    ...more,
  };
}

export function reworded(more: Partial<Finding> = {}): Finding {
  const side = { meaning: 'words', position: 'radio/tune.md:1:1' } as const;
  return finding({
    rule: 'description-changed',
    place: { event: 'tune', path: '' },
    sentence: 'the description is another one',
    why: 'server event: only words changed',
    verdict: 'docs',
    wire: 'docs',
    types: 'docs',
    before: side,
    after: side,
    fingerprint: 'f3',
    ...more,
  });
}

export function approvalOf({ fingerprint }: Finding): Approval {
  return {
    fingerprint,
    reason: 'api-change',
    note: 'announced in May',
    finding: 'required-field-removed: radio server tune volume: the field is gone',
  };
}

/** A report of the docs folder `docs-src`. */
export function report(
  findings: readonly Finding[],
  approvals: readonly Approval[] = [],
  more: Partial<Report> = {},
): Report {
  return reportOf(
    {
      base: { name: 'main', folder: 'docs-src' },
      head: { name: 'the working tree', folder: 'docs-src' },
      role: 'client',
      profile: 'default',
      stale: [],
      uncompared: [],
      suggested: 'major',
      ...more,
    },
    findings,
    new Map(approvals.map((approval) => [approval.fingerprint, approval])),
  );
}
