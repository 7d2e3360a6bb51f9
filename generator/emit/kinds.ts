/** The kinds of generated files, by the ending of their names: one line a kind. */
import { bannerMark, formerBannerMark } from './text.ts';

interface Kind {
  /** What stands before the banner. */
  opening: string;
  /** A text with a banner at its beginning. */
  marked: (banner: string, text: string) => string;
}

export const kinds = {
  ts: commented('// ', ''),
  md: commented('<!-- ', ' -->'),
  html: {
    opening: '<!doctype html>\n<!-- ',
    marked: (banner, text) => `<!doctype html>\n<!-- ${banner} -->\n${text}`,
  },
  json: {
    opening: '{\n  "$comment": "',
    marked: (banner, text) =>
      `{\n  "$comment": ${JSON.stringify(banner)},\n${text.slice('{\n'.length)}`,
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

/** The banner is a comment of one line. */
function commented(before: string, after: string): Kind {
  return {
    opening: before,
    marked: (banner, text) => `${before}${banner}${after}\n\n${text}`,
  };
}

/** The kind of a file by its name, whatever the case of its letters; `undefined` when nothing like it is generated. */
export function kindOf(file: string): Kind | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return new Map<string, Kind>(Object.entries(kinds)).get(ending);
}

/** The folder of what all sources share at run time. */
export const runtimeFolder = 'runtime';

/** Why no source may have this name: what is generated has it. `undefined` when it is free. */
export function clashOf(source: string): string | undefined {
  if (kindOf(source) !== undefined) return 'like a generated file; take the ending off';
  return source.toLowerCase() === runtimeFolder
    ? 'like the folder of what all sources share; take another name'
    : undefined;
}

/** Whether a text begins as a generated file of this name does, with our banner. */
export function isMarked(file: string, text: string): boolean {
  const kind = kindOf(file);
  if (!kind) return false;
  return [bannerMark, formerBannerMark].some((mark) => text.startsWith(kind.opening + mark));
}

/** A text with the banner that files of its kind have. */
export function marked(file: string, banner: string, text: string): string {
  return kindOf(file)?.marked(banner, text) ?? text;
}
