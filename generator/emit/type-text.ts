/** Types as trees, and the form that they have where they are too long for a line. */
import { choice, group, hardLine, indented, joined, line, softLine, type Doc } from './layout.ts';

/** A text is a type in its final form. */
export type TypeText =
  | string
  | { kind: 'union'; members: readonly TypeText[] }
  | { kind: 'generic'; name: string; parameters: readonly TypeText[] }
  | { kind: 'object'; members: readonly (readonly [key: string, type: TypeText])[] }
  | { kind: 'function'; parameter: readonly [name: string, type: TypeText]; result: TypeText };

/** `A | B`; of one member, that. */
export function unionOf(members: readonly TypeText[]): TypeText {
  const flat = members.flatMap((member) => (isKind(member, 'union') ? member.members : member));
  const [first = 'never', ...others] = flat;
  return others.length === 0 ? first : { kind: 'union', members: flat };
}

/** `name<parameters>`. */
export function genericOf(name: string, ...parameters: readonly TypeText[]): TypeText {
  return { kind: 'generic', name, parameters };
}

/** The key of whatever else an object holds. */
export const anyKey = '[key: string]';

/** `{ key: type }`; keys are as they are written: `name`, `name?`, {@link anyKey}. */
export function objectTypeOf(
  members: readonly (readonly [key: string, type: TypeText])[],
): TypeText {
  return { kind: 'object', members };
}

/** `(name: type) => result`. */
export function functionTypeOf(
  parameter: readonly [name: string, type: TypeText],
  result: TypeText,
): TypeText {
  return { kind: 'function', parameter, result };
}

// ── The form ────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A type as a text that may be broken.
 *
 * @param isPlaced whether what it stands in has a line for it already
 */
export function typeDoc(type: TypeText, isPlaced = false): Doc {
  if (typeof type === 'string') return joined(hardLine, type.split('\n'));
  switch (type.kind) {
    case 'union': {
      if (hugs(type))
        return joined(
          ' | ',
          type.members.map((member) => typeDoc(member)),
        );
      const members = group(
        ...type.members.map((member, i) => [
          i === 0 ? choice({ broken: '| ' }) : [line, '| '],
          indented(typeDoc(member)),
        ]),
      );
      return isPlaced ? members : group(indented(softLine, members));
    }
    case 'generic': {
      const { name, parameters } = type;
      const [only, ...others] = parameters;
      if (
        only !== undefined &&
        others.length === 0 &&
        (isWord(only) || isKind(only, 'object') || hugs(only))
      )
        return [name, '<', typeDoc(only), '>'];
      const docs = parameters.map((parameter) => typeDoc(parameter, true));
      return [name, group('<', indented(softLine, joined([',', line], docs)), softLine, '>')];
    }
    case 'object':
      return objectDoc(type.members);
    case 'function': {
      const [name, parameter] = type.parameter;
      return group(
        group(
          '(',
          indented(softLine, memberDoc(name, parameter)),
          choice({ broken: ',' }),
          softLine,
          ')',
        ),
        ' => ',
        typeDoc(type.result),
      );
    }
  }
}

/** `key: type`. */
export function memberDoc(key: string, type: TypeText): Doc {
  const doc = key === anyKey ? ['[', group(indented(softLine, 'key: string'), softLine), ']'] : key;
  return group(doc, ': ', typeDoc(type));
}

function objectDoc(members: readonly (readonly [key: string, type: TypeText])[]): Doc {
  if (members.length === 0) return '{}';
  const docs = members.map(([key, type]) => memberDoc(key, type));
  return group('{', indented(line, joined([';', line], docs)), choice({ broken: ';' }), line, '}');
}

/** Whether a union is an object or a named type that may be null: it is written as that is. */
export function hugs(type: TypeText): boolean {
  if (!isKind(type, 'union')) return false;
  const object = type.members.find(isObjectLike);
  return object !== undefined && type.members.every((one) => one === object || one === 'null');
}

const keywords = new Set('string number boolean unknown null undefined never'.split(' '));

function isObjectLike(type: TypeText): boolean {
  return typeof type === 'string'
    ? isWord(type) && !isConstant(type) && !keywords.has(type)
    : type.kind === 'object' || type.kind === 'generic';
}

/** Whether a type has no parts: a name, or a constant. */
function isWord(type: TypeText): boolean {
  return typeof type === 'string' && (/^[\w$]+$/.test(type) || isConstant(type));
}

function isConstant(type: string): boolean {
  return /^(?:['"]|-?\d|true$|false$)/.test(type);
}

function isKind<Wanted extends Exclude<TypeText, string>['kind']>(
  type: TypeText,
  kind: Wanted,
): type is Extract<TypeText, { kind: Wanted }> {
  return typeof type !== 'string' && type.kind === kind;
}
