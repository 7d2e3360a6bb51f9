/** Tells Node and compilers that what was built into `dist/cjs` is CommonJS, in a package of ES modules. */
import { writeFileSync } from 'node:fs';

writeFileSync(
  new URL('../dist/cjs/package.json', import.meta.url),
  `${JSON.stringify({ type: 'commonjs', sideEffects: false })}\n`,
);
