/**
 * Every kind of change that there is, and what it means for those who read server events and for those who write
 * client events: the verdict first, then `wire` and `types` where they are other ones. `docs/diff-rules.md` is made
 * from this table.
 */
import type { Direction } from '../model/model.ts';
import {
  both,
  breaking,
  dangerous,
  docs,
  safe,
  whereClosed,
  whereEvent,
  whereNullIsNew,
  type Judgement,
} from './judgement.ts';

/** What one kind of change is, and what it means in each direction. */
export interface ChangeRule extends Record<Direction, Judgement> {
  about: string;
  /** The kind that a change back is of, or the reason why there is none. */
  mirror: ChangeKind | { none: string };
}

type Rows = Record<string, Omit<ChangeRule, 'mirror'> & { mirror: string | { none: string } }>;

const sources = {
  'source-added': {
    about: 'a source that is new',
    mirror: 'source-removed',
    ...both(safe('nobody relies on it yet')),
  },
  'source-removed': {
    about: 'a source that is gone',
    mirror: 'source-added',
    ...both(breaking('its generated files go, and imports of them fail', { wire: 'safe' })),
  },
  'source-described': {
    about:
      'what is said of a source: its title, notice, upstream, date, end or place in the matrix',
    mirror: 'source-described',
    ...both(docs('no event is touched')),
  },
  'alias-added': {
    about: 'former names of types that are exported beside those of today',
    mirror: 'alias-removed',
    ...both(safe('what imports them compiles')),
  },
  'alias-removed': {
    about: 'former names of types that are exported no longer',
    mirror: 'alias-added',
    ...both(
      dangerous(
        'nothing changes on the wire; code that imports an old name has to import the new one',
        { wire: 'safe' },
      ),
    ),
  },
  'reading-loosened': {
    about: '`reading` of source.json, from exact to tolerant',
    mirror: 'reading-tightened',
    server: dangerous(
      'optional fields may be null in the types now, which code that reads them has to allow for',
      { wire: 'safe', types: 'breaking' },
    ),
    client: safe('all that could be written still can be'),
  },
  'reading-tightened': {
    about: '`reading` of source.json, from tolerant to exact',
    mirror: 'reading-loosened',
    server: safe(
      'the types promise more; a comparison with a value that is not listed no longer compiles',
      { types: 'dangerous' },
    ),
    client: dangerous('null and values that are not listed can no longer be written', {
      wire: 'safe',
      types: 'breaking',
    }),
  },
} as const satisfies Rows;

const events = {
  'event-added': {
    about: 'an event that is new',
    mirror: 'event-removed',
    server: dangerous(
      'it can arrive where code expects to know every event; an exhaustive `switch` no longer is',
    ),
    client: safe('nobody has to send it'),
  },
  'event-removed': {
    about: 'an event that is gone',
    mirror: 'event-added',
    server: breaking('code that waits for it waits forever, and its `case` does not compile'),
    client: breaking('the server may refuse it, and there is no type to write it with'),
  },
  'deprecated-event-removed': {
    about: 'an event that was deprecated and is gone',
    mirror: { none: 'an event that comes back is a new event, deprecated or not' },
    server: breaking('it was announced, but code that still waits for it waits forever'),
    client: breaking('it was announced, but the server may now refuse it'),
  },
  'event-renamed': {
    about: 'an event with another wire name',
    mirror: 'event-renamed',
    server: breaking(
      'the old name no longer arrives; its `case` is dead code and does not compile',
    ),
    client: breaking('the server may refuse the old name, which no longer compiles'),
  },
  'event-turned': {
    about: 'an event that went to the other direction',
    mirror: 'event-turned',
    server: breaking('the server no longer sends it; clients do'),
    client: breaking('clients no longer send it; the server does'),
  },
  'type-name-changed': {
    about: 'only the TypeScript name of an event or a shape',
    mirror: 'type-name-changed',
    ...both(
      dangerous(
        'nothing changes on the wire; code that imports the old name has to import the new one',
        { wire: 'safe' },
      ),
    ),
  },
  'type-name-aliased': {
    about: 'only the TypeScript name of an event or a shape, of which the former one is an alias',
    mirror: { none: 'on the way back, the name of today is not an alias' },
    ...both(safe('nothing changes on the wire; the old name still compiles and is struck out')),
  },
  'type-name-added': {
    about: 'a TypeScript name for what was written in its place',
    mirror: 'type-name-removed',
    ...both(docs('what compiles still does; there is one more type to import')),
  },
  'type-name-removed': {
    about: 'a TypeScript name that is gone, as what it named is written in its place',
    mirror: 'type-name-added',
    ...both(
      dangerous('nothing changes on the wire; code that imports the name no longer compiles', {
        wire: 'safe',
      }),
    ),
  },
} as const satisfies Rows;

