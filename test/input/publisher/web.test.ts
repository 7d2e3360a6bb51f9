/** Pages of the web, from a server on this machine. */
import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../generator/input/publisher/index.ts';
import { pullLimits, type PullLimits } from '../../../generator/limits.ts';
import { markdown, serve, servePages, type Answer } from '../../support/web-server.ts';

const server = { direction: 'server', theirs: 'api/server.md', ours: 'server/index.md' } as const;

/** What is read of the pages below `/docs/`, by an index at `/docs/api/server.md`. */
const read = (origin: string, limits: Partial<PullLimits> = {}) =>
  readPublished({ kind: 'web', address: `${origin}/docs/` }, [server], '.', {
    ...pullLimits,
    ...limits,
  });

const linkTo = (...links: string[]): string => links.map((link) => `- [x](${link})\n`).join('');

it('an index comes with the pages that it links to, each at the same place beside ours', async () => {
  const origin = await servePages({
    '/docs/api/server.md': linkTo('tune.md', 'deep/a%20b.md#x', 'picture.png', '#here'),
    '/docs/api/tune.md': `\ufeff# tune\r\n${linkTo('not-listed.md')}`,
    '/docs/api/deep/a%20b.md': '# deep',
  });
  const { pages, untaken } = await read(origin);
  expect([...pages]).toEqual([
    ['server/deep/a b.md', '# deep'],
    ['server/index.md', linkTo('tune.md', 'deep/a%20b.md#x', 'picture.png', '#here')],
    ['server/tune.md', `# tune\n${linkTo('not-listed.md')}`],
  ]);
  expect(untaken).toEqual([]);
});

it('only links below the base are followed', async () => {
  const asked: string[] = [];
  const origin = await serve((request, response) => {
    asked.push(request.url ?? '');
    const links = ['../../secret.md', '%2e%2e/%2e%2e/secret.md', '/secret.md', '//small.test/a.md'];
    response.writeHead(200, markdown).end(linkTo(...links, 'https://small.test/a.md'));
  });
  const { pages } = await read(origin);
  expect([...pages.keys()]).toEqual(['server/index.md']);
  expect(asked).toEqual(['/docs/api/server.md']);
});

it('a page that is not there is told; the others come', async () => {
  const origin = await servePages({ '/docs/api/server.md': linkTo('gone.md') });
  const { pages, untaken } = await read(origin);
  expect([...pages.keys()]).toEqual(['server/index.md']);
  expect(untaken).toEqual([
    `${origin}/docs/api/gone.md is not there; ${origin}/docs/api/server.md leads to it.`,
  ]);
});

it('pages that a page includes come with it', async () => {
  const origin = await servePages({
    '/docs/api/server.md': '# Events\n\n[!INCLUDE [events](includes/events.md)]\n',
    '/docs/api/includes/events.md': `{% include notitle [more](../more.md) %}\n`,
    '/docs/api/more.md': '[!INCLUDE [round](server.md)]\n',
  });
  const { pages, untaken } = await read(origin);
  expect([...pages.keys()]).toEqual([
    'server/includes/events.md',
    'server/index.md',
    'server/more.md',
  ]);
  expect(untaken).toEqual([]);
});

it('what a page includes from elsewhere is told', async () => {
  const origin = await servePages({
    '/docs/api/server.md': '# Events\n\n{% include [part](../../parts/events.md) %}\n',
    '/parts/events.md': '# Part',
  });
  const { pages, untaken } = await read(origin);
  expect([...pages.keys()]).toEqual(['server/index.md']);
  expect(untaken).toEqual([
    `${origin}/docs/api/server.md includes ../../parts/events.md, which is not a page below the folder of the pages.`,
  ]);
});

it('a page that would stand outside of the source is told', async () => {
  const origin = await servePages({
    '/docs/api/server.md': linkTo('../other.md'),
    '/docs/other.md': '# other',
  });
  const index = { ...server, ours: 'index.md' };
  const upstream = { kind: 'web', address: `${origin}/docs/` } as const;
  expect(await readPublished(upstream, [index])).toMatchObject({
    untaken: [`${origin}/docs/other.md would not be a page of the source, but ../other.md.`],
  });
});

