/** Questions to the compiler. */

/** Fails to compile unless its argument is `true`. */
export type Expect<Answer extends true> = Answer;

/** Whether two types are the same, and not only assignable to each other. */
export type Equal<A, B> =
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what the compiler does with it is the question
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `any` is the only type that is within `1 & T`, whatever stands before it. */
export type IsAny<T> = 0 extends 1 & T ? true : false;

/** The way to each `any` in a type, down to a depth of eight: `never` when there is none. */
export type AnyWithin<T, Way extends string = '', Depth extends readonly 1[] = []> =
  IsAny<T> extends true
    ? `${Way} is any`
    : Depth['length'] extends 8
      ? never
      : T extends readonly (infer Element)[]
        ? AnyWithin<Element, `${Way}[]`, [...Depth, 1]>
        : T extends object
          ? { [K in keyof T]-?: AnyWithin<T[K], `${Way}.${K & string}`, [...Depth, 1]> }[keyof T]
          : never;

/** What nothing can be: the rest of a union of which every member was looked at. */
export function never(value: never): never {
  throw new Error(`This cannot be: ${JSON.stringify(value)}`);
}

type Parsed = ReturnType<typeof JSON.parse>;

/** The checks themselves find what they look for. */
export type Checks = [
  Expect<IsAny<Parsed>>,
  Expect<Equal<IsAny<unknown>, false>>,
  Expect<Equal<IsAny<never>, false>>,
  Expect<Equal<AnyWithin<{ a: { b?: Parsed[] }[]; c: string }>, '.a[].b[] is any'>>,
  Expect<Equal<AnyWithin<{ type: 'x'; a: string } | { type: 'y'; b: Parsed }>, '.b is any'>>,
  Expect<Equal<AnyWithin<{ a: Record<string, unknown>; b?: 'c' | (string & {}) | null }>, never>>,
];
