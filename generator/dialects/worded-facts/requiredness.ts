/** How people word whether a field must be there. */
import {
  beginsInChinese,
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
import { pattern, type WordedFact } from './wording.ts';

const needed =
  '(?:mandatory|required|compulsory|obligatory|optional|non-?optional|necessary|omittable)';
const stated =
  '(?:specified|set|given|present|provided|sent|included|supplied|passed|filled(?:\\s+in)?|defined|stated|populated|there|non-?empty)';
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
  isKnown: ({ requiredness }, { words }) =>
    requiredness === (saysOptional(words) ? 'optional' : 'required'),
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
