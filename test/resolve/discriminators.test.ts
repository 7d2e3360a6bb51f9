import { describe, expect, test } from 'vitest';
import type { Shape } from '../../generator/model/model.ts';
import { markDiscriminators } from '../../generator/resolve/discriminators.ts';
import {
  literal,
  object,
  oneOf,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';
import { diagnosticsOf, modelOf, sourceJson } from '../support/docs.ts';
import { rest, restSection } from '../support/small-docs.ts';

/** Makes a union of shapes: the fields of these that are then marked, as `Shape.field`, and what is reported. */
function mark(shapes: readonly Shape[]): { marked: string[]; reported: string[] } {
  const whole = shape('Whole', union(...shapes.map(({ name }) => reference(name))));
  const reported: string[] = [];
  markDiscriminators([], [whole, ...shapes], (rule, position) =>
    reported.push(`${position} ${rule}`),
  );
  const marked = shapes.flatMap(({ name, type }) =>
    type.kind === 'object'
      ? type.fields
          .filter(({ discriminator }) => discriminator)
          .map((field) => `${name}.${field.name}`)
      : [],
  );
  return { marked, reported };
}

function marked(shapes: readonly Shape[]): string[] {
  return mark(shapes).marked;
}

test('a union of more objects than can be held against each other is told, once', () => {
  const shapes = Array.from({ length: 1200 }, (_, i) =>
    shape(`S${i}`, object([required('type', literal(`s${i}`))])),
  );
  expect(mark(shapes).reported).toEqual([expect.stringContaining(' event-too-large')]);
  expect(mark(shapes.slice(0, 1000)).reported).toEqual([]);
});

describe('in a union', () => {
  test('the constants that differ are marked', () => {
    expect(
      marked([
        shape('Talk', object([required('type', literal('talk')), required('text', string)])),
        shape('Music', object([required('type', literal('music'))])),
      ]),
    ).toEqual(['Talk.type', 'Music.type']);
  });

  test('a constant that is the same everywhere is not', () => {
    expect(
      marked([
        shape('Talk', object([required('object', literal('part'))])),
        shape('Music', object([required('object', literal('part'))])),
      ]),
    ).toEqual([]);
  });

  test('a constant that only one member has is not', () => {
    expect(
      marked([
        shape('Talk', object([required('type', literal('talk'))])),
        shape('Music', object([required('type', string)])),
      ]),
    ).toEqual([]);
  });

  test('lists of values that have nothing in common tell the members apart', () => {
    expect(
      marked([
        shape('Talk', object([required('type', oneOf('talk', 'speech'))])),
        shape('Music', object([required('type', literal('music'))])),
      ]),
    ).toEqual(['Talk.type', 'Music.type']);
  });

  test('lists that share a value do not', () => {
    expect(
      marked([
        shape('Talk', object([required('type', oneOf('talk', 'music'))])),
        shape('Music', object([required('type', literal('music'))])),
      ]),
    ).toEqual([]);
  });

  test('two fields may be needed to tell the members apart', () => {
    expect(
      marked([
        shape(
          'Host',
          object([required('type', literal('talk')), required('role', literal('host'))]),
        ),
        shape(
          'Guest',
          object([required('type', literal('talk')), required('role', literal('guest'))]),
        ),
        shape('Music', object([required('type', literal('music'))])),
      ]),
    ).toEqual(['Host.type', 'Host.role', 'Guest.type', 'Guest.role', 'Music.type']);
  });
});

describe('a member that nothing tells from the others', () => {
  const talk = shape('Talk', object([required('type', literal('talk'))]));
  const music = shape('Music', object([required('type', literal('music'))]));
  const other = shape('Other', object([required('title', string)], { position: 'radio.md:9:3' }));

  test('is reported', () => {
    expect(mark([talk, music, other]).reported).toEqual(['radio.md:9:3 variant-undiscriminated']);
  });

  test('is reported when a third member could be told from it', () => {
    const host = shape('Host', object([required('type', literal('talk'))]));
    const guest = shape(
      'Guest',
      object([required('type', literal('talk'))], { position: 'radio.md:5:3' }),
    );

    expect(mark([host, guest, music]).reported).toEqual(['radio.md:5:3 variant-undiscriminated']);
  });

  test('of two unions is reported once', () => {
    const sections = ['Talk', 'Music', 'News'].map((name) => restSection(name)).join('');
    const lines = diagnosticsOf(
      rest(
        '|| a | Any of **[Talk](#Talk)** \\| **[Music](#Music)** ||\n|| b | Any of **[Talk](#Talk)** \\| **[News](#News)** ||\n',
        { sections, skeleton: '"a": "object", "b": "object"' },
      ),
    );

    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'radio/tune.md:28:1 warning variant-undiscriminated',
      'radio/tune.md:35:1 warning variant-undiscriminated',
      'radio/tune.md:42:1 warning variant-undiscriminated',
    ]);
  });

  test('is not reported when it is the only object', () => {
    expect(mark([other, shape('Text', string)]).reported).toEqual([]);
  });
});

test('the `type` of an event is marked, a constant beside it is not', () => {
  const [event] = modelOf({
    'radio/source.json': sourceJson('openai-tree'),
    'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
    'radio/tune.md':
      "# tune\n\n## Properties\n- `type` (string, required): Enum: 'tune'.\n- `object` (string, required): Enum: 'event'.\n",
  }).events;

  expect(event?.body.fields.map(({ name, discriminator }) => [name, discriminator])).toEqual([
    ['type', true],
    ['object', undefined],
  ]);
});
