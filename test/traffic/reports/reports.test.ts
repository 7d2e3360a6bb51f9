/** Each format tells the same. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { formats } from '../../../generator/traffic/reports/index.ts';
import { readTallies } from '../../../generator/traffic/contract.ts';
import { markdownSkeletonOf } from '../../support/skeletons.ts';
import { sarifFaults } from '../../support/sarif-schema.ts';
import { reportOf } from '../../support/small-traffic.ts';

const spoiled = reportOf([
  { type: 'tuned', station: 'a', part: { kind: 'song', title: 'b' } },
  { type: 'tuned', station: 1 },
  { type: 'tuned', station: 'a', since: 5 },
  { type: 'turned' },
  undefined,
]);

test('text', () => {
  expect(formats.text(spoiled, 'mismatch'))
    .toBe(`5 frames of 1 session in 1 file, held against Small Source, snapshot 2026-01-01 (small)
  server events: 3: 1 known, 1 known with new parts, 1 that do not fit, 0 of unknown names; read tolerant, 1 fit the letter of the docs

Does not fit the docs:
  tuned station: is integer, expected string
      once in 1 session, first at log.jsonl:2
      {"type":"tuned","station":"<integer>"}
  a frame: is not JSON
      once in 1 session, first at log.jsonl:5

Events that the docs do not have:
  turned: the docs do not have this event. Did you mean "tuned"?
      once in 1 session, first at log.jsonl:4
      {"type":"turned"}

Fits, and the docs do not have it:
  tuned since: is integer; the docs do not have this field; once in 1 session, first at log.jsonl:3

  event         frames  known  new parts  do not fit  exact
  server tuned       3      1          1           1      1

In the docs, and never seen:
  server events: lost
  client events: tune

Fields of the docs that no message had:
  tuned (3): band, part<news>, volume
`);
});

test('github', () => {
  expect(formats.github(spoiled, 'mismatch').split('\n').slice(1)).toEqual([
    '::error file=log.jsonl,line=2,title=Does not fit the docs::tuned station: is integer, expected string. Found once in 1 session, first at log.jsonl:2.',
    '::error file=log.jsonl,line=5,title=Does not fit the docs::a frame: is not JSON. Found once in 1 session, first at log.jsonl:5.',
    '::warning file=log.jsonl,line=4,title=Events that the docs do not have::turned: the docs do not have this event. Did you mean "tuned"? Found once in 1 session, first at log.jsonl:4.',
    '::notice file=log.jsonl,line=3,title=Fits%2C and the docs do not have it::tuned since: is integer; the docs do not have this field. Found once in 1 session, first at log.jsonl:3.',
    '',
  ]);
});

test('junit, in which only fails what makes the run fail', () => {
  expect(formats.junit(spoiled, 'mismatch')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="validate small" tests="3" failures="2">
  <testsuite name="validate small" tests="3" failures="2">
    <testcase classname="server" name="tuned">
      <failure message="tuned station: is integer, expected string. Found once in 1 session, first at log.jsonl:2."/>
    </testcase>
    <testcase classname="unknown" name="turned"/>
    <testcase classname="frames" name="are events">
      <failure message="a frame: is not JSON. Found once in 1 session, first at log.jsonl:5."/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('markdown', () => {
  const text = formats.markdown(spoiled, 'mismatch');

  expect(text).toContain('- `tuned station` is integer, expected string.\n');
  expect(text).toContain('| `tuned` | server | 3 | 1 | 1 | 1 | 1 |');
});

describe('sarif', () => {
  it('follows its schema', () => {
    expect(sarifFaults(formats.sarif(spoiled, 'mismatch'))).toEqual([]);
  });
});

describe('json', () => {
  const text = formats.json(spoiled, 'mismatch');

  it('follows the published schema', async () => {
    const schema: object = JSON.parse(
      await readFile(
        new URL('../../../schemas/traffic-report.schema.json', import.meta.url),
        'utf8',
      ),
    );
    const validate = new Ajv2020({ strict: false }).compile(schema);
    validate(JSON.parse(text));

    expect(validate.errors).toBeNull();
  });

  it('is read again as what it was', () => {
    expect(readTallies(text, 'report.json')[0]).toEqual(spoiled.tally);
  });

  it.each([
    ['{}', 'report.json: "version" is missing; add it, or see that it is the file you mean.'],
    ['{"version": 2}', 'report.json: "version" must be 1.'],
    ['[]', 'report.json: it must be an object.'],
    [text.replace('{', '{"version": 1,'), 'report.json: "version" is there twice; remove one.'],
  ])('%s is refused', (other, message) => {
    expect(() => readTallies(other, 'report.json')).toThrow(message);
  });
});

describe('names of a message are neither markup nor a command', () => {
  const withName = (name: string) =>
    reportOf(
      [{ type: name }, { type: 'tuned', station: 'a', [name]: 1 }],
      {},
      { showValues: true },
    );
  const hostile = withName('\n::error::<b>"&]]>\u001b[31m`|[x](http://x) @you');

  it('of Markdown', () => {
    expect(markdownSkeletonOf(formats.markdown(hostile, 'new'))).toEqual(
      markdownSkeletonOf(formats.markdown(withName('innocent'), 'new')),
    );
  });

  it('of a runner', () => {
    const lines = formats.github(hostile, 'new').split('\n').slice(1, -1);

    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !/^::(?:warning|notice) file=log.jsonl,/.test(line))).toEqual([]);
  });

  it('of XML', () => {
    expect(formats.junit(hostile, 'new')).toContain(
      'name=" ::error::&lt;b&gt;&quot;&amp;]]&gt;\\u001b[31m`|[x](http://x) @you"',
    );
  });
});

it('hides names and keys that do not look like any, in every format', () => {
  const messages = [
    { type: 'my pin is 1234' },
    { type: 'tuned', station: 'a', 'ann@home': 1, part: { kind: 'song', 'Ann Lee': 2 } },
    { type: 'tuned', station: 'a', part: { kind: 'Ann Lee' } },
  ];
  const hidden = Object.values(formats).map((format) => format(reportOf(messages), 'new'));

  expect(hidden.filter((text) => /1234|ann/i.test(text))).toEqual([]);
  expect(hidden[0]).toContain('  tuned part<song>.<key>: is integer;');
  expect(formats.text(reportOf(messages, {}, { showValues: true }), 'new')).toContain(
    '  tuned part<song>.Ann Lee: is integer;',
  );
});

it.each(['text', 'markdown'] as const)('%s tells that there is more than it lists', (format) => {
  const { tally, ...report } = reportOf([{ type: 'tuned' }]);

  expect(formats[format]({ tally: { ...tally, leftOut: 7 }, ...report }, 'mismatch')).toContain(
    '\n7 more were found in places that are too many to list.\n',
  );
});
