/** A frame of recorded traffic, whatever log it stood in. */
import type { Direction } from '../../model/model.ts';

export interface Frame {
  /** The event, as it was parsed. Absent where there is none, which `fault` tells. */
  value?: unknown;
  /** Why there is no event: `is not JSON`. It follows the place. */
  fault?: string | undefined;
  /** Who sent it; absent where the log does not tell. */
  direction?: Direction | undefined;
  /** Whether the log has a word for it such as `received`, which depends on whose log it is. */
  isRelative?: boolean | undefined;
  /** The session that it is of, as far as the log tells sessions apart. */
  session?: string | undefined;
  /** Which frame of its file it is, from 1. */
  number: number;
  /** Its line, where the log has one for each frame. */
  line?: number | undefined;
}
