/** Expressions as trees, and the form that they have where they are too long for a line. */
import {
  attempts,
  brokenGroup,
  choice,
  fill,
  following,
  group,
  indented,
  joined,
  line,
  softLine,
  type Doc,
} from './layout.ts';
import { literal, propertyKey } from './text.ts';
import { widthOf } from './width.ts';

/** A text is an expression that stays in one line. */
export type Expression =
  | string
  | { kind: 'operands'; operator: '&&' | '||'; operands: readonly Expression[] }
  | { kind: 'comparison'; left: Expression; operator: string; right: Expression }
  | { kind: 'typeof'; of: Expression }
  | Call
  | { kind: 'access'; record: string; key: string }
  | { kind: 'list'; items: readonly Expression[] }
  | { kind: 'fields'; fields: readonly (readonly [key: string, value: Expression])[] }
  | { kind: 'function'; result: string }
  | { kind: 'typed'; expression: Expression; as: string }
  | { kind: 'pure'; call: Expression };

export interface Call {
  kind: 'call';
  callee: string;
  parameters: readonly Expression[];
}

/** `a && b`. */
export function every(...operands: readonly Expression[]): Expression {
  return operandsOf('&&', operands) ?? 'true';
}

/** `a || b`. */
export function either(...operands: readonly Expression[]): Expression {
  return operandsOf('||', operands) ?? 'false';
}

/** Of one operand, that; those that are of the same operator need no brackets. */
function operandsOf(
  operator: '&&' | '||',
  operands: readonly Expression[],
): Expression | undefined {
  const flat = operands.flatMap((one) =>
    typeof one !== 'string' && one.kind === 'operands' && one.operator === operator
      ? one.operands
      : one,
  );
  return flat.length > 1 ? { kind: 'operands', operator, operands: flat } : flat[0];
}

/** `left === right`, or with another operator. */
export function compared(left: Expression, operator: string, right: Expression): Expression {
  return { kind: 'comparison', left, operator, right };
}

/** `typeof of`. */
export function typeOf(of: Expression): Expression {
  return { kind: 'typeof', of };
}

/** `callee(parameters)`. */
export function called(callee: string, ...parameters: readonly Expression[]): Call {
  return { kind: 'call', callee, parameters };
}

/** `record['key']`: the form that compilers take however strict they are. */
export function accessed(record: string, key: string): Expression {
  return { kind: 'access', record, key };
}

/** `[items]`. */
export function listOf(items: readonly Expression[]): Expression {
  return { kind: 'list', items };
}

/** `{ key: value }`, `{ key }` where the value is called so; a field without a value is left out. */
export function fieldsOf(
  entries: readonly (readonly [key: string, value: Expression | undefined])[],
): Expression {
  return {
    kind: 'fields',
    fields: entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  };
}

/** `() => result`. */
export function arrowTo(result: string): Expression {
  return { kind: 'function', result };
}

/** `expression as const`, `expression satisfies Type`. */
export function typed(expression: Expression, as: string): Expression {
  return { kind: 'typed', expression, as };
}

/** A call that is left out of a bundle that does not use what it returns. */
export function pure(call: Expression): Expression {
  return { kind: 'pure', call };
}

