/** The dialect of a source, as its `source.json` names it. */
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { dialectNamed, type LoadedDialect } from '../dialects/index.ts';
import type { Source } from './source-json.ts';

/**
 * Finds the dialect of a source; that there is none, or that it does not do what the source asks of it, is reported.
 *
 * @param sourceJson its `source.json`
 * @param loaded what came of the module that it names, where it was loaded
 */
export function dialectOf(
  { dialect: { name, position }, index, syntax }: Source,
  sourceJson: VFile,
  loaded: LoadedDialect | undefined,
): Dialect | undefined {
  const found = dialectNamed(name, loaded);
  if (!found.ok) {
    report(sourceJson, 'source-invalid', position, found.fault);
    return undefined;
  }
  const { readsParts = false, readsSettings = false } = found.dialect;
  const part = readsParts ? undefined : index.find(({ section }) => section !== undefined);
  if (part)
    report(
      sourceJson,
      'source-invalid',
      part.position,
      `"index.${part.direction}" must be a whole page in the dialect ${name}; remove what follows the #, or take gfm-tables, which reads parts of pages.`,
    );
  if (syntax && !readsSettings)
    report(
      sourceJson,
      'source-invalid',
      syntax.position,
      `"syntax" has no effect in the dialect ${name}; remove it.`,
    );
  return part || (syntax && !readsSettings) ? undefined : found.dialect;
}
