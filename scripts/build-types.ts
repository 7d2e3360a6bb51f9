/**
 * Builds the package for apps of what is generated: ES modules, the same as CommonJS, declarations of both, and the
 * data; no larger than need be.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = path.join(root, 'generated');
const dist = path.join(root, 'dist');
const modules = path.join(dist, 'esm');
const commonJs = path.join(dist, 'cjs');

// What is generated no more must not be packed.
rmSync(dist, { recursive: true, force: true });
compile('tsconfig.esm.json');
compile('tsconfig.cjs.json');
minifyCode();
writeDeclarations();
writeData();

function compile(project: string): void {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const options = { cwd: root, stdio: 'inherit' } as const;
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], options);
  process.exitCode ||= status ?? 1;
}

/** What people read is the declarations, and the sources beside them. */
function minifyCode(): void {
  for (const file of filesIn(dist, '.js')) {
    const code = readFileSync(file, 'utf8');
    // With the blanks, calls would lose the mark by which bundlers leave them out.
    const minifyWhitespace = !code.includes('@__PURE__');
    const smaller = transformSync(code, { minifyWhitespace, minifySyntax: true });
    writeFileSync(file, smaller.code);
  }
}

/**
 * Declarations stand once, as CommonJS, which ES modules may import, while the other way is closed: each ES module that
 * the manifest exports passes those on. Their maps lead to the sources, where nothing that is declared stands twice.
 */
function writeDeclarations(): void {
  // Node and compilers take it for ES modules otherwise, as the package around it is.
  const kind = { type: 'commonjs', sideEffects: false };
  write(path.join(commonJs, 'package.json'), `${JSON.stringify(kind)}\n`);

  const entries = exportedDeclarations();
  for (const declarations of entries)
    writePassingOn(declarations, path.join(modules, path.relative(commonJs, declarations)));

  const needed = withImported(entries);
  for (const file of filesIn(generated, '.ts')) {
    const name = path.relative(generated, file).replace(/\.ts$/, '');
    const declarations = path.join(commonJs, `${name}.d.ts`);
    const source = path.join(dist, 'src', name);
    if (/^(?:former-)?types$/.test(path.basename(name))) {
      // Types are declarations, word for word.
      write(declarations, withoutMap(declarations));
      writePassingOn(declarations, `${source}.d.ts`);
    } else if (needed.has(declarations)) {
      write(`${source}.ts`, readFileSync(file, 'utf8'));
      leadTo(`${source}.ts`, `${declarations}.map`);
    } else {
      // Sources import it, and nobody is led to it.
      write(`${source}.d.ts`, withoutMap(declarations));
      rmSync(declarations);
    }
  }
}

/** Declarations whose map is removed, indented by two blanks as all else: the compiler takes four. */
function withoutMap(declarations: string): string {
  rmSync(`${declarations}.map`);
  return withoutMapLine(readFileSync(declarations, 'utf8')).replaceAll(/^(?: {4})+/gm, (blanks) =>
    ' '.repeat(blanks.length / 2),
  );
}

function withoutMapLine(text: string): string {
  return text.replace(/\/\/# sourceMappingURL=.*\n?$/, '');
}

/** Makes a map of declarations lead to this source. */
function leadTo(source: string, map: string): void {
  const content: object = JSON.parse(readFileSync(map, 'utf8'));
  write(map, JSON.stringify({ ...content, sources: [importedFrom(map, source)] }));
}

/** The declarations of CommonJS that the manifest names, by the patterns of its exports. */
function exportedDeclarations(): string[] {
  const manifest: { exports: Record<string, string | { require: { types: string } }> } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const patterns = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [] : [target.require.types.split('*')],
  );
  return filesIn(commonJs, '.d.ts').filter((file) => {
    const name = `./${importedFrom(path.join(root, 'package.json'), file)}`;
    return patterns.some(([start = '', end = '']) => name.startsWith(start) && name.endsWith(end));
  });
}

/** Declarations, and all that they import, by one another. */
function withImported(entries: readonly string[]): ReadonlySet<string> {
  const reached = new Set(entries);
  for (const file of reached)
    for (const [, module = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from |import\()["'](\..+?)\.js["']/g,
    ))
      reached.add(path.resolve(path.dirname(file), `${module}.d.ts`));
  return reached;
}

/** Data has no blanks in the package, which nobody reads there. */
function writeData(): void {
  for (const file of filesIn(generated, '.json')) {
    if (path.basename(file).startsWith('.')) continue;
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    write(path.join(dist, 'data', path.relative(generated, file)), `${JSON.stringify(data)}\n`);
  }
}

/** Writes declarations that pass on everything of others; what these do no more than pass on, from where they have it. */
function writePassingOn(declarations: string, place: string): void {
  const theirs = withoutMapLine(readFileSync(declarations, 'utf8'));
  const named = (file: string): string =>
    importedFrom(place, path.resolve(path.dirname(declarations), file));
  const passedOn = /^(?:export [^;]+ from '[^']+';\n)+$/.test(theirs)
    ? theirs.replaceAll(/(?<= from ')[^']+/g, named)
    : `export * from '${named(path.basename(declarations).replace(/\.d\.ts$/, '.js'))}';\n`;
  write(place, passedOn);
}

/** How a file is named in another one. */
function importedFrom(place: string, file: string): string {
  return path.relative(path.dirname(place), file).split(path.sep).join('/');
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The files below a folder whose paths end so. */
function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));
}
