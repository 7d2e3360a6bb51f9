/**
 * For every rule the smallest docs that break it, and the place that the message names. The first of a rule is its
 * example in `docs/rules.md`.
 */
import type { RuleId } from '../../generator/diagnostics.ts';
import { sourceJson, type Texts } from './docs.ts';
import { reference, tables } from './small-docs.ts';

export interface Fault {
  rule: RuleId;
  about: string;
  docs: Texts;
  /** Where the message points, as `file:line:column`. */
  at: string;
}

// ── openai-tree ─────────────────────────────────────────────────────────────────────────────────────────────

/** A source of one event, `tune`; what a case gives replaces these files or adds to them. */
function tree(texts: Texts, source: object = {}): Texts {
  return {
    'radio/source.json': sourceJson('openai-tree', source),
    'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
    'radio/tune.md': tune(''),
    ...texts,
  };
}

/** The page of `tune`; `bullets` begin on line 5. */
function tune(bullets: string): string {
  return `# tune\n\n## Properties\n- \`type\` (string, required): Enum: 'tune'.\n${bullets}`;
}

const treeFaults: Fault[] = [
  {
    rule: 'renames-invalid',
    about: 'a rename without what stands for it',
    docs: tree({
      'radio/renames.json':
        '{\n  "from": ["wire"],\n  "evidence": "Both masts.",\n  "events": [{ "was": "seek" }]\n}\n',
    }),
    at: 'radio/renames.json:4:14',
  },
  {
    rule: 'rename-unknown',
    about: 'a new name that no event has',
    docs: tree({
      'radio/renames.json':
        '{\n  "from": ["wire"],\n  "evidence": "Both masts.",\n  "events": [{ "was": "tune", "is": ["tuned"] }]\n}\n',
      'wire/source.json': sourceJson('openai-tree'),
      'wire/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
      'wire/tune.md': tune(''),
    }),
    at: 'radio/renames.json:4:14',
  },
  {
    rule: 'rename-source-unknown',
    about: 'names of a source that is not there',
    docs: tree({
      'radio/renames.json':
        '{\n  "from": ["wire"],\n  "evidence": "Both masts.",\n  "events": [{ "was": "seek", "is": ["tune"] }]\n}\n',
    }),
    at: 'radio/renames.json:2:11',
  },
  {
    rule: 'page-missing',
    about: 'a link to a page that is not there',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](lost.md)\n',
    }),
    at: 'radio/index.md:5:3',
  },
  {
    rule: 'page-missing',
    about: 'an index that is not there',
    docs: { 'radio/source.json': sourceJson('openai-tree') },
    at: 'radio/source.json:5:15',
  },
  {
    rule: 'page-unlisted',
    about: 'a page that no index lists',
    docs: tree({ 'radio/lost.md': '# lost\n' }),
    at: 'radio/lost.md:1:1',
  },
  {
    rule: 'file-unread',
    about: 'a correction whose file does not end in .md',
    docs: tree({ 'radio/corrections/volume.txt': '' }),
    at: 'radio/corrections/volume.txt:1:1',
  },
  {
    rule: 'ignore-unmatched',
    about: 'a pattern of files that are not there',
    docs: tree({}, { ignore: ['guides/**'] }),
    at: 'radio/source.json:13:5',
  },
  {
    rule: 'ignore-unmatched',
    about: 'a pattern of a page that is read all the same',
    docs: tree({}, { ignore: ['tune.md'] }),
    at: 'radio/source.json:13:5',
  },
  {
    rule: 'link-outside',
    about: "a link that leaves its source's folder",
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](../lost.md)\n',
    }),
    at: 'radio/index.md:5:3',
  },
  {
    rule: 'encoding-invalid',
    about: 'a NUL in a text',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, required): The\0 text.\n') }),
    at: 'radio/tune.md:5:30',
  },
  {
    rule: 'encoding-damaged',
    about: 'an apostrophe that was decoded as Windows-1252',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, required): The radioâ€™s station.\n') }),
    at: 'radio/tune.md:5:6',
  },
  {
    rule: 'index-empty',
    about: 'an index without links',
    docs: {
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': '# Events\n\n## Contents\n',
    },
    at: 'radio/index.md:1:1',
  },
  {
    rule: 'section-unknown',
    about: 'an index with a section beside "Contents"',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n\n## Guides\n',
    }),
    at: 'radio/index.md:6:1',
  },
  {
    rule: 'block-unknown',
    about: 'a paragraph beside the list of an index',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\nAll of them:\n\n- [tune](tune.md)\n',
    }),
    at: 'radio/index.md:4:1',
  },
  {
    rule: 'bullet-unknown',
    about: 'a bullet of an index that is not a link',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- lost\n',
    }),
    at: 'radio/index.md:5:1',
  },
  {
    rule: 'event-duplicate',
    about: 'an event that is listed twice',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [tune](again.md)\n',
      'radio/again.md': tune(''),
    }),
    at: 'radio/index.md:5:1',
  },
  {
    rule: 'title-differs',
    about: 'a group page with another title',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [group](group.md)\n  - [tune](tune.md)\n',
      'radio/group.md': '# groups\n\n## Contents\n- [tune](tune.md)\n',
    }),
    at: 'radio/group.md:1:1',
  },
  {
    rule: 'group-differs',
    about: 'a group page without one of the children',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [group](group.md)\n  - [tune](tune.md)\n',
      'radio/group.md': '# group\n\n## Contents\n',
    }),
    at: 'radio/group.md:1:1',
  },
  {
    rule: 'group-is-event',
    about: 'a page of an event that an index lists as a group',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [radio](radio.md)\n  - [tune](tune.md)\n',
      'radio/radio.md': "# radio\n\n## Properties\n- `type` (string, required): Enum: 'radio'.\n",
    }),
    at: 'radio/radio.md:1:1',
  },
  {
    rule: 'line-unaccounted',
    about: 'a field below a cut',
    docs: tree({
      'radio/tune.md': tune(
        '- `a` (object, required)\n  - ...\n    - `b` (string, required)\n\n    - `c` (string, required)\n',
      ),
    }),
    at: 'radio/tune.md:7:5',
  },
  {
    rule: 'title-missing',
    about: 'a page that begins with a smaller heading',
    docs: tree({ 'radio/tune.md': `#${tune('')}` }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'title-differs',
    about: 'a page whose title is another name',
    docs: tree({ 'radio/tune.md': tune('').replace('# tune', '# tuned') }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'block-unknown',
    about: 'text before the title',
    docs: tree({ 'radio/tune.md': `Draft.\n\n${tune('')}` }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'section-missing',
    about: 'a page without "Properties"',
    docs: tree({ 'radio/tune.md': '# tune\n\nWords.\n' }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'section-duplicate',
    about: 'a page with two sections "Properties"',
    docs: tree({
      'radio/tune.md': tune('\n## Properties\n- `a` (string, required): Text.\n'),
    }),
    at: 'radio/tune.md:6:1',
  },
  {
    rule: 'section-unknown',
    about: 'a page with a section beside "Properties"',
    docs: tree({ 'radio/tune.md': tune('\n## Notes\n') }),
    at: 'radio/tune.md:6:1',
  },
  {
    rule: 'block-unknown',
    about: 'an example that lost its fence',
    docs: tree({ 'radio/tune.md': tune('\n## Example\n\n{ "type": "tune" }\n') }),
    at: 'radio/tune.md:8:1',
  },
  {
    rule: 'example-mismatch',
    about: 'an example that has another value than the field',
    docs: tree({
      'radio/tune.md': tune(
        '- `level` (integer, required)\n\n## Example\n\n```json\n{ "type": "tune", "level": "loud" }\n```\n',
      ),
    }),
    at: 'radio/tune.md:10:1',
  },
  {
    rule: 'block-unknown',
    about: 'a table below "Properties"',
    docs: tree({ 'radio/tune.md': tune('\n| a | b |\n| - | - |\n') }),
    at: 'radio/tune.md:6:1',
  },
  {
    rule: 'path-differs',
    about: 'one page of three that is called after another event',
    docs: tree({
      'radio/index.md':
        '# Events\n\n## Contents\n- [tune](tune.md)\n- [stop](stop.md)\n- [play](pause.md)\n',
      'radio/stop.md': "# stop\n\n## Properties\n- `type` (string, required): Enum: 'stop'.\n",
      'radio/pause.md': "# play\n\n## Properties\n- `type` (string, required): Enum: 'play'.\n",
    }),
    at: 'radio/pause.md:1:1',
  },
  {
    rule: 'event-type-missing',
    about: 'an event without a field `type`',
    docs: tree({ 'radio/tune.md': '# tune\n\n## Properties\n- `a` (string, required)\n' }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'event-type-missing',
    about: 'an event whose `type` has another value',
    docs: tree({
      'radio/tune.md': "# tune\n\n## Properties\n- `type` (string, required): Enum: 'tuned'.\n",
    }),
    at: 'radio/tune.md:4:1',
  },
  {
    rule: 'event-type-missing',
    about: 'an event whose `type` is optional',
    docs: tree({
      'radio/tune.md': "# tune\n\n## Properties\n- `type` (string, optional): Enum: 'tune'.\n",
    }),
    at: 'radio/tune.md:4:1',
  },
  {
    rule: 'bullet-unknown',
    about: 'a variant directly below "Properties"',
    docs: tree({ 'radio/tune.md': tune('- Variant (object):\n') }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'bullet-unknown',
    about: 'a bullet that is not a field, among fields',
    docs: tree({ 'radio/tune.md': tune('- a (string, required): Text.\n') }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'list-misaligned',
    about: 'a bullet one blank to the right of the others',
    docs: tree({
      'radio/tune.md': tune('- `a` (string, required): Text.\n - `b` (string, required): Text.\n'),
    }),
    at: 'radio/tune.md:6:2',
  },
  {
    rule: 'field-malformed',
    about: 'a field that is neither required nor optional',
    docs: tree({ 'radio/tune.md': tune('- `a` (string): Text.\n') }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'field-duplicate',
    about: 'a field that stands there twice',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, required)\n- `a` (string, required)\n') }),
    at: 'radio/tune.md:6:1',
  },
  {
    rule: 'text-dropped',
    about: 'the text of a variant that is not an object',
    docs: tree({
      'radio/tune.md': tune('- `a` (object, required)\n  - Variant (object): Text.\n'),
    }),
    at: 'radio/tune.md:6:3',
  },
  {
    rule: 'elements-unstated',
    about: 'an array without the type of its elements',
    docs: tree({ 'radio/tune.md': tune('- `a` (array, optional): All of them.\n') }),
    at: 'radio/tune.md:5:8',
  },
  {
    rule: 'fact-in-words',
    about: 'a default in another wording than the dialect reads',
    docs: tree({
      'radio/tune.md': tune('- `a` (string, required): Text. Default value: `x`.\n'),
    }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'words-only',
    about: 'a sentence that may say that a field is required, and may not',
    docs: tree({
      'radio/tune.md': tune('- `a` (string, optional): Towers sleep until they hear this.\n'),
    }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'statement-in-comment',
    about: 'a flag that was commented out in the middle of words',
    docs: tree({
      'radio/tune.md': tune('- `a` (string, required): Text. <!-- [NOT SUPPORTED] -->\n'),
    }),
    at: 'radio/tune.md:5:37',
  },
  {
    rule: 'statement-commented-out',
    about: 'a default that was commented out',
    docs: tree({
      'radio/tune.md': tune('- `a` (string, optional): Text.\n  <!-- Default: `x`. -->\n'),
    }),
    at: 'radio/tune.md:6:7',
  },
  {
    rule: 'type-unknown',
    about: 'a type that the dialect does not have',
    docs: tree({ 'radio/tune.md': tune('- `a` (string | text, required): Text.\n') }),
    at: 'radio/tune.md:5:17',
  },
  {
    rule: 'type-mismatch',
    about: 'fields below a string',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, required)\n  - `b` (string, required)\n') }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'type-mismatch',
    about: 'items below an object',
    docs: tree({
      'radio/tune.md': tune('- `a` (object, required)\n  - Items:\n    - `b` (string, required)\n'),
    }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'type-mismatch',
    about: 'fields beside a variant',
    docs: tree({
      'radio/tune.md': tune(
        '- `a` (object, required)\n  - `b` (string, required)\n  - Variant (object):\n    - `c` (string, required)\n',
      ),
    }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'enum-malformed',
    about: 'values without quotes',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, required): Text. Enum: am, fm.\n') }),
    at: 'radio/tune.md:5:33',
  },
  {
    rule: 'enum-malformed',
    about: 'an open list of values without a comma',
    docs: tree({ 'radio/tune.md': tune("- `a` (string, required): Text. Enum: 'am' ….\n") }),
    at: 'radio/tune.md:5:33',
  },
  {
    rule: 'enum-malformed',
    about: 'texts as the values of an integer',
    docs: tree({ 'radio/tune.md': tune("- `a` (integer, required): Text. Enum: 'am', 'fm'.\n") }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'bound-malformed',
    about: 'a bound in words',
    docs: tree({ 'radio/tune.md': tune('- `a` (number, optional): Text. Minimum: one.\n') }),
    at: 'radio/tune.md:5:33',
  },
  {
    rule: 'bound-malformed',
    about: 'a bound of a string',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, optional): Text. Maximum: `1`.\n') }),
    at: 'radio/tune.md:5:42',
  },
  {
    rule: 'default-malformed',
    about: 'a default without its code span',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, optional): Text. Default: fm.\n') }),
    at: 'radio/tune.md:5:33',
  },
  {
    rule: 'default-malformed',
    about: 'a default that is none of the values',
    docs: tree({
      'radio/tune.md': tune("- `a` (string, optional): Text. Enum: 'am', 'fm'. Default: `dab`.\n"),
    }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'flag-unknown',
    about: 'a flag that the table does not have',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, optional): Text. [NOW SUPPORTED]\n') }),
    at: 'radio/tune.md:5:33',
  },
  {
    rule: 'flag-near-miss',
    about: 'a flag with a typing error',
    docs: tree({ 'radio/tune.md': tune('- `a` (string, optional): Text. [NOT SUPPORTET]\n') }),
    at: 'radio/tune.md:5:33',
  },
  {
    rule: 'flag-misplaced',
    about: 'a flag in a list of the text of a field',
    docs: tree({
      'radio/tune.md': tune('- `a` (string, required): Text.\n\n  - [NOT SUPPORTED]\n'),
    }),
    at: 'radio/tune.md:7:5',
  },
  {
    rule: 'variant-undiscriminated',
    about: 'a variant without a constant',
    docs: tree({
      'radio/tune.md': tune(`- \`a\` (object, required)
  - Variant (object):
    - \`type\` (string, required): Enum: 'talk'.
  - Variant (object):
    - \`type\` (string, required): Enum: 'music'.
  - Variant (object):
    - \`title\` (string, required)
`),
    }),
    at: 'radio/tune.md:10:3',
  },
  {
    rule: 'shape-unmatched',
    about: 'a shape of source.json that matches no field',
    docs: tree({}, { shapes: { Station: ['tune/station'] } }),
    at: 'radio/source.json:14:7',
  },
  {
    rule: 'alias-unknown',
    about: 'an alias of a type that there is not',
    docs: tree({}, { aliases: { Knob: 'TunedEvent' } }),
    at: 'radio/source.json:13:13',
  },
  {
    rule: 'shape-undocumented',
    about: 'a shape of source.json that is `object` wherever it stands',
    docs: tree(
      { 'radio/tune.md': tune('- `a` (object, required)\n') },
      { shapes: { Station: ['tune/a'] } },
    ),
    at: 'radio/tune.md:5:8',
  },
  {
    rule: 'shape-diverges',
    about: 'two copies of one shape, one without a field',
    docs: tree(
      {
        'radio/tune.md': tune(`- \`a\` (object, required)
  - \`name\` (string, required)
  - \`city\` (string, required)
- \`b\` (object, required)
  - \`name\` (string, required)
`),
      },
      { shapes: { Station: ['tune/*'] } },
    ),
    at: 'radio/tune.md:8:1',
  },
  {
    rule: 'words-diverge',
    about: 'two copies of one shape that describe a field in words of their own',
    docs: tree(
      {
        'radio/tune.md': tune(`- \`a\` (object, required)
  - \`name\` (string, required): The name on air.
- \`b\` (object, required)
  - \`name\` (string, required): What it is called.
`),
      },
      { shapes: { Station: ['tune/*'] } },
    ),
    at: 'radio/tune.md:7:1',
  },
  {
    rule: 'event-name-invalid',
    about: 'an event with a letter that is not ASCII',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [волна](wave.md)\n',
      'radio/wave.md': "# волна\n\n## Properties\n- `type` (string, required): Enum: 'волна'.\n",
    }),
    at: 'radio/index.md:5:1',
  },
  {
    rule: 'name-confusable',
    about: 'a field whose first letter is the Cyrillic one',
    docs: tree({ 'radio/tune.md': tune('- `\u0430ge` (integer, required)\n') }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'value-dressed',
    about: 'two values between one pair of quotes',
    docs: tree({ 'radio/tune.md': tune("- `band` (string, required): Enum: 'am, fm', 'dab'.\n") }),
    at: 'radio/tune.md:5:36',
  },
  {
    rule: 'name-unusable',
    about: 'an event without a letter or digit',
    docs: tree({
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [--](dashes.md)\n',
      'radio/dashes.md': "# --\n\n## Properties\n- `type` (string, required): Enum: '--'.\n",
    }),
    at: 'radio/index.md:5:1',
  },
  {
    rule: 'name-collision',
    about: 'a shape with a name that every source has',
    docs: tree(
      { 'radio/tune.md': tune('- `a` (object, required)\n  - `name` (string, required)\n') },
      { shapes: { RealtimeServerEvent: ['tune/a'] } },
    ),
    at: 'radio/tune.md:5:1',
  },
];

// ── corrections ─────────────────────────────────────────────────────────────────────────────────────────────

/** A source whose `level` is a string, and a correction of it. */
function corrected(front: Record<string, string | number>, bullet: string): Texts {
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}\n`);
  return tree({
    'radio/tune.md': tune('- `level` (string, required): The level.\n'),
    'radio/corrections/level.md': `---\n${lines.join('')}---\n\n${bullet}\n`,
  });
}

const front = {
  target: 'tune/level',
  matches: 1,
  was: 'string, required',
  reason: 'The radio sends a number.',
  evidence: 'A recording.',
};
const level = '- `level` (integer, required)';

const correctionFaults: Fault[] = [
  {
    rule: 'correction-invalid',
    about: 'a correction without front matter',
    docs: tree({ 'radio/corrections/level.md': `${level}\n` }),
    at: 'radio/corrections/level.md:1:1',
  },
  {
    rule: 'correction-invalid',
    about: 'front matter that is not YAML',
    docs: corrected({ ...front, evidence: '"a recording' }, level),
    at: 'radio/corrections/level.md:6:23',
  },
  {
    rule: 'correction-invalid',
    about: 'a number of matches that is a text',
    docs: corrected({ ...front, matches: 'one' }, level),
    at: 'radio/corrections/level.md:3:10',
  },
  {
    rule: 'correction-invalid',
    about: 'a correction that states another field',
    docs: corrected(front, '- `volume` (integer, required)'),
    at: 'radio/corrections/level.md:9:1',
  },
  {
    rule: 'correction-unmatched',
    about: 'a correction of a field that is not there',
    docs: corrected({ ...front, target: 'lost/level' }, level),
    at: 'radio/corrections/level.md:3:10',
  },
  {
    rule: 'correction-outdated',
    about: 'a correction of what has changed',
    docs: corrected({ ...front, was: 'string, optional' }, level),
    at: 'radio/corrections/level.md:4:6',
  },
  {
    rule: 'correction-redundant',
    about: 'a correction that upstream has made',
    docs: corrected({ ...front, was: 'string, optional' }, '- `level` (string, required)'),
    at: 'radio/corrections/level.md:9:1',
  },
];

// ── yandex-rest ─────────────────────────────────────────────────────────────────────────────────────────────

/** A source of one event, `tune`; what a case gives replaces these files or adds to them. */
function rest(texts: Texts): Texts {
  return {
    'radio/source.json': sourceJson('yandex-rest'),
    'radio/index.md': restIndex('|| [radio.tune](tune.md) | tune ||\n'),
    'radio/tune.md': restTune(''),
    ...texts,
  };
}

/** An index; `rows` begin on line 7. */
function restIndex(rows: string): string {
  return `# Events\n\n## Methods\n\n#|\n||Method | Description ||\n${rows}|#\n`;
}

/**
 * The page of `tune`; `rows` begin on line 24, and `sections` three lines below the last row. Its skeleton shows
 * the field `a` as soon as there are rows.
 */
function restTune(rows: string, sections = ''): string {
  return `# REST: tune

## HTTP request

\`\`\`
POST https://example.com/tune
\`\`\`

## Body parameters

**Request schema: application/json**

\`\`\`json
{ "type": "string"${rows === '' ? '' : ', "a": "unknown"'} }
\`\`\`

#|
||Field | Description ||
|| type | **enum**

Required field.

- \`tune\` ||
${rows}|#

${sections}`;
}

/** A section of one field. */
function section(heading: string): string {
  return `${heading}\n\n#|\n||Field | Description ||\n|| name | **string** ||\n|#\n\n`;
}

const restFaults: Fault[] = [
  {
    rule: 'index-empty',
    about: 'an index without rows',
    docs: {
      'radio/source.json': sourceJson('yandex-rest'),
      'radio/index.md': restIndex(''),
    },
    at: 'radio/index.md:1:1',
  },
  {
    rule: 'section-unknown',
    about: 'an index with a section beside "Methods"',
    docs: rest({
      'radio/index.md': `${restIndex('|| [radio.tune](tune.md) | tune ||\n')}\n## Guides\n`,
    }),
    at: 'radio/index.md:10:1',
  },
  {
    rule: 'table-shape',
    about: 'a row of an index without a link',
    docs: rest({
      'radio/index.md': restIndex(
        '|| [radio.tune](tune.md) | tune ||\n|| radio.lost | radio.lost ||\n',
      ),
    }),
    at: 'radio/index.md:8:1',
  },
  {
    rule: 'event-name-invalid',
    about: 'a method that ends in another name',
    docs: rest({ 'radio/index.md': restIndex('|| [radio.tuned](tune.md) | tune ||\n') }),
    at: 'radio/index.md:7:29',
  },
  {
    rule: 'title-missing',
    about: 'a title without "REST: "',
    docs: rest({ 'radio/tune.md': restTune('').replace('# REST: tune', '# tune') }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'title-differs',
    about: 'a page whose title is another name',
    docs: rest({ 'radio/tune.md': restTune('').replace('# REST: tune', '# REST: tuned') }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'title-differs',
    about: 'a request of another event',
    docs: rest({ 'radio/tune.md': restTune('').replace('com/tune', 'com/tuned') }),
    at: 'radio/tune.md:5:1',
  },
  {
    rule: 'flag-differs',
    about: 'a flag in the title alone',
    docs: rest({
      'radio/tune.md': restTune('').replace('REST: tune', 'REST: tune [NOT SUPPORTED]'),
    }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'block-unknown',
    about: 'a thematic break below the title',
    docs: rest({ 'radio/tune.md': restTune('').replace('\n\n## HTTP', '\n\n---\n\n## HTTP') }),
    at: 'radio/tune.md:3:1',
  },
  {
    rule: 'block-unknown',
    about: 'a response that is not empty',
    docs: rest({ 'radio/tune.md': restTune('', '## Response {#200}\n\nA station.\n') }),
    at: 'radio/tune.md:28:1',
  },
  {
    rule: 'section-missing',
    about: 'a page without "Body parameters"',
    docs: rest({ 'radio/tune.md': '# REST: tune\n\n## HTTP request\n\n```\nPOST /tune\n```\n' }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'section-duplicate',
    about: 'a page with two requests',
    docs: rest({
      'radio/tune.md': restTune('', '## HTTP request\n\n```\nPOST https://example.com/tune\n```\n'),
    }),
    at: 'radio/tune.md:26:1',
  },
  {
    rule: 'section-missing',
    about: 'a body without its schema line',
    docs: rest({ 'radio/tune.md': restTune('').replace(/\*\*Request.*\n\n/, '') }),
    at: 'radio/tune.md:9:1',
  },
  {
    rule: 'section-unknown',
    about: 'a section without an anchor',
    docs: rest({ 'radio/tune.md': restTune('', section('## Station')) }),
    at: 'radio/tune.md:26:1',
  },
  {
    rule: 'section-unused',
    about: 'a section that nothing points at',
    docs: rest({ 'radio/tune.md': restTune('', section('## Station {#Station}')) }),
    at: 'radio/tune.md:26:1',
  },
  {
    rule: 'anchor-duplicate',
    about: 'two sections with one anchor',
    docs: rest({
      'radio/tune.md': restTune(
        '|| a | **[Station](#Station)** ||\n',
        section('## Station {#Station}') + section('## Station {#Station}'),
      ),
    }),
    at: 'radio/tune.md:34:1',
  },
  {
    rule: 'reference-dead',
    about: 'a link to no section',
    docs: rest({ 'radio/tune.md': restTune('|| a | **[Station](#null)** ||\n') }),
    at: 'radio/tune.md:24:10',
  },
  {
    rule: 'table-shape',
    about: 'a row of three cells',
    docs: rest({
      'radio/tune.md': restTune('|| a | **string** | more ||\n|| a | **string** ||\n'),
    }),
    at: 'radio/tune.md:24:1',
  },
  {
    rule: 'field-malformed',
    about: 'a name of two words',
    docs: rest({ 'radio/tune.md': restTune('|| a b | **string** ||\n|| a | **string** ||\n') }),
    at: 'radio/tune.md:24:1',
  },
  {
    rule: 'field-duplicate',
    about: 'a field that stands there twice',
    docs: rest({ 'radio/tune.md': restTune('|| a | **string** ||\n|| a | **string** ||\n') }),
    at: 'radio/tune.md:25:1',
  },
  {
    rule: 'type-unknown',
    about: 'a type that is not bold',
    docs: rest({ 'radio/tune.md': restTune('|| a | string ||\n') }),
    at: 'radio/tune.md:24:8',
  },
  {
    rule: 'type-unknown',
    about: 'words after a type',
    docs: rest({ 'radio/tune.md': restTune('|| a | **string** always ||\n') }),
    at: 'radio/tune.md:24:19',
  },
  {
    rule: 'skeleton-differs',
    about: 'a skeleton that shows a field less',
    docs: rest({ 'radio/tune.md': restTune('|| a | **string** ||\n|| b | **string** ||\n') }),
    at: 'radio/tune.md:14:1',
  },
  {
    rule: 'skeleton-differs',
    about: 'a skeleton that shows a field more',
    docs: rest({ 'radio/tune.md': restTune('').replace('"string"', '"string", "a": "string"') }),
    at: 'radio/tune.md:14:21',
  },
  {
    rule: 'skeleton-differs',
    about: 'a skeleton that shows another type',
    docs: rest({
      'radio/tune.md': restTune('|| a | **string** ||\n').replace('unknown', 'integer'),
    }),
    at: 'radio/tune.md:14:26',
  },
  {
    rule: 'skeleton-differs',
    about: 'a skeleton that is not a JSON object',
    docs: rest({ 'radio/tune.md': restTune('').replace('{ "type": "string" }', 'a string') }),
    at: 'radio/tune.md:13:1',
  },
  {
    rule: 'field-malformed',
    about: 'a mark of requiredness with a typing error',
    docs: rest({ 'radio/tune.md': restTune('|| a | **string**\n\nRequired field ||\n') }),
    at: 'radio/tune.md:26:1',
  },
  {
    rule: 'enum-without-values',
    about: 'an enum that lists nothing',
    docs: rest({ 'radio/tune.md': restTune('|| a | **enum** ||\n') }),
    at: 'radio/tune.md:24:10',
  },
  {
    rule: 'enum-malformed',
    about: 'values below a string',
    docs: rest({ 'radio/tune.md': restTune('|| a | **string**\n\n- `am`\n- `fm` ||\n') }),
    at: 'radio/tune.md:26:1',
  },
  {
    rule: 'table-unclosed',
    about: 'a table without its end',
    docs: rest({ 'radio/tune.md': restTune('').replace('\n|#\n', '\n') }),
    at: 'radio/tune.md:17:1',
  },
  {
    rule: 'table-row-unclosed',
    about: 'a row without its end',
    docs: rest({ 'radio/tune.md': restTune('|| a | **string**\n') }),
    at: 'radio/tune.md:24:1',
  },
  {
    rule: 'table-stray-text',
    about: 'text between two rows',
    docs: rest({ 'radio/tune.md': restTune('more\n|| a | **string** ||\n') }),
    at: 'radio/tune.md:24:1',
  },
  {
    rule: 'table-too-deep',
    about: 'a table in a hundred tables',
    docs: rest({
      'radio/tune.md': restTune(
        `|| a | **string**\n\n${'#|\n|| '.repeat(100)}${' ||\n|#'.repeat(100)} ||\n`,
      ),
    }),
    at: 'radio/tune.md:33:4',
  },
];

// ── event-summary ───────────────────────────────────────────────────────────────────────────────────────────

/** A summary; `bullets` begin on line 9, and `examples` four lines below the last of them. */
function summary(bullets: string, examples = '', fact = 'Server → Client'): Texts {
  return {
    'radio/source.json': sourceJson('event-summary'),
    'radio/index.md': `# Events

## Key Facts

- **Direction**: ${fact}

## Event Reference

${bullets}
## Event Examples

${examples}`,
  };
}

const summaryFaults: Fault[] = [
  {
    rule: 'index-empty',
    about: 'a summary without events',
    docs: summary(''),
    at: 'radio/index.md:1:1',
  },
  {
    rule: 'section-unknown',
    about: 'a section of a summary with a typing error in its title',
    docs: summary('- `tune` - words\n', '## Key Fact\n'),
    at: 'radio/index.md:13:1',
  },
  {
    rule: 'section-of-words',
    about: 'a section of a summary that lists no event',
    docs: summary('- `tune` - words\n', '## Glossary\n'),
    at: 'radio/index.md:13:1',
  },
  {
    rule: 'direction-differs',
    about: 'a summary of the other direction',
    docs: summary('- `tune` - words\n', '', 'Client → Server'),
    at: 'radio/index.md:5:1',
  },
  {
    rule: 'bullet-unknown',
    about: 'a bullet that is not an event',
    docs: summary('- `tune` - words\n- words\n'),
    at: 'radio/index.md:10:1',
  },
  {
    rule: 'block-unknown',
    about: 'a paragraph in a group of events',
    docs: summary('All of them:\n\n- `tune` - words\n'),
    at: 'radio/index.md:9:1',
  },
  {
    rule: 'block-unknown',
    about: 'an example that is not JSON',
    docs: summary('- `tune` - words\n', '```yaml\ntype: tune\n```\n'),
    at: 'radio/index.md:13:1',
  },
  {
    rule: 'example-malformed',
    about: 'an example without its last bracket',
    docs: summary('- `tune` - words\n', '```json\n{ "type": "tune"\n```\n'),
    at: 'radio/index.md:13:1',
  },
  {
    rule: 'example-unknown',
    about: 'an example of an event that is not listed',
    docs: summary('- `tune` - words\n', '```json\n{ "type": "lost" }\n```\n'),
    at: 'radio/index.md:14:1',
  },
  {
    rule: 'example-mismatch',
    about: 'two examples that contradict each other',
    docs: summary(
      '- `tune` - words\n',
      '```json\n{ "type": "tune", "to": 1 }\n```\n\n```json\n{ "type": "tune", "to": "one" }\n```\n',
    ),
    at: 'radio/index.md:18:1',
  },
  {
    rule: 'event-duplicate',
    about: 'an event in two groups',
    docs: summary('### One\n\n- `tune` - words\n\n### Two\n\n- `tune` - words\n'),
    at: 'radio/index.md:15:1',
  },
];

// ── openai-reference ────────────────────────────────────────────────────────────────────────────────────────

/** A page with something else in the place of a part of it. */
function withPart(docs: Texts, part: string, by: string): Texts {
  return { ...docs, 'radio/index.md': docs['radio/index.md']?.replace(part, by) ?? '' };
}

const referenceFaults: Fault[] = [
  {
    rule: 'anchor-missing',
    about: 'an event without its anchor',
    docs: withPart(reference(), '<a id="tune"></a>\n', ''),
    at: 'radio/index.md:4:1',
  },
  {
    rule: 'schema-name-missing',
    about: 'a schema without its name',
    docs: withPart(reference(), 'Schema name: `Tune`\n', ''),
    at: 'radio/index.md:9:1',
  },
  {
    rule: 'count-differs',
    about: 'an object of three fields, of which two are left',
    docs: reference('- `a: object { b, 2 more }`\n  - `b: string`\n  - `c: string`\n'),
    at: 'radio/index.md:15:1',
  },
  {
    rule: 'count-differs',
    about: 'a list of three values, of which two are left',
    docs: reference('- `a: "b" or "c" or 1 more`\n  - `"b"`\n  - `"c"`\n'),
    at: 'radio/index.md:15:1',
  },
  {
    rule: 'type-unknown',
    about: 'a word that is not a type',
    docs: reference('- `a: text`\n'),
    at: 'radio/index.md:15:7',
  },
  {
    rule: 'type-mismatch',
    about: 'a field below a string',
    docs: reference('- `a: string`\n  - `b: string`\n'),
    at: 'radio/index.md:16:3',
  },
  {
    rule: 'enum-without-values',
    about: 'a value that no bullet repeats',
    docs: reference('- `a: "b"`\n'),
    at: 'radio/index.md:15:1',
  },
  {
    rule: 'reference-dead',
    about: 'a name that no page writes out',
    docs: reference('- `a: Station`\n'),
    at: 'radio/index.md:15:7',
  },
  {
    rule: 'bullet-unknown',
    about: 'a bullet without its code span',
    docs: reference('- a: string\n'),
    at: 'radio/index.md:15:1',
  },
  {
    rule: 'block-unknown',
    about: 'a dump of declarations in the place of the fields',
    docs: reference('\n```json\n[]\n```\n'),
    at: 'radio/index.md:16:1',
  },
  {
    rule: 'direction-differs',
    about: 'a page of the other direction',
    docs: withPart(reference(), 'server events', 'client events'),
    at: 'radio/index.md:1:1',
  },
  {
    rule: 'example-loose',
    about: 'an example with a comma too many',
    docs: reference('\n### Example\n\n```json\n{ "type": "tune", }\n```\n'),
    at: 'radio/index.md:18:1',
  },
];

// ── source.json ─────────────────────────────────────────────────────────────────────────────────────────────

// ── gfm-tables ──────────────────────────────────────────────────────────────────────────────────────────────

const tune2 = '### tune\n\nFinds a station.\n\n#### Properties\n\n';
const tableOfType =
  '| Field | Type | Description |\n|-------|------|-------------|\n| type | string | The event type must be `tune`. |\n';

/** A page without an index, whose one event, `tune`, has its table on line 7. */
function listOf(table: string): Texts {
  return { ...tables(), 'radio/index.md': `# Radio\n\n## Server events\n\n### tune\n\n${table}` };
}

const tableFaults: Fault[] = [
  {
    rule: 'section-repeated',
    about: 'a second section of an event that has the same fields',
    docs: tables('', `${tune2}${tableOfType}`),
    at: 'radio/index.md:19:1',
  },
  {
    rule: 'section-diverges',
    about: 'a second section of an event that has others',
    docs: tables('', `${tune2}${tableOfType}| a | string | Words. |\n`),
    at: 'radio/index.md:19:1',
  },
  {
    rule: 'event-unlisted',
    about: 'a section of an event that the index does not list',
    docs: tables('', `${tune2}${tableOfType}`.replaceAll('tune', 'stop')),
    at: 'radio/index.md:19:1',
  },
  {
    rule: 'label-differs',
    about: 'a link that is called otherwise than what it leads to',
    docs: tables(
      '| a | [Tuner](#station) | Words. |\n',
      '## Components\n\n### Station\n\n| Field | Type | Description |\n|-|-|-|\n| b | string | Words. |\n',
    ),
    at: 'radio/index.md:18:7',
  },
  {
    rule: 'table-shape',
    about: 'a column of no known meaning',
    docs: listOf(
      '| Field | Type | Sort | Description |\n|-|-|-|-|\n| type | string | a | Must be `tune` |\n',
    ),
    at: 'radio/index.md:7:16',
  },
  {
    rule: 'table-shape',
    about: 'a row of more cells than its table has',
    docs: tables('| a | string | b | c |\n'),
    at: 'radio/index.md:18:1',
  },
  {
    rule: 'table-bar-unescaped',
    about: 'a type of two that a bar cuts off',
    docs: tables('| a | anyOf: string | integer | Words. |\n'),
    at: 'radio/index.md:18:5',
  },
  {
    rule: 'table-stray-text',
    about: 'a table without the line below its heading row',
    docs: listOf(`| Field | Type |\n| a | string |\n\n${tableOfType}`),
    at: 'radio/index.md:7:3',
  },
  {
    rule: 'field-malformed',
    about: 'a mark of nesting with no object above it',
    docs: tables('| + a | string | Words. |\n'),
    at: 'radio/index.md:18:1',
  },
  {
    rule: 'field-malformed',
    about: 'a word for whether a field is required that is none',
    docs: listOf(
      '| Field | Type | Required | Description |\n|-|-|-|-|\n| type | string | perhaps | Must be `tune` |\n',
    ),
    at: 'radio/index.md:9:17',
  },
  {
    rule: 'type-unknown',
    about: 'a type with a typing error',
    docs: tables('| a | strnig | Words. |\n'),
    at: 'radio/index.md:18:7',
  },
  {
    rule: 'title-differs',
    about: 'an event that its index calls otherwise',
    docs: {
      ...tables(),
      'radio/index.md': `# Radio\n\n## Server events\n\n| Event | Description |\n|-|-|\n| [tune](#tune) | The server \`halt\` event. |\n\n### tune\n\n${tableOfType}`,
    },
    at: 'radio/index.md:9:1',
  },
  {
    rule: 'section-missing',
    about: 'an index that is not there',
    docs: tables('', '', { index: { server: 'index.md#events' } }),
    at: 'radio/index.md:1:1',
  },
  {
    rule: 'page-missing',
    about: 'an entry of an index that leads nowhere',
    docs: {
      ...tables(),
      'radio/index.md':
        '# Radio\n\n## Server events\n\n| Event | Description |\n|-|-|\n| [tune](#tune) | Words. |\n',
    },
    at: 'radio/index.md:7:3',
  },
  {
    rule: 'direction-differs',
    about: 'an index of the other direction',
    docs: tables('', '', { index: { client: 'index.md#server-events' } }),
    at: 'radio/index.md:3:1',
  },
];

const sourceFaults: Fault[] = [
  {
    rule: 'link-outside',
    about: 'an index in another folder',
    docs: { 'radio/source.json': sourceJson('openai-tree', { index: { server: '../tv.md' } }) },
    at: 'radio/source.json:5:15',
  },
  {
    rule: 'source-invalid',
    about: 'a folder without a source.json',
    docs: { 'radio/index.md': '# Events\n' },
    at: 'radio/source.json:1:1',
  },
  {
    rule: 'source-invalid',
    about: 'a shape of which the name is none of TypeScript',
    docs: tree({}, { shapes: { station: ['tune/a'] } }),
    at: 'radio/source.json:13:16',
  },
  {
    rule: 'source-invalid',
    about: 'a dialect that there is not',
    docs: { 'radio/source.json': sourceJson('morse') },
    at: 'radio/source.json:3:14',
  },
];

/** The faults by what they are written in. */
// ── Sizes ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A section that leads to the next one twice. */
const fork = (i: number): string =>
  `## S${i} {#S${i}}\n\n#|\n||Field | Description ||\n${['a', 'b'].map((name) => `|| ${name} | **[S${i + 1}](#S${i + 1})** ||\n`).join('')}|#\n\n`;
const forks = Array.from({ length: 20 }, (_, i) => fork(i)).join('');
const end = '## S20 {#S20}\n\n#|\n||Field | Description ||\n|| a | **string** ||\n|#\n';

const sizeFaults: Fault[] = [
  {
    rule: 'source-too-large',
    about: 'a source of nine million bytes',
    docs: tree({ 'radio/tune.md': 'words\n'.repeat(1_500_000) }),
    at: 'radio/source.json:1:1',
  },
  {
    rule: 'page-too-large',
    about: 'a page of three million characters',
    docs: tree({ 'radio/tune.md': 'words\n'.repeat(500_000) }),
    at: 'radio/tune.md:1:1',
  },
  {
    rule: 'paragraph-too-long',
    about: 'a paragraph of 6,000 characters',
    docs: tree({ 'radio/tune.md': `# tune\n\n${'words '.repeat(1000)}\n` }),
    at: 'radio/tune.md:3:1',
  },
  {
    rule: 'nesting-too-deep',
    about: 'two hundred block quotes on a line',
    docs: tree({ 'radio/tune.md': `# tune\n\n${'>'.repeat(200)}\n` }),
    at: 'radio/tune.md:3:1',
  },
  {
    rule: 'event-too-large',
    about: 'sections that fork twenty times',
    docs: rest({ 'radio/tune.md': restTune('|| a | **[S0](#S0)** ||\n', forks + end) }),
    at: 'radio/tune.md:1:1',
  },
];

export const faults: readonly (readonly [where: string, cases: readonly Fault[]])[] = [
  ['openai-tree', treeFaults],
  ['corrections', correctionFaults],
  ['yandex-rest', restFaults],
  ['event-summary', summaryFaults],
  ['openai-reference', referenceFaults],
  ['gfm-tables', tableFaults],
  ['source.json', sourceFaults],
  ['sizes', sizeFaults],
];

/** The pages that the faults are made of, without a fault. */
export const soundDocs: readonly Texts[] = [
  tree({}),
  corrected(front, level),
  rest({}),
  summary('- `tune` - words\n'),
  reference(),
  tables(),
];
