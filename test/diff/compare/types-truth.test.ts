/**
 * What the rules say of types, asked of the compiler: code that somebody would write against the old types compiles
 * with the new ones, except where the rule says `breaking`. Closed code, which names or exhausts what it need not,
 * does not compile where the rule says `dangerous`.
 */
import { describe, expect, test } from 'vitest';
import type { ChangeKind } from '../../../generator/diff/rules.ts';
import { diffModels } from '../../../generator/diff/index.ts';
import { formerTypeStatements } from '../../../generator/emit/former-types.ts';
import { printed } from '../../../generator/emit/print.ts';
import { typeStatements } from '../../../generator/emit/types.ts';
import type { Direction, Model } from '../../../generator/model/model.ts';
import { errorsOf } from '../../support/compiler.ts';
import { modelOf } from '../../support/docs.ts';
import { bothWays } from '../../support/diff-pages.ts';
import { examples, kinds } from '../../support/diff-rule-examples.ts';

/**
 * Code of a consumer: for `server` the body of a function that reads `event`, which is `tuned`, or `any`, which is any
 * of the server; for `client` something to send. Closed code says more than it needs to.
 */
interface Consumer {
  server: string;
  client: string;
  closedServer?: string;
  closedClient?: string;
}

const tune = "{ type: 'tune' }";
const dialed = (value: string) => `{ type: 'tune', dial: ${value} }`;
const withA = (value: string) => `{ type: 'tune', a: ${value} }`;
/** Reads whatever kinds of event there are, and leaves none out. */
const exhaustive = (...names: string[]) =>
  `switch (any.type) { ${names.map((name) => `case '${name}': return any.type;`).join(' ')} default: { const none: never = any; return none; } }`;
const waitsFor = (name: string) =>
  `switch (any.type) { case 'tuned': return 1; case '${name}': return 2; default: return 0; }`;

/** Code that names a type of the generated package. */
const named = (type: string) => `satisfies import('./types.js').${type} | undefined`;

