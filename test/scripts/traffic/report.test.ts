import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/model/model.ts';
import {
  shortfallOf,
  trafficReport,
  type RecordedMessage,
} from '../../../scripts/traffic/report.ts';
import {
  clientEvent,
  event,
  integer,
  model,
  oneOf,
  optional,
  required,
} from '../../support/models.ts';

const documented = model([
  event('ping', [required('it', integer), optional('size', oneOf('s', 'm'))]),
  clientEvent('send', [required('it', integer)]),
]);

function recorded(message: Json, others: Partial<RecordedMessage> = {}): RecordedMessage {
  return {
    provider: 'radio',
    generation: 'ga',
    direction: 'server',
    from: 'a session',
    event: message,
    ...others,
  };
}

const reportOf = (...messages: RecordedMessage[]) => trafficReport(documented, messages);

describe('recorded messages of a server', () => {
  test('may depart from the letter of the docs, which is listed with the sessions', () => {
    const usual = { type: 'ping', it: 1, size: null };
    const report = reportOf(
      recorded({ type: 'ping', it: 1, size: 's' }),
      recorded(usual),
      recorded(usual, { from: 'another one' }),
    );
    expect(report).toEqual({
      figures: { total: 3, known: 3, tolerant: 3, exact: 1 },
      lines: [
        'small: 3 recorded messages, 3 known, 3 (100.0 %) read tolerantly, 1 (33.3 %) read exactly',
        '  ping: size is null, expected "s" | "m" (2 sessions: a session; another one)',
      ],
      faults: [],
    });
  });

  test('are faults of the docs where they do not fit at all', () => {
    const { figures, faults } = reportOf(
      recorded({ type: 'ping', it: 'one' }),
      recorded({ type: 'pong' }),
    );
    expect(figures).toEqual({ total: 2, known: 1, tolerant: 0, exact: 0 });
    expect(faults).toEqual([
      'ping of a session does not fit: it is "one", expected integer',
      'pong of a session does not fit: no server event of this name is documented',
    ]);
  });
});

describe('recorded messages of a client', () => {
  const send = (it: Json, rejected?: Json) =>
    recorded({ type: 'send', it }, { direction: 'client', rejected_by_server: rejected });

  test('that the server refused are refused, and the report says why', () => {
    const { figures, lines, faults } = reportOf(send(1), send('one', 'it is not a number'));
    expect(figures.total).toBe(1);
    expect(lines.slice(1)).toEqual([
      '  refused, as by the server: send (it is "one", expected integer)',
    ]);
    expect(faults).toEqual([]);
  });

  test('that fit though the server refused them are a fault', () => {
    expect(reportOf(send(1, 'too small')).faults).toEqual([
      'send of a session fits, but the server has refused it.',
    ]);
  });
});

test('a share that is too small falls short, and so does nothing at all', () => {
  const figures = { total: 4, known: 4, tolerant: 4, exact: 3 };
  expect(shortfallOf(figures, 75)).toEqual([]);
  expect(shortfallOf(figures, 95)).toEqual(['75.0 % read exactly is less than 95 %.']);
  expect(shortfallOf({ ...figures, total: 0 }, 0)).toEqual(['There is no message of this kind.']);
});
