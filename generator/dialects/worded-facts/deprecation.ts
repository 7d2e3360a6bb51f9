/** How people word that a field, or an event, is on its way out. */
import {
  begins,
  examples,
  circumstances,
  ends,
  endsInChinese,
  kindOfField,
  partBegins,
  partEnds,
  smallWords,
  subject,
  verb,
} from './sentences.ts';
import { quoted } from './values.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

export const deprecation: WordedFact = {
  name: 'that it is deprecated',
  hint: /废弃|弃用|deprecated|obsolete|superseded|discontinued|outdated|phased|sunset|legacy|retired|will\s+(?:soon\s+)?(?:be|go)|replaced\s+by|remov|no\s+longer|\bunused|\buse\s|going\s+away/i,
  anywhere: [
    pattern(
      String.raw`${partBegins}(?:(?:${subject}|(?:this|the)\s+event)\s+${verb}\s+(?:(?:now|already|being)\s+)?)?(?:deprecated|obsolete|superseded|discontinued)${partEnds}`,
    ),
    pattern(
      String.raw`${begins}(?:(?:${subject}|(?:this|the)\s+event)\s+)?will (?:soon\s+)?be (?:removed|dropped|retired|deprecated|discontinued)\b`,
    ),
  ],
  ofFields: [
    pattern(
      String.raw`${partBegins}${smallWords}(?<!\b(?:not|never|longer)\s)deprecated${circumstances}${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}${smallWords}(?<!\b(?:not|never)\s)(?:legacy|retired|scheduled for removal|to be removed|going away|unused|no longer (?:used|in use|sent)|removed(?=\s+(?:in|since|with|as of)\b)|replaced by ${quoted})${circumstances}${ends}`,
    ),
    pattern(
      String.raw`${partBegins}(?:please\s+)?use\s+${quoted}(?:\s+${kindOfField})?\s+instead\b`,
    ),
    pattern(
      String.raw`${begins}(?:(?:please\s+)?do not use(?:\s+(?:it|this|this ${kindOfField}))?(?:\s+(?:any ?more|any longer|in new \w+))?|(?:${subject}\s+)?will go away\b[^.;\n]{0,60})${ends}`,
    ),
    pattern(`(?:已经?|即将|将)被?(?:废弃|弃用)${endsInChinese}`),
    pattern(
      String.raw`(?<!\b(?:not|never|un)[\s-]{0,3})\b(?:obsolete|superseded|discontinued|outdated|phased out|sunset)\b`,
    ),
  ],
  cueHint:
    /废弃|弃用|deprecat|obsolete|supersed|supplant|succeed|discontinu|outdated|phas|sunset|will|['’]ll|plan|intend|legacy|retir|replace|remov|longer|\b(?:un)?use|avoid|stop|rely|prefer|favou?r|renamed|(?:old(?:er)?|former|previous|earlier)\s|compatib|historic|end.of.life|\beol\b|discouraged|going|goes|new(?:er)?\s|any\s?more|switch|migrate|its\s+place|instead|recommended|way\s+out/i,
  cues: [
    cue(
      String.raw`(?:will|(?:we|it|they)['’]ll|shall|going\s+to|plan(?:s|ned)?\s+to|to\s+be|about\s+to|due\s+to|intend\s+to|want\s+to)\s+(?:\w+\s+){0,3}?(?:removed?|drop(?:ped)?|retired?|gone|go|disappear|deleted?|phased?\s+out|sunset|withdrawn?|discontinued?|vanish|deprecated?)`,
      {
        with: String.raw`in\s+(?:v\.?\s?\d[\d.]*|(?:version|release)\s+\d[\d.]*|(?:a|the)\s+(?:future|later|coming|next|following)(?:\s+\w+)?|\w+\s+\d{4})|soon|away|eventually|(?:remove|drop|retire|delete|discontinue)\s+(?:it|this)`,
        unless: 'from|item|conversation|messages?|audio',
      },
    ),
    cue(
      String.raw`(?:going|goes|go)\s+away|end[\s-]of[\s-]life|eol|phas(?:ed|ing)\s+out|sunset\w*|(?:scheduled|slated|marked|due)\s+for\s+(?:removal|deletion|retirement)|on\s+(?:its|the)\s+way\s+out|removal\s+(?:is\s+)?(?:planned|scheduled|due)|(?:planned|scheduled)\s+removal`,
    ),
    cue(
      String.raw`(?:superseded|supplanted|succeeded|replaced|obsoleted|made\s+obsolete)\s+(?:by|with)`,
      {
        with: quoted,
        unless: examples,
      },
    ),
    cue(String.raw`(?:in|takes?|taken|taking)\s+its\s+place|instead\s+of\s+(?:it|this)`, {
      with: quoted,
      unless: examples,
    }),
    cue(String.raw`${quoted}\s+(?:replaces|supersedes|succeeds|obsoletes|supplants)\s+(?:it|this)`),
    cue(String.raw`not\s+recommended\s+(?:any\s?more|any\s+longer|for\s+new)`),
    cue(
      String.raw`in\s+favou?r\s+of|renamed(?:\s+(?:to|as))?|(?:old|former|previous|earlier|legacy)\s+(?:name|spelling|alias|form)\s+(?:of|for)`,
    ),
    cue(
      String.raw`(?:kept|retained|here|remains|exists?|there|supported|accepted|left|only|still)\s+(?:\w+\s+){0,3}?for\s+(?:\w+\s+){0,2}?(?:backwards?[\s-]compatib\w*|compatib\w*|(?:old|older|legacy|existing|earlier|previous)\s+(?:clients?|apps?|versions?|code|sdks?|integrations?|reasons?))|for\s+backwards?[\s-]compatibility|for\s+historical\s+reasons`,
    ),
    cue(
      String.raw`(?:avoid|do\s+not|don['’]t|should\s+not|shouldn['’]t|must\s+not|better\s+not|please\s+stop)(?:\s+(?:be\s+)?(?:us(?:e|ed|ing)|rel(?:y|ying)\s+on|send|build\s+on))?(?:\s+(?:it|this|that))?(?:\s+${kindOfField})?\s+(?:any\s?more|any\s+longer|in\s+new\s+\w+|in\s+(?:the\s+)?future)|avoid\s+(?:using\s+)?(?:it|this)|stop\s+using\s+(?:it|this)|not\s+(?:to\s+be\s+)?(?:used|meant|intended)\s+(?:in|for)\s+new\s+\w+`,
    ),
    cue(
      String.raw`no\s+longer\s+(?:recommended|maintained|needed|filled|sent|used|required|populated|in\s+use|relevant|meaningful|advised|updated)|(?:is|are|its\s+use\s+is)\s+(?:strongly\s+)?discouraged|(?:use|usage)\s+(?:is\s+|of\s+(?:it|this)\s+is\s+)?(?:strongly\s+)?(?:discouraged|not\s+recommended)|(?:had|has)\s+its\s+day`,
      { unless: 'if|when|unless|once' },
    ),
    cue(
      String.raw`(?:^\W*|,\s*|please\s+|(?:new|all)\s+(?:clients?|apps?|code|users?|integrations?)\s+(?:should|must|shall|are\s+to)\s+|you\s+should\s+|better\s+)(?:use|send|set|choose|take|consider|try)\s+(?:the\s+)?(?:new(?:er)?\s+)?(?:${kindOfField}\s+)?${quoted}(?:\s+${kindOfField})?\s*(?:instead|from\s+now\s+on|rather|in\s+new\s+\w+|going\s+forward)|(?:^\W*|,\s*|please\s+|better\s+)(?:prefer|switch\s+to|migrate\s+to|move\s+to)\s+(?:the\s+)?(?:new(?:er)?\s+)?${quoted}\s*(?:$|over\s+this|now)|(?:new|all)\s+(?:clients?|apps?|code|users?|integrations?)\s+(?:should|must|shall|are\s+to)\s+(?:use|prefer|send|set)\s+${quoted}`,
      { unless: `${examples}|to\\s+\\w+\\s+\\w+|for|if|when` },
    ),
  ],
  isKnown: ({ deprecated }) => deprecated !== undefined,
};
