/**
 * Type expressions of the `yandex-rest` dialect. What is bold is a type, what is not belongs to the grammar:
 *
 *     **string** (uri)      **string \| null**      Any of **[Name](#Name)** \| **null**      All of **[A](#A)** \| **[B](#B)**
 *
 * A link names a section of the page by its anchor: `## Name {#Name}`.
 */
import type { Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Point } from 'unist';
import { report } from '../../diagnostics.ts';
import {
  inlineText,
  positionOf,
  sourceOf,
  unwrap,
  type InlineText,
} from '../../markdown/inline.ts';
import type { Enumeration, Link, Literal, Type } from '../../model/model.ts';
import { positionAt } from '../../model/position.ts';
import { openType, unionOf } from '../../model/types.ts';
import type { Page } from '../dialect.ts';
import { isBoundless, meantType, plainType } from '../plain-types.ts';
import { jointLink } from './joint.ts';

/** What the first paragraph of a description says. */
export interface TypeExpression {
  type: Type<Link>;
  /** `Any of …`, `One of …`: the rows of which the publisher never states requiredness. */
  isUnion: boolean;
  /** `**enum**` is part of it. */
  takesValues: boolean;
}

/** A word of a type expression: what is bold or a link, and the marks in between. */
interface TypeToken {
  text: string;
  anchor?: string;
  bold: boolean;
  point: Point;
}

/** Reads the paragraph of a type: `**string**`, `**string \| null**`, `Any of **[Name](#Name)** \| **null**`. */
export function readType(
  page: Page,
  paragraph: Paragraph,
  values: Literal | Enumeration | undefined,
): TypeExpression {
  const position = positionOf(page, paragraph);
  if (isBoundless(toString(paragraph))) {
    const sentence = 'this type is too long, or has too many types in types; make a section of it.';
    report(page.file, 'type-unknown', paragraph, sentence);
    return { type: openType(position), isUnion: false, takesValues: true };
  }
  const tokens = tokenize(page, paragraph.children);
  const isUnion = tokens[0]?.bold === false && /^(?:Any|One) of:?$/.test(tokens[0].text);
  const isJoint = tokens[0]?.bold === false && /^All of:?$/.test(tokens[0].text);
  const expression: TypeExpression = {
    type: openType(position),
    isUnion,
    takesValues: tokens.some(({ text, bold }) => bold && text === 'enum'),
  };
  const members = new Map<string, Type<Link>>();
  let rest = isUnion || isJoint ? tokens.slice(1) : tokens;
  for (;;) {
    const term = readTerm(page, rest, values);
    if (!term) {
      const text = unwrap(toString(paragraph));
      const meant = rest[0]?.bold === true ? meantType(rest[0].text) : undefined;
      const right =
        meant === undefined
          ? 'a type is bold (**string**), a union begins with "Any of" or "One of".'
          : `did you mean **${meant}**?`;
      report(
        page.file,
        'type-unknown',
        rest[0]?.point ?? paragraph,
        `"${text}" is not a type expression; ${right}`,
      );
      return expression;
    }
    const key =
      term.type.kind === 'link'
        ? `#${term.type.label}#${term.type.anchor}`
        : JSON.stringify({ ...term.type, position: '' });
    if (!members.has(key)) members.set(key, term.type);
    rest = term.rest;
    const [separator] = rest;
    if (!separator) break;
    if (separator.text !== '|') {
      report(
        page.file,
        'type-unknown',
        separator.point,
        `"${separator.text}" is not expected in a type expression.`,
      );
      break;
    }
    rest = rest.slice(1);
  }
  const types = [...members.values()];
  expression.type =
    isJoint && types.length > 1 ? readJoint(page, paragraph, types) : unionOf(position, types);
  return expression;
}

/** The type that has all that several have, which are objects then. */
function readJoint(page: Page, paragraph: Paragraph, types: readonly Type<Link>[]): Type<Link> {
  const position = positionOf(page, paragraph);
  const links = types.filter((type) => type.kind === 'link');
  if (links.length === types.length) return jointLink(position, links);
  const sentence =
    '"All of" joins sections of fields; nothing is all of several other types. Name sections alone, or correct the field.';
  report(page.file, 'type-unknown', paragraph, sentence);
  return openType(position);
}

