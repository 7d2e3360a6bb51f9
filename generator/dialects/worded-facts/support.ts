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

/** What a field is that servers do something with. */
const works =
  '(?:supported|implemented|available|honou?red|respected|functional|operational|active|in (?:use|production|place|effect|operation|service)|wired up|hooked up|rolled out|effective|live|working|ready|enabled|released|launched|connected|taken into account|built|added)';
/** What they do with it. */
const worksOn =
  '(?:support|implement|us|read|evaluat|honou?r|process|handl|consider|respect|pars|interpret|enforc|check|build|built|add|finish|ship|expos|wir|look|act|know|understand|car)(?:e|es|ed|s|ing)?(?: (?:at|on|upon|about|up))?';

const crossMark = '(?:❌|✖|✗|✘|🚫|⛔|❎)\\ufe0f?';

export const lackOfSupport: WordedFact = {
  name: 'that it is not supported',
  isOfWholes: true,
  hint: new RegExp(
    String.raw`${crossMark}|поддерж|支持|support|implement|available|soon|ignore|effect|nothing|attention|notice|skip|nobody|reserved|disregard|dropp|discard|throw|meaning|influence|impact|function|placeholder|changes|release|version|update|progress|no-op|tb[da]|disabled|does not |\bnot\s|n['’]t\s|no longer|never|${translatedWords.unsupported}`,
    'i',
  ),
  anywhere: [
    pattern(
      String.raw`(?<!\[)${begins}(?:(?:${subject}|(?:this|the)\s+event)\s+${verb}\s+)?(?:(?:currently|still|presently|at present|as yet|only)\s+)?(?:not(?:\s+(?:yet|currently|fully|officially))?\s+|no longer\s+|never\s+|un|partially\s+|partly\s+)(?:supported|implemented)(?:\s+(?:yet|now|at present|for now|currently|any ?more|here|at the moment|by (?:us|the server|this server)))?${ends}`,
    ),
  ],
  ofFields: [
    translated.support,
    // A mark for it, alone or at the head of all words: `❌ Sets the tone.`
    pattern(String.raw`^\s*${crossMark}|(?<=[.!?\n]\s{0,40})${crossMark}\s*(?=\n|$)`),
    pattern(
      String.raw`(?:пока|ещё|еще|сейчас|временно|${beginsElsewhere})\s*не\s+поддерживается${endsElsewhere}`,
    ),
    pattern(
      `${beginsElsewhere}(?:该?(?:字段|参数))?(?:暂时?|目前|当前|尚)?[不未]再?支持${endsElsewhere}`,
    ),
  ],
  cueHint:
    /effect|\bno\s|plan|intend|hope|want|going|meaning|function|influence|impact|support|unsupported|unavail|unimpl|unused|no-op|development|construction|progress|placeholder|no longer|soon|ignore|disregard|drop|discard|throw|reserved|\bnot\b|n['’]t|future|later|next|coming|nobody|nothing|attention|notice|skip|tb[da]|disabled|inactive|switched|turned|to be|reads|uses/i,
  cues: [
    cue(
      String.raw`${clause}(?:(?:is|are|has|have|was|been|an?|only|will|then) ){0,3}(?:(?:not|no longer) (?:be |been |being )?(?:${works}|${worksOn})|un(?:supported|available|implemented|used by we)|ignored|disregarded|dropped|discarded|thrown away|no-op|without effect|(?:changes?|does|do) nothing(?! for(?! (?:all|any|every)(?!\w)))|not work|not (?:do|change|affect) anything|placeholder|to be ${works}|under (?:development|construction)|work in progress|reserved(?: (?:and|or) [^.]*)?|(?:reserved )?for (?:the )?(?:future|later)(?: (?:use|versions?|releases?|extensions?))?|(?:coming|supported|available) soon)(?:${circumstances}(?: of (?:the |our )?\w+)?| to (?:the public|everyone|all \w+))\s*(?:$|[,;:()]|(?:and|but|so) )`,
      { unless: 'if|when|unless|until|otherwise' },
    ),
    cue(
      '(?:has|have|had|shows?|with|is of) (?:[a-z]{2,20}ly )?(?:no|not any|not an) (?:effect|meaning|function|influence|impact|use)(?! (?:on|in(?! this (?:version|release))|for|when|to|outside|beyond)(?!\\w))',
      { unless: 'if|when|while|during|until|unless|otherwise' },
    ),
    cue([
      `(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|hope|want|going) to (?:support|implement|add|enable|build|ship) ${itself}`,
      '(?:it |there |^\\W*)(?:is|has|have|lacks) no support(?! (?!for it)\\w)',
      'support (?:for it )?(?:is )?(?:pending|planned|to (?:come|follow))',
      '^\\W*(?:planned|coming|expected|due) (?:in|for|with) (?:v\\.?\\s?\\d[\\d.]*|version \\S+|release \\S+|\\d{4}|q[1-4])',
      'support (?:for it )?(?:(?:will|is going to) (?:come|follow|be added)|(?:is|was|has been) (?:in the works|planned|coming|missing|lacking|absent|removed|dropped|withdrawn|discontinued))',
    ]),
    cue(
      '(?:comes?|coming|arrives?|planned|expected|available|follows?|supported|ready|works?) (?:only )?(?:in|with|for|from) (?:(?:a|the|one of the) )?(?:later|future|next|coming|upcoming) (?:releases?|versions?|updates?)',
      { unless: 'if|when' },
    ),
    cue(
      String.raw`^\W*(?:(?:it is )?planned(?=\s*(?:$|[,;:]))|(?:tbd|tba|to be (?:determined|defined|decided))\W*$)`,
    ),
    cue(
      `${clause}(?:is |are )?(?:disabled|inactive|(?:switched|turned) off) in (?:this|the current|all|every) (?:release|version|build|preview|beta)s?`,
    ),
    cue(
      `(?:you (?:(?:must|shall|should|may|can|will|is|are) )?not (?:to )?|^\\W*(?:please )?not )(?:send|emit|use) ${itself}\\s*$`,
    ),
    cue(
      [
        `(?:we |(?:it|which|and|but) )(?:(?:is|are|has|have|had|will) ){0,2}not ${worksOn} ${itself}`,
        `we (?:will |always |just )?(?:ignores?|disregards?|drops?|discards?|throws? away|throws?(?= ${itself} away)|skips?(?: over)?|pays? no attention to|takes? no notice of) ${itself}`,
        `(?:nobody|nothing|no (?:servers?|versions?|models?|backends?)) (?:\\w+ )?${worksOn} ${itself}`,
        `nothing (?:happens|is done) with ${itself}`,
        `not part of (?:the |any )?(?:public|current|first|official|stable|preview|beta)`,
        String.raw`works (?:on|in|with) no \w+\s*$`,
      ],
      { unless: `if|when|unless|${examples}` },
    ),
  ],
  isKnown: ({ support }) => support !== undefined,
};
