/** The thread that `rendering.ts` starts: answers one request after the other. */
import { parentPort } from 'node:worker_threads';
import { render, type RenderRequest } from '../../emit/render.ts';

parentPort?.on('message', (request: RenderRequest) => parentPort?.postMessage(render(request), []));
