/** What the words of a field say of its default and its bounds, in phrases that the publisher always writes alike. */
import { canHold } from '../../model/holds.ts';
import { parseUnambiguousJson } from '../../model/json.ts';
import { numberInWords, unheldNumber, unheldSentence } from '../../model/numbers.ts';
import type { RuleId } from '../../diagnostics.ts';
import type { Bounds, Json, Link, Position, Type } from '../../model/model.ts';

/** What a phrase says. The groups of its pattern are called after it. */
interface Phrase {
  /** `default`, `minimum` and `maximum` are the groups that it may have. */
  pattern: RegExp;
  example: string;
}

const code = '`(?<default>[^`]+)`';

/** Every phrase that is read. What is written in another way stays words. */
export const phrases: readonly Phrase[] = [
  {
    pattern: new RegExp(`\\b[Dd]efaults to ${code}`),
    example: 'Defaults to `inf`. It defaults to `["audio"]`, which',
  },
  {
    pattern: new RegExp(
      String.raw`\b[Dd]efaults to (?<default>${numberInWords})(?=ms\b|\.?(?:\s|$))`,
    ),
    example: 'Defaults to 300ms. this defaults to 0.5.',
  },
  { pattern: new RegExp(`${code} is the default\\b`), example: '`auto` is the default' },
  {
    pattern: new RegExp(`${code} as the default value\\b`),
    example: 'with `auto` as the default value',
  },
  {
    pattern: new RegExp(`(?<default>${numberInWords}) is the default\\b`),
    example: '1.0 is the default speed',
  },
  {
    pattern: new RegExp(`(?<minimum>${numberInWords}) is the minimum\\b`),
    example: '0.25 is the minimum speed',
  },
  {
    pattern: new RegExp(`(?<maximum>${numberInWords}) is the maximum\\b`),
    example: '1.5 is the maximum speed',
  },
  {
    pattern: new RegExp(
      `\\bbetween (?<minimum>${numberInWords}) and (?<maximum>${numberInWords})\\b`,
    ),
    example: 'an integer between 1 and 4096',
  },
  {
    pattern: new RegExp(
      `\\(\`?(?<minimum>${numberInWords})\`? (?:to|-) \`?(?<maximum>${numberInWords})\`?\\)`,
    ),
    example: '(0.0 to 1.0) (`0.0` - `1.0`)',
  },
];

/** What the author of a page does not say any more. */
const struckOut = /~~[^~]+~~|<(del|s|strike)>[^]{0,1000}?<\/\1>/gi;

/** What the words of a field say beside what they mean to a reader. */
export interface Facts {
  default?: { value: Json; position: Position };
  bounds?: Bounds;
}

/**
 * Reads the phrases of a text.
 *
 * @param type the type of the field: what does not fit it is not a fact
 * @param position where the words stand
 * @param written the types that the page has written out so far, by their names
 * @param tell is told what is wrong with them
 */
export function factsOf(
  text: string,
  type: Type<Link>,
  position: Position,
  written: ReadonlyMap<string, Type<Link>>,
  tell: (rule: RuleId, sentence: string) => void,
): Facts {
  const facts: Facts = {};
  const reportUnheld = (rule: RuleId, stated: string): void => {
    const number = unheldNumber(stated);
    if (number !== undefined) tell(rule, unheldSentence(number));
  };
  const said = text.replaceAll(struckOut, ' ');
  for (const { pattern } of phrases) {
    const groups = pattern.exec(said)?.groups;
    const struck = groups ? undefined : pattern.exec(text);
    if (struck) {
      const rule =
        struck.groups?.['default'] === undefined ? 'bound-malformed' : 'default-malformed';
      const sentence = `"${struck[0]}" is struck out and not read; write it without these marks, or remove it.`;
      tell(rule, sentence);
    }
    if (!groups) continue;
    const { default: value, minimum, maximum } = groups;
    if (value !== undefined && !facts.default) {
      const fitting = [parseUnambiguousJson(value), value].find(
        (one) => one !== undefined && fits(type, one, written),
      );
      if (fitting !== undefined) facts.default = { value: fitting, position };
      if (typeof fitting !== 'string') reportUnheld('default-malformed', value);
    }
    if ((minimum !== undefined || maximum !== undefined) && holdsNumbers(type, written)) {
      reportUnheld('bound-malformed', `${minimum ?? ''} ${maximum ?? ''}`);
      facts.bounds = {
        ...(minimum !== undefined && { minimum: Number(minimum) }),
        ...(maximum !== undefined && { maximum: Number(maximum) }),
        position,
        ...facts.bounds,
      };
    }
  }
  return facts;
}

function fits(type: Type<Link>, value: Json, written: ReadonlyMap<string, Type<Link>>): boolean {
  if (type.kind === 'union') return type.members.some((member) => fits(member, value, written));
  if (type.kind !== 'named') return canHold(type, value);
  const known = type.type ?? written.get(type.name);
  return known !== undefined && known.kind !== 'named' && fits(known, value, written);
}

function holdsNumbers(type: Type<Link>, written: ReadonlyMap<string, Type<Link>>): boolean {
  if (type.kind === 'union') return type.members.some((member) => holdsNumbers(member, written));
  if (type.kind !== 'named') return type.kind === 'number' || type.kind === 'integer';
  const known = type.type ?? written.get(type.name);
  return known !== undefined && known.kind !== 'named' && holdsNumbers(known, written);
}