it('two pages that would be one are refused', async () => {
  const page = linkTo('tune.md');
  const origin = await servePages({
    '/docs/server/index.md': page,
    '/docs/server/tune.md': '# tune',
    '/docs/client/index.md': page,
    '/docs/client/tune.md': '# tune',
  });
  await expect(
    readPublished({ kind: 'web', address: `${origin}/docs/` }, [
      { direction: 'server', theirs: 'server/index.md', ours: 'server.md' },
      { direction: 'client', theirs: 'client/index.md', ours: 'client.md' },
    ]),
  ).rejects.toThrow(
    `${origin}/docs/server/tune.md and ${origin}/docs/client/tune.md would both be tune.md of the source; `,
  );
});

describe('what may be a redirection', () => {
  const to = (location: string): Answer => ({ status: 302, headers: { location } });

  it('is followed below the base; the page keeps its place', async () => {
    const origin = await servePages({
      '/docs/api/server.md': to('../new/server.md'),
      '/docs/new/server.md': '# Events',
    });
    expect([...(await read(origin)).pages]).toEqual([['server/index.md', '# Events']]);
  });

  it.each([
    ['above the base', '/secret.md'],
    ['another host', 'https://small.test/docs/api/server.md'],
    ['another port', 'http://127.0.0.1:1/docs/api/server.md'],
    ['a name and a password', 'http://me:secret@HOST/docs/a.md'],
    ['a file', 'file:///docs/api/server.md'],
  ])('is refused to %s', async (_, location) => {
    const origin = await serve((request, response) => {
      const host = request.headers.host ?? '';
      response.writeHead(301, { location: location.replace('HOST', host) }).end();
    });
    await expect(read(origin)).rejects.toThrow(
      /^cannot get http:.*\/docs\/api\/server\.md: it is said to be at .*, which is not below http:.*\/docs\/\.$/,
    );
  });

  it('is refused in a circle', async () => {
    const origin = await servePages({ '/docs/api/server.md': to('/docs/api/server.md') });
    await expect(read(origin)).rejects.toThrow('one address leads to another more than 5 times.');
  });
});

