/**
 * What each change means, for those who read server events and for those who write client events.
 *
 * `wire` is about an app that is already deployed, `types` about one that upgrades the generated package: it is
 * `breaking` when code that somebody would write against the old types does not compile with the new ones, and
 * `dangerous` when only exhaustive code does not, or code that names what it need not name. `verdict` is the first
 * thing to know. It is not always the worse of the two: what a compiler finds at the desk of whoever upgrades is
 * found before anybody is hurt, and what no compiler finds is all the more dangerous.
 */
import type { Direction } from '../../model/model.ts';
import type { ChangeKind, Circumstances } from '../compare/change.ts';
import type { Verdict } from '../finding.ts';

/** What a change means for one direction. */
export interface Judgement {
  verdict: Verdict;
  wire: Verdict;
  /** A function where it depends on how tolerant the generated types are. */
  types: Verdict | ((circumstances: Circumstances) => Verdict);
  /** The reason, without the direction. */
  why: string;
}

export interface Rule extends Record<Direction, Judgement> {
  /** What the rule is about, in a few words. */
  about: string;
  /** The rule that a change back falls under, or the reason why there is none. */
  mirror: ChangeKind | { none: string };
}

/** Tolerant types leave lists of values open; those of a discriminator stay closed. */
function whereValuesAreClosed(verdict: Verdict): Judgement['types'] {
  return ({ tolerance, discriminator }) =>
    tolerance.openValues && !discriminator ? 'safe' : verdict;
}

/** Tolerant types allow null wherever a field may be absent. */
function whereNullIsNew(verdict: Verdict): Judgement['types'] {
  return ({ tolerance, absent }) => (tolerance.nullable && absent ? 'safe' : verdict);
}

/** Flags of events make up `SupportedServerEvent` and its like; those of fields are comments. */
function whereEventsAreFlagged(verdict: Verdict): Judgement['types'] {
  return ({ event }) => (event ? verdict : 'safe');
}

function judgement(
  verdict: Verdict,
  wire: Verdict,
  types: Judgement['types'],
  why: string,
): Judgement {
  return { verdict, wire, types, why };
}

function inBoth(both: Judgement): Record<Direction, Judgement> {
  return { server: both, client: both };
}

function onlyWords(why: string): Record<Direction, Judgement> {
  return inBoth(judgement('docs', 'docs', 'docs', why));
}