const fields = {
  'required-field-added': {
    about: 'a field that is new and must be there',
    mirror: 'required-field-removed',
    server: safe('code that does not know it does not read it'),
    client: breaking('what is sent without it may be refused, and no longer compiles'),
  },
  'optional-field-added': {
    about: 'a field that is new and may be absent',
    mirror: 'optional-field-removed',
    server: safe('code that does not know it does not read it'),
    client: safe('nobody has to send it'),
  },
  'required-field-removed': {
    about: 'a field that had to be there and is gone',
    mirror: 'required-field-added',
    server: breaking('code that relies on it reads `undefined`'),
    client: dangerous(
      'it may be ignored or refused, the docs do not say; an object literal with it no longer compiles',
      { types: 'breaking' },
    ),
  },
  'optional-field-removed': {
    about: 'a field that could be absent and is gone',
    mirror: 'optional-field-added',
    server: dangerous(
      'code has to bear its absence, but now it never comes; reading it no longer compiles',
      { types: 'breaking' },
    ),
    client: dangerous(
      'it may be ignored or refused, the docs do not say; an object literal with it no longer compiles',
      { types: 'breaking' },
    ),
  },
  'deprecated-required-field-removed': {
    about: 'a field that had to be there, was deprecated and is gone',
    mirror: { none: 'a field that comes back is a new field, deprecated or not' },
    server: breaking('it was announced, but code that still relies on it reads `undefined`'),
    client: dangerous('it was announced, but what is sent with it may be ignored or refused', {
      types: 'breaking',
    }),
  },
  'deprecated-optional-field-removed': {
    about: 'a field that could be absent, was deprecated and is gone',
    mirror: { none: 'a field that comes back is a new field, deprecated or not' },
    server: dangerous('it was announced, but code that still reads it no longer compiles', {
      types: 'breaking',
    }),
    client: dangerous('it was announced, but what is sent with it may be ignored or refused', {
      types: 'breaking',
    }),
  },
  'required-field-renamed': {
    about: 'a field that must be there, with another name in the same object',
    mirror: 'required-field-renamed',
    server: breaking('the old name is no longer there to read'),
    client: breaking('what is sent under the old name lacks a field that must be there'),
  },
  'optional-field-renamed': {
    about: 'a field that may be absent, with another name in the same object',
    mirror: 'optional-field-renamed',
    server: breaking('the old name is no longer there to read'),
    client: dangerous(
      'what is sent under the old name may be ignored or refused, the docs do not say',
      { types: 'breaking' },
    ),
  },
  'required-field-moved': {
    about: 'a field that must be there, in another object',
    mirror: 'required-field-moved',
    server: breaking('it is no longer there to read at its old place'),
    client: breaking('what is sent at the old place lacks a field that must be there'),
  },
  'optional-field-moved': {
    about: 'a field that may be absent, in another object',
    mirror: 'optional-field-moved',
    server: breaking('it is no longer there to read at its old place'),
    client: dangerous(
      'what is sent at the old place may be ignored or refused, the docs do not say',
      { types: 'breaking' },
    ),
  },
} as const satisfies Rows;

