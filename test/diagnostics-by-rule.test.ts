/** One fault, one message: every example of a rule breaks that rule and no other. */
import { describe, expect, test } from 'vitest';
import { rules } from '../generator/diagnostics.ts';
import { modelSources } from '../generator/pipeline.ts';
import { docsOf } from './support/docs.ts';
import { faults, soundDocs } from './support/rule-examples.ts';

describe.each(faults)('%s', (_, cases) => {
  test.each(cases)('$rule: $about', ({ docs, rule, at }) => {
    // Some are looked for where they are wanted.
    const severities = new Map([[rule, rules[rule].severity]]);
    const found = modelSources(docsOf(docs), { severities }).flatMap((one) => one.diagnostics);

    expect(found.map((one) => `${one.file}:${one.line}:${one.column} ${one.rule}`)).toEqual([
      `${at} ${rule}`,
    ]);
    expect(found.map(({ severity }) => severity)).toEqual([rules[rule].severity]);
    expect(found.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/^\S.*[.?]\)?$/)]);
  });
});

test('the pages that the examples begin with have no fault', () => {
  expect(
    soundDocs
      .flatMap((docs) => modelSources(docsOf(docs)))
      .flatMap(({ diagnostics }) => diagnostics),
  ).toEqual([]);
});

test('every rule has an example', () => {
  const covered = new Set<string>(faults.flatMap(([, cases]) => cases.map(({ rule }) => rule)));

  expect(Object.keys(rules).filter((rule) => !covered.has(rule))).toEqual([]);
});
