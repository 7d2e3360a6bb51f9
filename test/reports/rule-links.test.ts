/** Diagnostics lead to where their rules are explained. */
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics.ts';
import { rulesPageFrom } from '../../generator/input/program.ts';
import { ruleHint } from '../../generator/reports/rule-links.ts';
import { root, temporaryFolder } from '../support/repository.ts';

const dead: Diagnostic = {
  file: 'radio/tune.md',
  line: 1,
  column: 1,
  severity: 'warning',
  rule: 'reference-dead',
  sentence: 'It leads nowhere.',
};

test('each rule is named once, with its section', () => {
  const page = { name: 'docs/rules.md' };
  expect(ruleHint([], page)).toEqual([]);
  expect(ruleHint([dead], page)).toEqual(['More about this rule: docs/rules.md#reference-dead']);
  expect(ruleHint([dead, { ...dead, rule: 'flag-unknown' }, dead], page)).toEqual([
    'More about these rules: docs/rules.md#flag-unknown, #reference-dead',
  ]);
});

test('the page is named from the folder of the command, where it is below it', async () => {
  const installed = 'node_modules/realtime-events/docs/rules.md';
  expect(rulesPageFrom(root).name).toBe('docs/rules.md');
  expect(rulesPageFrom(path.dirname(root)).name).toBe(`${path.basename(root)}/docs/rules.md`);
  expect(rulesPageFrom(await temporaryFolder({ [installed]: '' })).name).toBe(installed);
  expect(rulesPageFrom(await temporaryFolder()).name).toBe('realtime-events/docs/rules.md');
});
