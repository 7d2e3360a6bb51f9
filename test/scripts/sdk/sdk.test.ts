import { describe, expect, test } from 'vitest';
import { percentOf, sdkReport, shortfalls, type Reason } from '../../../scripts/sdk/figures.ts';
import type { Field, Model } from '../../../generator/model/model.ts';
import { clientEvent, event, model, oneOf, required, string } from '../../support/models.ts';
import { declarationFile } from './declared.ts';

const declarations = `
  export type Received = Ping | Pong | Ring;
  interface Ping { type: 'ping'; it: number }
  interface Pong { type: 'pong'; it: number; size: 's' | 'm' }
  interface Ring { type: 'ring'; it: string }
  export type Sent = Send;
  interface Send { type: 'send'; own: { a: string; b: string } }
`;
const file = declarationFile(declarations);
const names = { server: 'Received', client: 'Sent' };

const it = (type: Field['type'], line: number) =>
  required('it', type, { position: `small/pages.md:${line}:3` });
const size = required('size', oneOf('s', 'xl'), { position: 'small/pages.md:9:3' });
const more = required('more', string, { position: 'small/pages.md:12:3' });

const documented = model([
  event('ping', [it(string, 3)]),
  event('pong', [it(string, 3), size, more]),
  event('peng'),
  clientEvent('send'),
]);
const report = sdkReport(documented, { file, title: 'sdk 1.2.3' }, 'docs', {
  unions: names,
  leftOut: [],
});

describe('the report', () => {
  test('says how many paths and enumerations are the same, first of all', () => {
    expect(report.lines[0]).toBe(
      'small against sdk 1.2.3 (Received, Sent): 4 of 9 paths (44.4 %), 4 of 9 kinds (44.4 %), 0 of 1 enumerations (0.0 %)',
    );
  });

  test('names the events that only one side has', () => {
    expect(report.lines).toContain('1 event only in the declarations, not counted: ring (2 paths)');
    expect(report.lines).toContain('1 event only in the docs, not counted: peng (1 path)');
  });

  test('says in one line what several events have in common', () => {
    expect(report.lines).toContain(
      '  docs/small/pages.md:3 it is string instead of number — ping, pong',
    );
  });

  test('says how much is missing with a field', () => {
    expect(report.lines).toContain('Missing in the docs: 3 paths');
    expect(report.lines).toContain('  own (object), 3 paths in all — send');
  });

  test('says which values differ', () => {
    expect(report.lines).toContain('  docs/small/pages.md:9 size lacks "m", adds "xl" — pong');
  });

  test('says what only the docs have, and on what ground', () => {
    expect(report.lines).toContain('Only in the docs: 1 path (1 documented)');
    expect(report.lines).toContain('  docs/small/pages.md:12 more (documented) — pong');
  });

  test('gives the reason of a correction, and tells what has none', () => {
    const corrected: Model = {
      ...documented,
      corrections: [
        {
          position: 'small/pages.md:1:1',
          target: 'pong/more',
          was: 'absent',
          reason: 'The radio sends it.',
          evidence: 'a recording',
        },
      ],
    };
    const { lines, unexplained } = sdkReport(corrected, { file, title: 'sdk' }, 'docs', {
      unions: names,
      leftOut: [],
    });
    expect(lines).toContain(
      '  docs/small/pages.md:12 more (documented) — pong: The radio sends it.',
    );
    expect(unexplained).toEqual(['  own (object), 3 paths in all — send']);
  });

  test('says nothing of the fields that are left out, but that they are', () => {
    const scope = { unions: names, leftOut: ['pong/more', 'pong/size', 'send/own'] };
    const { lines } = sdkReport(documented, { file, title: 'sdk' }, 'docs', scope);
    expect(lines[0]).toMatch(
      /^small against sdk \(Received, Sent, without pong\/more, without pong\/size, without send\/own\): /,
    );
    expect(lines.filter((line) => /size|more|own/.test(line))).toEqual([lines[0]]);
  });

  test('has one line when there is no difference', () => {
    const own = declarationFile(`
      export interface Received { type: 'ping'; it: string }
      export interface Sent { type: 'send' }
    `);
    const same = model([event('ping', [it(string, 3)]), clientEvent('send')]);
    expect(
      sdkReport(same, { file: own, title: 'sdk' }, 'docs', { unions: names, leftOut: [] }).lines,
    ).toEqual([
      'small against sdk (Received, Sent): 3 of 3 paths (100.0 %), 3 of 3 kinds (100.0 %), 0 of 0 enumerations (100.0 %)',
    ]);
  });
});

describe('a reason that is given', () => {
  const reportWith = (reasons: readonly Reason[]) => {
    const sdk = { file: declarationFile(declarations), title: 'sdk' };
    return sdkReport(documented, sdk, 'docs', { unions: names, leftOut: [], reasons });
  };

  test('stands behind the difference, with the side that recorded sessions take', () => {
    const { lines } = reportWith([
      { what: 'missing', path: 'ow*', reason: 'It is new.', recorded: 'declarations' },
    ]);

    expect(lines).toContain(
      '  own (object), 3 paths in all — send: It is new. Recorded sessions take the side of the declarations.',
    );
  });

  test('is wanted for each difference, and for each event of one side', () => {
    const { unexplained } = reportWith([
      { what: 'kind', path: 'it', event: 'p*', reason: 'It is old.', recorded: 'nothing' },
      { what: 'event', path: 'peng', reason: 'It is old.', recorded: 'nothing' },
    ]);

    expect(unexplained.map((line) => line.trim())).toEqual([
      'own (object), 3 paths in all — send',
      'docs/small/pages.md:12 more (documented) — pong',
      'ring — ring',
      'docs/small/pages.md:9 size lacks "m", adds "xl" — pong',
    ]);
  });

  test('is told where nothing differs', () => {
    const { unneeded } = reportWith([
      { what: 'null', path: 'it', event: 'ping', reason: 'It is old.', recorded: 'docs' },
      { what: 'addition', path: 'more', reason: 'It is old.', recorded: 'docs' },
    ]);

    expect(unneeded).toEqual(['null it — ping']);
  });
});

describe('percent', () => {
  test('never says more than there is', () => {
    expect(percentOf({ same: 9799, total: 10000 })).toBe(97.9);
  });

  test('of nothing is all of it', () => {
    expect(percentOf({ same: 0, total: 0 })).toBe(100);
  });
});

describe('what falls short', () => {
  const shares = {
    paths: { same: 9, total: 10 },
    kinds: { same: 9, total: 10 },
    enumerations: { same: 1, total: 1 },
  };

  test('is less than the least that is wanted', () => {
    expect(shortfalls(shares, { paths: 91, enumerations: 91 })).toEqual([
      '90 % of paths is less than 91 %.',
    ]);
  });

  test('is not what is as much', () => {
    expect(shortfalls(shares, { paths: 90, enumerations: 100 })).toEqual([]);
  });
});
