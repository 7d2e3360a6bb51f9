import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import {
  below,
  diagnosticsIn,
  diagnosticSource,
  lineOfDiagnostic,
  report,
  rules,
  sortDiagnostics,
  type Diagnostic,
  type RuleId,
} from '../generator/diagnostics.ts';

/** What a report leaves in its file. */
function reported(
  rule: RuleId,
  line: number,
  column: number,
  sentence = 'words.',
  path = 'page.md',
) {
  const file = new VFile({ path });
  report(file, rule, { line, column }, sentence);
  const [diagnostic] = diagnosticsIn(file);
  if (!diagnostic) throw new Error('nothing was reported');
  return diagnostic;
}

describe('a report', () => {
  test('is one message of the file, as other tools of unified know it', () => {
    const file = new VFile({ path: 'page.md' });
    report(file, 'type-unknown', { line: 12, column: 3 }, '"text" is not a type.');

    expect(file.messages).toMatchObject([
      { ruleId: 'type-unknown', source: diagnosticSource, reason: '"text" is not a type.' },
    ]);
  });

  test('is one diagnostic, with its rule, its severity and its place', () => {
    expect(reported('type-unknown', 12, 3, '"text" is not a type.')).toEqual({
      file: 'page.md',
      line: 12,
      column: 3,
      severity: 'error',
      rule: 'type-unknown',
      sentence: '"text" is not a type.',
    });
  });

  test('at a node is at its beginning, and knows its end', () => {
    const file = new VFile({ path: 'page.md' });
    const position = { start: { line: 2, column: 5 }, end: { line: 4, column: 1 } };
    report(file, 'block-unknown', { type: 'table', position }, 'words.');

    expect(diagnosticsIn(file)).toMatchObject([
      { line: 2, column: 5, rule: 'block-unknown', end: { line: 4, column: 1 } },
    ]);
  });

  test.each([
    ['without a place', undefined],
    ['at a node without a place', { type: 'table' }],
  ])('%s is at the beginning of the page', (_, place) => {
    const file = new VFile({ path: 'page.md' });
    report(file, 'page-unlisted', place, 'words.');

    expect(diagnosticsIn(file).map(lineOfDiagnostic)).toEqual([
      'page.md:1:1 error page-unlisted words.',
    ]);
  });

  test('is not thrown: its file keeps it, also where it is an error', () => {
    expect(lineOfDiagnostic(reported('source-invalid', 1, 1))).toMatch(/ error source-invalid /);
  });
});

test('the severity of a diagnostic is that of its rule', () => {
  const found = ruleIds().map((rule) => [rule, reported(rule, 1, 1).severity]);
  const table = ruleIds().map((rule) => [rule, rules[rule].severity]);

  expect(found).toEqual(table);
});

describe('a line', () => {
  test.each<[RuleId, string]>([
    ['type-unknown', 'radio/tune.md:12:3 error type-unknown words.'],
    ['reference-dead', 'radio/tune.md:12:3 warning reference-dead words.'],
  ])('of %s', (rule, line) => {
    expect(lineOfDiagnostic(reported(rule, 12, 3, 'words.', 'radio/tune.md'))).toBe(line);
  });
});

describe('the order', () => {
  test('is by file, line, column, rule and sentence', () => {
    const sorted = [
      reported('type-unknown', 1, 1, 'a.', 'a.md'),
      reported('type-unknown', 1, 2, 'a.', 'a.md'),
      reported('type-unknown', 2, 1, 'a.', 'a.md'),
      reported('type-unknown', 10, 1, 'a.', 'a.md'),
      reported('bullet-unknown', 1, 1, 'b.', 'b.md'),
      reported('type-unknown', 1, 1, 'a.', 'b.md'),
      reported('type-unknown', 1, 1, 'b.', 'b.md'),
    ];
    const lines = sorted.map(lineOfDiagnostic);

    expect(sortDiagnostics(sorted).map(lineOfDiagnostic)).toEqual(lines);
    expect(sortDiagnostics(sorted.toReversed()).map(lineOfDiagnostic)).toEqual(lines);
  });

  test('is by code point: capitals before small letters, accents behind them', () => {
    const files = ['é.md', 'a.md', 'B.md', 'z.md', 'a/b.md', 'a-b.md'];
    const messages = files.map((file) => reported('type-unknown', 1, 1, 'words.', file));

    expect(sortDiagnostics(messages).map(({ file }) => file)).toEqual([
      'B.md',
      'a-b.md',
      'a.md',
      'a/b.md',
      'z.md',
      'é.md',
    ]);
  });

  test('of the messages that it was given stays theirs', () => {
    const messages = [reported('type-unknown', 2, 1), reported('type-unknown', 1, 1)];
    sortDiagnostics(messages);

    expect(messages.map(({ line }) => line)).toEqual([2, 1]);
  });
});

describe('the table of rules', () => {
  test.each(ruleIds())('%s has a name of small words, and a line of its own', (rule) => {
    expect(rule).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(rules[rule].about).toMatch(/^\S.*[^.\s]$/);
    expect(ruleIds().filter((other) => rules[other].about === rules[rule].about)).toEqual([rule]);
  });
});

function ruleIds(): RuleId[] {
  return Object.keys(rules).filter((rule): rule is RuleId => rule in rules);
}

test('places that a sentence names start from where the docs folder is named, as its own does', () => {
  const diagnostic: Diagnostic = {
    file: 'radio/tune.md',
    line: 3,
    column: 1,
    severity: 'error',
    rule: 'field-duplicate',
    sentence:
      '`a` stands at radio/tune.md:1:1 already, and at radio/tune.md:1:10; `radio/tune.md:1:12` is words.',
    places: ['radio/tune.md:1:1', 'radio/tune.md:1:10'],
  };

  expect(lineOfDiagnostic(below('../docs/', diagnostic))).toBe(
    '../docs/radio/tune.md:3:1 error field-duplicate `a` stands at ../docs/radio/tune.md:1:1 already, and at ../docs/radio/tune.md:1:10; `radio/tune.md:1:12` is words.',
  );
});
