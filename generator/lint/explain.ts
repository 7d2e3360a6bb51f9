/** What became of each line of a page, for those who wonder where their words went. */
import type { VFile } from 'vfile';
import { lineOfDiagnostic, severityOf, type Diagnostic } from '../diagnostics.ts';
import { accountOf, isBlank, linesOfText, type Fate } from '../dialects/account.ts';
import { visible } from '../text.ts';

/**
 * A page, line by line: its number, what became of it, the line itself; below it what is wrong with it.
 *
 * @param diagnostics those of the page
 */
export function explain(file: VFile, diagnostics: readonly Diagnostic[]): string {
  const account = accountOf(file);
  const lines = linesOfText(String(file)).map((text, index) => {
    const number = index + 1;
    return {
      text,
      number,
      fate: isBlank(text) ? '' : wordsOf(account.get(number)),
      faults: diagnostics.filter(({ line }) => line === number),
    };
  });
  const numberWidth = String(lines.length).length;
  const fateWidth = lines.reduce((width, { fate }) => Math.max(width, fate.length), 0);
  const margin = ' '.repeat(numberWidth);
  const rows = lines.flatMap(({ text, number, fate, faults }) => [
    `${String(number).padStart(numberWidth)}  ${fate.padEnd(fateWidth)}  ${visible(text)}`.trimEnd(),
    ...faults.map((fault) => `${margin}  ^ ${lineOfDiagnostic(fault)}`),
  ]);
  const fates = lines.map(({ fate }) => fate).filter((fate) => fate !== '');
  return [...rows, '', ...legendOf(fates, meaningsIn(file, account.values()))]
    .map((row) => `${row}\n`)
    .join('');
}

function wordsOf(fate: Fate | undefined): string {
  if (!fate) return 'nothing';
  return fate.kind === 'ignored' ? `ignored: ${fate.rule}` : fate.kind;
}

/** What the fates of a page mean, in the order in which they are told. */
function meaningsIn(file: VFile, account: Iterable<Fate>): ReadonlyMap<string, string> {
  const rulesOf = new Set(file.messages.map(({ ruleId }) => ruleId));
  const unused = rulesOf.has('section-unused') ? ', but for sections that nothing points at' : '';
  return new Map([
    ['structure', `became part of the model, or was found to agree with it${unused}`],
    ['prose', `became words of a description${unused}`],
    ['nothing', meaningOfNothing(file)],
    ...Array.from(account).flatMap((fate) =>
      fate.kind === 'ignored'
        ? [[wordsOf(fate), `says nothing by itself: ${fate.about}`] as const]
        : [],
    ),
  ]);
}

function meaningOfNothing(file: VFile): string {
  const errors = file.messages.filter((message) => severityOf(message) === 'error');
  if (errors.some(({ ruleId }) => ruleId !== 'line-unaccounted'))
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
