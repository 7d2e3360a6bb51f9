/**
 * AsyncAPI 3.0 of a source, as its client sees it: one channel, on which it receives what the server sends. What a
 * message holds is in the JSON Schemas beside it.
 *
 * No page of a reference says where its server is, so neither does this.
 */
import { editionOf } from '../model/edition.ts';
import type { Direction, Event, Json, Model } from '../model/model.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { withoutRelativeLinks } from './jsdoc.ts';

const actions = { server: 'receive', client: 'send' } as const;

/** The document of a source. */
export function asyncApiOf(model: Model): { [key: string]: Json } {
  const { source, events } = model;
  return {
    asyncapi: '3.0.0',
    info: {
      title: source.title,
      version: source.upstream?.snapshot ?? 'undated',
      description: [`${editionOf(source)}, as its client sees it.`, source.notice]
        .filter((text) => text !== undefined)
        .join(' '),
      ...(source.upstream && {
        externalDocs: { url: source.upstream.url, description: source.upstream.title },
      }),
    },
    defaultContentType: 'application/json',
    channels: {
      events: {
        address: null,
        messages: Object.fromEntries(
          events.map(({ typeName }) => [typeName, { $ref: `#/components/messages/${typeName}` }]),
        ),
      },
    },
    operations: Object.fromEntries(
      directionsOf(model).map((direction) => [
        `${actions[direction]}Event`,
        {
          action: actions[direction],
          channel: { $ref: '#/channels/events' },
          messages: eventsOf(model, direction).map(({ typeName }) => ({
            $ref: `#/channels/events/messages/${typeName}`,
          })),
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(events.map((event) => [event.typeName, messageOf(event)])),
    },
  };
}

function messageOf({ name, typeName, direction, description }: Event): { [key: string]: Json } {
  return {
    name,
    ...(description !== undefined && { description: withoutRelativeLinks(description) }),
    payload: { $ref: payloadOf(direction, typeName) },
  };
}

function payloadOf(direction: Direction, typeName: string): string {
  return `./${direction}.schema.json#/$defs/${typeName}`;
}
