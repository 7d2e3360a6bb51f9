/** What is generated from a small model, cut down to what a test is about. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript-5.4';
import { emitShared, emitSource } from '../../generator/emit/index.ts';
import type { Model } from '../../generator/model/model.ts';
import type { Guard } from './guard-checks.ts';

/** A generated file of a source, as it is written. */
export function fileOf(model: Model, file: string): string {
  return fileIn(emitSource(model), `${model.source.id}/${file}`);
}

/** A generated file that all sources share. */
export function sharedFileOf(models: readonly Model[], file: string): string {
  return fileIn(emitShared(models), file);
}

function fileIn(files: ReadonlyMap<string, string>, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`${file} is not generated.`);
  return text;
}

/** One exported declaration of a file, with its comment. */
export function declarationOf(text: string, name: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true);
  const found = file.statements.find((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.some(({ name: own }) => own.getText() === name)
      : (ts.isInterfaceDeclaration(statement) ||
          ts.isTypeAliasDeclaration(statement) ||
          ts.isFunctionDeclaration(statement)) &&
        statement.name?.text === name,
  );
  if (!found) throw new Error(`${name} is not declared in:\n${text}`);
  return text.slice(found.getStart(file, true), found.end);
}

/** A declaration of `types.ts`. */
export function typeOf(model: Model, name: string): string {
  return declarationOf(fileOf(model, 'types.ts'), name);
}

/** A function of `guards.ts`. */
export function guardTextOf(model: Model, name: string): string {
  return declarationOf(fileOf(model, 'guards.ts'), name);
}

/** The functions of `guards.ts`, ready to be called. */
export async function guardsOf(model: Model): Promise<ReadonlyMap<string, Guard>> {
  const exports = await run(fileOf(model, 'guards.ts'));
  const guards = new Map<string, Guard>();
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value === 'function') guards.set(name, (input) => value(input) === true);
  }
  return guards;
}

/** Runs a generated file that imports nothing at run time. */
export async function run(text: string): Promise<object> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'realtime-events-'));
  try {
    const file = path.join(folder, 'generated.mjs');
    await writeFile(file, outputText);
    const exports: object = await import(/* @vite-ignore */ pathToFileURL(file).href);
    return exports;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The lines of a template without the indentation they share; backslashes stay as they are. */
export function lines(template: TemplateStringsArray, ...values: string[]): string {
  const all = String.raw(template, ...values)
    .replace(/^\n/, '')
    .trimEnd()
    .split('\n');
  const indents = all.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return all.map((line) => line.slice(Math.min(...indents))).join('\n');
}
