/** A pair of small pages for every rule, with what it finds in each direction. */
import type { ChangeKind } from '../../generator/diff/rules.ts';
import type { Model, Shape, Support, Type } from '../../generator/model/model.ts';
import { modelOf, type Texts } from './docs.ts';
import {
  clientEvent,
  discriminator,
  event,
  literal,
  model,
  number,
  object as objectType,
  oneOf,
  openObject,
  optional,
  reference,
  required,
  shape,
  string as anyString,
  supported,
  union,
} from './models.ts';
import { treePage } from './small-docs.ts';
import { bothWays, restBothWays, treeSource } from './diff-pages.ts';

/** What a source was and is, and the one finding of each direction: verdict, wire and types. */
export interface Example {
  before?: Model;
  after?: Model;
  /** Where it is found in `tuned` and `tune`. */
  path?: string;
  server: string;
  /** Absent where it concerns no direction in particular. */
  client?: string;
  /** Whether it comes with other findings by its nature. */
  isAmongOthers?: true;
}

type Versions = Pick<Example, 'before' | 'after' | 'path'>;

/** Two versions of the bullets of both events. */
function dial(before: string, after: string): Versions {
  return { ...source(bothWays(before), bothWays(after)), path: 'dial' };
}

/** Two versions of the type of a field, in the dialect of REST pages. */
function rest(before: string, after: string): Versions {
  return { ...source(restBothWays(before), restBothWays(after)), path: 'a' };
}

function source(before: Texts, after: Texts): Versions {
  return { before: modelOf(before), after: modelOf(after) };
}

/** Two versions of what stands below the titles of both events. */
function words(before: string, after: string): Versions {
  return source(described(before), described(after));
}

function described(text: string): Texts {
  const page = (name: string) => treePage(name).replace('\n\n', `\n\n${text}\n\n`);
  return treeSource({ server: { tuned: page('tuned') }, client: { tune: page('tune') } });
}

/** One more event in each direction, by its name and its page. */
function beside(server: Record<string, string>, client: Record<string, string>): Texts {
  return treeSource({ server: { tuned: '', ...server }, client: { tune: '', ...client } });
}

function deprecated(name: string): string {
  return treePage(name).replace('\n\n', '\n\nDeprecated: ask for it.\n\n');
}

function withSupport(more: { support?: Support }): Model {
  const fields = [optional('dial', anyString, more)];
  return model([event('tuned', fields), clientEvent('tune', fields)]);
}

/** Two versions of the type of a field, each with its shapes. */
function typed(
  [before, ...old]: [Type, ...Shape[]],
  [after, ...now]: [Type, ...Shape[]],
): Versions {
  const version = (type: Type, shapes: Shape[]) => {
    const fields = [required('dial', type)];
    return model([event('tuned', fields), clientEvent('tune', fields)], shapes);
  };
  return { before: version(before, old), after: version(after, now), path: 'dial' };
}

const apart = union(
  objectType([discriminator('type', 'am'), optional('am', anyString)]),
  objectType([discriminator('type', 'fm'), optional('fm', anyString)]),
);
const together = objectType([
  required('type', oneOf('am', 'fm')),
  optional('am', anyString),
  optional('fm', anyString),
]);
const am = shape('Am', objectType([required('type', literal('am')), optional('at', number)]));
const bands = shape('Band', oneOf('am', 'fm'));
const any = shape('Any', objectType([required('type', anyString), optional('at', number)]));

/** More events than are looked through for names of before. */
function crowd(name: string): Model {
  return model(Array.from({ length: 1001 }, (_, i) => event(`${name}.${i}`)));
}

/** Shapes that have the next one twice, so that the last stands in more places than are gone through. */
function forked(type: Type): Model {
  const shapes = Array.from({ length: 13 }, (_, i) =>
    shape(
      `Fork${i}`,
      objectType([
        required('one', i === 12 ? type : reference(`Fork${i + 1}`)),
        required('other', i === 12 ? type : reference(`Fork${i + 1}`)),
      ]),
    ),
  );
  return model([event('tuned', [required('fork', reference('Fork0'))])], shapes);
}

