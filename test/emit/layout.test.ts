/** Where lines are broken, in examples: what prettier makes of the same code is checked in `form.test.ts`. */
import { describe, expect, it } from 'vitest';
import {
  accessed,
  arrowTo,
  called,
  compared,
  dataOf,
  either,
  every,
  expressionDoc,
  fieldsOf,
  listOf,
  returnDoc,
  type Expression,
} from '../../generator/emit/expressions.ts';
import { choice, group, indented, laidOut, line } from '../../generator/emit/layout.ts';
import {
  anyKey,
  genericOf,
  memberDoc,
  objectTypeOf,
  unionOf,
} from '../../generator/emit/type-text.ts';
import { lines } from '../support/emitted.ts';

/** A name of so many letters. */
function name(letters: number): string {
  return 'a'.repeat(letters);
}

describe('a group', () => {
  const list = (length: number) =>
    group('[', indented(line, name(length), ',', line, 'b'), choice({ broken: ',' }), line, ']');

  it('stays on one line of 100 columns', () => {
    expect(laidOut(list(93))).toBe(`[ ${name(93)}, b ]`);
  });

  it('is broken at all of its lines where it does not fit', () => {
    expect(laidOut(list(94))).toBe(`[\n  ${name(94)},\n  b,\n]`);
  });

  it('leaves the groups in it whole where these fit', () => {
    expect(laidOut(group('(', indented(line, list(89)), line, ')'), 2)).toBe(
      `(\n    [ ${name(89)}, b ]\n  )`,
    );
  });

  it('has room for what follows it in its line', () => {
    expect(laidOut([list(93), ';'])).toBe(`[\n  ${name(93)},\n  b,\n];`);
  });

  it('takes two columns for a letter of East Asia', () => {
    expect(laidOut(group('世'.repeat(49), line, 'b'))).toBe(`${'世'.repeat(49)} b`);
    expect(laidOut(group('世'.repeat(50), line, 'b'))).toBe(`${'世'.repeat(50)}\nb`);
  });
});

describe('an expression', () => {
  const code = (expression: Expression): string => laidOut(expressionDoc(expression));

  it('of one operand is that, and of operands of the same operator it needs no brackets', () => {
    expect(code(every('a'))).toBe('a');
    expect(code(either('a', either('b', 'c')))).toBe('a || b || c');
    expect(code(every('a', either('b', 'c')))).toBe('a && (b || c)');
  });

  it('has its parts a line apart', () => {
    const field = accessed('value', name(30));
    const isAbsent = compared(field, '===', 'undefined');
    const check = either(isAbsent, called('isSomething', field));
    expect(laidOut(returnDoc(every('isObject(value)', check)), 2)).toBe(
      lines`
        return (
            isObject(value) &&
            (value['${name(30)}'] === undefined ||
              isSomething(value['${name(30)}']))
          );
      `,
    );
  });

  it('of fields is as flat as it can be', () => {
    const parts = { [name(60)]: ['b', 'c'], d: [1, 2] };
    expect(code(dataOf({ ...parts, short: { e: true, f: 'g' } }))).toBe(
      lines`
        {
          ${name(60)}: ['b', 'c'],
          d: [1, 2],
          short: { e: true, f: 'g' },
        }
      `,
    );
  });

  it('is below its key where it does not fit behind it', () => {
    expect(code(fieldsOf([[name(60), `'${name(60)}'`]]))).toBe(
      `{\n  ${name(60)}:\n    '${name(60)}',\n}`,
    );
    expect(code(fieldsOf([['nested', arrowTo(name(100))]]))).toBe(
      `{\n  nested: () =>\n    ${name(100)},\n}`,
    );
  });

  it('of numbers has as many on a line as fit', () => {
    expect(code(listOf(Array.from({ length: 40 }, (_, i) => String(i + 10))))).toBe(
      lines`
        [
          10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
          34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
        ]
      `,
    );
  });

  it('has a line for each of several objects in a list', () => {
    expect(
      code(
        dataOf([
          { a: 1, b: 2 },
          { a: 3, b: 4 },
        ]),
      ),
    ).toBe(
      lines`
        [
          { a: 1, b: 2 },
          { a: 3, b: 4 },
        ]
      `,
    );
  });
});

describe('a type', () => {
  const union = unionOf([`'${name(40)}'`, `'${name(30)}'`, '(string & {})']);

  it('is below its key while it fits there', () => {
    const flat = `'${name(40)}' | '${name(30)}' | (string & {});`;
    expect(laidOut([memberDoc('a', union), ';'])).toBe(`a: ${flat}`);
    expect(laidOut([memberDoc(name(20), union), ';'])).toBe(`${name(20)}:\n  ${flat}`);
  });

  it('has a line for each of its members where they do not fit on one', () => {
    expect(laidOut(memberDoc('key', unionOf([union, `'${name(20)}'`])))).toBe(
      lines`
        key:
          | '${name(40)}'
          | '${name(30)}'
          | (string & {})
          | '${name(20)}'
      `,
    );
  });

  it('of an object that may be null is written as the object', () => {
    const object = objectTypeOf([
      [name(60), 'string'],
      [anyKey, 'unknown'],
      ['b?', 'number'],
    ]);
    expect(laidOut(memberDoc('key', unionOf([object, 'null'])))).toBe(
      lines`
        key: {
          ${name(60)}: string;
          [key: string]: unknown;
          b?: number;
        } | null
      `,
    );
  });

  it('is broken within its brackets, but for a name or a constant alone', () => {
    expect(laidOut(memberDoc('key', genericOf('Record', 'string', union)))).toBe(
      lines`
        key: Record<
          string,
          '${name(40)}' | '${name(30)}' | (string & {})
        >
      `,
    );
    expect(laidOut(memberDoc('key', genericOf('Array', name(100))))).toBe(
      `key: Array<${name(100)}>`,
    );
    expect(laidOut(memberDoc('key', genericOf('Array', `'${name(100)}'`)))).toBe(
      `key: Array<'${name(100)}'>`,
    );
  });
});
