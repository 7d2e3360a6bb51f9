/**
 * AsyncAPI 3.0 of a source, as its client sees it: one channel, on which it receives what the server sends. What a
 * message holds is in the JSON Schemas beside it.
 *
 * No page of a reference says where its server is; a source may, with evidence.
 */
import { editionOf } from '../model/edition.ts';
import { endpointParts, variablesIn } from '../model/endpoint.ts';
import type { Direction, Endpoint, Event, Json, Model } from '../model/model.ts';
import { directionsOf, eventsOf } from '../model/walk.ts';
import { withoutRelativeLinks } from './jsdoc.ts';

const actions = { server: 'receive', client: 'send' } as const;

/** The document of a source. */
export function asyncApiOf(model: Model): { [key: string]: Json } {
  const { source, events } = model;
  const listens = source.endpoint && listeningAt(source.endpoint);
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
    ...(listens && { servers: { main: listens.server } }),
    channels: {
      events: {
        address: null,
        ...listens?.channel,
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

/** The server of an address, and what the channel has of it. */
function listeningAt({
  url,
  evidence,
}: Endpoint): Record<'server' | 'channel', { [key: string]: Json }> | undefined {
  const parts = endpointParts(url);
  if (!parts) return undefined;
  const { protocol, host, path, query } = parts;
  const variables = named(variablesIn(host));
  const parameters = named(variablesIn(path));
  return {
    server: {
      host,
      protocol,
      description: `As it is stated in: ${evidence}.`,
      ...(variables && { variables }),
    },
    channel: {
      address: path === '' ? '/' : path,
      servers: [{ $ref: '#/servers/main' }],
      ...(parameters && { parameters }),
      ...(query.length > 0 && {
        bindings: {
          ws: {
            method: 'GET',
            query: {
              type: 'object',
              properties: Object.fromEntries(
                query.map(({ name, value }) => [
                  name,
                  variablesIn(value).length > 0
                    ? { type: 'string' }
                    : { type: 'string', const: value },
                ]),
              ),
            },
            bindingVersion: '0.1.0',
          },
        },
      }),
    },
  };
}

/** Nothing is known of them but their names. */
function named(variables: readonly string[]): { [key: string]: Json } | undefined {
  return variables.length === 0
    ? undefined
    : Object.fromEntries(variables.map((name) => [name, {}]));
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
