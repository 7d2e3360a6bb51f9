/** What is kept as words only: fields of one line, and the sentences of their words that are listed. */
import { expect, test } from 'vitest';
import { modelSources } from '../../generator/pipeline.ts';
import { docsOf, type Texts } from '../support/docs.ts';
import { tree, treePage } from '../support/small-docs.ts';

/** What is listed of docs, without what is the same of all. */
function listedIn(docs: Texts): string[] {
  const severities = new Map([['words-only', 'info' as const]]);
  return modelSources(docsOf(docs), { severities })
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ rule }) => rule === 'words-only')
    .map(({ line, sentence }) => `${line}: ${sentence.replace(/, and is kept .*/, '')}`);
}

test.each([
  ['prose', '(string, optional): How loud the music plays.', []],
  [
    'a fact in words that nothing reads',
    '(string, optional): Loud. Towers sleep until they hear it.',
    ['"Towers sleep until they hear it" (tune/a) may state a fact ("until")'],
  ],
  ['a fact that is read', '(integer, optional): Loud. Default: `5`.', []],
  ['a fact that is told', '(integer, optional): Loud. Initial value: `5`.', []],
  [
    'what is said beside a fact that is read',
    '(integer, optional): How loud; at night it must rest. Default: `5`.',
    ['"at night it must rest" (tune/a) may state a fact ("must")'],
  ],
  [
    'a bound of a text, which no type has',
    '(string, optional): At most 64 characters.',
    ['"At most 64 characters" (tune/a) may state a fact ("At most")'],
  ],
  ['what the field says by itself', '(string, required): A required name of the mast.', []],
  [
    'what the field denies',
    '(string, optional): A required name of the mast.',
    ['"A required name of the mast" (tune/a) may state a fact ("required")'],
  ],
  ['values that the type lists', "(string, required): Mast. It is `x`. Enum: 'x', 'y'.", []],
])('%s', (_, field, expected) => {
  expect(listedIn(tree(`- \`a\` ${field}\n`))).toEqual(expected.map((one) => `5: ${one}`));
});

test('words of an event', () => {
  const docs = tree('');
  const page = docs['radio/tune.md']?.replace('## ', 'Masts take it at night only.\n\n## ') ?? '';

  expect(listedIn({ ...docs, 'radio/tune.md': page })).toEqual([
    '1: "Masts take it at night only" (tune) may state a fact ("only")',
  ]);
});

test('words between values that an event mentions', () => {
  const docs = tree('');
  const page = docs['radio/tune.md']?.replace('## ', '`b` is one of `am` and `fm`.\n\n## ') ?? '';

  expect(listedIn({ ...docs, 'radio/tune.md': page })).toEqual([
    '1: "`b` is one of `am` and `fm`" (tune) may state a fact ("one of")',
  ]);
});

test('words beside an example', () => {
  const docs = tree('');
  const example = '\n## Example\n\nMinimum 0, maximum 10.\n\n```json\n{ "type": "tune" }\n```\n';

  expect(listedIn({ ...docs, 'radio/tune.md': `${docs['radio/tune.md']}${example}` })).toEqual([
    '8: "Minimum 0, maximum 10" (beside an example) may state a fact ("Minimum")',
  ]);
});

test('words of a field that a correction adds', () => {
  const correction = `---
target: tune/b
matches: 1
was: absent
reason: Masts want it.
evidence: A log of the coast.
---

- \`b\` (string, optional): Masts take it at night only.
`;
  const docs = { ...tree(''), 'radio/corrections/b.md': correction };

  expect(listedIn(docs)).toEqual([
    '9: "Masts take it at night only" (tune/b) may state a fact ("only")',
  ]);
});

test('the same words of fields of one name, once', () => {
  const field = '- `a` (string, optional): Masts take it at night only.\n';
  const docs = {
    ...tree(field),
    'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n- [seek](seek.md)\n',
    'radio/seek.md': treePage('seek', field),
  };

  expect(listedIn(docs)).toEqual([
    '5: "Masts take it at night only" (tune/a, 2 times) may state a fact ("only")',
  ]);
});

test('nothing is looked for where nobody asks', () => {
  const docs = tree('- `a` (string, optional): Masts take it at night only.\n');
  const results = modelSources(docsOf(docs));

  expect(results.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
});
