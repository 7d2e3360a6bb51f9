/** What a program that was written for one provider meets on another one. */
import { describe, expect, it } from 'vitest';
import { encountersOf } from '../../generator/matrix/encounters.ts';
import { supportMatrix } from '../../generator/matrix/matrix.ts';
import { encounterReport } from '../../generator/matrix/reports/encounters.ts';
import type { Event } from '../../generator/model/model.ts';
import {
  clientEvent,
  event,
  integer,
  model,
  object,
  openObject,
  optional,
  required,
  string,
  unsupported,
} from '../support/models.ts';
import { readModel } from '../support/repository.ts';

/** What is met between the events of the two, in short. */
function met(home: Event[], away: Event[], events: string[] = []): string[] {
  const matrix = supportMatrix([
    model(home, [], { id: 'home', title: 'Home' }),
    model(away, [], { id: 'away', title: 'Away' }),
  ]);
  const [first, second] = ['home', 'away'].map((id) =>
    matrix.sources.find((source) => source.id === id),
  );
  if (!first || !second) throw new Error('a source is missing');
  return encountersOf(matrix, { home: first, away: second }, events).map(
    ({ side, weight, event: name, path = '', words }) =>
      [side, weight, name, path, words].filter(Boolean).join(' '),
  );
}

const text = required('text', string);

describe('of what it reads', () => {
  it.each<[string, Event[], Event[], string[]]>([
    [
      'an event that is not there',
      [event('ping')],
      [],
      ['breaking ping never comes: Away does not document it'],
    ],
    [
      'an event that is flagged',
      [event('ping')],
      [event('ping', [], { support: unsupported() })],
      ['breaking ping never comes: Away flags it as not supported'],
    ],
    [
      'an event of the other alone',
      [],
      [event('ping')],
      ['dangerous ping comes from Away alone, so that the program has no handler for it'],
    ],
    [
      'a required field that is not there',
      [event('ping', [text])],
      [event('ping')],
      ['breaking ping text is required, and never there on Away'],
    ],
    [
      'a field that may be absent',
      [event('ping', [text])],
      [event('ping', [optional('text', string)])],
      ['dangerous ping text may be absent on Away, and is required at home'],
    ],
    [
      'a field of another type',
      [event('ping', [text])],
      [event('ping', [required('text', integer)])],
      ['dangerous ping text is integer on Away, and string at home'],
    ],
    [
      'a field that is left open',
      [event('ping', [required('a', object([text]))])],
      [event('ping', [required('a', openObject)])],
      ['dangerous ping a.text is left open by Away'],
    ],
    [
      'what is below a field that is not there',
      [event('ping', [optional('a', object([text]))])],
      [event('ping')],
      ['dangerous ping a is never there on Away'],
    ],
    ['the same', [event('ping', [text])], [event('ping', [text])], []],
  ])('%s', (_, home, away, expected) => {
    expect(met(home, away)).toEqual(expected.map((words) => `reader ${words}`));
  });
});

describe('of what it writes', () => {
  it.each<[string, Event[], Event[], string[]]>([
    [
      'an event that is not there',
      [clientEvent('stop')],
      [],
      ['breaking stop is not taken: Away does not document it'],
    ],
    ['an event of the other alone', [], [clientEvent('stop')], []],
    [
      'a field that is not known',
      [clientEvent('stop', [text])],
      [clientEvent('stop')],
      ['dangerous stop text is not known to Away, which may refuse it'],
    ],
    [
      'a field that is required',
      [clientEvent('stop', [optional('text', string)])],
      [clientEvent('stop', [text])],
      ['breaking stop text is required by Away, and optional at home'],
    ],
    [
      'a required field of the other alone',
      [clientEvent('stop')],
      [clientEvent('stop', [text])],
      ['breaking stop text is required by Away, and not known to the program'],
    ],
  ])('%s', (_, home, away, expected) => {
    expect(met(home, away)).toEqual(expected.map((words) => `writer ${words}`));
  });
});

it('may be asked of some events alone', () => {
  expect(met([event('ping'), event('pong')], [], ['po*'])).toEqual([
    'reader breaking pong never comes: Away does not document it',
  ]);
});

it('is told on a screen, the worst first', () => {
  const words = encounterReport(
    'text',
    [
      { side: 'writer', weight: 'dangerous', event: 'stop', path: 'text', words: 'is not known' },
      { side: 'reader', weight: 'dangerous', event: 'pong', words: 'comes in addition' },
      {
        side: 'reader',
        weight: 'breaking',
        event: 'ping',
        words: 'never comes',
        evidence: { file: 'a/page.md', line: 3, text: 'ping' },
      },
    ],
    { home: 'Home', away: 'Away' },
    (_, shown) => shown,
  );
  expect(words).toBe(
    [
      'A program written for Home, on Away: 1 breaking, 2 dangerous, 0 safe',
      'What it reads',
      'breaking ping\n  never comes  a/page.md:3',
      'dangerous pong\n  comes in addition',
      'What it writes',
      'dangerous stop\n  text is not known\n',
    ].join('\n\n'),
  );
});

it('a field that the other has elsewhere is told with both places, and not with those of what is in it', async () => {
  const ids = ['openai-realtime', 'azure-openai-realtime'];
  const matrix = supportMatrix(await Promise.all(ids.map(readModel)));
  const [home, away] = ids.map((id) => matrix.sources.find((source) => source.id === id));
  if (!home || !away) throw new Error('a source is missing');
  const moved = encountersOf(matrix, { home, away }, ['session.update']).flatMap(
    ({ path = '', words }) => {
      const [, place] = /^is at (\S+) on/.exec(words) ?? [];
      return place === undefined ? [] : [[path, place]];
    },
  );

  expect(moved).toContainEqual(['session.audio.output.voice', 'session.voice']);
  expect(moved).toContainEqual(['session.max_output_tokens', 'session.max_response_output_tokens']);
  expect(moved).not.toContainEqual([
    'session.audio.input.transcription.model',
    'session.input_audio_transcription.model',
  ]);
});
