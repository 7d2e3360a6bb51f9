/** Whom errors concern, by the lines in which they stand. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics.ts';
import type { DocumentedEvent, Position } from '../../generator/model/model.ts';
import { failuresOf, isInDoubt, ownershipOf } from '../../generator/source/failures.ts';
import { supported } from '../support/models.ts';

/** An event that these lines of a page document. */
function event(
  name: string,
  page: string,
  ...lines: [first: number, last: number][]
): DocumentedEvent {
  const position: Position = `${page}:1:1`;
  return {
    name,
    direction: 'server',
    position,
    page: position,
    spans: lines.map(([first, last]) => ({
      first: `${page}:${first}:3`,
      last: `${page}:${last}:1`,
    })),
    support: supported(),
    body: { kind: 'object', position, fields: [] },
    examples: [],
  };
}

function diagnostic(
  file: string,
  line: number,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  return { file, line, column: 1, severity, rule: 'block-unknown', sentence: 'words.' };
}

const index = 'radio/index.md';
const tune = event('tune', index, [5, 5], [20, 24]);
const lost = event('lost', index, [6, 8]);
const find = event('find', 'radio/find.md', [1, 30]);
const owned = ownershipOf([tune, lost, find]);
const source = { id: 'radio', indexes: [index], owned, uncorrected: [] };

/** What fails with errors at these places. */
function failing(...places: [file: string, line: number][]) {
  const { failed, unusable } = failuresOf(
    places.map(([file, line]) => diagnostic(file, line)),
    source,
  );
  return { failed: [...failed.values()], unusable };
}

describe('an error', () => {
  test.each<[string, string, number, string]>([
    ['in the first lines of an event', index, 5, 'tune'],
    ['in other lines of it', index, 22, 'tune'],
    ['in the last line of an event', index, 8, 'lost'],
    ['on the page of an event', 'radio/find.md', 30, 'find'],
    ['on a page of no event', 'radio/other.md', 1, 'radio/other.md'],
  ])('%s concerns it alone', (_, file, line, name) => {
    expect(failing([file, line])).toEqual({ failed: [name], unusable: false });
  });

  test.each<[string, string, number]>([
    ['between the events of an index', index, 9],
    ['of source.json', 'radio/source.json', 1],
    ['of a correction that names no event', 'radio/corrections/a.md', 1],
  ])('%s concerns the source as a whole', (_, file, line) => {
    expect(failing([file, line])).toEqual({ failed: [], unusable: true });
  });

  test('of a correction concerns the events that it failed on', () => {
    const failures = failuresOf([diagnostic('radio/corrections/a.md', 1)], {
      ...source,
      uncorrected: [lost],
    });

    expect([...failures.failed.values(), failures.unusable]).toEqual(['lost', false]);
  });

  test('is not a warning', () => {
    expect(failuresOf([diagnostic(index, 9, 'warning')], source)).toEqual({
      failed: new Map(),
      unusable: false,
    });
  });
});

describe('the lines in doubt', () => {
  const linesInDoubt = (...diagnostics: Diagnostic[]): number[] => {
    const isDoubtful = isInDoubt(index, diagnostics, owned);
    return Array.from({ length: 25 }, (_, i) => i + 1).filter(isDoubtful);
  };

  test('are those of an event with an error', () => {
    expect(linesInDoubt(diagnostic(index, 5))).toEqual([5, 20, 21, 22, 23, 24]);
  });

  test('are all of a page with an error of no event', () => {
    expect(linesInDoubt(diagnostic(index, 5), diagnostic(index, 9))).toHaveLength(25);
  });

  test('are none of a page with warnings', () => {
    expect(linesInDoubt(diagnostic(index, 5, 'warning'))).toEqual([]);
  });
});
