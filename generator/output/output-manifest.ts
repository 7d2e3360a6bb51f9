/**
 * The list of what was written into an output folder, which stands in it as well. Its name begins with a dot, so that
 * nothing takes it for one of the generated files, and is not that of the settings, which may stand in the same folder.
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { sourceId } from '../contract.ts';
import { kinds } from '../emit/kinds.ts';
import { banner } from '../emit/text.ts';
import { parseUnambiguousJson } from '../model/json.ts';
import { compareText } from '../text.ts';

export const manifestFile = '.realtime-events-manifest.json';

export interface OutputManifest {
  /** The version of the program that wrote last. */
  version: string;
  /** The hashes of the docs that the files of each source were made from, by its id. */
  sources: ReadonlyMap<string, string>;
  /** The hashes of the files by their paths relative to the folder, with `/` separators. */
  files: ReadonlyMap<string, string>;
}

/** A file in the folder, or in one of a source: a list from somebody else leads nowhere else. */
const file = v.pipe(
  v.string(),
  v.check((path) => {
    const parts = path.split('/');
    return parts.length <= 2 && parts.every((part) => sourceId.test(part));
  }),
);

const contract = v.object({
  version: v.string(),
  sources: v.record(v.pipe(v.string(), v.regex(sourceId)), v.string()),
  files: v.record(file, v.string()),
});

/** Reads the text of a manifest; `undefined` when it is none, as after a merge with conflicts. */
export function readManifest(text: string): OutputManifest | undefined {
  const parsed = v.safeParse(contract, parseUnambiguousJson(text));
  if (!parsed.success) return undefined;
  const { version, sources, files } = parsed.output;
  return {
    version,
    sources: new Map(Object.entries(sources)),
    files: new Map(Object.entries(files)),
  };
}

/** The text of a manifest: the same for the same content, in whatever order it came. */
export function manifestText({ version, sources, files }: OutputManifest): string {
  const content = { version, sources: sorted(sources), files: sorted(files) };
  return kinds.json.marked(banner('the docs folder'), `${JSON.stringify(content, undefined, 2)}\n`);
}

function sorted(entries: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...entries].toSorted(([a], [b]) => compareText(a, b)));
}

/** The hash of a text, whatever the ends of its lines became in a checkout. */
export function hashOf(text: string): string {
  return createHash('sha256').update(withOurLineEnds(text)).digest('hex');
}

export function withOurLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