/** Every rule, once. */
export const rules: Readonly<Record<ChangeKind, Rule>> = {
  // ── Sources ───────────────────────────────────────────────────────────────────────────────────────────────

  'source-added': {
    about: 'a source that is new',
    mirror: 'source-removed',
    ...inBoth(judgement('safe', 'safe', 'safe', 'nobody relies on it yet')),
  },
  'source-removed': {
    about: 'a source that is gone',
    mirror: 'source-added',
    ...inBoth(
      judgement('breaking', 'safe', 'breaking', 'its generated files go, and imports of them fail'),
    ),
  },
  'source-described': {
    about: 'the title of a source, its upstream or the date of its snapshot',
    mirror: 'source-described',
    ...onlyWords('no event is touched'),
  },
  'reading-loosened': {
    about: '`reading` of source.json, from exact to tolerant',
    mirror: 'reading-tightened',
    server: judgement(
      'dangerous',
      'safe',
      'breaking',
      'optional fields may be null in the types now, which code that reads them has to allow for',
    ),
    client: judgement('safe', 'safe', 'safe', 'all that could be written still can be'),
  },
  'reading-tightened': {
    about: '`reading` of source.json, from tolerant to exact',
    mirror: 'reading-loosened',
    server: judgement(
      'safe',
      'safe',
      'dangerous',
      'the types promise more; a comparison with a value that is not listed no longer compiles',
    ),
    client: judgement(
      'dangerous',
      'safe',
      'breaking',
      'null and values that are not listed can no longer be written',
    ),
  },

  // ── Events ────────────────────────────────────────────────────────────────────────────────────────────────

  'event-added': {
    about: 'an event that is new',
    mirror: 'event-removed',
    server: judgement(
      'dangerous',
      'dangerous',
      'dangerous',
      'it can arrive where code expects to know every event; an exhaustive `switch` no longer is',
    ),
    client: judgement('safe', 'safe', 'safe', 'nobody has to send it'),
  },
  'event-removed': {
    about: 'an event that is gone',
    mirror: 'event-added',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'code that waits for it waits forever, and its `case` does not compile',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'the server may refuse it, and there is no type to write it with',
    ),
  },
  'deprecated-event-removed': {
    about: 'an event that was deprecated and is gone',
    mirror: { none: 'an event that comes back is a new event, deprecated or not' },
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'it was announced, but code that still waits for it waits forever',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'it was announced, but the server may now refuse it',
    ),
  },
  'event-renamed': {
    about: 'an event with another wire name',
    mirror: 'event-renamed',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'the old name no longer arrives; its `case` is dead code and does not compile',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'the server may refuse the old name, which no longer compiles',
    ),
  },
  'event-turned': {
    about: 'an event that went to the other direction',
    mirror: 'event-turned',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'the server no longer sends it; clients do',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'clients no longer send it; the server does',
    ),
  },
  'type-name-changed': {
    about: 'only the TypeScript name of an event or a shape',
    mirror: 'type-name-changed',
    // The generated files have no alias for a former name; if they had, `types` would be safe.
    ...inBoth(
      judgement(
        'dangerous',
        'safe',
        'dangerous',
        'nothing changes on the wire; code that imports the old name has to import the new one',
      ),
    ),
  },

  // ── Fields ────────────────────────────────────────────────────────────────────────────────────────────────

  'required-field-added': {
    about: 'a field that is new and must be there',
    mirror: 'required-field-removed',
    server: judgement('safe', 'safe', 'safe', 'code that does not know it does not read it'),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'what is sent without it may be refused, and no longer compiles',
    ),
  },
  'optional-field-added': {
    about: 'a field that is new and may be absent',
    mirror: 'optional-field-removed',
    server: judgement('safe', 'safe', 'safe', 'code that does not know it does not read it'),
    client: judgement('safe', 'safe', 'safe', 'nobody has to send it'),
  },
  'required-field-removed': {
    about: 'a field that had to be there and is gone',
    mirror: 'required-field-added',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'code that relies on it reads `undefined`',
    ),
    client: judgement(
      'dangerous',
      'dangerous',
      'breaking',
      'it may be ignored or refused, the docs do not say; an object literal with it no longer compiles',
    ),
  },
  'optional-field-removed': {
    about: 'a field that could be absent and is gone',
    mirror: 'optional-field-added',
    server: judgement(
      'dangerous',
      'dangerous',
      'breaking',
      'code has to bear its absence, but now it never comes; reading it no longer compiles',
    ),
    client: judgement(
      'dangerous',
      'dangerous',
      'breaking',
      'it may be ignored or refused, the docs do not say; an object literal with it no longer compiles',
    ),
  },
  'deprecated-field-removed': {
    about: 'a field that was deprecated and is gone',
    mirror: { none: 'a field that comes back is a new field, deprecated or not' },
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'it was announced, but code that still reads it reads `undefined`',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'it was announced, but what is sent with it may now be refused',
    ),
  },
  'required-field-renamed': {
    about: 'a field that must be there, with another name in the same object',
    mirror: 'required-field-renamed',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'the old name is no longer there to read',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'what is sent under the old name lacks a field that must be there',
    ),
  },
  'optional-field-renamed': {
    about: 'a field that may be absent, with another name in the same object',
    mirror: 'optional-field-renamed',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'the old name is no longer there to read',
    ),
    client: judgement(
      'dangerous',
      'dangerous',
      'breaking',
      'what is sent under the old name may be ignored or refused, the docs do not say',
    ),
  },
  'required-field-moved': {
    about: 'a field that must be there, in another object',
    mirror: 'required-field-moved',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'it is no longer there to read at its old place',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'what is sent at the old place lacks a field that must be there',
    ),
  },
  'optional-field-moved': {
    about: 'a field that may be absent, in another object',
    mirror: 'optional-field-moved',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'it is no longer there to read at its old place',
    ),
    client: judgement(
      'dangerous',
      'dangerous',
      'breaking',
      'what is sent at the old place may be ignored or refused, the docs do not say',
    ),
  },

  // ── Requiredness and null ─────────────────────────────────────────────────────────────────────────────────

  'required-to-optional': {
    about: 'a field that had to be there and may be absent now',
    mirror: 'optional-to-required',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'code that counts on it meets `undefined`',
    ),
    client: judgement('safe', 'safe', 'safe', 'what was sent with it still can be'),
  },
  'optional-to-required': {
    about: 'a field that could be absent and must be there now',
    mirror: 'required-to-optional',
    server: judgement('safe', 'safe', 'safe', 'code that allows for its absence need not any more'),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'what is sent without it may be refused, and no longer compiles',
    ),
  },
  'unstated-to-required': {
    about: 'a field of which the docs did not say whether it must be there, and must',
    mirror: 'required-to-unstated',
    server: judgement('safe', 'safe', 'safe', 'code that allows for its absence need not any more'),
    client: judgement(
      'dangerous',
      'dangerous',
      'breaking',
      'it may always have been required; what is written without it no longer compiles',
    ),
  },
  'unstated-to-optional': {
    about: 'a field of which the docs did not say whether it must be there, and need not',
    mirror: 'optional-to-unstated',
    server: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'code may count on it; the types allowed for its absence before',
    ),
    client: judgement('safe', 'safe', 'safe', 'what was sent with it or without it still can be'),
  },
  'required-to-unstated': {
    about: 'a field that had to be there, of which the docs no longer say so',
    mirror: 'unstated-to-required',
    server: judgement(
      'docs',
      'docs',
      'breaking',
      'the docs say less, the server does what it did; the types now allow for its absence',
    ),
    client: judgement('docs', 'docs', 'safe', 'the docs say less, the server does what it did'),
  },
  'optional-to-unstated': {
    about: 'a field that could be absent, of which the docs no longer say so',
    mirror: 'unstated-to-optional',
    ...onlyWords('the docs say less; the types allow for its absence as before'),
  },
  'null-allowed': {
    about: 'a place that may be null now',
    mirror: 'null-refused',
    server: judgement(
      'breaking',
      'breaking',
      whereNullIsNew('breaking'),
      'code that reads it without looking meets null',
    ),
    client: judgement('safe', 'safe', 'safe', 'nobody has to send null'),
  },
  'null-refused': {
    about: 'a place that may no longer be null',
    mirror: 'null-allowed',
    server: judgement('safe', 'safe', 'safe', 'code that allows for null need not any more'),
    client: judgement(
      'breaking',
      'breaking',
      whereNullIsNew('breaking'),
      'null may be refused where it was accepted',
    ),
  },

  // ── Values ────────────────────────────────────────────────────────────────────────────────────────────────

  'value-added': {
    about: 'a value that is new in a closed list',
    mirror: 'value-removed',
    server: judgement(
      'dangerous',
      'dangerous',
      whereValuesAreClosed('dangerous'),
      'a value can arrive that code which knows them all does not know',
    ),
    client: judgement('safe', 'safe', 'safe', 'nobody has to send it'),
  },
  'value-removed': {
    about: 'a value that is gone from a closed list',
    mirror: 'value-added',
    server: judgement(
      'safe',
      'safe',
      whereValuesAreClosed('breaking'),
      'this value is no longer sent; a `case` for it is dead code',
    ),
    client: judgement(
      'breaking',
      'breaking',
      whereValuesAreClosed('breaking'),
      'this value may be refused where it was accepted',
    ),
  },
  'open-value-added': {
    about: 'a value that is new in a list that names only some',
    mirror: 'open-value-removed',
    server: judgement('safe', 'safe', 'safe', 'code had to expect values that are not listed'),
    client: judgement('safe', 'safe', 'safe', 'nobody has to send it'),
  },
  'open-value-removed': {
    about: 'a value that is gone from a list that names only some',
    mirror: 'open-value-added',
    server: judgement('safe', 'safe', 'safe', 'code had to expect values that are not listed'),
    // Not breaking as in a closed list: the docs say that values which are not listed may be accepted.
    client: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'values that are not listed may be accepted; whether this one still is, the docs do not say',
    ),
  },
  'values-opened': {
    about: 'a closed list of values that is open now, or any value of its kind',
    mirror: 'values-closed',
    server: judgement(
      'dangerous',
      'dangerous',
      whereValuesAreClosed('dangerous'),
      'values can arrive that are not listed',
    ),
    client: judgement('safe', 'safe', 'safe', 'all that could be sent still can be'),
  },
  'values-closed': {
    about: 'any value of a kind, or an open list, that is a closed list now',
    mirror: 'values-opened',
    server: judgement(
      'safe',
      'safe',
      whereValuesAreClosed('dangerous'),
      'what arrives is what code had to expect before; a branch for what is not listed is dead code',
    ),
    client: judgement(
      'breaking',
      'breaking',
      whereValuesAreClosed('breaking'),
      'values that are not listed may be refused where they were accepted',
    ),
  },
  'constant-changed': {
    about: 'another value where only one may stand',
    mirror: 'constant-changed',
    server: judgement(
      'breaking',
      'breaking',
      whereValuesAreClosed('breaking'),
      'code that looks for the old value does not find it any more',
    ),
    client: judgement(
      'breaking',
      'breaking',
      whereValuesAreClosed('breaking'),
      'the old value may be refused',
    ),
  },

  // ── Types ─────────────────────────────────────────────────────────────────────────────────────────────────

  'type-widened': {
    about: 'another kind of JSON that may stand at a place too',
    mirror: 'type-narrowed',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'code that reads the one kind meets another',
    ),
    client: judgement('safe', 'safe', 'safe', 'all that could be sent still can be'),
  },
  'type-narrowed': {
    about: 'a kind of JSON that may no longer stand at a place',
    mirror: 'type-widened',
    server: judgement(
      'safe',
      'safe',
      'dangerous',
      'what arrives is what code had to expect before; a branch for what is gone is dead code',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'breaking',
      'what may no longer stand there may be refused',
    ),
  },
  'type-replaced': {
    about: 'another kind of JSON in the place of the old one, a list in the place of one value too',
    mirror: 'type-replaced',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'code that reads the old kind does not get it any more',
    ),
    client: judgement('breaking', 'breaking', 'breaking', 'the old kind may be refused'),
  },
  'integer-to-number': {
    about: 'an integer that is any number now',
    mirror: 'number-to-integer',
    server: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'fractions can arrive, which no compiler tells: both are `number`',
    ),
    client: judgement('safe', 'safe', 'safe', 'integers still can be sent'),
  },
  'number-to-integer': {
    about: 'any number that must be an integer now',
    mirror: 'integer-to-number',
    server: judgement('safe', 'safe', 'safe', 'an integer is a number'),
    client: judgement(
      'breaking',
      'breaking',
      'safe',
      'fractions may be refused, which no compiler tells: both are `number`',
    ),
  },
  'open-to-concrete': {
    about: 'a place that the docs left open and document now',
    mirror: 'concrete-to-open',
    server: judgement(
      'safe',
      'safe',
      'dangerous',
      'what arrives is described now; code that reads keys which are not listed no longer compiles',
    ),
    client: judgement(
      'dangerous',
      'dangerous',
      'breaking',
      'what was sent may never have been right; what the docs do not list no longer compiles',
    ),
  },
  'concrete-to-open': {
    about: 'a place that the docs documented and leave open now',
    mirror: 'open-to-concrete',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'the docs no longer say what arrives: what code reads there may be gone, and the types have it no more',
    ),
    client: judgement('safe', 'safe', 'safe', 'all that could be sent still can be'),
  },
  'fields-left-open': {
    about: 'an object whose fields the docs no longer claim to list in full',
    mirror: 'fields-completed',
    server: judgement('safe', 'safe', 'safe', 'unknown fields were accepted before'),
    client: judgement('safe', 'safe', 'safe', 'all that could be sent still can be'),
  },
  'fields-completed': {
    about: 'an object whose fields the docs now claim to list in full',
    mirror: 'fields-left-open',
    server: judgement(
      'safe',
      'safe',
      'dangerous',
      'unknown fields are accepted still, but reading one no longer compiles',
    ),
    client: judgement(
      'dangerous',
      'dangerous',
      'dangerous',
      'fields that are not listed may be refused, and no longer compile',
    ),
  },
  'member-added': {
    about: 'an object that is new in a union',
    mirror: 'member-removed',
    server: judgement(
      'dangerous',
      'dangerous',
      'dangerous',
      'an object can arrive that code which knows them all does not know',
    ),
    client: judgement('safe', 'safe', 'safe', 'nobody has to send it'),
  },
  'member-removed': {
    about: 'an object that is gone from a union',
    mirror: 'member-added',
    server: judgement(
      'safe',
      'safe',
      'breaking',
      'it is no longer sent; a `case` for it is dead code and does not compile',
    ),
    client: judgement('breaking', 'breaking', 'breaking', 'it may be refused'),
  },
  'shape-to-union': {
    about: 'one object that is one of several now',
    mirror: 'union-to-shape',
    server: judgement(
      'breaking',
      'breaking',
      'breaking',
      'code that reads the one object meets another',
    ),
    client: judgement('safe', 'safe', 'safe', 'the one object still can be sent'),
  },
  'union-to-shape': {
    about: 'one of several objects that is the only one now',
    mirror: 'shape-to-union',
    server: judgement(
      'safe',
      'safe',
      'breaking',
      'the others are no longer sent; a `case` for them is dead code and does not compile',
    ),
    client: judgement('breaking', 'breaking', 'breaking', 'the others may be refused'),
  },

  // ── Defaults, bounds, formats ─────────────────────────────────────────────────────────────────────────────

  'default-changed': {
    about: 'another default',
    mirror: 'default-changed',
    server: judgement('safe', 'safe', 'safe', 'what arrives says itself what it is'),
    client: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'whoever leaves it out gets something else, which no compiler tells',
    ),
  },
  'default-stated': {
    about: 'a default that the docs did not state',
    mirror: 'default-unstated',
    ...onlyWords('the docs say more; whoever leaves it out gets what they got'),
  },
  'default-unstated': {
    about: 'a default that the docs no longer state',
    mirror: 'default-stated',
    ...onlyWords('the docs say less; whoever leaves it out gets what they got'),
  },
  'bound-tightened': {
    about: 'a range of numbers that is smaller',
    mirror: 'bound-loosened',
    server: judgement('safe', 'safe', 'safe', 'what arrives is what code had to expect before'),
    client: judgement(
      'breaking',
      'breaking',
      'safe',
      'numbers that were accepted may be refused, which no compiler tells',
    ),
  },
  'bound-loosened': {
    about: 'a range of numbers that is larger',
    mirror: 'bound-tightened',
    server: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'numbers can arrive that could not before, which no compiler tells',
    ),
    client: judgement('safe', 'safe', 'safe', 'all that could be sent still can be'),
  },
  'format-changed': {
    about: 'another format',
    mirror: 'format-changed',
    server: judgement(
      'breaking',
      'breaking',
      'safe',
      'code reads it in the old format, which no compiler tells',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'safe',
      'the old format may be refused or misread, which no compiler tells',
    ),
  },
  // A format that is stated for the first time narrows what the docs allow, not always what the server does.
  'format-stated': {
    about: 'a format that the docs did not state',
    mirror: 'format-unstated',
    server: judgement('safe', 'safe', 'safe', 'the docs promise more than before'),
    client: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'what was sent in another format may never have been right, which no compiler tells',
    ),
  },
  'format-unstated': {
    about: 'a format that the docs no longer state',
    mirror: 'format-stated',
    server: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'code may rely on the format, which the docs no longer promise',
    ),
    client: judgement('safe', 'safe', 'safe', 'what was sent still can be'),
  },
  'unit-changed': {
    about: 'another unit or encoding, as far as the description names one',
    mirror: 'unit-changed',
    server: judgement(
      'breaking',
      'breaking',
      'safe',
      'code reads it in the old unit or encoding, which no compiler tells',
    ),
    client: judgement(
      'breaking',
      'breaking',
      'safe',
      'the server takes what is sent for something else, which no compiler tells',
    ),
  },

  // ── Support and deprecation ───────────────────────────────────────────────────────────────────────────────

  'supported-to-unsupported': {
    about: 'a flag that calls something unsupported',
    mirror: 'unsupported-to-supported',
    server: judgement(
      'breaking',
      'breaking',
      whereEventsAreFlagged('breaking'),
      'what the docs promised does not arrive',
    ),
    client: judgement(
      'breaking',
      'breaking',
      whereEventsAreFlagged('breaking'),
      'what the docs accepted may be refused or ignored',
    ),
  },
  'unsupported-to-supported': {
    about: 'a flag that no longer calls something unsupported',
    mirror: 'supported-to-unsupported',
    server: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'it can arrive now, where code may have taken it for impossible',
    ),
    client: judgement('safe', 'safe', 'safe', 'nobody has to send it'),
  },
  'supported-to-partial': {
    about: 'a flag that restricts support',
    mirror: 'partial-to-supported',
    ...inBoth(
      judgement(
        'dangerous',
        'dangerous',
        'safe',
        'a part of it does not work; only the words of the flag say which',
      ),
    ),
  },
  'partial-to-supported': {
    about: 'a flag that no longer restricts support',
    mirror: 'supported-to-partial',
    ...inBoth(judgement('safe', 'safe', 'safe', 'all that worked works')),
  },
  'partial-to-unsupported': {
    about: 'support that was restricted and is no more',
    mirror: 'unsupported-to-partial',
    server: judgement(
      'breaking',
      'breaking',
      whereEventsAreFlagged('breaking'),
      'what arrived in part does not arrive',
    ),
    client: judgement(
      'breaking',
      'breaking',
      whereEventsAreFlagged('breaking'),
      'what was accepted in part may be refused or ignored',
    ),
  },
  'unsupported-to-partial': {
    about: 'support that begins, with restrictions',
    mirror: 'partial-to-unsupported',
    server: judgement(
      'dangerous',
      'dangerous',
      'safe',
      'it can arrive now, where code may have taken it for impossible',
    ),
    client: judgement('safe', 'safe', 'safe', 'nobody has to send it'),
  },
  'support-stated': {
    about: 'support that the docs did not mention',
    mirror: 'support-unstated',
    ...onlyWords('the docs say what they meant before'),
  },
  'support-unstated': {
    about: 'support that the docs no longer mention',
    mirror: 'support-stated',
    ...onlyWords('where the docs say nothing of support, they mean that it is there'),
  },
  'support-reworded': {
    about: 'the words of a flag',
    mirror: 'support-reworded',
    ...onlyWords('the flag is the same'),
  },
  'deprecation-added': {
    about: 'something that is deprecated now',
    mirror: 'deprecation-withdrawn',
    ...inBoth(judgement('safe', 'safe', 'safe', 'it works as before, and will not for ever')),
  },
  'deprecation-withdrawn': {
    about: 'something that is no longer deprecated',
    mirror: 'deprecation-added',
    ...inBoth(judgement('safe', 'safe', 'safe', 'it works as before')),
  },

  // ── Words ─────────────────────────────────────────────────────────────────────────────────────────────────

  'description-changed': {
    about: 'the words of a description',
    mirror: 'description-changed',
    ...onlyWords('only the words are others'),
  },
  'example-changed': {
    about: 'the examples of an event',
    mirror: 'example-changed',
    ...onlyWords('examples promise nothing'),
  },
  'order-changed': {
    about: 'the order of events, fields, values or alternatives',
    mirror: 'order-changed',
    ...onlyWords('order means nothing in JSON objects, lists of values or unions'),
  },
  'page-moved': {
    about: 'the address of a published page',
    mirror: 'page-moved',
    ...onlyWords('only the address is another'),
  },
  'origin-changed': {
    about: 'whether a page, an example or a correction states a field',
    mirror: 'origin-changed',
    ...onlyWords('what is stated is the same'),
  },

  // ── Copies of one shape ───────────────────────────────────────────────────────────────────────────────────

  'copies-diverge': {
    about: 'copies of one shape that contradict each other now',
    mirror: 'copies-agree',
    ...inBoth(
      judgement(
        'dangerous',
        'dangerous',
        'safe',
        'the docs contradict each other and do not decide which copy holds; the types allow both',
      ),
    ),
  },
  'copies-agree': {
    about: 'copies of one shape that no longer contradict each other',
    mirror: 'copies-diverge',
    ...inBoth(judgement('safe', 'safe', 'safe', 'the docs say one thing now')),
  },
};
