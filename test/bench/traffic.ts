/** What is sent: messages made from the model, with texts as long as they are in traffic, and spoiled ones. */
import { isJsonObject } from '../../generator/model/json.ts';
import type { Event, Json, Model } from '../../generator/model/model.ts';
import { mayBeAbsent, readingModeOf } from '../../generator/model/reading.ts';
import { eventsOf, shapesByName } from '../../generator/model/walk.ts';
import {
  everything,
  messageOf,
  shortest,
  withValue,
  wrongValues,
  type Message,
} from '../support/messages.ts';
import { sequence } from './measure.ts';

/** Messages as they come over the socket. */
export interface Traffic {
  title: string;
  valid: string[];
  /** The same messages, each with one thing that the docs do not allow. */
  invalid: string[];
}

/** All server events, each as often; and the deltas. */
export function trafficOf(model: Model): Traffic[] {
  const events = eventsOf(model, 'server');
  return [
    traffic(model, 'all events', events),
    traffic(
      model,
      'deltas',
      events.filter(({ name }) => name.endsWith('.delta')),
    ),
  ];
}

/** Once with what is required, and three times with all that is optional, with other members and values. */
const choices = [shortest, everything(0), everything(1), everything(2)].map((choice) => ({
  ...choice,
  string: () => 'text',
}));

function traffic(model: Model, title: string, events: readonly Event[]): Traffic {
  const random = sequence();
  const messages = events.flatMap((event) =>
    choices.map((choice) => ({ event, message: messageOf(model, event, choice) })),
  );
  const texts = (made: (message: Message) => Json): string[] =>
    messages.map(({ event, message }) => JSON.stringify(realistic(made(message), event.name)));
  return {
    title,
    valid: texts(({ value }) => value),
    invalid: texts((message) => spoiled(model, message, random)),
  };
}

/** One place of a message is gone, though it must be there, or holds something of another kind. */
function spoiled(model: Model, { value, places }: Message, random: () => number): Json {
  const reading = readingModeOf(model.source, 'server');
  const shapes = shapesByName(model);
  const ways = places
    .filter(({ path }) => path.length > 0)
    .map((place) => ({
      path: place.path,
      values: [
        ...(place.field && !mayBeAbsent(place.field) ? [undefined] : []),
        ...wrongValues(place, reading, shapes),
      ],
    }))
    .filter(({ values }) => values.length > 0);
  const way = ways[random() % ways.length];
  if (!way) throw new Error('There is nothing to spoil.');
  return withValue(value, way.path, way.values[random() % way.values.length]);
}

// ── Texts ───────────────────────────────────────────────────────────────────────────────────────────────────

const sentence = 'The quick brown fox jumps over the lazy dog, and nobody knows why it does. ';

/** 100 ms of PCM, 16 bits, 24 kHz, in Base64. */
const audio = 'UklGRiQAAABXQVZF'.repeat(400);

const texts: Record<string, string> = {
  arguments: '{"city":"Paris","unit":"celsius"}',
  delta: " Tuesday's",
  instructions: sentence.repeat(8),
  output: '{"temperature":21.5,"sky":"clear"}',
  text: sentence,
  transcript: sentence.repeat(2),
};

/** Texts of the length that they have in traffic, in place of the word that stands for all of them. */
function realistic(value: Json, event: string, key = ''): Json {
  if (Array.isArray(value)) return value.map((item) => realistic(item, event, key));
  if (isJsonObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, realistic(item, event, name)]),
    );
  if (value !== 'text' || key === 'type') return value;
  if (key === 'delta' && event === 'response.output_audio.delta') return audio;
  if (key === 'id' || key.endsWith('_id')) return `${key}_BJ8mQwXk3vT5nR7pL2sYd`;
  return texts[key] ?? 'some text';
}
