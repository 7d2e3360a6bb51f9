/** The bytes of a log, unpacked where it is packed. */
import { pipeline, Readable, type Transform } from 'node:stream';
import zlib, { createGunzip } from 'node:zlib';
import { UsageError } from '../../errors.ts';
import { trafficLimits } from '../../limits.ts';

/** How a packed file begins, and what unpacks it; none where this version of Node cannot. */
const packings: readonly {
  name: string;
  magic: readonly number[];
  unpack: () => Transform | undefined;
}[] = [
  { name: 'gzip', magic: [0x1f, 0x8b], unpack: () => createGunzip() },
  { name: 'zstd', magic: [0x28, 0xb5, 0x2f, 0xfd], unpack: zstd },
];

/** Node has it from 22.15 on, which its types of 20 do not know. */
function zstd(): Transform | undefined {
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress');
  if (typeof create !== 'function') return undefined;
  const stream: unknown = Reflect.apply(create, zlib, []);
  return isTransform(stream) ? stream : undefined;
}

function isTransform(stream: unknown): stream is Transform {
  return stream instanceof Readable;
}

/**
 * The bytes of a stream; those of a packed one are unpacked, as far as they are no more than any log is packed to.
 *
 * @param name what the log is called
 * @param onBytes told how many bytes were read, packed as they are
 * @throws UsageError where it is packed in a way that cannot be read, or unpacks to too much
 */
export async function* unpacked(
  source: AsyncIterable<Uint8Array>,
  name: string,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  let packedBytes = 0;
  const counted = eachCounted(source, (count) => {
    packedBytes += count;
    onBytes(count);
  });
  const { value: first = new Uint8Array() } = await counted.next();
  const bytes = rejoined(first, counted);
  const packing = packings.find(({ magic }) => magic.every((byte, i) => first[i] === byte));
  if (!packing) {
    if (isBinary(first))
      throw new UsageError(`${name} is binary: it is not text, gzip or zstd, so it is not read.`);
    yield* bytes;
    return;
  }
  const unpack = packing.unpack();
  if (!unpack)
    throw new UsageError(
      `${name} is packed with ${packing.name}, which Node ${process.versions.node} cannot unpack; unpack it, or use Node 22.15 or a later one.`,
    );
  let count = 0;
  for await (const chunk of through(bytes, unpack)) {
    count += chunk.length;
    if (count > trafficLimits.unpacked && count > packedBytes * trafficLimits.ratio)
      throw new UsageError(
        `${name} unpacks to more than ${trafficLimits.ratio} times its size, as no log does, so it is not read any further.`,
      );
    yield chunk;
  }
}

/** The output of a transform. Where the source fails, this does; where nobody reads on, the source ends. */
async function* through(
  source: AsyncIterable<Uint8Array>,
  transform: Transform,
): AsyncGenerator<Uint8Array> {
  // What goes wrong is thrown where the output is read.
  const output = pipeline(Readable.from(source), transform, () => {});
  for await (const chunk of output) if (chunk instanceof Uint8Array) yield chunk;
}

async function* eachCounted(
  source: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, undefined> {
  for await (const chunk of source) {
    onBytes(chunk.length);
    yield chunk;
  }
  return undefined;
}

/** The bytes of a stream of which the first were looked at. */
export async function* rejoined(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** Text in UTF-8 has no byte that is zero. */
function isBinary(beginning: Uint8Array): boolean {
  return beginning.subarray(0, 65_536).includes(0);
}
