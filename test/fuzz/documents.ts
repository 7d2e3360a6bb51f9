/** What must hold of any docs whatsoever. */
import { assert, asyncProperty, type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { emitShared, emitSource } from '../../generator/emit/index.ts';
import type { Model } from '../../generator/model/model.ts';
import { modelSources, renderFiles } from '../../generator/pipeline.ts';
import { compileFaultsOf } from '../support/compiled.ts';
import { docsOf, type Texts } from '../support/docs.ts';
import { hidden } from '../support/skeletons.ts';

/** `FUZZ=10` tries ten times as many documents, and others in each run. */
const factor = Number(process.env['FUZZ'] ?? 1);

/** The longest that docs of a few pages may take, in microseconds of the processor. */
const longest = 2_000_000;

/** How many sources are compiled together: the libraries of TypeScript are looked at once for all of them. */
const batch = 400;

/** Where a diagnostic stands, what it is and what it says. */
const diagnosticLine = /^[^\n]+:\d+:\d+ (?:error|warning|info) [a-z-]+ \S[^\n]*[.?)]$/u;

/** What has become of the documents so far. */
export interface Tally {
  documents: number;
  /** Those of which code can be generated. */
  sound: number;
  /** Those of which code was generated, which compiled: as many. */
  compiled: number;
}

/**
 * Tries documents: reading them throws nothing and comes to an end, what is wrong with them is told in lines, and when
 * there is no error, or what has one is left out, all that is generated compiles.
 *
 * @param runs how many documents
 */
export async function tryDocuments(documents: Arbitrary<Texts>, runs: number): Promise<Tally> {
  const tally: Tally = { documents: 0, sound: 0, compiled: 0 };
  const code = new Map<string, { model: Model; texts: Texts }>();
  const compile = (): void => {
    const files = new Map<string, string>();
    for (const [folder, { model }] of code) {
      for (const [file, text] of emitSource(model)) files.set(file.replace(/^radio/, folder), text);
      for (const [file, text] of emitShared([model])) files.set(`${folder}/${file}`, text);
    }
    const [fault] = compileFaultsOf(files);
    const folder = fault?.slice(0, fault.indexOf('/')) ?? '';
    expect({ fault, texts: code.get(folder)?.texts }).toEqual({
      fault: undefined,
      texts: undefined,
    });
    tally.compiled += code.size;
    code.clear();
  };
  await assert(
    asyncProperty(documents, async (texts) => {
      tally.documents++;
      const { user } = process.cpuUsage();
      const model = modelOf(texts);
      expect(process.cpuUsage().user - user).toBeLessThan(longest);
      if (!model) return;
      tally.sound++;
      if (tally.sound % 100 === 0) await renderFiles([model]);
      code.set(`d${code.size}`, { model, texts });
      if (code.size === batch) compile();
    }),
    { numRuns: runs * factor, ...(factor === 1 && { seed: 1 }) },
  );
  compile();
  return tally;
}

/** The model that code is generated of, without the events that have an error; none when nothing is left. */
function modelOf(texts: Texts): Model | undefined {
  const [result] = modelSources(docsOf(texts), { keepGoing: true });
  const lines = (result?.diagnostics ?? []).map(lineOfDiagnostic);
  expect(lines.filter((line) => !diagnosticLine.test(line) || hidden.test(line))).toEqual([]);
  // What a grammar or a damage makes is read, ignored by a rule, or a fault with a name of its own.
  expect(lines.filter((line) => line.includes(' line-unaccounted '))).toEqual([]);
  return result?.sound === true ? result.model : undefined;
}