/** Two versions of the second of three copies of a shape; the others say that its field is optional. */
function copies(before: string, after: string): Versions {
  const station = (requiredness: string) =>
    `- \`station\` (object, optional): It.\n  - \`name\` (string, ${requiredness}): Name.\n`;
  const texts = (requiredness: string) =>
    treeSource(
      {
        server: { tuned: station('optional'), lost: station(requiredness) },
        client: { tune: station('optional') },
      },
      { shapes: { Station: ['*/station'] } },
    );
  return source(texts(before), texts(after));
}

/** An object with these fields; `...` is a cut. */
function object(...names: string[]): string {
  const bullets = names.map((name) =>
    name === '...' ? '  - ...\n' : `  - \`${name}\` (number, required): It.\n`,
  );
  return `- \`dial\` (object, required): It.\n${bullets.join('')}`;
}

/** One of several objects, told apart by their types. */
function variants(...names: string[]): string {
  const bullets = names.map(
    (name) =>
      `  - Variant (object): One.\n    - \`type\` (string, required): Kind. Enum: '${name}'.\n    - \`${name}\` (string, required): It.\n`,
  );
  return `- \`dial\` (object, required): It.\n${bullets.join('')}`;
}

function band(...values: string[]): string {
  return `- \`dial\` (string, required): Band. Enum: ${values.join(', ')}.\n`;
}

function rate(facts: string): string {
  return `- \`dial\` (number, optional): How fast.${facts}\n`;
}

const optionalBand = "- `dial` (string, optional): Band. Enum: 'am', 'fm'.\n";
const string = '- `dial` (string, optional): Where it is.\n';
const example = { position: 'radio/tuned.md:9:1' as const, value: { type: 'tuned' } };
const correction = `---
target: '*/dial'
matches: 2
was: absent
reason: The page forgets it.
evidence: a recording
---

- \`dial\` (string, optional): Where it is.
`;

