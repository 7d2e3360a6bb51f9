/** The copies of each shape, one for each place that documents it, and what becomes of them: one shape, and what they contradict. */
import type {
  Direction,
  Divergence,
  Event,
  Position,
  Reference,
  Shape,
  Type,
} from '../model/model.ts';
import { openCircles } from './circles.ts';
import { joinTypes, type Differences } from './join.ts';
import type { ReportAt } from './report-at.ts';
import { discriminatorLabels, type Naming, type ShapeNames } from './shape-names.ts';
import { partSides } from './sides.ts';
import type { NamedBy } from './type-names.ts';

/** A shape as one place documents it. */
export interface Copy {
  position: Position;
  /** The field that carries it: one correction, and its one position, may stand at many fields. */
  carrier: Position;
  direction: Direction;
  type: Type;
  description: string | undefined;
}

export class ShapeCopies {
  readonly #names: ShapeNames;
  readonly #report: ReportAt;
  readonly #copies = new Map<string, Copy[]>();
  /** What was to be called by each name. */
  readonly origins = new Map<string, Map<string, NamedBy>>();

  constructor(names: ShapeNames, report: ReportAt) {
    this.#names = names;
    this.#report = report;
  }

  has(name: string): boolean {
    return this.#copies.has(name);
  }

  /** Makes room for a shape, so that it stands before those that it contains. */
  begin(name: string): void {
    if (!this.#copies.has(name)) this.#copies.set(name, []);
  }

  /** Adds a copy of a shape and returns the reference to it. */
  add(naming: Naming, copy: Copy): Reference {
    const { name } = naming;
    const { position } = copy;
    this.#checkOrigin(naming, position);
    this.begin(name);
    this.#copies.get(name)?.push(copy);
    return { kind: 'reference', position, name };
  }

  /** Gives the two directions shapes of their own where a correction is for one of them. */
  partSides(events: readonly Event[]): void {
    partSides(
      this.#copies,
      events.filter(({ direction }) => direction === 'client').map(({ body }) => body),
    );
  }

  /** The shapes, each joined from all its copies. */
  shapes(): Shape[] {
    // The map grows while it is gone through.
    for (const [name, copies] of this.#copies) this.#nameObjects(name, copies);
    const shapes = Array.from(this.#copies, ([name, copies]) => {
      const positions = [...new Set(copies.map(({ position }) => position))];
      const [first] = copies;
      const divergences = copies
        .slice(1)
        .flatMap((copy) => (first ? this.#compare(name, first, copy) : []));
      const type = copies
        .map((copy) => copy.type)
        .reduce((joined, copy) => joinTypes(joined, copy));
      const shape: Shape = { name, type, copies: positions, divergences };
      const description = copies.find((copy) => copy.description !== undefined)?.description;
      if (description !== undefined) shape.description = description;
      return shape;
    });
    for (const { name, type } of openCircles(shapes))
      this.#report(
        'reference-dead',
        type.position,
        `${name} is said to be ${name} and nothing else; the type stays open. Write out what it is.`,
      );
    return shapes;
  }

  /**
   * Where other copies are not objects, a copy that is one becomes a member of a union, and needs a name of its own: that
   * of the member which is told by the same constant, if there is one.
   */
  #nameObjects(name: string, copies: readonly Copy[]): void {
    if (copies.every(({ type }) => type.kind === 'object')) return;
    for (const copy of copies) {
      const { type, position, carrier, direction } = copy;
      if (type.kind !== 'object') continue;
      const member = this.#names.ofMember(name, discriminatorLabels([type])[0] ?? 'Object');
      copy.type = this.add(member, {
        position,
        carrier,
        direction,
        type,
        description: type.description,
      });
    }
  }

  /** Reports where a copy differs from the first one; what it contradicts. */
  #compare(name: string, first: Copy, copy: Copy): Divergence[] {
    const { divergences, reworded } = differencesOf(first.type, copy.type);
    const isSamePlace = first.position === copy.position;
    const here = isSamePlace ? copy.carrier : copy.position;
    const there = isSamePlace ? first.carrier : first.position;
    if (divergences.length > 0) {
      const list = divergences
        .map(({ path, first: one, second }) => `${path || 'the type'} (${one}, here ${second})`)
        .join('; ');
      this.#report(
        'shape-diverges',
        here,
        `this copy of ${name} differs from ${there}: ${list}. The type allows both.`,
        [there],
      );
    }
    if (reworded.length > 0) {
      const list = reworded.map((path) => path || 'the type').join(', ');
      this.#report(
        'words-diverge',
        here,
        `this copy of ${name} has other words than ${there} for ${list}; those of the first copy are kept.`,
        [there],
      );
    }
    return divergences.map((divergence) => ({ position: here, ...divergence }));
  }

  /** Different things must not become one type because their names come out alike. */
  #checkOrigin({ name, origin, namedBy }: Naming, position: Position): void {
    const origins = this.origins.get(name) ?? new Map<string, NamedBy>();
    const [known = origin] = origins.keys();
    this.origins.set(name, origins.set(origin, namedBy));
    if (known !== origin) {
      this.#report(
        'name-collision',
        position,
        `two types would be called ${name} (${known}; ${origin}); name one of them under "shapes" of source.json.`,
      );
    }
  }
}

function differencesOf(first: Type, copy: Type): Differences {
  const found: Differences = { divergences: [], reworded: [] };
  joinTypes(first, copy, '', found);
  return found;
}
