/** Pages that are parsed once in a process, and what makes them be parsed again. */
import { expect, it } from 'vitest';
import { VFile } from 'vfile';
import { parsePage, parsePart } from '../../generator/markdown/parse.ts';
import { parseChanged } from '../../generator/markdown/parsed-pages.ts';
import { workOfRun } from '../../generator/markdown/refuse.ts';

/** Parses pages, and tells which of their parts it had to parse. */
function parsing() {
  const parsed: string[] = [];
  const parse = parseChanged((part, work) => {
    parsed.push(part.text);
    return parsePart(part, work);
  });
  return { parsed, parse };
}

const page = (value: string, path = 'radio/tune.md') => new VFile({ path, value });

it('a page is parsed again when its text is another, and no other page is', () => {
  const { parse, parsed } = parsing();
  for (const text of ['# A', '# A', '# B', '# B', '# A']) parse(page(text));
  parse(page('# A', 'radio/other.md'));
  expect(parsed).toEqual(['# A', '# B', '# A', '# A']);
});

it('the tree is that of the page that was asked for', () => {
  const { parse } = parsing();
  parse(page('# A'));
  const file = page('# A');
  expect(parse(file)).toEqual(parsePage(file));
});

it('what is wrong with a page is reported each time', () => {
  const { parse } = parsing();
  const files = [page('# Itâ€™s\n'), page('# Itâ€™s\n')];
  for (const file of files) parse(file);
  expect(files.map(({ messages }) => messages.length)).toEqual([1, 1]);
});

it('a page takes of the work of a run what it would take to parse it', () => {
  const { parse, parsed } = parsing();
  const runs = [workOfRun(), workOfRun()];
  for (const work of runs) parse(page('# *A*'), work);
  expect(parsed).toHaveLength(1);
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[0]?.left).toBeLessThan(workOfRun().left);

  const file = page('# *A*');
  expect(parse(file, { left: 0 })).toBeUndefined();
  expect(file.messages).toHaveLength(1);
});

/** A page of four parts, each a heading, words and much code. */
const large = ['A', 'B', 'C', 'D']
  .map((name) => `# ${name}\n\nWords of *${name}*.\n\n\`\`\`\n${'x'.repeat(66_000)}\n\`\`\`\n\n`)
  .join('');

it.each([
  ['of another length', 'More words of', 1],
  ['with a line more', 'Words.\n\nMore', 1],
  ['with a line more, and not longer', 'Words\nof', 1],
  ['that opens a comment with all behind it', '<!--', 2],
])('of a large page, only the parts that have changed: one %s', (_, words, count) => {
  const { parse, parsed } = parsing();
  parse(page(large));
  expect(parsed.splice(0)).toHaveLength(4);
  const file = page(large.replace('Words of', words));
  expect(parse(file)).toEqual(parsePage(file));
  expect(parsed).toHaveLength(count);
});

it('of a page that repeats itself, what is repeated may be edited', () => {
  const { parse } = parsing();
  const body = '  b\n\n  - c\n\n';
  const text = `- a\n\n${body}- d\n\n${body}- e\n\n${body}f\n`;
  parse(page(text));
  const files = [text.replace('  b', '  B'), text.replaceAll('  b', '  B'), text].map((value) =>
    page(value),
  );
  for (const file of files) expect(parse(file)).toEqual(parsePage(file));
});
