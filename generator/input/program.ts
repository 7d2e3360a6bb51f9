/** What this program knows of itself. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

/** The version of this package, whose file is as far away from the built program as from its sources. */
export function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return v.parse(v.object({ version: v.string() }), JSON.parse(text)).version;
}

const rules = new URL('../../docs/rules.md', import.meta.url);

/** The page that explains the rules, as it is found from a folder, and its address. */
export function rulesPageFrom(cwd: string): { name: string; url: string } {
  const installed = 'node_modules/realtime-event-types/docs/rules.md';
  const way = path.relative(cwd, fileURLToPath(rules)).split(path.sep).join('/');
  const isBelow = !way.startsWith('../') && !path.isAbsolute(way);
  const here = existsSync(path.join(cwd, installed)) ? installed : isBelow ? way : undefined;
  return { name: here ?? 'realtime-event-types/docs/rules.md', url: rules.href };
}
