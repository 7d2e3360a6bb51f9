/** `types.ts`: an interface for every event and shape, and the unions, maps and helper types above them. */
import type { InterfaceDeclarationStructure, StatementStructures } from 'ts-morph';
import type {
  Dispute,
  Event,
  Evidence,
  Field,
  Model,
  ObjectType,
  OpenReason,
  Shape,
  SourceInfo,
  Support,
  Type,
} from '../model/model.ts';
import { deprecatedValuesIn } from '../model/deprecation.ts';
import { directionNames } from '../model/names.ts';
import { boundsInWords } from '../model/signature.ts';
import { isAnything } from '../model/holds.ts';
import { mayBeAbsent } from '../model/reading.ts';
import { isRuledOut } from '../model/support.ts';
import { directionsOf, eventsOf, partsOf } from '../model/walk.ts';
import { visible } from '../text.ts';
import { butDisputed, jsdoc } from './jsdoc.ts';
import { readingOf, type Reading } from './reading.ts';
import { exportedInterface, property, typeAlias } from './statements.ts';
import { commentText, jsonCode, literal, propertyName } from './text.ts';
import { anyKey, genericOf, objectTypeOf, unionOf, type TypeText } from './type-text.ts';

/** The statements of `types.ts`. */
export function typeStatements(model: Model): (StatementStructures | string)[] {
  const { notice } = model.source;
  const statements = directionsOf(model).flatMap((direction) => {
    const reading = readingOf(model, direction);
    const events = eventsOf(model, direction);
    return [
      ...helperTypes(model.source, reading, events),
      ...events.map((event) => eventInterface(reading, event)),
      ...reading.shapes.map((shape) => shapeType(reading, shape)),
    ];
  });
  return [...(notice === undefined ? [] : [`// ${visible(notice)}\n`]), ...statements];
}

// ── Above the events ────────────────────────────────────────────────────────────────────────────────────────

function helperTypes(
  { retired }: SourceInfo,
  reading: Reading,
  events: readonly Event[],
): StatementStructures[] {
  const { direction } = reading;
  const { types } = directionNames(direction, reading.source);
  const sent = direction === 'server' ? 'that the server sends' : 'that a client may send';
  const unsupported = events.filter(({ support }) => isRuledOut(support));
  const names = unionOf(unsupported.map(({ name }) => literal(name)));
  return [
    typeAlias(types.union, `${types.map}[${types.name}]`, [
      `Any event ${sent}. Narrow it by \`type\`.`,
      retired && `Retired on ${retired.date}: ${retired.evidence}`,
    ]),
    exportedInterface(
      types.map,
      events.map((event) =>
        property(
          propertyName(event.name),
          event.typeName,
          eventDocs(reading, event, event.description),
        ),
      ),
      jsdoc([`Every event ${sent}, by its wire name.`]),
    ),
    typeAlias(types.name, `keyof ${types.map}`, [`The wire name of an event ${sent}.`]),
    typeAlias(
      types.byName,
      `${types.map}[Name]`,
      [`The event of a wire name: \`${types.byName}<${jsonCode(events[0]?.name ?? '')}>\`.`],
      { parameters: [['Name', 'extends', types.name]] },
    ),
    typeAlias(types.unsupportedName, names, [
      `The events that the docs list and flag as not supported${butDisputed(events)}.`,
    ]),
    typeAlias(types.supportedName, genericOf('Exclude', types.name, types.unsupportedName), [
      'The events that no flag calls unsupported.',
    ]),
    typeAlias(types.supported, `${types.map}[${types.supportedName}]`, [
      `Any supported event ${sent}.`,
    ]),
  ];
}

// ── Events and shapes ───────────────────────────────────────────────────────────────────────────────────────

function eventInterface(reading: Reading, event: Event): InterfaceDeclarationStructure {
  const docs = eventDocs(reading, event, event.description ?? `The event \`${event.name}\`.`);
  return interfaceOf(reading, event.typeName, event.body, docs);
}

