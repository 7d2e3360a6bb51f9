/** Files of a source that are not read: what the patterns of "ignore" name. */
import picomatch from 'picomatch';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import type { Position } from '../model/model.ts';
import type { Source } from './source-json.ts';

/** A pattern of "ignore", and the files of the source that it names. */
export interface Ignored {
  pattern: string;
  position: Position;
  names: ReadonlySet<string>;
}

/** What the patterns of a source name; one that would take too long is reported, and names nothing. */
export function ignoredNamesOf(
  { info, ignore }: Source,
  names: readonly string[],
  sourceJson: VFile,
): Ignored[] {
  let left: number = limits.matching;
  return ignore.flatMap(({ pattern, position }) => {
    // Each may stand for any part of what is left of a name.
    const wildcards = pattern.match(/\*+|[?[({]/g)?.length ?? 0;
    for (const { length } of names) left -= length ** wildcards;
    if (left < 0) {
      const sentence = `"${pattern}" could be held against the names of the files in too many ways; write it with fewer *, as in "guides/**".`;
      report(sourceJson, 'source-invalid', position, sentence);
      return [];
    }
    const isMatch = picomatch(pattern, { dot: true, noextglob: true, regex: false });
    const matched = names.filter((name) => isMatch(name.slice(info.id.length + 1)));
    return { pattern, position, names: new Set(matched) };
  });
}

/**
 * Those files that "ignore" of a source names, and the patterns that name none.
 *
 * @param names files that nothing leads to
 */
export function ignoredFiles(
  ignored: readonly Ignored[],
  names: readonly string[],
): { files: ReadonlySet<string>; unmatched: readonly Ignored[] } {
  const files = new Set(names.filter((name) => ignored.some((one) => one.names.has(name))));
  const unmatched = ignored.filter((one) => !names.some((name) => one.names.has(name)));
  return { files, unmatched };
}
