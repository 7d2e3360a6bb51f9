/** How people word whether a field must be there. */
import { mayBe } from './held.ts';
import {
  absence,
  beginsElsewhere,
  examples,
  failure,
  sends,
  circumstances,
  clause,
  ends,
  endsElsewhere,
  itself,
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
import { saysOptionalElsewhere, translated, translatedWords } from './translated.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

const needed =
  '(?:mandatory|required|compulsory|obligatory|optional|non-?optional|necessary|omittable)';
const stated =
  '(?:specified|set|given|present|provided|sent|included|supplied|passed|filled(?:\\s+in)?|defined|stated|populated|there|non-?empty)';
const messages = '(?:requests?|messages?|calls?|events?|sessions?|responses?)';
/** That somebody has to. */
const mustDo =
  '(?:must|shall|should|ha(?:s|ve) (?:got )?to|needs? to|(?:is|are) (?:(?:required|obliged|obligated|expected|asked|supposed) )?to)';
const needNot =
  "(?:need(?:s|ed)? not|needn['’]t|not (?:have|need|required|obliged|necessary|mandatory) to|no need to|(?:nobody|no one|no \\w+) (?:has|have|needs?) to|up to you whether to)";
const mayDo = `(?:${needNot}|may|might|can|could|(?:feel )?free to|(?:fine|safe|ok|okay|possible|allowed|up to you) (?:whether )?to|sometimes|occasionally)`;
const notAllowed =
  '(?:(?:must|may|should|shall) not|not|is not to|not (?:possible|allowed|permitted) to)(?: (?:be(?! empty| blank)|to|ever|possible|allowed)){0,2}';
/** Not of something that is done with the field. */
const notElsewhere = String.raw`(?! (?:to|as|in the(?! (?:responses?|requests?|events?|messages?|payload|object|body))|at|only|before|after|from|of)(?!\w))`;
/** What makes it true of some messages only. */
const condition = `${examples}|if|when|unless|only|whenever|where|once|until`;

export const requiredness: WordedFact = {
  name: 'whether it is required',
  hint: new RegExp(
    String.raw`обязательн|必填|必需|选填|可选|mandatory|required|compulsory|obligatory|optional|omit|leav|skip|drop|necessary|must|shall|always|can|may|could|might|need|absent|missing|only|(?:has|have|is|not|never)\s+to|${translatedWords.required}|${translatedWords.optional}`,
    'i',
  ),
  anywhere: [
    pattern(
      String.raw`${partBegins}${notInSignature}(?:${subject}\s+${verb}\s+)?(?:(?:always|strictly|also|now|still|no longer|not|never|currently|entirely|absolutely)\s+)?(?:an?\s+(?=[\w-]+\s+${kindOfField}))?${needed}(?:\s+${kindOfField})?(?:\s*(?:[:：=–-])\s*(?:yes|true|no|false))?(?:\s+(?:here|now|too|as well|always|anyway|though|at present)|\s+(?:(?:since|as of)\s|(?:in|for|by|with|on)\s+(?:all|each|every)\b)[^.\n]{1,60})?${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}(?:${subject}\s+)?(?:${must} (?:always )?be ${stated}(?:\s+(?:by|in|with)\s+(?:the|every|each|all|any)\s+(?:clients?|servers?|callers?|users?|senders?|requests?|calls?|messages?))?|(?:is\s+)?optionally ${stated}|(?:is\s+)?(?:not\s+)?always (?:present|sent|set|included|given|provided|there|returned)|${mayNot} be (?:(?:null\s+(?:or|nor)\s+)?(?:${leftOut}|empty)(?:\s+(?:or|nor)\s+(?:${leftOut}|empty|null))?)|(?:may|might|can|could) not (?:always )?be ${stated}|(?:may|can|could|might) (?:also |always |[a-z]{2,20}ly )?be ${leftOut}(?:\s+(?:in|for|with|by|on|if|when|where)\b[^.;\n]{1,60})?|(?:need not|needn['’]t|(?:does not|doesn['’]t) (?:need|have) to) be ${stated})${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}(?:you|(?:the\s+)?(?:clients?|callers?|servers?|requests?|applications?|users?)) ${must} (?:always )?(?:specify|provide|set|include|pass|send|supply|give|fill in|define|state) (?:${namedField}|(?:this|the) ${kindOfField}|it|this)${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}(?:you|(?:the\s+)?(?:clients?|callers?|servers?|applications?|users?)) (?:may|can|could|might|need not|do not have to|don['’]t have to) (?:also )?(?:omit|leave(?:\s+out)?|skip|drop) (?:${namedField}|(?:this|the) ${kindOfField}|it|this)(?:\s+out)?${partEnds}`,
    ),
  ],
  ofFields: [
    translated.requiredness,
    pattern(
      String.raw`${partBegins}(?:${subject}\s+)?(?:only\s+(?:present|sent|set|included|given|provided|returned|there)|(?:present|sent|included|given|provided|returned)\s+only)\s+(?:if|when|for|in|with|on|by)\b[^.;\n]{1,60}${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}${smallWords}(?:${needed}|needed|needs a value|(?<=\ba\s)must|absent|missing|omitted|required to (?:send|set|give|provide|specify|include|pass)(?:\s+(?:it|this))?)${circumstances}${ends}`,
    ),
    pattern(
      String.raw`${beginsElsewhere}(?:(?:это\s+)?(?:поле|параметр)\s+(?:является\s+)?)?(?:не\s?)?обязательн(?:ое|ый|ая|о|ые|ым|ой)(?:\s+(?:поле|параметр|значение|аргумент|свойство))?${endsElsewhere}`,
    ),
    pattern(`${beginsElsewhere}(?:非?必填|非?必需|选填|可选)(?:项|字段|参数)?${endsElsewhere}`),
  ],
  cueHint:
    /必填|必需|选填|可选|mandatory|require|compulsory|oblig|optional|omi[ts]|leav|skip|drop|lack|necessary|essential|indispens|imperative|vital|crucial|must|shall|should|sure|forget|always|every|each|can|may|could|might|need|absen|missing|without|only|sometimes|seldom|rarely|whether|if\s|guarant|present|otherwise|reject|fail|refus|error|invalid|\bmiss|when|where|\bin\s+case|\bun(?:set|spec|stat|defin)|\bno(?:ne|thing|body|\s)|left|empty|blank|obligat|in\s+all\b|shows?\s+up|skippable|responsib|dispensable|insist|\bold\b|\bnot\b|n['’]t|please|some\b|if\s|(?:has|have|is|not|never)\s+to/i,
  cues: [
    cue(failure, {
      with: absence,
      unless: `${examples}|other(?:s|wise)?|only|but|(?:says?|names?|tells?|lists?|shows?) (?:you )?(?:which|what|whether)`,
      means: 'required',
    }),
    cue(
      [
        `${failure} (?:\\w+ ){0,6}?(?:that lack|without|missing)`,
        String.raw`(?:miss(?:es)?|lacks?) ${itself}[^.]{0,60}${failure}`,
        `(?:not?|nothing|fails?|refuses?) (?:\\w+ ){0,4}?(?:unless ${itself} is ${sends}|without ${itself})`,
        `${failure} unless (?:you ${sends} ${itself}|${itself} is ${sends})`,
        `no ${messages} (?:is|are) (?:complete|valid|accepted|possible) without ${itself}`,
        `(?:leave|omit|skip) ${itself} and [^.]{0,60}${failure}`,
        `(?:leav|omitt|skipp)ing ${itself} (?:out |empty |blank |off )?is (?:not an option|an error|not allowed|wrong)`,
      ],
      { unless: `${examples}|only`, means: 'required' },
    ),
    cue(
      [
        `(?:you|we|${messages}) (?:always )?(?:will )?(?:always )?${mustDo} (?:always )?${sends} (?:${itself}|(?:an?|one|some) \\w+(?=\\s*$))`,
        `(?:make sure|be sure|ensure|remember|imperative|important|vital|crucial|not forget|please(?: always)?) (?:(?:to|that|you|always) ){0,3}(?:${sends} )?${itself}`,
        `(?:compulsory|mandatory|obligatory|required|necessary|obligation|requirement|duty) to ${sends} ${itself}`,
        `${clause}${mustDo} (?:always )?(?:exist|appear|(?:have|hold|carry) an? value)`,
        `we insists? on ${itself}`,
        String.raw`^\W*there (?:must|has to|needs to) be (?:an?|one|some) \w+\s*$`,
        `please (?:always ${sends}|${sends} always)`,
        `always ${sends} ${itself}`,
        `${sends} ${itself} always`,
        `(?:must|may|should|shall) not be forgotten`,
        `(?:you|we|${messages}) (?:will )?(?:always )?(?:needs?|requires?) ${itself}`,
        `(?:every|each|all) (?:${messages}|you|we) (?:${mustDo} )?(?:${sends}|has|have) ${itself}${notElsewhere}`,
        String.raw`^\W*an? (?:valid|unique|non-empty|proper|single) \w+ (?:is|must be) (?:mandatory|required|compulsory|obligatory|needed|necessary)\s*$`,
        `${clause}(?:is )?(?:needed|required|necessary) (?:for|by) (?:the|an?) (?:${messages}|connection|handshake|server|api)`,
        `(?:is|are) responsible for (?:${sends} )?(?:it|${itself})`,
        'is (?:needed|required|expected) (?:in|on|for|with|by) (?:each|every|all|any)',
        `(?:is|are) (?:obliged|obligated) to`,
        `${mustDo} (?:always )?be (?:${sends}|part of|in (?:each|every|all|any))${notElsewhere}`,
        `${clause}(?:is |are |will )?always (?:be )?(?:${sends}|comes?|arrives?|appears?|exists?|filled)${notElsewhere}`,
        String.raw`guaranteed(?: to be)?(?: ${sends})?\s*$`,
        `guaranteed (?:to be )?${sends}`,
        `${sends}(?: ${itself})? in (?:each|every|all) ${messages}`,
      ],
      { unless: condition, means: 'required' },
    ),
    cue(
      [
        `${notAllowed} (?:${absence}|omit|skip|drop|leave|be empty|be blank|omitted|skipped|do without|go without|live without)(?: ${itself})?(?! (?:the|a|any|\\w+s)(?!\\w))`,
        String.raw`${absence} (?:is|are|means|causes|leads to|results in|yields) (?:\w+ ){0,2}${failure}`,
        String.raw`${clause}(?:is )?(?:an? )?(?:essential|indispensable|vital|crucial|imperative|obligatory)(?: ${kindOfField})?\s*$`,
      ],
      { unless: condition, means: 'required' },
    ),
    cue(
      [
        `(?:if|when|where|whenever|in case|should) (?:(?:it|this|the|that|you|client|${kindOfField}|value|is|be) ){0,4}${absence}`,
        String.raw`(?:leave|leaving|omit|omitting|skip(?! to)|skipping(?! to)) (?:(?:it|this|the|${kindOfField}) ){0,2}(?:out )?(?:to|for|and|when|if|where)(?!\w)`,
        String.raw`(?<=^\s{0,40}|,\s{0,40})without ${itself}`,
      ],
      { unless: `${failure}|must|${examples}`, means: 'optional' },
    ),
    cue(
      `${mayDo} (?:(?:be|also|well|even|just|sometimes) ){0,2}(?:${absence}|(?:omit|skip|drop)(?:ped|ted)?|leave ${itself}|dropped|left out|(?:do|go|live|work) without ${itself})`,
      { unless: examples, means: 'optional' },
    ),
    cue(
      [
        `${needNot} (?:be )?${sends}`,
        `(?:may|might) not (?:always )?(?:be )?(?:${sends})`,
        `optionally (?:be )?${sends}`,
        `${clause}(?:is )?not (?:always )?(?:be )?(?:${sends}|part of|among) (?:(?:in|for|on|of|by|with) )?(?:the|a|an|each|every|all|any|old|older|other|some|(?:\\w+ )?\\w+s)`,
        `(?:${clause}|(?:will|may|is|are|be) )(?:be )?${absence} (?:if|when|for|in|unless|until|where|on|once|before|after)`,
        String.raw`not always\s*$`,
        `${sends} (?:${itself} )?(?:only )?if (?:you (?:wish|want|like|need|know|have)|known|needed|wanted|desired|available|any|applicable|possible|there (?:is|was))`,
        '(?:leaves?|left) (?:it|this) (?:away|out|off)',
        String.raw`leave (?:(?:it|this) )?(?:blank|empty|out)(?! (?:the|a|any|\w+s)(?!\w))`,
        `(?:not (?:every|each|all)|some|old|older|earlier|few) \\w+ (?:not )?(?:${sends}|has|have) ${itself}`,
        `only (?:the )?(?:\\w+ ){1,6}(?:${sends}|has|have) ${itself}`,
        `${clause}(?:(?:is|are|will be) ${sends}|appears?|comes?)(?: (?:in|with|on) the \\w+)? (?:if|once)`,
        String.raw`(?:if|when|where) (?:known|available|present|provided|set|given|one exists|there is one)\s*$`,
        'shows? up (?:once|when|if|only|for|in|with)',
        '(?:omittable|skippable|responsib|dispensable)',
        "(?:not|isn['’]t) (?:mandatory|compulsory|obligatory|required|needed|necessary)",
        `(?:seldom|rarely|sometimes|occasionally) (?:${sends}|absent|missing)`,
        `(?:appears?|comes?|arrives?|exists?|${sends}) only (?:if|when|where|for|in|with|on)`,
        `only (?:appears?|comes?|arrives?|exists?|${sends}) (?:if|when|where|for|in|with|on)`,
        String.raw`(?:present|there|sent|set|returned) (?:in|for|on|with|by) (?:\w+ ){1,3}only`,
        `(?:just|simply) leave ${itself}`,
        String.raw`^\W*(?:an? |the )?optional (?:[\w-]+ ){0,2}[\w-]+\s*$`,
        'can be (?:left )?(?:empty or )?(?:left )?out',
        '(?:can|may) (?:stay|remain) (?:empty|blank)',
      ],
      { unless: `${examples}|must`, means: 'optional' },
    ),
    cue(
      [
        String.raw`(?:if|when|where) (?:it is |it['’]s )?(?:present|given|set|sent|provided|specified|included|supplied|there)\s*,`,
        'otherwise (?:it is )?(?:absent|missing|omitted|left out)',
        String.raw`${clause}(?:is|are|gets|will be) (?:absent|omitted|missing|left out|skipped)\s*$`,
        `(?:there are|some|many|most|other) \\w+ without ${itself}`,
      ],
      { unless: examples, means: 'optional' },
    ),
  ],
  isKnown: ({ requiredness, type }, { words, values, means }) => {
    // An event is sent as well: `The client must send `response.create`.`
    if (/\bsend\b/i.test(words) && values.some((one) => one.includes('.'))) return true;
    if (means === 'optional' && mayBe(type, ({ kind }) => kind === 'null')) return true;
    return requiredness === (means ?? (saysOptional(words) ? 'optional' : 'required'));
  },
};

/** Whether words say that a field need not be there. */
function saysOptional(words: string): boolean {
  if (saysOptionalElsewhere(words)) return true;
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
  const isOptional = /optional|omittable|не\s?обязательн|选填|可选|非必/i.test(words);
  const isDenied =
    /\b(?:not|never|no longer)\s|non-?optional|[:：=–-]\s*(?:no|false)\b/i.test(words) &&
    !/\bbe\s/i.test(words);
  return isOptional !== isDenied;
}
