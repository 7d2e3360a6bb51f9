import { describe, expect, test } from 'vitest';
import { isMarked, kindOf } from '../../generator/emit/kinds.ts';
import { banner } from '../../generator/emit/text.ts';

const made = banner('Radio, snapshot 2026-01-01');

describe('the banner of a kind', () => {
  test.each([
    ['a.ts', 'export {};\n', `// ${made}\n\nexport {};\n`],
    ['a.md', '# A\n', `<!-- ${made} -->\n\n# A\n`],
    ['a.json', '{\n  "a": 1\n}\n', `{\n  "$comment": "${made}",\n  "a": 1\n}\n`],
  ])('stands at the beginning of %s', (file, text, marked) => {
    expect(kindOf(file)?.marked(made, text)).toBe(marked);
  });

  test('is text of JSON, whatever it says', () => {
    const marked = kindOf('a.json')?.marked('the "A" \\ docs', '{\n  "a": 1\n}\n') ?? '';
    expect(JSON.parse(marked)).toEqual({ $comment: 'the "A" \\ docs', a: 1 });
  });

  test.each(['a.ts', 'a.md', 'a.json'])('is known again in %s', (file) => {
    expect(isMarked(file, kindOf(file)?.marked(made, '') ?? '')).toBe(true);
  });

  test.each([
    ['below the first line', 'a.ts', `// by hand\n// ${made}\n`],
    ['as a comment of another kind', 'a.ts', `<!-- ${made} -->\n`],
    ['in a file of no kind', 'a.log', `// ${made}\n`],
  ])('is not looked for %s', (_, file, text) => {
    expect(isMarked(file, text)).toBe(false);
  });
});

test('a file of an ending that nothing generated has is of no kind', () => {
  expect(kindOf('constructor')).toBeUndefined();
});
