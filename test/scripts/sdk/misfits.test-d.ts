/** What {@link Misfits} finds: `npm run typecheck` is the test. */
import type { Equal, Expect } from '../../generated/type-checks.ts';
import type { Misfits, Nothing } from './misfits.ts';

type Cat = { type: 'cat'; lives: number };
type Dog = { type: 'dog'; tricks: string[] };
type User = { type: 'message'; role: 'user'; text: string };
type System = { type: 'message'; role: 'system'; text: number };

export type Checks = [
  /** What fits, and what is allowed beyond it. */
  Expect<Equal<Misfits<{ name: 'a' }, { name?: string | null }, 'pet'>, never>>,
  Expect<Equal<Misfits<{ name: string; more: 1 }, { name: string }, 'pet'>, never>>,
  /** Another kind. */
  Expect<Equal<Misfits<{ name: string }, { name: number }, 'pet'>, 'pet.name'>>,
  /** What is missing, or may be. */
  Expect<Equal<Misfits<{ name: string }, { name: string; age: number }, 'pet'>, 'pet.age'>>,
  Expect<Equal<Misfits<{ name?: string }, { name: string }, 'pet'>, 'pet.name'>>,
  /** What may be null. */
  Expect<Equal<Misfits<{ name: string | null }, { name?: string }, 'pet'>, 'pet.name'>>,
  /** A value that is not listed, known or not. */
  Expect<Equal<Misfits<{ size: 's' | 'm' }, { size: 's' }, 'pet'>, 'pet.size'>>,
  Expect<Equal<Misfits<{ size: 's' | (string & {}) }, { size: 's' }, 'pet'>, 'pet.size'>>,
  /** An object where a text is wanted. */
  Expect<Equal<Misfits<{ size: { id: 1 } }, { size: string & {} }, 'pet'>, 'pet.size'>>,
  /** Deep in an array, and an array where none is wanted. */
  Expect<Equal<Misfits<{ pets: Dog[] }, { pets: { tricks: 1[] }[] }, 'x'>, 'x.pets[].tricks[]'>>,
  Expect<Equal<Misfits<{ pets: Dog[] }, { pets: Dog }, 'x'>, 'x.pets'>>,
  /** In one member of a union, told by its type, or by type and role. */
  Expect<Equal<Misfits<Cat | Dog, Cat | { type: 'dog'; tricks: 1 }, 'pet'>, 'pet.tricks'>>,
  Expect<Equal<Misfits<User | System, User | (System & { text: 1 }), 'it'>, 'it.text'>>,
  /** A member that is not there. */
  Expect<Equal<Misfits<Cat | Dog, Cat, 'pet'>, 'pet'>>,
  /** All at once. */
  Expect<Equal<Misfits<{ a: 1; b: 2 }, { a: 2; b: 1 }, 'x'>, 'x.a' | 'x.b'>>,

  Nothing<never>,
  // @ts-expect-error -- something is left over
  Nothing<'pet.name'>,
];
