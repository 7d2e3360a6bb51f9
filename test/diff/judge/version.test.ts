import { SemVer } from 'semver';
import { describe, expect, it } from 'vitest';
import { versionFault } from '../../../generator/diff/judge/version.ts';

describe('a step of the version is large enough', () => {
  it.each([
    ['1.2.3', '2.0.0', 'major'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.2.3', '1.2.3', 'none'],
    ['1.2.3', '2.0.0', 'patch'],
    ['1.2.3', '2.0.0-rc.1', 'major'],
    ['0.1.0', '0.2.0', 'major'],
    ['0.1.0', '0.1.1', 'minor'],
    ['2.0.0-rc.1', '2.0.0-rc.2', 'major'],
    ['2.0.0-rc.1', '2.0.0', 'major'],
  ] as const)('from %s to %s for a %s version', (before, after, suggested) => {
    expect(versionFault(new SemVer(before), new SemVer(after), suggested)).toBeUndefined();
  });
});

describe('a step of the version is at fault', () => {
  it.each([
    [
      '1.2.3',
      '1.3.0',
      'major',
      'the version goes from 1.2.3 to 1.3.0, but the changes ask for a major version, 2.0.0 at least.',
    ],
    [
      '1.2.3',
      '1.2.4',
      'minor',
      'the version goes from 1.2.3 to 1.2.4, but the changes ask for a minor version, 1.3.0 at least.',
    ],
    [
      '1.2.3',
      '1.2.3',
      'patch',
      'the version goes from 1.2.3 to 1.2.3, but the changes ask for a patch version, 1.2.4 at least.',
    ],
    [
      '0.1.2',
      '0.1.3',
      'major',
      'the version goes from 0.1.2 to 0.1.3, but the changes ask for a minor version, 0.2.0 at least.',
    ],
    ['1.2.3', '1.2.2', 'none', 'the version goes back from 1.2.3 to 1.2.2.'],
  ] as const)('from %s to %s for a %s version', (before, after, suggested, fault) => {
    expect(versionFault(new SemVer(before), new SemVer(after), suggested)).toBe(fault);
  });
});
