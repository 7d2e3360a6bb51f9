/** The words in which `rules.ts` says what a change means. */
import type { Direction, ReadingMode } from '../model/model.ts';

/**
 * What a change does to people who rely on the docs. `breaking`: what worked does not. `dangerous`: it breaks only
 * closed or exhaustive consumers, or the docs do not decide it. `safe`: nobody notices. `docs`: words, examples, order.
 */
export type Verdict = 'breaking' | 'dangerous' | 'safe' | 'docs';

/**
 * What a change means for one direction.
 *
 * `wire` is about an app that is already deployed, `types` about one that upgrades the generated package: it is
 * `breaking` when code that somebody would write against the old types does not compile with the new ones, and
 * `dangerous` when only exhaustive code does not, or code that names what it need not name. The verdict is the first
 * thing to know. It is not always the worse of the two: what a compiler finds at the desk of whoever upgrades is
 * found before anybody is hurt, and what no compiler finds is all the more dangerous.
 */
export interface Judgement {
  verdict: Verdict;
  wire: Verdict;
  types: Verdict | ConditionalVerdict;
  /** The reason, without the direction. */
  why: string;
}

/** What the generated types of a place depend on, beside its direction. */
export interface Circumstances {
  /** How the direction is read. */
  reading: ReadingMode;
  /** Whether the place is a field that may be absent, before and after. */
  absent: boolean;
  /** Whether the values of the place tell union members or events apart. */
  discriminator: boolean;
  /** Whether it is about an event as a whole. */
  event: boolean;
}

/** A verdict that holds under a condition; elsewhere the change is safe. */
export interface ConditionalVerdict {
  verdict: Verdict;
  /** The condition, in words. */
  where: string;
  holds(circumstances: Circumstances): boolean;
}

/** A verdict and its reason. An app that is deployed and one that upgrades fare the same, unless it says otherwise. */
function judgementOf(verdict: Verdict) {
  return (why: string, others: Partial<Pick<Judgement, 'wire' | 'types'>> = {}): Judgement => ({
    verdict,
    wire: verdict,
    types: verdict,
    why,
    ...others,
  });
}

export const breaking = judgementOf('breaking');
export const dangerous = judgementOf('dangerous');
export const safe = judgementOf('safe');
export const docs = judgementOf('docs');

/** It means the same in both directions. */
export function both(judgement: Judgement): Record<Direction, Judgement> {
  return { server: judgement, client: judgement };
}

/** Tolerant types leave lists of values open; those of a discriminator stay closed. */
export function whereClosed(verdict: Verdict): ConditionalVerdict {
  return {
    verdict,
    where: 'the types list no other values',
    holds: ({ reading, discriminator }) => discriminator || reading === 'exact',
  };
}

/** Tolerant types allow null wherever a field may be absent. */
export function whereNullIsNew(verdict: Verdict): ConditionalVerdict {
  return {
    verdict,
    where: 'the types do not allow null anyway',
    holds: ({ reading, absent }) => !absent || reading === 'exact',
  };
}

/** Flags of events make up `SupportedServerEvent` and its like; those of fields are comments. */
export function whereEvent(verdict: Verdict): ConditionalVerdict {
  return { verdict, where: 'it is about an event', holds: ({ event }) => event };
}
