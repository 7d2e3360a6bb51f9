/** Who takes part: ours, and the libraries, each with a definition printed from the same JSON Schema. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonSchema } from '../../generator/emit/json-schema.ts';
import { ajvModule } from './definitions/ajv.ts';
import { arktypeModule } from './definitions/arktype.ts';
import { definitionOf, type Definition } from './definitions/definition.ts';
import { jsonSchemaOfDefinition } from './definitions/json-schema.ts';
import { typeboxModule } from './definitions/typebox.ts';
import { typiaTypes } from './definitions/typia.ts';
import { valibotModule } from './definitions/valibot.ts';
import { zodModule } from './definitions/zod.ts';

export interface Place {
  root: string;
  /** A folder for files that nobody keeps. */
  work: string;
}

/** Modules by what they are for; the path of each. */
export interface Modules {
  /** Exports `check`, which takes any event. */
  check: string;
  /** What somebody bundles who needs the guard of one event. */
  one: string;
  /** … and of every event. */
  all: string;
  /** … and wants to know what does not fit. */
  issues: string;
}

export interface Library {
  title: string;
  modules: Modules;
}

/** What the contestants are made for: all events of `schema`, and one of them by itself. */
export interface Task {
  schema: JsonSchema;
  /** The type name of one event. */
  one: string;
  /** The names of our guards. */
  guards: readonly string[];
  /** The folder of our generated files. */
  generated: string;
}