const requiredness = {
  'required-to-optional': {
    about: 'a field that had to be there and may be absent now',
    mirror: 'optional-to-required',
    server: breaking('code that counts on it meets `undefined`'),
    client: safe('what was sent with it still can be'),
  },
  'optional-to-required': {
    about: 'a field that could be absent and must be there now',
    mirror: 'required-to-optional',
    server: safe('code that allows for its absence need not any more'),
    client: breaking('what is sent without it may be refused, and no longer compiles'),
  },
  'unstated-to-required': {
    about: 'a field of which the docs did not say whether it must be there, and must',
    mirror: 'required-to-unstated',
    server: safe('code that allows for its absence need not any more'),
    client: dangerous(
      'it may always have been required; what is written without it no longer compiles',
      { types: 'breaking' },
    ),
  },
  'unstated-to-optional': {
    about: 'a field of which the docs did not say whether it must be there, and need not',
    mirror: 'optional-to-unstated',
    server: dangerous('code may count on it; the types allowed for its absence before', {
      types: 'safe',
    }),
    client: safe('what was sent with it or without it still can be'),
  },
  'required-to-unstated': {
    about: 'a field that had to be there, of which the docs no longer say so',
    mirror: 'unstated-to-required',
    server: docs(
      'the docs say less, the server does what it did; the types now allow for its absence',
      { types: 'breaking' },
    ),
    client: docs('the docs say less, the server does what it did', { types: 'safe' }),
  },
  'optional-to-unstated': {
    about: 'a field that could be absent, of which the docs no longer say so',
    mirror: 'unstated-to-optional',
    ...both(docs('the docs say less; the types allow for its absence as before')),
  },
  'null-allowed': {
    about: 'a place that may be null now',
    mirror: 'null-refused',
    server: breaking('code that reads it without looking meets null', {
      types: whereNullIsNew('breaking'),
    }),
    client: safe('nobody has to send null'),
  },
  'null-refused': {
    about: 'a place that may no longer be null',
    mirror: 'null-allowed',
    server: safe('code that allows for null need not any more'),
    client: breaking('null may be refused where it was accepted', {
      types: whereNullIsNew('breaking'),
    }),
  },
} as const satisfies Rows;

const values = {
  'value-added': {
    about: 'a value that is new in a closed list',
    mirror: 'value-removed',
    server: dangerous('a value can arrive that code which knows them all does not know', {
      types: whereClosed('dangerous'),
    }),
    client: safe('nobody has to send it'),
  },
  'value-removed': {
    about: 'a value that is gone from a closed list',
    mirror: 'value-added',
    server: safe('this value is no longer sent; a `case` for it is dead code', {
      types: whereClosed('breaking'),
    }),
    client: breaking('this value may be refused where it was accepted', {
      types: whereClosed('breaking'),
    }),
  },
  'open-value-added': {
    about: 'a value that is new in a list that names only some',
    mirror: 'open-value-removed',
    server: safe('code had to expect values that are not listed'),
    client: safe('nobody has to send it'),
  },
  'open-value-removed': {
    about: 'a value that is gone from a list that names only some',
    mirror: 'open-value-added',
    server: safe('code had to expect values that are not listed'),
    // Not breaking as in a closed list: the docs say that values which are not listed may be accepted.
    client: dangerous(
      'values that are not listed may be accepted; whether this one still is, the docs do not say',
      { types: 'safe' },
    ),
  },
  'values-opened': {
    about: 'a closed list of values that is open now, or any value of its kind',
    mirror: 'values-closed',
    server: dangerous('values can arrive that are not listed', { types: whereClosed('dangerous') }),
    client: safe('all that could be sent still can be'),
  },
  'values-closed': {
    about: 'any value of a kind, or an open list, that is a closed list now',
    mirror: 'values-opened',
    server: safe(
      'what arrives is what code had to expect before; a branch for what is not listed is dead code',
      { types: whereClosed('dangerous') },
    ),
    client: breaking('values that are not listed may be refused where they were accepted', {
      types: whereClosed('breaking'),
    }),
  },
  'constant-changed': {
    about: 'another value where only one may stand',
    mirror: 'constant-changed',
    server: breaking('code that looks for the old value does not find it any more', {
      types: whereClosed('breaking'),
    }),
    client: breaking('the old value may be refused', { types: whereClosed('breaking') }),
  },
  'values-replaced': {
    about: 'a closed list of values of which none is one of before',
    mirror: 'values-replaced',
    server: breaking('code that looks for the old values finds none of them any more', {
      types: whereClosed('breaking'),
    }),
    client: breaking('the old values may be refused', { types: whereClosed('breaking') }),
  },
} as const satisfies Rows;

