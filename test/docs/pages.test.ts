/** The pages for people: what they name is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/repository.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/api.md',
  'docs/app.md',
  'docs/architecture.md',
  'docs/ci.md',
  'docs/dialect.md',
  'docs/diff.md',
  'docs/figures.md',
  'docs/generate.md',
  'docs/sources.md',
  'docs/validate.md',
];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');

  test('links to files that are there', () => {
    const words = text.replaceAll(/^```[^]*?^```/gm, '');
    const links = Array.from(words.matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, link = '']) => link);
    const folder = path.join(root, path.dirname(page));

    expect(links.filter((link) => !existsSync(path.join(folder, link)))).toEqual([]);
  });

  test('names files and folders that are there', () => {
    // `acme` is the example of somebody's own docs.
    const names = /(?<![\w/.-])(?:docs-src(?!\/acme)|generator|scripts|test)\/[\w./-]*\w\/?/g;
    const named = Array.from(text.matchAll(names), ([name]) => name);

    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('names scripts of package.json', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    );
    const named = Array.from(
      text.matchAll(/npm run (?:--silent )?([\w:-]*\w)/g),
      ([, name = '']) => name,
    );

    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
