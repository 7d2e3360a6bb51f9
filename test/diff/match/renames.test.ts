/** What moved or has another name, against what is gone and new. */
import { describe, expect, test } from 'vitest';
import { diffModels } from '../../../generator/diff/index.ts';
import type { Event, Field } from '../../../generator/model/model.ts';
import {
  arrayOf,
  clientEvent,
  event,
  integer,
  model,
  number,
  object,
  oneOf,
  optional,
  required,
  somewhere,
  string,
} from '../../support/models.ts';
import { brief } from '../../support/diff-pages.ts';

const found = (before: Event[], after: Event[]) =>
  diffModels(model(before), model(after)).map(brief);
const fields = (before: Field[], after: Field[]) =>
  diffModels(model([event('tuned', before)]), model([event('tuned', after)])).map(
    ({ rule, place, sentence }) => `${rule} ${place.path}: ${sentence}`,
  );

describe('an event', () => {
  const body = ['response_id', 'item_id', 'delta'].map((name) => required(name, string));

  test('with a similar name and the same fields was renamed, and is compared under both names', () => {
    expect(
      found(
        [event('response.text.delta', body)],
        [event('response.output_text.delta', [...body, required('index', integer)])],
      ),
    ).toEqual([
      'breaking event-renamed response.output_text.delta',
      'safe required-field-added response.output_text.delta index',
    ]);
  });

  test('that the pages call what it was called was renamed by a correction, whatever is like it', () => {
    const documentedName = { position: somewhere, text: 'stop' };

    expect(
      found(
        [event('stop', [])],
        [event('stop.radio', []), { ...event('radio.halt', body), documentedName }],
      ),
    ).toEqual(expect.arrayContaining(['breaking event-renamed radio.halt']));
  });

  test('goes to the most similar of several names', () => {
    expect(
      found(
        [event('response.text.delta', body), event('response.text.done', body)],
        [event('response.output_text.done', body), event('response.output_text.delta', body)],
      ),
    ).toEqual([
      'docs order-changed',
      'breaking event-renamed response.output_text.done',
      'breaking event-renamed response.output_text.delta',
    ]);
  });

  test('with a similar name and other fields is gone, and another is new', () => {
    expect(
      found(
        [event('response.text.delta', body)],
        [event('response.output_text.delta', [required('usage', object([]))])],
      ),
    ).toEqual([
      'breaking event-removed response.text.delta',
      'dangerous event-added response.output_text.delta',
    ]);
  });

  test('without fields of its own needs a name that leaves no doubt', () => {
    expect(found([event('buffer.cleared')], [event('buffer.committed')])).toEqual([
      'breaking event-removed buffer.cleared',
      'dangerous event-added buffer.committed',
    ]);
  });

  test('that the other direction has now is told once, where it was', () => {
    expect(found([event('tuned'), event('mute')], [event('tuned'), clientEvent('mute')])).toEqual([
      'breaking event-turned mute',
    ]);
  });

  test('that both directions had and one still has is gone from the other', () => {
    expect(
      found(
        [event('tuned'), event('mute'), clientEvent('mute')],
        [event('tuned'), clientEvent('mute')],
      ),
    ).toEqual(['breaking event-removed mute']);
  });
});

