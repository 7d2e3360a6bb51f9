/**
 * What is kept as words only: sentences that may state a fact, in words that nothing reads. They are too many, and too often
 * prose, to be warned of; they are counted, and listed for whoever asks. They are looked for in the finished model, so that
 * they are those of every dialect, and of corrections.
 */
import type { Field, Model, ObjectType, Position, Shape, Type } from '../model/model.ts';
import { pathBelow } from '../model/types.ts';
import { partsOf, shapesByName } from '../model/walk.ts';
import { factsInEvent } from './facts-in-words.ts';
import { aBound } from './worded-facts/bound.ts';
import { aDefault } from './worded-facts/default.ts';
import { fieldsElsewhere } from './worded-facts/elsewhere.ts';
import { lists, mayBe } from './worded-facts/held.ts';
import { factsInField, factsInText, searched, type FoundFact } from './worded-facts/search.ts';
import { signalIn, type SignalKind } from './worded-facts/signals.ts';
import { valuesUnder } from './worded-facts/values.ts';
import { sentencesOf } from './worded-facts/wording.ts';

/** A sentence of a description that may state a fact. */
export interface WordsOnly {
  /** What it is about: `tune`, `tune/station.name`, `Station/name`. */
  owner: string;
  /** Where that stands; of several fields of one name that have the sentence, the first one. */
  position: Position;
  /** How many have it. */
  count: number;
  sentence: string;
  /** The words in it that facts are told with. */
  signal: string;
}

/** Something with a description. What is not a field, but an event or a shape, is as a field without a name. */
interface Described {
  owner: string;
  description: string;
  field: Field<never>;
}

/** What is said of an event, an object or a shape as a whole. */
type Whole = Pick<ObjectType, 'position' | 'description' | 'support' | 'deprecated'>;

/**
 * The sentences of a model that may state a fact, which neither the model states nor a diagnostic tells.
 *
 * @param besideExamples words that the model does not have
 * @param isTold whether a diagnostic tells of a fact, by its words and the place of what has them
 */
export function wordsOnlyIn(
  model: Model,
  besideExamples: readonly { text: string; position: Position }[],
  isTold: (words: string, position: Position) => boolean,
): WordsOnly[] {
  const found = new Map<string, WordsOnly>();
  const beside = besideExamples.map(({ text, position }): Described => ({
    owner: 'beside an example',
    description: text,
    field: nameless({ position }, closed(position)),
  }));
  for (const described of [...describedIn(model), ...beside]) {
    const { owner, field } = described;
    const { name, position } = field;
    for (const one of signalledIn(described, (words) => isTold(words, position))) {
      const key = `${name}\n${one.sentence}`;
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, { owner, position, count: 1, ...one });
    }
  }
  return [...found.values()];
}

/** The sentences of a description in which a signal is left, beside what is stated or told. */
function signalledIn(
  { description, field }: Described,
  isTold: (words: string) => boolean,
): Pick<WordsOnly, 'sentence' | 'signal'>[] {
  const { text, masked } = searched(description);
  if (!signalIn(masked)) return [];
  const found = field.name === '' ? factsInText(description) : factsInField(description);
  const facts = found.filter((fact) => states(field, fact) || isTold(fact.words));
  const left = blanked(masked, facts);
  return sentencesOf(masked).flatMap(({ text: maskedSentence, index }) => {
    const end = index + maskedSentence.length;
    const sentence = text.slice(index, end);
    const values = valuesUnder(maskedSentence, sentence);
    const signal = signalIn(left.slice(index, end), needless(field, values));
    return signal
      ? { sentence: sentence.trim(), signal: sentence.slice(signal.from, signal.to).trim() }
      : [];
  });
}

/** Whether words about an event may state a fact, beside those that are read or told of them. */
export function mayStateMore(event: Whole, words: string): boolean {
  const field = nameless(event, closed(event.position));
  return signalledIn({ owner: '', description: words, field }, () => true).some(
    ({ sentence }) => factsInEvent(sentence).length === 0,
  );
}

