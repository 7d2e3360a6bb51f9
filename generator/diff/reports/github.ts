/** For GitHub Actions: an annotation at the line of each finding. The summary comes first, in the log. */
import { annotation, type AnnotationLevel } from '../../reports/annotation.ts';
import type { Verdict } from '../judgement.ts';
import {
  openByVerdict,
  otherVerdicts,
  subjectOf,
  summaryLine,
  uncomparedPhrase,
  type Report,
  type ReportedFinding,
} from './report.ts';

/** Changes of words are not an annotation: a pull request shows them itself. */
const levels: Record<Verdict, AnnotationLevel | undefined> = {
  breaking: 'error',
  dangerous: 'warning',
  safe: 'notice',
  docs: undefined,
};

export function githubReport(report: Report): string {
  const annotations = openByVerdict(report).flatMap(([verdict, findings]) => {
    const level = levels[verdict];
    return level === undefined ? [] : findings.map((finding) => annotationOf(level, finding));
  });
  const uncompared = report.uncompared.map((one) =>
    annotation('error', { title: 'not compared' }, `Not compared: ${uncomparedPhrase(one)}.`),
  );
  const stale = report.stale.map(({ fingerprint, finding }) =>
    annotation(
      'notice',
      { title: 'stale approval' },
      `${fingerprint} matches no finding any more; remove it. It was for ${finding}`,
    ),
  );
  return `${[summaryLine(report), ...uncompared, ...annotations, ...stale].join('\n')}\n`;
}

function annotationOf(level: AnnotationLevel, finding: ReportedFinding): string {
  const { verdict, rule, sentence, why } = finding;
  const { file, line, column, side } = finding.location;
  const title = `${verdict}${otherVerdicts(finding)}: ${rule}`;
  // What is gone stands on no line of the head.
  const place = side === 'head' ? { file, line, col: column } : { file };
  return annotation(level, { ...place, title }, `${subjectOf(finding)}: ${sentence} ${why}`);
}