/** What is said of an event wherever somebody chooses one: at its type, and at its name in a map. */
function eventDocs(
  reading: Reading,
  event: Event,
  description: string | undefined,
): ReturnType<typeof jsdoc> {
  const { documentedName, support, body, deprecated, url } = event;
  const isUnsupported = isRuledOut(support);
  return jsdoc(
    [
      description,
      documentedName && `The docs call it \`${commentText(documentedName.text)}\`.`,
      isUnsupported ? undefined : supportNote(support),
      openNote(body.open),
      reading.correctionNote(event),
    ],
    [
      ...deprecatedTags(deprecated),
      ...(isUnsupported ? [`@deprecated ${commentText(supportNote(support) ?? '')}`] : []),
      ...(url === undefined ? [] : [`@see {@link ${commentText(url)}}`]),
    ],
  );
}

function shapeType(reading: Reading, shape: Shape): StatementStructures {
  const name = reading.nameOf(shape.name);
  const { type, description } = shape;
  if (type.kind === 'object') {
    const [field] = type.fields;
    const corrected = field && isWhollyCorrected(type) ? reading.correctionNote(field) : undefined;
    const docs = jsdoc(
      [description, openNote(type.open), supportNote(type.support), corrected],
      deprecatedTags(type.deprecated),
    );
    return interfaceOf(reading, name, type, docs);
  }
  if (type.kind === 'open' && type.of === 'object') {
    return exportedInterface(name, [], jsdoc([description, openNote(type.reason)]), true);
  }
  return typeAlias(name, typeText(reading, type), [description, documentedNote(type)]);
}

function interfaceOf(
  reading: Reading,
  name: string,
  type: ObjectType,
  docs: ReturnType<typeof jsdoc>,
): InterfaceDeclarationStructure {
  const properties = type.fields.map((field) =>
    property(
      fieldKey(field),
      fieldType(reading, field),
      fieldDocs(reading, field, isWhollyCorrected(type)),
    ),
  );
  return exportedInterface(name, properties, docs, type.open !== undefined);
}

/** Whether no page says anything of an object: then its type says so once, and not each of its fields. */
function isWhollyCorrected({ fields }: ObjectType): boolean {
  return fields.length > 0 && fields.every(({ origin }) => origin === 'corrected');
}

function fieldDocs(
  reading: Reading,
  field: Field,
  isCorrectedWithOthers: boolean,
): ReturnType<typeof jsdoc> {
  const inferred = field.origin === 'inferred' ? 'Inferred from an example.' : undefined;
  const tags = [
    ...deprecatedTags(field.deprecated),
    ...(field.default === undefined
      ? []
      : [`@default ${commentText(JSON.stringify(field.default.value))}`]),
  ];
  return jsdoc(
    [
      field.description ?? reading.descriptionOf(field.type),
      documentedNote(field.type),
      field.bounds && `A number ${boundsInWords(field.bounds)}.`,
      supportNote(field.support),
      deprecatedValuesNote(field.type),
      inferred,
      isCorrectedWithOthers ? undefined : reading.correctionNote(field),
    ],
    tags,
  );
}

/** The tag by which editors strike out what is deprecated, with the words that say so where they say more. */
function deprecatedTags(deprecated: Evidence | undefined): string[] {
  if (!deprecated) return [];
  const isMark = /^\W*deprecated\W*$/i.test(deprecated.text);
  return [isMark ? '@deprecated' : `@deprecated ${commentText(deprecated.text)}`];
}

function deprecatedValuesNote(type: Type): string | undefined {
  const values = deprecatedValuesIn(type).map((value) => `\`${commentText(jsonCode(value))}\``);
  return values.length === 0 ? undefined : `Deprecated values: ${values.join(', ')}.`;
}

function supportNote(support: Support | undefined): string | undefined {
  if (support?.disputed) return disputeNote(support, support.disputed);
  switch (support?.status) {
    case 'unsupported':
      return `Not supported at present: the docs say ${support.evidence.text}.`;
    case 'partial':
      return `Supported in part: ${support.note}.`;
    default:
      return undefined;
  }
}

/** Both words: the page's, and the one that speaks against it. */
function disputeNote({ evidence }: Support, { reason, evidence: proof }: Dispute): string {
  const against = reason.replace(/[.]$/, '');
  return `Disputed: the docs say ${evidence.text}. ${against} (${proof.text}).`;
}

