import { describe, expect, it } from 'vitest';
import {
  approve,
  noteFault,
  readApprovals,
  staleApprovals,
  writeApprovals,
} from '../../../generator/diff/judge/approvals.ts';
import { finding } from '../../support/small-report.ts';

describe('an approval', () => {
  it('names the finding by its fingerprint, and in words', () => {
    expect(approve(finding(), 'api-change', 'announced in May')).toEqual({
      fingerprint: 'f1',
      reason: 'api-change',
      note: 'announced in May',
      finding: 'required-field-removed: radio server tune volume: the field is gone',
    });
  });

  it('has the text of pages on one line, and nothing that a terminal obeys', () => {
    const hostile = finding({ sentence: "the value '\u001b[2J\n' is gone" });
    expect(approve(hostile, 'api-change', 'x').finding).toBe(
      "required-field-removed: radio server tune volume: the value '\\u001b[2J ' is gone",
    );
  });
});

it('approvals are written by fingerprint, and read as they were written', () => {
  const [one, two] = ['f2', 'f1'].map((fingerprint) =>
    approve(finding({ fingerprint }), 'doc-correction', 'it was never there'),
  );
  if (!one || !two) throw new Error('there are two');
  expect(readApprovals(writeApprovals([one, two]), 'approvals.json')).toEqual([two, one]);
});

it('approvals that no finding needs are stale', () => {
  const [kept, stale] = [finding(), finding({ fingerprint: 'f2' })].map((one) =>
    approve(one, 'api-change', 'x'),
  );
  if (!kept || !stale) throw new Error('there are two');
  expect(staleApprovals([kept, stale], [finding()])).toEqual([stale]);
});

describe('a file of approvals is refused with its key:', () => {
  const sound = { fingerprint: 'f1', reason: 'api-change', note: 'x', finding: 'y' };
  it.each([
    ['no JSON', '{', 'approvals.json:1:2 is not valid JSON; fix it here.'],
    ['no object', '[]', 'approvals.json: it must be an object.'],
    [
      'no list',
      '{}',
      'approvals.json: "approvals" is missing; add it, or see that it is the file you mean.',
    ],
    [
      'an approval that is not an object',
      '{"approvals":[1]}',
      'approvals.json: "approvals.0" must be an object.',
    ],
    [
      'another reason',
      JSON.stringify({ approvals: [sound, { ...sound, reason: 'because' }] }),
      'approvals.json: "approvals.1.reason" must be one of api-change, doc-correction.',
    ],
    [
      'no note',
      JSON.stringify({ approvals: [{ ...sound, note: '' }] }),
      'approvals.json: "approvals.0.note" must not be empty.',
    ],
    [
      'a key too many',
      JSON.stringify({ approvals: [{ ...sound, by: 'me' }] }),
      'approvals.json: "approvals.0.by" is not known; remove it, or fix its spelling.',
    ],
  ])('%s', (_, text, message) => {
    expect(() => readApprovals(text, 'approvals.json')).toThrow(message);
  });
});

describe('a note', () => {
  it.each([
    ['is one line', 'announced in May', undefined],
    ['is not two', 'two\nlines', 'must be one line without control characters'],
    ['has no control character', 'red \u001b[31m', 'must be one line without control characters'],
    ['is not empty', '', 'must not be empty'],
  ])('%s', (_, note, fault) => {
    expect(noteFault(note)).toBe(fault);
  });
});
