/**
 * Front matter of pages: keys for the publisher's own tools, over which every dialect passes. What one says of events or
 * fields is told, unless the page says it too.
 */
import type { Yaml } from 'mdast';
import { report } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import type { DocumentedEvent } from '../model/model.ts';
import type { Page } from '../dialects/dialect.ts';
import { factsOfWhole, whatToWrite } from '../dialects/facts-in-words.ts';
import { aBound } from '../dialects/worded-facts/bound.ts';
import { aDefault } from '../dialects/worded-facts/default.ts';
import { deprecation } from '../dialects/worded-facts/deprecation.ts';
import { fieldsInWords } from '../dialects/worded-facts/elsewhere.ts';
import { listOfValues } from '../dialects/worded-facts/list-of-values.ts';
import { requiredness } from '../dialects/worded-facts/requiredness.ts';
import { factsInText } from '../dialects/worded-facts/search.ts';
import { lackOfSupport } from '../dialects/worded-facts/support.ts';
import { parsedYaml } from './front-matter.ts';
import { yaml } from './yaml.ts';

/** A key, whatever it is part of. */
interface Entry {
  key: string;
  /** Its value, those of a list behind one another; `…` for keys. */
  value: string;
  line: number;
}

/** Keys that say a fact, unless their value denies it. */
const factsOfKeys: readonly { key: RegExp; name: string }[] = [
  { key: /^(?:is[_-]?)?(?:deprecat\w+|obsolete)$/i, name: deprecation.name },
  { key: /^(?:is[_-]?)?(?:not[_-]?supported|unsupported)$/i, name: lackOfSupport.name },
  { key: /^(?:is[_-]?)?(?:required|mandatory|optional)$/i, name: requiredness.name },
  { key: /^(?:enum|allowed[_-]?values)$/i, name: listOfValues.name },
  { key: /^default$/i, name: aDefault.name },
  { key: /^(?:minimum|maximum)$/i, name: aBound.name },
  { key: /^(?:fields|parameters|properties)$/i, name: fieldsInWords.name },
];
const supportKey = /^(?:is[_-]?)?supported$/i;
const denial = /^(?:false|no|off|none|never|null|~|\[\s*\]|\{\s*\})$/i;

/**
 * Reports facts in the front matter of a page.
 *
 * @param eventsOf the events of the page: what all of them say is known
 */
export function reportFactsInFrontMatter(
  page: Page,
  eventsOf: () => readonly DocumentedEvent[],
): void {
  const [front] = page.tree.children;
  if (front?.type !== 'yaml') return;
  for (const entry of entriesOf(front)) {
    const name = factOf(entry);
    if (name === undefined || isSaidOfAll(eventsOf(), name)) continue;
    const words = `${entry.key}: ${entry.value.split('\n')[0] ?? ''}`.trim();
    const sentence = `"${words}" seems to state ${name}, but front matter is passed over; ${whatToWrite(name)}.`;
    report(page.file, 'fact-in-words', { line: entry.line, column: 1 }, sentence);
  }
}

function isSaidOfAll(events: readonly DocumentedEvent[], name: string): boolean {
  const known = events.map(({ deprecated, support }) =>
    factsOfWhole({ deprecated, support: support.status !== 'supported' }),
  );
  return known.length > 0 && known.every((names) => names.has(name));
}

/** What kind of fact a key says, or the words behind it. */
function factOf({ key, value }: Entry): string | undefined {
  if (supportKey.test(key)) return denial.test(value) ? lackOfSupport.name : undefined;
  const ofKey = factsOfKeys.find((fact) => fact.key.test(key));
  if (ofKey) return value === '' || denial.test(value) ? undefined : ofKey.name;
  return factsInText(value)[0]?.name;
}

function entriesOf({ value: text, position }: Yaml): Entry[] {
  // Longer ones are searched as words alone.
  const begin = position?.start.line ?? 1;
  if (text.length > limits.frontMatter) return [{ key: 'front matter', value: text, line: begin }];
  const { document, lines } = parsedYaml(text);
  const entries: Entry[] = [];
  yaml().visit(document, {
    Pair: (_, { key, value }) => {
      if (!yaml().isScalar(key)) return;
      const { line } = lines.linePos(key.range?.[0] ?? 0);
      entries.push({ key: String(key.value), value: wordsOf(value), line: begin + line });
    },
  });
  return entries;
}

function wordsOf(value: unknown): string {
  if (yaml().isScalar(value)) return value.source ?? '';
  if (yaml().isSeq(value)) return value.items.map(wordsOf).join(', ');
  return yaml().isMap(value) && value.items.length > 0 ? '…' : '';
}
