/** An event as a tree of its fields, each with all that its docs state, and where. */
import type { Event, Field, Model, Position, Support, Type } from '../../model/model.ts';
import { supportMeaning } from '../../model/meaning.ts';
import { splitPosition } from '../../model/position.ts';
import { boundsInWords, typeSummary } from '../../model/signature.ts';
import { membersOf } from '../../model/types.ts';
import { shapesByName } from '../../model/walk.ts';
import type { Paint } from '../../reports/paint.ts';
import { visible } from '../../text.ts';
import { contradictionWords } from '../words.ts';

/** @param folder what positions start from */
export function inspectText(model: Model, event: Event, folder: string, paint: Paint): string {
  const place = (position: Position) => placeOf(position, folder);
  const { name, direction, support, deprecated, documentedName, description, url, page } = event;
  const head = [
    `${paint('strong', name)}, a ${direction} event of ${visible(model.source.title)}`,
    ...(description === undefined ? [] : [visible(description)]),
    `${supportMeaning(support)}: ${visible(support.evidence.text)} ${paint('quiet', place(support.evidence.position))}`,
    ...disputeLines(support),
    ...(documentedName
      ? [
          `the docs call it ${visible(documentedName.text)} ${paint('quiet', place(documentedName.position))}`,
        ]
      : []),
    ...(deprecated
      ? [`deprecated: ${visible(deprecated.text)} ${paint('quiet', place(deprecated.position))}`]
      : []),
    paint('quiet', url === undefined ? place(page) : `${place(page)} ${url}`),
  ];
  return [...head, '', ...fieldLines(model, event, place, paint)]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function placeOf(position: Position, folder: string): string {
  const { file, line } = splitPosition(position);
  return `${folder.replace(/\/+$/, '')}/${file}:${line}`;
}

function disputeLines({ disputed }: Support): string[] {
  if (!disputed) return [];
  const { status, reason, evidence } = disputed;
  return [visible(`but: ${contradictionWords({ status, reason, evidence: evidence.text })}`)];
}

/** The tree: members of a union that are objects stand below their field, each with a name. */
function fieldLines(
  model: Model,
  event: Event,
  place: (position: Position) => string,
  paint: Paint,
): string[] {
  const shapes = shapesByName(model);
  const objects = (type: Type, depth: number, above: readonly string[]): string[] => {
    switch (type.kind) {
      case 'reference': {
        const shape = shapes.get(type.name);
        if (!shape) return [];
        return above.includes(shape.name)
          ? [`${'  '.repeat(depth)}${paint('quiet', `… as in ${shape.name}`)}`]
          : objects(shape.type, depth, [...above, shape.name]);
      }
      case 'object':
        return type.fields.flatMap((field) => [
          lineOf(field, depth, place, paint),
          ...objects(field.type, depth + 1, above),
        ]);
      case 'array':
        return objects(type.element, depth, above);
      case 'map':
        return objects(type.value, depth, above);
      case 'union':
        return membersOf(type).flatMap((member) => {
          const lines = objects(member, depth + 1, above);
          return lines.length === 0
            ? []
            : [`${'  '.repeat(depth)}${paint('quiet', `<${typeSummary(member)}>`)}`, ...lines];
        });
      default:
        return [];
    }
  };
  return objects(event.body, 0, []);
}

function lineOf(
  field: Field,
  depth: number,
  place: (position: Position) => string,
  paint: Paint,
): string {
  const { name, type, requiredness, bounds, support, deprecated, origin, correction } = field;
  const facts = [
    typeSummary(type),
    requiredness,
    ...(bounds ? [boundsInWords(bounds)] : []),
    ...(field.default ? [`default ${JSON.stringify(field.default.value)}`] : []),
    ...(support && (support.status !== 'supported' || support.disputed)
      ? [supportMeaning(support)]
      : []),
    ...(deprecated ? ['deprecated'] : []),
    ...(origin === 'inferred' ? ['inferred from an example'] : []),
    ...(correction === undefined ? [] : [`corrected in ${place(correction)}`]),
  ];
  return `${'  '.repeat(depth)}${paint('strong', name)}: ${visible(facts.join(', '))}  ${paint('quiet', place(field.position))}`;
}
