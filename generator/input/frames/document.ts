/** Logs that are one document. */
import { UsageError } from '../../errors.ts';
import { trafficLimits } from '../../limits.ts';
import { isTooDeep } from '../../model/json.ts';
import { rejoined } from './bytes.ts';
import { frameOfCassette, framesOfCassette, listOfCassette, readYaml } from './cassette.ts';
import { elementsIn, UnreadableDocument, type Element, type Way } from './elements.ts';
import { frameOfHar, isListOfHar } from './har.ts';
import { parsed, type Recorded, type Recording } from './shapes.ts';

export const documentShapes = {
  har: { about: 'HAR with the messages of WebSockets' },
  cassette: { about: 'a list of frames in YAML or JSON, as tests play them back' },
} as const;

export type DocumentShapeName = keyof typeof documentShapes;

export const documentShapeNames = ['har', 'cassette'] as const satisfies DocumentShapeName[];

/** The shape of a document that begins so, or has a file of this name; `undefined` where it is a log of lines. */
export function documentShapeOf(name: string, beginning: string): DocumentShapeName | undefined {
  const ending = /\.(\w+)(?:\.(?:gz|zst))?$/.exec(name)?.[1]?.toLowerCase();
  if (ending === 'har') return 'har';
  if (ending === 'yaml' || ending === 'yml') return 'cassette';
  const text = beginning.replace(/^\ufeff/, '').trimStart();
  if (/^\{\s*"log"\s*:/.test(text)) return 'har';
  return /^(?:\[|%YAML|---\s|- |\w+:\s)/.test(text) ? 'cassette' : undefined;
}

/**
 * The frames of a document, in batches. HAR, and a cassette that is larger than one of YAML may be, are read as they come.
 *
 * @throws UsageError when it is too large, or not of this shape
 */
export async function* framesOfDocument(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  shape: DocumentShapeName,
  recording: Recording,
): AsyncGenerator<Recorded[]> {
  if (shape === 'har') {
    const frameOf = (message: unknown, way: Way) => frameOfHar(message, way, name, recording);
    const notJson = 'is not JSON, as HAR is';
    yield* framesInLists(bytes, { name, shape, isList: isListOfHar, frameOf, notJson });
    return;
  }
  const { text, rest } = await beginningOf(bytes, name);
  if (text !== undefined) {
    yield framesIn(text, name, recording);
    return;
  }
  const frameOf = (entry: unknown) => frameOfCassette(entry, recording);
  const notJson = `is not JSON, and as YAML it has more than ${trafficLimits.yaml} bytes; ${splitIt}`;
  yield* framesInLists(rest, { name, shape, isList: listOfCassette(), frameOf, notJson });
}

const splitIt = 'split it, or write a line of JSON for each frame';

/** How to find the frames of a document of JSON. */
interface Lists {
  /** What the log is called. */
  name: string;
  shape: DocumentShapeName;
  isList: (way: Way) => boolean;
  frameOf: (element: unknown, way: Way) => Recorded | undefined;
  /** What to say where it is not JSON. */
  notJson: string;
}

/** The frames in the lists of a document of JSON, as it comes. */
async function* framesInLists(
  bytes: AsyncIterable<Uint8Array>,
  { name, shape, isList, frameOf, notJson }: Lists,
): AsyncGenerator<Recorded[]> {
  const recordedIn = ({ way, ...element }: Element): Recorded | undefined =>
    'value' in element
      ? frameOf(element.value, way)
      : { fault: `has more than ${trafficLimits.line} characters` };
  let hasElements = false;
  try {
    for await (const elements of elementsIn(bytes, isList, trafficLimits.line)) {
      hasElements ||= elements.length > 0;
      const frames = elements.flatMap((element) => recordedIn(element) ?? []);
      if (frames.length > 0) yield frames;
    }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    throw error.isTooDeep ? tooDeep(name) : new UsageError(`${name} ${notJson}.`);
  }
  if (!hasElements) throw notOf(shape, name);
}

/** The frames of a cassette that is read as a whole: of JSON, or of YAML with one document or several. */
function framesIn(text: string, name: string, recording: Recording): Recorded[] {
  const all = documentsIn(text, name).map((document) => framesOfCassette(document, recording));
  if (all.every((one) => one === undefined)) throw notOf('cassette', name);
  return all.flatMap((one) => one ?? []);
}

function tooDeep(name: string): UsageError {
  return new UsageError(`${name} is nested too deep to be read; see that it is a log.`);
}

function notOf(shape: DocumentShapeName, name: string): UsageError {
  return new UsageError(`${name} is not ${documentShapes[shape].about}.`);
}

/** One document of JSON, or those of a file of YAML. */
function documentsIn(text: string, name: string): readonly unknown[] {
  const { value, fault } = parsed(text);
  if (fault === undefined) return [value];
  if (isTooDeep(text, trafficLimits.yamlNesting)) throw tooDeep(name);
  const yaml = readYaml(text);
  if (yaml.fault !== undefined) throw new UsageError(`${name} ${yaml.fault}.`);
  return yaml.documents;
}

/**
 * The text of a document, where it is no larger than one of YAML may be.
 *
 * @returns the text, or the bytes of what can only be JSON
 * @throws UsageError when it is larger, and begins as no JSON does
 */
async function beginningOf(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
): Promise<{ text?: string; rest: AsyncIterable<Uint8Array> }> {
  const all = bytes[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => all };
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let next = await all.next(); next.done !== true; next = await all.next()) {
    pieces.push(next.value);
    length += next.value.length;
    if (length > trafficLimits.yaml) {
      const beginning = Buffer.concat(pieces);
      if (/^\ufeff?\s*[[{]/.test(beginning.toString('utf8', 0, 1000)))
        return { rest: rejoined(beginning, rest) };
      throw new UsageError(
        `${name} has more than ${trafficLimits.yaml} bytes of YAML; ${splitIt}.`,
      );
    }
  }
  return { text: new TextDecoder().decode(Buffer.concat(pieces)), rest };
}
