import { expect, test } from 'vitest';
import { modelSources } from '../../generator/pipeline.ts';
import { docsOf, sourceJson } from '../support/docs.ts';
import { treePage } from '../support/small-docs.ts';

test('a page that an index links again and again is not read each time', () => {
  const fields = Array.from({ length: 500 }, (_, i) => `- \`a${i}\` (string, optional)\n`).join('');
  const links = Array.from({ length: 50 }, (_, i) => `- [tune.${i}](tune.md)\n`).join('');

  const [source] = modelSources(
    docsOf({
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': `# Events\n\n## Contents\n${links}`,
      'radio/tune.md': treePage('tune.0', fields),
    }),
  );

  const told = source?.diagnostics.filter(({ rule }) => rule === 'source-too-large') ?? [];
  expect(told.map(({ file, line }) => `${file}:${line}`)).toEqual(['radio/index.md:12']);
});
