import { describe, expect, it } from 'vitest';
import { releaseNotes } from '../../../generator/diff/reports/release-notes.ts';
import type { Finding } from '../../../generator/diff/finding.ts';
import { approvalOf, finding, newValue, report, reworded } from '../../support/small-report.ts';

/** A field that is new at these places, written as `event/path`. */
function newField(direction: Finding['direction'], ...places: string[]): Finding {
  const [first = { event: '', path: '' }, ...others] = places.map((place) => {
    const [event = '', path = ''] = place.split('/');
    return { event, path };
  });
  return newValue({
    rule: 'optional-field-added',
    direction,
    place: first,
    places: [first, ...others],
    sentence: 'new, optional string',
    verdict: 'safe',
    fingerprint: places.join(),
  });
}

function renamed(before: string, after: string): Finding {
  return newValue({
    rule: 'type-name-changed',
    before: { meaning: before, position: 'radio/tune.md:8:3' },
    after: { meaning: after, position: 'radio/tune.md:9:3' },
    fingerprint: before,
  });
}

describe('release notes', () => {
  it('say under each verdict what changed, by what it means', () => {
    expect(releaseNotes(report([reworded(), newValue(), finding()])))
      .toBe(`# What changed in \`radio\`

From \`main\` to \`the working tree\`: 1 breaking, 1 dangerous, 0 safe, 1 docs; suggests a major version.

## Breaking

**A field that had to be there and is gone**. Server event: code that reads it gets nothing.

- \`volume\`: the field is gone. In \`tune\` (server).

## May break

**A value that is new in a closed list**. Server event: a \`switch\` over the values does not know it.

- \`band\`: the value 'dab' is new. In \`tune\` (server).

## Words alone

- the words of a description, or the name of a schema: 1
`);
  });

  it('tell a change once, with the objects that show it in both directions', () => {
    const notes = releaseNotes(
      report([
        newField('server', 'tuned/dial<am>.range.unit', 'lost/dial<am>.range.unit'),
        newField('client', 'tune/dial<am>.range.unit', 'tune/knob<fm>.unit'),
      ]),
    );
    expect(notes).toContain(
      '- `unit`: new, optional string. In `dial.range` of 3 events, `knob<fm>` of `tune` (server, client).\n',
    );
  });

  it('name so many places, and how many there are more', () => {
    const notes = releaseNotes(report([newField('server', 'a/x', 'b/x', 'c/x', 'd/x', 'e/x')]));
    expect(notes).toContain('- `x`: new, optional string. In `a`, `b`, `c` and 2 more (server).\n');
  });

  it('list names of types in one line, after all else', () => {
    const notes = releaseNotes(report([renamed('Dial', 'Knob'), renamed('Am', 'Fm'), newValue()]));
    expect(notes).toMatch(/new\. In `tune`[^]*: `Am` → `Fm`, `Dial` → `Knob`\.\n$/);
  });

  it('tell what is approved, too', () => {
    expect(releaseNotes(report([finding()], [approvalOf(finding())]))).toContain(
      '- `volume`: the field is gone. In `tune` (server).\n',
    );
  });

  it('keep several sources apart', () => {
    const notes = releaseNotes(report([finding(), finding({ source: 'mast', fingerprint: 'f9' })]));
    expect(notes.match(/^#.*/gm)).toEqual([
      '# What changed',
      '## `mast`',
      '### Breaking',
      '## `radio`',
      '### Breaking',
    ]);
  });

  it('say what was not compared', () => {
    const uncompared = [{ source: 'mast', events: [] }];
    expect(releaseNotes(report([], [], { uncompared }))).toContain(
      '\n\nNot compared: mast, whose docs have errors.\n',
    );
  });
});
