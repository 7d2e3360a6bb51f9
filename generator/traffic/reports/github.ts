/** For GitHub Actions: an annotation at the first frame of each finding. */
import { annotation, type AnnotationLevel } from '../../reports/annotation.ts';
import { visibleLine } from '../../text.ts';
import {
  evidenceOf,
  headOf,
  sectionsOf,
  subjectOf,
  wholeSentenceOf,
  type Row,
  type TrafficReport,
  type Weight,
} from './report.ts';

const levels: Readonly<Record<Weight, AnnotationLevel>> = {
  mismatch: 'error',
  unknown: 'warning',
  new: 'notice',
};

export function githubReport(report: TrafficReport): string {
  const annotations = sectionsOf(report).flatMap(({ weight, title, rows }) =>
    rows.map((row) => annotation(levels[weight], { ...placeOf(row), title }, messageOf(row))),
  );
  return [visibleLine(headOf(report)), ...annotations].map((line) => `${line}\n`).join('');
}

function placeOf({ finding }: Row): Record<string, string | number> {
  const { file, line } = finding.first;
  return { file, ...(line !== undefined && { line }) };
}

/** A row in a sentence or two. */
export function messageOf(row: Row): string {
  return `${subjectOf(row)}: ${wholeSentenceOf(row)} Found ${evidenceOf(row)}.`;
}
