/** Dialects from outside: a source may name a module of its own, which is loaded before any page is read. */
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { faultOf } from '../contract.ts';
import { pathIn } from '../cwd.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { isModule, type LoadedDialect, type LoadedDialects } from '../dialects/index.ts';
import { UsageError } from '../errors.ts';
import { isJsonObject, parseUnambiguousJson } from '../model/json.ts';
import type { DocsFiles } from './docs.ts';

/**
 * Loads the modules that sources name as their dialects. A module is code: this is for the docs of the working tree
 * alone, never for those of a commit, or of a folder that is only compared.
 *
 * @param folder the docs folder; a module stands in it, or in the current folder
 * @param cwd the current folder
 * @returns the dialect of each such source, or why its module cannot be used; nothing is thrown
 */
export async function loadDialects(
  docs: DocsFiles,
  folder: string,
  cwd = '.',
): Promise<LoadedDialects> {
  const loaded = new Map<string, LoadedDialect>();
  const place = pathIn(cwd, folder);
  for (const [name, content] of docs) {
    const id = /^([^/]+)\/source\.json$/.exec(name)?.[1];
    const module = id === undefined ? undefined : moduleOf(content);
    if (id === undefined || module === undefined) continue;
    const file = await fileOf(path.join(place, id, module), [place, cwd]);
    const result = file.ok ? await load(file.path) : file;
    loaded.set(
      id,
      result.ok
        ? { ok: true, dialect: named(result.dialect, `${module} of ${id}`) }
        : { ok: false, fault: `"dialect" names ${module}, ${result.fault}` },
    );
  }
  return loaded;
}

/** Where the modules should stand that sources name as their dialects. */
export function dialectModulesOf(docs: DocsFiles, folder: string, cwd = '.'): string[] {
  return [...docs].flatMap(([name, content]) => {
    const module = /^[^/]+\/source\.json$/.test(name) ? moduleOf(content) : undefined;
    return module === undefined ? [] : path.join(pathIn(cwd, folder), path.dirname(name), module);
  });
}

/** The module that a `source.json` names as its dialect. */
function moduleOf(sourceJson: Uint8Array): string | undefined {
  const source = parseUnambiguousJson(new TextDecoder().decode(sourceJson));
  const dialect = isJsonObject(source) ? source.dialect : undefined;
  return typeof dialect === 'string' && isModule(dialect) ? dialect : undefined;
}

type Fault = { ok: false; fault: string };

/** Where a module really is, behind all links. @param folders it must stand in one of them */
async function fileOf(
  module: string,
  folders: readonly string[],
): Promise<{ ok: true; path: string } | Fault> {
  const real = await realpath(module).catch(() => undefined);
  if (real === undefined)
    return {
      ok: false,
      fault: 'which cannot be found; the path starts from the folder of source.json.',
    };
  const allowed = await Promise.all(folders.map((folder) => realpath(folder)));
  return allowed.some((folder) => real.startsWith(path.join(folder, path.sep)))
    ? { ok: true, path: real }
    : {
        ok: false,
        fault: 'which is outside of the docs folder and of the current folder; move it there.',
      };
}

const method = v.function('must be a function');
const flag = v.optional(v.literal(true, 'must be true, or left out'));

const dialectContract = v.object(
  {
    readSource: method,
    readFields: method,
    readPage: v.optional(method),
    ignores: v.record(v.string(), v.string('must be a text'), 'must be an object'),
    readsParts: flag,
    readsSettings: flag,
    tablesAreWords: flag,
    containers: v.optional(v.array(v.string('must be a text'), 'must be a list')),
    typeLine: v.optional(method),
    fieldStatement: v.optional(method),
    factExamples: v.optional(v.record(v.string(), v.string('must be a text'), 'must be an object')),
    strayStatements: v.optional(method),
    statementsIn: v.optional(method),
  } satisfies Record<keyof Dialect, v.GenericSchema>,
  'must be an object',
);
const contract = v.object({ default: dialectContract }, 'must be a module');

function isModuleOfDialect(module: unknown): module is { default: Dialect } {
  return v.is(contract, module);
}

/** When the modules that were loaded had changed last. */
const loadedTimes = new Map<string, number>();

/** Loads a module, and loads it again if it has changed; what it imports itself stays as it was loaded first. */
async function load(file: string): Promise<LoadedDialect> {
  try {
    const { mtimeMs } = await stat(file);
    const isOther = (loadedTimes.get(file) ?? mtimeMs) !== mtimeMs;
    if (!isOther) loadedTimes.set(file, mtimeMs);
    const version = isOther ? `?changed=${mtimeMs}` : '';
    const module: unknown = await import(`${pathToFileURL(file).href}${version}`);
    if (isModuleOfDialect(module)) return { ok: true, dialect: module.default };
    const [issue] = v.safeParse(contract, module).issues ?? [];
    const fault = issue ? `"${v.getDotPath(issue)}" ${faultOf(issue)}` : 'it exports no dialect';
    return { ok: false, fault: `whose default export is not a dialect: ${fault}.` };
  } catch (error) {
    return { ok: false, fault: `which cannot be loaded: ${String(error)}` };
  }
}

/** A dialect, whatever it can do, whose errors say that they are its own, and not those of this program or of the docs. */
function named(dialect: Dialect, name: string): Dialect {
  return new Proxy(dialect, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        try {
          return Reflect.apply(member, target, args);
        } catch (error) {
          const sentence = `the dialect ${name} failed: ${String(error)}`;
          throw new UsageError(sentence, { cause: error });
        }
      };
    },
  });
}
