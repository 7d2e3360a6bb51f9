/**
 * Front matter of pages: keys for the publisher's own tools, over which every dialect passes. What one says of events or
 * fields is told, unless the page says it too.
 */
import type { Yaml } from 'mdast';
import { report } from '../diagnostics.ts';
import type { DocumentedEvent } from '../model/model.ts';
import type { Page } from './dialect.ts';
import { factsIn, factsOfWhole, whatToWrite } from './facts-in-words.ts';
import { aBound } from './worded-facts/bound.ts';
import { aDefault } from './worded-facts/default.ts';
import { deprecation } from './worded-facts/deprecation.ts';
import { fieldsInWords } from './worded-facts/elsewhere.ts';
import { listOfValues } from './worded-facts/list-of-values.ts';
import { requiredness } from './worded-facts/requiredness.ts';
import { lackOfSupport } from './worded-facts/support.ts';

/** A key, whatever it is part of, with what stands behind it up to the next one. */
interface Entry {
  key: string;
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
    const sentence = `"${words}" looks like ${name}, but front matter is passed over; ${whatToWrite(name)}.`;
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
  return factsIn(value)[0]?.name;
}

const beginning = /^([ \t]*(?:-[ \t]+)?)["']?([\w.$-]{1,100})["']?[ \t]*:(?=\s|$)/gm;
/** What YAML has around words. */
const marks = /[ \t]#.*$|^[ \t]*[>|][-+]?[ \t]*$|(?<![\p{L}\p{N}])["']|["'](?![\p{L}\p{N}])/gmu;

function entriesOf({ value: text, position }: Yaml): Entry[] {
  const found = Array.from(text.matchAll(beginning));
  let line = (position?.start.line ?? 1) + 1;
  let counted = 0;
  return found.map(({ 0: whole, 1: indentation = '', 2: key = '', index }, i) => {
    const next = found[i + 1];
    line += text.slice(counted, index).split('\n').length - 1;
    counted = index;
    const own = text.slice(index + whole.length, next?.index);
    const value = own.replaceAll(marks, '').trim();
    // Keys that stand below it are its value.
    const isAbove = value === '' && (next?.[1] ?? '').length > indentation.length;
    return { key, value: isAbove ? '…' : value, line };
  });
}
