/** What the matrix says, in words: the same on a screen, in Markdown and on the page. */
import type {
  CellStatus,
  Contradiction,
  EventCell,
  FieldRelation,
  Headline,
  MatrixSource,
  Share,
} from './types.ts';

/** A sign, which never stands without its word. */
export const statusSigns: Record<CellStatus, string> = {
  supported: '✓',
  unsupported: '✗',
  partial: '◐',
  disputed: '?',
  undocumented: '–',
};

export const statusWords: Record<CellStatus, string> = {
  supported: 'yes',
  unsupported: 'no',
  partial: 'in part',
  disputed: 'disputed',
  undocumented: 'not documented',
};

const relationWords: Record<FieldRelation, string> = {
  same: 'same fields',
  more: 'more fields',
  fewer: 'fewer fields',
  other: 'other fields',
  unlisted: 'fields not listed',
};

export const headlineWords: Record<Headline, string> = {
  portable: 'portable',
  care: 'portable with care',
  single: 'one provider only',
  none: 'nobody supports it',
};

export const headlineMeanings: Record<Headline, string> = {
  portable: 'every provider has it, under one name and with the same fields, `event_id` aside',
  care: 'several providers have it, and their docs differ',
  single: 'only one provider has it',
  none: 'no source that is still served supports it',
};

/** `✓ yes`; a dash alone for what is not documented, as most empty cells are. */
export function signed(status: CellStatus): string {
  return status === 'undocumented'
    ? statusSigns[status]
    : `${statusSigns[status]} ${statusWords[status]}`;
}

/** What stands in a cell behind its status: other names, and how its fields compare where they are not the same. */
export function remarksOf({ names, fields, deprecated, with: values }: EventCell): {
  names: string[];
  remarks: string[];
} {
  const isNoteworthy = fields && fields.relation !== 'same' && fields.relation !== 'unlisted';
  return {
    names: names ?? [],
    remarks: [
      ...Object.entries(values ?? {}).map(
        ([path, value]) => `with ${path} ${JSON.stringify(value)}`,
      ),
      ...(isNoteworthy ? [relationWords[fields.relation]] : []),
      ...(deprecated ? ['deprecated'] : []),
    ],
  };
}

/** What speaks against the words of a page. */
export function contradictionWords({ reason, evidence }: Contradiction): string {
  return `${reason.replace(/[.]$/, '')} (${evidence})`;
}

/** What is said of a source beside its title. */
export function marksOf({ role, retired, generation }: MatrixSource): string[] {
  return [
    ...(role === 'reference' ? ['the reference'] : []),
    ...(role === 'summary' ? ['hand-written summary'] : []),
    ...(retired ? ['retired'] : []),
    ...(generation === undefined ? [] : [`generation ${generation}`]),
  ];
}

/** `37 of 57` */
export function shareWords({ have, of }: Share): string {
  return `${have} of ${of}`;
}

/** `311 of 1003 (31 %)` */
export function percentWords(share: Share): string {
  const percent = share.of === 0 ? 100 : Math.round((100 * share.have) / share.of);
  return `${shareWords(share)} (${percent} %)`;
}

/** The first part of a wire name, by which events are grouped: `session`, `response`. */
export function groupOf(event: string): string {
  return event.split('.')[0] ?? event;
}
