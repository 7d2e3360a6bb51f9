/**
 * `All of **[Station](#Station)** \| **[Dial](#Dial)**`: an object with the fields of all sections that it names. It
 * becomes a section of its own, which no page can have: there is no blank in an anchor.
 */
import { report } from '../../diagnostics.ts';
import type {
  Field,
  Link,
  ObjectType,
  Position,
  Section,
  SectionLink,
  Type,
} from '../../model/model.ts';
import { typeSignature } from '../../model/signature.ts';
import type { Page } from '../dialect.ts';

const sign = ' & ';

/** A link to the section that several make together. */
export function jointLink(position: Position, links: readonly SectionLink[]): SectionLink {
  return {
    kind: 'link',
    position,
    label: links.map(({ label }) => label).join(sign),
    anchor: links.map(({ anchor }) => anchor).join(sign),
  };
}

/**
 * The sections of a page with those that several of them make together, and without those that do nothing else.
 *
 * @param bodies what stands on the page beside them
 */
export function withJoints(
  page: Page,
  bodies: readonly ObjectType<Link>[],
  sections: readonly Section[],
): Section[] {
  const byAnchor = new Map(sections.map((section) => [section.anchor, section]));
  const types = [...bodies, ...sections.map(({ type }) => type)];
  const links = new Map(types.flatMap(linksIn).map((link) => [link.anchor, link]));
  const joints = [...links.values()].filter(({ anchor }) => anchor.includes(sign));
  const joined = joints.flatMap((link) => {
    const parts = link.anchor.split(sign);
    const missing = parts.find((anchor) => !byAnchor.has(anchor));
    if (missing !== undefined) {
      const sentence = `"All of" names #${missing}, which is not a section of this page; the type stays open.`;
      report(page.file, 'reference-dead', link.position, sentence);
    }
    const found = parts.flatMap((anchor) => byAnchor.get(anchor) ?? []);
    return found.length > 0 ? [jointOf(page, link, found)] : [];
  });
  const onlyParts = new Set(
    joints.flatMap(({ anchor }) => anchor.split(sign)).filter((anchor) => !links.has(anchor)),
  );
  return [...sections.filter(({ anchor }) => !onlyParts.has(anchor)), ...joined];
}

function jointOf(
  page: Page,
  { anchor, label, position }: SectionLink,
  sections: readonly Section[],
): Section {
  const fields: Field<Link>[] = [];
  const objects = sections.flatMap(({ type }) => (type.kind === 'object' ? [type] : []));
  for (const { fields: own } of objects)
    for (const field of own) addField(page, fields, structuredClone(field));
  const isWhole = sections.length === anchor.split(sign).length;
  const [first] = sections;
  const descriptions = objects.flatMap(({ description }) => description ?? []);
  return {
    file: page.file.path,
    anchor,
    title: label,
    type: {
      kind: 'object',
      position: first?.type.position ?? position,
      fields,
      ...(descriptions.length > 0 && { description: descriptions.join('\n\n') }),
      ...(!isWhole && { open: 'dead-reference' }),
    },
  };
}

/** What two sections say of one field must be the same; it is required where one of them says so. */
function addField(page: Page, fields: Field<Link>[], field: Field<Link>): void {
  const known = fields.find(({ name }) => name === field.name);
  if (!known) {
    fields.push(field);
    return;
  }
  if (field.requiredness === 'required') known.requiredness = 'required';
  if (typeSignature(known.type) === typeSignature(field.type)) return;
  const sentence = `\`${field.name}\` has another type at ${known.position}, and "All of" joins both; make them agree.`;
  report(page.file, 'field-duplicate', field.position, sentence, [known.position]);
}

/** The links of a type, down to the last nested field. */
function linksIn(type: Type<Link>): SectionLink[] {
  switch (type.kind) {
    case 'link':
      return [type];
    case 'object':
      return type.fields.flatMap((field) => linksIn(field.type));
    case 'array':
      return linksIn(type.element);
    case 'map':
      return linksIn(type.value);
    case 'union':
      return type.members.flatMap(linksIn);
    default:
      return [];
  }
}
