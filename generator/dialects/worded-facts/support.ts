/** How people word that a server does nothing with a field. */
import {
  begins,
  examples,
  beginsElsewhere,
  circumstances,
  clause,
  itself,
  ends,
  endsElsewhere,
  subject,
  verb,
} from './sentences.ts';
import { translated, translatedWords } from './translated.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

/** What a field does that servers do something with. */
const works =
  '(?:supported|implemented|available|honou?red|respected|functional|operational|active|in use|in production|in place|wired up|evaluated|considered|processed|effective|live|working|ready|enabled|built|added|rolled out|shipped|released|launched|exposed|hooked up|connected)';

export const lackOfSupport: WordedFact = {
  name: 'that it is not supported',
  hint: new RegExp(
    String.raw`поддерж|支持|support|implement|available|soon|ignore|effect|nothing|attention|notice|skip|nobody|reserved|disregard|dropp|discard|throw|meaning|influence|impact|function|placeholder|changes|release|version|update|progress|no-op|does not |\bnot\s|n['’]t\s|no longer|never|${translatedWords.unsupported}`,
    'i',
  ),
  anywhere: [
    pattern(
      String.raw`(?<!\[)${begins}(?:(?:${subject}|(?:this|the)\s+event)\s+${verb}\s+)?(?:(?:currently|still|presently|at present|as yet|only)\s+)?(?:not(?:\s+(?:yet|currently|fully|officially))?\s+|no longer\s+|never\s+|un|partially\s+|partly\s+)(?:supported|implemented)(?:\s+(?:yet|now|at present|for now|currently|any ?more|here|at the moment|by (?:us|the server|this server)))?${ends}`,
    ),
  ],
  ofFields: [
    translated.support,
    pattern(
      String.raw`(?:пока|ещё|еще|сейчас|временно|${beginsElsewhere})\s*не\s+поддерживается${endsElsewhere}`,
    ),
    pattern(
      `${beginsElsewhere}(?:该?(?:字段|参数))?(?:暂时?|目前|当前|尚)?[不未]再?支持${endsElsewhere}`,
    ),
  ],
  cueHint:
    /effect|meaning|function|influence|impact|support|unsupported|unavail|unimpl|unused|no-op|development|construction|progress|placeholder|no longer|soon|ignore|disregard|drop|discard|throw|reserved|\bnot\b|n['’]t|future|later|next|coming|nobody|nothing|attention|notice|skip|to be|reads|uses/i,
  cues: [
    cue(
      String.raw`${clause}(?:(?:is|are|has|have|was|been|an?|only) ){0,3}(?:(?:not|no longer|never) (?:be |been )?(?:${works}|looked at|acted (?:up)?on|read|used|taken into account)|un(?:supported|available|implemented|used by we)|ignored|disregarded|dropped|discarded|thrown away|a no-op|no-op|without effect|changes nothing|does nothing|not work|not (?:do|change|affect) anything|placeholder|to be (?:implemented|built|supported)|under (?:development|construction)|work in progress|reserved(?: for (?:the )?(?:future|later)(?: use)?| and)?|(?:coming|supported|available) soon)(?:${circumstances}| to (?:the public|everyone|all \w+))\s*(?:$|[,;:()]|(?:and|but|so) )`,
      { unless: 'if|when|unless|until|otherwise' },
    ),
    cue(
      '(?:has|have|had|shows?|with|is of) (?:[a-z]{2,20}ly )?no (?:effect|meaning|function|influence|impact|use)(?! (?:on|in|for|when|to)(?!\\w))',
      {
        unless: 'if|when|unless|otherwise',
      },
    ),
    cue([
      `we (?:have |has |had )?not (?:built?|implement(?:ed)?|wire[d]?|add(?:ed)?|finish(?:ed)?|ship(?:ped)?) ${itself}`,
      'support (?:will|is going to) (?:come|follow|be added)',
      '(?:it |^\\W*)(?:has|have|lacks) no support',
      'support (?:for it )?(?:is|was|has been) (?:in the works|planned|coming|missing|lacking|absent|removed|dropped|withdrawn|discontinued)',
    ]),
    cue(
      '(?:comes?|coming|arrives?|planned|expected|available|follows?|supported|ready|works?) (?:only )?(?:in|with|for|from) (?:a|the|one of the) (?:later|future|next|coming|upcoming) (?:releases?|versions?|updates?)',
      { unless: 'if|when' },
    ),
    cue(
      [
        `${clause}(?:will )?not (?:look at|read|evaluate|honou?r|process|handle|consider|act (?:up)?on|respect|care about) ${itself}`,
        `(?:we|nobody|nothing) (?:will |always |just )?(?:ignores?|disregards?|drops?|discards?|throws? away|not (?:look at|read|use|evaluate|support|honou?r|process|handle|consider|act on|respect|care about|know)) ${itself}`,
        `we (?:pays? no attention to|takes? no notice of|skips?|not know) ${itself}`,
        `not part of (?:the |any )?(?:public|current|first|official|stable)`,
        `(?:nobody|nothing) (?:reads?|uses?) ${itself}`,
      ],
      { unless: `if|when|unless|${examples}` },
    ),
  ],
  isKnown: ({ support }) => support !== undefined,
};
