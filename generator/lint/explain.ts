/** What became of each line of a page, for those who wonder where their words went. */
import { isError, lineOfDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { linesOfText, type Fate } from '../dialects/account.ts';
import { visible } from '../text.ts';

/** A page, and what was found of it. */
export interface ReadPage {
  text: string;
  /** What became of its lines, the first one first. */
  fates: readonly Fate[];
  /** What is wrong with it. */
  diagnostics: readonly Diagnostic[];
  /** The same as the project weighs it, and with paths as they are to be printed. */
  told: readonly Diagnostic[];
}

/** A page, line by line: its number, what became of it, the line itself; below it what is wrong with it. */
export function explain({ text: page, fates: all, diagnostics, told }: ReadPage): string {
  const lines = linesOfText(page).map((text, index) => {
    const number = index + 1;
    const faults = told.filter(({ line }) => line === number);
    return { text, number, fate: wordsOf(all[index]), faults };
  });
  const numberWidth = String(lines.length).length;
  const fateWidth = lines.reduce((width, { fate }) => Math.max(width, fate.length), 0);
  const margin = ' '.repeat(numberWidth);
  const rows = lines.flatMap(({ text, number, fate, faults }) => [
    `${String(number).padStart(numberWidth)}  ${fate.padEnd(fateWidth)}  ${visible(text)}`.trimEnd(),
    ...faults.map((fault) => `${margin}  ^ ${lineOfDiagnostic(fault)}`),
  ]);
  const fates = lines.map(({ fate }) => fate).filter((fate) => fate !== '');
  return [...rows, '', ...legendOf(fates, meaningsIn(diagnostics, all))]
    .map((row) => `${row}\n`)
    .join('');
}

function wordsOf(fate: Fate | undefined): string {
  if (!fate || fate.kind === 'blank') return '';
  return fate.kind === 'ignored' ? `ignored: ${fate.rule}` : fate.kind;
}

/** What the fates of a page mean, in the order in which they are told. */
function meaningsIn(
  diagnostics: readonly Diagnostic[],
  fates: readonly Fate[],
): ReadonlyMap<string, string> {
  const hasUnused = diagnostics.some(({ rule }) => rule === 'section-unused');
  const unused = hasUnused ? ', but for sections that nothing points at' : '';
  return new Map([
    ['structure', `became part of the model, or was found to agree with it${unused}`],
    ['prose', `became words of a description${unused}`],
    ['nothing', meaningOfNothing(diagnostics)],
    ...fates.flatMap((fate) =>
      fate.kind === 'ignored'
        ? [[wordsOf(fate), `says nothing by itself: ${fate.about}`] as const]
        : [],
    ),
  ]);
}

function meaningOfNothing(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(isError);
  if (errors.some(({ rule }) => rule !== 'line-unaccounted'))
    return 'was not read, since the page has an error';
  return errors.length > 0
    ? 'was lost: the dialect reads nothing in such a place (line-unaccounted)'
    : 'was not read, since source.json has an error';
}

/** How many lines have each fate, and what that means. */
function legendOf(fates: readonly string[], meanings: ReadonlyMap<string, string>): string[] {
  const counts = new Map<string, number>();
  for (const fate of fates) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  const width = Math.max(0, ...Array.from(counts.keys(), (fate) => fate.length));
  return [...meanings].flatMap(([fate, meaning]) => {
    const count = counts.get(fate);
    return count === undefined
      ? []
      : [`${fate.padEnd(width)}  ${String(count).padStart(5)}  ${meaning}`];
  });
}
