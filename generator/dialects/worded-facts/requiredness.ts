/** How people word whether a field must be there. */
import { mayBe } from './held.ts';
import {
  absence,
  beginsInChinese,
  examples,
  failure,
  sends,
  circumstances,
  ends,
  endsInChinese,
  kindOfField,
  leftOut,
  mayNot,
  must,
  namedField,
  notInSignature,
  partBegins,
  partEnds,
  smallWords,
  subject,
  verb,
} from './sentences.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

const needed =
  '(?:mandatory|required|compulsory|obligatory|optional|non-?optional|necessary|omittable)';
const stated =
  '(?:specified|set|given|present|provided|sent|included|supplied|passed|filled(?:\\s+in)?|defined|stated|populated|there|non-?empty)';
/** The field in its own words. */
const itself = String.raw`(?:it|this|that(?=\s*(?:$|[,)]))|one(?=\s*(?:$|[,)]))|${namedField})`;
/** What makes it true of some messages only. */
const condition = `${examples}|if|when|unless|only|whenever|where|once|until`;

export const requiredness: WordedFact = {
  name: 'whether it is required',
  hint: /必填|必需|选填|可选|mandatory|required|compulsory|obligatory|optional|omit|leav|skip|drop|necessary|must|shall|always|can|may|could|might|need|absent|missing|only|(?:has|have|is|not|never)\s+to/i,
  anywhere: [
    pattern(
      String.raw`${partBegins}${notInSignature}(?:${subject}\s+${verb}\s+)?(?:(?:always|strictly|also|now|still|no longer|not|never|currently|entirely|absolutely)\s+)?(?:an?\s+(?=[\w-]+\s+${kindOfField}))?${needed}(?:\s+${kindOfField})?(?:\s*(?:[:：=–-])\s*(?:yes|true|no|false))?(?:\s+(?:here|now|too|as well|always|anyway|though|at present)|\s+(?:(?:since|as of)\s|(?:in|for|by|with|on)\s+(?:all|each|every)\b)[^.\n]{1,60})?${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}(?:${subject}\s+)?(?:${must} (?:always )?be ${stated}(?:\s+(?:by|in|with)\s+(?:the|every|each|all|any)\s+(?:clients?|servers?|callers?|users?|senders?|requests?|calls?|messages?))?|(?:is\s+)?optionally ${stated}|(?:is\s+)?(?:not\s+)?always (?:present|sent|set|included|given|provided|there|returned)|${mayNot} be (?:(?:null\s+(?:or|nor)\s+)?(?:${leftOut}|empty)(?:\s+(?:or|nor)\s+(?:${leftOut}|empty|null))?)|(?:may|might|can|could) not (?:always )?be ${stated}|(?:only\s+(?:present|sent|set|included|given|provided|returned|there)|(?:present|sent|included|given|provided|returned)\s+only)\s+(?:if|when|for|in|with|on|by)\b[^.;\n]{1,60}|(?:may|can|could|might) (?:also |always |[a-z]{2,20}ly )?be ${leftOut}(?:\s+(?:in|for|with|by|on|if|when|where)\b[^.;\n]{1,60})?|(?:need not|needn['’]t|(?:does not|doesn['’]t) (?:need|have) to) be ${stated})${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}(?:you|(?:the\s+)?(?:clients?|callers?|servers?|requests?|applications?|users?)) ${must} (?:always )?(?:specify|provide|set|include|pass|send|supply|give|fill in|define|state) (?:${namedField}|(?:this|the) ${kindOfField}|it|this)${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}(?:you|(?:the\s+)?(?:clients?|callers?|servers?|applications?|users?)) (?:may|can|could|might|need not|do not have to|don['’]t have to) (?:also )?(?:omit|leave(?:\s+out)?|skip|drop) (?:${namedField}|(?:this|the) ${kindOfField}|it|this)(?:\s+out)?${partEnds}`,
    ),
  ],
  ofFields: [
    pattern(
      String.raw`${partBegins}${smallWords}(?:${needed}|needed|needs a value|(?<=\ba\s)must|absent|missing|omitted|required to (?:send|set|give|provide|specify|include|pass)(?:\s+(?:it|this))?)${circumstances}${ends}`,
    ),
    pattern(
      String.raw`(?:\b(?:error|mistake|allowed|fine|free|possible|not|never|cannot|n['’]t)\s+(?:to\s+)?)?\b(?:omit(?:ting)?|skip(?:ping)?|leav(?:e|ing)\s+out|leav(?:e|ing)(?=\s+(?:it|this)\s+(?:out|off)\b))\s+(?:it|this(?:\s+${kindOfField})?)\b[^.;\n]{0,60}`,
    ),
    pattern(`${beginsInChinese}(?:非?必填|非?必需|选填|可选)(?:项|字段|参数)?${endsInChinese}`),
  ],
  cueHint:
    /必填|必需|选填|可选|mandatory|require|compulsory|oblig|optional|omi[ts]|leav|skip|drop|lack|necessary|essential|indispens|imperative|vital|crucial|must|shall|should|sure|forget|always|every|each|can|may|could|might|need|absen|missing|without|only|sometimes|seldom|rarely|whether|if\s|guarant|present|otherwise|reject|fail|refus|error|invalid|\bnot\b|n['’]t|please|some\b|if\s|(?:has|have|is|not|never)\s+to/i,
  cues: [
    cue(failure, {
      with: absence,
      unless: `${examples}|other(?:s|wise)?|only|but`,
      means: 'required',
    }),
    cue(`${failure}\\s+(?:\\w+\\s+){0,6}?(?:that\\s+lack|without|missing)`, { means: 'required' }),
    cue(
      String.raw`(?:you|clients?|callers?|requests?|messages?|servers?|users?)\s+(?:always\s+)?(?:must|shall|have\s+to|has\s+to|need\s+to|needs\s+to|are\s+(?:required|obliged|obligated|expected|asked)\s+to|will\s+(?:always\s+)?need|should\s+always)\s+(?:always\s+)?${sends}\s+${itself}`,
      { unless: condition, means: 'required' },
    ),
    cue(
      String.raw`(?:make\s+sure|be\s+sure|ensure|remember|imperative|important|vital|crucial|(?:do\s+not|don['’]t|never)\s+forget|please(?:\s+always)?)\s+(?:(?:to|that|you|always)\s+){0,3}(?:${sends}\s+)?${itself}|always\s+${sends}\s+${itself}|(?:compulsory|mandatory|obligatory|required|necessary)\s+to\s+${sends}\s+${itself}|always\s+(?:comes?|arrives?|appears?|exists?)|guaranteed(?:\s+to\s+be)?(?:\s+${sends})?\s*$|guaranteed\s+(?:to\s+be\s+)?(?:present|there)|please\s+${sends}\s+always|${sends}\s+${itself}\s+always|(?:must|may|should|shall)\s+(?:not|never)\s+be\s+forgotten|(?:we|you|servers?|api|service)\s+(?:will\s+)?(?:always\s+)?(?:needs?|requires?)\s+${itself}|(?:must|has\s+to|have\s+to|needs?\s+to)\s+be\s+(?:part\s+of|in|on)\s+(?:each|every|all|any)|is\s+(?:needed|required|expected)\s+(?:in|on|for|with|by)\s+(?:each|every|all|any)`,
      { unless: condition, means: 'required' },
    ),
    cue(
      String.raw`(?:(?:must|should|has\s+to|have\s+to|needs?\s+to)\s+(?:always\s+|also\s+)?be\s+${sends}|(?:every|each|all)\s+(?:requests?|messages?|calls?|events?|servers?|clients?)\s+(?:must\s+|should\s+|has\s+to\s+|have\s+to\s+|needs?\s+to\s+)?(?:has|have|carry|carries|contains?|includes?|sends?|sets?|needs?)\s+${itself})(?!\s+(?:to|as|in\s+the|at|only|before|after|from|of)(?!\w))`,
      { unless: condition, means: 'required' },
    ),
    cue(
      String.raw`(?:cannot|can\s+not|can['’]t|must\s+not|mustn['’]t|may\s+not|do\s+not|don['’]t|never|not)\s+(?:(?:be|to|ever|possible|allowed)\s+){0,2}(?:omit|skip|drop|leave|missing|absent|omitted|skipped)(?:ped|ted)?(?:\s+${itself})?(?!\s+(?:the|a|any|\w+s)(?!\w))|${absence}\s+(?:is|are|means|causes|leads\s+to|results\s+in|yields)\s+(?:\w+\s+){0,2}${failure}`,
      { unless: condition, means: 'required' },
    ),
    cue(
      String.raw`(?:^|it|this|which|field|value)\s*(?:is\s+)?(?:an?\s+|absolutely\s+)?(?:essential|indispensable|vital|crucial|imperative|obligatory)(?:\s+${kindOfField})?\s*$`,
      { means: 'required' },
    ),
    cue(
      String.raw`(?:if|when|where|whenever|in\s+case|should)\s+(?:(?:it|this|the|that|you|client|${kindOfField}|value|is|be)\s+){0,4}${absence}|(?:leave|leaving|omit|omitting|skip|skipping)\s+(?:(?:it|this|the|${kindOfField})\s+){0,2}(?:out\s+)?(?:to|for|and|when|if|where)(?!\w)|(?:^|,)\s*without\s+${itself}`,
      { unless: `${failure}|never|must|cannot|${examples}`, means: 'optional' },
    ),
    cue(
      String.raw`(?:may|might|can|could|need\s+not|needn['’]t|(?:do|does)\s+not\s+(?:have|need)\s+to|(?:don|doesn)['’]t\s+(?:have|need)\s+to|no\s+need\s+to|not\s+necessary\s+to|feel\s+free\s+to|free\s+to|(?:fine|safe|ok|okay|possible|allowed|up\s+to\s+you)\s+(?:whether\s+)?to|sometimes|occasionally)\s+(?:(?:be|also|safely|simply|just)\s+){0,2}(?:${absence}|(?:omit|skip|drop|leave)(?:ped|ted)?|dropped|left\s+out)`,
      { unless: `not\\s+be|cannot|${examples}`, means: 'optional' },
    ),
    cue(
      String.raw`(?:need\s+not|needn['’]t|(?:do|does)\s+not\s+(?:have|need)\s+to|(?:don|doesn)['’]t\s+(?:have|need)\s+to|no\s+need\s+to|not\s+necessary\s+to|up\s+to\s+you\s+whether\s+to)\s+(?:be\s+)?${sends}|${sends}\s+(?:${itself}\s+)?(?:only\s+)?if\s+(?:you\s+(?:wish|want|like|need|know|have)|known|needed|wanted|desired|available|any|applicable|possible|there\s+(?:is|was))|not\s+always\s*$|(?:not|isn['’]t)\s+(?:mandatory|compulsory|obligatory|required|needed|necessary)|(?:seldom|rarely|sometimes|occasionally)\s+(?:${sends}|absent|missing)|(?:appears?|comes?|arrives?|exists?|${sends})\s+only\s+(?:if|when|where|for|in|with|on)|only\s+(?:appears?|comes?|arrives?|exists?|${sends})\s+(?:if|when|where|for|in|with|on)|(?:present|there|sent|set|returned)\s+(?:in|for|on)\s+(?:\w+\s+){1,3}only|(?:some|not\s+all|not\s+every|older|few)\s+\w+\s+(?:do\s+not\s+|never\s+|don['’]t\s+)?(?:sends?|has|have|includes?|sets?|carry|carries|contains?)\s+${itself}|(?:just|simply)\s+leave\s+${itself}`,
      { unless: `${examples}|must`, means: 'optional' },
    ),
    cue(
      String.raw`(?:if|when|where)\s+(?:it\s+is\s+|it['’]s\s+)?(?:present|given|set|sent|provided|specified|included|supplied|there)\s*,|otherwise\s+(?:it\s+is\s+)?(?:absent|missing|omitted|left\s+out)`,
      { unless: examples, means: 'optional' },
    ),
    cue(
      String.raw`an\s+optional\s+\w+\s*$|can\s+be\s+(?:left\s+)?(?:empty\s+or\s+)?(?:left\s+)?out`,
      { means: 'optional' },
    ),
  ],
  isKnown: ({ requiredness, type }, { words, means }) => {
    if (means === 'optional' && mayBe(type, ({ kind }) => kind === 'null')) return true;
    return requiredness === (means ?? (saysOptional(words) ? 'optional' : 'required'));
  },
};

/** Whether words say that a field need not be there. */
function saysOptional(words: string): boolean {
  if (
    /\b(?:omit(?:ting)?|skip(?:ping)?|leav(?:e|ing)) (?:it|this|out)\b|\b(?:absent|missing|omitted)\b/i.test(
      words,
    )
  )
    return !/\b(?:never|not|cannot|error|mistake|invalid|illegal|forbidden|fails?)\b|n['’]t/i.test(
      words,
    );
  if (
    /\bonly\b/i.test(words) ||
    /\b(?:may|might|can|could) not (?:always )?be (?:sent|set|present)/i.test(words)
  )
    return true;
  if (
    /\b(?:may|can|could|might) (?:also |always |[a-z]{2,20}ly )?(?:be|omit|leave|skip|drop)\b|\bneed(?!ed)|\bhave to be\b|not always/i.test(
      words,
    )
  )
    return (
      !/\b(?:must|needs? to|has to)\b/i.test(words) || /\bnot (?:need|have)|n['’]t/i.test(words)
    );
  const isOptional = /optional|omittable|选填|可选|非必/i.test(words);
  const isDenied =
    /\b(?:not|never|no longer)\s|non-?optional|[:：=–-]\s*(?:no|false)\b/i.test(words) &&
    !/\bbe\s/i.test(words);
  return isOptional !== isDenied;
}
