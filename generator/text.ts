/** Text of pages on its way to people: on a screen, in a comment, in a table. */

/**
 * Characters that do not show, or that turn the order of what follows (Trojan Source). The two that choose between the
 * forms of an emoji are left to it.
 */
const invisible =
  /(?![\t\n]|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Where that may be; most texts have little of it, and it is found in a quarter of the time. */
const otherThanAscii = /[^\t\n -~]+/g;

/**
 * `##[command]` and `##vso[command]` are obeyed by the runners of GitHub and of Azure Pipelines wherever they stand in a
 * line of a log. The second sign is written out.
 */
const runnerCommand = /##(?=(?:vso)?\[)/gi;

/**
 * Writes out as `\u…` what a reader would not see, and what a terminal or the runner of a job would obey. In JSON and in
 * code it stays the same text.
 */
export function visible(text: string): string {
  return text
    .replaceAll(otherThanAscii, (part) => part.replaceAll(invisible, escaped))
    .replaceAll(runnerCommand, `#${escaped('#')}`);
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/**
 * A text as a command prints it, whatever made it: nothing in it is obeyed by a terminal, but for colours of our own, or
 * by a runner, but for annotations where they are what is printed.
 *
 * @param isAnnotations whether its lines may be annotations of GitHub
 */
export function printed(text: string, isAnnotations = false): string {
  const shown = text
    .split(ownColour)
    .map((part, i) => (i % 2 === 0 ? visible(part) : part))
    .join('');
  return isAnnotations
    ? shown.replaceAll(/^.*$/gm, (line) => (annotationLine.test(line) ? line : logText(line)))
    : logText(shown);
}

const escapeSign = String.fromCodePoint(0x1b);
/** The colours of reports: a text of a page that hides itself is none of them. */
const ownColour = new RegExp(`(${escapeSign}\\[(?:1|2|22|3[1-4]|39)m)`);
const annotationLine = /^::(?:error|warning|notice) [^:]*::/;

/**
 * The text of a log, in which a line that begins with `::` is a command to the runner of GitHub: no line does. Colours
 * may stand before it.
 */
export function logText(text: string): string {
  return text.replaceAll(
    /^((?:\s|\p{Cc}\[[\d;]*m)*)::/gmu,
    (_, start: string) => `${start}${escaped(':')}:`,
  );
}

/** The same for a text that must stay on its line: the name of a file may hold line breaks. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** Takes names and passwords out of the addresses of a text: `https://…@host/path`. */
export function withoutCredentials(text: string): string {
  return text.replaceAll(/:\/\/[^\s/]*@/g, '://…@');
}

/** How many there are, in words: `1 page`, `2 pages`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The order of two texts, which is the same in every language that a machine is set to. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether there is nothing to see in a text. */
export function isBlank(text: string): boolean {
  return !/[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(text);
}
