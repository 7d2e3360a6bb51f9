/** A server on this machine that a test makes, in the place of one on the web. */
import { createServer, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';

/** What a server answers. */
export interface Answer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}

export const markdown = { 'content-type': 'text/markdown; charset=utf-8' };

/**
 * Starts a server until the test is over.
 *
 * @returns its address, without a slash at the end
 */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Serves these pages, by their paths; everything else is not there. */
export function servePages(pages: Readonly<Record<string, string | Answer>>): Promise<string> {
  return serve((request, response) => {
    const page = pages[request.url ?? ''] ?? { status: 404, body: 'There is no such page.' };
    const {
      status = 200,
      headers = markdown,
      body = '',
    } = typeof page === 'string' ? { body: page } : page;
    response.writeHead(status, headers).end(body);
  });
}
