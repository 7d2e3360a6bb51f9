/**
 * Sentences in fewer words. What is said of a field depends neither on how the writer calls it, the reader or the server,
 * nor on how "not" is spelled, nor on words like "currently": cues know one word for each.
 */
import { kindOfField } from './sentences.ts';

const follows = String.raw`(?=\s+(?:(?:also|always|never|currently|only|which|who|that|to|not)\s+)?(?:must|shall|should|may|might|can|cannot|could|will|would|is|are|was|were|has|have|had|do|does|did|need|needs|want|wants|wish|omit|omits|leave|leaves|send|sends|set|sets|get|gets|receive|provide|provides|specify|specifies|expects?|requires?|uses?|returns?|rejects?|refuses?|ignores?|disregards?|drops?|discards?|throws?|insists?|reads?|treats?|assumes?|presumes?|applies|picks?|chooses?|selects?|falls?|takes?|supports?|pays?|skips?|makes?|fills?|generates?|lacks?|cares?|understands?|accepts?|knows?|without|no\s+longer|n['’]t|\w{2,6}n['’]t)(?!\w))`;

/** What stands for what: as long as what it replaces, so that places stay what they are. */
const replacements: readonly { word: string; says: string }[] = [
  {
    word: 'not',
    says: String.raw`(?:do|does|did|can|could|would|will)\s+not|cannot|never|(?:do|does|did|ca|can|could|wo|would|is|are|was|were|has|have|had|must|should)n['’]t|in\s+no\s+case|under\s+no\s+circumstances`,
  },
  { word: 'will', says: String.raw`(?:we|they|it|this|that)['’]ll` },
  {
    word: 'it',
    says: String.raw`(?:it|that)['’]s|(?:(?:(?:the|its)\s+(?:value|use|usage|content|presence|purpose)\s+of|(?<!not\s)(?:sending|setting|giving|passing|providing|including|specifying|using)(?!\s+\S+(?:\s+\S+)?\s+to(?!\w)))\s+)?(?:(?:this\s+(?:event|message|object|variant)|(?:this|the|that|your)\s+(?:(?:request|query|input|optional|api|json|object|config(?:uration)?)\s+)?(?:${kindOfField}|attribute|feature|capability|functionality|value|header|flag|entry|element|member))(?:['’]s\s+value)?|this(?=\s*(?:$|[.,;:)])|\s+(?:is|are|was|will|must|shall|should|may|might|can|cannot|could|has|had|does|do|not|needs?|\w{2,6}n['’]t|defaults?|out|off|away|empty|blank|unset|in|for|when|if|with|to|at|by|on|as|and|or|always|never|only|causes?|means?)(?!\w)))(?!\s+(?:of|that|which|from|names?)(?!\w)|['’]s|\s*[:=]?\s*[\uE000\uE002])`,
  },
  {
    word: 'you',
    says: String.raw`you['’]ll|(?:(?:the|your|all|any|a)\s+)?(?:clients?|callers?|users?|developers?|integrators?|applications?|apps?|integrations?|consumers?|senders?)${follows}`,
  },
  {
    word: 'we',
    says: String.raw`(?:(?:the|our|this)\s+)?(?:servers?|api|service|backend|platform|system|endpoint|gateway|runtime)${follows}`,
  },
  {
    word: '',
    says: String.raw`currently|presently|at\s+(?:present|this\s+(?:time|point|moment)|the\s+(?:moment|present\s+time))|(?:for|right)\s+now|for\s+the\s+time\s+being|so\s+far|as\s+yet|to\s+date|yet|still|(?<!from\s)now|today|already|also|simply|automatically|explicitly|publicly|officially|fully|completely|entirely|generally|silently|quietly|really|actually|thus|therefore|strongly|safely|strictly|absolutely|as\s+well|anyway|necessarily|typically\s+(?=not)`,
  },
];
const anyWords = new RegExp(
  `(?<!\\w)(?:${replacements.map(({ says }) => `(${says})`).join('|')})(?!\\w)`,
  'gi',
);

/** More blanks than words leave: to look for words among them would take long. */
const manyBlanks = / {60}/;

/** A sentence in plain words, character by character. */
export function inPlainWords(sentence: string): string {
  const plain = sentence.replaceAll(anyWords, (words: string, ...groups: unknown[]) => {
    const { word } = replacements[groups.findIndex((group) => group !== undefined)] ?? { word: '' };
    return word.padEnd(words.length);
  });
  return manyBlanks.test(plain) ? sentence : plain;
}
