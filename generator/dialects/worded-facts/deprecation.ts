/** How people word that a field, or an event, is on its way out. */
import {
  begins,
  examples,
  circumstances,
  ends,
  beginsElsewhere,
  endsElsewhere,
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
  hint: /устаре|废弃|弃用|deprecated|obsolete|superseded|discontinued|outdated|phased|sunset|legacy|retired|will\s+(?:soon\s+)?(?:be|go)|replaced\s+by|remov|no\s+longer|\bunused|\buse\s|going\s+away/i,
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
    pattern(`${beginsElsewhere}(?:поле\\s+)?устаре(?:ло|л|ла|ли|вшее|вший|вшая)${endsElsewhere}`),
    pattern(`(?:已经?|即将|将)被?(?:废弃|弃用)${endsElsewhere}`),
    pattern(
      String.raw`(?<!\b(?:not|never|un)[\s-]{0,3})\b(?:obsolete|superseded|discontinued|outdated|phased out|sunset)\b`,
    ),
  ],
  cueHint:
    /废弃|弃用|deprecat|obsolete|supersed|supplant|succeed|discontinu|outdated|phas|sunset|will|['’]ll|plan|intend|legacy|retir|replace|remov|longer|\b(?:un)?use|avoid|stop|rely|prefer|favou?r|renamed|(?:old(?:er)?|former|previous|earlier)\s|compatib|historic|end.of.life|\beol\b|discouraged|going|goes|new(?:er)?\s|any\s?more|switch|migrate|its\s+place|instead|recommended|way\s+out|\bmove|last\s+legs|disappear|vanish|taken\s+over|build|depend|count|obsolescent|\bto\s+be\b/i,
  cues: [
    cue(
      String.raw`(?:will|(?:we|it|they)['’]ll|shall|going to|plan(?:s|ned)? to|to be|about to|due to|intend to|want to) (?:\w+ ){0,3}?(?:removed?|drop(?:ped)?|retired?|gone|go|disappear|deleted?|phased? out|sunset|withdrawn?|discontinued?|vanish|deprecated?)`,
      {
        with: String.raw`in (?:v\.?\s?\d[\d.]*|(?:version|release) \d[\d.]*|(?:a|the) (?:future|later|coming|next|following)(?: \w+)?|\w+ \d{4})|soon|away|eventually|(?:remove|drop|retire|delete|discontinue) (?:it|this)`,
        unless: 'from|item|conversation|messages?|audio',
      },
    ),
    cue([
      '(?:going|goes|go) away',
      String.raw`end[\s-]of[\s-]life`,
      'eol',
      'phas(?:ed|ing) out',
      String.raw`sunset\w*`,
      '(?:scheduled|slated|marked|due) for (?:removal|deletion|retirement)',
      'on (?:its|the) (?:way out|last legs)',
      'removal (?:is )?(?:planned|scheduled|due)',
      '(?:planned|scheduled) removal',
    ]),
    cue('(?:superseded|supplanted|succeeded|replaced|obsoleted|made obsolete) (?:by|with)', {
      with: quoted,
      unless: examples,
    }),
    cue(['(?:in|takes?|taken|taking) its place', 'instead of (?:it|this)'], {
      with: quoted,
      unless: examples,
    }),
    cue(`${quoted} (?:replaces|supersedes|succeeds|obsoletes|supplants) (?:it|this)`),
    cue(String.raw`not recommended (?:any\s?more|any longer|for new)`),
    cue([
      'in favou?r of',
      'renamed(?: (?:to|as))?',
      '(?:old|former|previous|earlier|legacy) (?:name|spelling|alias|form) (?:of|for)',
    ]),
    cue([
      String.raw`(?:kept|retained|here|remains|exists?|there|supported|accepted|left|only|still) (?:\w+ ){0,3}?for (?:\w+ ){0,2}?(?:backwards?[\s-]compatib\w*|compatib\w*|(?:old|older|legacy|existing|earlier|previous) (?:clients?|apps?|versions?|code|sdks?|integrations?|reasons?))`,
      String.raw`for backwards?[\s-]compatibility`,
      'for historical reasons',
    ]),
    cue([
      String.raw`(?:avoid|do not|don['’]t|should not|shouldn['’]t|must not|better not|please stop)(?: (?:be )?(?:us(?:e|ed|ing)|rel(?:y|ying) on|send|build on))?(?: (?:it|this|that))?(?: ${kindOfField})? (?:any\s?more|any longer|in new \w+|in (?:the )?future)`,
      'avoid (?:using )?(?:it|this)',
      'stop using (?:it|this)',
      "(?:do not|don['’]t|never|better not) (?:build|rely|depend|count) on (?:it|this)",
      String.raw`^\W*(?:(?:it|this)(?: ${kindOfField})? )?(?:is (?:going )?to |will (?:soon |also |then )?)(?:be )?(?:removed|dropped|retired|deleted|disappear|vanish|go away)\s*$`,
      `(?:look|see) at ${quoted} instead`,
      `${quoted} has taken over`,
      '^\\W*obsolescent',
      String.raw`not (?:to be )?(?:used|meant|intended) (?:in|for) new \w+`,
    ]),
    cue(
      [
        'no longer (?:recommended|maintained|needed|filled|sent|used|required|populated|in use|relevant|meaningful|advised|updated)',
        '(?:is|are|its use is) (?:strongly )?discouraged',
        '(?:use|usage) (?:is |of (?:it|this) is )?(?:strongly )?(?:discouraged|not recommended)',
        '(?:had|has) its day',
      ],
      { unless: 'if|when|unless|once' },
    ),
    cue(
      [
        String.raw`(?:^\W*|,\s*|please |(?:new|all) (?:clients?|apps?|code|users?|integrations?) (?:should|must|shall|are to) |you should |better )(?:use|send|set|choose|take|consider|try) (?:the )?(?:new(?:er)? )?(?:${kindOfField} )?${quoted}(?: ${kindOfField})?\s*(?:instead|from now on|rather|in new \w+|going forward)`,
        String.raw`(?:^\W*|,\s*|please |better )(?:prefer|switch to|migrate to|move to) (?:the )?(?:new(?:er)? )?${quoted}\s*(?:$|over this|now)`,
        `(?:new|all) (?:clients?|apps?|code|users?|integrations?) (?:should|must|shall|are to) (?:use|prefer|send|set) ${quoted}`,
      ],
      { unless: `${examples}|to \\w+ \\w+|for|if|when` },
    ),
  ],
  isKnown: ({ deprecated }) => deprecated !== undefined,
};
