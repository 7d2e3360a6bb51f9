import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../generator/contract.ts';
import { isRepositoryAddress } from '../../generator/input/addresses.ts';
import { publishedPages } from '../../generator/source/upstream.ts';

/** What is wrong with `upstream.pages`. */
function faultsOf(pages: unknown): string[] {
  const { issues = [] } = v.safeParse(publishedPages, pages);
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'pages'} ${faultOf(issue)}`);
}

describe('the pages of a publisher', () => {
  it.each([
    [{ git: 'https://small.test/docs.git' }],
    [{ git: 'git@small.test:docs.git', ref: 'main', folder: 'en/docs' }],
    [{ git: 'https://small.test/docs.git', index: { server: 'server/index.md' } }],
    [{ web: 'https://small.test/docs/' }],
    [{ web: 'http://127.0.0.1:8080/docs/', index: { client: 'client-events.md' } }],
  ])('may be at %j', (pages) => {
    expect(faultsOf(pages)).toEqual([]);
  });

  const refused: [object, string][] = [
    [{}, 'pages must have either "git" or "web"'],
    [
      { git: 'https://small.test/docs.git', web: 'https://small.test/docs/' },
      'pages must have either "git" or "web"',
    ],
    [
      { web: 'https://small.test/docs/', ref: 'main' },
      'pages must have "ref" and "folder" only beside "git"',
    ],
    [
      { git: '../docs' },
      'git must be the address of a git repository, such as https://example.com/docs.git; a folder on this disk is named with --from',
    ],
    [
      { git: 'ext::sh -c x' },
      'git must be the address of a git repository, such as https://example.com/docs.git; a folder on this disk is named with --from',
    ],
    [
      { git: 'https://small.test/docs.git', folder: '../other' },
      'folder must be a path that does not leave its folder',
    ],
    [
      { web: 'https://small.test/docs/', index: { server: '../server.md' } },
      'index.server must be a path that does not leave its folder',
    ],
    [
      { web: 'https://small.test/docs/', index: { server: 'server.html' } },
      'index.server must be the path of a Markdown page',
    ],
    ...[
      'http://small.test/docs/',
      'https://small.test/docs',
      'https://me:secret@small.test/docs/',
      'https://small.test/?docs/',
      'file:///docs/',
      'docs/',
    ].map((web): [object, string] => [
      { web },
      'web must be the address of a folder, such as https://example.com/docs/',
    ]),
  ];

  it.each(refused)('are refused at %j', (pages, fault) => {
    expect(faultsOf(pages)).toEqual([fault]);
  });
});

describe('the address of a repository', () => {
  it.each([
    'https://small.test/docs.git',
    'http://small.test/docs',
    'ssh://git@small.test:22/docs.git',
    'git://small.test/docs',
    'file:///srv/docs.git',
    'git@small.test:team/docs.git',
  ])('may be %s', (address) => {
    expect(isRepositoryAddress(address)).toBe(true);
  });

  it.each([
    '--upload-pack=touch x',
    '-u',
    'ext::sh -c touch% x',
    'fd::17',
    'ssh://-oProxyCommand=x/docs',
    'git@-oProxyCommand=x:docs',
    'ftp://small.test/docs',
    'docs',
    '',
  ])('is not %s', (address) => {
    expect(isRepositoryAddress(address)).toBe(false);
  });
});
