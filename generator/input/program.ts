/** What this program knows of itself. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** The version of this package, whose file is as far away from the built program as from its sources. */
export function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return v.parse(v.object({ version: v.string() }), JSON.parse(text)).version;
}