const types = {
  'type-widened': {
    about: 'another kind of JSON that may stand at a place too',
    mirror: 'type-narrowed',
    server: breaking('code that reads the one kind meets another'),
    client: safe('all that could be sent still can be'),
  },
  'type-narrowed': {
    about: 'a kind of JSON that may no longer stand at a place',
    mirror: 'type-widened',
    server: safe(
      'what arrives is what code had to expect before; a branch for what is gone is dead code',
      { types: 'dangerous' },
    ),
    client: breaking('what may no longer stand there may be refused'),
  },
  'type-replaced': {
    about: 'another kind of JSON in the place of the old one, a list in the place of one value too',
    mirror: 'type-replaced',
    server: breaking('code that reads the old kind does not get it any more'),
    client: breaking('the old kind may be refused'),
  },
  'integer-to-number': {
    about: 'an integer that is any number now',
    mirror: 'number-to-integer',
    server: dangerous('fractions can arrive, and no compiler says so: both are `number`', {
      types: 'safe',
    }),
    client: safe('integers still can be sent'),
  },
  'number-to-integer': {
    about: 'any number that must be an integer now',
    mirror: 'integer-to-number',
    server: safe('an integer is a number'),
    client: breaking('fractions may be refused, and no compiler says so: both are `number`', {
      types: 'safe',
    }),
  },
  'open-to-concrete': {
    about: 'a place that the docs left open and document now',
    mirror: 'concrete-to-open',
    server: safe(
      'what arrives is described now; code that reads keys which are not listed no longer compiles',
      { types: 'dangerous' },
    ),
    client: dangerous(
      'what was sent may never have been right; what the docs do not list no longer compiles',
      { types: 'breaking' },
    ),
  },
  'concrete-to-open': {
    about: 'a place that the docs documented and leave open now',
    mirror: 'open-to-concrete',
    server: breaking(
      'the docs no longer say what arrives: what code reads there may be gone, and the types have it no more',
    ),
    client: safe(
      'all that could be sent still can be; code that names its type no longer compiles',
      { types: 'dangerous' },
    ),
  },
  'fields-left-open': {
    about: 'an object whose fields the docs no longer claim to list in full',
    mirror: 'fields-completed',
    server: safe('unknown fields were accepted before'),
    client: safe('all that could be sent still can be'),
  },
  'fields-completed': {
    about: 'an object whose fields the docs now claim to list in full',
    mirror: 'fields-left-open',
    server: safe('unknown fields are accepted still, but reading one no longer compiles', {
      types: 'dangerous',
    }),
    client: dangerous('fields that are not listed may be refused, and no longer compile'),
  },
  'member-added': {
    about: 'an object that is new in a union',
    mirror: 'member-removed',
    server: dangerous('an object can arrive that code which knows them all does not know'),
    client: safe('nobody has to send it'),
  },
  'member-removed': {
    about: 'an object that is gone from a union',
    mirror: 'member-added',
    server: safe('it is no longer sent; a `case` for it is dead code and does not compile', {
      types: 'breaking',
    }),
    client: breaking('it may be refused'),
  },
  'shape-to-union': {
    about: 'one object that is one of several now',
    mirror: 'union-to-shape',
    server: breaking('code that reads the one object meets another'),
    client: safe('the one object still can be sent'),
  },
  'union-to-shape': {
    about: 'one of several objects that is the only one now',
    mirror: 'shape-to-union',
    server: safe(
      'the others are no longer sent; a `case` for them is dead code and does not compile',
      { types: 'breaking' },
    ),
    client: breaking('the others may be refused'),
  },
  'members-replaced': {
    about: 'objects of a union of which none is one of before',
    mirror: 'members-replaced',
    server: breaking('code that reads the old objects does not get any of them'),
    client: breaking('the old objects may be refused'),
  },
  'members-merged': {
    about: 'objects that one object describes together now; each of them still fits it',
    mirror: 'member-split',
    server: dangerous('what the objects held can arrive in other combinations'),
    client: safe('all that could be sent still can be'),
  },
  'member-split': {
    about: 'one object that several describe now; each of them fitted it',
    mirror: 'members-merged',
    server: safe(
      'what arrives is what code had to expect before; a field that only some have needs a look at which it is',
      { types: 'breaking' },
    ),
    client: breaking('combinations that the one object allowed may be refused'),
  },
  'member-restated': {
    about: 'an object of a union that another one of it allows as well, before and after',
    mirror: 'member-restated',
    ...both(
      safe('what may stand there is the same; code that names its type may no longer compile', {
        types: 'dangerous',
      }),
    ),
  },
  'member-documented': {
    about: 'an object that is documented now, at a place that the docs leave open still',
    mirror: 'member-left-open',
    server: safe('it could arrive before'),
    client: safe('nobody has to send it'),
  },
  'member-left-open': {
    about: 'an object that is no longer documented, at a place that the docs leave open',
    mirror: 'member-documented',
    server: dangerous('the docs no longer say that it arrives; its type is gone'),
    client: safe('all that could be sent still can be; its type is gone', { types: 'dangerous' }),
  },
  'put-otherwise': {
    about: 'anything else in which the generated code differs',
    mirror: 'put-otherwise',
    ...both(safe('nothing that a rule knows changes, neither on the wire nor in the types')),
  },
} as const satisfies Rows;