const consumers: Partial<Record<ChangeKind, Consumer>> = {
  'source-removed': { server: 'return event.type;', client: tune },
  'alias-added': { server: 'return event.type;', client: dialed('{ at: 1 }') },
  'alias-removed': {
    server: 'return event.type;',
    closedServer: "const one: import('./types.js').Knob = event.dial; return one;",
    client: dialed('{ at: 1 }'),
  },
  'reading-loosened': {
    server: 'return event.dial === undefined ? 0 : event.dial.length;',
    client: dialed("'am'"),
  },
  'reading-tightened': {
    server: "return event.dial === 'am' ? 1 : 0;",
    closedServer: "return event.dial === 'dab' ? 1 : 0;",
    client: dialed('null'),
  },

  'event-added': {
    server: "return any.type === 'tuned' ? any.type : undefined;",
    closedServer: exhaustive('tuned', 'kept'),
    client: tune,
  },
  'event-removed': { server: waitsFor('lost'), client: "{ type: 'stop' }" },
  'deprecated-event-removed': { server: waitsFor('lost'), client: "{ type: 'stop' }" },
  'event-renamed': {
    server: waitsFor('dial.text.delta'),
    client: "{ type: 'dial.text.put', dial: 'am' }",
  },
  'event-turned': { server: waitsFor('lost'), client: "{ type: 'stop' }" },
  'type-name-changed': {
    server: 'return event.dial.at.toFixed();',
    closedServer: "const one: import('./types.js').Dial = event.dial; return one;",
    client: dialed('{ at: 1 }'),
    closedClient: dialed("{ at: 1 } satisfies import('./types.js').DialParam"),
  },

  'type-name-removed': {
    server: "return event.dial === 'am' ? 1 : 0;",
    closedServer: `return event.dial ${named('Band')};`,
    client: dialed("'am'"),
    closedClient: dialed(`'am' ${named('BandParam')}`),
  },

  'type-name-aliased': {
    server: "const one: import('./types.js').Dial = event.dial; return one;",
    client: dialed("{ at: 1 } satisfies import('./types.js').DialParam"),
  },

  'required-field-added': { server: 'return event.type;', client: tune },
  'optional-field-added': { server: 'return event.type;', client: tune },
  'required-field-removed': { server: 'return event.dial.length;', client: dialed("'am'") },
  'optional-field-removed': { server: 'return event.dial?.length;', client: dialed("'am'") },
  'deprecated-required-field-removed': {
    server: 'return event.dial.length;',
    client: dialed("'am'"),
  },
  'deprecated-optional-field-removed': {
    server: 'return event.dial?.length;',
    client: dialed("'am'"),
  },
  'required-field-renamed': {
    server: 'return event.dial_at.length;',
    client: "{ type: 'tune', dial_at: 'am' }",
  },
  'optional-field-renamed': {
    server: 'return event.dial_at?.length;',
    client: "{ type: 'tune', dial_at: 'am' }",
  },
  'required-field-moved': { server: 'return event.dial.length;', client: dialed("'am'") },
  'optional-field-moved': { server: 'return event.dial?.length;', client: dialed("'am'") },

  'required-to-optional': { server: 'return event.dial.length;', client: dialed("'am'") },
  'optional-to-required': { server: 'return event.dial?.length ?? 0;', client: tune },
  'unstated-to-required': { server: 'return event.a?.length ?? 0;', client: tune },
  'unstated-to-optional': { server: 'return event.a?.length ?? 0;', client: withA("'am'") },
  'required-to-unstated': {
    server: 'return event.a === null ? 0 : event.a.length;',
    client: withA("'am'"),
  },
  'optional-to-unstated': { server: 'return event.a?.length;', client: tune },
  'null-allowed': { server: 'return event.dial.length;', client: dialed("'am'") },
  'null-refused': { server: 'return event.dial?.length ?? 0;', client: dialed('null') },

  'value-added': {
    server: "return event.dial === 'am' ? 1 : 0;",
    client: dialed("'am'"),
  },
  'value-removed': { server: "return event.dial === 'dab' ? 1 : 0;", client: dialed("'dab'") },
  'open-value-added': { server: "return event.dial === 'am' ? 1 : 0;", client: dialed("'dab'") },
  'open-value-removed': { server: "return event.dial === 'dab' ? 1 : 0;", client: dialed("'dab'") },
  'values-opened': { server: "return event.dial === 'am' ? 1 : 0;", client: dialed("'am'") },
  'values-closed': { server: "return event.dial === 'dab' ? 1 : 0;", client: dialed("'dab'") },
  'constant-changed': { server: "return event.dial === 'am' ? 1 : 0;", client: dialed("'am'") },
  'values-replaced': { server: "return event.dial === 'am' ? 1 : 0;", client: dialed("'am'") },

  'type-widened': { server: 'return event.dial.length;', client: dialed("'am'") },
  'type-narrowed': {
    server: "return typeof event.dial === 'string' ? event.dial.length : 0;",
    closedServer: "return typeof event.dial === 'number' ? event.dial.toFixed() : 0;",
    client: dialed('1'),
  },
  'type-replaced': { server: 'return event.dial.trim();', client: dialed("'am'") },
  'integer-to-number': { server: 'return event.dial.toFixed();', client: dialed('1') },
  'number-to-integer': { server: 'return event.dial.toFixed();', client: dialed('0.5') },
  'open-to-concrete': {
    server: 'return event.dial;',
    closedServer: "return event.dial['somewhere'];",
    client: dialed('{ somewhere: 1 }'),
  },
  'concrete-to-open': {
    server: 'return event.dial.at.toFixed();',
    client: dialed('{ at: 1 }'),
    closedClient: dialed(`{ at: 1 } ${named('TuneDial')}`),
  },
  'fields-left-open': { server: 'return event.dial.at.toFixed();', client: dialed('{ at: 1 }') },
  'fields-completed': {
    server: 'return event.dial.at.toFixed();',
    closedServer: "return event.dial['somewhere'];",
    client: dialed('{ at: 1 }'),
    closedClient: dialed('{ at: 1, somewhere: 1 }'),
  },
  'member-added': {
    server: "return event.dial.type === 'am' ? event.dial.am : undefined;",
    closedServer: "return event.dial.type === 'am' ? event.dial.am : event.dial.fm;",
    client: dialed("{ type: 'am', am: 'x' }"),
  },
  'member-removed': {
    server: "return event.dial.type === 'dab' ? event.dial.dab : undefined;",
    client: dialed("{ type: 'dab', dab: 'x' }"),
  },
  'shape-to-union': { server: 'return event.dial.am;', client: dialed("{ type: 'am', am: 'x' }") },
  'union-to-shape': {
    server: "return event.dial.type === 'fm' ? event.dial.fm : undefined;",
    client: dialed("{ type: 'fm', fm: 'x' }"),
  },
  'members-replaced': {
    server: "return event.dial.type === 'fm' ? event.dial.fm : undefined;",
    client: dialed("{ type: 'fm', fm: 'x' }"),
  },
  'members-merged': {
    server: "return event.dial.type === 'am' ? event.dial.am : event.dial.fm;",
    closedServer: "const one: { type: 'am' } | { type: 'fm' } = event.dial; return one;",
    client: dialed("{ type: 'fm', fm: 'x' }"),
  },
  'member-split': {
    server: 'return event.dial.fm;',
    client: dialed("{ type: 'am', fm: 'x' }"),
  },
  'member-restated': {
    server: 'return event.dial.at;',
    closedServer: `return undefined ${named('Am')};`,
    client: dialed("{ type: 'am' }"),
    closedClient: dialed(`{ type: 'am' } ${named('AmParam')}`),
  },
  'member-left-open': {
    server: 'return event.dial;',
    closedServer: `return undefined ${named('Am')};`,
    client: dialed("{ type: 'am' }"),
    closedClient: dialed(`{ type: 'am' } ${named('AmParam')}`),
  },

  'default-changed': { server: 'return event.dial?.toFixed();', client: tune },
  'bound-tightened': { server: 'return event.dial?.toFixed();', client: dialed('2') },
  'bound-loosened': { server: 'return event.dial?.toFixed();', client: dialed('2') },
  'format-changed': { server: 'return event.a?.length;', client: withA("'x'") },
  'unit-changed': { server: 'return event.dial?.toFixed();', client: dialed('2') },

  'supported-to-unsupported': {
    server: "const one: import('./types.js').SupportedServerEventName = 'tuned'; return one;",
    client: "{ type: 'tune' } satisfies import('./types.js').SupportedClientEvent",
  },
  'unsupported-to-supported': { server: 'return event.type;', client: tune },
  'partial-to-unsupported': { server: 'return event.dial?.length;', client: dialed("'am'") },
  'deprecation-added': { server: 'return event.type;', client: tune },
};

