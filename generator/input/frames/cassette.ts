/** Cassettes of YAML, from which tests play back what a server sent: a list of interactions, some of them messages. */
import { parseDocument, visit, isAlias, type Document } from 'yaml';
import { trafficLimits } from '../../limits.ts';
import { isObject } from '../../runtime/misfits.ts';
import { recordedIn, type Recorded, type Recording } from './shapes.ts';

/** What a cassette is in, or why it is none. */
export type ReadCassette =
  { document: unknown; fault?: undefined } | { document?: undefined; fault: string };

/** Reads the YAML of a cassette. Names that stand for other parts of it (`*name`) may not make it any larger. */
export function readYaml(text: string): ReadCassette {
  const document = parseDocument(text, { merge: false, logLevel: 'silent', stringKeys: true });
  const [error] = document.errors;
  if (error) return { fault: `is not YAML: ${error.message.split('\n')[0] ?? ''}` };
  if (aliasesIn(document) > trafficLimits.aliases)
    return { fault: `has more than ${trafficLimits.aliases} aliases` };
  try {
    const value: unknown = document.toJS({ maxAliasCount: trafficLimits.aliases });
    return { document: value };
  } catch {
    return { fault: 'has aliases that stand for too much, or for themselves' };
  }
}

function aliasesIn(document: Document): number {
  let count = 0;
  visit(document, (_, node) => {
    if (isAlias(node)) count++;
  });
  return count;
}

/** The lists in which cassettes have their interactions. */
const lists = ['interactions', 'messages', 'frames', 'events'];

/** The frames of a cassette; `undefined` where there is no such list. What is not a message is passed over. */
export function framesOfCassette(document: unknown, recording: Recording): Recorded[] | undefined {
  const list: unknown = Array.isArray(document)
    ? document
    : isObject(document)
      ? lists.map((name) => document[name]).find((one) => Array.isArray(one))
      : undefined;
  if (!Array.isArray(list)) return undefined;
  const entries: readonly unknown[] = list;
  return entries.flatMap((entry): Recorded | [] => {
    if (!isObject(entry)) return [];
    const key = ['data', 'event', 'text', 'message'].find((name) => name in entry);
    if (key === undefined) return typeof entry['type'] === 'string' ? { value: entry } : [];
    return recordedIn(entry, key, recording) ?? [];
  });
}
