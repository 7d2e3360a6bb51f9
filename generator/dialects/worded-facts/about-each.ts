/**
 * Sentences about all events or fields of a page, or about the page: `All of these events are deprecated.`, `All fields may
 * be null.` What they say is so of each of them, and is looked for as if it were said of one.
 */
import { quoted } from './values.ts';
import { pattern, type WordedFact } from './wording.ts';

const thing =
  '(?:events?|messages?|objects?|fields?|property|properties|parameters?|attributes?|keys?|types?|components?|requests?)';
const things =
  '(?:events|messages|objects|fields|properties|parameters|attributes|keys|types|components|requests)';
const where = String.raw`(?:\s+(?:here|below|above|listed|that\s+follow|(?:of|on|in|under)\s+(?:this|the|that)\s+(?:\w+\s+)?(?:page|section|group|chapter|table|list|document|api|direction|kind|protocol))){0,2}`;
const whole =
  '(?:api|page|version|document|protocol|section|group|chapter|table|list|reference|schema|interface|endpoint|beta|preview)';
/** All of them, or the page. */
const allOfThem = String.raw`(?:(?:all|each|any|every|every\s+one|both)(?:\s+of)?(?:\s+(?:the|these|those|its|their|our))?\s+(?:[\w-]+\s+)?${thing}${where}|(?:(?:these|those|the|the\s+following|its|their|our)\s+)(?:[\w-]+\s+)?${things}${where}|${things}${where}|(?:all|any|each|both)\s+of\s+(?:these|those|them|this|it)|these|those|they|everything(?:\s+(?:here|below|above|on\s+this\s+page))?|(?:this|the)\s+(?:whole\s+|entire\s+)?${whole}(?:\s+of\s+the\s+(?:api|protocol))?)`;
/** None of them, with the verb. */
const none = String.raw`(?:none\s+of\s+(?:these|those|them|the(?:\s+\w+)?\s+${things}|these\s+${things})${where}|no\s+(?:event|field|message|property|parameter)${where})\s+(?:is|are|was|were)`;
const verb =
  "(?:is|are|was|were|will|must|may|might|can|cannot|could|shall|should|has|have|had|do|does|did|need|needs|no\\s+longer|not|never|go|goes|remain|remains|\\w{2,6}n['’]t)";
const begins = String.raw`(?<=^\W{0,40}|[,;:(–—]\s{0,9}|(?<!\w)(?:and|but|(?<!${things}\s)that)\s{1,9})`;

/** What is said of all of them where they are not what a sentence begins with: `Clients must not send these.` */
const object = String.raw`(?<=(?<!\w)(?:send|sends|use|uses|using|sending|support|supports|ignore|ignores|accept|accepts|on|avoid|emit|emits|drop|drops)\s+)(?:${allOfThem})(?=\s*(?:$|[.,;:)]|(?:any|in|for|from|yet|instead)(?!\w)))`;

const subjects = new RegExp(
  String.raw`${begins}(?:(${none})(?!\w)|${allOfThem}(?=\s+(?:also\s+|now\s+|still\s+)?${verb}(?!\w)))|${object}`,
  'giu',
);
/** What changes nothing for all that do not say otherwise. */
const saveOthers =
  /,?\s*\b(?:unless|if not|except (?:when|where|if)|where not)\s+(?:(?:it|this)\s+is\s+)?(?:otherwise\s+)?(?:stated|said|noted|specified|marked|mentioned|documented|indicated)(?:\s+otherwise)?,?|,?\s*\bby default\b,?/giu;

/** A sentence as it would be of one of them, character by character; nothing, if it is not about them. */
export function aboutEach(sentence: string): string | undefined {
  let isAboutThem = false;
  const said = sentence
    .replaceAll(saveOthers, (words) => ','.padStart(words.length))
    .replaceAll(subjects, (words: string, denied?: string) => {
      isAboutThem = true;
      return (denied === undefined ? 'it' : 'it is not').padEnd(words.length);
    });
  return isAboutThem ? said : undefined;
}

/** A field that all of them have: `Every event also has an `event_id`.` */
export const fieldOfEach: WordedFact = {
  name: 'a field of every event',
  hint: new RegExp(quoted),
  anywhere: [
    pattern(
      String.raw`\b(?:(?:every|each|any|all)(?:\s+of)?(?:\s+(?:the|these|those|our))?\s+(?:[\w-]+\s+)?(?:events?|messages?|objects?|requests?)${where}|these\s+(?:events|messages)|they\s+all)\s+(?:(?:must|will|may|can|should|also|always|optionally)\s+){0,3}(?:has|have|carry|carries|contains?|includes?|hold|holds|come\s+with|comes\s+with)\s+(?:(?:also|an?|the|its|their|optional|required|unique|field|property|string|id)\s+){0,4}${quoted}`,
    ),
  ],
  isKnown: () => false,
};
