/** What a flag comes to for those who have to decide by it. */
import type { Support, SupportStatus } from './model.ts';

/** Whether nothing of the kind is to be expected: the docs flag it as not supported, and no evidence says otherwise. */
export function isRuledOut(support: Support | undefined): boolean {
  return support?.status === 'unsupported' && support.disputed === undefined;
}

/** What to reckon with: where a "no" is disputed, what the evidence says. */
export function reckonedStatus(support: Support | undefined): SupportStatus {
  if (support?.status === 'unsupported' && support.disputed) return support.disputed.status;
  return support?.status ?? 'undocumented';
}
