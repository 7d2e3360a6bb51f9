/** One set of diagnostics in each format. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics.ts';
import { formatNames, formats } from '../../generator/lint/reports/index.ts';

const rulesPage = { name: 'docs/rules.md' };
const noWords = { count: 0, isTold: false, command: 'lint --words' };

const dead: Diagnostic = {
  file: 'docs-src/radio/tune.md',
  line: 24,
  column: 10,
  severity: 'warning',
  rule: 'reference-dead',
  sentence: '[Station](#null) leads to no section of this page; the type stays open.',
};
const hostile: Diagnostic = {
  file: 'docs-src/radio/a, b:100%.md',
  line: 1,
  column: 1,
  severity: 'error',
  rule: 'type-unknown',
  sentence: '"\n::set-output name=a::b\u001b[31m\u202e%0A" is not a type.',
};

test('in text, a line each, and how many there are', () => {
  expect(formats.text([dead], rulesPage, noWords)).toBe(
    'docs-src/radio/tune.md:24:10 warning reference-dead [Station](#null) leads to no section of this page; the type stays open.\n' +
      'More about this rule: docs/rules.md#reference-dead\n' +
      '0 errors, 1 warning, 0 info.\n',
  );
});

test('in JSON, as data', () => {
  expect(JSON.parse(formats.json([dead], rulesPage, noWords))).toEqual({
    version: 1,
    summary: { error: 0, warning: 1, info: 0 },
    wordsOnly: 0,
    diagnostics: [{ ...dead, help: 'docs/rules.md#reference-dead' }],
  });
});

test('for GitHub, annotations', () => {
  expect(formats.github([dead, { ...dead, severity: 'info' }], rulesPage, noWords)).toBe(
    '::warning file=docs-src/radio/tune.md,line=24,col=10,title=reference-dead::[Station](#null) leads to no section of this page; the type stays open.%0Adocs/rules.md#reference-dead\n' +
      '::notice file=docs-src/radio/tune.md,line=24,col=10,title=reference-dead::[Station](#null) leads to no section of this page; the type stays open.%0Adocs/rules.md#reference-dead\n',
  );
});

test('in SARIF, rules lead to the address of the package and to nothing of this machine', () => {
  const homepage = 'https://example.com/';
  expect(formats.sarif([dead], { ...rulesPage, homepage }, noWords)).toContain(
    `"helpUri": "${homepage}"`,
  );
  expect(formats.sarif([dead], rulesPage, noWords)).not.toMatch(/helpUri|file:/);
});

test('in SARIF, results with the rules that they are of', () => {
  expect(JSON.parse(formats.sarif([dead], rulesPage, noWords))).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'realtime-events',
            rules: [
              {
                id: 'reference-dead',
                shortDescription: { text: 'a link to a section that is not there.' },
                help: {
                  text: 'a link to a section that is not there. More about it: docs/rules.md#reference-dead',
                },
                defaultConfiguration: { level: 'warning' },
              },
            ],
          },
        },
        results: [
          {
            ruleId: 'reference-dead',
            ruleIndex: 0,
            level: 'warning',
            message: {
              text: '\\[Station\\](#null) leads to no section of this page; the type stays open.',
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'docs-src/radio/tune.md' },
                  region: { startLine: 24, startColumn: 10 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

describe('what a page says', () => {
  test('begins no command of its own in an annotation', () => {
    expect(formats.github([hostile], rulesPage, noWords)).toBe(
      '::error file=docs-src/radio/a%2C b%3A100%25.md,line=1,col=1,title=type-unknown::"%0A::set-output name=a::b\\u001b[31m\\u202e%250A" is not a type.%0Adocs/rules.md#type-unknown\n',
    );
  });

  test('moves nothing on a screen', () => {
    expect(formats.text([hostile], rulesPage, noWords)).toContain('a::b\\u001b[31m\\u202e%0A');
  });

  test('is seen in JSON, and stays the same', () => {
    const invisible = { ...dead, sentence: '\u202ea\u009b\u007f\u200b' };
    const text = formats.json([invisible], rulesPage, noWords);
    expect(text).toContain(String.raw`"sentence": "\u202ea\u009b\u007f\u200b"`);
    expect(JSON.parse(text)).toMatchObject({ diagnostics: [invisible] });
  });

  test('is not a link in SARIF', () => {
    const link = { ...dead, sentence: String.raw`\ [a](https://example.com/)` };
    expect(JSON.parse(formats.sarif([link], rulesPage, noWords))).toMatchObject({
      runs: [{ results: [{ message: { text: String.raw`\\ \[a\](https://example.com/)` } }] }],
    });
  });

  test('is a path of a URI in SARIF', () => {
    expect(formats.sarif([hostile], rulesPage, noWords)).toContain(
      '"uri": "docs-src/radio/a%2C%20b%3A100%25.md"',
    );
  });
});

test.each(formatNames)('nothing at all is a report as well, in %s', (format) => {
  expect(formats[format]([], rulesPage, noWords)).toMatch(format === 'github' ? /^$/ : /\n$/);
});
