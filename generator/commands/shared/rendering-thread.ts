/** The thread that `rendering.ts` starts: answers one request after the other. */
import { parentPort } from 'node:worker_threads';
import { render, type RenderRequest } from '../../emit/render.ts';

let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: RenderRequest) => {
  last = last.then(async () => parentPort?.postMessage(await render(request), []));
});
