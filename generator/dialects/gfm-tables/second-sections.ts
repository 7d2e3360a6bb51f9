/** Events that are documented twice. */
import { report } from '../../diagnostics.ts';
import type { DocumentedEvent, Field, Link, Type } from '../../model/model.ts';
import { signatureOf } from '../../model/signature.ts';
import { openType } from '../../model/types.ts';
import type { Part } from './reference.ts';

export interface Documented {
  part: Part;
  event: DocumentedEvent;
}

/** One event a name: a second section is compared with the first one, which counts. */
export function withoutRepeated(
  read: readonly Documented[],
  listed: ReadonlySet<Part>,
  isIndexed: boolean,
): DocumentedEvent[] {
  const events = new Map<string, DocumentedEvent>();
  for (const { part, event } of read) {
    const first = events.get(event.name);
    if (first && !listed.has(part)) {
      compare(part, first, event);
      first.spans.push(...event.spans);
      first.examples.push(...event.examples);
      continue;
    }
    if (isIndexed && !listed.has(part)) {
      const sentence = `the index does not list ${event.name}, which is read all the same; add a row for it.`;
      report(part.page.file, 'event-unlisted', part.heading, sentence);
    }
    // Two rows for one event are reported when the source is resolved.
    events.set(first ? `${event.name} ${event.position}` : event.name, event);
  }
  return [...events.values()];
}

function compare({ page, heading }: Part, first: DocumentedEvent, second: DocumentedEvent): void {
  const differences = [
    ...differencesOf(first.body.fields, second.body.fields, ''),
    ...differencesInFlags(first, second),
  ];
  const [rule, words] =
    differences.length === 0
      ? (['section-repeated', 'has the same fields'] as const)
      : (['section-diverges', `says otherwise: ${differences.join('; ')}`] as const);
  const sentence = `${first.name} has a section at ${first.page} already, and this one ${words}. The first one counts; remove one of the two.`;
  report(page.file, rule, heading, sentence, [first.page]);
}

/** The fields in which two objects differ; of objects in both, the fields within these. */
function differencesOf(
  there: readonly Field<Link>[],
  here: readonly Field<Link>[],
  above: string,
): string[] {
  const known = new Map(there.map((field) => [field.name, field]));
  const names = new Set([...there, ...here].map(({ name }) => name));
  const found = new Map(here.map((field) => [field.name, field]));
  return Array.from(names).flatMap((name) => {
    const [one, other] = [known.get(name), found.get(name)];
    const [was, is] = [one, other].map((field) => (field ? signatureOf(field) : 'absent'));
    if (was === is) return [];
    const within = one && other ? differencesWithin(one, other, `${above}${name}`) : [];
    return within.length > 0 ? within : [`${above}${name} (${was}, here ${is})`];
  });
}

function differencesWithin(one: Field<Link>, other: Field<Link>, path: string): string[] {
  const [there, here] = [objectIn(one.type), objectIn(other.type)];
  if (!there || !here || there.marks !== here.marks) return [];
  const [was, is] = [one, other].map((field) =>
    signatureOf({ ...field, type: openType(field.position, 'object') }),
  );
  const inner = differencesOf(there.fields, here.fields, `${path}${there.marks}.`);
  return was === is ? inner : [`${path} (${was}, here ${is})`, ...inner];
}

/** The fields of an object, or of the elements of an array, and a mark for each array. */
function objectIn(type: Type<Link>): { fields: Field<Link>[]; marks: string } | undefined {
  if (type.kind === 'object') return { fields: type.fields, marks: '' };
  const inner = type.kind === 'array' ? objectIn(type.element) : undefined;
  return inner && { ...inner, marks: `[]${inner.marks}` };
}

/** What a second section says of the event as a whole and the first one does not. */
function differencesInFlags(first: DocumentedEvent, second: DocumentedEvent): string[] {
  const differences: string[] = [];
  const [was, is] = [first, second].map(({ support }) =>
    support.status === 'partial' ? `partial, ${support.note}` : support.status,
  );
  if (second.support.status !== 'supported' && was !== is)
    differences.push(`support (${was}, here ${is})`);
  if (second.deprecated && !first.deprecated) differences.push('here it is deprecated');
  return differences;
}
