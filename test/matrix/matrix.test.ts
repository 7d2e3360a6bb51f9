/** The matrix as data: which events are one row, and what each source says of them. */
import { describe, expect, it, test } from 'vitest';
import { supportMatrix } from '../../generator/matrix/matrix.ts';
import type {
  Event,
  Field,
  Model,
  Renames,
  SourceInfo,
  Support,
} from '../../generator/model/model.ts';
import {
  arrayOf,
  clientEvent,
  event,
  integer,
  mapOf,
  model,
  object,
  openObject,
  optional,
  reference,
  required,
  shape,
  string,
  supported,
  union,
  unsupported,
} from '../support/models.ts';

const flag = (place: number): Support => unsupported('[NOT SUPPORTED]', `small/page.md:${place}:3`);
const flagged = { support: flag(9) };

/** The cell of the only event of the only source. */
function cellOf(small: Model) {
  return supportMatrix([small]).events[0]?.sources.small;
}

describe('the matrix', () => {
  it('has the words that call an event deprecated', () => {
    const deprecated = { position: 'small/page.md:7:3', text: 'Deprecated.' } as const;
    expect(cellOf(model([event('ping', [], { deprecated })]))?.deprecated).toEqual({
      file: 'small/page.md',
      line: 7,
      text: 'Deprecated.',
    });
  });

  it('has every event once, sorted by direction and name', () => {
    const first = model([event('b'), event('a'), clientEvent('z')], [], { id: 'first' });
    const second = model([event('a'), event('B'), event('a.b'), event('a_b')], [], {
      id: 'second',
    });
    expect(
      supportMatrix([first, second]).events.map((row) => `${row.direction} ${row.event}`),
    ).toEqual(['client z', 'server B', 'server a', 'server a.b', 'server a_b', 'server b']);
  });

  it('keeps events of one name and two directions apart', () => {
    const both = model([event('ping'), clientEvent('ping', [], flagged)]);
    expect(
      supportMatrix([both]).events.map((row) => [row.direction, row.sources.small?.support]),
    ).toEqual([
      ['client', 'unsupported'],
      ['server', 'supported'],
    ]);
  });

  it('has every source on every event', () => {
    const first = model([event('ping')], [], { id: 'first' });
    const second = model([event('pong')], [], { id: 'second' });
    expect(
      supportMatrix([first, second]).events.map(({ sources }) => Object.keys(sources)),
    ).toEqual([
      ['first', 'second'],
      ['first', 'second'],
    ]);
  });
});

describe('an event', () => {
  it('that a source does not list is undocumented, without evidence', () => {
    const first = model([event('ping')], [], { id: 'first' });
    const second = model([event('pong')], [], { id: 'second' });
    expect(supportMatrix([first, second]).events[0]?.sources.second).toEqual({
      support: 'undocumented',
    });
  });

  it('is supported, with the words of the docs', () => {
    const small = model([event('ping', [], { support: supported('| ping |') })]);
    expect(cellOf(small)).toEqual({
      support: 'supported',
      evidence: { file: 'small/page.md', line: 1, text: '| ping |' },
    });
  });

  it('is unsupported, with the words of the docs', () => {
    expect(cellOf(model([event('ping', [], flagged)]))).toEqual({
      support: 'unsupported',
      evidence: { file: 'small/page.md', line: 9, text: '[NOT SUPPORTED]' },
    });
  });

  it('is supported in part, with a note', () => {
    const support: Support = {
      status: 'partial',
      note: 'audio only',
      evidence: { position: 'small/page.md:7:1', text: '[PARTIALLY SUPPORTED]' },
    };
    expect(cellOf(model([event('ping', [], { support })]))).toEqual({
      support: 'partial',
      note: 'audio only',
      evidence: { file: 'small/page.md', line: 7, text: '[PARTIALLY SUPPORTED]' },
    });
  });
});

