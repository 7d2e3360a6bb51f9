/** Whether a package's new version says what its users must know. */
import semver, { type SemVer } from 'semver';
import type { Bump } from './semver.ts';

/** The steps of a version, the smallest first. */
const bumps = ['none', 'patch', 'minor', 'major'] as const satisfies Bump[];

/**
 * What is wrong with the step from one version to the next.
 *
 * @param suggested the step that the findings ask for
 * @returns a sentence; `undefined` when the step is large enough
 */
export function versionFault(before: string, after: string, suggested: Bump): string | undefined {
  const [old, now] = [semver.parse(before), semver.parse(after)];
  if (!old || !now)
    return `"${old ? after : before}" is no version; a version is three numbers with dots.`;
  if (semver.lt(now, old)) return `the version goes back from ${before} to ${after}.`;
  const wanted = wantedOf(old, suggested);
  if (bumps.indexOf(bumpBetween(old, now)) >= bumps.indexOf(wanted)) return undefined;
  return `the version goes from ${before} to ${after}, but the changes ask for a ${wanted} version, ${old.inc(wanted === 'none' ? 'patch' : wanted).version} at least.`;
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
