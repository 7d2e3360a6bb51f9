import babel from 'prettier/plugins/babel';
import estree from 'prettier/plugins/estree';
import markdown from 'prettier/plugins/markdown';
import type { Options } from 'prettier';
import { format } from 'prettier/standalone';
import type { OutputFiles } from './index.ts';
import { kindOf } from './kinds.ts';

/** The style of generated code. It is part of the output, so that nobody's own configuration can change it. */
const style: Options = { printWidth: 100, singleQuote: true, plugins: [babel, estree, markdown] };

/** Formats every file whose kind has a parser. */
export async function formatFiles(files: OutputFiles): Promise<OutputFiles> {
  const formatted = new Map<string, string>();
  for (const [path, text] of files) formatted.set(path, await formatFile(path, text));
  return formatted;
}

async function formatFile(path: string, text: string): Promise<string> {
  const parser = kindOf(path)?.parser;
  return parser === undefined ? text : format(text, { ...style, parser });
}
