/** Pages that were parsed, for a process that reads the same docs again and again. */
import type { Root } from 'mdast';
import { pageParser, parsePart, type ParsePage, type ParsePart } from './parse.ts';
import { movePlaces, type Part } from './parts.ts';
import { workOfRun, type Work } from './refuse.ts';

/** What was parsed, and how much that took of what a run may take. */
interface Parsed {
  tree: Root;
  work: number;
}

interface ParsedPage extends Parsed {
  text: string;
  parts: ReadonlyMap<string, ParsedPart>;
}

interface ParsedPart extends Parsed {
  start: Part['start'];
}

/**
 * Parses only pages whose text is another than before, and of large ones only the parts that have changed. Pages with
 * faults of the syntax are parsed each time, so that these are reported each time. Trees are shared, and nobody may
 * change them.
 */
export function parseChanged(parse: ParsePart = parsePart): ParsePage {
  const known = new Map<string, ParsedPage>();
  return (file, work = workOfRun()) => {
    const text = String(file);
    const last = known.get(file.path);
    if (last?.text === text && isAffordable(last, work)) return { file, tree: last.tree };
    const [left, faults] = [work.left, file.messages.length];
    const parts = new Map<string, ParsedPart>();
    const page = pageParser((part) => {
      const parsed = partAsBefore(last?.parts.get(part.text), part, work);
      const before = work.left;
      const tree = parsed?.tree ?? parse(part, work);
      if (tree.type === 'root')
        parts.set(part.text, { tree, start: part.start, work: parsed?.work ?? before - work.left });
      return tree;
    })(file, work);
    if (page && file.messages.length === faults)
      known.set(file.path, { text, tree: page.tree, parts, work: left - work.left });
    else known.delete(file.path);
    return page;
  };
}

/** Takes what something took before off what the run may take, where it may take as much. */
function isAffordable(parsed: Parsed, work: Work): boolean {
  if (parsed.work > work.left) return false;
  work.left -= parsed.work;
  return true;
}

/** A part that was parsed before, at the place where it is now. */
function partAsBefore(
  before: ParsedPart | undefined,
  { start }: Part,
  work: Work,
): ParsedPart | undefined {
  if (!before || !isAffordable(before, work)) return undefined;
  const [line, offset] = [start.line - before.start.line, start.offset - before.start.offset];
  if (line === 0 && offset === 0) return before;
  const tree = structuredClone(before.tree);
  movePlaces(tree, { start: { line: line + 1, column: 1, offset } });
  return { ...before, tree };
}