/** Plain data as code. */
export function dataOf(value: unknown): Expression {
  if (Array.isArray(value)) return listOf(value.map(dataOf));
  if (typeof value === 'object' && value !== null)
    return fieldsOf(Object.entries(value).map(([key, part]) => [key, dataOf(part)]));
  return isScalar(value) ? literal(value) : 'null';
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

// ── The form ────────────────────────────────────────────────────────────────────────────────────────────────

/** An expression as a text that may be broken. */
export function expressionDoc(expression: Expression): Doc {
  if (typeof expression === 'string') return expression;
  switch (expression.kind) {
    case 'operands':
    case 'comparison': {
      const [first = '', ...others] = operandDocs(expression, false);
      return group(first, indented(...others));
    }
    case 'typeof':
      return ['typeof ', expressionDoc(expression.of)];
    case 'call':
      return [expression.callee, parametersDoc(expression.parameters)];
    case 'access':
      return [
        expression.record,
        group('[', indented(softLine, literal(expression.key)), softLine, ']'),
      ];
    case 'list':
      return listDoc(expression.items);
    case 'fields':
      return fieldsDoc(expression.fields);
    case 'function':
      return group('() =>', group(indented(line, expression.result)));
    case 'typed':
      return [expressionDoc(expression.expression), ` ${expression.as}`];
    case 'pure':
      return ['/* @__PURE__ */ ', expressionDoc(expression.call)];
  }
}

/** `return expression;`, in brackets where it takes several lines. */
export function returnDoc(expression: Expression): Doc {
  if (!hasOperator(expression)) return ['return ', expressionDoc(expression), ';'];
  return [
    'return',
    group(
      choice({ broken: ' (', flat: ' ' }),
      indented(softLine, group(...operandDocs(expression, true))),
      softLine,
      choice({ broken: ')' }),
    ),
    ';',
  ];
}

/** `left = right`: a text and what has operators are below the left side where they do not fit behind it. */
export function assignmentDoc(left: Doc, operator: Doc, right: Expression): Doc {
  const doc = expressionDoc(right);
  const isBelow = isText(right) || hasOperator(right);
  return group(group(left), operator, isBelow ? group(indented(line, doc)) : following(doc));
}

/** Each with its operator behind the one before. */
function operandDocs(
  expression: Extract<Expression, { kind: 'operands' | 'comparison' }>,
  isOutermost: boolean,
): Doc[] {
  if (expression.kind === 'comparison') {
    const { left, operator, right } = expression;
    return [group(expressionDoc(left)), ' ', group(operator, line, expressionDoc(right))];
  }
  const { operator, operands } = expression;
  const isPair =
    isOutermost && operands.length === 2 && !operands.some((one) => isKind(one, 'operands'));
  return operands.flatMap((operand, i) => {
    const doc = isKind(operand, 'operands')
      ? ['(', expressionDoc(operand), ')']
      : expressionDoc(operand);
    if (i === 0) return [group(doc)];
    const behind = [operator, line, doc];
    return [' ', isPair ? group(...behind) : behind];
  });
}

/** What has fields may be broken as the last parameter, with the others in the line before it. */
function parametersDoc(parameters: readonly Expression[]): Doc {
  const last = parameters.at(-1);
  const docs = parameters.map(expressionDoc);
  if (last === undefined || !isKind(last, 'fields')) return bracketed('(', docs, ')');
  const others = docs.slice(0, -1).flatMap((doc) => [doc, ', ']);
  return attempts(
    ['(', ...others, expressionDoc(last), ')'],
    ['(', ...others, brokenGroup(expressionDoc(last)), ')'],
    bracketed('(', docs, ')', true),
  );
}

function listDoc(items: readonly Expression[]): Doc {
  if (items.length === 0) return '[]';
  const numbers = items.filter(isNumber);
  if (items.length > 1 && numbers.length === items.length)
    return group('[', indented(softLine, fill(numbers)), softLine, ']');
  const docs = items.map((item) => group(expressionDoc(item)));
  const isTable =
    items.length > 1 &&
    (items.every((item) => isKind(item, 'fields') && item.fields.length > 1) ||
      items.every((item) => isKind(item, 'list') && item.items.length > 1));
  return bracketed('[', docs, ']', isTable);
}

function fieldsDoc(fields: readonly (readonly [key: string, value: Expression])[]): Doc {
  if (fields.length === 0) return '{}';
  return group(
    '{',
    indented(
      line,
      joined(
        [',', line],
        fields.map(([key, value]) => group(fieldDoc(propertyKey(key), value))),
      ),
    ),
    choice({ broken: ',' }),
    line,
    '}',
  );
}

/** What a line end behind the key would win too little room for stays behind it. */
const shortKey = 5;

function fieldDoc(key: string, value: Expression): Doc {
  if (key === value) return key;
  return widthOf(key) < shortKey || value === 'true' || value === 'false' || isNumber(value)
    ? [key, ': ', expressionDoc(value)]
    : assignmentDoc(key, ':', value);
}

/** Items between brackets, one a line where they do not fit. */
function bracketed(open: string, items: readonly Doc[], close: string, isBroken = false): Doc {
  if (items.length === 0) return open + close;
  const docs = [
    open,
    indented(softLine, joined([',', line], items)),
    choice({ broken: ',' }),
    softLine,
    close,
  ];
  return isBroken ? brokenGroup(...docs) : group(...docs);
}

type Kind = Exclude<Expression, string>['kind'];

function isKind<Wanted extends Kind>(
  expression: Expression,
  kind: Wanted,
): expression is Extract<Expression, { kind: Wanted }> {
  return typeof expression !== 'string' && expression.kind === kind;
}

function hasOperator(
  expression: Expression,
): expression is Extract<Expression, { kind: 'operands' | 'comparison' }> {
  return isKind(expression, 'operands') || isKind(expression, 'comparison');
}

function isText(expression: Expression): boolean {
  return typeof expression === 'string' && /^['"]/.test(expression);
}

function isNumber(expression: Expression): expression is string {
  return typeof expression === 'string' && /^-?\d/.test(expression);
}