describe('a field', () => {
  test.each([
    ['more words', 'modalities', 'output_modalities'],
    ['fewer words', 'max_response_output_tokens', 'max_output_tokens'],
    ['its words in another order', 'tokens_max', 'max_tokens'],
  ])('was renamed when its name has %s', (_, before, after) => {
    expect(fields([optional(before, integer)], [optional(after, integer)])).toEqual([
      `optional-field-renamed ${after}: renamed from \`${before}\``,
    ]);
  });

  test('that was deprecated and was renamed is told by its new name only', () => {
    expect(
      fields(
        [
          optional('max_tokens', integer, {
            deprecated: { position: 'small/page.md:1:1', text: 'Deprecated.' },
          }),
        ],
        [optional('max_output_tokens', integer, { description: 'How many.' })],
      ),
    ).toEqual(['optional-field-renamed max_output_tokens: renamed from `max_tokens`']);
  });

  test('was renamed when it is described in the same words', () => {
    const description = 'What the listener hears first.';

    expect(
      fields(
        [required('text', string, { description })],
        [required('content', string, { description })],
      ),
    ).toEqual(['required-field-renamed content: renamed from `text`']);
  });

  test.each([
    ['no word in common', required('speed', number), required('rate', number)],
    ['one word of two in common', required('start_ms', integer), required('end_ms', integer)],
    [
      'another type',
      required('modalities', string),
      required('output_modalities', arrayOf(string)),
    ],
  ])('is gone, and another is new, with %s', (_, before, after) => {
    expect(fields([before], [after])).toEqual([
      expect.stringMatching(/^required-field-removed/),
      expect.stringMatching(/^required-field-added/),
    ]);
  });

  test('moved into objects, which are not told: they hold nothing else', () => {
    const audio = object([
      optional('output', object([optional('voice', string), optional('speed', number)])),
    ]);

    expect(
      fields([optional('voice', string), optional('speed', number)], [optional('audio', audio)]),
    ).toEqual([
      'optional-field-moved audio.output.voice: moved from `voice`',
      'optional-field-moved audio.output.speed: moved from `speed`',
    ]);
  });

  test('moved into an object, which is told: it holds more', () => {
    const audio = object([optional('voice', string), optional('language', string)]);

    expect(fields([optional('voice', string)], [optional('audio', audio)])).toEqual([
      'optional-field-moved audio.voice: moved from `voice`',
      'optional-field-added audio: new, optional object',
    ]);
  });

  test('moved into an object that must be there, which is told: writers have to send it', () => {
    const target = object([optional('response_id', string)]);

    expect(
      found(
        [clientEvent('tune', [optional('response_id', string)])],
        [clientEvent('tune', [required('target', target)])],
      ),
    ).toEqual([
      'dangerous optional-field-moved tune target.response_id',
      'breaking required-field-added tune target',
    ]);
  });

  test('moved with its words spread over objects, and has another type', () => {
    const audio = object([
      optional('input', object([optional('format', object([optional('rate', integer)]))])),
    ]);

    expect(
      fields([optional('input_audio_format', oneOf('pcm16'))], [optional('audio', audio)]),
    ).toEqual([
      'optional-field-moved audio.input.format: moved from `input_audio_format`',
      "type-replaced audio.input.format: now object, was 'pcm16'",
    ]);
  });

  test('moved whole: what it holds is compared at the new place', () => {
    const vad = (threshold: Field) => object([required('type', string), threshold]);

    expect(
      fields(
        [optional('turn_detection', vad(optional('threshold', number)))],
        [
          optional(
            'audio',
            object([optional('turn_detection', vad(required('threshold', number)))]),
          ),
        ],
      ),
    ).toEqual([
      'optional-field-moved audio.turn_detection: moved from `turn_detection`',
      'optional-to-required audio.turn_detection.threshold: now required, was optional',
    ]);
  });

  test.each([
    ['of a name that says nothing by itself', 'id', object([required('id', string)])],
    ['of an element', 'voice', arrayOf(object([required('voice', string)]))],
  ])('is not a move to a field %s', (_, name, type) => {
    expect(fields([required(name, string)], [required('prompt', type)])).toEqual([
      expect.stringMatching(/^required-field-removed/),
      expect.stringMatching(/^required-field-added prompt/),
    ]);
  });
});

test('of more fields than anybody renames at once, the last are told as gone and new', () => {
  const named = (suffix: string) =>
    Array.from({ length: 3100 }, (_, i) => required(`f${i}${suffix}`, string));
  const findings = diffModels(
    model([event('tuned', named(''))]),
    model([event('tuned', named('_hz'))]),
  );
  const places = (wanted: string) =>
    findings.flatMap((one) => (one.rule === wanted ? one.places : [])).length;

  expect(places('required-field-renamed')).toBe(3000);
  expect(places('required-field-removed')).toBe(100);
  expect(places('required-field-added')).toBe(100);
});
