/** Whether a package's new version says what its users must know. */
import semver, { SemVer } from 'semver';
import type { Bump } from './semver.ts';

/** The steps of a version, the smallest first. */
const bumps = ['none', 'patch', 'minor', 'major'] as const satisfies Bump[];

/**
 * What is wrong with the step from one version to the next.
 *
 * @param suggested the step that the findings ask for
 * @returns a sentence; `undefined` when the step is large enough
 */
export function versionFault(before: SemVer, after: SemVer, suggested: Bump): string | undefined {
  if (semver.lt(after, before))
    return `the version goes back from ${before.version} to ${after.version}.`;
  const wanted = wantedOf(before, suggested);
  if (bumps.indexOf(bumpBetween(before, after)) >= bumps.indexOf(wanted)) return undefined;
  const least = new SemVer(before.version).inc(wanted === 'none' ? 'patch' : wanted);
  return `the version goes from ${before.version} to ${after.version}, but the changes ask for a ${wanted} version, ${least.version} at least.`;
}

/** Before 1.0.0, a minor version may break and a patch may add. */
function wantedOf({ major }: SemVer, suggested: Bump): Bump {
  if (major > 0) return suggested;
  return suggested === 'major' ? 'minor' : suggested === 'minor' ? 'patch' : suggested;
}

function bumpBetween(old: SemVer, now: SemVer): Bump {
  // A pre-release promises nothing of what follows it.
  if (old.prerelease.length > 0 && semver.gt(now, old)) return 'major';
  if (now.major !== old.major) return 'major';
  if (now.minor !== old.minor) return 'minor';
  return now.patch === old.patch ? 'none' : 'patch';
}
