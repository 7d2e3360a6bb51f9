/** The names of fields. */
import type { Nodes } from 'mdast';
import type { Node } from 'unist';
import { report } from '../diagnostics.ts';
import type { Field, Link, Type } from '../model/model.ts';
import type { Page } from './dialect.ts';
import { reportStruckOut } from './struck-out.ts';
import { mayBe } from './worded-facts/held.ts';

/** What may be around a name and is none of it: blanks, quotes, brackets, marks of Markdown, of sentences and of paths. */
const marks = String.raw`\s\x60*~"'“”‘’«»<>{}()!?:;,.=#%&|+/\\^•→-`;
const dress = new RegExp(
  String.raw`^\[(?=[^\]]*\]$)|^(?:\$\.|[${marks}])+|(?:\[[^\]]*\]|\([^)]*\)|[${marks}]|(?<=^\[[^\]]*)\])+$`,
  'g',
);

/** What stands between names, or is in none. */
const several = /[\s,/|"'\x60*=<>{}()[\];:?!\\]/;

/** Reports a name with something around it that no message has. */
export function reportDressedName(page: Page, name: string, place: Nodes): boolean {
  const bare = name.replaceAll(dress, '');
  if (bare === name && !several.test(name)) return false;
  if (reportStruckOut(page, place)) return true;
  const sentence = several.test(bare)
    ? 'the name of a field has no blanks, brackets, and marks such as commas, slashes and bars; write one name, as it is sent.'
    : `the name of a field is written as it is sent; write ${bare === '' ? 'it' : bare} without anything around it.`;
  report(page.file, 'field-malformed', place, sentence);
  return true;
}

/** What has no fields. */
const plainKinds: ReadonlySet<Type<Link>['kind']> = new Set([
  'string',
  'integer',
  'number',
  'boolean',
  'literal',
  'enumeration',
  'null',
]);

/**
 * Reports a name with dots that seems to lead through a field beside it.
 *
 * @param siblingOf finds a field beside it by its name
 * @param instead what to write
 */
export function reportDots(
  page: Page,
  place: Node,
  { name }: Field<Link>,
  siblingOf: (name: string) => Field<Link> | undefined,
  instead: string,
): void {
  const [first = '', ...others] = name.split('.');
  const parent = others.length > 0 && siblingOf(first);
  if (!parent || !mayBe(parent.type, ({ kind }) => !plainKinds.has(kind))) return;
  const sentence = `\`${name}\` looks like a property of \`${parent.name}\`, and is read as a name with dots; ${instead}`;
  report(page.file, 'name-confusable', place, sentence, [parent.position]);
}
