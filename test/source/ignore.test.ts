import { expect, it } from 'vitest';
import { modelSources } from '../../generator/pipeline.ts';
import { docsOf, sourceJson } from '../support/docs.ts';

const radio = (ignore: string[]) =>
  modelSources(
    docsOf({
      'radio/source.json': sourceJson('openai-tree', { ignore }),
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
      'radio/tune.md': "# tune\n\n## Properties\n- `type` (string, required): Enum: 'tune'.\n",
      'radio/README.md': 'About these pages.\n',
      'radio/guides/a/start.md': '# Start\n',
      'radio/logo.png': '',
    }),
  );

it('files that source.json ignores are not read, and say so line by line', () => {
  const [source] = radio(['README.md', 'guides/**', '*.png']);
  expect(source?.diagnostics).toEqual([]);
  expect(source?.lines['radio/README.md']).toContainEqual({
    kind: 'ignored',
    rule: 'ignored-file',
    about: 'a file that "ignore" of source.json names',
  });
});

it('a pattern that matches nothing but what is read anyway is reported', () => {
  const [source] = radio(['**/{source.json,index.md,tune.md}', '{README,guides/**}*', '*.png']);
  expect(source?.diagnostics.map(({ rule }) => rule)).toContain('ignore-unmatched');
});

it('a file that no pattern matches is reported as before', () => {
  const [source] = radio(['README.md', 'guides/*', '*.png']);
  expect(source?.diagnostics.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    'page-unlisted radio/guides/a/start.md',
    'ignore-unmatched radio/source.json',
  ]);
});

it('a pattern that could stand for a name in too many ways is refused', () => {
  const [source] = radio(['README.md', 'guides/**', '*.png', '*a'.repeat(12)]);
  expect(source?.diagnostics.map(({ rule, sentence }) => `${rule} ${sentence}`)).toEqual([
    `source-invalid "${'*a'.repeat(12)}" could be held against the names of the files in too many ways; write it with fewer *, as in "guides/**".`,
  ]);
});