export async function contestantsOf(
  place: Place,
  task: Task,
): Promise<{ libraries: Library[]; absent: string[] }> {
  const absent: string[] = [];
  const typia = await typiaLibrary(place, task).catch((error: unknown) => {
    absent.push(`typia is missing: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  });
  const libraries = [
    await ours(place, task),
    ...typia,
    ...(await libraryPrinted(place, task, 'arktype', arktypeLibrary)),
    ...(await libraryPrinted(place, task, 'ajv', ajvLibrary)),
    ...(await libraryPrinted(place, task, 'typebox', typeboxLibrary)),
    ...(await libraryPrinted(place, task, 'zod', zodLibrary)),
    ...(await libraryPrinted(place, task, 'valibot', valibotLibrary)),
  ];
  return { libraries, absent };
}

async function ours(place: Place, { one, guards, generated }: Task): Promise<Library> {
  const from = JSON.stringify(path.join(generated, 'index.ts'));
  const modules = await written(place, 'ours', {
    check: `export { isRealtimeServerEvent as check } from ${from};`,
    one: `export { is${one} } from ${from};`,
    all: `export { ${guards.join(', ')} } from ${from};`,
    issues: `export { parseRealtimeServerEvent } from ${from};`,
  });
  return { title: '**ours**', modules };
}

type Texts = Record<keyof Modules, string>;
type Printer = (whole: Printed, one: Printed) => { title: string; texts: Texts }[];

/** A definition and the schema that it came from. */
interface Printed {
  definition: Definition;
  schema: JsonSchema;
}

async function libraryPrinted(
  place: Place,
  { schema, one }: Task,
  name: string,
  print: Printer,
): Promise<Library[]> {
  const version = await versionOf(path.join(place.root, 'node_modules', name));
  const printed = (definition: Definition): Printed => ({
    definition,
    schema: jsonSchemaOfDefinition(definition, false),
  });
  const variants = print(
    { definition: definitionOf(schema), schema },
    printed(definitionOf(schema, one)),
  );
  return Promise.all(
    variants.map(async ({ title, texts }, i) => ({
      title: title.replace('@', version),
      modules: await written(place, `${name}-${i}`, texts),
    })),
  );
}

/** Modules of a library that makes a schema, and says with it what it is asked. */
function texts(
  whole: { schema: string; expression: string },
  one: { schema: string; expression: string },
  check: (schema: string) => string,
  issues: (schema: string) => string,
): Texts {
  const module = (
    { schema, expression }: { schema: string; expression: string },
    say: (schema: string) => string,
  ): string =>
    `${schema}\nconst Event = ${expression};\nexport const check = (value) => ${say('Event')};`;
  return {
    check: module(whole, check),
    all: module(whole, check),
    one: module(one, check),
    issues: module(whole, issues),
  };
}

const zodLibrary: Printer = (whole, one) => [
  {
    title: 'zod @ †',
    texts: texts(
      zodModule(whole.definition),
      zodModule(one.definition),
      (schema) => `${schema}.safeParse(value).success`,
      (schema) => `${schema}.safeParse(value)`,
    ),
  },
];

const valibotLibrary: Printer = (whole, one) => [
  {
    title: 'valibot @',
    texts: texts(
      valibotModule(whole.definition),
      valibotModule(one.definition),
      (schema) => `v.is(${schema}, value)`,
      (schema) => `v.safeParse(${schema}, value)`,
    ),
  },
];

const arktypeLibrary: Printer = (whole, one) => [
  {
    title: 'arktype @ †',
    texts: texts(
      arktypeModule(whole.definition),
      arktypeModule(one.definition),
      (schema) => `${schema}.allows(value)`,
      (schema) => `${schema}(value)`,
    ),
  },
];

const typeboxLibrary: Printer = (whole, one) => [
  {
    title: 'TypeBox @, compiled †',
    texts: texts(
      typeboxModule(jsonSchemaOfDefinition(whole.definition, false)),
      typeboxModule(one.schema),
      (schema) => `${schema}.Check(value)`,
      (schema) => `${schema}.Errors(value)`,
    ),
  },
];

const ajvLibrary: Printer = (whole, one) => {
  const variant = (title: string, schema: JsonSchema): { title: string; texts: Texts } => {
    const check = ajvModule(schema, false);
    return {
      title,
      texts: {
        check: `${check}\nexport { validate as check };`,
        all: check,
        one: ajvModule(one.schema, false),
        issues: ajvModule(schema, true),
      },
    };
  };
  return [
    variant(
      'Ajv @ standalone, with `discriminator`',
      jsonSchemaOfDefinition(whole.definition, true),
    ),
    variant('Ajv @ standalone, the schema as it is', whole.schema),
  ];
};

// ── typia ───────────────────────────────────────────────────────────────────────────────────────────────────

/** typia is a transform of TypeScript 5 or 6, so it has a folder of packages of its own. */
async function typiaLibrary(place: Place, { schema, one }: Task): Promise<Library[]> {
  const home = path.join(place.root, 'test', 'bench', 'typia');
  const packages = path.join(home, 'node_modules');
  if (!existsSync(path.join(packages, 'typia', 'package.json'))) {
    // Through the npm that runs us, where there is one: it needs no shell then.
    const npm = process.env['npm_execpath'];
    const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    run(home, npm === undefined ? 'npm' : process.execPath, [
      ...(npm === undefined ? [] : [npm]),
      ...words,
    ]);
  }
  const folder = path.join(place.work, 'typia');
  await mkdir(path.join(folder, 'src'), { recursive: true });
  await symlink(packages, path.join(folder, 'node_modules'), 'junction');
  const whole = typiaTypes(definitionOf(schema));
  const source = (type: string, make: string): string =>
    `import typia from 'typia';\nimport type * as types from './types.js';\nexport const check = typia.${make}<types.${type}>();\n`;
  const files = {
    'types.ts': `${whole.types}\nexport type Event = ${whole.root};\n`,
    'all.ts': source('Event', 'createIs'),
    'one.ts': source(one, 'createIs'),
    'issues.ts': source('Event', 'createValidate'),
  };
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(path.join(folder, 'src', name), text)),
  );
  const options = {
    compilerOptions: { target: 'es2022', module: 'nodenext', strict: true, skipLibCheck: true },
    include: ['src'],
  };
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  const program = path.join(packages, 'typia', 'lib', 'executable', 'typia.js');
  run(folder, process.execPath, [
    program,
    'generate',
    '--input',
    'src',
    '--output',
    'out',
    '--project',
    'tsconfig.json',
  ]);
  const file = (name: string): string => path.join(folder, 'out', name);
  return [
    {
      title: `typia ${await versionOf(path.join(packages, 'typia'))}`,
      modules: {
        check: file('all.ts'),
        all: file('all.ts'),
        one: file('one.ts'),
        issues: file('issues.ts'),
      },
    },
  ];
}

function run(cwd: string, program: string, words: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${program} ${words.join(' ')}: ${error?.message ?? stdout + stderr}`);
}

// ── Files ───────────────────────────────────────────────────────────────────────────────────────────────────

async function written({ work }: Place, name: string, modules: Texts): Promise<Modules> {
  const folder = path.join(work, name);
  await mkdir(folder, { recursive: true });
  const file = async (key: keyof Modules): Promise<string> => {
    const to = path.join(folder, `${key}.js`);
    await writeFile(to, modules[key]);
    return to;
  };
  return {
    check: await file('check'),
    one: await file('one'),
    all: await file('all'),
    issues: await file('issues'),
  };
}

async function versionOf(folder: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  );
  return manifest.version;
}
