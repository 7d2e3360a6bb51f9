/** What a dialect made nothing of, and what it read as words though it may state a fact. */
import type { VFile } from 'vfile';
import { reportUnaccounted } from '../dialects/account.ts';
import { reportComments } from '../dialects/comments.ts';
import { factsInWordsOf, reportFactsOfNamed } from '../dialects/facts-in-words.ts';
import { wordsOnlyIn } from '../dialects/words-only.ts';
import { diagnosticsIn, report } from '../diagnostics.ts';
import type { DocumentedSource, Model, Position } from '../model/model.ts';
import { documentedFieldsIn as fieldsIn } from '../model/walk.ts';
import { splitPosition } from '../model/position.ts';
import { isInDoubt, type Ownership } from './failures.ts';
import { reportFactsInFrontMatter } from './page-front-matter.ts';
import type { OpenedPages } from './pages.ts';

/** Reports what the dialect made nothing of: pages, facts in words, comments beside text, lines. */
export function reportUnread(
  pages: OpenedPages,
  { events, sections }: DocumentedSource,
  owned: Ownership,
  fileOf: (position: Position) => VFile,
): void {
  pages.reportUnlisted();
  const shared = sections.flatMap(({ type }) => fieldsIn(type));
  const own = new Map(events.map((event) => [event, fieldsIn(event.body)]));
  for (const event of events) {
    const file = fileOf(event.page);
    for (const sentence of factsInWordsOf(event, file, [...(own.get(event) ?? []), ...shared]))
      report(file, 'fact-in-words', event.page, sentence);
  }
  const fields = [...[...own.values()].flat(), ...shared];
  for (const { file } of pages.opened()) reportFactsOfNamed(file, fields);
  for (const page of pages.opened()) reportComments(page);
  for (const page of pages.opened()) {
    if (pages.corrections.some(({ file }) => file === page.file)) continue;
    reportFactsInFrontMatter(page, () =>
      events.filter((event) => fileOf(event.page) === page.file),
    );
  }
  for (const { file } of pages.opened())
    reportUnaccounted(file, isInDoubt(file.path, diagnosticsIn(file), owned));
}

/** Reports the sentences of a model that may state a fact and are kept as words only. They are looked for where they are wanted. */
export function reportWordsOnly(model: Model, files: ReadonlyMap<string, VFile>): void {
  const fileOf = (position: Position): VFile | undefined => files.get(splitPosition(position).file);
  const isTold = (words: string, position: Position): boolean =>
    fileOf(position)?.data.toldFacts?.has(words) ?? false;
  const beside = [...files.values()].flatMap(({ data }) => data.besideExamples ?? []);
  for (const { owner, position, sentence, signal, count } of wordsOnlyIn(model, beside, isTold)) {
    const file = fileOf(position);
    const copies = count > 1 ? `, ${count} times` : '';
    const told = `"${sentence}" (${owner}${copies}) may state a fact ("${signal}"), and is kept as words only; a correction can state it.`;
    if (file) report(file, 'words-only', position, told);
  }
}
