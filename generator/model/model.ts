/**
 * The intermediate model: what a source documents, with the place of every statement.
 *
 * Dialects write it, outputs read it, and neither knows the other. Before `resolve` a model speaks of
 * {@link Link}s (what a page points at); after it, of {@link Reference}s (a shape by its name).
 */

/**
 * A place in a page, `file:line:column`: the file relative to the docs folder with `/` separators, line and
 * column from 1. It is the text that editors jump to, and the same in memory, in `model.json` and on screen.
 */
export type Position = `${string}:${number}:${number}`;

/** `server`: sent by the server, read by the client. `client`: written by the client. */
export type Direction = 'server' | 'client';

/**
 * How a direction is taken. `exact`: what is documented, and nothing else. `tolerant`: what is usual in traffic, too.
 * The runtime part of what is generated has the same words.
 */
export type ReadingMode = 'tolerant' | 'exact';

/** Whether a field must be there. `unstated`: the page has no place that would say so. */
export type Requiredness = 'required' | 'optional' | 'unstated';

/** `documented`: a page states it. `inferred`: it is read off an example. `corrected`: a correction states it. */
export type Origin = 'documented' | 'inferred' | 'corrected';

export type SupportStatus = 'supported' | 'unsupported' | 'partial' | 'undocumented';

/** The words of a page that a statement rests on. */
export interface Evidence {
  position: Position;
  text: string;
}

/** What a page says of support, with the words that say so. A `partial` needs a note. */
export type Support = (
  | { status: 'supported' | 'unsupported'; evidence: Evidence }
  | { status: 'partial'; note: string; evidence: Evidence }
) & { disputed?: Dispute };