/** What is compiled under one name: two versions of a source, and code that uses them. */
interface Case {
  kind: ChangeKind;
  before?: Model;
  after?: Model;
  consumer: Consumer;
}

const exactly = (bullets: string) =>
  modelOf(bothWays(bullets, { reading: { server: 'exact', client: 'exact' } }));
const band = (values: string) => `- \`dial\` (string, required): Band. Enum: ${values}.\n`;
const anyBand = '- `dial` (string, required): Band.\n';

/** The rules whose verdict on types depends on the reading, where it is exact: lists of values are closed. */
const exactCases: readonly Case[] = [
  {
    kind: 'value-added',
    before: exactly(band("'am', 'fm'")),
    after: exactly(band("'am', 'fm', 'dab'")),
    consumer: {
      server: "return event.dial === 'am' ? 1 : 0;",
      closedServer: "const one: 'am' | 'fm' = event.dial; return one;",
      client: dialed("'am'"),
    },
  },
  {
    kind: 'value-removed',
    before: exactly(band("'am', 'fm', 'dab'")),
    after: exactly(band("'am', 'fm'")),
    consumer: { server: "return event.dial === 'dab' ? 1 : 0;", client: dialed("'dab'") },
  },
  {
    kind: 'values-opened',
    before: exactly(band("'am', 'fm'")),
    after: exactly(anyBand),
    consumer: {
      server: "return event.dial === 'am' ? 1 : 0;",
      closedServer: "const one: 'am' | 'fm' = event.dial; return one;",
      client: dialed("'am'"),
    },
  },
  {
    kind: 'values-closed',
    before: exactly(anyBand),
    after: exactly(band("'am', 'fm'")),
    consumer: {
      server: "return event.dial === 'am' ? 1 : 0;",
      closedServer: "return event.dial === 'dab' ? 1 : 0;",
      client: dialed("'dab'"),
    },
  },
  {
    kind: 'constant-changed',
    before: exactly(band("'am'")),
    after: exactly(band("'fm'")),
    consumer: { server: "return event.dial === 'am' ? 1 : 0;", client: dialed("'am'") },
  },
  {
    kind: 'values-replaced',
    before: exactly(band("'am', 'fm'")),
    after: exactly(band("'dab', 'web'")),
    consumer: { server: "return event.dial === 'am' ? 1 : 0;", client: dialed("'am'") },
  },
];

