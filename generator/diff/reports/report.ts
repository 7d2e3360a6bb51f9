/** What a report is made of: the findings of a diff, weighed, sorted and with their places; and what they sum up to. */
import { splitPosition } from '../../model/position.ts';
import { compareText, visible } from '../../text.ts';
import type { Approval } from '../judge/approvals.ts';
import type { Finding, Place, Side } from '../finding.ts';
import type { Verdict } from '../judgement.ts';
import type { Bump } from '../judge/semver.ts';
import { verdicts } from '../judge/weight.ts';
import type { Uncompared } from '../sides/pairs.ts';

/** A line of the docs, as an editor opens it. */
export interface Location {
  /** The file, from the folder that the command runs in; for `github` and `sarif`, from the top of the repository. */
  file: string;
  line: number;
  column: number;
  /** Which side has it: what is gone is only in the base. */
  side: 'base' | 'head';
}

/** One side of a change, with its line. */
export interface ReportedSide {
  meaning: string;
  location: Location;
}

/** A finding with the line that shows it best, and with its approval. */
export interface ReportedFinding extends Omit<Finding, 'before' | 'after'> {
  /** The new line, or the old one of what is gone. */
  location: Location;
  before?: ReportedSide;
  after?: ReportedSide;
  approval?: Approval;
}

/** A side, as reports call it. */
export interface SideName {
  name: string;
  /** The docs folder that its positions are relative to. */
  folder: string;
}

export interface Report {
  base: SideName;
  head: SideName;
  role: string;
  profile: string;
  /** The worst first; those of one event together. */
  findings: ReportedFinding[];
  /** What errors in the docs kept from being compared. */
  uncompared: Uncompared[];
  /** Approvals that no finding needs. */
  stale: Approval[];
  suggested: Bump;
}

/** One line of a report. */
export type Summary = Record<Verdict, number> & { approved: number };

/**
 * Makes a report. All texts that come from outside pass through here, whatever format shows them: each is one line,
 * without anything that a terminal would obey.
 *
 * @param approvals those that are in force, by fingerprint
 */
export function reportOf(
  about: Omit<Report, 'findings'>,
  findings: readonly Finding[],
  approvals: ReadonlyMap<string, Approval>,
): Report {
  const reported = findings.map((finding): ReportedFinding => {
    const approval = approvals.get(finding.fingerprint);
    const before = finding.before && sideOf(finding.before, 'base', about.base.folder);
    const after = finding.after && sideOf(finding.after, 'head', about.head.folder);
    const nowhere = { file: about.head.folder, line: 1, column: 1, side: 'head' } as const;
    const { before: _, after: __, ...rest } = finding;
    return {
      ...rest,
      source: oneLine(finding.source),
      fingerprint: oneLine(finding.fingerprint),
      place: shownPlace(finding.place),
      places: finding.places.map(shownPlace),
      sentence: sentence(oneLine(finding.sentence)),
      why: sentence(oneLine(finding.why)),
      location: (after ?? before)?.location ?? nowhere,
      ...(before && { before }),
      ...(after && { after }),
      ...(approval && { approval: shownApproval(approval) }),
    };
  });
  return {
    ...about,
    base: shownName(about.base),
    head: shownName(about.head),
    profile: oneLine(about.profile),
    uncompared: about.uncompared.map(({ source, events }) => ({
      source: oneLine(source),
      events: events.map(oneLine),
    })),
    stale: about.stale.map(shownApproval),
    findings: reported.toSorted(byWeight),
  };
}

