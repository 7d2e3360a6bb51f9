/** Messages in code blocks, as people write them. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, modelOf, shortDiagnosticsOf } from '../support/docs.ts';
import { reference, summary, tree } from '../support/small-docs.ts';

const field = '- `level` (integer, optional)\n';
const shown = (below: string) => tree(`${field}\n## Example\n\n${below}`);
const fenced = (json: string) => shown(`\`\`\`json\n${json}\n\`\`\`\n`);

test.each([
  ['a comma too many', '{ "type": "tune", "level": 1, }', 'info example-loose'],
  ['a comment', '{ "type": "tune" } // first', 'info example-loose'],
  ['no closing bracket', '{ "type": "tune", "level": 1', 'error example-malformed'],
  ['no value', '{ "type": "tune", "level": ', 'error example-malformed'],
  ['no end of its text', '{ "type": "tune', 'error example-malformed'],
  ['a list', '[{ "type": "tune" }]', 'error example-malformed'],
  ['nothing', '', 'error example-malformed'],
])('JSON with %s', (_, json, told) => {
  expect(shortDiagnosticsOf(fenced(json))).toEqual([`radio/tune.md:9:1 ${told}`]);
});

test('a code block that nothing closes', () => {
  const open = shown('```json\n{ "type": "tune" }\n');
  expect(shortDiagnosticsOf(open)).toEqual(['radio/tune.md:9:1 error example-malformed']);
  expect(shortDiagnosticsOf(shown('~~~~json\n{ "type": "tune" }\n~~~~~\n'))).toEqual([]);
});

describe('on the page of an event', () => {
  test('is held against its fields', () => {
    expect(shortDiagnosticsOf(fenced('{ "type": "tune", "level": "loud" }'))).toEqual([
      'radio/tune.md:10:1 warning example-mismatch',
    ]);
    expect(shortDiagnosticsOf(fenced('{ "type": "tuned" }'))).toEqual([
      'radio/tune.md:10:1 warning example-mismatch',
    ]);
  });

  test('stays with the event', () => {
    expect(
      modelOf(fenced('{ "type": "tune" }\n{ "type": "tune", "level": 2 }')).events,
    ).toMatchObject([
      {
        examples: [
          { value: { type: 'tune' }, position: 'radio/tune.md:10:1' },
          { value: { type: 'tune', level: 2 }, position: 'radio/tune.md:11:1' },
        ],
      },
    ]);
  });

  test('may have words about it', () => {
    expect(shortDiagnosticsOf(shown('A loud one:\n\n```json\n{ "type": "tune" }\n```\n'))).toEqual(
      [],
    );
  });
});

describe('is told, in every dialect,', () => {
  test.each([
    ['code of another language', '```js\nsocket.send();\n```\n', 'error block-unknown'],
    ['a message without its fence', '{ "type": "tune" }\n', 'error block-unknown'],
    ['a table', '| a |\n| - |\n', 'error block-unknown'],
    ['a flag', 'One. [NOT SUPPORTED]\n', 'error flag-misplaced'],
    ['a field', '`to` (string, required): where.\n', 'error bullet-unknown'],
  ])('%s', (_, below, told) => {
    const found = shortDiagnosticsOf(shown(below));
    expect(found.map((line) => line.replace(/^\S+ /, ''))).toContain(told);
  });

  test('a number that comes out as another', () => {
    const json = '{ "type": "tune", "level": [1.50, 9007199254740993] }';
    const told =
      'error example-malformed 9007199254740993 has more digits than a number holds, and would be 9007199254740992; state a shorter one.';
    expect(diagnosticsOf(summary(json))).toEqual([`radio/index.md:10:35 ${told}`]);
    expect(diagnosticsOf(fenced(json))).toContain(`radio/tune.md:10:35 ${told}`);
  });

  test('what stands beside the examples of a summary', () => {
    const text = summary('{ "type": "tune" }')['radio/index.md'] ?? '';
    expect(
      shortDiagnosticsOf({ ...summary(), 'radio/index.md': `${text}\n| a |\n| - |\n` }),
    ).toEqual(['radio/index.md:13:1 error block-unknown']);
  });

  test('what stands beside the examples of a reference', () => {
    expect(shortDiagnosticsOf(reference('\n### Example\n\n{ "type": "tune" }\n'))).toEqual([
      'radio/index.md:18:1 error block-unknown',
    ]);
  });
});