/** A text with parts of it blank, character by character; the parts may overlap. */
function blanked(text: string, parts: readonly { from: number; to: number }[]): string {
  let end = 0;
  const pieces = parts
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      const begin = Math.max(from, end);
      const kept = text.slice(end, begin);
      end = Math.max(to, end);
      return kept + ' '.repeat(end - begin);
    });
  return pieces.join('') + text.slice(end);
}

/** Whatever has a description, the fields first. */
function describedIn({ events, shapes }: Model): Described[] {
  const byName = shapesByName({ shapes });
  const fields: Described[] = [];
  const others: Described[] = [];
  const add = (owner: string, { description, ...field }: Field): void => {
    if (description === undefined) return;
    const described = { ...field, type: surfaceOf(field.type, byName) };
    (field.name === '' ? others : fields).push({ owner, description, field: described });
  };
  const addTypes = (type: Type, owner: string, path = ''): void => {
    if (type.kind !== 'object') {
      for (const part of partsOf(type)) addTypes(part, owner, path);
      return;
    }
    add(path === '' ? owner : `${owner}/${path}`, nameless(type, type));
    for (const field of type.fields) {
      const at = pathBelow(path, field.name);
      add(`${owner}/${at}`, field);
      addTypes(field.type, owner, at);
    }
  };
  for (const event of events) {
    add(event.name, nameless({ ...event, position: event.page }, event.body));
    addTypes(event.body, event.name);
  }
  for (const { name, type, ...shape } of shapes) {
    if (type.kind !== 'object' || type.description !== shape.description)
      add(name, nameless({ ...type, ...shape }, type));
    addTypes(type, name);
  }
  // A shape may have the words of the field that it was found at.
  const known = new Set(fields.map(({ description }) => description));
  return [...fields, ...others.filter(({ description }) => !known.has(description))];
}

/** What an event, an object or a shape states of itself, as if it were a field. */
function nameless<Target>(whole: Whole, type: Type<Target>): Field<Target> {
  const { position, description, support, deprecated } = whole;
  return {
    name: '',
    position,
    type,
    requiredness: 'unstated',
    origin: 'documented',
    ...(description !== undefined && { description }),
    ...(support && support.status !== 'supported' && { support }),
    ...(deprecated && { deprecated }),
  };
}

/** Whether something states a fact that its words tell. */
function states(field: Field<never>, fact: FoundFact): boolean {
  // A default or a bound that the type cannot have is not told as one, and not stated either.
  if (fact.name === aDefault.name && !field.default) return false;
  if (fact.name === aBound.name && !field.bounds) return false;
  return fact.isKnown(field, fact);
}

/** The kinds of signals that add nothing to what a field states, in a sentence with these values. */
function needless(field: Field<never>, values: readonly string[]): ReadonlySet<SignalKind> {
  const { name, type, requiredness, support, deprecated } = field;
  const areListed = values.length > 0 && lists(type, values);
  const kinds: readonly (readonly [SignalKind, boolean])[] = [
    ['required', requiredness === 'required'],
    ['optional', requiredness === 'optional'],
    ['values', areListed],
    ['mention', areListed || name === ''],
    ['null', mayBe(type, ({ kind }) => kind === 'null')],
    ['deprecated', deprecated !== undefined],
    ['elsewhere', name === '' || fieldsElsewhere.isKnown(field, { words: '', values })],
    ['support', support !== undefined && support.status !== 'supported'],
  ];
  return new Set(kinds.flatMap(([kind, isStated]) => (isStated ? [kind] : [])));
}

/** An object of which nothing more matters. */
function closed(position: Position): Type<never> {
  return { kind: 'object', position, fields: [] };
}

/** What a type is on its outside: a shape is what it stands for, and what is in objects does not matter. */
function surfaceOf(type: Type, shapes: ReadonlyMap<string, Shape>): Type<never> {
  switch (type.kind) {
    case 'reference': {
      const shape = shapes.get(type.name);
      return shape ? surfaceOf(shape.type, new Map()) : closed(type.position);
    }
    case 'union':
      return { ...type, members: type.members.map((member) => surfaceOf(member, shapes)) };
    case 'object':
      return { ...type, fields: [] };
    case 'array':
      return { ...type, element: surfaceOf(type.element, shapes) };
    case 'map':
      return { ...type, value: closed(type.position) };
    default:
      return type;
  }
}
