/** A model with a type of many parts: what is done to all of them must not be done in a call that takes each as an argument. */
import { diffModels } from '../../generator/diff/index.ts';
import { readModelFile } from '../../generator/input/model-file.ts';
import type { Type } from '../../generator/model/model.ts';
import { event, model, required, string } from '../support/models.ts';

/** The rules that find something when a union of so many texts, which differ in their formats, becomes any text. */
export function foundOfWideUnion(count: number): string[] {
  const formats = Array.from({ length: count }, (_, i) => ({ ...string, format: String(i) }));
  const wide: Type = { kind: 'union', position: string.position, members: [string, ...formats] };
  const [before, after] = [wide, string].map((type) =>
    model([event('tune', [required('station', type)])]),
  );
  return diffModels(readModelFile(JSON.stringify(before), 'model.json'), after).map(
    ({ rule }) => rule,
  );
}
