/** How a stage says what is wrong with the docs. */
import type { RuleId } from '../diagnostics.ts';
import type { Position } from '../model/model.ts';

/** Reports a fault of the docs at a place of a page. */
export type ReportAt = (
  rule: RuleId,
  position: Position,
  sentence: string,
  places?: readonly Position[],
) => void;
