/** Parts of sentences that wordings of several kinds of fact are made of. */
import { quoted } from './values.ts';

/** Also bullets and signs that nobody calls Markdown: `· `, `▸ `, `⚠️ `. */
const listMarks = String.raw`[\s#>*+|·\u2010-\u2015\u2022-\u2043\u2139\u2190-\u2bff\ufe0f\ud83c-\ud83e\udc00-\udfff-]{0,20}(?:\d{1,3}[.)]\s)?`;
/** The beginning of a sentence, of a bracket or of a line, whatever list or quote that is in. */
export const begins = String.raw`(?<=(?:^|[.!?;:。…([{\]\n]|\s[-–—]\s)${listMarks})`;
/** The same, and the beginning of a part of a sentence. */
export const partBegins = String.raw`(?<=(?:^|[.!?;:,。…—([{\]\n]|\s[-–—]\s|\b(?:and|but|which|that|or|so|then)\s)${listMarks})`;
export const ends = String.raw`(?=\s*(?:[.!?;。)\]}|\n]|$))`;
export const partEnds = String.raw`(?=\s*(?:[.!?;,:。—)\]}|\n]|$|[-–]\s|\b(?:and|but|which|so)\b))`;
/** Words between two that belong together. */
export const words8 = String.raw`(?:\s+[\w’'-]+){0,8}?`;
export const few = String.raw`(?:\s+(?!(?:and|or|but|with|when|if|while|unless|not|see|by|in|between|from|via|on|send|call|check)\b)[\w’'-]+){0,4}?`;
/** What stands between a word for a fact and its value. */
export const leads = String.raw`(?:\s*(?:[:：=;；→(|]|->)\s*|\s+[-–—]\s+|\s+(?:is|are|of|to|at|as)\s*:?\s*|\s+)`;

/** The same within a sentence. */
export const joins = String.raw`(?:\s*(?:[:：=→(]|->)\s*|\s+(?:is|are|of|to|at|as)\s*:?\s*|\s+)`;
/** Not behind words that make an example of what follows. */
export const noExample = String.raw`(?<!\b(?:such as|e\.\s?g\.|like|example|instance|including|includes?|named|neither|both)[\s,:]{0,3})`;

export const kindOfField =
  '(?:field|parameter|param|property|attribute|argument|key|option|setting)';
/** A field by its name: `` the field `a` ``, `` `a` ``, `` the `a` parameter ``, `the parameter a`. */
export const namedField = String.raw`(?:(?:(?:the|this)\s+)?(?:${kindOfField}\s+)?${quoted}(?:\s+${kindOfField})?|(?:the\s+)?${kindOfField}\s+[\w.]{1,200}|the\s+[\w.]{1,200}\s+${kindOfField})`;
/** What a sentence about a field begins with. */
export const subject = String.raw`(?:it|this|(?:(?:this|the)\s+)?${kindOfField}|${namedField})`;
export const verb = '(?:is|are|was|will be|has been|remains)';

/** That a field is not sent: `if omitted`, `unless it is set`. */
export const given =
  '(?:set|given|specified|provided|present|sent|supplied|stated|passed|defined|included|configured|chosen)';
export const omitted = String.raw`(?:(?:if|when|where|whenever|in case|should)\s+(?:(?:nothing|none|no(?:\s+${kindOfField}|\s+value)?)\s+(?:(?:is|are|was|be)\s+)?${given}|(?:(?:${subject}|the\s+value)\s+)?(?:(?:is|are|was|be)\s+)?(?:left\s+)?(?:omitted|absent|unset|unspecified|undefined|missing|out|empty|blank|skipped|not\s+${given}))|unless\s+(?:(?:${subject}|otherwise)\s+)?(?:(?:is|are)\s+)?(?:otherwise\s+)?(?:set|given|specified|provided|present|sent|supplied|stated|passed|overridden|changed)(?:\s+otherwise)?|unless\s+(?:you|(?:the\s+)?(?:clients?|callers?|users?))\s+\w+(?:\s+(?:it|this|otherwise|another))?|without\s+(?:it|this|one|a value|(?:this|the)\s+${kindOfField})|in\s+(?:its|the)\s+absence|absent\s+means)`;

/** Not in brackets behind a type: `(string, required)` is looked for as a field. */
export const notInSignature = String.raw`(?<!\([^()\n]{0,100}[,;]\s{0,3})`;
export const leftOut =
  '(?:omitted|absent|missing|left\\s+(?:out|off|empty|blank)|skipped|undefined|unset)';
export const must = '(?:must|shall|has to|have to|needs? to|is to)';
export const mayNot =
  "(?:can ?not|can['’]t|may not|must not|mustn['’]t|may never|must never|can never|is not to|is never to)";

/** Words that add nothing to what a sentence of a field says of it, and what follows there. */
export const smallWords = String.raw`(?:(?:it|this|that|you|(?:clients?|callers?)(?=\s+are\b)|which|is|are|be|was|been|being|a|an|the|remains?|stays?|becomes?|marked|considered|treated|made|declared|as|one|value|now|also|still|always|never|not|no|longer|${kindOfField}|(?:sending|setting|giving|passing|providing|including)(?=\s+(?:it|this)\b)|[a-z]{2,20}ly)\s+){0,5}`;
export const circumstances = String.raw`(?:\s+(?:one|here|now|yet|${kindOfField}|(?:by|for|in|at|on|with|since|from|until|last|this)(?:\s+(?!to\b)[\w’'-]+){1,4}))?`;

