/**
 * A correction may be about one direction alone: what a server sends as null need not be what it takes. A shape of both
 * directions is two then, of which the client's is called as what is written is called anyway, and so is every shape of
 * both that has it as a part.
 */
import type { Direction, Position, Reference, Type } from '../model/model.ts';
import { partsOf, writtenNameOf } from '../model/walk.ts';
import { joinTypes, type Differences } from './join.ts';

/** A shape as an event of a direction shows it. */
interface SidedCopy {
  direction: Direction;
  type: Type;
}

/** Parts the copies of each shape that is two, and names the parts of the client's bodies and copies after it. */
export function partSides<Copy extends SidedCopy>(
  shapes: Map<string, Copy[]>,
  clientBodies: readonly Type[],
): void {
  const parted = partedNames(shapes);
  const written = new Map(
    [...shapes.keys()]
      .filter((name) => parted.has(name))
      .map((name) => [name, writtenNameOf(name)]),
  );
  const clientCopies = [...shapes.values()].flat().filter(isOf('client'));
  for (const reference of [...clientBodies, ...clientCopies.map(({ type }) => type)].flatMap(
    referencesIn,
  ))
    reference.name = written.get(reference.name) ?? reference.name;
  for (const [name, other] of written) {
    const copies = shapes.get(name) ?? [];
    shapes.set(name, copies.filter(isOf('server')));
    shapes.set(other, copies.filter(isOf('client')));
  }
}

/** The shapes whose two sides differ by a correction, and those of which they are parts. */
function partedNames(shapes: ReadonlyMap<string, readonly SidedCopy[]>): Set<string> {
  const both = [...shapes].filter(
    ([name, copies]) =>
      copies.some(isOf('server')) &&
      copies.some(isOf('client')) &&
      !shapes.has(writtenNameOf(name)),
  );
  const parted = new Set(
    both.filter(([, copies]) => isCorrectedOnOneSide(copies)).map(([name]) => name),
  );
  // The set grows while it is gone through.
  for (const part of parted)
    for (const [name, copies] of both)
      if (copies.some(({ type }) => referencesIn(type).some((one) => one.name === part)))
        parted.add(name);
  return parted;
}

function isOf(direction: Direction): (copy: SidedCopy) => boolean {
  return (copy) => copy.direction === direction;
}

function isCorrectedOnOneSide(copies: readonly SidedCopy[]): boolean {
  const [server, client] = (['server', 'client'] as const).map((direction) =>
    copies.filter(isOf(direction)).map(({ type }) => type),
  );
  if (!server || !client) return false;
  const found: Differences = { divergences: [], reworded: [] };
  joinTypes(joined(server), joined(client), '', found);
  const [ours, theirs] = [server, client].map((types) => new Set(types.flatMap(correctionsIn)));
  const isOfOne = [...(ours ?? [])].some((one) => !theirs?.has(one)) || ours?.size !== theirs?.size;
  return found.divergences.length > 0 && isOfOne;
}

function joined(types: readonly Type[]): Type {
  return types.reduce((all, type) => joinTypes(all, type));
}

/** The references in a type, as far as it goes itself. */
function referencesIn(type: Type): Reference[] {
  return type.kind === 'reference' ? [type] : partsOf(type).flatMap(referencesIn);
}

/** The corrections that state fields of a type. */
function correctionsIn(type: Type): Position[] {
  const own =
    type.kind === 'object' ? type.fields.flatMap(({ correction }) => correction ?? []) : [];
  return [...own, ...partsOf(type).flatMap(correctionsIn)];
}
