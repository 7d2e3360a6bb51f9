/** Events whose pages no index lists: corrections name them. */
import { setSubject } from '../diagnostics.ts';
import type { Dialect, Page } from '../dialects/dialect.ts';
import type { DocumentedSource, Position } from '../model/model.ts';
import { insertEvent } from '../model/documented.ts';
import type { Correction } from './correction.ts';

/**
 * Reads the pages that corrections name and no index lists, unless an index lists the event by now.
 *
 * @param open finds a page by its path in the source
 * @param reportAt is told what is wrong with a correction
 */
export function readListed(
  documented: DocumentedSource,
  corrections: readonly Correction[],
  dialect: Dialect,
  open: (path: string) => Page | undefined,
  reportAt: (
    rule: 'correction-invalid' | 'page-missing',
    position: Position,
    sentence: string,
  ) => void,
): void {
  for (const { statement, target, position, direction = 'server' } of corrections) {
    if (statement.kind !== 'page') continue;
    const name = target.text;
    const isKnown = documented.events.some(
      (event) => event.name === name && event.direction === direction,
    );
    if (isKnown) continue;
    if (!dialect.readPage) {
      const sentence =
        'the events of this dialect have no pages of their own; state the fields of this one.';
      reportAt('correction-invalid', position, sentence);
      continue;
    }
    const page = open(statement.path);
    if (!page) {
      const sentence = `"${statement.path}" leads to no page of this source; fix the path, which begins beside source.json.`;
      reportAt('page-missing', position, sentence);
      continue;
    }
    setSubject(page.file, { direction, event: name });
    const read = dialect.readPage(page, { name, direction, position });
    for (const event of read.events) insertEvent(documented, { ...event, correction: position });
    documented.sections.push(...read.sections);
  }
}
