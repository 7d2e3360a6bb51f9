/**
 * The account of a page: what became of each of its lines. Who makes something of a node says so; a line for which
 * nobody did is a loss, and is reported.
 */
import type { Node, Parent, Point } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import type { Page } from './dialect.ts';
import { commonIgnores } from './ignores.ts';

/** What may be made of a line. `ignored`: it is passed over by a rule, `about` which it says what such lines are. */
type Use =
  { kind: 'structure' } | { kind: 'prose' } | { kind: 'ignored'; rule: string; about: string };

/** `structure`: a statement of the model. `prose`: words of a description. `nothing`: it is lost, or was not read. */
export type Fate = Use | { kind: 'blank' } | { kind: 'nothing' };

/** What was made of lines, by their numbers. */
type Account = Map<number, Use>;

declare module 'vfile' {
  interface DataMap {
    account: Account;
  }
}

/** A part of a page: a node, or the line of a point. */
type Part = Node | Point | undefined;

/** A line with parts of several kinds is what the weightiest of them is. */
const weights = { ignored: 0, prose: 1, structure: 2 } as const;

/** What became of each line of a page, the first one first. */
export function fatesOf(file: VFile): Fate[] {
  return linesOfText(String(file)).map((text, index) =>
    isBlank(text) ? { kind: 'blank' } : (file.data.account?.get(index + 1) ?? { kind: 'nothing' }),
  );
}

/**
 * Says that parts of a page became statements of the model, or agree with one. Of a node that holds other blocks it
 * is only the lines that none of these stands on: each block has to be accounted for on its own.
 */
export function markStructure({ file, dialect }: Page, parts: readonly Part[]): void {
  const containers = [...commonContainers, ...(dialect.containers ?? [])];
  for (const part of parts) mark(file, { kind: 'structure' }, ownLines(part, containers));
}

/** Says that blocks became words of a description, with all that is in them. */
export function markProse({ file }: Page, blocks: readonly Node[]): void {
  for (const block of blocks) mark(file, { kind: 'prose' }, linesOf(block));
}

/**
 * Says that blocks are passed over, with all that is in them.
 *
 * @param rule one of the rules by which all dialects ignore lines, or this one does
 * @throws Error when there is no such rule: the dialect has a fault
 */
export function markIgnored({ file, dialect }: Page, rule: string, blocks: readonly Node[]): void {
  const about = commonIgnores[rule] ?? dialect.ignores[rule];
  if (about === undefined) throw new Error(`this dialect has no rule "${rule}" to ignore by`);
  for (const block of blocks) mark(file, { kind: 'ignored', rule, about }, linesOf(block));
}

/** Says that a whole file is passed over, since `source.json` says so. */
export function markIgnoredFile(file: VFile): void {
  const use: Use = {
    kind: 'ignored',
    rule: 'ignored-file',
    about: 'a file that "ignore" of source.json names',
  };
  mark(
    file,
    use,
    linesOfText(String(file)).map((_, index) => index + 1),
  );
}

function mark(file: VFile, use: Use, lines: readonly number[]): void {
  const account = (file.data.account ??= new Map());
  for (const line of lines) {
    const known = account.get(line);
    if (!known || weights[known.kind] < weights[use.kind]) account.set(line, use);
  }
}

/**
 * Reports each run of lines that became nothing.
 *
 * @param isInDoubt whether a line has an error near it, which kept it from being read: that is the first thing to fix
 */
export function reportUnaccounted(file: VFile, isInDoubt: (line: number) => boolean): void {
  for (const { first, last, column } of unaccountedRuns(file, isInDoubt)) {
    const lines = first === last ? 'this line' : `the text from here to line ${last}`;
    report(
      file,
      'line-unaccounted',
      { line: first, column },
      `nothing was made of ${lines}; write it in a place where this dialect reads it, or remove it.`,
    );
  }
}

/** Lines with text in them that are in no account, those that follow each other as one. */
function unaccountedRuns(
  file: VFile,
  isInDoubt: (line: number) => boolean,
): { first: number; last: number; column: number }[] {
  const lines = linesOfText(String(file));
  const runs: { first: number; last: number; column: number }[] = [];
  let run: { first: number; last: number; column: number } | undefined;
  for (const [index, { kind }] of fatesOf(file).entries()) {
    const line = index + 1;
    if (kind === 'blank') continue;
    if (kind !== 'nothing' || isInDoubt(line)) run = undefined;
    else if (run) run.last = line;
    else {
      run = { first: line, last: line, column: (lines[index] ?? '').search(/\S/) + 1 };
      runs.push(run);
    }
  }
  return runs;
}

/** The lines of a page, counted as Markdown counts them. */
export function linesOfText(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** A blank line has nothing to lose, nor one that is the marker of a bullet whose words stand below. */
function isBlank(line: string): boolean {
  return /^\s*(?:[-*+]|\d{1,9}[.)])?\s*$/.test(line);
}

/** Every line of a node. */
function linesOf({ position }: Node): number[] {
  if (!position) return [];
  const { start, end } = position;
  return Array.from({ length: end.line - start.line + 1 }, (_, i) => start.line + i);
}

const commonContainers = ['list', 'listItem', 'blockquote', 'footnoteDefinition'];

/** The lines of a node on which no block in it stands. It does not recurse: nodes nest as deep as a page likes. */
function ownLines(part: Part, containers: readonly string[]): number[] {
  if (part === undefined) return [];
  if (!('type' in part)) return [part.line];
  const taken = new Set<number>();
  const isContainer = (node: Node): node is Parent =>
    containers.includes(node.type) && 'children' in node;
  const open = isContainer(part) ? [...part.children] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isContainer(node)) for (const child of node.children) open.push(child);
    else for (const line of linesOf(node)) taken.add(line);
  }
  return linesOf(part).filter((line) => !taken.has(line));
}
