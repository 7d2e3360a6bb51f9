/** The names of fields. */
import type { Node } from 'unist';
import { report } from '../diagnostics.ts';
import type { Page } from './dialect.ts';

/** What may be around a name and is none of it: blanks, quotes, brackets, marks of Markdown and of sentences. */
const marks = String.raw`\s\x60*~"'“”‘’«»<>{}()!?:;,.=#%&|+/\\^•→-`;
const dress = new RegExp(
  String.raw`^\[(?=[^\]]*\]$)|^[${marks}]+|(?:\[[^\]]*\]|\([^)]*\)|[${marks}]|(?<=^\[[^\]]*)\])+$`,
  'g',
);

/** What stands between names, or is in none. */
const several = /[\s,/|"'\x60*=<>{}()[\];:?!\\]/;

/** Reports a name with something around it that no message has. */
export function reportDressedName(page: Page, name: string, place: Node): boolean {
  const bare = name.replaceAll(dress, '');
  if (bare === name && !several.test(name)) return false;
  const sentence = several.test(bare)
    ? 'the name of a field has no blanks, brackets, and marks such as commas, slashes and bars; write one name, as it is sent.'
    : `the name of a field is written as it is sent; write ${bare} without anything around it.`;
  report(page.file, 'field-malformed', place, sentence);
  return true;
}
