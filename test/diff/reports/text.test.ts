import { describe, expect, it } from 'vitest';
import { textReport } from '../../../generator/diff/reports/text.ts';
import type { Paint } from '../../../generator/reports/paint.ts';
import { approvalOf, finding, newValue, report, reworded } from '../../support/small-report.ts';

/** Where there are no colours. */
const plain: Paint = (_, text) => text;

describe('a report on screen', () => {
  it('of nothing is its summary', () => {
    expect(textReport(report([], [], { suggested: 'none' }), plain)).toBe(
      '0 breaking, 0 dangerous, 0 safe, 0 docs; suggests no new version\n\nFrom main to the working tree.\n',
    );
  });

  it('groups by verdict and event, with the reason, the line, the rule and the fingerprint', () => {
    const other = newValue({ direction: 'client', verdict: 'breaking', fingerprint: 'f4' });
    expect(textReport(report([finding(), newValue({ verdict: 'breaking' }), other]), plain))
      .toBe(`3 breaking, 0 dangerous, 0 safe, 0 docs; suggests a major version

BREAKING

server event tune of radio
  - band: the value 'dab' is new. (wire dangerous, types safe)
    server event: a \`switch\` over the values does not know it.
    docs-src/radio/tune.md:9:3 value-added f2
  - volume: the field is gone.
    server event: code that reads it gets nothing.
    docs-src/radio/tune.md:7:3 (base) required-field-removed f1

client event tune of radio
  - band: the value 'dab' is new. (wire dangerous, types safe)
    server event: a \`switch\` over the values does not know it.
    docs-src/radio/tune.md:9:3 value-added f4
`);
  });

  it('gives no reason for a change of words', () => {
    expect(textReport(report([reworded()]), plain)).toContain(`DOCS

server event tune of radio
  - the description is another one.
    docs-src/radio/tune.md:1:1 description-changed f3
`);
  });

  it('speaks of a direction where no event is meant', () => {
    const place = { event: '', path: '' };
    expect(textReport(report([finding({ place, places: [place] })]), plain)).toContain(
      '\nserver events of radio\n  - the field is gone.\n',
    );
  });

  it('names other places, three at most', () => {
    const others = ['mute', 'seek', 'scan', 'stop', 'play'].map((event) => ({ event, path: '' }));
    const one = finding({ places: [{ event: 'tune', path: 'volume' }, ...others] });
    expect(textReport(report([one]), plain)).toContain('    Also mute, seek, scan and 2 more.\n');
  });

  it('tells approved findings at the end, with reason and note', () => {
    expect(textReport(report([finding()], [approvalOf(finding())]), plain)).toContain(`APPROVED

server event tune of radio
  - volume: the field is gone.
    server event: code that reads it gets nothing.
    Approved (api-change): announced in May
`);
  });

  it('tells stale approvals', () => {
    expect(textReport(report([], [], { stale: [approvalOf(finding())] }), plain)).toContain(
      '\n\nThe approval f1 matches no finding any more; remove it. It was for required-field-removed: radio server tune volume: the field is gone\n',
    );
  });

  it('paints the summary, the verdicts, the names and what is less important', () => {
    const tagged: Paint = (style, text) => `<${style}>${text}</${style}>`;
    const text = textReport(report([finding()]), tagged);
    expect(text.match(/<(\w+)>.*?<\/\1>/g)).toEqual([
      '<strong>1 breaking, 0 dangerous, 0 safe, 0 docs; suggests a major version</strong>',
      '<breaking>BREAKING</breaking>',
      '<strong>tune</strong>',
      '<quiet>of radio</quiet>',
      '<breaking>-</breaking>',
      '<strong>volume</strong>',
      '<quiet>server event: code that reads it gets nothing.</quiet>',
      '<quiet>docs-src/radio/tune.md:7:3 (base) required-field-removed f1</quiet>',
    ]);
  });
});
