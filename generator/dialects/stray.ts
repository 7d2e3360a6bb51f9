/** What looks like a statement and stands among words. Each dialect says which of these it looks for. */
import type { InlineText } from '../markdown/inline.ts';
import type { RuleId } from '../diagnostics.ts';
import type { StrayStatement } from './dialect.ts';

/** A kind of statement, and what is reported where one is found. */
export interface Sign {
  rule: RuleId;
  /** Of a text without its marks; `^` is the beginning of a line. */
  pattern: RegExp;
  sentence: string;
  /** Whether code may look like that and mean something else. */
  notInCode?: boolean;
}

/** What signs there are in words, in the order of the page. */
export function signsIn(
  signs: readonly Sign[],
  words: InlineText,
  isCode = false,
): StrayStatement[] {
  return signs
    .filter(({ notInCode }) => !(isCode && notInCode))
    .flatMap(({ rule, pattern, sentence }) =>
      Array.from(words.text.matchAll(pattern), ({ index }) => ({ index, rule, sentence })),
    )
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, rule, sentence }) => ({ rule, place: words.pointAt(index), sentence }));
}

const name = String.raw`(?:(?<!\x60)\x60[^\x60\n]{1,200}\x60|(?<![\w.$-])[\w.$-]{1,200}(?:\[\]|\?)?)\x60{0,2}\s*(?:[:=–—→-]|->)?\s*`;
const plainTypes = 'string|integer|number|boolean|object|array|map|null|unknown';
const bulletSentence =
  'a field, a variant, items or a cut is inside a description; make it a bullet, two spaces to the right of the one that it belongs to.';

/** The bullets of a tree, without their marker or their line: `` `name` (type, required) ``, `Variant (`, `Items:`, `...`. */
export const bulletSigns: readonly Sign[] = [
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
    pattern: /(?<!\w)Variant \([^()\n]{1,200}\)\s*[:：]/g,
    sentence: bulletSentence,
  },
  {
    rule: 'bullet-unknown',
    pattern:
      /(?:^[-\x60]*|[.!?;>][ \t]{1,9}|[ \t][-–—*][ \t]{1,9})(?:Variant \(|Items:)|^[-\x60]*(?:(?:\.\.\.|…)[ \t]*$)/gm,
    sentence: bulletSentence,
    notInCode: true,
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

/** What holds statements in all dialects, in the source of a block: headings and tables that Markdown does not see. */
export const blockSigns: readonly Sign[] = [
  // A heading that lost a blank is text to Markdown, and with it what is below.
  { rule: 'section-unknown', pattern: /^[ \t>]*#{2,6}[^\s#]/gm, sentence: headingSentence },
  { rule: 'section-unknown', pattern: /<h[1-6](?=[\s>])/gi, sentence: headingSentence },
  { rule: 'block-unknown', pattern: /<t(?:able|r|d|h)(?=[\s>])/gi, sentence: tableSentence },
  {
    rule: 'block-unknown',
    pattern: new RegExp(
      [
        String.raw`^[ \t]*-{1,2}8<-{1,2}`,
        String.raw`\{%-?[ \t]*include`,
        String.raw`(?<=^[ \t]*|\[)!INCLUDE\b`,
        String.raw`\{![^{}!\n]{1,200}!\}`,
        String.raw`\{\{[<%#]?[ \t]*(?:include|import|partial|readfile|snippet|transclude)\b`,
        String.raw`(?<!\x60)!\[\[`,
        String.raw`^[ \t]*\.\.[ \t]+\w+::`,
        String.raw`^[ \t]*<<<[ \t]*[@./\w]`,
        String.raw`^[ \t]*@(?:import|include)\b`,
        String.raw`^[ \t]*import\s.{1,200}['"][^'"\n]+\.mdx?['"]`,
      ].join('|'),
      'gim',
    ),
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
