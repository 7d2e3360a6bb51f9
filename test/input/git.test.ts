import { describe, expect, it } from 'vitest';
import { checkOut, isRepositoryAddress } from '../../generator/input/git.ts';
import { temporaryFolder } from '../support/repository.ts';

it('a failure of git is told by its reason, not by the advice that follows it', async () => {
  const folder = await temporaryFolder();
  await expect(checkOut(folder, { url: 'file:///no/such' })).rejects.toThrow(
    "cannot get HEAD of file:///no/such: '/no/such' does not appear to be a git repository.",
  );
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
