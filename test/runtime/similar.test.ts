import { expect, test } from 'vitest';
import { similarTo } from '../../generator/runtime/similar.ts';

test.each([
  ['sesion', 'session'],
  ['sessoin', 'session'],
  ['Session', 'session'],
  ['transcripin', 'transcription'],
  ['seessions', 'session'],
  ['session', 'session'],
  ['type', undefined],
  ['', undefined],
  ['x', undefined],
  ['voices_of', undefined],
])('%s is meant to be %s', (text, name) => {
  expect(similarTo(text, ['session', 'voice', 'model', 'transcription'])).toBe(name);
});