describe('an event of which a part is flagged is supported in part', () => {
  const part = shape('Part', object([required('text', string)], flagged));
  const cases: [string, Event, string][] = [
    ['a field', event('ping', [required('audio', string, flagged)]), 'audio'],
    [
      'a field of a shape',
      event('ping', [required('session', reference('Session'))]),
      'session.voice',
    ],
    ['a shape', event('ping', [required('part', reference('Part'))]), 'part (Part)'],
    [
      'the elements of an array',
      event('ping', [required('parts', arrayOf(reference('Part')))]),
      'parts[] (Part)',
    ],
    [
      'the values of a map',
      event('ping', [required('parts', mapOf(reference('Part')))]),
      'parts{} (Part)',
    ],
    [
      'a member of a union',
      event('ping', [required('item', union(reference('Session'), reference('Part')))]),
      'item.voice, item (Part)',
    ],
  ];
  const session = shape('Session', object([required('voice', string, flagged)]));

  it.each(cases)('%s', (_, only, path) => {
    expect(cellOf(model([only], [part, session]))).toEqual({
      support: 'partial',
      note: `not supported: ${path}`,
      evidence: { file: 'small/page.md', line: 9, text: '[NOT SUPPORTED]' },
    });
  });

  it('and names every part, with the words of the first', () => {
    const two = event('ping', [
      required('first', string, { support: flag(3) }),
      required('between', string),
      required('second', string, { support: flag(5) }),
    ]);
    expect(cellOf(model([two]))).toMatchObject({
      note: 'not supported: first, second',
      evidence: { line: 3 },
    });
  });

  it('once, when a shape contains itself', () => {
    const branch = shape(
      'Branch',
      object([required('branches', arrayOf(reference('Branch')))], flagged),
    );
    const only = event('ping', [required('tree', reference('Branch'))]);
    expect(cellOf(model([only], [branch]))?.note).toBe('not supported: tree (Branch)');
  });

  it('but not supported when it is flagged itself', () => {
    const only = event('ping', [required('audio', string, { support: flag(3) })], flagged);
    expect(cellOf(model([only]))).toMatchObject({ support: 'unsupported', evidence: { line: 9 } });
  });

  it('each at its own place, when two fields are of one flagged shape', () => {
    const only = event('ping', [
      required('first', reference('Part')),
      required('second', reference('Part')),
    ]);
    expect(cellOf(model([only], [part]))?.note).toBe('not supported: first (Part), second (Part)');
  });

  it('with what its docs say of a part that is supported in part', () => {
    const partial: Support = {
      status: 'partial',
      note: 'no stereo',
      evidence: { position: 'small/page.md:4:1', text: '[PARTIALLY SUPPORTED]' },
    };
    const only = event('ping', [required('audio', string, { support: partial })]);
    expect(cellOf(model([only]))?.note).not.toBe('not supported: audio');
  });
});

// ── Columns ─────────────────────────────────────────────────────────────────────────────────────────────────

test('the columns begin with the newest generation, its reference first, and end with summaries', () => {
  const at = (id: string, more: Partial<SourceInfo>) => model([event('ping')], [], { id, ...more });
  const retired = { date: '2026-01-01', evidence: 'words' };
  const all = [
    at('a-summary', { matrix: { generation: 3, role: 'summary' } }),
    at('b-old', { matrix: { generation: 1 } }),
    at('c-new', { matrix: { generation: 2 } }),
    at('d-reference', { matrix: { generation: 2, role: 'reference' } }),
    at('a-retired', { matrix: { generation: 1 }, retired }),
    at('e-silent', {}),
  ];
  const expected = ['d-reference', 'c-new', 'b-old', 'a-retired', 'e-silent', 'a-summary'];

  expect(supportMatrix(all).sources.map(({ id }) => id)).toEqual(expected);
  expect(supportMatrix(all.toReversed()).sources.map(({ id }) => id)).toEqual(expected);
});

test('a source is counted, and held against the reference', () => {
  const reference = model(
    [event('ping', [required('text', string), required('at', integer)]), event('pong')],
    [],
    { id: 'first', matrix: { generation: 2, role: 'reference' } },
  );
  const other = model([event('ping', [required('text', string)]), event('pong', [], flagged)], [], {
    id: 'second',
    matrix: { generation: 2, provider: 'Second' },
  });

  expect(supportMatrix([reference, other]).sources[1]).toEqual({
    id: 'second',
    title: 'Small Source',
    provider: 'Second',
    generation: 2,
    snapshot: '2026-01-01',
    url: 'https://small.test/',
    counts: { supported: 1, unsupported: 1, partial: 0, disputed: 0 },
    // Of `type`, `text` and `at` of the one event, and `type` of the other.
    ofReference: { events: { have: 1, of: 2 }, fields: { have: 2, of: 4 } },
  });
});

// ── One row a thing ─────────────────────────────────────────────────────────────────────────────────────────

const renames: Renames = {
  source: 'new',
  position: 'new/renames.json:1:1',
  from: ['old'],
  evidence: 'a recording',
  events: [
    { position: 'new/renames.json:2:1', was: 'text', is: ['output_text'], evidence: 'a recording' },
    {
      position: 'new/renames.json:3:1',
      was: 'made',
      is: ['added', 'done'],
      evidence: 'a recording',
    },
  ],
  fields: [
    {
      position: 'new/renames.json:4:1',
      event: 'session',
      was: 'voice',
      is: ['audio.voice'],
      evidence: 'a recording',
    },
  ],
  values: [],
};

