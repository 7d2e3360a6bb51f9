/** Where an API is served, as AsyncAPI has it; that it is valid, and has all events, is asked in `test/generated`. */
import { expect, it } from 'vitest';
import { asyncApiOf } from '../../generator/emit/asyncapi.ts';
import { event, model } from '../support/models.ts';

/** The document of a small source that listens there. */
function documentAt(url?: string) {
  return asyncApiOf(
    model([event('tune')], [], url === undefined ? {} : { endpoint: { url, evidence: 'a plate' } }),
  );
}

it('a server has a host, and the channel a path and a query, with what each user has', () => {
  expect(documentAt('wss://{mast}.example.com/{land}/air?version=2&band={band}')).toMatchObject({
    servers: {
      main: {
        host: '{mast}.example.com',
        protocol: 'wss',
        description: 'As it is stated in: a plate.',
        variables: { mast: {} },
      },
    },
    channels: {
      events: {
        address: '/{land}/air',
        servers: [{ $ref: '#/servers/main' }],
        parameters: { land: {} },
        bindings: {
          ws: {
            query: {
              type: 'object',
              properties: { version: { type: 'string', const: '2' }, band: { type: 'string' } },
            },
          },
        },
      },
    },
  });
});

it('what an address does not have is left out', () => {
  const document = documentAt('wss://example.com');
  expect(document).toMatchObject({ channels: { events: { address: '/' } } });
  expect(document).not.toHaveProperty('servers.main.variables');
  expect(document).not.toHaveProperty('channels.events.parameters');
  expect(document).not.toHaveProperty('channels.events.bindings');
});

it('a source that does not say where it listens names no server', () => {
  const document = documentAt();
  expect(document).toMatchObject({ channels: { events: { address: null } } });
  expect(document).not.toHaveProperty('servers');
});
