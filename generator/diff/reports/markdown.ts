/** For a pull request: what matters in full, the rest folded. */
import type { Verdict } from '../finding.ts';
import {
  byEvent,
  openByVerdict,
  otherPlaces,
  otherVerdicts,
  placeOf,
  summaryLine,
  type Report,
  type ReportedFinding,
} from './report.ts';

/** The body of a pull request holds 65,536 characters; something is left for what others add. */
const mostCharacters = 60_000;

/** What a reviewer must see; the rest opens on a click. */
const unfolded: ReadonlySet<Verdict> = new Set(['breaking', 'dangerous']);

export function markdownReport(report: Report): string {
  const approved = report.findings.filter(({ approval }) => approval);
  const room = { left: mostCharacters };
  const sections = [
    ...openByVerdict(report).map(([verdict, findings]) =>
      unfolded.has(verdict)
        ? `### ${capitalised(verdict)}\n\n${eventList(findings, room)}`
        : folded(`${findings.length} ${verdict}`, eventList(findings, room)),
    ),
    ...(approved.length > 0
      ? [folded(`${approved.length} approved`, eventList(approved, room))]
      : []),
    ...(report.stale.length > 0
      ? [folded(`${report.stale.length} stale approvals`, staleList(report, room))]
      : []),
  ];
  return `${[`**${summaryLine(report)}**`, ...sections].join('\n\n')}\n`;
}

function folded(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** How many characters may still be written. */
interface Room {
  left: number;
}

/** The findings, event by event, as far as there is room. */
function eventList(findings: readonly ReportedFinding[], room: Room): string {
  const items = byEvent(findings).flatMap((group) => [
    { text: eventItem(group), findings: 0 },
    ...group.map((finding) => ({ text: findingItem(finding), findings: 1 })),
  ]);
  const shown = fitting(items, room);
  const left = items.slice(shown.length).reduce((sum, item) => sum + item.findings, 0);
  return [
    ...shown.map(({ text }) => text),
    ...(left > 0 ? [`- … and ${left} more, for which there is no room here.`] : []),
  ].join('\n');
}

function staleList({ stale }: Report, room: Room): string {
  const items = stale.map(({ fingerprint, finding }) => ({
    text: `- ${code(fingerprint)} matches no finding any more: ${escaped(finding)}`,
  }));
  return fitting(items, room)
    .map(({ text }) => text)
    .join('\n');
}

/** The first items, as many as there is room for. */
function fitting<Item extends { text: string }>(items: readonly Item[], room: Room): Item[] {
  const end = items.findIndex(({ text }) => {
    room.left -= text.length + 1;
    return room.left < 0;
  });
  return items.slice(0, end === -1 ? items.length : end);
}

function eventItem([first]: readonly ReportedFinding[]): string {
  if (!first) return '';
  const { source, direction, place } = first;
  if (place.event === '') return `- ${direction} events of ${code(source)}`;
  return `- **${code(place.event)}**, ${direction} event of ${code(source)}`;
}

function findingItem(finding: ReportedFinding): string {
  const { verdict, place, sentence, why, location, approval } = finding;
  const path = place.path === '' ? '' : `${code(place.path)}: `;
  const { named, more } = otherPlaces(finding);
  const details = [
    ...(verdict === 'docs' ? [] : [prose(why)]),
    ...(named.length > 0
      ? [`Also ${named.map(code).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`]
      : []),
    ...(approval ? [`Approved (${approval.reason}): ${escaped(approval.note)}`] : []),
    code(placeOf(location)),
  ];
  return `  - ${path}${prose(sentence)}${otherVerdicts(finding)} <br> ${details.join(' ')}`;
}

/** A text as code, whatever it holds. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** The characters that mean something to Markdown or HTML. */
const special = /[\\`*_{}[\]<>()#+!|~&$^-]/g;

/** What the sites that show Markdown make links, mentions or signs of: `@name`, `#12`, `GH-12`, `://`, `www.`, `:sign:`. */
const linking = /(@|#|\bGH\\-|\bwww|:)(?=\S)/gi;

/** A sentence of ours: what stands in backticks is code, everything else a text as it is. */
function prose(sentence: string): string {
  return sentence
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : escaped(part)))
    .join('');
}

/** A text as it is: nothing of it is formatting, an address, a mention of a person or of an issue. */
function escaped(text: string): string {
  return text.replaceAll(special, '\\$&').replaceAll(linking, '$1&#8203;');
}
