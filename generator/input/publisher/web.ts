/** A publisher's pages on the web: only from below one address, and never more than is allowed. */
import { UsageError } from '../../errors.ts';
import type { PullLimits } from '../../limits.ts';
import { roomFor, tooLarge, type Place } from './place.ts';

/** What Markdown is served as. Many servers do not know it, and call it nothing, or bytes. */
const types: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'text/markdown',
  'text/plain',
  'text/x-markdown',
]);

/**
 * @param address that of a folder, with a slash at its end
 * @param onPage told of each page that is asked for: a server may take its time
 */
export function placeOnWeb(
  address: string,
  limits: PullLimits,
  onPage: (name: string) => void = () => {},
): Place {
  const base = new URL(address);
  const takeRoom = roomFor(limits.pages);
  const end = performance.now() + limits.time;
  let missing = 0;
  const urlOf = (file: string): URL =>
    new URL(file.split('/').map(encodeURIComponent).join('/'), base);
  return {
    nameOf: (file) => urlOf(file).href,
    async read(files) {
      const contents: (Uint8Array | undefined)[] = [];
      for (const file of files) {
        onPage(urlOf(file).href);
        const content = await download(urlOf(file), base, end, limits);
        if (!content && ++missing > limits.missing)
          throw new UsageError(
            `${base.href} lacks more than ${limits.missing} of the pages that its index leads to, and no more are asked for; see that it is the folder of the index, and put that into "upstream.pages" of source.json.`,
          );
        takeRoom(urlOf(file).href, content?.length ?? 0);
        contents.push(content);
      }
      return contents;
    },
  };
}

/** @returns `undefined` when the server says that there is no such page */
async function download(
  url: URL,
  base: URL,
  end: number,
  limits: PullLimits,
): Promise<Uint8Array | undefined> {
  // A signal of a time, or of others, would be kept with the page until that time has come.
  const slow = new AbortController();
  const left = Math.max(0, end - performance.now());
  const timer = setTimeout(() => slow.abort(), Math.min(limits.pageTime, left));
  try {
    const response = await follow(url, base, slow.signal, limits);
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return undefined;
    }
    const fault = faultOf(response);
    if (fault !== undefined) {
      await response.body?.cancel();
      throw new UsageError(`cannot get ${url.href}: ${fault}.`);
    }
    return await bodyOf(response, url, limits);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const time = left < limits.pageTime ? limits.time : limits.pageTime;
    const reason = slow.signal.aborted
      ? `it takes more than ${time / 1000} seconds; ${later}`
      : reasonOf(error);
    throw new UsageError(`cannot get ${url.href}: ${reason}.`);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks for a page, and goes where it is said to be, as long as that is below the base. */
async function follow(
  url: URL,
  base: URL,
  signal: AbortSignal,
  limits: PullLimits,
): Promise<Response> {
  let at = url;
  for (let hops = 0; hops <= limits.redirects; hops++) {
    const response = await fetch(at, {
      redirect: 'manual',
      signal,
      headers: {
        accept: 'text/markdown, text/plain;q=0.9',
        // What is compressed may be much more than it seems.
        'accept-encoding': 'identity',
        'user-agent': 'realtime-events',
      },
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, at.href))
      throw new UsageError(`cannot get ${url.href}: it is said to be at what is not an address.`);
    at = new URL(location, at);
    if (!isBelow(at, base))
      throw new UsageError(
        `cannot get ${url.href}: it is said to be at ${at.href}, which is not below ${base.href}.`,
      );
  }
  throw new UsageError(
    `cannot get ${url.href}: one address leads to another more than ${limits.redirects} times.`,
  );
}

function isBelow(url: URL, base: URL): boolean {
  const isOfBase = url.username === '' && url.password === '' && url.origin === base.origin;
  return isOfBase && url.pathname.startsWith(base.pathname);
}

/** What to do where pages cannot be had now. */
const later = 'try again later, or download the pages yourself, and name their folder with --from';

/** What to do about the status of an answer that is not a page. */
function adviceOn(status: number): string {
  if (status === 401 || status === 403 || status === 451)
    return 'it does not give this page to programs; download the pages yourself, and name their folder with --from';
  if (status === 408 || status === 429 || status >= 500) return later;
  return 'see with a browser where the page is, and put that into "upstream.pages" of source.json';
}

/** Why the answer of a server is not a page in Markdown. */
function faultOf({ status, headers }: Response): string | undefined {
  // Of what else is a success, nothing is the whole page.
  if (status !== 200) return `the server answers with the status ${status}; ${adviceOn(status)}`;
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  if (!types.has(type.trim())) return `it is ${type.trim()}, not Markdown`;
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)/.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  return charset === undefined || ['utf-8', 'utf8', 'us-ascii'].includes(charset)
    ? undefined
    : `it is encoded as ${charset}, not as UTF-8`;
}

async function bodyOf(response: Response, url: URL, { page }: PullLimits): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    const bytes: Uint8Array = part;
    size += bytes.length;
    if (size > page) throw tooLarge(url.href, page);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** The reason that the system gives; what `fetch` itself says is that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'its server is not found; check the address, and that this machine is on the network';
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET')
    return `its server ends the connection before the page is there; ${later}`;
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW')
    return `the answer of its server is not HTTP that can be read (${error.message}); ${later}`;
  if (code.startsWith('ERR_SSL_')) return 'its server does not answer in TLS; check the address';
  if (/CERT|UNABLE_TO_VERIFY/.test(code))
    return `the certificate of its server is not trusted here (${error.message}); name that of who issued it in NODE_EXTRA_CA_CERTS, if you trust it`;
  return error.message === '' ? 'the answer of its server cannot be used' : error.message;
}
