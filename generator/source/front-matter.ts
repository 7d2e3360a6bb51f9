/** Front matter: YAML between fences. That of a correction is checked, each key with its place. */
import type { Node, Point } from 'unist';
import * as v from 'valibot';
import type { Alias, Document, Scalar } from 'yaml';
import { endOf } from '../contract.ts';
import { report } from '../diagnostics.ts';
import { repeatedKeyIn } from '../input/repeated-key.ts';
import { markStructure } from '../dialects/account.ts';
import type { Page } from '../dialects/dialect.ts';
import { limits } from '../limits.ts';
import type { Position } from '../model/model.ts';
import { unheldNumber, unheldSentence } from '../model/numbers.ts';
import { positionAt } from '../model/position.ts';
import { perText } from '../per-text.ts';
import { yaml } from './yaml.ts';

/** What the front matter says, and where. */
export interface FrontMatter<Values> {
  values: Values;
  /** The place of the value of a key. */
  at: (key: string) => Position;
}

/** The YAML of a front matter, whatever is wrong with it, and where its lines begin. */
export const parsedYaml = perText((text) => {
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  // A key that is not text is a key that the contract does not know: the library need not warn of it.
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'error',
    // The library holds each key against all others; those that are there twice are looked for below.
    uniqueKeys: false,
  });
  return { document, lines };
});

/**
 * Reads the front matter of a correction.
 *
 * @returns `undefined` when it does not follow the contract, which is reported on its page
 */
export function readFrontMatter<Values>(
  page: Page,
  contract: v.GenericSchema<unknown, Values>,
): FrontMatter<Values> | undefined {
  const { file } = page;
  const [front] = page.tree.children;
  const refuse = (place: Node | Point | undefined, sentence: string): undefined => {
    report(file, 'correction-invalid', place, sentence);
    return undefined;
  };
  if (front?.type !== 'yaml')
    return refuse(
      front,
      'a correction begins with front matter: target, matches, was, reason, evidence.',
    );
  if (front.value.length > limits.frontMatter)
    return refuse(
      front,
      `the front matter has more than ${limits.frontMatter} characters; it holds target, matches, was, reason, evidence, and what is right.`,
    );
  const { document, lines } = parsedYaml(front.value);
  // The front matter begins on the line after its fence.
  const pointAt = (offset = 0): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + (front.position?.start.line ?? 1), column: col };
  };
  const fault = faultOf(document);
  if (fault) return refuse(pointAt(fault.offset), fault.sentence);
  const placeOf = (key: string): Point => {
    const node = document.get(key, true);
    return pointAt(yaml().isNode(node) ? node.range?.[0] : undefined);
  };
  const parsed = v.safeParse(contract, document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.issues) {
      const key = v.getDotPath(issue) ?? 'front matter';
      refuse(placeOf(key), `"${key}" ${endOf(issue, meanings.get(key))}`);
    }
    return undefined;
  }
  markStructure(page, [front]);
  return { values: parsed.output, at: (key) => positionAt(file.path, placeOf(key)) };
}

/** What is wrong with a text as YAML, and where. */
function faultOf(
  document: Document.Parsed,
): { offset: number | undefined; sentence: string } | undefined {
  const [error] = document.errors;
  if (error)
    return { offset: error.pos[0], sentence: 'the front matter is not valid YAML; fix it here.' };
  const repeated = repeatedKeyIn(document, yaml());
  if (repeated) {
    const sentence = `"${String(repeated.value)}" is there twice; remove one.`;
    return { offset: repeated.range?.[0], sentence };
  }
  const alias = aliasOf(document);
  if (alias) {
    const sentence = 'a value that begins with * must stand in quotes.';
    return { offset: alias.range?.[0], sentence };
  }
  const number = unheldScalarOf(document);
  return number && { offset: number.range?.[0], sentence: unheldSentence(number.source ?? '') };
}

/** What the keys say that every correction has, for who forgot one. */
const meanings: ReadonlyMap<string, string> = new Map([
  ['target', 'the event, or the field of one, as in tune/station.name'],
  ['matches', 'at how many places that stands, such as 1'],
  ['was', 'what the page says there, such as "string, optional"'],
  ['reason', 'why the page is wrong'],
  ['evidence', 'what shows it, such as a recording'],
]);

/** The first alias: in YAML, `*` begins one, and in a target it is meant as a pattern. */
function aliasOf(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  yaml().visit(document, {
    Alias: (_, alias) => {
      found ??= alias;
    },
  });
  return found;
}

/** The first number that would come out as another. */
function unheldScalarOf(document: Document.Parsed): Scalar | undefined {
  let found: Scalar | undefined;
  yaml().visit(document, {
    Scalar: (_, scalar) => {
      const { value, source = '' } = scalar;
      if (typeof value === 'number' && unheldNumber(source) !== undefined) found ??= scalar;
    },
  });
  return found;
}
