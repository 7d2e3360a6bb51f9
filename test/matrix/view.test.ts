/** What somebody asks of the matrix, and what of it a source does not have. */
import { describe, expect, it } from 'vitest';
import { supportMatrix } from '../../generator/matrix/matrix.ts';
import { viewOf, type Question } from '../../generator/matrix/view.ts';
import {
  clientEvent,
  event,
  integer,
  model,
  object,
  openObject,
  required,
  string,
  unsupported,
} from '../support/models.ts';

const text = required('text', string);
const inner = required('inner', object([required('at', integer)]));
const first = model([event('ping', [text, inner]), event('pong'), clientEvent('stop')], [], {
  id: 'first',
});
const second = model(
  [event('ping', [required('inner', openObject)]), event('pong', [], { support: unsupported() })],
  [],
  { id: 'second' },
);
const matrix = supportMatrix([first, second]);

function view(question: Partial<Question>) {
  return viewOf(matrix, {
    asked: [],
    sources: [],
    fields: false,
    onlyDifferences: false,
    ...question,
  });
}

const rowsOf = (question: Partial<Question>) =>
  view(question).matrix.events.map(({ event: name, fields }) => [
    name,
    ...fields.map(({ path }) => path),
  ]);

describe('the rows', () => {
  it('are all events, where nothing is asked for', () => {
    expect(rowsOf({})).toEqual([['stop'], ['ping'], ['pong']]);
    expect(view({}).missing).toEqual([]);
  });

  it('are those of a direction', () => {
    expect(rowsOf({ direction: 'client' })).toEqual([['stop']]);
  });

  it('are those that are asked for, by a name or a pattern', () => {
    expect(rowsOf({ asked: ['pong'] })).toEqual([['pong']]);
    expect(rowsOf({ asked: ['p*g'] })).toEqual([['ping'], ['pong']]);
  });

  it('are fields, too', () => {
    expect(rowsOf({ asked: ['ping'], fields: true })).toEqual([
      ['ping', 'type', 'text', 'inner', 'inner.at'],
    ]);
    expect(rowsOf({ asked: ['ping/text'] })).toEqual([['ping', 'text']]);
  });

  it('are what the sources do not have alike', () => {
    expect(rowsOf({ onlyDifferences: true, fields: true })).toEqual([
      ['stop', 'type'],
      ['ping', 'text'],
      ['pong'],
    ]);
    expect(rowsOf({ onlyDifferences: true, sources: ['first'] })).toEqual([]);
  });

  it('have the words that their fields point at, and no others', () => {
    const { events, evidence } = view({ asked: ['ping/text'], sources: ['first'] }).matrix;
    expect(evidence).toHaveLength(1);
    expect(events[0]?.fields[0]?.sources['first']?.evidence).toBe(0);
  });
});

describe('what is missing', () => {
  const missingOf = (...asked: string[]) => view({ asked }).missing;

  it.each([
    ['stop', [{ asked: 'stop', source: 'second', support: 'undocumented', isOpen: false }]],
    ['pong', [{ asked: 'pong', source: 'second', support: 'unsupported', isOpen: false }]],
    ['ping', []],
    [
      'ping/text',
      [{ asked: 'ping/text', source: 'second', support: 'undocumented', isOpen: false }],
    ],
    [
      'ping/inner.at',
      [{ asked: 'ping/inner.at', source: 'second', support: 'undocumented', isOpen: true }],
    ],
    ['p*', [{ asked: 'pong', source: 'second', support: 'unsupported', isOpen: false }]],
  ])('of %s', (asked, expected) => {
    expect(missingOf(asked)).toEqual(expected);
  });

  it('is unknown where no source has it', () => {
    expect(view({ asked: ['nothing', 'ping/nothing', 'ping'] }).unknown).toEqual([
      'nothing',
      'ping/nothing',
    ]);
  });
});