const cases: ReadonlyMap<string, Case> = new Map([
  ...kinds.flatMap((kind) => {
    const consumer = consumers[kind];
    return consumer ? [[kind, { ...examples[kind], kind, consumer }] as const] : [];
  }),
  ...exactCases.map((one) => [`${one.kind}-read-exactly`, one] as const),
]);

// ── The compiler ────────────────────────────────────────────────────────────────────────────────────────────

const folder = '/truth';
const folderOf = (name: string) => `${folder}/${name}`;
const fileOf = (name: string, consumer: string) => `${folderOf(name)}/${consumer}.ts`;

/** Former names, which `index.ts` exports beside those of today, in one module with them: without what they import. */
function formerTypesOf(model: Model) {
  return (formerTypeStatements(model) ?? []).flatMap((one) => (one.kind === 'import' ? [] : one));
}

function filesOf(name: string, own: Consumer, model: Model | undefined): [string, string][] {
  const types = model && printed([...typeStatements(model), ...formerTypesOf(model)]);
  const code = Object.entries(own).map(([consumer, text]): [string, string] => [
    fileOf(name, consumer),
    consumer.toLowerCase().endsWith('server')
      ? `import type { RealtimeServerEvent, TunedEvent } from './types.js';\nexport function read(event: TunedEvent, any: RealtimeServerEvent): unknown { ${text} }\n`
      : `import type { RealtimeClientEvent } from './types.js';\nexport const sent: RealtimeClientEvent = ${text};\n`,
  ]);
  return types === undefined ? code : [[fileOf(name, 'types'), types], ...code];
}

/** Compiles every consumer against one side of the examples; the files that do not compile, with their faults. */
function faultsAgainst(side: 'before' | 'after'): ReadonlyMap<string, string[]> {
  const files = new Map(
    [...cases].flatMap(([name, one]) => filesOf(name, one.consumer, one[side])),
  );
  const faults = new Map<string, string[]>();
  for (const { file, message } of errorsOf(files, { noUncheckedIndexedAccess: true }))
    faults.set(file, [...(faults.get(file) ?? []), message]);
  return faults;
}

const old = faultsAgainst('before');
const now = faultsAgainst('after');

test('code is compiled for every rule that says that types break', () => {
  const said = kinds.filter((kind) =>
    diffModels(examples[kind].before, examples[kind].after).some(
      ({ rule, types }) => rule === kind && (types === 'breaking' || types === 'dangerous'),
    ),
  );

  expect(said.filter((kind) => !cases.has(kind))).toEqual([]);
});

describe.each([...cases])('%s', (name, { kind, before, after, consumer }) => {
  const findings = diffModels(before, after).filter(({ rule }) => rule === kind);
  const typesFor = (direction: Direction) =>
    findings.find((finding) => finding.direction === direction)?.types;

  test('is asked of code that compiled', () => {
    expect([...old].filter(([file]) => file.startsWith(`${folderOf(name)}/`))).toEqual([]);
  });

  test.each(['server', 'client'] as const)('in a %s event', (direction) => {
    const compiles = !now.has(fileOf(name, direction));

    expect({ compiles }).toEqual({ compiles: typesFor(direction) !== 'breaking' });
  });

  test.each([
    ['server', 'closedServer'],
    ['client', 'closedClient'],
  ] as const)('in a %s event, for closed code', (direction, closed) => {
    const faulty = consumer[closed] !== undefined && now.has(fileOf(name, closed));

    expect(faulty).toBe(typesFor(direction) === 'dangerous');
  });
});
