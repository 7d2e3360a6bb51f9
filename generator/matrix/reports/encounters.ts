/** What a program meets on another provider: on a screen, in Markdown, as JSON. */
import type { Paint } from '../../reports/paint.ts';
import { codeNode, markdownLine, textNode } from '../../reports/markdown-text.ts';
import { visible } from '../../text.ts';
import type { Encounter, Side, Weight } from '../encounters.ts';

export const encounterFormats = ['text', 'markdown', 'json'] as const;
export type EncounterFormat = (typeof encounterFormats)[number];

/** The sources by their titles. */
export interface Titles {
  home: string;
  away: string;
}

/** Of the JSON; it counts up when a key changes its meaning or goes, not when one is added. */
const version = 1;

const sides: Record<Side, string> = {
  reader: 'What it reads',
  writer: 'What it writes',
};

const weights: readonly Weight[] = ['breaking', 'dangerous', 'safe'];

export function encounterReport(
  format: EncounterFormat,
  encounters: readonly Encounter[],
  titles: Titles,
  paint: Paint,
): string {
  if (format === 'json') {
    const report = { version, ...titles, summary: countsOf(encounters), encounters };
    return `${JSON.stringify(report, undefined, 2)}\n`;
  }
  return format === 'text' ? textOf(encounters, titles, paint) : markdownOf(encounters, titles);
}

function titleOf({ home, away }: Titles, encounters: readonly Encounter[]): string {
  const counts = Object.entries(countsOf(encounters)).map(
    ([weight, count]) => `${count} ${weight}`,
  );
  return `A program written for ${home}, on ${away}: ${counts.join(', ')}`;
}

function countsOf(encounters: readonly Encounter[]): Record<string, number> {
  return Object.fromEntries(
    weights.map((weight) => [weight, encounters.filter((one) => one.weight === weight).length]),
  );
}

/** The encounters of each side that has some, the worst first, those of one event together. */
function bySide(encounters: readonly Encounter[]): { side: Side; events: Encounter[][] }[] {
  return (['reader', 'writer'] as const).flatMap((side) => {
    const own = encounters.filter((one) => one.side === side);
    const sorted = weights.flatMap((weight) => {
      const names = new Set(own.filter((one) => one.weight === weight).map(({ event }) => event));
      return [...names].map((event) =>
        own.filter((one) => one.weight === weight && one.event === event),
      );
    });
    return sorted.length === 0 ? [] : [{ side, events: sorted }];
  });
}

function textOf(encounters: readonly Encounter[], titles: Titles, paint: Paint): string {
  const blocks = bySide(encounters).flatMap(({ side, events }) => [
    paint('strong', sides[side]),
    ...events.map((group) =>
      [
        ...group
          .slice(0, 1)
          .map(({ event, weight }) => `${paint(weight, weight)} ${paint('strong', event)}`),
        ...group.map(({ path, words, evidence }) => {
          const place = evidence ? `  ${evidence.file}:${evidence.line}` : '';
          return `  ${path === undefined ? '' : `${paint('strong', path)} `}${visible(words)}${paint('quiet', place)}`;
        }),
      ].join('\n'),
    ),
  ]);
  return `${[paint('strong', titleOf(titles, encounters)), ...blocks].join('\n\n')}\n`;
}

function markdownOf(encounters: readonly Encounter[], titles: Titles): string {
  const parts = bySide(encounters).flatMap(({ side, events }) => [
    `## ${sides[side]}`,
    events
      .flat()
      .map(({ weight, event, path, words, evidence }) =>
        [
          `- ${weight}: `,
          markdownLine([
            codeNode(event),
            ...(path === undefined ? [] : [textNode(' '), codeNode(path)]),
            textNode(` ${words}`),
            ...(evidence ? [textNode(', '), codeNode(`${evidence.file}:${evidence.line}`)] : []),
          ]),
        ].join(''),
      )
      .join('\n'),
  ]);
  return `${[`# ${markdownLine([textNode(titleOf(titles, encounters))])}`, ...parts].join('\n\n')}\n`;
}
