/**
 * For those who read what is new: each change once, whatever number of events shows it, under its verdict and what it
 * means. Approved or not, a change is a change; changes of words are only counted.
 */
import {
  codeNode,
  markdownCode,
  markdownLine,
  markdownText,
  textNode,
} from '../../reports/markdown-text.ts';
import type { Verdict } from '../judgement.ts';
import { changeRules, type ChangeKind } from '../rules.ts';
import { verdicts } from '../judge/weight.ts';
import { proseNodes } from './markdown.ts';
import { summaryLine, uncomparedPhrase, type Report, type ReportedFinding } from './report.ts';

/** How many items of one rule are told, how many places of one item, and how many names. */
const mostItems = 20;
const mostPlaces = 3;
const mostNames = 6;

const titles: Record<Exclude<Verdict, 'docs'>, string> = {
  breaking: 'Breaking',
  dangerous: 'May break',
  safe: 'Breaks nothing',
};

/** Rules of which the names are told, without places. */
const ofNames: ReadonlySet<ChangeKind> = new Set([
  'type-name-changed',
  'type-name-aliased',
  'type-name-removed',
]);

export function releaseNotes(report: Report): string {
  const sources = [...new Set(report.findings.map(({ source }) => source))];
  const [first, ...others] = sources;
  const isOne = first !== undefined && others.length === 0;
  const parts = [
    `# What changed${isOne ? ` in ${markdownCode(first)}` : ''}`,
    markdownLine([
      textNode('From '),
      codeNode(report.base.name),
      textNode(' to '),
      codeNode(report.head.name),
      textNode(`: ${summaryLine(report)}.`),
    ]),
    ...report.uncompared.map((one) => markdownText(`Not compared: ${uncomparedPhrase(one)}.`)),
    ...sources.flatMap((source) => {
      const findings = report.findings.filter((finding) => finding.source === source);
      return isOne
        ? sourceNotes(findings, '##')
        : [`## ${markdownCode(source)}`, ...sourceNotes(findings, '###')];
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The changes of one source, a heading of this depth for each verdict. */
function sourceNotes(findings: readonly ReportedFinding[], heading: string): string[] {
  return verdicts.flatMap((verdict) => {
    const weighed = findings.filter((finding) => finding.verdict === verdict).toSorted(byRule);
    if (weighed.length === 0) return [];
    if (verdict === 'docs') return [`${heading} Words alone`, countsOf(weighed)];
    const groups = [...groupsOf(weighed, ({ rule }) => rule).values()];
    return [`${heading} ${titles[verdict]}`, ...groups.map((group) => ruleNotes(verdict, group))];
  });
}

/** Events first, then their parts, as the table of rules has them; names come last. */
function byRule(one: ReportedFinding, other: ReportedFinding): number {
  const placeOf = ({ rule }: ReportedFinding) =>
    ofNames.has(rule) ? Infinity : Object.keys(changeRules).indexOf(rule);
  return compareNumbers(placeOf(one), placeOf(other));
}

function compareNumbers(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

/** How many changes of words there are of each kind. */
function countsOf(findings: readonly ReportedFinding[]): string {
  const counts = [...groupsOf(findings, ({ rule }) => rule)]
    .map(([rule, group]) => ({ rule, count: group.length }))
    .toSorted((a, b) => b.count - a.count);
  return counts
    .map(({ rule, count }) => `- ${markdownText(changeRules[rule].about)}: ${count}`)
    .join('\n');
}

/** What one rule found: what it is about, why that matters, and each change. */
function ruleNotes(verdict: Verdict, findings: readonly ReportedFinding[]): string {
  const [first] = findings;
  if (!first) return '';
  const about = `**${markdownText(capitalised(changeRules[first.rule].about))}**`;
  if (ofNames.has(first.rule)) return `${about}: ${namesIn(findings)}.`;
  const reasons = [...new Set(findings.map(({ why }) => why))].map((why) =>
    markdownLine(proseNodes(capitalised(why))),
  );
  const title = verdict === 'safe' ? about : [`${about}.`, ...reasons].join(' ');
  return `${title}\n\n${itemsIn(findings).join('\n')}`;
}

/** `A` → `B`, `C` → `D`, or `A`, `B` where they are gone. */
function namesIn(findings: readonly ReportedFinding[]): string {
  const names = findings.map(({ rule, before, after }) => {
    const was = codeNode(before?.meaning ?? '');
    const is = [textNode(' → '), codeNode(after?.meaning ?? '')];
    return markdownLine(rule === 'type-name-removed' ? [was] : [was, ...is]);
  });
  return listed([...new Set(names)], mostNames);
}

/** Changes of one sentence at parts of one name are one item, with its places. */
function itemsIn(findings: readonly ReportedFinding[]): string[] {
  const groups = groupsOf(findings, (finding) =>
    JSON.stringify([nameOf(finding), finding.sentence]),
  );
  const items = [...groups.values()].map((group) => {
    const [first] = group;
    if (!first) return '';
    const name = nameOf(first);
    const subject = name === '' ? [] : [codeNode(name), textNode(': ')];
    const change = markdownLine([...subject, ...proseNodes(first.sentence)]);
    return `- ${change} ${placesIn(group)}`.trimEnd();
  });
  if (items.length <= mostItems) return items;
  return [...items.slice(0, mostItems), `- … and ${items.length - mostItems} more`];
}

/** What changed: a part of an event, by its own name; an event as a whole; or nothing that has a name. */
function nameOf({ place: { event, path } }: ReportedFinding): string {
  return path === '' ? event : lastOf(path);
}

/** Where all that is: the objects that have it, each with its event, and who sends them. */
function placesIn(findings: readonly ReportedFinding[]): string {
  const [first] = findings;
  const directions = [...new Set(findings.map(({ direction }) => direction))].join(', ');
  if (!first || first.place.event === '') return '';
  if (first.place.path === '') return `(${directions})`;
  const objects = groupsOf(
    findings.flatMap(({ places }) => places),
    ({ path }) => objectOf(path),
  );
  const places = [...objects].map(([object, shown]) => {
    const events = [...new Set(shown.map(({ event }) => event))];
    if (object === '') return listed(events.map(markdownCode), mostPlaces);
    const owner = events.length === 1 ? markdownCode(events.join()) : `${events.length} events`;
    return `${markdownCode(object)} of ${owner}`;
  });
  return `In ${listed(places, mostPlaces)} (${directions}).`;
}

function listed(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}

/** The name at the end of a path: `session<realtime>.tools[]` → `tools[]`. */
function lastOf(path: string): string {
  return path.slice(endOfObject(path) + 1).replaceAll(/<[^>]*>/g, '');
}

/** What has the part that a path leads to, and of the alternatives on the way to it the last. */
function objectOf(path: string): string {
  const object = path.slice(0, Math.max(endOfObject(path), 0));
  const last = /<[^>]*>$/.exec(object)?.[0] ?? '';
  return object.replaceAll(/<[^>]*>/g, '') + last;
}

/** Where the object that a path leads into ends: the last dot that is not within the words for an alternative. */
function endOfObject(path: string): number {
  return path.replaceAll(/<[^>]*>/g, (label) => ' '.repeat(label.length)).lastIndexOf('.');
}

function capitalised(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function groupsOf<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
