/** Cassettes of YAML, from which tests play back what a server sent: a list of interactions, some of them messages. */
import { isNode, isScalar, parseAllDocuments, visit, type Document } from 'yaml';
import { trafficLimits } from '../../limits.ts';
import { isObject } from '../../runtime/objects.ts';
import { repeatedKeyIn } from '../repeated-key.ts';
import type { Way } from './elements.ts';
import { recordedIn, type Recorded, type Recording } from './shapes.ts';

/** The documents that a cassette is in, or why it is none. */
export type ReadCassette =
  { documents: readonly unknown[]; fault?: undefined } | { documents?: undefined; fault: string };

/** Reads the YAML of a cassette. Names that stand for other parts of it (`*name`) may not make it any larger. */
export function readYaml(text: string): ReadCassette {
  const documents = parseAllDocuments(text, {
    merge: false,
    logLevel: 'silent',
    stringKeys: true,
    // Those that are there twice are looked for below.
    uniqueKeys: false,
  });
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error) return { fault: `is not YAML: ${error.message.split('\n')[0] ?? ''}` };
  const repeated = documents.map((one) => repeatedKeyIn(one, { isScalar, visit })).find(Boolean);
  if (repeated) return { fault: `has the key "${String(repeated.value)}" twice in one object` };
  const aliases = documents.map(aliasesIn);
  if (aliases.reduce((sum, { count }) => sum + count, 0) > trafficLimits.aliases)
    return { fault: `has more than ${trafficLimits.aliases} aliases` };
  if (aliases.some(({ isCircular }) => isCircular)) return { fault: standsForTooMuch };
  try {
    const values = documents.map((one): unknown =>
      one.toJS({ maxAliasCount: trafficLimits.aliases }),
    );
    return { documents: values };
  } catch {
    return { fault: standsForTooMuch };
  }
}

const standsForTooMuch = 'has aliases that stand for too much, or for themselves';

/** How many aliases there are, and whether one of them stands for something that it is a part of. */
function aliasesIn(document: Document): { count: number; isCircular: boolean } {
  let [count, isCircular] = [0, false];
  visit(document, {
    Alias: (_, { source }, above) => {
      count++;
      isCircular ||= above.some((one) => isNode(one) && 'anchor' in one && one.anchor === source);
    },
  });
  return { count, isCircular };
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
  return entries.flatMap((entry) => frameOfCassette(entry, recording) ?? []);
}

/** Says of the lists of a large cassette whether they have its interactions: one of them has, the first. */
export function listOfCassette(): (way: Way) => boolean {
  let taken: Way[number] | undefined;
  return ([key, ...others]) => {
    if (key === undefined) return true;
    if (others.length > 0 || !lists.includes(String(key))) return false;
    taken ??= key;
    return key === taken;
  };
}

/** The frame of an interaction; `undefined` where it is not a message. */
export function frameOfCassette(entry: unknown, recording: Recording): Recorded | undefined {
  if (!isObject(entry)) return undefined;
  const key = ['data', 'event', 'text', 'message'].find((name) => name in entry);
  if (key === undefined) return typeof entry['type'] === 'string' ? { value: entry } : undefined;
  return recordedIn(entry, key, recording);
}
