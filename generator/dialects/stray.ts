/** What looks like a statement and stands among words. Each dialect says which of these it looks for. */
import type { InlineText } from '../markdown/inline.ts';
import type { RuleId } from '../diagnostics.ts';
import { perText } from '../per-text.ts';
import type { StrayStatement } from './dialect.ts';
import { matchesOf } from './worded-facts/wording.ts';

/** A kind of statement, and what is reported where one is found. */
export interface Sign {
  rule: RuleId;
  /** Of a text without its marks; `^` is the beginning of a line. */
  pattern: RegExp;
  sentence: string;
  /** Whether code may look like that and mean something else. */
  notInCode?: boolean;
}

/** Where in a text the sign is. Publishers repeat their texts, and a search takes long. */
function placesIn(sign: Sign, text: string): readonly number[] {
  const known = searches.get(sign);
  const search = known ?? perText((one) => matchesOf(sign.pattern, one).map(({ index }) => index));
  if (!known) searches.set(sign, search);
  return search(text);
}

const searches = new WeakMap<Sign, (text: string) => readonly number[]>();

/** What signs there are in words, in the order of the page. */
export function signsIn(
  signs: readonly Sign[],
  words: InlineText,
  isCode = false,
): StrayStatement[] {
  return signs
    .filter(({ notInCode }) => !(isCode && notInCode))
    .flatMap((sign) =>
      placesIn(sign, words.text).map((index) => ({
        index,
        rule: sign.rule,
        sentence: sign.sentence,
      })),
    )
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, rule, sentence }) => ({ rule, place: words.pointAt(index), sentence }));
}

const name = String.raw`(?:(?<!\x60)\x60[^\x60\n]{1,200}\x60|(?<![\w.$-])[\w.$-]{1,200}(?:\[\]|\?)?)\x60{0,2}\s*(?:[:=–—→-]|->)?\s*`;
const plainTypes = 'string|integer|number|boolean|object|array|map|null|unknown';
/** Types as other notations and languages call them. */
const anyType = String.raw`(?:${plainTypes}|str|int(?:\d\d)?|uint\d*|long|float|double|decimal|bool|dict(?:ionary)?|list|record|tuple|optional|any|enum|date(?:-?time)?|timestamp|uuid|uri|url|json|bytes?|zeichenkette|ganzzahl|zahl|строка|число|chaîne|entier|nombre|cadena|número|文字列|数値|字符串|数字)(?![\p{L}\p{N}_])`;
/** What says, in any language, whether a field is required. */
const anyRequiredness =
  '(?:required|optional|mandatory|erforderlich|pflicht|обязательн|необязательн|obligatoire|facultatif|obligatorio|opcional|必須|任意|必填|选填|可选)';
/** A field as a row of a table, perhaps without the bars around it: `name | string | Words.` Several types are none. */
export const rowOfField = String.raw`^[ \t]*(?:\|[ \t]*)?(?:\x60[^\x60|\n]{1,60}\x60|(?!(?:${plainTypes})\b)[\w.$+-]{1,60})[ \t]*\|[ \t]*\x60?${anyType}[^|\n]{0,60}\|`;
const kindsOfField = '(?:field|property|parameter|attribute|key|argument)';
const bulletSentence =
  'a field, a variant, items or a cut is inside a description; make it a bullet, two spaces to the right of the one that it belongs to.';

/** How something may be written, as the source of a pattern, and an example of it. */
export interface Notation {
  example: string;
  source: string;
}

function anyOf(notations: readonly Notation[], flags: string): RegExp {
  return new RegExp(notations.map(({ source }) => source).join('|'), flags);
}

