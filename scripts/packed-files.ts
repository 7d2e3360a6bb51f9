/** What the package of the program holds beside its own folder: copied there before it is packed, and removed after. */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['LICENSE', 'action.yml', 'docs', 'schemas'];

const [, , action, folder = path.join(root, 'generator')] = process.argv;
if (action !== 'copy' && action !== 'remove') throw new Error('say "copy" or "remove"');

for (const file of files) {
  const copy = path.join(folder, file);
  rmSync(copy, { recursive: true, force: true });
  if (action === 'copy') cpSync(path.join(root, file), copy, { recursive: true });
}
