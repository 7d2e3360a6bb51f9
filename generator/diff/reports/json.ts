/** For programs: what `schemas/diff-report.schema.json` describes. */
import { visible } from '../../text.ts';
import { summaryOf, type Report } from './report.ts';

/** Counts up when a key changes its meaning or goes; not when one is added. */
const version = 1;

export function jsonReport(report: Report): string {
  const { base, head, role, profile, findings, stale, suggested, uncompared } = report;
  const content = {
    version,
    base: base.name,
    head: head.name,
    role,
    profile,
    summary: { ...summaryOf(report), suggested },
    findings,
    uncompared,
    staleApprovals: stale,
  };
  return `${visible(JSON.stringify(content, undefined, 2))}\n`;
}