/** Fields in other notations than those of dialects, and in words. */
export const fieldNotations: readonly Notation[] = [
  {
    example: '`name` (int): Words.',
    source: String.raw`^(?:\x60[^\x60\n]{1,200}\x60|["“']?[\w.$-]{1,60}["”']?)\??[ \t]*:{0,2}[ \t]*[([{<（]\x60?(?:${anyType}|['"][^'"\n]{1,40}['"]\s*\||[^\n()（）]{0,60}${anyRequiredness})[^()\n]{0,200}[)\]}>）](?!\.)`,
  },
  {
    example: '`name`: str, required',
    source: String.raw`^\x60[^\x60\n]{1,200}\x60\??[ \t]*(?::{0,2}|[–—→-]|->)[ \t]*\x60?${anyType}\x60?(?:\s*(?:[:,.;|]|$)|\s+[–—-]\s|\s+\x60?${anyRequiredness})`,
  },
  {
    example: 'name: string',
    source: String.raw`^[\w.$]{1,60}\??:{1,2}[ \t]+\x60?(?:${plainTypes}|str|int|float|double|bool|dict)\x60?\s*(?:[,.;|]|$|[–—-]\s)`,
  },
  {
    example: 'Words `name: string` words',
    source: String.raw`(?<!\x60)\x60[\w.$]{1,60}\??:[ \t]*(?:(?!null|any)${anyType}|['"][^'"\x60\n]{1,40}['"]\s*\|)[^\x60\n]{0,200}\x60`,
  },
  {
    example: 'Words `name` (a string) words',
    source: String.raw`(?<!\x60)\x60[\w.$]{1,60}\x60\s*\((?:an?\s+)?(?:(?:required|optional)\s+)?${anyType}\)`,
  },
  {
    example: 'the field `name`, a string',
    source: String.raw`\b${kindsOfField}s?\s+\x60[\w.$]{1,60}\x60[^.\n]{0,40}\s(?:of\s+type|an?)\s+(?:${anyRequiredness}\s+)?${anyType}`,
  },
  {
    example: 'the `name` field of type string',
    source: String.raw`\x60[\w.$]{1,60}\x60\s+${kindsOfField},?\s+(?:of\s+type|an?)\s+(?:${anyRequiredness}\s+)?${anyType}`,
  },
  {
    example: 'New: `name`, a string',
    source: String.raw`^(?:new|added|also)\b[^.\n]{0,20}\x60[\w.$]{1,60}\x60,?\s+(?:of\s+type|an?)\s+${anyType}`,
  },
  {
    example: '@param name',
    source: String.raw`(?<!\S)(?:@(?:param|property|prop|arg|field)|:param)\s+\S`,
  },
];

/** Fields, without the marker of their bullet, or their line: `` `name` (type, required) ``, `` `name`: type ``. */
export const signsOfFields: readonly Sign[] = [
  {
    rule: 'bullet-unknown',
    pattern: new RegExp(
      String.raw`${name}[([{（][^()（）]{1,200}[,;，；]\s*(?:required|optional)\s*[,;)\]}，）]`,
      'gi',
    ),
    sentence: bulletSentence,
  },
  {
    rule: 'bullet-unknown',
    pattern: new RegExp(
      String.raw`^\x60[^\x60\n]{1,200}\x60\s*:?\s*\((?:required|optional|(?:${plainTypes})\b[^(),]{0,200})\)`,
      'gim',
    ),
    sentence: bulletSentence,
  },
  {
    rule: 'bullet-unknown',
    pattern: new RegExp(
      String.raw`^\x60[^\x60\n]{1,200}\x60\s*(?:[:–—→-]|->)?\s*[([{（]?(?:${plainTypes})\b(?:[^\n.;:()]{0,200},\s*(?:required|optional)\b|\s*(?:[:.;]|$))`,
      'gim',
    ),
    sentence: bulletSentence,
  },
  {
    rule: 'bullet-unknown',
    pattern: anyOf(fieldNotations, 'gimu'),
    sentence: bulletSentence,
    notInCode: true,
  },
];

/** A row of a table of fields, where none is. */
const signOfRow: Sign = {
  rule: 'bullet-unknown',
  pattern: new RegExp(rowOfField, 'gimu'),
  sentence: bulletSentence,
  notInCode: true,
};

