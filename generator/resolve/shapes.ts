/**
 * From what pages show to named shapes: every object with fields, and every union of such objects, becomes a type
 * with a name of its own. One shape that many pages show is one type.
 *
 * A name comes from, in this order: `shapes` of `source.json`; the page, which names the type or has a section of it;
 * the name of the type that carries it and the field (`RealtimeResponse` + `usage`), no word of it said twice. None of
 * them depends on what the shape contains. What a page names becomes a shape whatever it is, also a list of values.
 * Where two would be called the same, see `type-names.ts`.
 */
import { limits } from '../limits.ts';
import { isBlank } from '../text.ts';
import type {
  Direction,
  DocumentedEvent,
  Event,
  Field,
  Link,
  NamedType,
  ObjectType,
  Open,
  Position,
  Reference,
  Section,
  SectionLink,
  Shape,
  Type,
  UnionType,
} from '../model/model.ts';
import { typeNameOf } from '../model/names.ts';
import { splitPosition } from '../model/position.ts';
import { openType } from '../model/types.ts';
import type { DeclaredShape } from '../source/source-json.ts';
import { ShapeCopies } from './copies.ts';
import { unionOfDistinct } from './join.ts';
import { fieldPath, matchesPath } from './path.ts';
import type { ReportAt } from './report-at.ts';
import {
  discriminatorLabels,
  nameOfSection,
  originOfNamed,
  ShapeNames,
  type Naming,
} from './shape-names.ts';
import { clashingOrigins, eventTypeNamesOf } from './type-names.ts';

/** Gives every event its types, and collects the shapes they use in the order in which the pages show them. */
export function resolveShapes(
  events: readonly DocumentedEvent[],
  sections: readonly Section[],
  declared: readonly DeclaredShape[],
  report: ReportAt,
): { events: Event[]; shapes: Shape[] } {
  const typeNames = eventTypeNamesOf(events);
  const apart = new Set<string>();
  for (let round = 1; ; round++) {
    const told: Parameters<ReportAt>[] = [];
    const resolver = new ShapeResolver(sections, declared, apart, (...fault) => told.push(fault));
    const resolved = events.flatMap(
      (event) => resolver.resolveEvent(event, typeNames.get(event)) ?? [],
    );
    resolver.resolveMentions();
    resolver.reportUnused();
    resolver.copies.partSides(resolved);
    const content = { events: resolved, shapes: resolver.copies.shapes() };
    const clashing = clashingOrigins(content, resolver.copies.origins).filter(
      (one) => !apart.has(one),
    );
    for (const origin of clashing) apart.add(origin);
    if (clashing.length > 0 && round < mostRounds) continue;
    for (const fault of told) report(...fault);
    return content;
  }
}

/** How often names are tried: what is called after another is renamed with it, and may then be called as a third. */
const mostRounds = 5;

/** Where a type stands: what names it, and the way to it from the event. */
interface Context extends Naming {
  /** The interface of the event, for its own fields: a shape may be called as an event is without `Event`. */
  eventType?: string;
  /** `session.created/session.tools[]` */
  path: string;
  /** The field that it stands at. */
  carrier: Position;
  /** The direction of the event. */
  direction: Direction;
  /** The page of the event, where the links of a correction lead when it has no such section itself. */
  page: string;
  /** How many sections lead to it, one inside the other. */
  depth: number;
  /** What the field says of it, for a shape that says nothing of itself. */
  description?: string | undefined;
}

class ShapeResolver {
  readonly #sections = new Map<string, Section>();
  readonly #declared: readonly DeclaredShape[];
  readonly #report: ReportAt;
  readonly #names: ShapeNames;
  readonly copies: ShapeCopies;
  /** What the sections that links led to are called. */
  readonly #resolved = new Map<Section, string>();
  readonly #matched = new Set<DeclaredShape>();
  readonly #opaqueReferences: Reference[] = [];
  /** Where pages only name a type, with what names it if nothing writes it out. */
  readonly #mentions: { name: string; reference: Reference; context: Context }[] = [];
  /** What `source.json` calls a type that pages name. */
  readonly #renamed = new Map<string, string>();

