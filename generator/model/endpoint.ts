/** Where the server of an API listens: the address of a WebSocket, in which `{resource}` stands for what each user has. */

/** An address in parts. */
export interface EndpointParts {
  protocol: 'ws' | 'wss';
  /** `{resource}.example.com:8080` */
  host: string;
  /** `/v1/realtime`, empty where the address has none. */
  path: string;
  /** What is asked for with it, in its order. */
  query: { name: string; value: string }[];
}

const address =
  /^(?<protocol>wss?):\/\/(?<host>[^\s/?#@]+)(?<path>\/[^\s?#]*)?(?:\?(?<query>[^\s#]+))?$/;

const variable = /\{([\w-]+)\}/g;

/** The parts of an address; `undefined` where it is not one of a WebSocket. */
export function endpointParts(url: string): EndpointParts | undefined {
  const { protocol, host, path = '', query } = address.exec(url)?.groups ?? {};
  if (host === undefined) return undefined;
  const named = (query?.split('&') ?? []).map((part) => {
    const [name = '', ...value] = part.split('=');
    return { name, value: value.join('=') };
  });
  const names = named.map(({ name }) => name);
  const isClear =
    !names.includes('') &&
    new Set(names).size === names.length &&
    !/[{}]/.test(url.replaceAll(variable, ''));
  return isClear
    ? { protocol: protocol === 'ws' ? 'ws' : 'wss', host, path, query: named }
    : undefined;
}

/** The names that stand in braces in a part of an address. */
export function variablesIn(text: string): string[] {
  return Array.from(text.matchAll(variable), ([, name = '']) => name);
}
