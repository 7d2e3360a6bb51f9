import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../../generator/diff/reports/json.ts';
import { changeRules } from '../../../generator/diff/rules.ts';
import { json } from '../../support/models.ts';
import { approvalOf, finding, newValue, report, reworded } from '../../support/small-report.ts';

const schema = JSON.parse(
  await readFile(new URL('../../../schemas/diff-report.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

describe('the published schema', () => {
  it.each([
    ['nothing', report([], [], { suggested: 'none' })],
    ['findings', report([finding(), newValue(), reworded()])],
    ['an approved finding', report([finding()], [approvalOf(finding())])],
    ['a stale approval', report([], [], { stale: [approvalOf(finding())] })],
    ['another role and profile', report([finding()], [], { role: 'server', profile: 'strict' })],
  ])('describes a report of %s', (_, made) => {
    validate(json(jsonReport(made)));
    expect(validate.errors).toBeNull();
  });

  it('allows no key that it does not describe', () => {
    const made = { ...report([finding()]).findings[0], more: true };
    const whole = JSON.parse(jsonReport(report([finding()])));
    expect(validate({ ...whole, findings: [made] })).toBe(false);
  });
});

it('holds what a finding is, with both sides', () => {
  expect(json(jsonReport(report([newValue()])))).toMatchObject({
    version: 1,
    base: 'main',
    head: 'the working tree',
    role: 'client',
    profile: 'default',
    summary: { breaking: 0, dangerous: 1, safe: 0, docs: 0, approved: 0, suggested: 'major' },
    findings: [
      {
        rule: 'value-added',
        place: { event: 'tune', path: 'band' },
        wire: 'dangerous',
        types: 'safe',
        before: {
          meaning: "'am' | 'fm'",
          location: { file: 'docs-src/radio/tune.md', line: 8, column: 3, side: 'base' },
        },
        after: { location: { line: 9, side: 'head' } },
        location: { line: 9, side: 'head' },
        fingerprint: 'f2',
      },
    ],
    staleApprovals: [],
  });
});

it('takes the findings of the tests from the table of rules', () => {
  for (const { rule } of [finding(), newValue(), reworded()])
    expect(changeRules).toHaveProperty(rule);
});
