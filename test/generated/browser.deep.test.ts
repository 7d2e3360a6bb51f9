/**
 * The bundled module in a real browser: what comes over a WebSocket and over the port of a channel is handled, and what
 * is sent arrives. Where there is no Chromium, this file is left out (`vitest.config.ts`); `.ci/run` installs one.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { handleRealtimeClientEvent } from '../../generated/openai-realtime/index.ts';
import { chromiumPath } from '../support/chromium.ts';
import { generated } from '../support/repository.ts';

/** What the page runs: it notes what its handlers are called with, at a socket and at a port. */
const app = (port: number) => `
import { createRealtimeClientEventSender, handleRealtimeServerEvent } from './openai-realtime/index.ts';

const notes = [];
const handlers = {
  other: ({ type, event_id }, { context }) => notes.push([context, type, event_id].join(' ')),
  malformed: ({ advice }, { context }) => notes.push([context, advice].join(' ')),
};
const socket = new WebSocket('ws://127.0.0.1:${port}');
const send = createRealtimeClientEventSender(socket);
globalThis.done = new Promise((resolve) => {
  socket.addEventListener('message', ({ data }) => {
    handleRealtimeServerEvent(data, handlers, { context: data.constructor.name });
    if (!(data instanceof Blob)) return;
    // The first bytes come as this socket gives them by itself, the next as it is asked for.
    socket.binaryType = 'arraybuffer';
    send({ type: 'input_audio_buffer.commit' });
  });
  socket.addEventListener('open', () => {
    send({ type: 'response.create' });
  });
  socket.addEventListener('close', () => {
    const { port1, port2 } = new MessageChannel();
    port2.addEventListener('message', ({ data }) => {
      handleRealtimeServerEvent(data, handlers, { context: 'MessagePort' });
      resolve(notes);
    });
    port2.start();
    port1.postMessage({ type: 'input_audio_buffer.cleared', event_id: 'event_4' });
  });
});
`;

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
await once(server, 'listening');

const received: string[] = [];
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    void handleRealtimeClientEvent(data, {
      events: {
        'response.create': ({ type }) => {
          received.push(type);
          socket.send(cleared('event_1'));
          socket.send(Buffer.from(cleared('event_2')));
        },
        'input_audio_buffer.commit': ({ type }) => {
          received.push(type);
          socket.send(Buffer.from(cleared('event_3')));
          socket.close();
        },
      },
    });
  });
});

function cleared(id: string): string {
  return JSON.stringify({ type: 'input_audio_buffer.cleared', event_id: id });
}

const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });

afterAll(async () => {
  await browser.close();
  server.close();
});

it('handles what comes, and sends', async () => {
  const { port } = addressOf(server);
  const { outputFiles } = await build({
    stdin: { contents: app(port), resolveDir: generated, sourcefile: 'app.js' },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    write: false,
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  expect(await page.evaluate('done')).toEqual([
    'String input_audio_buffer.cleared event_1',
    'Blob Pass what its arrayBuffer() resolves to, or set binaryType of the socket to "arraybuffer".',
    'ArrayBuffer input_audio_buffer.cleared event_3',
    'MessagePort input_audio_buffer.cleared event_4',
  ]);
  expect(received).toEqual(['response.create', 'input_audio_buffer.commit']);
});

function addressOf(listening: WebSocketServer): AddressInfo {
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port.');
  return address;
}
