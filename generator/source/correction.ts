/** Reads a correction: front matter that says what it applies to, and one field in the syntax of the pages. */
import * as v from 'valibot';
import { isNode, LineCounter, parseDocument, visit, type Alias, type Document } from 'yaml';
import { faultOf, line } from '../contract.ts';
import { report } from '../diagnostics.ts';
import type { Field, Link, Position, Section } from '../model/model.ts';
import { positionAt } from '../model/position.ts';
import { markStructure } from '../dialects/account.ts';
import type { Page } from '../dialects/dialect.ts';

const contract = v.strictObject(
  {
    /** The path of the field, with `*` for any part of a name: `session.*\/session.turn_detection`. */
    target: v.pipe(line, v.includes('/', 'must be an event, a slash and the path of a field')),
    matches: v.pipe(
      v.number('must be a number'),
      v.integer('must be a whole number'),
      v.minValue(1, 'must be 1 at least'),
    ),
    was: line,
    reason: line,
    evidence: line,
  },
  'must be the front matter of a correction',
);

/** A correction as it is written, each part with its place. */
export interface Correction {
  position: Position;
  target: { text: string; position: Position };
  matches: { value: number; position: Position };
  /** The signature of the field as the page had it; `absent` when it had none. */
  was: { text: string; position: Position };
  reason: string;
  evidence: string;
  field: Field<Link>;
  sections: Section[];
}

/**
 * Reads a correction.
 *
 * @returns `undefined` when it does not follow its contract, which is reported on its page
 */
export function readCorrection(page: Page): Correction | undefined {
  const { file, dialect } = page;
  const [front] = page.tree.children;
  if (front?.type !== 'yaml') {
    report(
      file,
      'correction-invalid',
      front,
      'a correction begins with front matter: target, matches, was, reason, evidence.',
    );
    return undefined;
  }
  const lines = new LineCounter();
  // A key that is no text is a key that the contract does not know: the library need not warn of it.
  const document = parseDocument(front.value, { lineCounter: lines, logLevel: 'error' });
  // The front matter begins on the line after its fence.
  const pointAt = (offset = 0) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + (front.position?.start.line ?? 1), column: col };
  };
  const [error] = document.errors;
  if (error) {
    report(
      file,
      'correction-invalid',
      pointAt(error.pos[0]),
      'the front matter is not valid YAML; fix it here.',
    );
    return undefined;
  }
  const alias = aliasOf(document);
  if (alias) {
    report(
      file,
      'correction-invalid',
      pointAt(alias.range?.[0]),
      'a value that begins with * must stand in quotes.',
    );
    return undefined;
  }
  const placeOf = (key: string) => {
    const node = document.get(key, true);
    return pointAt(isNode(node) ? node.range?.[0] : undefined);
  };
  const parsed = v.safeParse(contract, document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.issues) {
      const key = v.getDotPath(issue) ?? 'front matter';
      report(file, 'correction-invalid', placeOf(key), `"${key}" ${faultOf(issue)}.`);
    }
    return undefined;
  }
  markStructure(page, [front]);
  const { fields, sections } = dialect.readFields(page);
  const [field, ...others] = fields;
  const { target, matches, was, reason, evidence } = parsed.output;
  if (!field || others.length > 0 || !new RegExp(`[./*]${escape(field.name)}$`).test(target)) {
    report(
      file,
      'correction-invalid',
      page.tree.children[1],
      `a correction of "${target}" states that one field, as the pages would.`,
    );
    return undefined;
  }
  const at = (key: string) => positionAt(file.path, placeOf(key));
  return {
    position: field.position,
    target: { text: target, position: at('target') },
    matches: { value: matches, position: at('matches') },
    was: { text: was, position: at('was') },
    reason,
    evidence,
    field: corrected(field, field.position),
    sections: sections.map((section) => ({
      ...section,
      type: {
        ...section.type,
        fields: section.type.fields.map((one) => corrected(one, field.position)),
      },
    })),
  };
}

/** The first alias: in YAML, `*` begins one, and in a target it is meant as a pattern. */
function aliasOf(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      found ??= alias;
    },
  });
  return found;
}

function escape(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Everything that a correction states is corrected, down to the last nested field. */
function corrected(field: Field<Link>, correction: Position): Field<Link> {
  const visit = (type: Field<Link>['type']): Field<Link>['type'] => {
    switch (type.kind) {
      case 'object':
        return { ...type, fields: type.fields.map((one) => corrected(one, correction)) };
      case 'array':
        return { ...type, element: visit(type.element) };
      case 'map':
        return { ...type, value: visit(type.value) };
      case 'union':
        return { ...type, members: type.members.map(visit) };
      case 'named':
        return type.type ? { ...type, type: visit(type.type) } : type;
      default:
        return type;
    }
  };
  return { ...field, origin: 'corrected', correction, type: visit(field.type) };
}
