/** Small sound docs of both directions, in which everything is called by three words that are joined in all ways. */
import * as fc from 'fast-check';
import { modelSources } from '../../generator/pipeline.ts';
import type { Model } from '../../generator/model/model.ts';
import { codeFaultsOf, readings } from './code-faults.ts';
import { docsOf, sourceJson, type Texts } from './docs.ts';

/** Words that generated names are made of as well, and such that are not. */
const words = `
  tune band b c
  item items value keys event fields input within variant schema
  is has fits every own only array of object string error
  server client realtime supported unknown map name type index 1
`
  .trim()
  .split(/\s+/);

const separators = ['.', '_', '-', ''];

/** `tune.band`, `tune_band`, `tuneBand`: one to three of the words. */
function nameOf(three: readonly string[]): fc.Arbitrary<string> {
  const word = fc
    .tuple(fc.constantFrom(...three), fc.boolean())
    .map(([text, upper]) => (upper ? text.charAt(0).toUpperCase() + text.slice(1) : text));
  const rest = fc.array(fc.tuple(fc.constantFrom(...separators), word), { maxLength: 2 });
  return fc
    .tuple(word, rest)
    .map(([first, more]) => first + more.map((part) => part.join('')).join(''));
}

/** The bullets of a field: its first line, and those below it. */
type Bullets = readonly string[];

const scalars = [
  'string',
  'integer',
  'string | null',
  'boolean | integer',
  'array<string>',
  'array<integer>',
  'array<string | integer>',
  'array<boolean | null>',
  'map<string>',
  'map<string | integer>',
  'map<array<string | null>>',
  'object',
  'array<object>',
  'unknown',
];

function indented(lines: readonly Bullets[], by: string): Bullets {
  return lines.flat().map((line) => by + line);
}

/** Fields of an object, each of another name. */
function fieldsOf(three: readonly string[], depth: number): fc.Arbitrary<Bullets[]> {
  const typed = fc.record({
    name: nameOf(three).filter((name) => name !== 'type'),
    presence: fc.constantFrom('required', 'optional'),
  });
  const field = typed.chain(
    ({ name, presence }): fc.Arbitrary<{ name: string; lines: Bullets }> => {
      const head = (type: string, text = ''): string =>
        `- \`${name}\` (${type}, ${presence}): Words.${text}`;
      const scalar = fc.constantFrom(...scalars).map((type) => [head(type)]);
      const values = nameOf(three).map((value) => [head('string', ` Enum: '${value}', 'other'.`)]);
      if (depth === 0) return fc.oneof(scalar, values).map((lines) => ({ name, lines }));
      const inner = fieldsOf(three, depth - 1);
      const object = inner.map((fields) => [head('object'), ...indented(fields, '  ')]);
      const list = inner.map((fields) => [
        head('array<object>'),
        '  - Items:',
        ...indented(fields, '    '),
      ]);
      const union = fc
        .tuple(inner, inner, nameOf(three))
        .map(([one, two, tag]) => [
          head('object'),
          '  - Variant (object):',
          `    - \`type\` (string, required): Enum: '${tag}'.`,
          ...indented(one, '    '),
          '  - Variant (object):',
          "    - `type` (string, required): Enum: 'other'.",
          ...indented(two, '    '),
        ]);
      return fc
        .oneof(scalar, values, { arbitrary: object, weight: 2 }, list, union)
        .map((lines) => ({ name, lines }));
    },
  );
  return fc
    .uniqueArray(field, { selector: ({ name }) => name, minLength: 1, maxLength: 2 })
    .map((fields) => fields.map(({ lines }) => lines));
}

function pageOf(name: string, fields: readonly Bullets[]): string {
  const bullets = [`- \`type\` (string, required): Enum: '${name}'.`, ...fields.flat()];
  return `# ${name}\n\n## Properties\n${bullets.join('\n')}\n`;
}

/** Docs of two to four events, in one of the four readings. */
const namedDocs: fc.Arbitrary<Texts> = fc
  .uniqueArray(fc.constantFrom(...words), { minLength: 3, maxLength: 3 })
  .chain((three) => {
    const event = fc.record({ name: nameOf(three), fields: fieldsOf(three, 2) });
    const events = fc.uniqueArray(event, {
      selector: ({ name }) => name,
      minLength: 1,
      maxLength: 2,
    });
    return fc.record({ server: events, client: events, reading: fc.constantFrom(...readings) });
  })
  .map(({ server, client, reading }) => {
    const index = { server: 'server.md', client: 'client.md' };
    const pages = Object.entries({ server, client }).flatMap(([direction, all]) =>
      all.map(({ name, fields }, i) => [`radio/${direction}-${i}.md`, pageOf(name, fields)]),
    );
    const pairs = Object.entries({ server, client }).map(([direction, all]) => [
      `radio/${direction}.md`,
      `# Events\n\n## Contents\n${all.map(({ name }, i) => `- [${name}](${direction}-${i}.md)\n`).join('')}`,
    ]);
    const texts: Record<string, string> = Object.fromEntries([...pairs, ...pages]);
    return { 'radio/source.json': sourceJson('openai-tree', { index, reading }), ...texts };
  });

/** Docs, with what is wrong with their code. */
export interface FaultyDocs {
  texts: Texts;
  faults: string[];
}

/** How many sources are compiled together. */
const batch = 100;

/**
 * Makes docs, and code of them.
 *
 * @param count how many
 * @param seed which ones
 * @returns those with faults; an error in docs is one, since nothing is wrong with them but their names
 */
export function faultyDocsOf(count: number, seed: number): FaultyDocs[] {
  const all = fc.sample(namedDocs, { numRuns: count, seed });
  const faulty: FaultyDocs[] = [];
  for (let from = 0; from < all.length; from += batch)
    faulty.push(...faultyDocsIn(all.slice(from, from + batch)));
  return faulty;
}

function faultyDocsIn(all: readonly Texts[]): FaultyDocs[] {
  const sound: { texts: Texts; model: Model }[] = [];
  const faulty: FaultyDocs[] = [];
  for (const texts of all) {
    const [result] = modelSources(docsOf(texts));
    if (result?.model && result.sound) sound.push({ texts, model: result.model });
    else faulty.push({ texts, faults: result?.diagnostics.map(({ sentence }) => sentence) ?? [] });
  }
  for (const [i, faults] of codeFaultsOf(sound.map(({ model }) => model)).entries()) {
    const texts = sound[i]?.texts;
    if (texts && faults.length > 0) faulty.push({ texts, faults });
  }
  return faulty;
}
