/** For code scanning services. */
import type { PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { message, physicalLocation, sarifLog } from '../../reports/sarif-log.ts';
import type { Verdict } from '../judgement.ts';
import { changeRules, type ChangeRule } from '../rules.ts';
import {
  subjectOf,
  uncomparedPhrase,
  type Location,
  type Report,
  type ReportedFinding,
} from './report.ts';

/** What SARIF calls the verdicts. */
const levels = {
  breaking: 'error',
  dangerous: 'warning',
  safe: 'note',
  docs: 'none',
} as const satisfies Record<Verdict, Result['level']>;

export function sarifReport({ findings, uncompared }: Report): string {
  const found = new Set<string>(findings.map(({ rule }) => rule));
  const used = Object.entries(changeRules).filter(([id]) => found.has(id));
  const ids = used.map(([id]) => id);
  return sarifLog(
    used.map(descriptorOf),
    findings.map((finding) => resultOf(finding, ids.indexOf(finding.rule))),
    uncompared.map((one) => `Not compared: ${uncomparedPhrase(one)}.`),
  );
}

function resultOf(finding: ReportedFinding, ruleIndex: number): Result {
  const { rule, verdict, wire, types, source, direction, place, sentence, why } = finding;
  const { location, before, fingerprint, approval } = finding;
  const name = place.path === '' ? place.event : `${place.event}/${place.path}`;
  return {
    ruleId: rule,
    ruleIndex,
    kind: verdict === 'docs' ? 'informational' : 'fail',
    level: levels[verdict],
    message: message(`${subjectOf(finding)}: ${sentence} ${why}`),
    locations: [
      {
        physicalLocation: locationOf(location),
        logicalLocations: [{ fullyQualifiedName: `${source}/${direction}/${name}` }],
      },
    ],
    ...(before &&
      location.side === 'head' && {
        relatedLocations: [
          {
            id: 1,
            message: message(`Before: ${before.meaning}`),
            physicalLocation: locationOf(before.location),
          },
        ],
      }),
    partialFingerprints: { 'meaningOfChange/v1': fingerprint },
    suppressions: approval
      ? [
          {
            kind: 'external',
            status: 'accepted',
            justification: `${approval.reason}: ${approval.note}`,
          },
        ]
      : [],
    properties: { verdict, wire, types, source, direction },
  };
}

/** A place in the files that a service has, those of the head: a line of the base is none of theirs. */
function locationOf({ file, line, column, side }: Location): PhysicalLocation {
  return physicalLocation(file, side === 'head' ? { line, column } : undefined);
}

/** What a rule is about, and what it means for each direction. */
function descriptorOf([id, { about, server, client }]: [string, ChangeRule]): ReportingDescriptor {
  const help = [
    `What changed: ${about}.`,
    `Server events, which a client reads: ${server.verdict}, because ${server.why}.`,
    `Client events, which a client writes: ${client.verdict}, because ${client.why}.`,
  ];
  return {
    id,
    shortDescription: { text: `${about}.` },
    help: { text: help.join('\n') },
    defaultConfiguration: { level: levels[server.verdict] },
  };
}
