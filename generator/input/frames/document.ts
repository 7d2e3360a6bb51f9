/** Logs that are one document. It is read as a whole, as far as it is not too large for that. */
import { UsageError } from '../../errors.ts';
import { trafficLimits } from '../../limits.ts';
import { isTooDeep } from '../../model/json.ts';
import { framesOfCassette, readYaml } from './cassette.ts';
import { framesOfHar } from './har.ts';
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
 * The frames of a document.
 *
 * @throws UsageError when it is too large, or not of this shape
 */
export async function framesOfDocument(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  shape: DocumentShapeName,
  recording: Recording,
): Promise<Recorded[]> {
  const text = await textOf(bytes, name);
  const all = documentsIn(text, name, shape).map((document) =>
    shape === 'har'
      ? framesOfHar(document, name, recording)
      : framesOfCassette(document, recording),
  );
  const frames = all.flatMap((one) => one ?? []);
  if (all.every((one) => one === undefined))
    throw new UsageError(`${name} is not ${documentShapes[shape].about}.`);
  return frames;
}

/** One document, or those of a file of YAML. */
function documentsIn(text: string, name: string, shape: DocumentShapeName): readonly unknown[] {
  const { value, fault } = parsed(text);
  if (fault === undefined) return [value];
  if (shape === 'har') throw new UsageError(`${name} ${fault}, as HAR is.`);
  if (text.length > trafficLimits.yaml)
    throw new UsageError(
      `${name} has more than ${trafficLimits.yaml} characters of YAML; split it, or write a line of JSON for each frame.`,
    );
  if (isTooDeep(text, trafficLimits.yamlNesting))
    throw new UsageError(`${name} is nested too deep to be read; see that it is a log.`);
  const yaml = readYaml(text);
  if (yaml.fault !== undefined) throw new UsageError(`${name} ${yaml.fault}.`);
  return yaml.documents;
}

async function textOf(chunks: AsyncIterable<Uint8Array>, name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > trafficLimits.whole)
      throw new UsageError(
        `${name} has more than ${trafficLimits.whole} bytes in one document; split it, or write a line of JSON for each frame.`,
      );
    pieces.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