/** What speaks against the word of a page, such as what the publisher says elsewhere. The page keeps its word. */
export interface Dispute {
  status: Exclude<SupportStatus, 'undocumented'>;
  reason: string;
  /** The evidence of the correction that says so, and its place there. */
  evidence: Evidence;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A type that the page names with one word. `format` is its annotation: `uri`, `float`. */
export interface Primitive {
  kind: 'string' | 'integer' | 'number' | 'boolean' | 'null';
  position: Position;
  format?: string;
}

/** One value and no other: the discriminators of events and union members. */
export interface Literal {
  kind: 'literal';
  position: Position;
  value: string | number | boolean;
  deprecated?: Evidence;
}

/** A list of values, as the page lists them. `open`: the page says that there are others. */
export interface Enumeration {
  kind: 'enumeration';
  position: Position;
  values: { value: string | number | boolean; position: Position; deprecated?: Evidence }[];
  open?: true;
}

/** What the page leaves open. `value`: anything. `object`: an object of which nothing is said. */
export interface Open {
  kind: 'open';
  position: Position;
  of: 'value' | 'object';
  reason: OpenReason;
}

/** Why a type is open; every one of them is listed, with its line, by the reports. */
export type OpenReason =
  | 'opaque' // the page says `object`, `array` or `unknown` and no more
  | 'cut' // the page breaks off: `- ...`
  | 'dead-reference' // the page points at a section that is not there
  | 'example'; // only an example shows it

export interface ArrayType<Ref = Reference> {
  kind: 'array';
  position: Position;
  element: Type<Ref>;
}

export interface MapType<Ref = Reference> {
  kind: 'map';
  position: Position;
  value: Type<Ref>;
}

/** An object with fields. `open`: the page shows some fields and does not claim that these are all. */
export interface ObjectType<Ref = Reference> {
  kind: 'object';
  position: Position;
  fields: Field<Ref>[];
  description?: string;
  support?: Support;
  /** The words that call it deprecated. */
  deprecated?: Evidence;
  open?: OpenReason;
}

export interface UnionType<Ref = Reference> {
  kind: 'union';
  position: Position;
  members: Type<Ref>[];
}

/** What stands in the place of a type before `resolve`: a way to what another part of the page says of it. */
export type Link = SectionLink | NamedType;

/** An anchor of the same page that a link leads to. */
export interface SectionLink {
  kind: 'link';
  position: Position;
  /** The words of the link. */
  label: string;
  /** The anchor without `#`; `null` stands for the publishers' dead `#null`. */
  anchor: string;
  /** The page that has the anchor, where it is not the page of the link. */
  file?: string;
}

/** A type that the page calls by a name, and what it is where the page writes it out. */
export interface NamedType {
  kind: 'named';
  position: Position;
  name: string;
  /** Absent where the page only names it. */
  type?: Type<Link>;
  description?: string;
}

/** A shape of the same source, by its name. */
export interface Reference {
  kind: 'reference';
  position: Position;
  name: string;
}

export type Type<Ref = Reference> =
  | Primitive
  | Literal
  | Enumeration
  | Open
  | ArrayType<Ref>
  | MapType<Ref>
  | ObjectType<Ref>
  | UnionType<Ref>
  | Ref;

/** The least and the greatest value of a number, both inclusive. */
export interface Bounds {
  position: Position;
  minimum?: number;
  maximum?: number;
}

export interface Field<Ref = Reference> {
  name: string;
  position: Position;
  requiredness: Requiredness;
  type: Type<Ref>;
  description?: string;
  default?: { value: Json; position: Position };
  bounds?: Bounds;
  support?: Support;
  /** The words that call it deprecated. */
  deprecated?: Evidence;
  origin: Origin;
  /** The correction that states the field. */
  correction?: Position;
  /** Its one value tells the members of a union apart, so that no other value may stand there. */
  discriminator?: true;
}

/** A message that a page shows in full. */
export interface Example {
  position: Position;
  value: { [key: string]: Json };
}

/** What is said of an event. */
interface EventFacts<Ref> {
  /** The wire name, the value of `type`. */
  name: string;
  direction: Direction;
  /** Where the index lists it. */
  position: Position;
  /** The title of its own page, or its line in a page that it shares. */
  page: Position;
  /** The published page, where the page says so. */
  url?: string;
  /** What the publisher calls the type of the event, where the page says so. */
  schemaName?: string;
  description?: string;
  support: Support;
  /** The words that call it deprecated. */
  deprecated?: Evidence;
  body: ObjectType<Ref>;
  examples: Example[];
  /** What the pages call the event, where a correction says that messages call it otherwise. */
  documentedName?: Evidence;
  /** The correction that states the event as a whole, or its name. */
  correction?: Position;
}

/** Lines of a page, from the first to the last. */
export interface Span {
  first: Position;
  last: Position;
}

/** An event as its page has it. */
export interface DocumentedEvent extends EventFacts<Link> {
  /** The lines that document this event and no other: its page, or its part of a page. Their errors are its own. */
  spans: Span[];
}

/** An event whose types are resolved. */
export interface Event extends EventFacts<Reference> {
  /** The name of its TypeScript interface. */
  typeName: string;
}

/** A named part of a page that fields point at, before `resolve`. */
export interface Section {
  /** The page it stands on. */
  file: string;
  anchor: string;
  title: string;
  /** What the page calls the type of the section, where that is not its anchor. */
  name?: string;
  /** An object, unless the dialect has sections of other types. */
  type: Type<Link>;
  description?: string;
}

/** A named type of the source, shared by all that point at it. */
export interface Shape {
  /** Its TypeScript name. */
  name: string;
  description?: string;
  type: Type;
  /** Every place that documents it, in the order of the pages. */
  copies: Position[];
  /** What copies say otherwise than the first one, in the order of the copies. */
  divergences: Divergence[];
}

/** Something that two copies of a shape do not say alike. */
export interface Divergence {
  /** Where the other copy stands. */
  position: Position;
  /** The way to it from the shape, `station.name`; empty: the shape itself. */
  path: string;
  /** What the first copy says, and what the other one: `required`, `default "a"`, `no field`. */
  first: string;
  second: string;
}

/** A former name of a type, which is exported beside the one of today and deprecated. */
export interface Alias {
  name: string;
  /** The TypeScript name of today. */
  of: string;
  /** Where `source.json` says so. */
  position: Position;
}

/** The end of an API. */
export interface Retirement {
  /** `2026-05-12` */
  date: string;
  evidence: string;
}

/** Where the server of an API listens. */
export interface Endpoint {
  /** `wss://{resource}.example.com/v1/realtime?model={model}`: in braces what each user has. */
  url: string;
  evidence: string;
}

/** The place of a source among others. */
export interface MatrixPlace {
  /** Which generation of the protocol it speaks: of two, the larger number is the newer one. */
  generation?: number;
  /** Who serves it: several sources may be of one provider. */
  provider?: string;
  /** `reference`: what others are held against. `summary`: an overview that somebody wrote, which comes last. */
  role?: 'reference' | 'summary';
}

/** Where a source comes from: the checked content of its `source.json`. */
export interface SourceInfo {
  id: string;
  title: string;
  /** Whose pages these are a copy of; absent where they are the source's own. */
  upstream?: { title: string; url: string; snapshot: string };
  /** A line for the head of the types, such as whose words their descriptions are. */
  notice?: string;
  /** With what all names begin that the source exports, so that several fit into one app. */
  typePrefix?: string;
  /** Since when nobody serves it any more, and what says so. */
  retired?: Retirement;
  /** Where its server listens, and what says so. */
  endpoint?: Endpoint;
  /** Where it stands in the support matrix. */
  matrix?: MatrixPlace;
  /** How a direction is read, where the source does not want the default. */
  reading?: Partial<Record<Direction, ReadingMode>>;
}

/** What a dialect reads from the pages of one source, in the order of its index pages. */
export interface DocumentedSource {
  events: DocumentedEvent[];
  sections: Section[];
}

/** A correction that was applied: what it says of itself. */
export interface AppliedCorrection {
  position: Position;
  target: string;
  was: string;
  reason: string;
  evidence: string;
}

/** An event that another source calls otherwise. */
export interface EventRename {
  position: Position;
  /** What it is called there. */
  was: string;
  /** What stands for it here: one event, or several that share what it said; none: it is gone. */
  is: string[];
  /** What the event here must hold, by paths, to be the same: `session.type` is `transcription`. */
  with?: Record<string, string>;
  /** Absent where it is that of all. */
  evidence?: string;
}

/** A field that another source calls otherwise, or has elsewhere. */
export interface FieldRename {
  position: Position;
  /** The events that have it there, `*` for any part of a name: `session.*`. */
  event: string;
  /** The path in these events: `session.voice`. */
  was: string;
  /** The paths in the events that stand for these here; none: it is gone. */
  is: string[];
  /** Absent where it is that of all. */
  evidence?: string;
}

/** A value that another source spells otherwise. */
export interface ValueRename {
  position: Position;
  /** The events that have it there. */
  event: string;
  /** The path of its field here and there. */
  path: string;
  was: string;
  is: string;
  /** Absent where it is that of all. */
  evidence?: string;
}

/** What a source calls the things of other sources: the checked content of its `renames.json`. */
export interface Renames {
  /** The source that tells of them. */
  source: string;
  position: Position;
  /** The sources that have the other names. */
  from: string[];
  /** What says so, where an entry has no evidence of its own. */
  evidence: string;
  events: EventRename[];
  fields: FieldRename[];
  values: ValueRename[];
}

/** One source, whole and resolved. */
export interface Model {
  source: SourceInfo;
  corrections: AppliedCorrection[];
  events: Event[];
  shapes: Shape[];
  aliases?: Alias[];
  /** What other sources call what this one has. */
  renames?: Renames;
}
