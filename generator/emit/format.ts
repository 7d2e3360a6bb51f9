import babel from 'prettier/plugins/babel';
import estree from 'prettier/plugins/estree';
import markdown from 'prettier/plugins/markdown';
import type { Options } from 'prettier';
import { format } from 'prettier/standalone';
import type { OutputFiles } from './index.ts';

/** The style of generated code. It is part of the output, so that nobody's own configuration can change it. */
const style: Options = { printWidth: 100, singleQuote: true, plugins: [babel, estree, markdown] };

/** By file ending. The `babel-ts` parser starts several times faster than `typescript` and prints the same. */
const parsers: Record<string, string> = { ts: 'babel-ts', md: 'markdown' };

/** Formats every file that has a parser; JSON is written in its final form. */
export async function formatFiles(files: OutputFiles): Promise<OutputFiles> {
  const formatted = new Map<string, string>();
  for (const [path, text] of files) {
    const parser = parsers[path.slice(path.lastIndexOf('.') + 1)];
    formatted.set(path, parser === undefined ? text : await format(text, { ...style, parser }));
  }
  return formatted;
}
