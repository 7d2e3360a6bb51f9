/** Ways to damage one line of a page, each as a slip of the hand or a change of the publisher's might. */

/** A way to damage a line. */
export interface Mutation {
  kind: string;
  /** What the line may become; `undefined`: it is gone. Nothing where the line has no such part. */
  apply: (line: string, next: string) => readonly (string | undefined)[];
  /** It takes the place of two lines: `next` is gone. */
  joins?: boolean;
  /** It moves what the line says: what the model states stays the same, or a diagnostic says that it does not. */
  moves?: boolean;
}

/** A line by what it is: the lines that these match are structure. */
const heading = /^#{1,6} /;
const bullet = /^\s*[-*+] /;
const tableLine = /^\s*(?:#\||\|#|\|\|)|\|\|\s*$/;
const fact = /\b(?:Enum|Minimum|Maximum|Default): /;
const required = /\bRequired field\./;
const flag = /\[[A-Z][A-Z ]+\]/;
const fence = /^\s*```/;
const anchorTag = /^<a id="[^"]*"><\/a>$/;
const schemaName = /^Schema name: /;
/** A bullet that is one code span and nothing else. */
const span = /^\s*- `[^`]+`$/;
/** A row of a table of GitHub, or the line below its heading row. */
const row = /^\|(?![|#]).*\|\s*$/;
const request = /^POST |^\*\*Request schema/;
const typeName =
  /(?<=^\s*- (?:`[^`]+` \([^()]*)?|^\|\| [^|]*\|.*)\b(?:string|integer|number|boolean|object|array|null|enum|map|Any of|One of|Variant|Items)\b(?=[^()]*, (?:required|optional)\)|[:*) ]|$)/g;

/** Replaces what a pattern matches, once for each of its matches. */
function each(pattern: RegExp, ...replacements: string[]): Mutation['apply'] {
  const all = new RegExp(pattern, 'g');
  return (line) =>
    Array.from(line.matchAll(all)).flatMap(({ index }) =>
      replacements.map((replacement) => {
        const one = new RegExp(pattern, 'y');
        one.lastIndex = index;
        return line.replace(one, replacement);
      }),
    );
}

/** Only for the lines that a pattern matches. */
function where(pattern: RegExp, apply: Mutation['apply']): Mutation['apply'] {
  return (line, next) => (pattern.test(line) ? apply(line, next) : []);
}

/** Swaps the last two letters of a word, or doubles them when they are alike. */
function misspelt(word: string): string {
  const last = word.slice(-1);
  const before = word.slice(-2, -1);
  return last === before ? `${word}${last}` : `${word.slice(0, -2)}${last}${before}`;
}

/** Misspells what a pattern matches, one match at a time. */
function misspelling(pattern: RegExp): Mutation['apply'] {
  return (line) =>
    Array.from(
      line.matchAll(pattern),
      ({ 0: word, index }) =>
        line.slice(0, index) + misspelt(word) + line.slice(index + word.length),
    );
}

const structural = [
  heading,
  bullet,
  tableLine,
  row,
  fact,
  required,
  flag,
  fence,
  request,
  anchorTag,
  schemaName,
];
const field = /^\s*- `[^`]+` \(/;
const cell = /^\s*\|\| /;

/** Where a line may end up: `…` stands for it, and `^` for its indentation. */
const nodes: Readonly<Record<string, string>> = {
  'a quote': '^> …',
  'a list': '^- …',
  'an ordered list': '^1. …',
  'a heading': '^### …',
  'a paragraph of HTML': '^<p>…</p>',
  'a list of HTML': '^<ul>\n^<li>…</li>\n^</ul>',
  details: '^<details>\n^…\n^</details>',
  'details with blank lines': '^<details>\n\n^…\n\n^</details>',
  'a note': '^{% note info %}\n\n^…\n\n^{% endnote %}',
  'an alert': '^> [!WARNING]\n^> …',
  'a quote in a quote': '^> > …',
  'a definition list': '^<dl><dt>Words</dt><dd>…</dd></dl>',
  'a tag of code': '^Words <kbd>…</kbd>',
  'a comment': '^<!-- … -->',
  'a comment beside text': '^Words <!-- … --> of it.',
  'a footnote': '^[^1]: …',
  emphasis: '^**…**',
  'a fence': '^```\n^…\n^```',
  'a table': '^| … |\n^|---|',
  'the end of a comment that never ends': '^<!-- …',
};

/** What a line says without the marks that make it structure. */
function bareLine(line: string): string {
  return line.replace(/^\s*(?:- |\|\| )?/, '').replace(/\s*\|\|$/, '');
}

function movedInto(node: string, indentation: string, line: string): string {
  return node.replaceAll('^', indentation).replace('…', () => line);
}

/** Lines that state a field, a value, a variant, a mark or a flag by themselves; a row is one of fields. */
const statement =
  /^\s*- (?:`|Variant|Items|\.\.\.)|^\s*- `[^`]+`(?: \|\|)?$|^Required field\.|^\|(?:[^|\n]*\|){2,}$/;

/** What sentences state in `openai-reference` and in the cells of `gfm-tables`. */
const phrase =
  /(?<=[.|>]\s*)(?:Required|Optional|Defaults to `[^`]+`|(?:Allowed|Possible) values(?: are)?: [^.|]+|This property is nullable|(?:Must be )?[Bb]etween -?[\d.]+ and -?[\d.]+)\.(?=\s)/;

/** Where a phrase may end up within its line. */
const inLine: Readonly<Record<string, string>> = {
  emphasis: '*…*',
  'bold text': '**…**',
  'a link': '[…](https://example.com/)',
  'struck out text': '~~…~~',
  'a tag of code': '<kbd>…</kbd>',
  'a list of HTML': '<ul><li>…</li></ul>',
  details: '<details>…</details>',
  brackets: '(…)',
  'a comment beside text': '<!-- … -->',
};

const movedPhrases = Object.entries(inLine).map(([name, node]): Mutation => ({
  kind: `phrase moved into ${name}`,
  moves: true,
  apply: each(
    phrase,
    node.replace('…', () => '$&'),
  ),
}));

const movedLines = Object.entries(nodes).flatMap(([name, node]): Mutation[] => [
  {
    kind: `line moved into ${name}`,
    moves: true,
    apply: where(statement, (line) => [
      movedInto(node, /^\s*/.exec(line)?.[0] ?? '', line.trimStart()),
    ]),
  },
  {
    kind: `line moved into ${name}, without its marker`,
    moves: true,
    apply: where(statement, (line) => [
      movedInto(node, /^\s*/.exec(line)?.[0] ?? '', bareLine(line)),
    ]),
  },
  {
    kind: `fact or flag moved into ${name}`,
    moves: true,
    apply: (line) => moveEnd(line, (end, indentation) => movedInto(node, indentation, end)),
  },
  {
    kind: `fact or flag moved into ${name}, below words`,
    moves: true,
    apply: (line) =>
      moveEnd(line, (end, indentation) => movedInto(node, indentation, `Words. ${end}`)),
  },
]);

/** What ends a line and states something: facts, a flag. */
const end =
  /\s((?:(?:Enum|Minimum|Maximum|Default): (?:(?!Enum|Minimum|Maximum|Default: ).)+\.)+|'?\[[A-Z][A-Z ]+\]'?)$/;

function moveEnd(line: string, move: (end: string, indentation: string) => string): string[] {
  const match = end.exec(line);
  // In a heading and in a cell, it would belong to something else.
  if (!match || heading.test(line) || cell.test(line)) return [];
  const [{ length }] = /^\s*(?:- )?/.exec(line) ?? [''];
  return [`${line.slice(0, match.index)}\n\n${move(match[1] ?? '', ' '.repeat(length))}`];
}

/** Where facts may follow at the end of a description. */
const lastBlocks: Readonly<Record<string, string>> = {
  'a list': '^- one\n^- two. …',
  'a nested list': '^- one\n^  - two. …',
  'an ordered list': '^1. one\n^2. two. …',
  'a quote': '^> Words.\n^>\n^> Words. …',
  'a list in a quote': '^> - one\n^> - two. …',
  'a table': '^| a | b |\n^|---|---|\n^| c | d |\n^…',
};

/** Ways to damage what is one code span: a field, a type, a value. */
const spans: Mutation[] = [
  { kind: 'anchor tag: misspelt', apply: each(/^(<a id="[^"]+)"/, '$1x"') },
  { kind: 'anchor tag: emptied', apply: each(/^<a id="[^"]+"/, '<a id=""') },
  {
    kind: 'anchor tag: mark dropped',
    apply: where(anchorTag, each(/[<>"=/]|^<a(?= )| id|<\/a>/, '')),
  },
  { kind: 'schema name: label misspelt', apply: where(schemaName, misspelling(/Schema|name/g)) },
  { kind: 'schema name: colon dropped', apply: each(/^Schema name:/, 'Schema name') },
  { kind: 'schema name: code mark dropped', apply: where(schemaName, each(/`/, '')) },
  { kind: 'schema name: misspelt', apply: where(schemaName, each(/`$/, 'x`')) },
  { kind: 'schema name: dropped', apply: each(/^Schema name: .+/, 'Schema name:') },
  ...[
    { kind: 'colon dropped', apply: each(/(?<=- `[\w.]+):/, '') },
    { kind: 'colon behind a blank', apply: each(/(?<=- `[\w.]+):/, ' :') },
    { kind: 'blank dropped', apply: each(/(?<=- `[\w.]+:) /, '') },
    { kind: 'field misspelt', apply: each(/(?<=- `[\w.]+):/, 'x:') },
    { kind: 'field in two words', apply: each(/(?<=- `\w)(?=\w+:)/, ' ') },
    { kind: 'field dropped', apply: each(/(?<=- `)[\w.]+: /, '') },
    { kind: 'optional misspelt', apply: misspelling(/(?<=: )optional/g) },
    { kind: 'optional dropped', apply: each(/(?<=: )optional /, '') },
    { kind: 'optional added', apply: each(/(?<=- `[\w.]+: )(?!optional)/, 'optional ') },
    { kind: 'optional behind', apply: each(/(?<=: )optional (.+)`/, '$1 optional`') },
    {
      kind: 'word misspelt',
      apply: misspelling(
        /\b(?:string|number|integer|boolean|unknown|null|array|of|or|map|object|more)\b(?!:)/g,
      ),
    },
    { kind: 'word dropped', apply: each(/ (?:array of|of|or|null|object|more)\b/, '') },
    { kind: 'word joined', apply: each(/(?<=\b(?:array|of|or|object|optional)) /, '') },
    { kind: 'or in another way', apply: each(/ or /, ' | ', ', ', ' and ') },
    { kind: 'name misspelt', apply: each(/(?<=\b[A-Z]\w+)(?=[ `\]])/, 'x') },
    { kind: 'name in small letters', apply: each(/(?<=[ `])[A-Z]\w+(?=[ `])/, 'name') },
    { kind: 'name dropped', apply: each(/(?<=- `)[A-Z]\w+ (?:= )?/, '') },
    { kind: 'equals dropped', apply: each(/ =/, '') },
    { kind: 'value misspelt', apply: each(/(?<="[^"`]+)"(?=[ `])/, 'x"') },
    { kind: 'quote dropped', apply: each(/"/, '') },
    { kind: 'other quote', apply: each(/"([^"`]*)"/, "'$1'") },
    { kind: 'alternative dropped', apply: each(/ or (?:"[^"`]*"|[\w.]+)(?=[ `])/, '') },
    { kind: 'null dropped', apply: each(/ +or null`/, '`') },
    { kind: 'null added', apply: each(/(?<! or null)`$/, ' or null`') },
    { kind: 'listed field misspelt', apply: each(/(?<=\{(?: \w+,)* \w+)(?=[, ])/, 'x') },
    { kind: 'listed field dropped', apply: each(/(?<=\{(?: \w+,)*) [a-z]\w*,/, '') },
    { kind: 'comma dropped', apply: each(/,(?= \w)/, '') },
    { kind: 'brace dropped', apply: each(/ ?[{}]/, '') },
    { kind: 'bracket dropped', apply: each(/[[\]]/, '') },
    { kind: 'count too high', apply: each(/\b\d+(?= more\b)/, '99') },
    { kind: 'count too low', apply: each(/\b\d+(?= more\b)/, '0') },
    { kind: 'count dropped', apply: each(/(?:,| or) \d+ more\b/, '') },
    { kind: 'words behind it', apply: each(/`$/, '` Words.', '`: words', '` (words)') },
    { kind: 'two spans', apply: each(/(?<=- `[\w.]+:) /, '` `') },
    { kind: 'only the name in code', apply: each(/(?<=- `[\w.]+)(: .*)`$/, '`$1') },
    { kind: 'emphasised', apply: each(/`.*`$/, '**$&**', '*$&*') },
    { kind: 'a line of its own', apply: each(/^(\s*)- `/, '$1-\n$1  `') },
    { kind: 'a blank in front', apply: each(/- `/, '- ` ') },
    { kind: 'said twice', apply: each(/^.*$/, '$&\n$&') },
  ].map(({ kind, apply }) => ({ kind: `span: ${kind}`, apply: where(span, apply) })),
];

/** Every way, in a fixed order. */
export const mutations: readonly Mutation[] = [
  ...movedLines,
  ...movedPhrases,
  ...Object.entries(lastBlocks).map(([name, block]): Mutation => ({
    kind: `facts behind ${name}`,
    moves: true,
    apply: (line) => moveEnd(line, (facts, indentation) => movedInto(block, indentation, facts)),
  })),
  {
    kind: 'bullet: joined with the next',
    joins: true,
    moves: true,
    apply: (line, next) =>
      bullet.test(line) && bullet.test(next)
        ? [
            `${line} ${next.trim()}`,
            `${line} ${bareLine(next)}`,
            `${line.replace(/\.$/, '')}; ${bareLine(next)}`,
          ]
        : [],
  },
  {
    kind: 'bullet: split behind its name',
    moves: true,
    apply: each(/^(\s*)(- `[^`]+`) /, '$1$2\n$1  ', '$1$2\n\n$1  ', '$1$2\n$1- '),
  },
  {
    kind: 'bullet: split behind its type',
    moves: true,
    apply: each(/^(\s*)(- `[^`]+` \([^()]*\):?) /, '$1$2\n$1  ', '$1$2\n\n$1  ', '$1$2\n$1- '),
  },
  {
    kind: 'list of values in two parts',
    moves: true,
    apply: each(/^(\s*)(Enum: .*)?('[^']*'), ('[^']*')/, '$1$2$3.\n\n$1or $4'),
  },
  {
    kind: 'fact: emphasised',
    moves: true,
    apply: each(
      /\b(Enum|Minimum|Maximum|Default): /,
      '**$1:** ',
      '**$1**: ',
      '*$1:* ',
      '__$1:__ ',
      '<b>$1:</b> ',
      '`$1:` ',
    ),
  },
  {
    kind: 'name: dressed',
    apply: where(
      /^\s*- `[^`]+` \(|^\|\| [\w.]+ \|/,
      each(
        /^(\s*- |\|\| )`?([\w.]+)`?(?= )/,
        '$1`$2`',
        '$1`$2 `',
        '$1`$2[]`',
        '$1`$2?`',
        '$1**$2**',
      ),
    ),
  },
  {
    kind: 'line deleted',
    apply: (line) => (structural.some((pattern) => pattern.test(line)) ? [undefined] : []),
  },
  { kind: 'heading: mark dropped', apply: each(/^#+ /, '') },
  { kind: 'heading: blank dropped', apply: each(/^(#+) /, '$1') },
  { kind: 'heading: one level down', apply: each(/^#/, '##') },
  { kind: 'heading: one level up', apply: each(/^##/, '#') },
  { kind: 'heading: misspelt', apply: where(heading, misspelling(/[A-Za-z_]{3,}/g)) },
  { kind: 'heading: small letters', apply: where(/^#{1,6} [A-Z]/, (line) => [line.toLowerCase()]) },
  { kind: 'bullet: marker dropped', apply: each(/^(\s*)- /, '$1') },
  { kind: 'bullet: blank dropped', apply: each(/^(\s*)- /, '$1-') },
  { kind: 'bullet: other marker', apply: each(/^(\s*)- /, '$1* ', '$1+ ', '$11. ') },
  { kind: 'bullet: one blank more', apply: each(/^(\s*)- /, ' $1- ') },
  { kind: 'bullet: one blank less', apply: each(/^ (\s*)- /, '$1- ') },
  { kind: 'bullet: two blanks more', apply: each(/^(\s*)- /, '  $1- ') },
  { kind: 'bullet: two blanks less', apply: each(/^  (\s*)- /, '$1- ') },
  { kind: 'bullet: five blanks more', apply: each(/^(\s*)- /, '     $1- ') },
  { kind: 'bullet: a tab before it', apply: each(/^(\s*)- /, '$1\t- ') },
  { kind: 'field: name misspelt', apply: where(field, each(/^(\s*- `[^`]+)`/, '$1x`')) },
  {
    kind: 'field: backtick dropped',
    apply: each(/^(\s*- `[^`]+)`(?= \()|^(\s*- )`(?=[^`]+` \()/, '$1$2'),
  },
  {
    kind: 'field: bracket dropped',
    apply: each(/^(\s*- `[^`]+` )\(|^(\s*- `[^`]+` \([^()]*)\)/, '$1$2'),
  },
  { kind: 'field: comma dropped', apply: where(field, each(/, (required|optional)\)/, ' $1)')) },
  {
    kind: 'field: mark misspelt',
    apply: where(field, misspelling(/(?<=, )(?:required|optional)(?=\))/g)),
  },
  { kind: 'field: mark dropped', apply: where(field, each(/, (?:required|optional)\)/, ')')) },
  { kind: 'field: other mark', apply: where(field, each(/, required\)/, ', optional)')) },
  { kind: 'field: colon dropped', apply: where(field, each(/(, (?:required|optional)\)):/, '$1')) },
  { kind: 'link: target misspelt', apply: each(/\]\(([^)\s]+)\.md\)/, '](x$1.md)') },
  { kind: 'link: bracket dropped', apply: where(/\]\([^)\s]+\.md\)/, each(/[[\]()]/, '')) },
  { kind: 'link: anchor misspelt', apply: each(/\]\(#(\w+)\)/, '](#$1x)') },
  { kind: 'link: anchor mark dropped', apply: each(/\]\(#(\w+)\)/, ']($1)') },
  { kind: 'anchor: misspelt', apply: each(/\{#([^}]+)\}/, '{#$1x}') },
  { kind: 'anchor: brace dropped', apply: where(/\{#[^}]+\}/, each(/[{}]/, '')) },
  { kind: 'anchor: mark dropped', apply: each(/\{#/, '{') },
  { kind: 'anchor: dropped', apply: each(/ \{#[^}]+\}/, '') },
  { kind: 'table: delimiter dropped', apply: each(/^\s*(?:#\||\|#)\s*$/, '') },
  { kind: 'table: delimiter halved', apply: where(/^\s*(?:#\||\|#)\s*$/, each(/[#|]/, '')) },
  { kind: 'table: delimiter repeated', apply: each(/^(?:#\||\|#)$/, '$&\n$&') },
  { kind: 'table: bars dropped', apply: each(/\|\|/, '') },
  { kind: 'table: one bar dropped', apply: each(/\|\|/, '|') },
  { kind: 'table: cell mark dropped', apply: where(cell, each(/ \| /, ' ')) },
  { kind: 'table: cell mark doubled', apply: where(cell, each(/ \| /, ' || ')) },
  { kind: 'table: cell emptied', apply: where(cell, each(/ \| [^|]+/, ' | ')) },
  { kind: 'table: name misspelt', apply: where(cell, each(/^(\|\| [\w-]+)/, '$1x')) },
  { kind: 'table: name in two words', apply: where(cell, each(/^(\|\| \w)(\w)/, '$1 $2')) },
  { kind: 'type: misspelt', apply: misspelling(typeName) },
  { kind: 'type: mark dropped', apply: where(cell, each(/\*\*/, '')) },
  { kind: 'type: half a mark dropped', apply: where(cell, each(/\*\*/, '*')) },
  { kind: 'type: bar dropped', apply: where(cell, each(/\\\|/, '')) },
  { kind: 'type: escape dropped', apply: where(cell, each(/\\\|/, '|')) },
  {
    kind: 'type: angle dropped',
    apply: where(/^\s*- |^\s*\|\| /, each(/(?<=^\s*- `[^`]+` \([^()]*|^\|\| .*)[<>]/, '')),
  },
  { kind: 'row: bar dropped', apply: where(row, each(/(?<!\\)\|/, '')) },
  { kind: 'row: bar doubled', apply: where(row, each(/(?<=.)(?<!\\)\|(?=.)/, '||')) },
  { kind: 'row: name misspelt', apply: where(row, each(/(?<=^\|[^|]*\w)(?=[`)\]]* *\|)/, 'x')) },
  { kind: 'row: name in two words', apply: where(row, each(/(?<=^\|[ `+[]*\w)(?=\w)/, ' ')) },
  { kind: 'row: mark dropped', apply: each(/^\| \+ /, '| ') },
  {
    kind: 'row: type misspelt',
    apply: misspelling(/(?<=^\|[^|]*\|[^|]*)\b[a-z]{3,}\b(?=[^|]*\|)/g),
  },
  { kind: 'row: type emptied', apply: each(/(?<=^\|[^|]*\|)[^|]*(?=\|)/, ' ') },
  { kind: 'row: code mark dropped', apply: where(row, each(/`/, '')) },
  { kind: 'row: value misspelt', apply: where(row, each(/(?<=`"?[\w.-]+)(?="?`)/, 'x')) },
  {
    kind: 'row: dashes dropped',
    apply: where(/^\|[-:| ]+\|\s*$/, each(/(?<=\|)[-: ]+(?=\|)/, ' ')),
  },
  {
    kind: 'row: statement misspelt',
    apply: where(
      row,
      misspelling(/(?:Required|Optional|Defaults|Allowed|nullable|between|property)/g),
    ),
  },
  { kind: 'fact: misspelt', apply: misspelling(/\b(?:Enum|Minimum|Maximum|Default)(?=: )/g) },
  { kind: 'fact: small letters', apply: each(/\bEnum: /, 'enum: ') },
  { kind: 'fact: plural', apply: each(/\b(Enum|Default): /, '$1s: ') },
  { kind: 'fact: colon dropped', apply: each(/\b(Enum|Minimum|Maximum|Default): /, '$1 ') },
  {
    kind: 'fact: blank before the colon',
    apply: each(/\b(Enum|Minimum|Maximum|Default): /, '$1 : '),
  },
  { kind: 'fact: blank dropped', apply: each(/\b(Enum|Minimum|Maximum|Default): /, '$1:') },
  { kind: 'fact: last dot dropped', apply: where(fact, each(/\.$/, '')) },
  { kind: 'fact: quote dropped', apply: where(/\bEnum: /, each(/(?<=[ ,:.])'|'(?=[,.])/, '')) },
  { kind: 'fact: comma dropped', apply: where(/\bEnum: /, each(/', '/, "' '")) },
  { kind: 'fact: value misspelt', apply: where(/\bEnum: /, each(/([a-z_])'(?=[,.])/, "$1x'")) },
  {
    kind: 'fact: code mark dropped',
    apply: where(/\b(?:Minimum|Maximum|Default): `/, each(/`(?=[^`]*`\.$)|`(?=\.$)/, '')),
  },
  { kind: 'required: misspelt', apply: where(required, misspelling(/(?:Required|field)/g)) },
  { kind: 'required: dot dropped', apply: each(/Required field\./, 'Required field') },
  { kind: 'required: small letters', apply: each(/Required field\./, 'required field.') },
  { kind: 'required: one word', apply: each(/Required field\./, 'Required.') },
  { kind: 'required: not first', apply: each(/Required field\. (.+)/, '$1 Required field.') },
  {
    kind: 'flag: misspelt',
    apply: where(flag, misspelling(/(?<=\[[A-Z ]*)[A-Z]{4,}(?=[A-Z ]*\])/g)),
  },
  { kind: 'flag: bracket dropped', apply: where(flag, each(/[[\]](?=[A-Z ]*\]|'|\s|$)/, '')) },
  { kind: 'flag: brackets dropped', apply: each(/\[([A-Z][A-Z ]+)\]/, '$1') },
  { kind: 'flag: round brackets', apply: each(/\[([A-Z][A-Z ]+)\]/, '($1)') },
  {
    kind: 'flag: small letters',
    apply: (line) => (flag.test(line) ? [line.replace(flag, (text) => text.toLowerCase())] : []),
  },
  { kind: 'flag: one word dropped', apply: each(/\[(\w+) ([A-Z ]+)\]/, '[$2]') },
  { kind: 'value: code mark dropped', apply: where(/^\s*- `[^`]+`(?: \|\|)?$/, each(/`/, '')) },
  { kind: 'value: misspelt', apply: where(/^\s*- `[^`]+`(?: \|\|)?$/, each(/`([^`]+)`/, '`$1x`')) },
  ...spans,
  { kind: 'fence: dropped', apply: each(/^\s*```\w*$/, '') },
  { kind: 'fence: mark dropped', apply: each(/^(\s*)```/, '$1``') },
  { kind: 'fence: language dropped', apply: each(/^(\s*```)\w+$/, '$1') },
  { kind: 'cut: misspelt', apply: each(/- \.\.\.$/, '- ..', '- ....', '- and so on') },
  { kind: 'colon dropped', apply: where(/^\s*- (?:Items|Variant)/, each(/:/, '')) },
  { kind: 'two words joined', apply: where(/^\s*- (?:Variant) /, each(/Variant /, 'Variant')) },
  { kind: 'words: one more', apply: each(/([a-z])\.$/, '$1 again.') },
  { kind: 'words: one less', apply: each(/ [a-z]+(?=\.$)/, '') },
  {
    kind: 'a comment before the line',
    apply: where(/^\s*- |^\s*\|\| /, each(/^(\s*)/, '$1<!-- a comment -->\n$1')),
  },
];
