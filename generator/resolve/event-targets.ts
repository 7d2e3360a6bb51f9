/** Corrections of events as a whole: which there are, what they are called, whether they are supported. */
import type { Subject } from '../diagnostics.ts';
import { absent, textOf, type Correction, type Statement } from '../source/correction.ts';
import type {
  DocumentedEvent,
  DocumentedSource,
  Field,
  Link,
  ObjectType,
  Position,
} from '../model/model.ts';
import { insertEvent } from '../model/documented.ts';
import { typeSignature } from '../model/signature.ts';
import { deprecationOf, flagOf, setDeprecation, setDispute, supportAs } from './facts.ts';
import { matchesPath, starsIn } from './path.ts';
import { entryOf, type Target } from './target.ts';
import { keepWordsOfObjects } from './words.ts';

/** What an entry of an index is called where it is one. */
const listed = 'listed';

/**
 * The events, or entries, that a correction applies to.
 *
 * @param subjects what the faults of the pages are about: an entry that is not an event is known by them alone
 */
export function eventTargets(
  documented: DocumentedSource,
  correction: Correction,
  subjects: readonly Subject[],
): Target[] {
  const { statement } = correction;
  const events = documented.events.filter((event) =>
    isMeant(correction, event.name, event.direction),
  );
  switch (statement.kind) {
    case 'page':
      return events.length === 0
        ? [unread(correction)]
        : events.map((event) => ofPage(correction, event));
    case 'event':
      return events.length === 0 && correction.was.text === absent
        ? [added(documented, correction, statement)]
        : events.map((event) => restated(documented, event, correction, statement));
    case 'nothing':
      return [
        ...events.map((event) => removed(documented, event, correction)),
        ...entriesBeside(documented, correction, subjects),
      ];
    case 'fact':
      return events.map((event) =>
        statement.fact === 'name'
          ? renamed(event, correction, statement.value)
          : statement.fact === 'deprecated'
            ? deprecated(event, correction, statement)
            : flagged(event, correction, statement),
      );
    case 'field':
    case 'value':
      return [];
  }
}

function isMeant(
  { target, direction }: Correction,
  name: string,
  of: Subject['direction'],
): boolean {
  return matchesPath(target.text, name) && (direction ?? of ?? direction) === (of ?? direction);
}

/** What all targets that are events have in common. */
function targetAt(
  event: DocumentedEvent,
  { was }: Correction,
): Pick<Target, 'event' | 'entry' | 'position' | 'was'> {
  return { event, entry: entryOf(event), position: event.position, was: was.text };
}

function nothing(): void {}

/** An event that its page documents and no index lists; it was read before. */
function ofPage(correction: Correction, event: DocumentedEvent): Target {
  const isRead = event.correction === correction.position;
  return {
    ...targetAt(event, correction),
    now: isRead ? absent : listed,
    right: listed,
    apply: nothing,
  };
}

/** An event whose page cannot be read, which is reported there. */
function unread({ target, position, was }: Correction): Target {
  const now = absent;
  return { entry: target.text, position, now, was: was.text, right: listed, apply: nothing };
}

function added(
  documented: DocumentedSource,
  { target, position, was, direction = 'server' }: Correction,
  { fields, sections, text, support, deprecated: said }: Extract<Statement, { kind: 'event' }>,
): Target {
  const body: ObjectType<Link> = { kind: 'object', position, fields };
  const event: DocumentedEvent = {
    name: target.text,
    direction,
    position,
    page: position,
    spans: [],
    support: support ?? {
      status: 'supported',
      evidence: { position: target.position, text: target.text },
    },
    body,
    examples: [],
    correction: position,
    ...(text !== undefined && { description: text }),
    ...(said && { deprecated: said }),
  };
  return {
    event,
    entry: target.text,
    position,
    now: absent,
    was: was.text,
    right: typeSignature(body),
    apply: () => {
      insertEvent(documented, event);
      documented.sections.push(...sections);
    },
  };
}

