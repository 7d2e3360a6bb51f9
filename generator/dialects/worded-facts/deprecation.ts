/** How people word that a field, or an event, is on its way out. */
import {
  begins,
  examples,
  circumstances,
  ends,
  beginsElsewhere,
  endsElsewhere,
  clause,
  itself,
  kindOfField,
  partBegins,
  partEnds,
  smallWords,
  subject,
  verb,
} from './sentences.ts';
import { quoted } from './values.ts';
import { translated, translatedWords } from './translated.ts';
import { cue, pattern, type WordedFact } from './wording.ts';

export const deprecation: WordedFact = {
  name: 'that it is deprecated',
  isOfWholes: true,
  hint: new RegExp(
    String.raw`устаре|废弃|弃用|deprecated|obsolete|superseded|discontinued|outdated|phased|sunset|legacy|retired|now\s|will\s+(?:soon\s+)?(?:be|go)|replaced\s+by|remov|no\s+longer|\bunused|\buse\s|going\s+away|${translatedWords.deprecated}`,
    'i',
  ),
  anywhere: [
    pattern(
      String.raw`${partBegins}(?:(?:${subject}|(?:this|the)\s+event)\s+${verb}\s+(?:(?:now|already|being)\s+)?)?(?:deprecated|obsolete|superseded|discontinued)${partEnds}`,
    ),
    pattern(
      String.raw`${begins}(?:(?:${subject}|(?:this|the)\s+event)\s+)?will (?:soon\s+)?be (?:removed|dropped|retired|deprecated|discontinued)\b`,
    ),
  ],
  ofFields: [
    translated.deprecation,
    pattern(String.raw`\bnow\s+(?:called|named|known\s+as)\s+${quoted}`),
    pattern(
      String.raw`${partBegins}${smallWords}(?<!\b(?:not|never|longer)\s)deprecated${circumstances}${partEnds}`,
    ),
    pattern(
      String.raw`${partBegins}${smallWords}(?<!\b(?:not|never)\s)(?:legacy|retired|scheduled for removal|to be removed|going away|unused|no longer (?:used|in use|sent)|removed(?=\s+(?:in|since|with|as of|from\s+(?:v\.?\d|version|release))\b)|replaced by ${quoted})${circumstances}${ends}`,
    ),
    pattern(`${beginsElsewhere}(?:поле\\s+)?устаре(?:ло|л|ла|ли|вшее|вший|вшая)${endsElsewhere}`),
    pattern(`(?:已经?|即将|将)被?(?:废弃|弃用)${endsElsewhere}`),
    pattern(
      String.raw`(?<!\b(?:not|never|un)[\s-]{0,3})\b(?:obsolete|superseded|discontinued|outdated|phased out|sunset)\b`,
    ),
  ],
  cueHint:
    /recommend|support|废弃|弃用|deprecat|obsolete|supersed|supplant|succeed|discontinu|outdated|phas|sunset|will|['’]ll|plan|intend|legacy|retir|replace|remov|longer|\b(?:un)?use|avoid|stop|rely|prefer|favou?r|renamed|(?:old(?:er)?|former|previous|earlier)\s|compatib|historic|end.of.life|\beol\b|discouraged|going|goes|new(?:er)?\s|any\s?more|switch|migrate|its\s+place|instead|recommended|way\s+out|\bmove|last\s+legs|\bmark|ceases|\bgone\b|\bsuccess|withdrawn|abandon|abolish|disappear|vanish|taken\s+over|build|depend|count|obsolescent|\bto\s+be\b/i,
  cues: [
    cue(
      String.raw`(?:will|shall|going to|plan(?:s|ned)? to|to be|about to|due to|intend to|want to|scheduled to) (?:\w+ ){0,3}?(?:removed?|drop(?:ped)?|retired?|gone|go|disappear|deleted?|eliminated?|decommissioned|(?:taken|pulled|switched|turned) (?:out|off)|shut (?:down|off)|phased? out|sunset|withdrawn?|discontinued?|vanish|deprecated?|stop(?:s|ped)? (?:working|being \w+)|cease|expire)`,
      {
        with: String.raw`in (?:v\.?\s?\d[\d.]*|\d{4}|(?:version|release) \d[\d.]*|(?:a|the|an) (?:future|later|coming|next|following|upcoming)(?: \w+)?|\w+ \d{4})|(?:in|on|by|after|until) (?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)|soon|away|eventually|(?:remove|drop|retire|delete|discontinue) (?:it|this)|stop working`,
        unless: 'from|item|conversation|messages?|audio',
      },
    ),
    cue(
      `${clause}(?:(?:is|are|was|has|been|being|as|marked|considered|declared) ){0,3}deprecated(?! (?:\\w{3,}s|\\w+ing)(?!\\w))`,
    ),
    cue([
      '(?:going|goes|go) away',
      String.raw`end[\s-]of[\s-]life`,
      'eol',
      `phas(?:e|ed|ing) (?:${itself} )?out`,
      `(?:switch|migrat|mov|upgrad)(?:e|es|ed|ing)? (?:over )?to (?:the )?(?:new(?:er)? )?${quoted}`,
      String.raw`sunset\w*`,
      '(?:scheduled|slated|marked|due|planned) for (?:removal|deletion|retirement|deprecation)',
      'on (?:its|the) (?:way out|last legs)',
      '(?:removal|retirement) (?:is )?(?:planned|scheduled|due)',
      '(?:planned|scheduled) removal',
      'support (?:for it )?(?:ends|will end|stops|expires)(?! \\w+s(?!\\w))',
      `${clause}(?:(?:is|was|are|were|has|have|been) ){0,2}(?:withdrawn|abandoned|abolished)\\s*$`,
      `(?:^\\W*|please |should |must )(?:use|send|set|prefer) the new(?:er)? (?:${kindOfField} )?${quoted}`,
      '(?:ceases?|stops?) (?:to (?:work|exist)|working|being (?:sent|supported|accepted))',
      'gone (?:in|with|from|since) (?:v\\.?\\s?\\d|version|release|the next)',
      `(?:successor|replacement) is (?:the )?${quoted}`,
      `(?:works|works too|accepted|there|supported|possible), but ${quoted} is \\w+`,
      `(?:we|you) no longer (?:sends?|emits?|uses?|supports?|accepts?|needs?|reads?|requires?|returns?) ${itself}`,
      '(?:superseded|supplanted|succeeded|replaced|obsoleted|made obsolete) by it',
      `(?:new|newer|future) (?:you|ones?|code|apps?|integrations?) (?:should |must )?(?:uses?|sends?|sets?) ${quoted}`,
      'not (?:recommended|advised|intended|meant)(?: to be used)? (?:any ?more|any longer|(?:for|in) new)',
      'in favou?r of',
      'renamed(?: (?:to|as))?',
      '(?:old|older|former|previous|earlier|legacy) (?:name|spelling|alias|form|way|method|style) (?:of|for|to)',
      `${quoted} (?:replaces|supersedes|succeeds|obsoletes|supplants) ${itself}`,
      `${quoted} (?:has|have) (?:taken over|taken its place|replaced ${itself})`,
      String.raw`(?:kept|retained|here|remains|stays|exists?|there|supported|accepted|left|only|provided|included|maintained) (?:\w+ ){0,3}?for (?:\w+ ){0,2}?(?:backwards?[\s-]compatib\w*|compatib\w*|(?:old|older|legacy|existing|earlier|previous) (?:clients?|apps?|versions?|code|sdks?|integrations?|reasons?|you))`,
      String.raw`for backwards?[\s-]compatibility`,
      '(?:kept|stays|remains|here|there) (?:only )?(?:so that|because(?: of)?) (?:\\w+ ){0,2}?(?:old|older|legacy|existing|earlier)',
      'for historical reasons',
      String.raw`^\W*(?:only |just )?for (?:old|older|legacy|existing|earlier|previous) (?:clients?|you|apps?|versions?|code|sdks?|integrations?)(?: only)?\s*$`,
      String.raw`(?:avoid|not|stop)(?: (?:to )?(?:be )?(?:us(?:e|ed|ing)|rel(?:y|ying) on|send|sent|build on))?(?: ${itself})? (?:any ?more|any longer|(?:in|for) (?:any )?new \w+|in (?:the )?future)`,
      `(?:avoid|stop) (?:using )?${itself}`,
      `not (?:build|rely|depend|count) on ${itself}`,
      '^\\W*obsolescent',
      `${clause}(?:please )?(?:use|see|switch to|prefer|consider) (?:the|our|its) (?:new|newer|replacement|successor)(?: \\w+){0,3} instead\\s*$`,
    ]),
    cue(
      [
        '(?:superseded|supplanted|succeeded|replaced|obsoleted|made obsolete) (?:\\w+ ){0,3}?(?:by|with)',
        'instead of it',
        'tak(?:es?|en|ing) its place',
      ],
      { with: quoted, unless: `${examples}|if|when|not instead|in addition` },
    ),
    cue(
      String.raw`${clause}(?:is (?:going )?to |will (?:soon |then )?)(?:be )?(?:removed|dropped|retired|deleted|disappear|vanish|go away)\s*$`,
    ),
    cue(
      [
        'no longer (?:be |has |have )?(?:any (?:effect|meaning|function|use|purpose)|recommended|maintained|needed|necessary|filled|sent|used|required|populated|in use|relevant|meaningful|advised|updated)',
        String.raw`(?:its )?(?:use|usage|it)?(?: of it)? ?is (?:discouraged|not recommended)`,
        '(?:had|has) its day',
      ],
      { unless: 'if|when|unless|once|after(?! (?:v|version|release|\\d))' },
    ),
    cue(
      `(?:(?<=^\\W{0,40}|[,;]\\s{0,40})|please |you (?:should|must|shall|are to) |better |(?:recommend|advise|encourage|urge|suggest|ask)(?:d|ed)? (?:that you |to |you )?)(?:(?:use|send|set|choose|take|consider|try|prefer|(?:look|see) at) (?:using )?)?(?:the )?(?:new(?:er)? )?(?:${kindOfField} )?${quoted}(?: ${kindOfField})?`,
      {
        with: String.raw`instead(?! of (?!it(?!\w)))|from now on|rather|in (?:all )?new \w+|going forward|over it|(?:new|future) (?:you|integrations?|projects?|code|apps?|applications?|work|development)|prefer (?:the )?(?:new(?:er)? )?${quoted}(?=\s*$)|in its place`,
        unless: `${examples}|to \\w+ \\w+ \\w+|for(?! (?:new|all|future))|if|when`,
      },
    ),
  ],
  isKnown: ({ deprecated }) => deprecated !== undefined,
};
