/** What prettier makes of generated files: it defines their form, and is not part of the program. */
import { sample } from 'fast-check';
import { format } from 'prettier';
import { emitShared, emitSource, type OutputFiles } from '../../generator/emit/index.ts';
import { importExtensions } from '../../generator/emit/module-names.ts';
import { anyModel } from './random-models.ts';

const parsers = new Map([
  ['ts', 'babel-ts'],
  ['md', 'markdown'],
]);

/** The files, of the kinds that it knows, that have another form than prettier gives them. */
export async function misshapen(files: OutputFiles) {
  const forms = Array.from(files, async ([file, text]) => {
    const parser = parsers.get(file.slice(file.lastIndexOf('.') + 1));
    const form = parser && (await format(text, { parser, printWidth: 100, singleQuote: true }));
    return form === undefined || form === text ? [] : [{ file, text, form }];
  });
  return (await Promise.all(forms)).flat();
}

/** Those of random models. */
export async function misshapenOfAny(count: number, seed: number) {
  const models = sample(anyModel, { numRuns: count, seed });
  const wrong = models.map((model, i) => {
    const extension = importExtensions[i % importExtensions.length];
    return misshapen(new Map([...emitSource(model, extension), ...emitShared([model], extension)]));
  });
  return (await Promise.all(wrong)).flat();
}