/** What the correction does not state, such as words, stays the page's. */
function restated(
  documented: DocumentedSource,
  event: DocumentedEvent,
  correction: Correction,
  { fields, sections, text, support, deprecated: said }: Extract<Statement, { kind: 'event' }>,
): Target {
  const { position } = correction;
  const body: ObjectType<Link> = {
    kind: 'object',
    position: event.body.position,
    fields: structuredClone(fields),
  };
  return {
    ...targetAt(event, correction),
    now: typeSignature(event.body),
    right: typeSignature(body),
    apply: () => {
      keepWordsOfObjects(event.body, body, event.name);
      event.body = body;
      event.correction = position;
      if (text !== undefined) event.description = text;
      if (support) event.support = support;
      if (said) event.deprecated = said;
      documented.sections.push(...sections);
    },
  };
}

function removed(
  { events }: DocumentedSource,
  event: DocumentedEvent,
  correction: Correction,
): Target {
  return {
    ...targetAt(event, correction),
    now: listed,
    right: absent,
    apply: () => {
      events.splice(events.indexOf(event), 1);
    },
  };
}

/** Entries of an index that became no event, and have a fault. */
function entriesBeside(
  { events }: DocumentedSource,
  correction: Correction,
  subjects: readonly Subject[],
): Target[] {
  const known = new Set(events.map(({ name }) => name));
  const entries = subjects.filter(
    ({ event, direction }) => !known.has(event) && isMeant(correction, event, direction),
  );
  return [...new Set(entries.map(({ event }) => event))].map((entry) => ({
    entry,
    position: correction.target.position,
    now: listed,
    was: correction.was.text,
    right: absent,
    apply: nothing,
  }));
}

/** A `*` of the new name stands for what that of the target stood for. */
function renamed(
  event: DocumentedEvent,
  correction: Correction,
  value: Extract<Statement, { kind: 'fact' }>['value'],
): Target {
  const { position, target, was } = correction;
  const stars = starsIn(target.text, event.name) ?? [];
  const type = event.body.fields.find(({ name }) => name === 'type');
  const right = filled(textOf(value ?? absent), stars);
  return {
    ...targetAt(event, correction),
    now: type?.type.kind === 'literal' ? textOf(type.type.value) : absent,
    was: filled(was.text, stars),
    right,
    apply: () => {
      if (event.name !== right)
        event.documentedName ??= { position: event.position, text: event.name };
      event.name = right;
      event.correction = position;
      const corrected = typeField(right, type?.position ?? position, position);
      if (type)
        event.body.fields.splice(event.body.fields.indexOf(type), 1, { ...type, ...corrected });
      else event.body.fields.unshift(corrected);
    },
  };
}

function filled(pattern: string, stars: readonly string[]): string {
  let next = 0;
  return pattern.replaceAll('*', () => stars[next++] ?? '*');
}

function typeField(value: string, position: Position, correction: Position): Field<Link> {
  return {
    name: 'type',
    position,
    requiredness: 'required',
    type: { kind: 'literal', position: correction, value },
    origin: 'corrected',
    correction,
  };
}

/** Of a flag that is disputed, the page keeps its word. */
function flagged(
  event: DocumentedEvent,
  correction: Correction,
  { fact, value }: Extract<Statement, { kind: 'fact' }>,
): Target {
  const right = textOf(value ?? absent);
  return {
    ...targetAt(event, correction),
    now: flagOf(event),
    right,
    apply: () => {
      if (fact === 'disputed') setDispute(event, right, correction);
      else event.support = supportAs(right, correction);
    },
  };
}

function deprecated(
  event: DocumentedEvent,
  correction: Correction,
  { value }: Extract<Statement, { kind: 'fact' }>,
): Target {
  return {
    ...targetAt(event, correction),
    now: deprecationOf(event),
    right: textOf(value ?? absent),
    apply: () => {
      setDeprecation(event, value !== undefined, correction);
    },
  };
}
