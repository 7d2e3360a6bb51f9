/** What a program that was written for one source meets on another one, worded for two providers and not for two dates. */
import type { Direction } from '../model/model.ts';
import { isEventNamed } from '../model/pairing.ts';
import { mayCome } from './headline.ts';
import type {
  EventCell,
  EventRow,
  FieldCell,
  FieldRow,
  MatrixSource,
  SupportMatrix,
  Words,
} from './types.ts';
import { contradictionWords } from './words.ts';

/** `reader`: of what the server sends. `writer`: of what the program sends. */
export type Side = 'reader' | 'writer';

/** `breaking`: what worked does not. `dangerous`: it may not. `safe`: the program does not notice. */
export type Weight = 'breaking' | 'dangerous' | 'safe';

export interface Encounter {
  side: Side;
  weight: Weight;
  /** The event as the program knows it; one that only the other source has, as that calls it. */
  event: string;
  /** The field as the program knows it; absent: the event as a whole. */
  path?: string;
  /** What the program meets, in a sentence without its subject. */
  words: string;
  /** The words of the docs of the other source, or of its own where the other one has none. */
  evidence?: Words;
}

/** The two sources: where the program is at home, and where it goes. */
interface Sources {
  home: MatrixSource;
  away: MatrixSource;
}

/** @param events names or patterns; none: all events */
export function encountersOf(
  { events: rows, evidence }: SupportMatrix,
  sources: Sources,
  events: readonly string[] = [],
): Encounter[] {
  return rows.flatMap((row) => {
    const cells = { home: row.sources[sources.home.id], away: row.sources[sources.away.id] };
    if (events.length > 0 && !events.some((one) => isMeant(one, row, cells))) return [];
    const own = eventEncounters(row, cells, sources);
    const isThere =
      mayCome(cells.home) && mayCome(cells.away) && !cells.away?.with && !cells.home?.with;
    return [...own, ...(isThere ? fieldEncounters(row, sources, evidence) : [])];
  });
}

/** Those of some names or patterns that no event of the two sources has. */
export function namesOfNothing(
  { events: rows }: SupportMatrix,
  { home, away }: Sources,
  names: readonly string[],
): string[] {
  return names.filter(
    (name) =>
      !rows.some((row) => {
        const cells = { home: row.sources[home.id], away: row.sources[away.id] };
        return (cells.home ?? cells.away) !== undefined && isMeant(name, row, cells);
      }),
  );
}

function isMeant(
  asked: string,
  row: EventRow,
  { home, away }: { home: EventCell | undefined; away: EventCell | undefined },
): boolean {
  return [home, away].some((cell) => isEventNamed(asked, nameOf(row, cell)));
}

function nameOf({ event }: EventRow, cell: EventCell | undefined): string {
  return cell?.names?.[0] ?? event;
}

function sideOf(direction: Direction): Side {
  return direction === 'server' ? 'reader' : 'writer';
}

// ── Events ──────────────────────────────────────────────────────────────────────────────────────────────────

function eventEncounters(
  row: EventRow,
  { home, away }: { home: EventCell | undefined; away: EventCell | undefined },
  sources: Sources,
): Encounter[] {
  const side = sideOf(row.direction);
  const at = (weight: Weight, words: string, cell = away): Encounter => ({
    side,
    weight,
    event: nameOf(row, home),
    words,
    ...(cell?.evidence && { evidence: cell.evidence }),
  });
  if (!mayCome(home) || home?.with) {
    if (!mayCome(away) || away?.with || side === 'writer') return [];
    return [
      {
        ...at(
          'dangerous',
          `comes from ${sources.away.title} alone, so that the program has no handler for it`,
        ),
        event: nameOf(row, away),
      },
    ];
  }
  if (!away || away.support === 'undocumented')
    return [
      at('breaking', `${absentWords[side]}: ${sources.away.title} does not document it`, home),
    ];
  if (away.support === 'unsupported')
    return [
      at('breaking', `${absentWords[side]}: ${sources.away.title} flags it as not supported`),
    ];
  const name = nameOf(row, away);
  const other = away.with
    ? ` with ${Object.entries(away.with)
        .map(([path, value]) => `${path} ${JSON.stringify(value)}`)
        .join(', ')}`
    : '';
  return [
    ...(name === nameOf(row, home)
      ? []
      : [at('breaking', `is called ${name}${other} on ${sources.away.title}`)]),
    ...(away.support === 'partial' && home?.support !== 'partial'
      ? [at('dangerous', `is supported in part: ${away.note ?? ''}`)]
      : []),
    ...(away.disputed
      ? [at('dangerous', `is flagged as not supported; but: ${contradictionWords(away.disputed)}`)]
      : []),
  ];
}

