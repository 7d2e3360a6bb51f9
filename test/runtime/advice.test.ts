import { describe, expect, test } from 'vitest';
import { adviceOn, adviceOnName, toldMisfit } from '../../generator/runtime/advice.ts';
import type { KeyedMisfit } from '../../generator/runtime/misfits.ts';
import type { Docs, Path } from '../../generator/runtime/types.ts';

const docs: Docs = {
  title: 'Radio',
  date: '2026-01-31',
  names: {
    events: { tune: 'tuned', item: ['item.added', 'item.done'], hiss: [], relay: 'set' },
    holding: { relay: { 'radio.kind': 'relay' } },
    fields: {
      'radio.voice': 'radio.audio.voice',
      'radio.bands[].kind': ['band', 'kind'],
      'radio.hiss': [],
    },
    values: { 'radio.bands[].kind': { am: 'medium' } },
  },
};

test.each([
  ['tune', 'Radio calls it "tuned".'],
  ['item', 'Radio has "item.added" and "item.done" in its place.'],
  ['hiss', 'Radio has nothing in its place.'],
  ['relay', 'Radio calls it "set", with radio.kind "relay".'],
  ['toString', undefined],
])('an event called %s: %s', (name, advice) => {
  const names = ['tuned', 'item.added', 'item.done', 'set'];
  expect(adviceOnName(name, { docs, names })).toBe(advice);
});

test.each([
  ['scan', 'It is a client event.'],
  ['tunde', 'Did you mean "tuned"?'],
  ['scna', undefined],
])('an event called %s, by the names alone: %s', (name, advice) => {
  const other = { direction: 'client', names: ['scan'] } as const;
  expect(adviceOnName(name, { names: ['tuned', 'silence'], other })).toBe(advice);
});

test('what the other direction has says nothing', () => {
  expect(adviceOnName('item', { docs, names: ['item.added'] })).toBeUndefined();
});

describe('a misfit', () => {
  const unknownKey = (...path: (string | number)[]): KeyedMisfit => ({
    path,
    expected: 'nothing',
    received: 'string',
    isUnknownKey: true,
  });
  const lacking = 'the docs of Radio of 2026-01-31 do not have it';

  test.each<[string, KeyedMisfit, unknown, string | undefined]>([
    ['a key that moved', unknownKey('radio', 'voice'), {}, 'Radio has it at radio.audio.voice'],
    ['in a list', unknownKey('radio', 'bands', 3, 'kind'), {}, 'Radio has it at band and kind'],
    ['that is gone', unknownKey('radio', 'hiss'), {}, 'Radio has nothing in its place'],
    ['that nobody has', unknownKey('radio', 'mast'), {}, lacking],
    ['of every object', unknownKey('toString'), {}, lacking],
    [
      'with a typing error',
      { ...unknownKey('radio', 'statoin'), similar: 'station' },
      {},
      'did you mean "station"?',
    ],
    [
      'that holds what moved',
      unknownKey('radio'),
      { radio: { voice: 'x', hiss: 'y' } },
      'Radio has radio.voice at radio.audio.voice',
    ],
    ['that holds nothing of it', unknownKey('radio'), { radio: { mast: 'x' } }, lacking],
  ])('%s', (_, misfit, value, advice) => {
    expect(adviceOn(misfit, value, docs)).toBe(advice);
  });

  const wrongValue = (path: Path, is: unknown, known: string[]): KeyedMisfit => ({
    path,
    expected: '…',
    received: '…',
    unknownValue: { is, known },
  });
  const kind: Path = ['radio', 'bands', 0, 'kind'];

  test('of a value with another name here', () => {
    expect(adviceOn(wrongValue(kind, 'am', ['medium', 'long']), {}, docs)).toBe(
      'Radio calls it "medium"',
    );
    expect(adviceOn(wrongValue(kind, 'am', ['long']), {}, docs)).toBeUndefined();
    expect(adviceOn(wrongValue(kind, 1, ['medium']), {}, docs)).toBeUndefined();
  });

  test('of the name of an event', () => {
    expect(adviceOn(wrongValue(['type'], 'relay', ['set']), {}, docs)).toBe(
      'Radio calls it "set", with radio.kind "relay"',
    );
    expect(adviceOn(wrongValue(['type'], 'tuned', ['set']), {}, docs)).toBeUndefined();
  });

  test('is told with its path, and without advice where there is none', () => {
    expect(toldMisfit({ path: kind, expected: 'string', received: 'null' }, {}, docs)).toEqual({
      path: 'radio.bands[0].kind',
      expected: 'string',
      received: 'null',
    });
  });

  test('of docs of which nothing is known', () => {
    expect(adviceOn(unknownKey('mast'), {})).toBeUndefined();
    expect(adviceOn(unknownKey('mast'), {}, { title: 'Radio' })).toBe(
      'the docs of Radio do not have it',
    );
  });
});
