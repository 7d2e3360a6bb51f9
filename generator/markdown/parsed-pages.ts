/** Pages that were parsed, for a process that reads the same docs again and again. */
import type { VFile } from 'vfile';
import { workOfRun } from './refuse.ts';
import { parsePage, type ParsedPage, type ParsePage } from './parse.ts';

/** A page as it was parsed last. */
interface Parsed {
  text: string;
  tree: ParsedPage['tree'];
  /** How much it took of what a run may take. */
  work: number;
}

/**
 * Parses a page again only where its text is another. Pages with faults of the syntax are parsed each time, so that
 * these are reported each time. Trees are shared, and nobody may change them.
 */
export function parseChanged(parse: ParsePage = parsePage): ParsePage {
  const known = new Map<string, Parsed>();
  return (file: VFile, work = workOfRun()) => {
    const text = String(file);
    const last = known.get(file.path);
    if (last?.text === text && last.work <= work.left) {
      work.left -= last.work;
      return { file, tree: last.tree };
    }
    const [left, faults] = [work.left, file.messages.length];
    const page = parse(file, work);
    if (page && file.messages.length === faults)
      known.set(file.path, { text, tree: page.tree, work: left - work.left });
    else known.delete(file.path);
    return page;
  };
}