const facts = {
  'default-changed': {
    about: 'another default',
    mirror: 'default-changed',
    server: safe('what arrives says itself what it is'),
    client: dangerous('a message without it gets something else, and no compiler says so', {
      types: 'safe',
    }),
  },
  'default-stated': {
    about: 'a default that the docs did not state',
    mirror: 'default-unstated',
    ...both(docs('the docs say more; a message without it gets what it got')),
  },
  'default-unstated': {
    about: 'a default that the docs no longer state',
    mirror: 'default-stated',
    ...both(docs('the docs say less; a message without it gets what it got')),
  },
  'bound-tightened': {
    about: 'a range of numbers, or of how many there may be, that is smaller',
    mirror: 'bound-loosened',
    server: safe('what arrives is what code had to expect before'),
    client: breaking('what was accepted may be refused, and no compiler says so', {
      types: 'safe',
    }),
  },
  'bound-loosened': {
    about: 'a range of numbers, or of how many there may be, that is larger',
    mirror: 'bound-tightened',
    server: dangerous('what could not arrive before can now, and no compiler says so', {
      types: 'safe',
    }),
    client: safe('all that could be sent still can be'),
  },
  'format-changed': {
    about: 'another format',
    mirror: 'format-changed',
    server: breaking('code reads it in the old format, and no compiler says so', { types: 'safe' }),
    client: breaking('the old format may be refused or misread, and no compiler says so', {
      types: 'safe',
    }),
  },
  // A format that is stated for the first time narrows what the docs allow, not always what the server does.
  'format-stated': {
    about: 'a format that the docs did not state',
    mirror: 'format-unstated',
    server: safe('the docs promise more than before'),
    client: dangerous(
      'what was sent in another format may never have been right, and no compiler says so',
      { types: 'safe' },
    ),
  },
  'format-unstated': {
    about: 'a format that the docs no longer state',
    mirror: 'format-stated',
    server: dangerous('code may rely on the format, which the docs no longer promise', {
      types: 'safe',
    }),
    client: safe('what was sent still can be'),
  },
  'unit-changed': {
    about:
      'another unit, encoding or format, or something else of it that only words say, as far as both descriptions name one',
    mirror: 'unit-changed',
    server: breaking('code reads it in the old unit or encoding, and no compiler says so', {
      types: 'safe',
    }),
    client: breaking('the server takes what is sent for something else, and no compiler says so', {
      types: 'safe',
    }),
  },
} as const satisfies Rows;

