import { describe, expect, it } from 'vitest';
import { endpointParts, variablesIn } from '../../generator/model/endpoint.ts';

describe('the address of a WebSocket', () => {
  it('has a host, a path and a query', () => {
    expect(endpointParts('wss://{mast}.example.com:8080/v1/air?version=2&band={band}')).toEqual({
      protocol: 'wss',
      host: '{mast}.example.com:8080',
      path: '/v1/air',
      query: [
        { name: 'version', value: '2' },
        { name: 'band', value: '{band}' },
      ],
    });
  });

  it('may be a host alone', () => {
    expect(endpointParts('ws://localhost')).toEqual({
      protocol: 'ws',
      host: 'localhost',
      path: '',
      query: [],
    });
  });

  it.each([
    'https://example.com',
    'wss://',
    'wss:///air',
    'wss://me@example.com',
    'wss://example.com/a b',
    'wss://example.com/#part',
    'wss://example.com?',
    'wss://example.com?=1',
    'wss://example.com?a=1&a=2',
    'wss://{m a}.example.com',
    'wss://{mast.example.com',
    'wss://{}.example.com',
  ])('is not %s', (url) => {
    expect(endpointParts(url)).toBeUndefined();
  });

  it('names in braces what each user has', () => {
    expect(variablesIn('{mast}.{land-code}.example.com')).toEqual(['mast', 'land-code']);
    expect(variablesIn('example.com')).toEqual([]);
  });
});
