/** The functions that guards call, written once a module, and how such are written. */
import { compared, typeOf, type Expression } from './expressions.ts';
import { noneOf, returned, type FunctionCode, type FunctionStatement } from './statements.ts';
import { literal } from './text.ts';

export const recordType = 'Record<string, unknown>';

export function partOf(
  name: string,
  returnType: string,
  statements: readonly FunctionStatement[],
  type = 'unknown',
): FunctionCode {
  return { name, parameters: { value: type }, returnType, statements };
}

/** The same for a part of what contains itself: it knows how many levels are left. */
export function leveled(part: FunctionCode): FunctionCode {
  return { ...part, parameters: { ...part.parameters, levels: 'number' } };
}

export const isObject = partOf('isObject', 'value is Record<string, unknown>', [
  "return typeof value === 'object' && value !== null && !Array.isArray(value);",
]);

export const isStringTest = isOfType('value', 'string');

/** It needs no name of its own, wherever it stands. */
export const isString = partOf('isString', 'value is string', [returned(isStringTest)]);

/** How the parts of a list or an object are checked: by a function of the value, or of how many levels are left as well. */
interface PartCheck {
  suffix: string;
  type: string;
  parameters: Readonly<Record<string, string>>;
  /** What the function is called with after the value. */
  rest: string;
}

export const plainCheck: PartCheck = {
  suffix: '',
  type: '(value: unknown) => boolean',
  parameters: {},
  rest: '',
};

/** The check of what contains itself. */
export const leveledCheck: PartCheck = {
  suffix: 'Within',
  type: '(value: unknown, levels: number) => boolean',
  parameters: { levels: 'number' },
  rest: ', levels',
};

/** @param object the name of {@link isObject} */
export function everyValue(
  object: string,
  { suffix, type, parameters, rest }: PartCheck,
): FunctionCode {
  return {
    name: `everyValue${suffix}`,
    parameters: { value: 'unknown', isValue: type, ...parameters },
    returnType: 'boolean',
    statements: [
      `if (!${object}(value)) return false;`,
      noneOf('const key in value', `Object.hasOwn(value, key) && !isValue(value[key]${rest})`),
      'return true;',
    ],
  };
}

/** The place of an item that is not there is gone through as well, which `every` would pass over. */
export function everyItem({ suffix, type, parameters, rest }: PartCheck): FunctionCode {
  return {
    name: `everyItem${suffix}`,
    parameters: { values: 'unknown', isItem: type, ...parameters },
    returnType: 'boolean',
    statements: [
      'if (!Array.isArray(values)) return false;',
      noneOf('const item of values', `!isItem(item${rest})`),
      'return true;',
    ],
  };
}

/** Where writing is exact, a key that the docs do not have is a typing error. */
export const hasOnly: FunctionCode = {
  name: 'hasOnly',
  parameters: { value: recordType, keys: 'readonly string[]' },
  returnType: 'boolean',
  statements: [
    noneOf('const key in value', 'Object.hasOwn(value, key) && !keys.includes(key)'),
    'return true;',
  ],
};

/** What every object inherits is not a field of a message. */
export const own: FunctionCode = {
  name: 'own',
  parameters: { value: recordType, key: 'string' },
  returnType: 'unknown',
  statements: ['return Object.hasOwn(value, key) ? value[key] : undefined;'],
};

export function isOfType(value: Expression, type: string): Expression {
  return compared(typeOf(value), '===', literal(type));
}
