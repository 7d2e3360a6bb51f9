/** For GitHub Actions: an annotation at the line of each finding. The summary comes first, in the log. */
import type { Verdict } from '../finding.ts';
import {
  openByVerdict,
  otherVerdicts,
  subjectOf,
  summaryLine,
  type Report,
  type ReportedFinding,
} from './report.ts';

/** Changes of words are no annotation: a pull request shows them itself. */
const commands: Record<Verdict, string | undefined> = {
  breaking: 'error',
  dangerous: 'warning',
  safe: 'notice',
  docs: undefined,
};

export function githubReport(report: Report): string {
  const annotations = openByVerdict(report).flatMap(([verdict, findings]) => {
    const command = commands[verdict];
    return command === undefined ? [] : findings.map((finding) => annotation(command, finding));
  });
  const stale = report.stale.map(
    ({ fingerprint, finding }) =>
      `::notice title=stale approval::${data(`${fingerprint} matches no finding any more; remove it. It was for ${finding}`)}`,
  );
  return `${[summaryLine(report), ...annotations, ...stale].join('\n')}\n`;
}

function annotation(command: string, finding: ReportedFinding): string {
  const { verdict, rule, sentence, why } = finding;
  const { file, line, column, side } = finding.location;
  const properties = Object.entries({
    // What is gone stands on no line of the head.
    ...(side === 'head' ? { file, line, col: column } : { file }),
    title: `${verdict}${otherVerdicts(finding)}: ${rule}`,
  }).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${command} ${properties.join(',')}::${data(`${subjectOf(finding)}: ${sentence} ${why}`)}`;
}

/** The text of a workflow command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a workflow command. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