const absentWords: Record<Side, string> = { reader: 'never comes', writer: 'is not taken' };

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────

function fieldEncounters(row: EventRow, sources: Sources, evidence: readonly Words[]): Encounter[] {
  const side = sideOf(row.direction);
  const event = nameOf(row, row.sources[sources.home.id]);
  const absent: string[] = [];
  const moved: Move[] = [];
  return row.fields.flatMap((field) => {
    // All messages may have it, whether their docs say so or not; what an event is called is told of the event.
    if (field.path === 'event_id' || field.path === 'type') return [];
    const home = field.sources[sources.home.id];
    const away = field.sources[sources.away.id];
    // What is in something that only one has goes without saying, unless the other has it elsewhere.
    if ((!home || !away) && absent.some((path) => isBelow(field.path, path))) return [];
    if (!home !== !away) absent.push(field.path);
    const move = { from: pathOf(field, home), to: pathOf(field, away) };
    const isMoved = move.from !== move.to && !moved.some((one) => goesAlong(move, one));
    if (home && away && isMoved) moved.push(move);
    const met = fieldEncounter(side, { field, home, away, isMoved }, sources);
    const cell = away ?? home;
    const words = cell && evidence[cell.evidence];
    return met
      ? [
          {
            side,
            event,
            path: pathOf(field, home ?? away),
            ...met,
            ...(words && { evidence: words }),
          },
        ]
      : [];
  });
}

/** Where a field is at home, and where the other source has it. */
interface Move {
  from: string;
  to: string;
}

function pathOf({ path }: FieldRow, cell: FieldCell | undefined): string {
  return cell?.path ?? path;
}

/** Whether a field is elsewhere only because what it is in is. */
function goesAlong({ from, to }: Move, above: Move): boolean {
  return isBelow(from, above.from) && to === above.to + from.slice(above.from.length);
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(above) && /^[.[{]/.test(path.slice(above.length));
}

interface MetField {
  field: FieldRow;
  home: FieldCell | undefined;
  away: FieldCell | undefined;
  /** Whether the other source has it elsewhere, and not only because what it is in is. */
  isMoved: boolean;
}

function fieldEncounter(
  side: Side,
  { field, home, away, isMoved }: MetField,
  { home: { id: homeId }, away: { id, title } }: Sources,
): Pick<Encounter, 'weight' | 'words'> | undefined {
  if (!home) {
    if (!away || field.open?.includes(homeId)) return undefined;
    if (side === 'reader') return { weight: 'safe', words: `is there on ${title} alone` };
    return away.requiredness === 'required'
      ? { weight: 'breaking', words: `is required by ${title}, and not known to the program` }
      : { weight: 'safe', words: `can be sent to ${title} alone` };
  }
  if (!away) {
    if (field.open?.includes(id)) return { weight: 'dangerous', words: `is left open by ${title}` };
    if (side === 'writer')
      return { weight: 'dangerous', words: `is not known to ${title}, which may refuse it` };
    return home.requiredness === 'required'
      ? { weight: 'breaking', words: `is required, and never there on ${title}` }
      : { weight: 'dangerous', words: `is never there on ${title}` };
  }
  if (away.support === 'unsupported')
    return { weight: 'dangerous', words: `is flagged as not supported by ${title}` };
  if (isMoved) return { weight: 'breaking', words: `is at ${pathOf(field, away)} on ${title}` };
  return valueEncounter(side, home, away, title);
}

function valueEncounter(
  side: Side,
  home: FieldCell,
  away: FieldCell,
  title: string,
): Pick<Encounter, 'weight' | 'words'> | undefined {
  if (side === 'writer' && away.requiredness === 'required' && home.requiredness === 'optional')
    return { weight: 'breaking', words: `is required by ${title}, and optional at home` };
  if (side === 'reader' && home.requiredness === 'required' && away.requiredness === 'optional')
    return { weight: 'dangerous', words: `may be absent on ${title}, and is required at home` };
  const isOpen = [home, away].some(({ type }) => type.includes('unknown'));
  return isOpen || home.type === away.type
    ? undefined
    : { weight: 'dangerous', words: `is ${away.type} on ${title}, and ${home.type} at home` };
}