const docs = 'docs, wire docs, types docs';
const safe = 'safe, wire safe, types safe';
const dangerous = 'dangerous, wire dangerous, types dangerous';
const breaking = 'breaking, wire breaking, types breaking';
/** One example a rule: the compiler tells when one is missing. */
export const examples: Record<ChangeKind, Example> = {
  'source-added': { after: modelOf(bothWays('')), server: safe, client: safe },
  'source-removed': {
    before: modelOf(bothWays('')),
    server: 'breaking, wire safe, types breaking',
    client: 'breaking, wire safe, types breaking',
  },
  'source-described': {
    ...source(bothWays(''), bothWays('', { title: 'Wireless' })),
    server: docs,
  },
  'alias-added': {
    ...source(
      bothWays(object('at'), { shapes: { Dial: ['tune*/dial'] } }),
      bothWays(object('at'), { shapes: { Dial: ['tune*/dial'] }, aliases: { Knob: 'Dial' } }),
    ),
    server: safe,
  },
  'alias-removed': {
    ...source(
      bothWays(object('at'), { shapes: { Dial: ['tune*/dial'] }, aliases: { Knob: 'Dial' } }),
      bothWays(object('at'), { shapes: { Dial: ['tune*/dial'] } }),
    ),
    server: 'dangerous, wire safe, types dangerous',
  },
  'reading-loosened': {
    ...source(
      bothWays(optionalBand, { reading: { server: 'exact' } }),
      bothWays(optionalBand, { reading: { client: 'tolerant' } }),
    ),
    server: 'dangerous, wire safe, types breaking',
    client: safe,
  },
  'reading-tightened': {
    ...source(
      bothWays(optionalBand, { reading: { client: 'tolerant' } }),
      bothWays(optionalBand, { reading: { server: 'exact' } }),
    ),
    server: 'safe, wire safe, types dangerous',
    client: 'dangerous, wire safe, types breaking',
  },

  'event-added': {
    ...source(beside({ kept: '' }, {}), beside({ kept: '', lost: '' }, { stop: '' })),
    server: dangerous,
    client: safe,
  },
  'event-removed': {
    ...source(beside({ lost: '' }, { stop: '' }), beside({}, {})),
    server: breaking,
    client: breaking,
  },
  'deprecated-event-removed': {
    ...source(beside({ lost: deprecated('lost') }, { stop: deprecated('stop') }), beside({}, {})),
    server: breaking,
    client: breaking,
  },
  'event-renamed': {
    ...source(
      beside({ 'dial.text.delta': string }, { 'dial.text.put': string }),
      beside({ 'dial.output_text.delta': string }, { 'dial.output_text.put': string }),
    ),
    server: breaking,
    client: breaking,
  },
  'event-turned': {
    ...source(beside({ lost: '' }, { stop: '' }), beside({ stop: '' }, { lost: '' })),
    server: breaking,
    client: breaking,
  },
  'type-name-changed': {
    ...source(
      bothWays(object('at'), { shapes: { Dial: ['tune*/dial'] } }),
      bothWays(object('at'), { shapes: { Knob: ['tune*/dial'] } }),
    ),
    path: 'dial',
    server: 'dangerous, wire safe, types dangerous',
    client: 'dangerous, wire safe, types dangerous',
  },

  'type-name-aliased': {
    ...source(
      bothWays(object('at'), { shapes: { Dial: ['tune*/dial'] } }),
      bothWays(object('at'), {
        shapes: { Knob: ['tune*/dial'] },
        aliases: { Dial: 'Knob', DialParam: 'KnobParam' },
      }),
    ),
    path: 'dial',
    server: safe,
    client: safe,
    isAmongOthers: true,
  },

  'type-name-added': {
    ...typed([oneOf('am', 'fm')], [reference('Band'), bands]),
    server: docs,
    client: docs,
  },
  'type-name-removed': {
    ...typed([reference('Band'), bands], [oneOf('am', 'fm')]),
    server: 'dangerous, wire safe, types dangerous',
    client: 'dangerous, wire safe, types dangerous',
  },

  'required-field-added': {
    ...dial('', '- `dial` (string, required): Where.\n'),
    server: safe,
    client: breaking,
  },
  'optional-field-added': { ...dial('', string), server: safe, client: safe },
  'required-field-removed': {
    ...dial('- `dial` (string, required): Where.\n', ''),
    server: breaking,
    client: 'dangerous, wire dangerous, types breaking',
  },
  'optional-field-removed': {
    ...dial(string, ''),
    server: 'dangerous, wire dangerous, types breaking',
    client: 'dangerous, wire dangerous, types breaking',
  },
  'deprecated-required-field-removed': {
    ...dial('- `dial` (string, required): Deprecated: turn the knob.\n', ''),
    server: breaking,
    client: 'dangerous, wire dangerous, types breaking',
  },
  'deprecated-optional-field-removed': {
    ...dial('- `dial` (string, optional): Deprecated: turn the knob.\n', ''),
    server: 'dangerous, wire dangerous, types breaking',
    client: 'dangerous, wire dangerous, types breaking',
  },
  'required-field-renamed': {
    ...dial('- `dial_at` (string, required): Where.\n', '- `dial` (string, required): Where.\n'),
    server: breaking,
    client: breaking,
  },
  'optional-field-renamed': {
    ...dial('- `dial_at` (string, optional): Where.\n', '- `dial` (string, optional): Where.\n'),
    server: breaking,
    client: 'dangerous, wire dangerous, types breaking',
  },
  'required-field-moved': {
    ...dial(
      '- `dial` (string, required): Where.\n',
      '- `knob` (object, optional): It.\n  - `dial` (string, required): Where.\n',
    ),
    path: 'knob.dial',
    server: breaking,
    client: breaking,
  },
  'optional-field-moved': {
    ...dial(
      '- `dial` (string, optional): Where.\n',
      '- `knob` (object, optional): It.\n  - `dial` (string, optional): Where.\n',
    ),
    path: 'knob.dial',
    server: breaking,
    client: 'dangerous, wire dangerous, types breaking',
  },

  'required-to-optional': {
    ...dial('- `dial` (string, required): Where.\n', '- `dial` (string, optional): Where.\n'),
    server: breaking,
    client: safe,
  },
  'optional-to-required': {
    ...dial('- `dial` (string, optional): Where.\n', '- `dial` (string, required): Where.\n'),
    server: safe,
    client: breaking,
  },
  'unstated-to-required': {
    ...rest('Any of **string** \\| **null**', 'Any of **string** \\| **null**\n\nRequired field.'),
    server: safe,
    client: 'dangerous, wire dangerous, types breaking',
  },
  'unstated-to-optional': {
    ...rest('Any of **string** \\| **null**', '**string \\| null**'),
    server: 'dangerous, wire dangerous, types safe',
    client: safe,
  },
  'required-to-unstated': {
    ...rest('Any of **string** \\| **null**\n\nRequired field.', 'Any of **string** \\| **null**'),
    server: 'docs, wire docs, types breaking',
    client: 'docs, wire docs, types safe',
  },
  'optional-to-unstated': {
    ...rest('**string \\| null**', 'Any of **string** \\| **null**'),
    server: docs,
    client: docs,
  },
  'null-allowed': {
    ...dial(
      '- `dial` (string, required): Where.\n',
      '- `dial` (string | null, required): Where.\n',
    ),
    server: breaking,
    client: safe,
  },
  'null-refused': {
    ...dial(
      '- `dial` (string | null, required): Where.\n',
      '- `dial` (string, required): Where.\n',
    ),
    server: safe,
    client: breaking,
  },

  'value-added': {
    ...dial(band("'am'", "'fm'"), band("'am'", "'fm'", "'dab'")),
    server: 'dangerous, wire dangerous, types safe',
    client: safe,
  },
  'value-removed': {
    ...dial(band("'am'", "'fm'", "'dab'"), band("'am'", "'fm'")),
    server: safe,
    client: breaking,
  },
  'open-value-added': {
    ...dial(band("'am'", "'fm'", '…'), band("'am'", "'fm'", "'dab'", '…')),
    server: safe,
    client: safe,
  },
  'open-value-removed': {
    ...dial(band("'am'", "'fm'", "'dab'", '…'), band("'am'", "'fm'", '…')),
    server: safe,
    client: 'dangerous, wire dangerous, types safe',
  },
  'values-opened': {
    ...dial(band("'am'", "'fm'"), band("'am'", "'fm'", '…')),
    server: 'dangerous, wire dangerous, types safe',
    client: safe,
  },
  'values-closed': {
    ...dial('- `dial` (string, required): Band.\n', band("'am'", "'fm'")),
    server: safe,
    client: breaking,
  },
  'constant-changed': {
    ...dial(band("'am'"), band("'fm'")),
    server: 'breaking, wire breaking, types safe',
    client: breaking,
  },
  'values-replaced': {
    ...dial(band("'am'", "'fm'"), band("'dab'", "'web'")),
    server: 'breaking, wire breaking, types safe',
    client: breaking,
  },

  'type-widened': {
    ...dial('- `dial` (string, required): At.\n', '- `dial` (string | number, required): At.\n'),
    server: breaking,
    client: safe,
  },
  'type-narrowed': {
    ...dial('- `dial` (string | number, required): At.\n', '- `dial` (string, required): At.\n'),
    server: 'safe, wire safe, types dangerous',
    client: breaking,
  },
  'type-replaced': {
    ...dial('- `dial` (string, required): At.\n', '- `dial` (array<string>, required): At.\n'),
    server: breaking,
    client: breaking,
  },
  'integer-to-number': {
    ...dial('- `dial` (integer, required): At.\n', '- `dial` (number, required): At.\n'),
    server: 'dangerous, wire dangerous, types safe',
    client: safe,
  },
  'number-to-integer': {
    ...dial('- `dial` (number, required): At.\n', '- `dial` (integer, required): At.\n'),
    server: safe,
    client: 'breaking, wire breaking, types safe',
  },
  'open-to-concrete': {
    ...dial(object(), object('at')),
    server: 'safe, wire safe, types dangerous',
    client: 'dangerous, wire dangerous, types breaking',
  },
  'concrete-to-open': {
    ...dial(object('at'), object()),
    server: breaking,
    client: 'safe, wire safe, types dangerous',
  },
  'fields-left-open': {
    ...dial(object('at'), object('at', '...')),
    server: safe,
    client: safe,
  },
  'fields-completed': {
    ...dial(object('at', '...'), object('at')),
    server: 'safe, wire safe, types dangerous',
    client: dangerous,
  },
  'member-added': {
    ...dial(variants('am', 'fm'), variants('am', 'fm', 'dab')),
    server: dangerous,
    client: safe,
  },
  'member-removed': {
    ...dial(variants('am', 'fm', 'dab'), variants('am', 'fm')),
    server: 'safe, wire safe, types breaking',
    client: breaking,
  },
  'shape-to-union': {
    ...dial(variants('am'), variants('am', 'fm')),
    server: breaking,
    client: safe,
  },
  'union-to-shape': {
    ...dial(variants('am', 'fm'), variants('am')),
    server: 'safe, wire safe, types breaking',
    client: breaking,
  },
  'members-replaced': {
    ...dial(variants('am', 'fm'), variants('dab', 'lw')),
    server: breaking,
    client: breaking,
  },
  'members-merged': {
    ...typed([apart], [together]),
    server: dangerous,
    client: safe,
  },
  'member-split': {
    ...typed([together], [apart]),
    server: 'safe, wire safe, types breaking',
    client: breaking,
  },
  'member-restated': {
    ...typed([union(reference('Am'), reference('Any')), am, any], [reference('Any'), any]),
    server: 'safe, wire safe, types dangerous',
    client: 'safe, wire safe, types dangerous',
  },
  'member-documented': {
    ...typed([openObject], [union(openObject, reference('Am')), am]),
    server: safe,
    client: safe,
  },
  'member-left-open': {
    ...typed([union(openObject, reference('Am')), am], [openObject]),
    server: dangerous,
    client: 'safe, wire safe, types dangerous',
  },
  'put-otherwise': {
    ...typed([union(number, anyString)], [union(anyString, number)]),
    path: '',
    server: safe,
    client: safe,
  },

  'default-changed': {
    ...dial(rate(' Default: `1`.'), rate(' Default: `2`.')),
    server: safe,
    client: 'dangerous, wire dangerous, types safe',
  },
  'default-stated': { ...dial(rate(''), rate(' Default: `2`.')), server: docs, client: docs },
  'default-unstated': { ...dial(rate(' Default: `1`.'), rate('')), server: docs, client: docs },
  'bound-tightened': {
    ...dial(rate(' Maximum: `2`.'), rate(' Maximum: `1`.')),
    server: safe,
    client: 'breaking, wire breaking, types safe',
  },
  'bound-loosened': {
    ...dial(rate(' Minimum: `1`.'), rate('')),
    server: 'dangerous, wire dangerous, types safe',
    client: safe,
  },
  'format-changed': {
    ...rest('**string** (uri)', '**string** (uuid)'),
    server: 'breaking, wire breaking, types safe',
    client: 'breaking, wire breaking, types safe',
  },
  'format-stated': {
    ...rest('**string**', '**string** (uuid)'),
    server: safe,
    client: 'dangerous, wire dangerous, types safe',
  },
  'format-unstated': {
    ...rest('**string** (uri)', '**string**'),
    server: 'dangerous, wire dangerous, types safe',
    client: safe,
  },
  'unit-changed': {
    ...dial(
      '- `dial` (number, optional): How long, in milliseconds.\n',
      '- `dial` (number, optional): How long, in seconds.\n',
    ),
    server: 'breaking, wire breaking, types safe',
    client: 'breaking, wire breaking, types safe',
  },

  'supported-to-unsupported': {
    ...source(restBothWays('**string**'), restBothWays('**string**', ' [NOT SUPPORTED]')),
    server: breaking,
    client: breaking,
  },
  'unsupported-to-supported': {
    ...source(restBothWays('**string**', ' [NOT SUPPORTED]'), restBothWays('**string**')),
    server: 'dangerous, wire dangerous, types safe',
    client: safe,
  },
  'supported-to-partial': {
    ...dial(string, string.replace('is.', 'is. [PARTIALLY SUPPORTED]')),
    server: 'dangerous, wire dangerous, types safe',
    client: 'dangerous, wire dangerous, types safe',
  },
  'partial-to-supported': {
    ...dial(string.replace('is.', 'is. [PARTIALLY SUPPORTED]'), string),
    server: safe,
    client: safe,
  },
  'partial-to-unsupported': {
    ...dial(
      string.replace('is.', 'is. [PARTIALLY SUPPORTED]'),
      string.replace('is.', 'is. [NOT SUPPORTED]'),
    ),
    server: 'breaking, wire breaking, types safe',
    client: 'breaking, wire breaking, types safe',
  },
  'unsupported-to-partial': {
    ...dial(
      string.replace('is.', 'is. [NOT SUPPORTED]'),
      string.replace('is.', 'is. [PARTIALLY SUPPORTED]'),
    ),
    server: 'dangerous, wire dangerous, types safe',
    client: safe,
  },
  // No dialect has a flag for what is supported; a correction or another program may say it.
  'support-stated': {
    before: withSupport({}),
    after: withSupport({ support: supported() }),
    path: 'dial',
    server: docs,
    client: docs,
  },
  'support-unstated': {
    before: withSupport({ support: supported() }),
    after: withSupport({}),
    path: 'dial',
    server: docs,
    client: docs,
  },
  'support-reworded': {
    ...dial(
      string.replace('is.', 'is. [NOT SUPPORTED]'),
      string.replace('is.', 'is. [CURRENTLY NOT SUPPORTED]'),
    ),
    server: docs,
    client: docs,
  },
  'deprecation-added': {
    ...words('Words.', 'Deprecated: words.'),
    server: safe,
    client: safe,
  },
  'deprecation-withdrawn': {
    ...words('Words. It is deprecated.', 'Words.'),
    server: safe,
    client: safe,
  },

  'description-changed': {
    ...dial(string, string.replace('Where it is.', 'The place.')),
    server: docs,
    client: docs,
  },
  'example-changed': {
    before: model([event('tuned'), clientEvent('tune')]),
    after: model([
      event('tuned', [], { examples: [example] }),
      clientEvent('tune', [], { examples: [example] }),
    ]),
    server: docs,
    client: docs,
  },
  'order-changed': {
    ...dial(band("'am'", "'fm'"), band("'fm'", "'am'")),
    server: docs,
    client: docs,
  },
  'page-moved': {
    ...words('Source: https://example.com/tune', 'Source: https://example.com/tuning'),
    server: docs,
    client: docs,
  },
  'origin-changed': {
    ...source({ ...bothWays(''), 'radio/corrections/dial.md': correction }, bothWays(string)),
    path: 'dial',
    server: docs,
    client: docs,
  },
  'search-cut': {
    before: crowd('am'),
    after: crowd('fm'),
    isAmongOthers: true,
    server: docs,
  },
  'places-cut': {
    before: forked(anyString),
    after: forked(number),
    isAmongOthers: true,
    server: 'dangerous, wire dangerous, types safe',
  },

  'copies-diverge': {
    ...copies('optional', 'required'),
    server: 'dangerous, wire dangerous, types safe',
    client: 'dangerous, wire dangerous, types safe',
  },
  'copies-agree': {
    ...copies('required', 'optional'),
    server: safe,
    client: safe,
  },
};

/** Every rule, in the order of the examples. */
export const kinds = Object.keys(examples).filter(isKind);

function isKind(rule: string): rule is ChangeKind {
  return Object.hasOwn(examples, rule);
}
