/**
 * The words of a diff. `compare` finds changes, which are neutral; `rules` judges each for readers or writers and
 * makes it a finding; reports print findings.
 */
import type { Direction, Position } from '../model/model.ts';
import type { Verdict } from './judgement.ts';
import type { ChangeKind } from './rules.ts';

/** One side of a change: what it meant, in one phrase that no rewording changes, and where that stands. */
export interface Side {
  /** `required string`, `'auto' | 'none'`, `unsupported`. */
  meaning: string;
  position: Position;
}

/** Where in the protocol something is: `session.updated` and `session<realtime>.audio.input.format`. */
export interface Place {
  /** The wire name; empty: the source as a whole. */
  event: string;
  /**
   * The way into the event: `[]` is any element of an array, `{}` any value of a map, `<…>` one object of several.
   * Empty: the event itself.
   */
  path: string;
}

/** What changed, and what it means. */
export interface Finding {
  rule: ChangeKind;
  source: string;
  direction: Direction;
  /** The first place that shows it: the name it has now, or had when it is gone. */
  place: Place;
  /** Every place that shows it, the first among them: a shared shape shows in many. */
  places: Place[];
  /** What changed, in one sentence without its place. */
  sentence: string;
  /** Why the verdict is what it is, in one sentence, for the direction that it was judged for. */
  why: string;
  verdict: Verdict;
  /** For an app that is already deployed. */
  wire: Verdict;
  /** For an app that upgrades the generated package. */
  types: Verdict;
  /** Absent for what is new. */
  before?: Side;
  /** Absent for what is gone. */
  after?: Side;
  /** Names the meaning of the change, whatever its words and lines are. */
  fingerprint: string;
}
