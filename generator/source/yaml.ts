import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

/** The library that reads YAML. It has seventy modules, so that only a run over pages with front matter loads it. */
export function yaml(): typeof Yaml {
  return createRequire(import.meta.url)('yaml');
}
