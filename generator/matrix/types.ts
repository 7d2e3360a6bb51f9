/** What the support matrix says: every event and field of every source, with the words that say so. */
import type { Direction, Requiredness, SupportStatus } from '../model/model.ts';

/** `disputed`: its docs say one thing, and what is in `disputed` another. */
export type CellStatus = SupportStatus | 'disputed';

/** The version of `support-matrix.json`; it changes when who reads the files of before would read the new ones wrongly. */
export const matrixVersion = 2;

/** What `support-matrix.json` holds. */
export interface SupportMatrix {
  version: typeof matrixVersion;
  /** The columns: newest generation first, a hand-written summary last. */
  sources: MatrixSource[];
  /** The rows, by direction and name. */
  events: EventRow[];
  /** The words of the docs that field cells point at by their number, from 0. */
  evidence: Words[];
}

/** Words of the docs. The file is relative to the docs folder, the line counts from 1. */
export interface Words {
  file: string;
  line: number;
  text: string;
}

export interface MatrixSource {
  id: string;
  title: string;
  provider: string;
  generation?: number;
  /** `reference`: what others are held against. `summary`: an overview that somebody wrote. */
  role?: 'reference' | 'summary';
  /** The day of its pages. */
  snapshot?: string;
  /** Where its publisher has its pages. */
  url?: string;
  retired?: { date: string; evidence: string };
  /** How many events it has of each status. */
  counts: Record<Exclude<CellStatus, 'undocumented'>, number>;
  /** How much of the reference it has, flagged or not documented events left out. */
  ofReference?: { events: Share; fields: Share };
}

/** So many of so many. */
export interface Share {
  have: number;
  of: number;
}

/**
 * What an event is good for. `portable`: every provider has it, under one name and with the same fields. `care`: several
 * have it, and differ. `single`: one provider only. `none`: nobody who is still there supports it.
 */
export type Headline = 'portable' | 'care' | 'single' | 'none';

/** One event, whatever sources call it. */
export interface EventRow {
  /** Its wire name in the first column that has it. */
  event: string;
  direction: Direction;
  headline: Headline;
  /** The source that the fields of the others are held against: the first that documents the event. */
  measure: string;
  sources: Record<string, EventCell>;
  fields: FieldRow[];
}

/** What one source says of an event. */
export interface EventCell {
  support: CellStatus;
  /** Its wire names in this source, where they are not that of the row; several where it was split. */
  names?: string[];
  /** With which values of fields an event of another kind stands in for it: `{ "session.type": "transcription" }`. */
  with?: Record<string, string>;
  /** What its pages call it, where a correction gives it another name. */
  documentedName?: Words;
  /** What is missing; every `partial` has one. */
  note?: string;
  evidence?: Words;
  /** The published page. */
  url?: string;
  /** What speaks against the words of the docs; every `disputed` has one. */
  disputed?: Contradiction;
  /** The words that call it deprecated. */
  deprecated?: Words;
  /** Where a correction states it. */
  corrected?: string;
  /** Its fields, held against those of the measure of the row, which has none here itself. */
  fields?: FieldComparison;
}

/** What speaks against the words of a page. */
export interface Contradiction {
  status: Exclude<SupportStatus, 'undocumented'>;
  reason: string;
  evidence: string;
}

/** `unlisted`: the docs of one of the two do not claim to list all fields. */
export type FieldRelation = 'same' | 'more' | 'fewer' | 'other' | 'unlisted';

export interface FieldComparison {
  relation: FieldRelation;
  /** Paths that only the measure has; what stands below one of them is left out. */
  lacks: string[];
  /** Paths that the measure does not have. */
  adds: string[];
  /** Paths of another type, or that are required in one of the two only. */
  differs: string[];
}

/** A field of an event: `session.tools[].name`. The members of a union share its path. */
export interface FieldRow {
  path: string;
  /** Sources without the field, or without the event, are not there. */
  sources: Record<string, FieldCell>;
  /** Sources that have the event, and leave open what stands at this path. */
  open?: string[];
}

/** What one source says of a field. */
export interface FieldCell {
  support: Exclude<CellStatus, 'undocumented'>;
  /** Its path in this source, where it is not that of the row. */
  path?: string;
  type: string;
  requiredness: Requiredness;
  /** `from 0 to 10` */
  bounds?: string;
  default?: string;
  origin?: 'inferred' | 'corrected';
  note?: string;
  disputed?: Contradiction;
  deprecated?: true;
  /** The words of the docs, by their number in `evidence`. */
  evidence: number;
}
