/** For a pull request: what matters in full, the rest folded. */
import type { PhrasingContent } from 'mdast';
import {
  codeNode,
  markdownCode,
  markdownLine,
  markdownText,
  textNode,
} from '../../reports/markdown-text.ts';
import type { Verdict } from '../judgement.ts';
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

/** The body of a pull request holds 65,536 characters; something is left for what others add. */
const mostCharacters = 60_000;

/** What a reviewer must see; the rest opens on a click. */
const unfolded: ReadonlySet<Verdict> = new Set(['breaking', 'dangerous']);

export function markdownReport(report: Report): string {
  const approved = report.findings.filter(({ approval }) => approval);
  const room = { left: mostCharacters };
  const sections = [
    ...report.uncompared.map(
      (one) => `Not compared: ${uncomparedPhrase(one, (name) => markdownCode(cut(name)))}.`,
    ),
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
  const groups = byEvent(findings).map((group) => {
    const title = eventItem(group);
    const items = fitting(group.map(findingItem), { title, room });
    return { title, items };
  });
  const shown = groups.filter(({ items }) => items.length > 0);
  const left = findings.length - shown.flatMap(({ items }) => items).length;
  return [
    ...shown.flatMap(({ title, items }) => [title, ...items]),
    ...(left > 0 ? [`- … and ${left} more, for which there is no room here.`] : []),
  ].join('\n');
}

function staleList({ stale }: Report, room: Room): string {
  const items = stale.map(
    ({ fingerprint, finding }) =>
      `- ${markdownCode(fingerprint)} matches no finding any more: ${markdownText(cut(finding))}`,
  );
  return fitting(items, { room }).join('\n');
}

/** The items for which there is room. A title takes its room with the first of them. */
function fitting(
  items: readonly string[],
  { title, room }: { title?: string; room: Room },
): string[] {
  let untold = title === undefined ? 0 : title.length + 1;
  return items.filter((item) => {
    const needed = untold + item.length + 1;
    if (needed > room.left) return false;
    room.left -= needed;
    untold = 0;
    return true;
  });
}

/** What is kept of one text, which may hold hundreds of values. */
const mostOfText = 600;

/** A text that is not too long, never cut within a character. */
function cut(text: string): string {
  if (text.length <= mostOfText) return text;
  return `${text.slice(0, mostOfText).replace(/[\ud800-\udbff]$/, '')}…`;
}

function eventItem([first]: readonly ReportedFinding[]): string {
  if (!first) return '';
  const { source, direction, place } = first;
  if (place.event === '') return `- ${direction} events of ${markdownCode(source)}`;
  return `- **${markdownCode(cut(place.event))}**, ${direction} event of ${markdownCode(source)}`;
}

function findingItem(finding: ReportedFinding): string {
  const { verdict, place, sentence, why, location, approval } = finding;
  const path = place.path === '' ? '' : `${markdownCode(cut(place.path))}: `;
  const { named, more } = otherPlaces(finding);
  const details = [
    ...(verdict === 'docs' ? [] : [prose(cut(why))]),
    ...(named.length > 0
      ? [
          `Also ${named.map((name) => markdownCode(cut(name))).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
        ]
      : []),
    ...(approval ? [`Approved (${approval.reason}): ${markdownText(cut(approval.note))}`] : []),
    markdownCode(placeOf(location)),
  ];
  return `  - ${path}${prose(cut(sentence))}${otherVerdicts(finding)} <br> ${details.join(' ')}`;
}

/** A sentence of ours: what stands in backticks is code, everything else a text as it is. */
function prose(sentence: string): string {
  return markdownLine(proseNodes(sentence));
}

/** The same as parts of a line. */
export function proseNodes(sentence: string): PhrasingContent[] {
  const parts = sentence.split(/(`[^`]+`)/).filter((part) => part !== '');
  return parts.map((part) =>
    /^`[^`]+`$/.test(part) ? codeNode(part.slice(1, -1)) : textNode(part),
  );
}
