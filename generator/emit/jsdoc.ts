import type { JSDocStructure, OptionalKind } from 'ts-morph';
import type { Event } from '../model/model.ts';
import { commentText } from './text.ts';

const width = 96;

/** A link that leads from page to page: where the comment is read there is no page, and its words stay. */
const relativeLink = /\[([^\][]*)\]\((?![a-z][a-z\d+.-]*:)[^()\s]*\)/gi;

/** A text of a page for readers of something else: of links that lead from page to page it has the words. */
export function withoutRelativeLinks(text: string): string {
  return text.replaceAll(relativeLink, '$1');
}

/**
 * A JSDoc comment.
 *
 * @param parts paragraphs of Markdown; empty ones are left out
 * @param tags lines such as `@default 1`, which come last
 * @returns no comment when there is nothing to say
 */
export function jsdoc(
  parts: readonly (string | undefined)[],
  tags: readonly string[] = [],
): OptionalKind<JSDocStructure>[] {
  const text = withoutRelativeLinks(
    parts.filter((part) => part !== undefined && part !== '').join('\n\n'),
  );
  const lines = text === '' ? [] : text.split('\n').flatMap((line) => wrap(commentText(line)));
  if (lines.length > 0 && tags.length > 0) lines.push('');
  lines.push(...tags);
  if (lines.length === 0) return [];
  const description = lines.join('\n').replaceAll(/[^\S\n]+$/gm, '');
  return [{ description: lines.length === 1 ? description : `\n${description}` }];
}

/** The tag of a name that stays for those who know it. */
export function deprecatedName(of: string): string {
  return `@deprecated It is called {@link ${of}} now.`;
}

/** Breaks a line at blanks; the continuation lines of a list item keep its indentation. */
function wrap(line: string): string[] {
  const indent = /^\s*(?:- |\d+\. )?/.exec(line)?.[0].length ?? 0;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=\S) /)) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = ' '.repeat(indent) + word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}

/** What a list of unsupported events says of those that it leaves out because the publisher contradicts itself. */
export function butDisputed(events: readonly Event[]): string {
  return events.some(({ support }) => support.disputed) ? ', but for those that are disputed' : '';
}
