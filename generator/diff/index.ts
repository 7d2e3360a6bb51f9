/** compare ─► judge: two models go in, findings come out. Pure: the same models give the same findings. */
import type { Model } from '../model/model.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { compareModels, sourceAdded, sourceRemoved } from './compare/models.ts';
import { compareCopies } from './compare/copies.ts';
import type { Finding } from './finding.ts';
import { judge, type Role } from './judge/judge.ts';

/** What was found wrong with the docs of both sides. */
export type Diagnostics = Readonly<Record<'before' | 'after', readonly Diagnostic[]>>;

/**
 * What changed between two versions of a source, with verdicts.
 *
 * @param before absent when the source is new; then that is the one finding of each of its directions
 * @param after absent when the source is gone
 * @param role whose code the verdicts are for
 * @param diagnostics of the docs of both sides; absent when a side does not come from docs
 */
export function diffModels(
  before: Model | undefined,
  after: Model | undefined,
  role: Role = 'client',
  diagnostics?: Diagnostics,
): Finding[] {
  if (before && after) {
    const copies = diagnostics
      ? compareCopies(
          { model: before, diagnostics: diagnostics.before },
          { model: after, diagnostics: diagnostics.after },
        )
      : [];
    return judge([...compareModels(before, after), ...copies], role);
  }
  if (after) return judge(sourceAdded(after), role);
  return before ? judge(sourceRemoved(before), role) : [];
}
