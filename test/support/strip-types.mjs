/** Where this Node cannot run TypeScript itself, the stripper of those that can: `node --import` of this file. */
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && !process.features.typescript) register(import.meta.url);

/** As Node calls it to load a module. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { default: amaro } = await import('amaro');
  const text = await readFile(fileURLToPath(url), 'utf8');
  const { code } = amaro.transformSync(text, { mode: 'strip-only' });
  return { format: 'module', source: code, shortCircuit: true };
}