  /** @param apart the origins whose names are spelled, so that they are nobody else's */
  constructor(
    sections: readonly Section[],
    declared: readonly DeclaredShape[],
    apart: ReadonlySet<string>,
    report: ReportAt,
  ) {
    this.#names = new ShapeNames(apart);
    this.copies = new ShapeCopies(this.#names, report);
    for (const section of sections)
      this.#sections.set(`${section.file}#${section.anchor}`, section);
    this.#declared = declared;
    this.#report = report;
  }

  resolveEvent(event: DocumentedEvent, typeName: string | undefined): Event | undefined {
    if (typeName === undefined) {
      this.#report(
        'name-unusable',
        event.position,
        `"${event.name}" has no letter or digit to make a TypeScript name of.`,
      );
      return undefined;
    }
    const context: Context = {
      name: typeName.replace(/Event$/, ''),
      origin: `${event.direction} event ${event.name}`,
      eventType: typeName,
      namedBy: 'place',
      path: `${event.name}/`,
      carrier: event.position,
      direction: event.direction,
      page: splitPosition(event.page).file,
      depth: 0,
    };
    const { spans: _, ...facts } = event;
    return { ...facts, typeName, body: this.#object(event.body, context) };
  }

  /** Gives the places that only name a type the shape of that name; one that nothing writes out stays open. */
  resolveMentions(): void {
    for (const { name, reference, context } of this.#mentions) {
      if (!this.copies.has(reference.name))
        reference.name = this.#renamed.get(name) ?? reference.name;
      if (this.copies.has(reference.name)) continue;
      this.#report(
        'reference-dead',
        reference.position,
        `no page of this source says what ${name} is; the type stays open. Write it out where it is named, or correct the fields that have it.`,
      );
      this.#define(context, reference.position, () =>
        openType(reference.position, 'value', 'dead-reference'),
      );
    }
  }

  /** Sections and declarations that no event led to, and shapes that no place documents. */
  reportUnused(): void {
    for (const { name, position } of this.#opaqueReferences) {
      if (this.copies.has(name)) continue;
      this.#report(
        'shape-undocumented',
        position,
        `source.json says that this is a ${name}, but no page of the source documents one.`,
      );
    }
    for (const section of this.#sections.values()) {
      if (this.#resolved.has(section)) continue;
      this.#report(
        'section-unused',
        section.type.position,
        `nothing on this page points at "${section.title}" (#${section.anchor}); point at it, or remove it.`,
      );
    }
    for (const shape of this.#declared) {
      if (this.#matched.has(shape)) continue;
      this.#report(
        'shape-unmatched',
        shape.position,
        `"${shape.pattern}" matches no object or union of this source; fix the path of shape ${shape.name}.`,
      );
    }
  }

  #type(type: Type<Link>, context: Context): Type {
    switch (type.kind) {
      case 'link':
        return this.#link(type, context);
      case 'named':
        return this.#documented(type, context);
      case 'object': {
        const named = this.#named(context);
        return this.#define(named, type.position, () => this.#object(type, named));
      }
      case 'open':
        return type.of === 'object' ? this.#opaque(type, context) : type;
      case 'union':
        return this.#union(type, context);
      case 'array':
        return {
          ...type,
          element: this.#type(type.element, { ...context, path: `${context.path}[]` }),
        };
      case 'map': {
        const path = `${context.path}{}`;
        const named = { ...context, ...this.#names.ofValue(context), path };
        return { ...type, value: this.#type(type.value, named) };
      }
      default:
        return type;
    }
  }

  #object(type: ObjectType<Link>, context: Context): ObjectType {
    return { ...type, fields: type.fields.map((field) => this.#field(field, context)) };
  }

  #field(field: Field<Link>, above: Context): Field {
    const { name, eventType, path, direction, page, depth } = above;
    if (isBlank(field.name) || field.name.length > limits.name)
      this.#report(
        'name-unusable',
        field.position,
        `a field needs a name, of ${limits.name} characters at most.`,
      );
    const context: Context = {
      ...this.#names.ofField(name, field, eventType),
      path: fieldPath(path, field.name),
      carrier: field.position,
      direction,
      page,
      depth,
      description: field.description,
    };
    return { ...field, type: this.#type(field.type, context) };
  }

  /** The name that `source.json` gives this place, if it does. */
  #named(context: Context): Context {
    const matches = this.#declared.filter(({ pattern }) => matchesPath(pattern, context.path));
    const [first] = matches;
    // Of two names for one place, the second is in vain.
    for (const match of matches) if (match.name === first?.name) this.#matched.add(match);
    return first
      ? { ...context, name: first.name, origin: 'source.json', namedBy: 'source.json' }
      : context;
  }

  /** Adds a copy of a shape and returns the reference to it. */
  #define(context: Context, position: Position, build: () => Type): Reference {
    const { name, carrier, direction, description } = context;
    // A shape stands before those that it contains.
    this.copies.begin(name);
    const type = build();
    const own = type.kind === 'object' ? type.description : undefined;
    return this.copies.add(context, {
      position,
      carrier,
      direction,
      type,
      description: own ?? description,
    });
  }

  /** An object of which this place says nothing: a declared shape that another place documents, or open. */
  #opaque(type: Open, context: Context): Type {
    const named = this.#named(context);
    if (named === context) return type;
    const reference: Reference = { kind: 'reference', position: type.position, name: named.name };
    this.#opaqueReferences.push(reference);
    return reference;
  }

  /** A type that the page names: a copy of its shape where it is written out, else a reference to it. */
  #documented(type: NamedType, context: Context): Reference {
    const { position, name: documented } = type;
    const declared = this.#declaredName(documented) ?? this.#named(context);
    const naming: Naming =
      declared === context
        ? this.#names.ofNamed(documented, context.name)
        : { name: declared.name, origin: originOfNamed(documented), namedBy: 'source.json' };
    const { name } = naming;
    if (declared !== context) this.#renamed.set(documented, name);
    const named: Context = { ...context, ...naming };
    if (type.description !== undefined) named.description = type.description;
    const { type: written } = type;
    if (written) return this.#define(named, position, () => this.#written(written, named));
    const reference: Reference = { kind: 'reference', position, name };
    this.#mentions.push({ name: documented, reference, context: named });
    return reference;
  }

  /** What `source.json` calls a type that pages name, wherever it stands. */
  #declaredName(documented: string): DeclaredShape | undefined {
    const declared = this.#declared.find(({ pattern }) => pattern === documented);
    if (declared) this.#matched.add(declared);
    return declared;
  }

  /** What a page writes out below a name: the name is that of the whole. */
  #written(type: Type<Link>, context: Context): Type {
    switch (type.kind) {
      case 'object':
        return this.#object(type, context);
      case 'union':
        return this.#members(type, context, true);
      case 'array':
        return this.#type(type, { ...context, ...this.#names.ofElement(context) });
      default:
        return this.#type(type, context);
    }
  }

  /** A link to a section of its page; a dead one becomes an open type of its own name. */
  #link(link: SectionLink, context: Context): Type {
    const { file = splitPosition(link.position).file } = link;
    const section =
      this.#sections.get(`${file}#${link.anchor}`) ??
      this.#sections.get(`${context.page}#${link.anchor}`);
    if (!section) {
      this.#report(
        'reference-dead',
        link.position,
        `[${link.label}](#${link.anchor}) leads to no section of this page, and the type stays open; fix the link, or add the section.`,
      );
      const named = this.#names.ofSection(nameOfSection(link.label) ?? context.name);
      const { name } = named;
      this.#define({ ...context, ...named }, link.position, () =>
        openType(link.position, 'object', 'dead-reference'),
      );
      return { kind: 'reference', position: link.position, name };
    }
    const known = this.#resolved.get(section);
    if (known !== undefined) return { kind: 'reference', position: link.position, name: known };
    if (context.depth === limits.nesting) {
      this.#report(
        'nesting-too-deep',
        link.position,
        `more than ${limits.nesting} sections lead to this one, one inside the other; it is not read.`,
      );
      return openType(link.position, 'object', 'dead-reference');
    }
    const named = { ...this.#nameOfLink(section, context), depth: context.depth + 1 };
    if (section.description !== undefined) named.description = section.description;
    this.#resolved.set(section, named.name);
    this.#define(named, section.type.position, () => this.#written(section.type, named));
    return { kind: 'reference', position: link.position, name: named.name };
  }

  /** What `source.json` calls the place, or else what the page calls the section, or else the field. */
  #nameOfLink(section: Section, context: Context): Context {
    const declared = this.#named(context);
    const name =
      section.name === undefined ? nameOfSection(section.anchor) : typeNameOf(section.name);
    if (declared !== context || name === undefined) return declared;
    return { ...context, ...this.#names.ofSection(name) };
  }

  /**
   * Two or more objects in a union make a shape of their own; what stands beside them (`null`, a string) stays. Where
   * the page names each of them, there is nothing left to name.
   */
  #union(union: UnionType<Link>, context: Context): Type {
    const objects = union.members.filter(isObjectOrLink);
    if (objects.length < 2) return this.#members(union, context);
    const named = this.#named(context);
    const hasNames = objects.every(({ kind }) => kind === 'named');
    if (named === context && hasNames) return this.#members(union, context);
    const whole = this.#define(named, union.position, () => ({
      kind: 'union',
      position: union.position,
      members: [...this.#variants(objects, named).values()],
    }));
    const others = union.members.filter((member) => !isObjectOrLink(member));
    if (others.length === 0) return whole;
    return unionOfDistinct(union.position, [
      whole,
      ...others.map((member) => this.#type(member, context)),
    ]);
  }

  /**
   * The members of a union, in their order, without a shape for the whole.
   *
   * @param isNamed whether the name is that of the whole, so that an only object needs another
   */
  #members(union: UnionType<Link>, context: Context, isNamed = false): Type {
    const objects = union.members.filter(isObjectOrLink);
    const isApart =
      objects.length > 1 || (isNamed && objects.some(({ kind }) => kind === 'object'));
    const variants = this.#variants(isApart ? objects : [], context);
    return unionOfDistinct(
      union.position,
      union.members.map(
        (member) =>
          variants.get(member) ??
          this.#type(member, member.kind === 'named' ? withoutWords(context) : context),
      ),
    );
  }

  /** What members of a union become that are objects, named after the constants that tell them apart. */
  #variants(
    objects: readonly (ObjectType<Link> | Link)[],
    context: Context,
  ): ReadonlyMap<Type<Link>, Type> {
    const labels = discriminatorLabels(
      objects.map((member) => (member.kind === 'object' ? member : undefined)),
    );
    return new Map(
      objects.map((member, i) => [
        member,
        this.#variant(member, labels[i] ?? (objects.length === 1 ? 'Object' : i + 1), context),
      ]),
    );
  }

  #variant(member: ObjectType<Link> | Link, label: string | number, context: Context): Type {
    // A name that source.json gives the union is not that of its members.
    if (member.kind !== 'object')
      return this.#type(member, { ...withoutWords(context), path: `${context.path}<>` });
    const { path, carrier, direction, page, depth } = context;
    const naming = this.#names.ofMember(context.name, label);
    const variant: Context = { ...naming, path, carrier, direction, page, depth };
    return this.#define(variant, member.position, () => this.#object(member, variant));
  }
}

function isObjectOrLink(type: Type<Link>): type is ObjectType<Link> | Link {
  if (type.kind === 'named') return type.type === undefined || isObjectOrLink(type.type);
  return type.kind === 'object' || type.kind === 'link';
}

/** The words of a field are of the whole union, and of none of its members. */
function withoutWords(context: Context): Context {
  return { ...context, description: undefined };
}
