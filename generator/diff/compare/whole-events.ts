/** Events of which one side has all: new ones, those that are gone, and those that went to the other direction. */
import type { Event, Model, ReadingMode } from '../../model/model.ts';
import { supportMeaning } from '../../model/meaning.ts';
import type { Counterpart } from '../../model/pairing.ts';
import { ofBoth, type Both } from '../both.ts';
import type { Side } from '../finding.ts';
import type { ChangeKind } from '../rules.ts';
import { circumstancesOf, type LocalChange } from './change.ts';

/** A change of an event as a whole. */
export function wholeEvent(
  event: Event,
  reading: ReadingMode,
  kind: ChangeKind,
  sentence: string,
  sides: Partial<Both<Side>>,
): LocalChange {
  const circumstances = circumstancesOf(reading, { event: true });
  return { kind, place: { event: event.name, path: '' }, sentence, circumstances, ...sides };
}

/** Tells of an event that went to the other direction, in the direction that it had. */
export function turnedEvent(pair: Both<Event>, reading: ReadingMode): LocalChange {
  const sides = ofBoth(pair, ({ direction, page }) => ({
    meaning: `${direction} event`,
    position: page,
  }));
  const sentence = `now a ${sides.after.meaning}, was a ${sides.before.meaning}`;
  return wholeEvent(pair.before, reading, 'event-turned', sentence, sides);
}

export function removedEvent(event: Event, reading: ReadingMode, now: Counterpart): LocalChange {
  const before = { meaning: eventMeaning(event), position: event.page };
  return event.deprecated
    ? wholeEvent(
        event,
        reading,
        'deprecated-event-removed',
        `the event is gone; it was deprecated${standIn(now)}`,
        { before },
      )
    : wholeEvent(event, reading, 'event-removed', `the event is gone${standIn(now)}`, { before });
}

/** What stands for an event that is gone, to end a sentence. */
function standIn(now: Counterpart): string {
  if (now.kind !== 'replaced' && now.kind !== 'split') return '';
  const names = now.events.map(({ name }) => `\`${name}\``).join(' and ');
  const held = Object.entries(now.rename.with ?? {}).map(
    ([path, value]) => ` with \`${path}\` = "${value}"`,
  );
  return `: ${names}${held.join('')} ${now.events.length === 1 ? 'stands' : 'stand'} in its place`;
}

export function addedEvent(event: Event, reading: ReadingMode, was: Counterpart): LocalChange {
  const { status } = event.support;
  const flag = status === 'supported' ? '' : `, ${supportMeaning(event.support)}`;
  const formerly =
    was.kind === 'merged' ? `; it has a part of what \`${was.rename.was}\` said` : '';
  return wholeEvent(event, reading, 'event-added', `the event is new${flag}${formerly}`, {
    after: { meaning: eventMeaning(event), position: event.page },
  });
}

function eventMeaning({ support }: Event): string {
  return `${supportMeaning(support)} event`;
}

/** The events that only one direction has on each side, and not the same one. */
export function turnedEvents(models: Both<Model>): Both<Event>[] {
  const { before, after } = ofBoth(models, onlyEvents);
  return [...before].flatMap(([name, event]) => {
    const other = after.get(name);
    return other && other.direction !== event.direction ? [{ before: event, after: other }] : [];
  });
}

/** The events whose name only one direction has, by their names. */
function onlyEvents({ events }: Model): Map<string, Event> {
  const names = ofBoth(
    { before: 'server', after: 'client' } as const,
    (direction) =>
      new Set(events.flatMap((event) => (event.direction === direction ? event.name : []))),
  );
  const alone = events.filter(({ name }) => !names.before.has(name) || !names.after.has(name));
  return new Map(alone.map((event) => [event.name, event]));
}