/** The beginning and the end of a part of a sentence in Chinese or Russian. */
export const [beginsElsewhere, endsElsewhere] = [
  String.raw`(?<=(?:^|[。；，、：.!;,:(（\n])\s{0,5})`,
  String.raw`(?=\s*(?:[。；，.;,)）\n]|$))`,
];

/** The verbs of sending a field, in all forms. */
export const sends =
  '(?:sen[dt]|sends|sending|sets?|setting|giv(?:e|es|en|ing)|specif(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)|pass(?:es|ed|ing)?|includ(?:e|es|ed|ing)|stat(?:e|es|ed)|fill(?:s|ed)?(?:\\s+in)?|configured?|cho(?:ose|sen)|carr(?:y|ies|ied)|define[ds]?|present|there|exists?|contain(?:s|ed)?|say|said|names?|populated?|return(?:s|ed)?|shown|received?|report(?:s|ed)?|emit(?:s|ted)?|deliver(?:s|ed)?|attach(?:es|ed)?|request(?:s|ed)?|mention(?:s|ed)?|selected|asked)';
/** That a field is not sent, in all forms. */
export const absence = String.raw`(?:(?<!(?<!they\s)(?:are|were)\s|nothing\s+is\s)(?:absent|absence|omit(?:s|ted|ting)?|omission|missing|unset|unspecified|undefined|unstated|skip(?:s|ped|ping)?|lack(?:s|ing)?(?:\s+of)?|left\s+(?:out|off|away|empty|blank|alone|untouched|as\s+is)|(?:says?|sends?|gives?|sets?|states?)\s+nothing|fail(?:s|ing|ure)?\s+to\s+${sends})|(?:leave|leaves|leaving)\s+(?:(?:it|this|that|the|${kindOfField})\s+){0,3}(?:out|off|away|empty|blank|unset|to\s+(?:us|the\s+server))|(?:not|never|\w{1,6}n['’]t|nobody|none|nothing(?:\s+else)?|no\s+(?:value|one|${kindOfField}|(?:other\s+)?\w+(?=\s+(?:is|are|was|were)\s)))\s+(?:(?:is|are|was|be|been|to|yet|you|explicitly|otherwise)\s+){0,2}${sends}|(?:not|n['’]t)\s+(?:in|part\s+of|among)\s+(?:the|your|its|a|any)\s+\w+|as\s+long\s+as\s+(?:you|nobody|no|nothing|it|this)|(?<!not\s+)(?:be\s+)?forg(?:et|ets|otten|etting)|nothing\s+(?:here|there)|(?<=^\W{0,40}|(?:calls|sessions|clients|requests|messages|events|accounts|those|ones)\s+)without\s+an?\s+\w+|without\s+(?:it|this|one|(?:an?|any|further|other|explicit)\s+(?:\w+\s+)?(?:value|setting|preference|choice|configuration|instructions?)|${sends}|(?:this|the)\s+${kindOfField})|(?:in\s+case\s+of\s+)?no\s+value|(?:gives?|sends?|sets?|states?|names?|chooses?|asks?\s+for)\s+(?:none|nothing|no\s+\w+)|with\s+no\s+\w+\s+${given}|silent\s+about\s+(?:it|this))`;
/** That something does not work. */
export const failure =
  "(?:reject(?:s|ed)?|refus(?:e|es|ed|al)|den(?:y|ies|ied)|fail(?:s|ed|ure)?|errors?|invalid|illegal|malformed|forbidden|disallowed|400|disconnect(?:s|ed)?|(?:closes?|drops?|terminates?)\\s+the\\s+(?:connection|session|call)|bounced?|(?:not|n['’]t|never|cannot)\\s+(?:be\\s+)?(?:valid|accept(?:ed)?|support(?:ed)?|allow(?:ed)?|permit(?:ted)?|legal|possible|work|complete|process(?:ed)?|start(?:ed)?|handled?))";
/** What makes an example, or a case of several, of a sentence. */
export const examples = String.raw`for\s+(?:example|instance)|e\.\s?g|such\s+as|imagine|suppose|(?<!(?:will|you|can|may)\s)see`;
/** A value that is not that of a condition, an example or a name. */
export const ownValue = String.raw`(?=[\uE000\uE002])(?<!(?<!\w)(?:if|when|while|whenever|where|(?<!(?:effect|goes|created|opened|comes)\s)with|for|(?<!(?:fill|comes?|starts?|begins?|speaks?|talks?|answers?|answered|runs?|stays?|remains?|is|are)\s)in|(?<!value\s)of|see|by|from|like|until|unless|via|through|on|before|after|and|or|than|under|inside|set|without|which)\s+(?:the\s+)?)(?<!(?<!\w)(?:if|when|while|where|whether)\s+(?:\w+\s+){0,5}(?:is|are|was|equals|be|to)\s+)${quoted}(?!\uE001)(?!\s*(?:${kindOfField}|events?|objects?|items?|messages?|sessions?|requests?|mode|must|was|instead)(?!\w))(?!\s+(?:is|are)\s+(?:set|given|sent|present|${failure}))`;
/** The beginning of a sentence about the field, or of a part of it, in plain words. It looks back a few signs only, or many would take long. */
export const clause = String.raw`(?<=^\W{0,40}|[,;:(–—]\s{0,40}|(?<!\w)(?:it|which|and|but|value|field)\s{1,40})`;
/** The field where it is not what a sentence begins with, in plain words. */
export const itself = String.raw`(?:it|this|that(?=\s*(?:$|[,)]))|one(?=\s*(?:$|[,)]))|${namedField})`;