describe('what is not a page in Markdown is refused:', () => {
  const refused = async (answer: Answer, limits?: Partial<PullLimits>): Promise<unknown> => {
    const origin = await servePages({ '/docs/api/server.md': answer });
    return read(origin, limits).catch((error: unknown) =>
      String(error).replace(`UsageError: `, '').replaceAll(origin, ''),
    );
  };
  const typed = (type: string): Answer => ({ headers: { 'content-type': type }, body: '# Events' });

  it.each([
    [
      'an index that is not there',
      { status: 404 },
      'there is no /docs/api/server.md, where the index of the server events should be; see "index" and "upstream.pages" of source.json, and --from and --path.',
    ],
    [
      'an error of the server',
      { status: 503 },
      'cannot get /docs/api/server.md: the server answers with the status 503; try again later, or download the pages yourself, and name their folder with --from.',
    ],
    [
      'HTML',
      typed('text/html; charset=utf-8'),
      'cannot get /docs/api/server.md: it is text/html, not Markdown.',
    ],
    [
      'code',
      typed('text/javascript'),
      'cannot get /docs/api/server.md: it is text/javascript, not Markdown.',
    ],
    [
      'HTML that is called Markdown',
      { body: '\n<!DOCTYPE html>\n<html></html>' },
      '/docs/api/server.md is a page in HTML, not in Markdown.',
    ],
    [
      'HTML behind a comment',
      { body: '<?xml version="1.0"?>\n<!-- ours -->\n<html></html>' },
      '/docs/api/server.md is a page in HTML, not in Markdown.',
    ],
    [
      'a part of a page',
      { status: 206 },
      'cannot get /docs/api/server.md: the server answers with the status 206; see with a browser where the page is, and put that into "upstream.pages" of source.json.',
    ],
    [
      'another encoding, by its name',
      typed('text/markdown; charset="windows-1251"'),
      'cannot get /docs/api/server.md: it is encoded as windows-1251, not as UTF-8.',
    ],
    [
      'another encoding',
      { body: Uint8Array.of(0x23, 0x20, 0xe4) },
      '/docs/api/server.md is not UTF-8.',
    ],
  ] satisfies [string, Answer, string][])('%s', async (_, answer, sentence) => {
    expect(await refused(answer)).toBe(sentence);
  });

  it.each(['text/plain', 'text/x-markdown', 'application/octet-stream'])(
    'not %s, as which servers know Markdown',
    async (type) => {
      expect(await refused(typed(type))).toMatchObject({ untaken: [] });
    },
  );

  it('a page that is too large', async () => {
    expect(await refused({ body: 'x'.repeat(2001) }, { page: 2000 })).toBe(
      '/docs/api/server.md has more than 2000 bytes; it is not a page that can be read.',
    );
  });

  it('a page without an end, as soon as it is too large', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, markdown);
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(1000)));
      };
      response.on('drain', write);
      write();
    });
    await expect(read(origin, { page: 2000 })).rejects.toThrow('has more than 2000 bytes');
  });

  it('pages that are too large together', async () => {
    const origin = await servePages({
      '/docs/api/server.md': linkTo('a.md', 'b.md'),
      '/docs/api/a.md': 'x'.repeat(600),
      '/docs/api/b.md': 'x'.repeat(600),
    });
    await expect(read(origin, { page: 1000, pages: 1000 })).rejects.toThrow(
      '/docs/api/b.md is one page too many: all have over 1000 bytes.',
    );
  });

  it('more pages than a source may have, before any of them is asked for', async () => {
    const asked: string[] = [];
    const origin = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, markdown).end('[!INCLUDE [a](a.md)]\n[!INCLUDE [b](b.md)]\n');
    });
    await expect(read(origin, { files: 2 })).rejects.toThrow(
      `${origin}/docs/api/server.md leads to one page too many: 2 are all that is asked for`,
    );
    expect(asked).toEqual(['/docs/api/server.md']);
  });

  it('pages of which too many are not there', async () => {
    const origin = await servePages({ '/docs/api/server.md': linkTo('a.md', 'b.md', 'c.md') });
    const { untaken } = await read(origin, { missing: 3 });
    expect(untaken).toHaveLength(3);
    await expect(read(origin, { missing: 2 })).rejects.toThrow(
      `${origin}/docs/ lacks more than 2 of the pages that its index leads to`,
    );
  });

  it('a page that includes another, which includes another, and so on', async () => {
    let count = 0;
    const origin = await serve((_, response) => {
      response.writeHead(200, markdown).end(`[!INCLUDE [next](${++count}.md)]`);
    });
    await expect(read(origin, { includes: 3 })).rejects.toThrow(
      `${origin}/docs/api/4.md includes a page, and is itself included by one that is, more than 3 times over`,
    );
  });

  it('a page whose brackets lead nowhere, within its due', async () => {
    const body = '[!INCLUDE ['.repeat(500_000);
    expect(await refused({ body })).toContain('too large to find the pages that it links to');
  });

  it.each([
    [
      'a page that takes too long',
      { pageTime: 50 },
      'it takes more than 0.05 seconds; try again later, or download the pages yourself, and name their folder with --from.',
    ],
    [
      'pages that take too long together',
      { time: 60 },
      'it takes more than 0.06 seconds; try again later, or download the pages yourself, and name their folder with --from.',
    ],
  ])('%s', async (_, limits, sentence) => {
    const origin = await serve((__, response) => {
      response.writeHead(200, markdown).write('# Ev');
    });
    await expect(read(origin, limits)).rejects.toThrow(
      `cannot get ${origin}/docs/api/server.md: ${sentence}`,
    );
  });
});

it('a server that goes away is told, and what to do', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(200, { ...markdown, 'content-length': 100 });
    response.write('# Ev', () => response.destroy());
  });
  await expect(read(origin)).rejects.toThrow(
    `cannot get ${origin}/docs/api/server.md: its server ends the connection before the page is there; try again later`,
  );
});

it('an answer that is not HTTP is told', async () => {
  const origin = await serve((request) =>
    request.socket.end('HTTP/1.1 200 OK\r\ncontent-length: -3\r\n\r\n'),
  );
  await expect(read(origin)).rejects.toThrow(
    'the answer of its server is not HTTP that can be read',
  );
});

it('a server that is not there is told by the reason of the system', async () => {
  await expect(read('http://127.0.0.1:1')).rejects.toThrow(
    /^cannot get http:\/\/127\.0\.0\.1:1\/docs\/api\/server\.md: .+\.$/,
  );
});

it('a server that does not answer in TLS is told in words', async () => {
  const origin = await servePages({});
  await expect(read(origin.replace('http:', 'https:'))).rejects.toThrow(
    /\/docs\/api\/server\.md: its server does not answer in TLS; check the address\.$/,
  );
});
