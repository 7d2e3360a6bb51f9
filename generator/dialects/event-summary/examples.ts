/** The examples of a summary, and the fields that they show. */
import type { RootContent } from 'mdast';
import { report } from '../../diagnostics.ts';
import { spanOf } from '../../markdown/inline.ts';
import { isJsonObject } from '../../model/json.ts';
import type {
  DocumentedEvent,
  Example,
  Field,
  Json,
  Link,
  ObjectType,
  Position,
  Span,
  Type,
} from '../../model/model.ts';
import { membersOf, openType, unionOf } from '../../model/types.ts';
import type { Page } from '../dialect.ts';
import { isExample, passOverBeside, readExample } from '../examples.ts';
import type { PageSection } from '../outline.ts';

/** An example, with the lines that it stands in. */
export interface ShownExample extends Example {
  span: Span;
}

/** The messages in code blocks of a section. */
export function readExamples(page: Page, section: PageSection): ShownExample[] {
  return section.blocks.flatMap((block: RootContent) => {
    if (isExample(block))
      return readExample(page, block).map((example) => ({ ...example, span: spanOf(page, block) }));
    passOverBeside(page, block, 'the examples');
    return [];
  });
}

/** Gives events the fields that their examples show. */
export function addExamples(
  page: Page,
  events: readonly DocumentedEvent[],
  examples: readonly ShownExample[],
): void {
  const shown = new Map<DocumentedEvent, ObjectType<Link>[]>();
  for (const { span, ...example } of examples) {
    const event = events.find(({ name }) => name === example.value.type);
    if (!event) {
      report(
        page.file,
        'example-unknown',
        example.position,
        `this example is of ${JSON.stringify(example.value.type)}, which the page does not list.`,
      );
      continue;
    }
    event.examples.push(example);
    event.spans.push(span);
    const bodies = shown.get(event) ?? [];
    bodies.push(inferObject(example.value, example.position));
    shown.set(event, bodies);
  }
  // All of an event at once: one after the other, each would copy the fields of those before it.
  for (const [event, bodies] of shown) event.body = merged(event.body, bodies);
}

/** What examples show together; the first one that shows a field gives it its type. */
function merged(known: ObjectType<Link>, shown: readonly ObjectType<Link>[]): ObjectType<Link> {
  const fields = new Map(known.fields.map((field) => [field.name, field]));
  for (const field of shown.flatMap((one) => one.fields)) {
    const first = fields.get(field.name);
    fields.set(field.name, first ? { ...first, type: joined(first.type, field.type) } : field);
  }
  return { ...known, fields: [...fields.values()] };
}

/** A type with all that another value of its kind shows; one of another kind adds nothing. */
function joined(known: Type<Link>, shown: Type<Link>): Type<Link> {
  // An empty list shows nothing of its elements.
  if (known.kind === 'open') return shown;
  if (known.kind === 'object' && shown.kind === 'object') return merged(known, [shown]);
  if (known.kind === 'array' && shown.kind === 'array')
    return { ...known, element: joined(known.element, shown.element) };
  if (known.kind === 'union') {
    const join = (member: Type<Link>) => membersOf(shown).reduce(joined, member);
    return { ...known, members: known.members.map(join) };
  }
  return shown.kind === 'union' ? shown.members.reduce(joined, known) : known;
}

/** The type that a value shows. One example cannot say what is required, nor that it shows every field. */
function inferType(value: Json, position: Position): Type<Link> {
  if (value === null) return { kind: 'null', position };
  if (Array.isArray(value)) {
    const kinds = new Map<string, Type<Link>>();
    for (const item of value) {
      const shown = inferType(item, position);
      const known = kinds.get(shown.kind);
      kinds.set(shown.kind, known ? joined(known, shown) : shown);
    }
    const members = [...kinds.values()];
    const element =
      members.length === 0 ? openType(position, 'value', 'example') : unionOf(position, members);
    return { kind: 'array', position, element };
  }
  if (isJsonObject(value)) return inferObject(value, position);
  return {
    kind: typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean',
    position,
  };
}

function inferObject(value: { [key: string]: Json }, position: Position): ObjectType<Link> {
  const fields = Object.entries(value).map(([name, inner]): Field<Link> => ({
    name,
    position,
    requiredness: 'unstated',
    type: inferType(inner, position),
    origin: 'inferred',
  }));
  return { kind: 'object', position, fields, open: 'example' };
}
