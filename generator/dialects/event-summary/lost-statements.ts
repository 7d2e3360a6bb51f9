/** What among the words of a summary may be an event, a field or an example, and would be lost there. */
import type { Heading, ListItem, RootContent } from 'mdast';
import type { Node } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import { report, type RuleId } from '../../diagnostics.ts';
import { isComment, wordsOf } from '../../markdown/inline.ts';
import { undressed } from '../../markdown/undressed.ts';
import { blockInWords } from '../blocks.ts';
import type { Page } from '../dialect.ts';
import { reportFactsInText } from '../facts-in-words.ts';
import { reportMisplacedFlag } from '../flags.ts';
import { linesOf, reportSigns } from '../prose.ts';
import { bulletSigns, type Sign } from '../stray.ts';
import { reportStruckOutOf } from '../struck-out.ts';

/** A name that is nothing but that of an event. */
const dottedName = /^[a-z]\w*(?:\.\w+)+$/i;

/** An event as it begins a line: its name in code, or with a dot, and a dash or a colon behind it. */
const entry = /^(?:`[a-z][\w.]*`|[a-z]\w*(?:\.\w+)+)\s*[-–—:](?=\s)/im;
const eventSentence = 'an event is listed below a group of "## Event Reference", not here.';

/** An event, or an example, in the words of a summary. */
export const signs: readonly Sign[] = [
  { rule: 'bullet-unknown', pattern: new RegExp(entry, 'gim'), sentence: eventSentence },
  {
    rule: 'bullet-unknown',
    pattern: /(?<=\S.*)(?<![\w\x60])\x60[a-z]\w*(?:\.\w+)+\x60\s+[-–—](?=\s)/gi,
    sentence: eventSentence,
  },
  {
    rule: 'block-unknown',
    pattern: /['"]?\btype['"]?\s{0,9}:\s{0,9}['"][\w.]+['"]/g,
    sentence: 'an example is a JSON code block below "## Event Examples"; it is not read here.',
  },
];

/** A field among words: a summary has none but those that its examples show. */
export const fieldSigns = bulletSigns.map((sign): Sign => ({
  ...sign,
  rule: 'fact-in-words',
  sentence:
    'this looks like a field, but is read as words; a summary shows fields in the examples of its events.',
}));

/** Reports what may be an event or an example and stands among words about the document, where it would be lost. */
export function reportFactsOfDocument(page: Page, block: RootContent | ListItem): void {
  const reported = new Set<number>();
  const reportNode = (rule: RuleId, node: Node, sentence: string): typeof SKIP => {
    report(page.file, rule, node, sentence);
    for (const line of linesOf(node)) reported.add(line);
    return SKIP;
  };
  visit(block, (node) => {
    if (node.type === 'listItem' || node.type === 'paragraph') {
      const [first] = node.type === 'listItem' ? node.children : [node];
      const [head] = first?.type === 'paragraph' ? first.children : [];
      const isNamed = node.type === 'listItem' && dottedName.test(head ? wordsOf(head) : '');
      if (!isNamed && !(first && entry.test(undressed(page, first).text))) return undefined;
      return reportNode('bullet-unknown', node, eventSentence);
    }
    if (node.type !== 'code' && node.type !== 'table' && node.type !== 'yfmTable') return undefined;
    return reportNode(
      'block-unknown',
      node,
      `${blockInWords(node)} has no meaning among words about the document; an example belongs below "## Event Examples", an event below "## Event Reference".`,
    );
  });
  if (isComment(block)) return;
  const words = undressed(page, block);
  reportMisplacedFlag(page, words);
  reportSigns(page, block, reported);
  reportFactsInText(page, block, words.text);
}

/** Reports what the heading of a group seems to say of its events, which say themselves what is to be known of them. */
export function reportFactsOfHeading(page: Page, heading: Heading): void {
  const words = undressed(page, heading);
  reportSigns(page, heading);
  reportFactsInText(page, heading, words.text);
  reportStruckOutOf(page, heading);
}
