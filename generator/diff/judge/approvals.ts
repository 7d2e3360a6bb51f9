/** Approvals: findings that somebody has looked at and lets pass, by their fingerprints. */
import * as v from 'valibot';
import { faultOf, line, readSettingsFile } from '../../contract.ts';
import { compareText, visible } from '../../text.ts';
import type { Finding } from '../finding.ts';

export const reasons = ['api-change', 'doc-correction'] as const;

/** `api-change`: the API has changed, and its users know. `doc-correction`: only the docs were wrong before. */
export type Reason = (typeof reasons)[number];

const approval = v.strictObject(
  {
    fingerprint: line,
    reason: v.picklist(reasons, `must be one of ${reasons.join(', ')}`),
    /** Why it may pass, in the words of who approved it. */
    note: line,
    /** What was found, for those who read the file; the fingerprint is what counts. */
    finding: line,
  },
  'must be an object',
);
export type Approval = v.InferOutput<typeof approval>;

const contract = v.strictObject(
  { approvals: v.array(approval, 'must be a list') },
  'must be an object',
);

/**
 * Reads a file of approvals.
 *
 * @param name what the file is called
 * @throws UsageError when it does not follow its contract, naming the key
 */
export function readApprovals(text: string, name: string): Approval[] {
  return readSettingsFile(text, name, contract).approvals;
}

/** A file of approvals, one for a fingerprint, in their order, so that two people's additions merge. */
export function writeApprovals(approvals: readonly Approval[]): string {
  const sorted = approvals.toSorted((a, b) => compareText(a.fingerprint, b.fingerprint));
  return `${JSON.stringify({ approvals: sorted }, undefined, 2)}\n`;
}

/** What is wrong with a note, to follow its name; `undefined` when a file of approvals may hold it. */
export function noteFault(note: string): string | undefined {
  const { issues } = v.safeParse(line, note, { abortEarly: true });
  return issues && faultOf(issues[0]);
}

/** The approval of a finding. */
export function approve(finding: Finding, reason: Reason, note: string): Approval {
  const { direction, place, source, sentence, rule, fingerprint } = finding;
  const where = [source, direction, place.event, place.path].filter((part) => part !== '');
  const words = `${rule}: ${where.join(' ')}: ${sentence}`;
  return { fingerprint, reason, note, finding: visible(words.replaceAll(/\s+/g, ' ')) };
}

/** The approvals that no finding needs: the change is merged, or has become another one. */
export function staleApprovals(
  approvals: readonly Approval[],
  findings: readonly Finding[],
): Approval[] {
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  return approvals.filter(({ fingerprint }) => !found.has(fingerprint));
}
