/** Corrections that traffic speaks for: fields that messages of several sessions have, and the docs do not. */
import { stringify } from 'yaml';
import type { Direction } from '../model/model.ts';
import type { Suggestion } from './reports/report.ts';
import { spotText } from './reports/report.ts';
import { sizeInWords, sizeOf } from './sketch.ts';
import type { Finding, Tally } from './tally.ts';
import { counted } from '../text.ts';

/** A field that the docs may lack. */
export interface Candidate {
  /** What a correction of it is about: `tuned/station<fm>.since`. */
  target: string;
  /** The name of the field. */
  name: string;
  direction: Direction;
  /** The kinds of its values, by the words of all dialects; null, where it was, last. */
  kinds: readonly string[];
  finding: Finding;
}

export interface Candidates {
  found: Candidate[];
  /** How many fields only one session has: that is a question, and no evidence. */
  ofOneSession: number;
}

/** So many sessions speak for a correction. */
const leastSessions = 2;

/** The fields of server events that the docs do not have. What clients write is no evidence of what a server takes. */
export function candidatesIn({ findings }: Tally): Candidates {
  const keys = findings.filter(({ kind, direction }) => kind === 'key' && direction === 'server');
  const several = keys.filter(({ sessions }) => sizeOf(sessions).count >= leastSessions);
  const found = several.flatMap((finding): Candidate[] => {
    const { event, target = '' } = finding;
    const name = target.slice(target.lastIndexOf('.') + 1);
    const kinds = kindsOf(finding);
    // Of null alone nobody knows what else it may be.
    return event === undefined || kinds.every((kind) => kind === 'null') || !isFieldName(name)
      ? []
      : [{ target: `${event}/${target}`, name, direction: 'server', kinds, finding }];
  });
  return { found, ofOneSession: keys.length - several.length };
}

/** What dialects read as the name of a field without asking. */
function isFieldName(name: string): boolean {
  return /^[A-Za-z_][\w-]{0,99}$/.test(name);
}

/** A whole number among others is a number. */
function kindsOf({ types }: Finding): string[] {
  const kinds = Object.keys(types).filter((kind) => kind !== 'null');
  const others = kinds.includes('number') ? kinds.filter((kind) => kind !== 'integer') : kinds;
  return [...others, ...(types['null'] === undefined ? [] : ['null'])];
}

/**
 * The correction that adds a field.
 *
 * @param matches at how many places of the pages it applies
 * @param statement the field, as pages of the source have it
 */
export function suggestionOf(
  { target, finding }: Candidate,
  matches: number,
  statement: string,
): Suggestion {
  const { count, sessions, first } = finding;
  const messages = counted(count, 'message');
  const head = stringify(
    {
      target,
      matches,
      was: 'absent',
      reason: 'Messages have it, and the page does not.',
      evidence: `recorded traffic: ${messages} in ${sizeInWords(sessions, 'session')}, the first at ${spotText(first)}`,
    },
    { lineWidth: 0 },
  );
  const file = `traffic-${target.replaceAll(/[^\w.-]+/g, '-')}.md`;
  return { file, text: `---\n${head}---\n\n${statement}\n` };
}
