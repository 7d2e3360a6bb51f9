import type { Finding } from '../finding.ts';

/** How much of a version number a change asks for; `none`: nothing changed. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/**
 * The version that findings ask for, for a package of the generated files.
 *
 * - major: something is breaking, or code that compiled with the old types does not compile with the new ones;
 * - minor: something is dangerous or safe: there is more or less than before, and a usual consumer need not care.
 *   Dangerous is not a major change, as in libraries whose unions may grow: those who close them are warned by name;
 * - patch: only words, examples or order changed.
 */
export function recommendedBump(findings: readonly Pick<Finding, 'verdict' | 'types'>[]): Bump {
  if (findings.length === 0) return 'none';
  if (findings.some(({ verdict, types }) => verdict === 'breaking' || types === 'breaking'))
    return 'major';
  return findings.every(({ verdict }) => verdict === 'docs') ? 'patch' : 'minor';
}