const openNotes: Record<OpenReason, string> = {
  opaque: 'The docs do not list its fields.',
  cut: 'The docs break off here: there are more fields than these.',
  'dead-reference': 'The docs name this type and do not document it.',
  example: 'Known from an example only: there may be more fields.',
};

function openNote(reason: OpenReason | undefined): string | undefined {
  return reason && openNotes[reason];
}

// ── Types ───────────────────────────────────────────────────────────────────────────────────────────────────

function fieldKey(field: Field): string {
  return `${propertyName(field.name)}${mayBeAbsent(field) ? '?' : ''}`;
}

function fieldType(reading: Reading, field: Field): TypeText {
  const type = typeText(reading, field.type, field.discriminator);
  return reading.mayBeNull(field) ? unionOf([type, 'null']) : type;
}

/** A type as TypeScript. `closed`: no other value may stand there, even where reading is tolerant. */
function typeText(reading: Reading, type: Type, closed = false): TypeText {
  if (isAnything(type)) return 'unknown';
  const open = reading.isTolerant && !closed;
  switch (type.kind) {
    case 'string':
    case 'boolean':
    case 'null':
      return type.kind;
    case 'integer':
    case 'number':
      return 'number';
    case 'literal':
      return valuesText([type.value], open);
    case 'enumeration':
      return valuesText(
        type.values.map(({ value }) => value),
        open || type.open === true,
      );
    case 'open':
      return genericOf('Record', 'string', 'unknown');
    case 'array':
      return arrayText(typeText(reading, type.element));
    case 'map': {
      const value = typeText(reading, type.value);
      // What contains itself must not be an argument of another type before it is known.
      return leadsBack(reading, type.value)
        ? objectTypeOf([[anyKey, value]])
        : genericOf('Record', 'string', value);
    }
    case 'object': {
      const fields = type.fields.map(
        (field) => [fieldKey(field), fieldType(reading, field)] as const,
      );
      return objectTypeOf([...fields, ...(type.open ? [[anyKey, 'unknown'] as const] : [])]);
    }
    case 'union':
      return unionOf(listedOnce(type.members).map((member) => typeText(reading, member, closed)));
    case 'reference':
      return reading.nameOf(type.name);
  }
}

/** The members of a union with its constants as one list, so that what else may stand there is said once. */
function listedOnce(members: readonly Type[]): readonly Type[] {
  const constants = members.filter((member) => member.kind === 'literal');
  const [first, ...others] = constants;
  if (!first || others.length === 0) return members;
  const { position } = first;
  const list: Type = { kind: 'enumeration', position, values: constants };
  return members.flatMap((member) =>
    member === first ? [list] : member.kind === 'literal' ? [] : [member],
  );
}

/** Whether a type, itself or in its parts, is a shape that contains itself. */
function leadsBack({ cycles }: Pick<Reading, 'cycles'>, type: Type): boolean {
  return type.kind === 'reference'
    ? cycles.has(type.name)
    : partsOf(type).some((part) => leadsBack({ cycles }, part));
}

function arrayText(element: TypeText): TypeText {
  return typeof element === 'string' && /^[\w$]+$/.test(element)
    ? `${element}[]`
    : genericOf('Array', element);
}

/** Values as a union. An open one keeps the known values for completion and accepts any other of their kind. */
function valuesText(values: readonly (string | number | boolean)[], open: boolean): TypeText {
  const known = values.map(literal);
  const kinds = open ? new Set(values.map((value) => typeof value)) : new Set<string>();
  return unionOf([
    ...known,
    ...Array.from(kinds, (kind) => (kind === 'boolean' ? kind : `(${kind} & {})`)),
  ]);
}

/** What the docs list of a union that takes anything, because they say nothing of one of its members. */
function documentedNote(type: Type): string | undefined {
  return type.kind === 'union' && isAnything(type)
    ? `Documented as one of ${documentedText(type)}.`
    : undefined;
}

/** A type in the words of the docs. */
function documentedText(type: Type): string {
  switch (type.kind) {
    case 'union':
      return type.members.map(documentedText).join(', ');
    case 'reference':
      return type.name;
    case 'open':
      return type.of === 'value' ? 'something that is not documented' : 'object';
    default:
      return type.kind;
  }
}
