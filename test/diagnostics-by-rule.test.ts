/** One fault, one message: every example of a rule breaks that rule and no other. */
import { describe, expect, test } from 'vitest';
import { rules, severityOf } from '../generator/diagnostics.ts';
import { modelSources } from '../generator/pipeline.ts';
import { docsOf } from './support/docs.ts';
import { faults, soundDocs } from './support/rule-examples.ts';

describe.each(faults)('%s', (_, cases) => {
  test.each(cases)('$rule: $about', ({ docs, rule, at }) => {
    const messages = modelSources(docsOf(docs)).flatMap(({ diagnostics }) => diagnostics);

    expect(
      messages.map(({ file, line, column, ruleId }) => `${file}:${line}:${column} ${ruleId}`),
    ).toEqual([`${at} ${rule}`]);
    expect(messages.map(severityOf)).toEqual([rules[rule].severity]);
    expect(messages.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^\S.*\.\)?$/)]);
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
