import { expect, test } from 'vitest';
import { diagnosticsOf, shortDiagnosticsOf, type Texts } from '../support/docs.ts';
import { rest, tree } from '../support/small-docs.ts';

/** The page of an event with keys at its beginning; the first one is on line 2. */
function withKeys(keys: string, docs: Texts = tree('')): Texts {
  return { ...docs, 'radio/tune.md': `---\n${keys}\n---\n\n${docs['radio/tune.md'] ?? ''}` };
}

test('a fact in front matter is told, at its key', () => {
  expect(diagnosticsOf(withKeys('title: tune\nstatus: deprecated'))).toEqual([
    'radio/tune.md:3:1 warning fact-in-words "status: deprecated" seems to state that it is deprecated, but front matter is passed over; write [DEPRECATED] at the end of a paragraph of the event or field that it is about.',
  ]);
});

test.each([
  'deprecated: true',
  'deprecated: "2026-11-01"',
  'event:\n  deprecated: yes',
  'deprecated:\n  since: 2.0',
  'tags: [radio, deprecated]',
  'tags:\n  - deprecated',
  'badge: "Deprecated"',
  'description: >\n  Tunes the radio. This event is deprecated.',
  'supported: false',
  'unsupported: true',
  'required: [station]',
  'required:\n  - station',
  'default: 5',
])('%j is told', (keys) => {
  expect(shortDiagnosticsOf(withKeys(keys))).toEqual([
    expect.stringMatching(/^radio\/tune\.md:[234]:1 warning fact-in-words$/),
  ]);
});

test.each([
  'title: Audio events reference\ndescription: "Learn how to use events with the Realtime API."',
  'ms.date: 01/29/2026\nms.topic: reference\nms.custom:\n  - doc-kit-assisted',
  'layout: default\neditable: false\nrecommendations: false',
  'deprecated: false # until May\nsupported: true\nrequired: []\noptional:',
])('%j is not', (keys) => {
  expect(diagnosticsOf(withKeys(keys))).toEqual([]);
});

test('what the page says too is not told', () => {
  const docs = rest('');
  const page = docs['radio/tune.md']?.replace('# REST: tune\n', '$&\nDeprecated.\n') ?? '';

  expect(diagnosticsOf(withKeys('deprecated: true', { ...docs, 'radio/tune.md': page }))).toEqual(
    [],
  );
});