function sideOf({ meaning, position }: Side, side: Location['side'], folder: string): ReportedSide {
  const { file, line, column } = splitPosition(position);
  const path = `${folder.replace(/\/+$/, '')}/${file}`.replace(/^\.\//, '');
  return { meaning: oneLine(meaning), location: { file: oneLine(path), line, column, side } };
}

function shownName({ name, folder }: SideName): SideName {
  return { name: oneLine(name), folder: oneLine(folder) };
}

function shownPlace({ event, path }: Place): Place {
  return { event: oneLine(event), path: oneLine(path) };
}

function shownApproval({ fingerprint, reason, note, finding }: Approval): Approval {
  return {
    fingerprint: oneLine(fingerprint),
    reason,
    note: oneLine(note),
    finding: oneLine(finding),
  };
}

function oneLine(text: string): string {
  return visible(text.replaceAll(/\s+/g, ' '));
}

/** With a full stop at the end. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function byWeight(a: ReportedFinding, b: ReportedFinding): number {
  return (
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
    compareText(a.source, b.source) ||
    compareText(b.direction, a.direction) ||
    compareText(a.place.event, b.place.event) ||
    compareText(a.place.path, b.place.path) ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

/** How many events that were not compared are named. */
const mostUncompared = 20;

/**
 * What was not compared, and why, to follow `Not compared: `.
 *
 * @param nameOf how a format writes a name
 */
export function uncomparedPhrase(
  { source, events }: Uncompared,
  nameOf: (name: string) => string = (name) => name,
): string {
  if (events.length === 0) return `${nameOf(source)}, whose docs have errors`;
  const named = events.slice(0, mostUncompared).map(nameOf).join(', ');
  const more = events.length > mostUncompared ? ` and ${events.length - mostUncompared} more` : '';
  return `${named}${more} of ${nameOf(source)}, whose docs have errors there`;
}

/** How many findings there are of each verdict; what is approved counts apart. */
export function summaryOf({ findings }: Report): Summary {
  const open = findings.filter(({ approval }) => !approval);
  const count = (verdict: Verdict) => open.filter((finding) => finding.verdict === verdict).length;
  return {
    breaking: count('breaking'),
    dangerous: count('dangerous'),
    safe: count('safe'),
    docs: count('docs'),
    approved: findings.length - open.length,
  };
}

/** `2 breaking, 3 dangerous, 14 safe, 40 docs; suggests a major version`, and why, where the counts do not say it. */
export function summaryLine(report: Report): string {
  const summary = summaryOf(report);
  const counts = verdicts.map((verdict) => `${summary[verdict]} ${verdict}`);
  if (summary.approved > 0) counts.push(`${summary.approved} approved`);
  const rest = report.uncompared.length > 0 ? '; not everything was compared' : '';
  return `${counts.join(', ')}; suggests ${versionOf(report.suggested)}${reasonOf(report)}${rest}`;
}

/** Why a major version is suggested when no finding counts as breaking. */
function reasonOf(report: Report): string {
  if (report.suggested !== 'major' || summaryOf(report).breaking > 0) return '';
  const asking = report.findings.filter(({ approval }) => approval?.reason !== 'doc-correction');
  if (asking.some(({ verdict }) => verdict === 'breaking')) return ': what is approved is breaking';
  return asking.some(({ types }) => types === 'breaking')
    ? ': code against the types stops compiling'
    : '';
}

/** ` (wire safe, types breaking)`: the verdicts for apps that are deployed or upgrade, where they are other ones. */
export function otherVerdicts({ verdict, wire, types }: ReportedFinding): string {
  const others = Object.entries({ wire, types }).filter(([, one]) => one !== verdict);
  return others.length === 0 ? '' : ` (${others.map((words) => words.join(' ')).join(', ')})`;
}

function versionOf(bump: Bump): string {
  return bump === 'none' ? 'no new version' : `a ${bump} version`;
}

/** The findings that are not approved, by verdict, the worst first; verdicts without findings are left out. */
export function openByVerdict({ findings }: Report): [Verdict, ReportedFinding[]][] {
  return verdicts.flatMap((verdict): [Verdict, ReportedFinding[]][] => {
    const open = findings.filter((one) => one.verdict === verdict && !one.approval);
    return open.length === 0 ? [] : [[verdict, open]];
  });
}

/** The findings of each event, in their order; those that are about no event come as one group a direction. */
export function byEvent(findings: readonly ReportedFinding[]): ReportedFinding[][] {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const key = `${finding.source} ${finding.direction} ${finding.place.event}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** `server event session.updated, session.voice`; a finding that is about no event is about all of its direction. */
export function subjectOf({
  source,
  direction,
  place,
}: Pick<Finding, 'source' | 'direction' | 'place'>) {
  if (place.event === '') return `${direction} events of ${source}`;
  return `${direction} event ${place.event}${place.path === '' ? '' : `, ${place.path}`}`;
}

/** `file:line:column`, and whether to look for it in the base. */
export function placeOf({ file, line, column, side }: Location): string {
  return `${file}:${line}:${column}${side === 'base' ? ' (base)' : ''}`;
}

/** The other places that show a finding, as far as a reader wants to know them, and how many more there are. */
export function otherPlaces({ place, places }: Pick<Finding, 'place' | 'places'>): {
  named: string[];
  more: number;
} {
  const others = places
    .filter(({ event, path }) => event !== place.event || path !== place.path)
    .map(({ event, path }) => (path === '' ? event : `${event}/${path}`));
  const named = others.slice(0, mostNamed);
  return { named, more: others.length - named.length };
}

const mostNamed = 3;
