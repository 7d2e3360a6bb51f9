/** For a screen: grouped by verdict, then by event. */
import type { Paint } from '../../reports/paint.ts';
import {
  byEvent,
  openByVerdict,
  otherPlaces,
  otherVerdicts,
  placeOf,
  summaryLine,
  uncomparedPhrase,
  type Report,
  type ReportedFinding,
} from './report.ts';

export function textReport(report: Report, paint: Paint): string {
  const approved = report.findings.filter(({ approval }) => approval);
  const blocks = [
    ...openByVerdict(report).flatMap(([verdict, findings]) => [
      paint(verdict, verdict.toUpperCase()),
      ...byEvent(findings).map((group) => eventBlock(group, paint)),
    ]),
    ...(approved.length > 0
      ? [paint('strong', 'APPROVED'), ...byEvent(approved).map((group) => eventBlock(group, paint))]
      : []),
    // Where the base was found by the program, this tells a comparison with the wrong one from one without changes.
    ...(report.findings.length === 0 ? [`From ${report.base.name} to ${report.head.name}.`] : []),
    ...report.uncompared.map((one) => `Not compared: ${uncomparedPhrase(one)}.`),
    ...report.stale.map(
      ({ fingerprint, finding }) =>
        `The approval ${fingerprint} matches no finding any more; remove it. It was for ${finding}`,
    ),
  ];
  return `${[paint('strong', summaryLine(report)), ...blocks].join('\n\n')}\n`;
}

function eventBlock(findings: readonly ReportedFinding[], paint: Paint): string {
  const [first] = findings;
  if (!first) return '';
  const { source, direction, place } = first;
  const title =
    place.event === ''
      ? paint('strong', `${direction} events of ${source}`)
      : `${direction} event ${paint('strong', place.event)} ${paint('quiet', `of ${source}`)}`;
  return [title, ...findings.map((finding) => findingLines(finding, paint))].join('\n');
}

/** What changed; why it matters; where, and by which rule and fingerprint. */
function findingLines(finding: ReportedFinding, paint: Paint): string {
  const { verdict, place, sentence, why, rule, fingerprint, approval, location } = finding;
  const path = place.path === '' ? '' : `${paint('strong', place.path)}: `;
  const { named, more } = otherPlaces(finding);
  const details = [
    ...(verdict === 'docs' ? [] : [why]),
    ...(named.length > 0
      ? [`Also ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`]
      : []),
    ...(approval ? [`Approved (${approval.reason}): ${approval.note}`] : []),
    `${placeOf(location)} ${rule} ${fingerprint}`,
  ];
  return [
    `  ${paint(verdict, '-')} ${path}${sentence}${otherVerdicts(finding)}`,
    ...details.map((detail) => `    ${paint('quiet', detail)}`),
  ].join('\n');
}
