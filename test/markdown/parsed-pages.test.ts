/** Pages that are parsed once in a process, and what makes them be parsed again. */
import { expect, it } from 'vitest';
import { VFile } from 'vfile';
import { report } from '../../generator/diagnostics.ts';
import { parsePage } from '../../generator/markdown/parse.ts';
import { parseChanged } from '../../generator/markdown/parsed-pages.ts';
import { workOfRun } from '../../generator/markdown/refuse.ts';

/** Parses pages, and tells which of them it had to parse. */
function parsing({ isFaulty = false } = {}) {
  const parsed: string[] = [];
  const parse = parseChanged((file, work) => {
    parsed.push(String(file));
    if (isFaulty) report(file, 'encoding-invalid', undefined, 'what it says.');
    return parsePage(file, work);
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
  const { parse } = parsing({ isFaulty: true });
  const files = [page('# A'), page('# A')];
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
