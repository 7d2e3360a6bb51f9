/** Types that say where one type cannot stand for another: what assignability alone answers with yes or no. */

/**
 * The paths at which a `From` cannot be used where a `To` is wanted: a union of strings, `never` when it can be used
 * everywhere. Members of a union are held against the member with the same `type` and `role`.
 */
export type Misfits<From, To, Path extends string> = [From] extends [To]
  ? never
  : From extends unknown
    ? MisfitsOfMember<From, To, Path>
    : never;

/** `From` is one member of a union. */
type MisfitsOfMember<From, To, Path extends string> = [From] extends [To]
  ? never
  : From extends Primitive
    ? Path
    : From extends readonly (infer Element)[]
      ? Within<ElementOf<To>, Misfits<Element, ElementOf<To>, `${Path}[]`>, Path>
      : Within<Counterpart<From, To>, MisfitsOfFields<From, Counterpart<From, To>, Path>, Path>;

/** Among them `string & {}`, which counts as an object too. */
type Primitive = string | number | boolean | null | undefined;

type MisfitsOfFields<From, To, Path extends string> = {
  [Name in keyof To & string]-?: Name extends keyof From
    ? Misfits<From[Name], To[Name], `${Path}.${Name}`>
    : undefined extends To[Name]
      ? never
      : `${Path}.${Name}`;
}[keyof To & string];

/** Without a counterpart, or for a reason that none of its parts tells, it is the whole that does not fit. */
type Within<Counterpart, Parts, Whole> = [Counterpart] extends [never]
  ? Whole
  : [Parts] extends [never]
    ? Whole
    : Parts;

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never;

/** The object among the members of `To` that speaks of the same thing. */
type Counterpart<From, To> = To extends Primitive | readonly unknown[]
  ? never
  : [Agree<From, To, 'type'>, Agree<From, To, 'role'>] extends [true, true]
    ? To
    : never;

type Agree<From, To, Name extends string> = Name extends keyof From & keyof To
  ? NonNullable<From[Name]> extends NonNullable<To[Name]>
    ? true
    : false
  : true;

/** Compiles when nothing is left over; otherwise the error names what is. */
export type Nothing<Left extends never> = Left;
