/** The forms of a part of the matrix, on screens of several widths. `npx vitest run -u` writes the fixtures anew. */
import { expect, it, test } from 'vitest';
import { supportMatrix } from '../../generator/matrix/matrix.ts';
import { formats } from '../../generator/matrix/reports/index.ts';
import { supportText } from '../../generator/matrix/reports/text.ts';
import { viewOf } from '../../generator/matrix/view.ts';
import type { Event, Model, Renames } from '../../generator/model/model.ts';
import {
  clientEvent,
  event,
  model,
  object,
  oneOf,
  optional,
  required,
  string,
  unsupported,
} from '../support/models.ts';

const transcription = 'conversation.item.input_audio_transcription.completed';
const evidence = 'a recording';
const renames: Renames = {
  position: 'acme/renames.json:1:1',
  source: 'acme',
  from: ['radio', 'tv', 'phone'],
  evidence,
  events: [
    {
      position: 'acme/renames.json:2:1',
      was: 'response.audio.delta',
      is: ['response.output_audio.delta'],
      evidence,
    },
  ],
  fields: [
    {
      position: 'acme/renames.json:3:1',
      event: 'session.update',
      was: 'session.voice',
      is: ['session.audio.voice'],
      evidence,
    },
  ],
  values: [],
};

const update = (...fields: Parameters<typeof object>[0]) =>
  clientEvent('session.update', [required('session', object(fields))]);
const voice = optional('voice', oneOf('alloy', 'ash', 'ballad', 'cedar', 'coral', 'echo'));
const source = (id: string, generation: number, events: Event[]): Model =>
  model(events, [], { id, title: `The ${id} API`, matrix: { generation } });

const models = [
  {
    ...source('acme', 2, [
      event(transcription, [required('transcript', string)]),
      event('response.output_audio.delta'),
      event('rate_limits.updated'),
      update(required('audio', object([voice]))),
    ]),
    renames,
  },
  source('globe', 2, [
    event(transcription),
    event('response.output_audio.delta', [], {
      support: {
        ...unsupported('[NOT SUPPORTED]'),
        disputed: {
          status: 'supported',
          reason: 'The guide plays it.',
          evidence: { position: 'globe/corrections/delta.md:7:1', text: 'guide.md' },
        },
      },
    }),
    event('rate_limits.updated', [], { support: unsupported() }),
  ]),
  ...['radio', 'tv', 'phone'].map((id) =>
    source(id, 1, [event(transcription), event('response.audio.delta'), update(voice)]),
  ),
  source('alpha', 1, [event('error')]),
  source('beta', 1, [event('error')]),
];

const { matrix } = viewOf(supportMatrix(models), {
  asked: ['*', 'session.update/session.audio.voice'],
  sources: [],
  fields: false,
  onlyDifferences: false,
});
const plain = (_: string, text: string) => text;

it.each([80, 200])('a table for a screen of %i columns', async (width) => {
  const text = supportText(matrix, { width, paint: plain });

  await expect(text).toMatchFileSnapshot(`fixtures/support-${width}.txt`);
});

test('no line of the table is longer than the screen', () => {
  for (const width of [80, 200]) {
    const [table = ''] = supportText(matrix, { width, paint: plain }).split('\n\n');
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  }
});

test('colours add nothing but themselves', () => {
  const marked = supportText(matrix, { width: 200, paint: (look, text) => `<${look}>${text}</>` });

  expect(marked.replaceAll(/<[^<>\s]*>/g, '')).toBe(
    supportText(matrix, { width: 200, paint: plain }),
  );
  expect(marked).toContain('<breaking>✗ no');
});

test('a table for a pull request', async () => {
  await expect(formats.markdown(matrix, { width: 80, paint: plain })).toMatchFileSnapshot(
    'fixtures/support.md',
  );
});

test('JSON is a matrix', () => {
  expect(JSON.parse(formats.json(matrix, { width: 80, paint: plain }))).toEqual(matrix);
});