/** One term and the arrays around it: `**[Name](#Name)**[]`. Pages of the publisher lose the brackets in unions. */
function readTerm(
  page: Page,
  tokens: TypeToken[],
  values: Literal | Enumeration | undefined,
): { type: Type<Link>; rest: TypeToken[] } | undefined {
  const term = readElement(page, tokens, values);
  while (term?.rest[0]?.text === '[]') {
    const [brackets, ...rest] = term.rest;
    term.type = {
      kind: 'array',
      position: positionAt(page.file.path, brackets.point),
      element: term.type,
    };
    term.rest = rest;
  }
  return term;
}

/** A bold word or link, perhaps with its annotation in brackets: `(uri)`, `(map<**string**, **string**>)`. */
function readElement(
  page: Page,
  tokens: TypeToken[],
  values: Literal | Enumeration | undefined,
): { type: Type<Link>; rest: TypeToken[] } | undefined {
  const [head, ...rest] = tokens;
  if (!head?.bold) return undefined;
  const [open, word, close] = rest;
  if (open?.text !== '(') {
    const type = namedType(page, head, values);
    return type && { type, rest };
  }
  if (head.text === 'object' && word?.text === 'map' && rest[2]?.text === '<') {
    const key = rest[3];
    const value = rest[5] && readTerm(page, rest.slice(5), values);
    if (
      key?.text !== 'string' ||
      rest[4]?.text !== ',' ||
      value?.rest[0]?.text !== '>' ||
      value.rest[1]?.text !== ')'
    )
      return undefined;
    return {
      type: { kind: 'map', position: positionAt(page.file.path, head.point), value: value.type },
      rest: value.rest.slice(2),
    };
  }
  const type = namedType(page, head, values);
  if (
    !type ||
    !word ||
    close?.text !== ')' ||
    (type.kind !== 'string' && type.kind !== 'number' && type.kind !== 'integer')
  )
    return undefined;
  if (wordsOfFacts.test(word.text)) {
    const sentence = `"(${word.text})" is not a format, which is all that stands behind a type; write "Required field." or [DEPRECATED] below it, **string \\| null** for one that may be null, or remove it.`;
    report(page.file, 'type-unknown', word.point, sentence);
    return { type, rest: rest.slice(3) };
  }
  return { type: { ...type, format: word.text }, rest: rest.slice(3) };
}

/** What a field is, and no text or number is formatted as. */
const wordsOfFacts =
  /^(?:required|mandatory|obligatory|optional|nullable|null|deprecated|obsolete|legacy|(?:un)?supported|read-?only|write-?only|default|constant|experimental|preview|beta)$/i;

function namedType(
  page: Page,
  token: TypeToken,
  values: Literal | Enumeration | undefined,
): Type<Link> | undefined {
  const position = positionAt(page.file.path, token.point);
  if (token.anchor !== undefined)
    return { kind: 'link', position, label: token.text, anchor: token.anchor };
  if (token.text !== 'enum') return plainType(token.text, position);
  if (!values) {
    report(
      page.file,
      'enum-without-values',
      token.point,
      'this enum lists no values; it is read as a string.',
    );
  }
  return values ?? { kind: 'string', position };
}

/** Takes a type expression apart into words and marks. What is bold is a type, what is not belongs to the grammar. */
function tokenize(page: Page, nodes: readonly PhrasingContent[], bold = false): TypeToken[] {
  return nodes.flatMap((node) => {
    if (node.type === 'strong') return tokenize(page, node.children, true);
    if (node.type === 'link') {
      const anchor = node.url.startsWith('#') ? node.url.slice(1) : undefined;
      const point = node.position?.start ?? { line: 1, column: 1 };
      return [
        anchor === undefined
          ? { text: sourceOf(page, node), bold, point }
          : { text: toString(node), anchor, bold, point },
      ];
    }
    return words(inlineText(page, [node]), bold);
  });
}

function words(inline: InlineText, bold: boolean): TypeToken[] {
  return Array.from(
    inline.text.matchAll(/(?:Any|One|All)\s+of:?|[|(),<>]|\[\]|[^\s|(),<>[\]]+|[[\]]/g),
    ({ 0: text, index }) => ({
      text: unwrap(text),
      bold: bold && !/^[|(),<>]$/.test(text),
      point: inline.pointAt(index),
    }),
  );
}
