/** What must hold of any docs whatsoever. */
import { assert, asyncProperty, type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { formatDiagnostic, severityOf } from '../../generator/diagnostics.ts';
import { emitShared, emitSource } from '../../generator/emit/index.ts';
import type { Model } from '../../generator/model/model.ts';
import { modelSources, renderFiles } from '../../generator/pipeline.ts';
import { compileFaultsOf } from '../compiled.ts';
import { docsOf, type Texts } from '../docs.ts';
import { hidden } from '../emit/skeletons.ts';

/** `FUZZ=10` tries ten times as many documents, and others in each run. */
const factor = Number(process.env['FUZZ'] ?? 1);

/** The longest that docs of a few pages may take, in microseconds of the processor. */
const longest = 2_000_000;

/** How many sources are compiled together, and of how many one is: reading takes less time than compiling. */
const batch = 200;
const share = 10;

/** Where a diagnostic stands, what it is and what it says. */
const diagnosticLine = /^[^\n]+:\d+:\d+ (?:error|warning|info) [a-z-]+ \S[^\n]*[.)]$/u;

/** What has become of the documents so far. */
export interface Tally {
  documents: number;
  /** Those of which code can be generated. */
  sound: number;
  /** Those of which code was generated, which compiled. */
  compiled: number;
}

/**
 * Tries documents: reading them throws nothing and comes to an end, what is wrong with them is told in lines, and when
 * there is no error, or what has one is left out, what is generated compiles: of every tenth, all of it.
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
      const model = modelOf(texts) ?? modelOf(texts, true);
      expect(process.cpuUsage().user - user).toBeLessThan(longest);
      if (!model) return;
      tally.sound++;
      if (tally.sound % share !== 0) return;
      if (tally.sound % 100 === 0) await renderFiles([model]);
      code.set(`d${code.size}`, { model, texts });
      if (code.size === batch) compile();
    }),
    { numRuns: runs * factor, ...(factor === 1 && { seed: 1 }) },
  );
  compile();
  return tally;
}

/** The model that code is generated of; none when an error forbids it. */
function modelOf(texts: Texts, keepGoing = false): Model | undefined {
  const [result] = modelSources(docsOf(texts), { keepGoing });
  const lines = (result?.diagnostics ?? []).map((message) => formatDiagnostic(message));
  expect(lines.filter((line) => !diagnosticLine.test(line) || hidden.test(line))).toEqual([]);
  const hasError = (result?.diagnostics ?? []).some((one) => severityOf(one) === 'error');
  return result?.sound === true && (keepGoing || !hasError) ? result.model : undefined;
}
