import { describe, expect, test } from 'vitest';
import {
  eventTypeNameOf,
  partName,
  reservedTypeNames,
  singularOf,
  typeNameOf,
} from '../../generator/model/names.ts';

describe('a type name', () => {
  test.each([
    ['session', 'Session'],
    ['rate_limits', 'RateLimits'],
    ['content-part.added', 'ContentPartAdded'],
    ['MCPListTools', 'MCPListTools'],
    ['Station-2', 'Station2'],
    ['  spaced  words ', 'SpacedWords'],
    ['$ref', 'Ref'],
    ['café', 'Caf'],
  ])('of "%s" is %s', (name, typeName) => {
    expect(typeNameOf(name)).toBe(typeName);
  });

  test.each([
    ['error', 'RealtimeError'],
    ['audio', 'RealtimeAudio'],
    ['response', 'RealtimeResponse'],
    ['Map', 'RealtimeMap'],
    ['custom.event', 'RealtimeCustomEvent'],
  ])('of "%s" would hide one of the platform: it is %s', (name, typeName) => {
    expect(typeNameOf(name)).toBe(typeName);
  });

  test.each([
    ['0Item', 'Realtime0Item'],
    ['24_hours', 'Realtime24Hours'],
  ])('of "%s" would begin with a digit: it is %s', (name, typeName) => {
    expect(typeNameOf(name)).toBe(typeName);
  });

  test.each([[''], ['...'], ['волна'], ['→']])('of "%s" does not exist', (name) => {
    expect(typeNameOf(name)).toBeUndefined();
  });
});

describe('the type name of an event', () => {
  test.each([
    ['session.created', 'SessionCreatedEvent'],
    ['error', 'RealtimeErrorEvent'],
    ['custom', 'RealtimeCustomEvent'],
    ['response.mcp_call_arguments.delta', 'ResponseMcpCallArgumentsDeltaEvent'],
    ['3d.ready', 'Realtime3dReadyEvent'],
  ])('%s is %s', (name, typeName) => {
    expect(eventTypeNameOf(name)).toBe(typeName);
  });

  test.each([[''], ['.'], ['волна']])('"%s" has none', (name) => {
    expect(eventTypeNameOf(name)).toBeUndefined();
  });
});

test.each([
  ['tools', 'tool'],
  ['rate_limits', 'rate_limit'],
  ['categories', 'category'],
  ['content', 'content'],
  ['access', 'access'],
])('one of %s is a %s', (plural, singular) => {
  expect(singularOf(plural)).toBe(singular);
});

test('both directions reserve the names of what every source has', () => {
  expect(reservedTypeNames).toContain('RealtimeServerEvent');
  expect(reservedTypeNames).toContain('RealtimeClientEvent');
  expect(reservedTypeNames.filter((name) => name.includes('Server'))).toEqual(
    reservedTypeNames
      .filter((name) => name.includes('Client'))
      .map((name) => name.replace('Client', 'Server')),
  );
});

describe('the name of a part', () => {
  test.each([
    ['Session', 'Audio', 'SessionAudio'],
    ['PCMAudio', 'Format', 'PCMAudioFormat'],
  ])('of %s, %s, is both: %s', (carrier, part, name) => {
    expect(partName(carrier, part)).toBe(name);
  });

  test.each([
    ['McpError', 'ProtocolError', 'McpProtocolError'],
    ['ListTools', 'Tool', 'ListTool'],
    ['InputTokenDetails', 'CachedTokensDetails', 'InputCachedTokensDetails'],
    ['CallOutput', 'OutputItem', 'CallOutputItem'],
    ['RealtimeSession', 'Realtime', 'SessionRealtime'],
    ['RateLimitsUpdated', 'RateLimit', 'UpdatedRateLimit'],
  ])('of %s, %s, says no word twice: %s', (carrier, part, name) => {
    expect(partName(carrier, part)).toBe(name);
  });

  test('that is called as all of it is told apart from it', () => {
    expect(partName('AudioOutput', 'Output')).toBe('AudioOutputValue');
  });

  test('that is called as all of it has that name, where the whole has none', () => {
    expect(partName('Station', 'Station', false)).toBe('Station');
  });

  test('begins with no digit', () => {
    expect(partName('Realtime3D', 'Realtime')).toBe('Realtime3DRealtime');
  });

  test('of a name that is spelled is both', () => {
    expect(partName('TuneEvent__item', 'item')).toBe('TuneEvent__itemitem');
  });
});