/** The bullets of a tree, without their marker or their line: fields, `Variant (`, `Items:`, `...`. */
export const bulletSigns: readonly Sign[] = [
  ...signsOfFields,
  signOfRow,
  {
    rule: 'bullet-unknown',
    pattern: /(?<!\w)Variant \([^()\n]{1,200}\)\s*[:：]/g,
    sentence: bulletSentence,
  },
  {
    rule: 'bullet-unknown',
    pattern: /(?:^[-\x60]*|[.!?;>][ \t]{1,9}|[ \t][-–—*][ \t]{1,9})(?:Variant \(|Items:)/gm,
    sentence: bulletSentence,
    notInCode: true,
  },
  {
    rule: 'bullet-unknown',
    pattern:
      /(?<=^[ \t]*(?:[-*+•][ \t]*)?|[.!?;:][ \t]{1,9}|[ \t][-–—*+•][ \t]{1,9})[\x60$]*(?:\.\.\.|…)[\x60$]*(?=[ \t|]*$)|\x60(?:[-*+][ \t]+)?(?:\.\.\.|…)\x60(?=[ \t]*$)/gm,
    sentence: bulletSentence,
    notInCode: true,
  },
  // A quotation that is a cut and nothing else; among other lines, dots stand for what is left out of them.
  {
    rule: 'bullet-unknown',
    pattern: /(?<=^\s*(?:[-*+•][ \t]*)?)(?:\.\.\.|…|Items:)(?=\s*$)/g,
    sentence: bulletSentence,
  },
];

export const headingSentence =
  'a heading is inside the description; write it on a line of its own, as "## Name" or "## Name {#Name}".';
export const tableSentence =
  'a table inside a description is not read; move it, or write it as sentences.';
const markSentence = 'a table mark is inside the description; remove it.';

/** What components that show a field are given. */
const attributesOfFields =
  'body|default|field|items?|name|optional|param(?:eter)?|path|prop(?:erty)?|query|required|type';

/** How programs that build sites write that another file is to be put here. */
export const includeNotations: readonly Notation[] = [
  {
    example: '--8<-- "words.md"',
    source: String.raw`^[ \t]*-{1,2}8<-{1,2}`,
  },
  {
    example: '{% include "words.md" %}',
    source: String.raw`\{%-?[ \t]*include`,
  },
  {
    example: '[!INCLUDE [words](words.md)]',
    source: String.raw`(?<=^[ \t]*|\[)!INCLUDE\b`,
  },
  {
    example: '{!words.md!}',
    source: String.raw`\{![^{}!\n]{1,200}!\}`,
  },
  {
    example: '{{< include "words.md" >}}',
    source: String.raw`\{\{[<%#]?[ \t]*(?:include|import|partial|readfile|snippet|transclude)\b`,
  },
  {
    example: '![[words]]',
    source: String.raw`(?<!\x60)!\[\[`,
  },
  {
    example: '.. include:: words.rst',
    source: String.raw`^[ \t]*\.\.[ \t]+\w+::`,
  },
  {
    example: '<<< @/words.md',
    source: String.raw`^[ \t]*<<<[ \t]*[@./\w]`,
  },
  {
    example: '@import "words.md"',
    source: String.raw`^[ \t]*@(?:import|include)\b`,
  },
  {
    example: "import Words from './words.md'",
    source: String.raw`^[ \t]*import\s.{1,200}['"][^'"\n]+\.mdx?['"]`,
  },
];

/** What holds statements in all dialects, in the source of a block: headings and tables that Markdown does not see. */
export const blockSigns: readonly Sign[] = [
  // A heading that lost a blank is text to Markdown, and with it what is below.
  {
    rule: 'section-unknown',
    pattern: /^[ \t>]*#{2,6}[^\s#]/gm,
    sentence: headingSentence,
  },
  { rule: 'section-unknown', pattern: /<h[1-6](?=[\s>])/gi, sentence: headingSentence },
  { rule: 'block-unknown', pattern: /<t(?:able|r|d|h)(?=[\s>])/gi, sentence: tableSentence },
  {
    rule: 'block-unknown',
    pattern: anyOf(includeNotations, 'gim'),
    sentence:
      'this takes in another file, which is not read; build the page first, or put the text here.',
  },
  {
    rule: 'block-unknown',
    pattern: new RegExp(
      String.raw`(?<![\x60\w])<[A-Z]\w*(?:\s[^<>]{0,1000})?/>|(?<![\x60\w])<[A-Z]\w*\s[^<>]{0,500}(?<=\s)(?:${attributesOfFields})(?=[\s=>])`,
      'g',
    ),
    sentence:
      'a component, of which a site makes what people see, is not read; write what it says as Markdown.',
  },
];

/** The line below the head of a table, where Markdown sees none: right below a bullet, it is words. */
export const lostTableSign: Sign = {
  rule: 'block-unknown',
  pattern: /^[ \t>]*\|[ \t]*:?-+:?[ \t]*\|[-:| \t]*$/gm,
  sentence: tableSentence,
};

/** What declares types in code: fields, but not as any dialect has them. */
export const codeSigns: readonly Sign[] = [
  {
    rule: 'block-unknown',
    pattern:
      /^[ \t]*(?:export[ \t]+)?(?:interface|class|struct|message|enum|type)[ \t]+\w+.{0,200}[{:=]|["']?\bproperties["']?[ \t]*:[ \t]*(?:\{|$)|\bz\.object\(|^[ \t]*["']?type["']?:[ \t]*["']?(?:string|integer|number|boolean|object|array)\b["']?,?[ \t]*$/gm,
    sentence:
      'code inside a description is not read, and this declares fields; write them as docs of this dialect do.',
  },
];

/** A heading with an anchor, or the mark of a YFM table, that lost a character; what stands below it is words as well. */
export const structureSigns: readonly Sign[] = [
  {
    rule: 'section-unknown',
    pattern: /^.*\{#[^}\s]{1,200}\}[ \t]*$/gm,
    sentence: headingSentence,
  },
  {
    rule: 'table-stray-text',
    pattern: /^[ \t]*(?:#\||\|#)/gm,
    sentence: markSentence,
  },
  {
    rule: 'table-stray-text',
    pattern: /^[ \t]*\|\||\|\|[^|\n]{1,200}\|[^|\n]{1,1000}\|\|/gm,
    sentence: markSentence,
    notInCode: true,
  },
];