const support = {
  'supported-to-unsupported': {
    about: 'a flag that calls something unsupported',
    mirror: 'unsupported-to-supported',
    server: breaking('what the docs promised does not arrive', { types: whereEvent('breaking') }),
    client: breaking('what the docs accepted may be refused or ignored', {
      types: whereEvent('breaking'),
    }),
  },
  'unsupported-to-supported': {
    about: 'a flag that no longer calls something unsupported',
    mirror: 'supported-to-unsupported',
    server: dangerous('it can arrive now, where code may have taken it for impossible', {
      types: 'safe',
    }),
    client: safe('nobody has to send it'),
  },
  'supported-to-partial': {
    about: 'a flag that restricts support',
    mirror: 'partial-to-supported',
    ...both(
      dangerous('a part of it does not work; only the words of the flag say which', {
        types: 'safe',
      }),
    ),
  },
  'partial-to-supported': {
    about: 'a flag that no longer restricts support',
    mirror: 'supported-to-partial',
    ...both(safe('all that worked works')),
  },
  'partial-to-unsupported': {
    about: 'restricted support that ends',
    mirror: 'unsupported-to-partial',
    server: breaking('what arrived in part does not arrive', { types: whereEvent('breaking') }),
    client: breaking('what was accepted in part may be refused or ignored', {
      types: whereEvent('breaking'),
    }),
  },
  'unsupported-to-partial': {
    about: 'support that begins, with restrictions',
    mirror: 'partial-to-unsupported',
    server: dangerous('it can arrive now, where code may have taken it for impossible', {
      types: 'safe',
    }),
    client: safe('nobody has to send it'),
  },
  'support-stated': {
    about: 'support that the docs did not mention',
    mirror: 'support-unstated',
    ...both(docs('the docs say what they meant before')),
  },
  'support-unstated': {
    about: 'support that the docs no longer mention',
    mirror: 'support-stated',
    ...both(docs('where the docs say nothing of support, they mean that it is there')),
  },
  'support-reworded': {
    about: 'the words of a flag',
    mirror: 'support-reworded',
    ...both(docs('the flag is the same')),
  },
  'deprecation-added': {
    about: 'something that is deprecated now',
    mirror: 'deprecation-withdrawn',
    ...both(safe('it works as before, and will not for ever')),
  },
  'deprecation-withdrawn': {
    about: 'something that is no longer deprecated',
    mirror: 'deprecation-added',
    ...both(safe('it works as before')),
  },
} as const satisfies Rows;

const words = {
  'description-changed': {
    about: 'the words of a description, or the name of a schema',
    mirror: 'description-changed',
    ...both(docs('only the words are others')),
  },
  'example-changed': {
    about: 'the examples of an event',
    mirror: 'example-changed',
    ...both(docs('examples promise nothing')),
  },
  'order-changed': {
    about: 'the order of events, fields, values or alternatives',
    mirror: 'order-changed',
    ...both(docs('order means nothing in JSON objects, lists of values or unions')),
  },
  'page-moved': {
    about: 'the address of a published page',
    mirror: 'page-moved',
    ...both(docs('only the address is another')),
  },
  'origin-changed': {
    about: 'whether a page, an example or a correction states a field',
    mirror: 'origin-changed',
    ...both(docs('what is stated is the same')),
  },
  'search-cut': {
    about: 'a comparison of so much that it was not looked through for all that was renamed',
    mirror: 'search-cut',
    ...both(docs('what is told as gone and as new may be the same')),
  },
  'places-cut': {
    about: 'a change in so many places of one event that not all of them were gone through',
    mirror: 'places-cut',
    ...both(
      dangerous('at a place that is not named it may mean more than at those that are', {
        types: 'safe',
      }),
    ),
  },
} as const satisfies Rows;

const copies = {
  'copies-diverge': {
    about: 'copies of one shape that contradict each other now',
    mirror: 'copies-agree',
    ...both(
      dangerous(
        'the docs contradict each other and do not decide which copy holds; the types allow both',
        { types: 'safe' },
      ),
    ),
  },
  'copies-agree': {
    about: 'copies of one shape that no longer contradict each other',
    mirror: 'copies-diverge',
    ...both(safe('the docs say one thing now')),
  },
} as const satisfies Rows;

/** The table by what the changes are about. */
export const changeRuleGroups = {
  Sources: sources,
  Events: events,
  Fields: fields,
  'Requiredness and null': requiredness,
  Values: values,
  Types: types,
  'Defaults, bounds and formats': facts,
  'Support and deprecation': support,
  Words: words,
  'Copies of one shape': copies,
} as const;

type Groups = typeof changeRuleGroups;

/** A key of the table. */
export type ChangeKind = { [Group in keyof Groups]: keyof Groups[Group] }[keyof Groups];

/** Every rule, once. */
export const changeRules: Readonly<Record<ChangeKind, ChangeRule>> = {
  ...sources,
  ...events,
  ...fields,
  ...requiredness,
  ...values,
  ...types,
  ...facts,
  ...support,
  ...words,
  ...copies,
};
