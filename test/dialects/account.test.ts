/** What became of each line of a page: `=` structure, `"` prose, the name of a rule for what it ignores, `?` nothing. */
import { describe, expect, test } from 'vitest';
import { linesOfText } from '../../generator/dialects/account.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { diagnosticsOf, docsOf, sourceJson, type Texts } from '../support/docs.ts';
import { rest, restSection, tree } from '../support/small-docs.ts';

/** The lines of a page that are not blank, each behind what became of it. */
function accountedLines(texts: Texts, page: string): string[] {
  const [source] = modelSources(docsOf(texts));
  const lines = linesOfText(texts[page] ?? '');
  return (source?.lines[page] ?? []).flatMap((fate, index) => {
    if (fate.kind === 'blank') return [];
    const marks = { structure: '=', prose: '"', nothing: '?' };
    const mark = fate.kind === 'ignored' ? `(${fate.rule})` : marks[fate.kind];
    return [`${mark} ${lines[index]}`];
  });
}

test('an index of a tree, and the page of a group', () => {
  const docs: Texts = {
    'radio/source.json': sourceJson('openai-tree'),
    'radio/index.md':
      '# Events\n\nWords.\n\n## Contents\n- [radio](radio.md)\n  - [.tune](tune.md)\n',
    'radio/radio.md': '# radio\n\nWords.\n\n## Contents\n\n- [.tune](tune.md)\n',
    'radio/tune.md':
      "# radio.tune\n\n## Properties\n- `type` (string, required): Enum: 'radio.tune'.\n",
  };

  expect(accountedLines(docs, 'radio/index.md')).toEqual([
    '(index-preamble) # Events',
    '(index-preamble) Words.',
    '= ## Contents',
    '= - [radio](radio.md)',
    '=   - [.tune](tune.md)',
  ]);
  expect(accountedLines(docs, 'radio/radio.md')).toEqual([
    '= # radio',
    '(index-preamble) Words.',
    '= ## Contents',
    '= - [.tune](tune.md)',
  ]);
});

test('an event of a tree', () => {
  const page = `---
layout: event
---
# tune

Source: https://example.com/tune

Words about
the event.

<!-- The list is sorted. -->

## Properties

<!-- prettier-ignore -->
- \`type\` (string, required): Enum: 'tune'.
- \`a\` (object, required): Words,
  more words.

  - not
  - a field

  \`\`\`
  words
  \`\`\`

  Last words. Enum:
  'a'.
- \`b\` (array<object>, required)
  - Items:
    - Variant (object): Words.
      - ...
`;
  const docs = { ...tree(''), 'radio/tune.md': page };

  expect(accountedLines(docs, 'radio/tune.md')).toEqual([
    '(front-matter) ---',
    '(front-matter) layout: event',
    '(front-matter) ---',
    '= # tune',
    '= Source: https://example.com/tune',
    '" Words about',
    '" the event.',
    '(html-comment) <!-- The list is sorted. -->',
    '= ## Properties',
    '(html-comment) <!-- prettier-ignore -->',
    "= - `type` (string, required): Enum: 'tune'.",
    '= - `a` (object, required): Words,',
    '=   more words.',
    '"   - not',
    '"   - a field',
    '"   ```',
    '"   words',
    '"   ```',
    '=   Last words. Enum:',
    "=   'a'.",
    '= - `b` (array<object>, required)',
    '=   - Items:',
    '=     - Variant (object): Words.',
    '=       - ...',
  ]);
});

test('an event of a schema', () => {
  const row =
    '|| a | **[Station](#Station)**\n\nRequired field. Words.\n\nMore words.\n\n- no value\n||\n';
  const skeleton = '"a": "object"';
  const response = '## Response {#200}\n\n**HTTP Code: 200**\n\nOK\n';
  const docs = rest(row, { skeleton, sections: restSection('Station') + response });

  expect(accountedLines(docs, 'radio/tune.md')).toEqual([
    '= # REST: tune',
    '= ## HTTP request',
    '(http-request) ```',
    '(http-request) POST https://example.com/tune',
    '(http-request) ```',
    '= ## Body parameters',
    '(request-schema) **Request schema: application/json**',
    '(json-skeleton) ```json',
    '(json-skeleton) { "type": "string", "a": "object" }',
    '(json-skeleton) ```',
    '= #|',
    '= ||Field | Description ||',
    '= || type | **enum**',
    '= Required field.',
    '= - `tune` ||',
    '= || a | **[Station](#Station)**',
    '= Required field. Words.',
    '" More words.',
    '" - no value',
    '= ||',
    '= |#',
    '= ## Station {#Station}',
    '= #|',
    '= ||Field | Description ||',
    '= || name | **string** ||',
    '= |#',
    '(http-response) ## Response {#200}',
    '(http-response) **HTTP Code: 200**',
    '(http-response) OK',
  ]);
});

test('a summary', () => {
  const page = `# Events

## Key Facts

- **Protocol**: JSON
- **Direction**: Server → Client

## Event Reference

### Session

- \`tune\` - words

## Event Examples

### Tune

\`\`\`json
{ "type": "tune" }
\`\`\`

## Sources

- a book
`;
  const docs = { 'radio/source.json': sourceJson('event-summary'), 'radio/index.md': page };

  expect(accountedLines(docs, 'radio/index.md')).toEqual([
    '(about-the-document) # Events',
    '= ## Key Facts',
    '(about-the-document) - **Protocol**: JSON',
    '= - **Direction**: Server → Client',
    '= ## Event Reference',
    '(group-title) ### Session',
    '= - `tune` - words',
    '= ## Event Examples',
    '(example-title) ### Tune',
    '= ```json',
    '= { "type": "tune" }',
    '= ```',
    '(about-the-document) ## Sources',
    '(about-the-document) - a book',
  ]);
});

test('a correction', () => {
  const correction = `---
target: tune/a
matches: 1
was: string, required
reason: It is a number.
evidence: A recording.
---

- \`a\` (integer, required): Words.
`;
  const docs = {
    ...tree('- `a` (string, required): Words.\n'),
    'radio/corrections/a.md': correction,
  };

  expect(accountedLines(docs, 'radio/corrections/a.md')).toEqual([
    '= ---',
    '= target: tune/a',
    '= matches: 1',
    '= was: string, required',
    '= reason: It is a number.',
    '= evidence: A recording.',
    '= ---',
    '= - `a` (integer, required): Words.',
  ]);
});

describe('a line of which nothing is made', () => {
  test('is reported, with those that follow it', () => {
    const bullets = '- `a` (object, required)\n  - ...\n    - lost\n\n    - and more\n';

    expect(accountedLines(tree(bullets), 'radio/tune.md').slice(-3)).toEqual([
      '=   - ...',
      '?     - lost',
      '?     - and more',
    ]);
    expect(diagnosticsOf(tree(bullets))).toEqual([
      'radio/tune.md:7:5 error line-unaccounted nothing was made of the text from here to line 9; write it in a place where this dialect reads it, or remove it.',
    ]);
  });

  test('is not reported beside another error of its page, which kept it from being read', () => {
    const bullets = '- `a` (object)\n  - `b` (string, required)\n';

    expect(accountedLines(tree(bullets), 'radio/tune.md').slice(-2)).toEqual([
      '? - `a` (object)',
      '?   - `b` (string, required)',
    ]);
    expect(diagnosticsOf(tree(bullets))).toEqual([
      expect.stringMatching(/^radio\/tune\.md:5:1 error field-malformed /),
    ]);
  });
});
