/** How people word that a server does nothing with a field. */
import {
  begins,
  examples,
  beginsElsewhere,
  circumstances,
  ends,
  endsElsewhere,
  kindOfField,
  partBegins,
  partEnds,
  smallWords,
  subject,
  verb,
} from './sentences.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

export const lackOfSupport: WordedFact = {
  name: 'that it is not supported',
  hint: /поддерж|支持|support|implement|available|soon|ignore|effect|nothing|nobody|reserved|disregard|dropp|discard|throw|meaning|influence|impact|function|placeholder|changes|release|version|update|progress|no-op|does not |\bnot\s|n['’]t\s|no longer|never/i,
  anywhere: [
    pattern(
      String.raw`(?<!\[)${begins}(?:(?:${subject}|(?:this|the)\s+event)\s+${verb}\s+)?(?:(?:currently|still|presently|at present|as yet|only)\s+)?(?:not(?:\s+(?:yet|currently|fully|officially))?\s+|no longer\s+|never\s+|un|partially\s+|partly\s+)(?:supported|implemented)(?:\s+(?:yet|now|at present|for now|currently|any ?more|here|at the moment|by (?:us|the server|this server)))?${ends}`,
    ),
  ],
  ofFields: [
    pattern(
      String.raw`(?<!\[)${partBegins}${smallWords}(?:(?:not|no longer|never)(?:\s+(?:yet|[a-z]{2,20}ly))?\s+(?:supported|implemented|available|honou?red|respected|functional|operational|active|in\s+use|in\s+production|in\s+place|wired\s+up|evaluated|considered|processed|effective|live|working|ready|enabled)|(?:[a-z]{2,20}ly\s+)?un(?:supported|available|implemented)|placeholder(?:\s+only)?|work\s+in\s+progress|to\s+be\s+implemented|no-op|without\s+effect|(?:(?:coming|supported|available)\s+soon)|reserved\s+for\s+(?:the\s+)?(?:future|later)(?:\s+use)?)${circumstances}${ends}`,
    ),
    pattern(
      String.raw`${partBegins}(?:(?:for now|at present|currently|so far|today|in this version|right now|at the moment),?\s+)?(?:${subject}\s+)?(?:is\s+)?(?:(?:currently|always|silently)\s+)?(?:ignored|disregarded|dropped|discarded|thrown away|(?:has|have|had|shows?) (?:[a-z]{2,20}ly )?no (?:effect|meaning|function|influence|impact)|changes nothing|(?:does )?not (?:yet )?(?:taken into account|looked at|acted (?:up)?on|read|used)|does (?:nothing|not work|not do anything(?: yet)?)|is without effect)(?:\s+by (?:the|this|our) servers?)?(?:\s+(?:now|for now|at present|currently|yet|today|right now|at the moment|so far))?${ends}`,
    ),
    pattern(
      String.raw`(?:пока|ещё|еще|сейчас|временно|${beginsElsewhere})\s*не\s+поддерживается${endsElsewhere}`,
    ),
    pattern(
      `${beginsElsewhere}(?:该?(?:字段|参数))?(?:暂时?|目前|当前|尚)?[不未]再?支持${endsElsewhere}`,
    ),
    pattern(
      String.raw`\b(?:do|does|did) not (?:yet )?support (?:it|this|this ${kindOfField})(?:\s+yet)?${partEnds}`,
    ),
    pattern(
      String.raw`\b(?:support (?:for it |for this )?(?:is|was|has been) (?:not (?:yet )?there(?:\s+yet)?|missing|lacking|absent|planned|coming|removed|dropped|withdrawn|discontinued)|(?:has|have|lacks|there is) (?:no )?support(?:\s+yet)?)${partEnds}`,
    ),
  ],
  cueHint:
    /soon|ignore|disregard|drop|discard|throw|reserved|\bnot\b|n['’]t|future|later|next|coming|nobody|nothing|to be|reads|uses/i,
  cues: [
    cue([
      String.raw`(?:we|servers?) (?:have|has|did)\s*(?:not|n['’]t) (?:yet )?(?:built?|implement(?:ed)?|wire[d]?|add(?:ed)?|finish(?:ed)?|ship(?:ped)?) (?:it|this)`,
      String.raw`^\W*(?:it is |this is )?reserved\s*$`,
      String.raw`not (?:supported|implemented|available)\s*\(\s*yet`,
      'to be (?:implemented|built|supported)',
      'support (?:will|is going to) (?:come|follow|be added)',
      String.raw`(?:^\W*|it |this )ha(?:s|ve) (?:not|never) (?:yet )?been (?:implemented|built|supported|wired|added|enabled)`,
    ]),
    cue(
      '(?:comes?|coming|arrives?|planned|expected|available|follows?|supported|ready|works?) (?:only )?(?:in|with|for|from) (?:a|the|one of the) (?:later|future|next|coming|upcoming) (?:releases?|versions?|updates?)',
      { unless: 'if|when' },
    ),
    cue(
      `(?:we|servers?|backend|api|service|nobody|nothing) (?:(?:currently|silently|simply|still|yet|just|always) )?(?:ignores?|disregards?|drops?|discards?|throws? away|reads?|uses?|(?:do|does) not (?:(?:yet|currently) )?(?:look at|read|use|evaluate|support|honou?r|process|handle|consider|act on|respect|care about|know)|(?:don|doesn)['’]t (?:(?:yet|currently) )?(?:look at|read|use|evaluate|support|honou?r|process|handle|consider|act on|respect|care about|know)) (?:it|this|the value)(?: ${kindOfField})?`,
      {
        unless: `if|when|unless|${examples}|(?:uses?|reads?) (?:it|this) (?:to|for|as)|(?<!nobody\\s|nothing\\s|not\\s|yet\\s)(?:uses?|reads?) (?:it|this)`,
      },
    ),
  ],
  isKnown: ({ support }) => support !== undefined,
};
