/** Which members of a union an object may be, by the tags that it has. */
import { pathBelow } from '../model/types.ts';
import { isFields, isTag, tagsAmong, type Single } from '../runtime/expectations.ts';

/** A member as far as its tags are concerned. */
interface Tagged {
  expectation: Single;
}

/** Which members of a union an object may be: by a tag, or these. */
export type Choice<Member extends Tagged> =
  | {
      key: string;
      target: string;
      by: ReadonlyMap<unknown, Choice<Member>>;
      absent: Choice<Member> | undefined;
      other: Choice<Member> | undefined;
    }
  | { key?: undefined; members: readonly Member[] };

/** @param target where the union stands */
export function choiceAmong<Member extends Tagged>(
  members: readonly Member[],
  target: string,
): Choice<Member> {
  return narrowed(members, tagsAmong(members), target);
}

function narrowed<Member extends Tagged>(
  members: readonly Member[],
  keys: readonly string[],
  target: string,
): Choice<Member> {
  const [key, ...others] = keys;
  if (key === undefined) return { members };
  const known = new Set(members.flatMap((member) => [...(tagIn(member, key)?.only ?? [])]));
  if (known.size === 0) return narrowed(members, others, target);
  const left = (test: (tag: Tag) => boolean): Choice<Member> | undefined => {
    const named = members.filter((member) => {
      const tag = tagIn(member, key);
      return tag === undefined || test(tag);
    });
    return named.length === 0 ? undefined : narrowed(named, others, target);
  };
  const by = new Map<unknown, Choice<Member>>();
  for (const value of known) {
    const choice = left(({ only }) => only.includes(value));
    if (choice) by.set(value, choice);
  }
  return {
    key,
    target: pathBelow(target, key),
    by,
    absent: left(({ isOptional }) => isOptional),
    other: left(() => false),
  };
}

interface Tag {
  only: readonly unknown[];
  isOptional: boolean;
}

function tagIn({ expectation }: Tagged, key: string): Tag | undefined {
  if (!isFields(expectation)) return undefined;
  const { required = {}, optional = {} } = expectation;
  const isOptional = !Object.hasOwn(required, key);
  const field = isOptional ? optional[key] : required[key];
  return Object.hasOwn(isOptional ? optional : required, key) && isTag(field)
    ? { only: field.only, isOptional }
    : undefined;
}
