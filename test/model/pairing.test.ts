import { describe, expect, test } from 'vitest';
import type { Event, Model, Renames } from '../../generator/model/model.ts';
import { isEventNamed, pairingOf, renamesOf } from '../../generator/model/pairing.ts';
import {
  arrayOf,
  clientEvent,
  event,
  model,
  object,
  optional,
  somewhere,
  string,
} from '../support/models.ts';
import { generatedSources, readModel } from '../support/repository.ts';

const renames: Renames = {
  source: 'radio',
  position: somewhere,
  from: ['wire', 'shop'],
  evidence: 'Both masts.',
  events: [
    { position: somewhere, was: 'tune.done', is: ['tuner.done'] },
    { position: somewhere, was: 'item', is: ['item.added', 'item.done'] },
    { position: somewhere, was: 'relay.set', is: ['set'], with: { 'radio.kind': 'relay' } },
    { position: somewhere, was: 'hiss', is: [] },
  ],
  fields: [
    { position: somewhere, event: '*set', was: 'radio.voice', is: ['radio.audio.voice'] },
    { position: somewhere, event: '*set', was: 'radio.hiss', is: [] },
  ],
  values: [],
};

const radio = model(
  [
    event('tuner.done'),
    event('item.added'),
    event('item.done'),
    clientEvent('set', [
      optional(
        'radio',
        object([
          optional('kind', string),
          optional('audio', object([optional('voice', object([optional('id', string)]))])),
          optional('tools', arrayOf(string)),
        ]),
      ),
    ]),
  ],
  [],
  { id: 'radio' },
);
radio.renames = renames;

const settings = optional(
  'radio',
  object([
    optional('voice', object([optional('id', string)])),
    optional('hiss', string),
    optional('tools', arrayOf(string)),
  ]),
);
const wire = model(
  [
    event('tune.done'),
    event('item'),
    event('hiss'),
    clientEvent('set', [settings]),
    clientEvent('relay.set', [settings]),
  ],
  [],
  { id: 'wire' },
);

function named(source: Model, name: string): Event {
  const found = source.events.find((one) => one.name === name);
  if (!found) throw new Error(`there is no event ${name}`);
  return found;
}

function counterpart(from: Model, to: Model, name: string): string {
  const { kind, events } = pairingOf(from, to, [renames]).of(named(from, name));
  return [kind, ...events.map((one) => one.name)].join(' ');
}

describe('which event of one source is which of another', () => {
  test.each([
    ['set', 'same set'],
    ['tune.done', 'renamed tuner.done'],
    ['item', 'split item.added item.done'],
    ['relay.set', 'replaced set'],
    ['hiss', 'none'],
  ])('%s: %s', (name, expected) => {
    expect(counterpart(wire, radio, name)).toBe(expected);
  });

  test.each([
    ['set', 'same set'],
    ['tuner.done', 'renamed tune.done'],
    ['item.added', 'merged item'],
    ['item.done', 'merged item'],
  ])('backwards, %s: %s', (name, expected) => {
    expect(counterpart(radio, wire, name)).toBe(expected);
  });

  test('an event that is gone is told with the entry that says so', () => {
    const found = pairingOf(wire, radio).of(named(wire, 'hiss'));
    expect(found).toEqual({ kind: 'none', events: [], rename: renames.events[3] });
  });

  test('a third source tells of two, where one has its names and one the others', () => {
    const ours = { ...radio, source: { ...radio.source, id: 'elsewhere' } };
    expect(counterpart(wire, ours, 'tune.done')).toBe('renamed tuner.done');
    const theirs = { ...wire, source: { ...wire.source, id: 'shop' } };
    expect(counterpart(wire, theirs, 'tune.done')).toBe('same tune.done');
  });
});

describe('where another source has a field', () => {
  test.each([
    ['radio.tools', ['radio.tools']],
    ['radio.voice', ['radio.audio.voice']],
    ['radio.voice.id', ['radio.audio.voice.id']],
    ['radio.hiss', []],
  ])('%s: %j', (path, expected) => {
    const pairing = pairingOf(wire, radio);
    for (const name of ['set', 'relay.set'])
      expect(pairing.pathsOf(named(wire, name), path, named(radio, 'set'))).toEqual(expected);
  });

  test('backwards', () => {
    const pairing = pairingOf(radio, wire);
    const [ours, theirs] = [named(radio, 'set'), named(wire, 'set')];
    expect(pairing.pathsOf(ours, 'radio.audio.voice.id', theirs)).toEqual(['radio.voice.id']);
    expect(pairing.pathsOf(ours, 'radio.kind', theirs)).toEqual([]);
  });
});

test.each([
  ['session.*', 'session.update', true],
  ['session.*', 'transcription_session.update', false],
  ['*session.*', 'transcription_session.update', true],
  ['a*b*c', 'a.b.c', true],
  ['a*ab', 'ab', false],
  ['*', 'error', true],
  ['error', 'error', true],
])('%s means %s: %s', (pattern, name, expected) => {
  expect(isEventNamed(pattern, name)).toBe(expected);
});

describe('of the sources here', async () => {
  const models = await Promise.all(generatedSources.map(readModel));
  const renames = renamesOf(models);
  const pairs = models.flatMap((one) =>
    models.flatMap((other) =>
      one === other ? [] : [[one.source.id, other.source.id, one, other] as const],
    ),
  );

  test.each(pairs)('%s and %s: what is renamed there is renamed back', (_, _id, one, other) => {
    const [forth, back] = [pairingOf(one, other, renames), pairingOf(other, one, renames)];
    for (const event of one.events) {
      const { kind, events } = forth.of(event);
      const [counterpart] = events;
      if (!counterpart || (kind !== 'same' && kind !== 'renamed')) continue;
      expect(back.of(counterpart)).toEqual({ kind, events: [event] });
    }
  });
});