function twoGenerations(newEvents: Event[], oldEvents: Event[]) {
  return supportMatrix([
    model(oldEvents, [], { id: 'old', matrix: { generation: 1 } }),
    { ...model(newEvents, [], { id: 'new', matrix: { generation: 2 } }), renames },
  ]);
}

test('an event with another name in another source is one row, and the cell shows it', () => {
  const { events } = twoGenerations([event('output_text')], [event('text')]);

  expect(events.map(({ event: name }) => name)).toEqual(['output_text']);
  expect(events[0]?.sources.old).toMatchObject({ support: 'supported', names: ['text'] });
  expect(events[0]?.sources.new?.names).toBeUndefined();
});

test('an event that became two is in the rows of both', () => {
  const { events } = twoGenerations([event('added'), event('done')], [event('made')]);

  expect(events.map((row) => [row.event, row.sources.old?.names])).toEqual([
    ['added', ['made']],
    ['done', ['made']],
  ]);
});

test('an event that no other source has is a row of its own', () => {
  const { events } = twoGenerations([event('ping')], [event('pong')]);

  expect(events.map((row) => [row.event, row.measure])).toEqual([
    ['ping', 'new'],
    ['pong', 'old'],
  ]);
});

test('a field that moved is one row, and the cell shows its other path', () => {
  const voice = object([required('voice', string)]);
  const { events } = twoGenerations(
    [event('session', [required('audio', voice)])],
    [event('session', [required('voice', string)])],
  );
  const row = events[0]?.fields.find(({ path }) => path === 'audio.voice');

  expect(row?.sources.old).toMatchObject({ path: 'voice', type: 'string' });
  expect(events[0]?.sources.old?.fields).toMatchObject({ lacks: [], adds: [] });
});

test('a name that a correction gives is shown beside that of the page', () => {
  const documentedName = { position: 'small/page.md:3:1', text: 'pang' } as const;

  expect(cellOf(model([event('ping', [], { documentedName })]))?.documentedName).toEqual({
    file: 'small/page.md',
    line: 3,
    text: 'pang',
  });
});

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────

/** How the fields of the second source compare with those of the first. */
function comparisonOf(first: Field[], second: Field[]) {
  const models = [first, second].map((fields, i) =>
    model([event('ping', fields)], [], { id: `s${i}` }),
  );
  return supportMatrix(models).events[0]?.sources.s1?.fields;
}

const text = required('text', string);
const inner = (...fields: Field[]) => required('inner', object(fields));

describe('the fields of an event are', () => {
  it.each<[string, Field[], Field[], object]>([
    ['the same', [text], [text], { relation: 'same', lacks: [], adds: [] }],
    ['more', [], [text], { relation: 'more', adds: ['text'] }],
    ['fewer', [text], [], { relation: 'fewer', lacks: ['text'] }],
    ['other', [text], [inner()], { relation: 'other', lacks: ['text'], adds: ['inner'] }],
    ['the same but for the envelope', [required('event_id', string)], [], { relation: 'same' }],
  ])('%s', (_, first, second, expected) => {
    expect(comparisonOf(first, second)).toMatchObject(expected);
  });

  it('named at the top of what is missing', () => {
    expect(comparisonOf([inner(text, required('at', integer))], [])?.lacks).toEqual(['inner']);
    expect(comparisonOf([inner(text)], [inner()])?.lacks).toEqual(['inner.text']);
    const letter = inner(required('x', integer), required('xy', integer));
    expect(comparisonOf([letter], [inner()])?.lacks).toEqual(['inner.x', 'inner.xy']);
  });

  it('not missing where the docs leave an object open', () => {
    expect(comparisonOf([inner(text)], [required('inner', openObject)])).toMatchObject({
      relation: 'same',
      lacks: [],
    });
  });

  it('told where their types or their being required differ', () => {
    expect(comparisonOf([text], [required('text', integer)])?.differs).toEqual(['text']);
    expect(comparisonOf([text], [optional('text', string)])?.differs).toEqual(['text']);
  });

  it('not compared where an event is known from an example alone', () => {
    const whole = model([event('ping', [text])], [], { id: 'a' });
    const example = event('ping');
    const part = model([{ ...example, body: { ...example.body, open: 'example' } }], [], {
      id: 'b',
    });

    expect(supportMatrix([whole, part]).events[0]?.sources.b?.fields).toMatchObject({
      relation: 'unlisted',
      lacks: [],
    });
  });
});

