import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { sarifReport } from '../../../generator/diff/reports/sarif.ts';
import type { Report } from '../../../generator/diff/reports/report.ts';
import { sarifFaults } from '../../support/sarif-schema.ts';
import { approvalOf, finding, newValue, report, reworded } from '../../support/small-report.ts';

/** The one run of the log that a report becomes. */
function runOf(made: Report) {
  const log: Log = JSON.parse(sarifReport(made));
  const [run] = log.runs;
  if (!run) throw new Error('there is no run');
  return { results: run.results ?? [], rules: run.tool.driver.rules ?? [] };
}

describe('a SARIF log', () => {
  it('is valid by the schema of SARIF, with what is approved and without', () => {
    expect(sarifFaults(sarifReport(report([])))).toEqual([]);
    expect(sarifFaults(sarifReport(report([newValue(), reworded()])))).toEqual([]);
    const approved = report([newValue()], [approvalOf(newValue())]);
    expect(sarifFaults(sarifReport(approved))).toEqual([]);
  });

  it('that is broken would be told', () => {
    expect(sarifFaults('{ "version": "2.1.0", "runs": [{}] }')).not.toEqual([]);
  });

  it('says its version', () => {
    expect(JSON.parse(sarifReport(report([])))).toMatchObject({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'realtime-events', rules: [] } }, results: [] }],
    });
  });

  it('has a result with its line, its place in the protocol and what was before', () => {
    expect(runOf(report([newValue()])).results).toEqual([
      {
        ruleId: 'value-added',
        ruleIndex: 0,
        kind: 'fail',
        level: 'warning',
        message: {
          text: "server event tune, band: the value 'dab' is new. server event: a `switch` over the values does not know it.",
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'docs-src/radio/tune.md' },
              region: { startLine: 9, startColumn: 3 },
            },
            logicalLocations: [{ fullyQualifiedName: 'radio/server/tune/band' }],
          },
        ],
        relatedLocations: [
          {
            id: 1,
            message: { text: "Before: 'am' | 'fm'" },
            physicalLocation: {
              artifactLocation: { uri: 'docs-src/radio/tune.md' },
            },
          },
        ],
        partialFingerprints: { 'meaningOfChange/v1': 'f2' },
        suppressions: [],
        properties: {
          verdict: 'dangerous',
          wire: 'dangerous',
          types: 'safe',
          source: 'radio',
          direction: 'server',
        },
      },
    ]);
  });

  it.each([
    ['breaking', 'error', 'fail'],
    ['dangerous', 'warning', 'fail'],
    ['safe', 'note', 'fail'],
    ['docs', 'none', 'informational'],
  ] as const)('calls %s %s', (verdict, level, kind) => {
    expect(runOf(report([finding({ verdict })])).results).toMatchObject([{ level, kind }]);
  });

  it('suppresses what is approved, and says why', () => {
    expect(runOf(report([finding()], [approvalOf(finding())])).results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'api-change: announced in May' },
    ]);
  });

  it('has each rule once, with help for both directions, and results that lead to it', () => {
    const { results, rules } = runOf(report([finding(), newValue(), finding(), reworded()]));
    expect(results.map(({ ruleIndex = -1 }) => rules[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    );
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.map(({ help }) => help?.text)).toEqual(
      rules.map(() =>
        expect.stringMatching(
          /^What changed: .*\.\nServer events, which a client reads: \w+, because .*\.\nClient events, which a client writes: \w+, because .*\.$/,
        ),
      ),
    );
  });

  it('has no line for what is gone, which stands on no line of the head', () => {
    const [gone] = runOf(report([finding()])).results;
    expect(gone?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'docs-src/radio/tune.md' },
    });
  });

  it('has no link of a page in its messages', () => {
    const before = { meaning: '[a](https://example.com/)', position: 'radio/tune.md:1:1' } as const;
    const [result] = runOf(
      report([newValue({ sentence: 'the value [a](b) is new', before })]),
    ).results;
    expect(result?.message.text).toContain(String.raw`the value \[a\](b) is new`);
    expect(result?.relatedLocations?.[0]?.message?.text).toBe(
      String.raw`Before: \[a\](https://example.com/)`,
    );
  });

  it('names files as URIs', () => {
    const after = { meaning: 'x', position: 'radio/a b#c.md:1:1' } as const;
    const [result] = runOf(report([finding({ after })])).results;
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'docs-src/radio/a%20b%23c.md',
    );
  });
});
