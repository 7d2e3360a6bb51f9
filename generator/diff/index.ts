/** compare ─► judge: two models go in, findings come out. Pure: the same models give the same findings. */
import type { Model, Renames } from '../model/model.ts';
import { compareModels } from './compare/models.ts';
import { sourceAdded, sourceRemoved } from './compare/sources.ts';
import { compareCopies } from './compare/copies.ts';
import type { Finding } from './finding.ts';
import { judge, type Role } from './judge/judge.ts';

/**
 * What changed between two versions of a source, with verdicts.
 *
 * @param before absent when the source is new; then that is the one finding of each of its directions
 * @param after absent when the source is gone
 * @param role whose code the verdicts are for
 * @param renames what sources tell of the names of others; absent: what these two tell
 */
export function diffModels(
  before: Model | undefined,
  after: Model | undefined,
  role: Role = 'client',
  renames?: readonly Renames[],
): Finding[] {
  if (before && after)
    return judge([...compareModels(before, after, renames), ...compareCopies(before, after)], role);
  if (after) return judge(sourceAdded(after), role);
  return before ? judge(sourceRemoved(before), role) : [];
}

/**
 * Findings that would read the same, once: several objects that became one are each compared with it. On the way back
 * they are several, so that this is for reports.
 */
export function distinct(findings: readonly Finding[]): Finding[] {
  const keyOf = ({ fingerprint, sentence, before, after }: Finding): string =>
    JSON.stringify([fingerprint, sentence, (after ?? before)?.position]);
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}