test('a field has its type, what it states and the words of the docs', () => {
  const volume = optional('volume', integer, {
    position: 'small/page.md:8:1',
    description: 'How loud.',
    bounds: { position: 'small/page.md:8:9', minimum: 0, maximum: 10 },
    default: { position: 'small/page.md:8:9', value: 5 },
  });
  const { events, evidence } = supportMatrix([model([event('ping', [volume])])]);
  const cell = events[0]?.fields.find(({ path }) => path === 'volume')?.sources.small;

  expect(cell).toEqual({
    support: 'supported',
    type: 'integer',
    requiredness: 'optional',
    bounds: 'from 0 to 10',
    default: '5',
    evidence: 1,
  });
  expect(evidence[1]).toEqual({ file: 'small/page.md', line: 8, text: 'How loud.' });
});

test('a list of itself is told so many lists deep', () => {
  const tree = model(
    [event('grow', [required('tree', reference('Tree'))])],
    [shape('Tree', union(string, arrayOf(reference('Tree')), mapOf(reference('Tree'))))],
  );
  const { fields } = supportMatrix([tree]).events[0] ?? {};
  const row = fields?.find(({ path }) => path === 'tree');
  const told = row?.sources.small?.type ?? '';
  expect(told.startsWith('string | array<string | array<string | array<')).toBe(true);
});

test('a field that only some members of a union flag is supported in part', () => {
  const members = union(object([text]), object([required('text', integer, flagged)]));
  const { events } = supportMatrix([model([event('ping', [required('item', members)])])]);

  expect(events[0]?.fields.find(({ path }) => path === 'item.text')?.sources.small).toMatchObject({
    support: 'partial',
    type: 'string | integer',
  });
});

// ── Disputed ────────────────────────────────────────────────────────────────────────────────────────────────

test('what its publisher contradicts is disputed, with both words', () => {
  const support: Support = {
    ...flag(4),
    disputed: {
      status: 'supported',
      reason: 'The guide plays it.',
      evidence: { position: 'small/corrections/ping.md:7:1', text: 'guide.md' },
    },
  };

  expect(cellOf(model([event('ping', [], { support })]))).toEqual({
    support: 'disputed',
    evidence: { file: 'small/page.md', line: 4, text: '[NOT SUPPORTED]' },
    disputed: { status: 'supported', reason: 'The guide plays it.', evidence: 'guide.md' },
  });
});

test('what is disputed stays so, whatever is said of a part of it', () => {
  const support: Support = {
    status: 'supported',
    evidence: { position: 'small/page.md:4:3', text: '`ping`' },
    disputed: {
      status: 'unsupported',
      reason: 'Nobody hears it.',
      evidence: { position: 'small/corrections/ping.md:7:1', text: 'A recording.' },
    },
  };
  const cell = cellOf(model([event('ping', [optional('loud', string, flagged)], { support })]));

  expect(cell).toMatchObject({ support: 'disputed', evidence: { line: 4, text: '`ping`' } });
  expect(cell).not.toHaveProperty('note');
});

// ── In short ────────────────────────────────────────────────────────────────────────────────────────────────

describe('an event is', () => {
  const served = (provider: string, events: Event[], more: Partial<SourceInfo> = {}) =>
    model(events, [], { id: provider.toLowerCase(), matrix: { provider }, ...more });
  const headlineOf = (...models: Model[]) => supportMatrix(models).events[0]?.headline;

  it('portable where every provider has it alike', () => {
    expect(headlineOf(served('A', [event('ping')]), served('B', [event('ping')]))).toBe('portable');
  });

  it('portable with care where the fields differ', () => {
    expect(headlineOf(served('A', [event('ping', [text])]), served('B', [event('ping')]))).toBe(
      'care',
    );
  });

  it('portable with care where one of three does not have it', () => {
    expect(
      headlineOf(served('A', [event('ping')]), served('B', [event('ping')]), served('C', [])),
    ).toBe('care');
  });

  it('of one provider only where the others flag it', () => {
    expect(
      headlineOf(served('A', [event('ping')]), served('B', [event('ping', [], flagged)])),
    ).toBe('single');
  });

  it("nobody's where only a retired source has it", () => {
    const retired = { date: '2026-01-01', evidence: 'words' };
    expect(headlineOf(served('A', [event('ping')], { retired }), served('B', []))).toBe('none');
  });
});
