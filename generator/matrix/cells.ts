/** What one source says of one event. */
import type { Event, Evidence, Model, Support, SupportStatus, Type } from '../model/model.ts';
import { splitPosition } from '../model/position.ts';
import { perEvent } from '../model/walk.ts';
import { contradictionOf, wordsAt } from './fields.ts';
import type { CellStatus, EventCell } from './types.ts';

/** What a source says of an event, but for its names and its fields. */
export function eventCellOf(model: Model, event: Event): EventCell {
  const { evidence, disputed } = event.support;
  const parts = event.support.status === 'supported' && !disputed ? flaggedParts(model, event) : [];
  const [first] = parts;
  const shown = first?.support.evidence ?? evidence;
  const text = noteOf(event.support) ?? (first ? noteOfParts(parts) : undefined);
  return {
    support: first ? 'partial' : cellStatusOf(event.support),
    ...(text !== undefined && { note: text }),
    evidence: wordsOf(shown),
    ...(event.url !== undefined && { url: event.url }),
    ...(event.documentedName && { documentedName: wordsOf(event.documentedName) }),
    ...(disputed && { disputed: contradictionOf(disputed) }),
    ...(event.deprecated && { deprecated: wordsOf(event.deprecated) }),
    ...(event.correction !== undefined && { corrected: lineOf(event.correction) }),
  };
}

function wordsOf({ position, text }: Evidence) {
  return wordsAt(position, text);
}

function lineOf(position: Evidence['position']): string {
  const { file, line } = splitPosition(position);
  return `${file}:${line}`;
}

function noteOf(support: Support): string | undefined {
  return support.status === 'partial' ? support.note : undefined;
}

function cellStatusOf({ status, disputed }: Support): CellStatus {
  return disputed ? 'disputed' : status;
}

/** A field or shape of an event that the docs flag, though not the event as a whole. */
interface FlaggedPart {
  path: string;
  support: Exclude<Support, { status: 'supported' }>;
}

function noteOfParts(parts: readonly FlaggedPart[]): string {
  const list = (status: SupportStatus) =>
    parts.flatMap(({ path, support }) =>
      support.status === status
        ? [support.status === 'partial' ? `${path} (${support.note})` : path]
        : [],
    );
  const groups = [
    { words: 'not supported', paths: list('unsupported') },
    { words: 'supported in part', paths: list('partial') },
  ];
  return groups
    .filter(({ paths }) => paths.length > 0)
    .map(({ words, paths }) => `${words}: ${paths.join(', ')}`)
    .join('; ');
}

const flaggedParts = perEvent((event, shapes): readonly FlaggedPart[] => {
  const parts: FlaggedPart[] = [];
  const visit = (type: Type, path: string, above: readonly string[]): void => {
    switch (type.kind) {
      case 'object':
        if (isFlagged(type.support)) parts.push({ path, support: type.support });
        for (const field of type.fields) {
          const at = path === '' ? field.name : `${path}.${field.name}`;
          if (isFlagged(field.support)) parts.push({ path: at, support: field.support });
          else visit(field.type, at, above);
        }
        return;
      case 'reference': {
        const shape = shapes.get(type.name);
        if (!shape || above.includes(shape.name)) return;
        const flagged = shape.type.kind === 'object' && isFlagged(shape.type.support);
        visit(shape.type, flagged ? `${path} (${shape.name})` : path, [...above, shape.name]);
        return;
      }
      case 'array':
        visit(type.element, `${path}[]`, above);
        return;
      case 'map':
        visit(type.value, `${path}{}`, above);
        return;
      case 'union':
        for (const member of type.members) visit(member, path, above);
        return;
      default:
    }
  };
  visit(event.body, '', []);
  return parts;
});

function isFlagged(support: Support | undefined): support is FlaggedPart['support'] {
  return support !== undefined && support.status !== 'supported';
}
