import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../generator/input/model-file.ts';
import type { Type } from '../../generator/model/model.ts';
import {
  arrayOf,
  event,
  integer,
  model,
  object,
  oneOf,
  optional,
  reference,
  required,
  shape,
  somewhere,
  string,
  union,
} from '../support/models.ts';
import { foundOfWideUnion } from './wide-union.ts';

describe('a model.json', () => {
  it('of a version that had deprecation in words only has it as data', () => {
    const dial = optional('dial', string, { description: 'Deprecated: turn the knob.' });
    const old = model([event('tune', [dial], { description: 'This event is deprecated.' })]);
    const [tune] = readModelFile(JSON.stringify(old), 'model.json').events;
    expect(tune?.deprecated?.text).toBe('This event is deprecated.');
    expect(tune?.body.fields.at(-1)?.deprecated?.text).toBe('Deprecated: turn the knob.');
  });

  it.each([
    ['no JSON', '{', 'model.json:1:2 is not valid JSON; fix it here.'],
    [
      'nothing of a model',
      '{}',
      'model.json: "source" is missing; add it, or see that it is the file you mean.',
    ],
    ['a list', '[]', 'model.json: it must be an object.'],
    [
      'a key twice',
      JSON.stringify(model([event('tune')])).replace('{', '{"events":[],'),
      'model.json: "events" is there twice; remove one.',
    ],
    ['no events', { events: 1 }, /^model\.json: "events" .*\.$/],
    [
      'a field of an unknown type',
      {
        events: [
          { ...event('tune'), body: { ...event('tune').body, fields: [{ name: 'a', type: {} }] } },
        ],
      },
      /^model\.json: "events\.0\.body\.fields\.0\.\w+" .*\.$/,
    ],
    [
      'a word that is none of the contract',
      JSON.stringify(model([event('tune', [optional('a', string)])])).replace('optional', 'maybe'),
      'model.json: "events.0.body.fields.1.requiredness" must be "required" or "optional" or "unstated".',
    ],
    [
      'a place that is none',
      { events: [{ ...event('tune'), page: 'tune.md' }] },
      'model.json: "events.0.page" must be a place in the docs folder, file:line:column.',
    ],
    [
      'a place outside of the docs',
      { events: [{ ...event('tune'), page: '../../tune.md:1:1' }] },
      'model.json: "events.0.page" must be a place in the docs folder, file:line:column.',
    ],
    [
      'a place before the first line',
      { events: [{ ...event('tune'), page: 'tune.md:0:1' }] },
      'model.json: "events.0.page" must be a place in the docs folder, file:line:column.',
    ],
    [
      'an example that is a list',
      { events: [{ ...event('tune'), examples: [{ position: somewhere, value: [] }] }] },
      'model.json: "events.0.examples.0.value" must be an object.',
    ],
    [
      'an address that runs code',
      {
        source: {
          ...model([]).source,
          upstream: { title: 'A', url: 'javascript:a()', snapshot: 'undated' },
        },
      },
      'model.json: "source.upstream.url" must begin with https://.',
    ],
    [
      'an end that is not a day',
      { source: { ...model([]).source, retired: { date: 'soon', evidence: 'A page.' } } },
      'model.json: "source.retired.date" must be a date (YYYY-MM-DD).',
    ],
    [
      'an event that does not state its name',
      { events: [{ ...event('tune'), name: 'stop' }] },
      'model.json: stop has no required field "type", a discriminator, whose one value is its name.',
    ],
    [
      'a list without a value',
      { events: [event('tune', [required('band', oneOf())])] },
      'model.json: "events.0.body.fields.1.type.values" must have a value.',
    ],
    [
      'a union of one',
      { events: [event('tune', [required('band', union(string))])] },
      'model.json: "events.0.body.fields.1.type.members" must have two members.',
    ],
    [
      'a shape that is itself',
      { shapes: [shape('Station', reference('Station'))] },
      'model.json does not hold a sound model: at small/page.md:1:1, the shape Station is itself or something else, which no type is; take it out of itself.',
    ],
    [
      'a shape that is called like what the code uses',
      { shapes: [shape('Record', object([]))] },
      'model.json does not hold a sound model: at small/page.md:1:1, the TypeScript name Record is that of the platform already; give one of them another name under "shapes" of source.json.',
    ],
    [
      'a shape whose name is a word of TypeScript',
      { shapes: [shape('string', object([]))] },
      /^model\.json: "shapes\.0\.name" must be a TypeScript name .*\.$/,
    ],
    ['no event', { events: [] }, 'model.json has no event.'],
    ['another version', { version: 2 }, /^model\.json: "version" is not known; .*\.$/],
    [
      'a source whose name is none of a folder',
      { source: { ...model([]).source, id: 'radio\n::error::x' } },
      /^model\.json: "source\.id" must .*\.$/,
    ],
    [
      'a title of two lines',
      { source: { ...model([]).source, title: 'Radio\n::error::x' } },
      /^model\.json: "source\.title" must be one line .*\.$/,
    ],
    [
      'an event whose name has line breaks',
      { events: [event('tune\n::error::x')] },
      'model.json: "events.0.name" must be the wire name of an event.',
    ],
    [
      'a field without a name',
      { events: [event('tune', [required(' ', string)])] },
      'model.json: "events.0.body.fields.1.name" must not be blank.',
    ],
    [
      'a shape whose name is none of TypeScript',
      { shapes: [shape('a b', string)] },
      /^model\.json: "shapes\.0\.name" must be a TypeScript name .*\.$/,
    ],
    [
      'a type that is nested too deep',
      `{"events":${'{"element":'.repeat(3000)}1${'}'.repeat(3000)}}`,
      'model.json is nested deeper than anything it may hold; see that it is the file you mean.',
    ],
    [
      'an example that is nested too deep',
      `{"examples":${'['.repeat(9000)}${']'.repeat(9000)}}`,
      'model.json is nested deeper than anything it may hold; see that it is the file you mean.',
    ],
    [
      'a reference to a shape that is not there',
      { events: [event('tune', [required('station', reference('Station'))])] },
      'model.json refers to a shape "Station" that it does not have.',
    ],
    [
      'a field twice in one object',
      { events: [event('tune', [required('station', string), optional('station', integer)])] },
      'model.json does not hold a sound model: at small/page.md:1:1, `station` stands at small/page.md:1:1 already; remove one of the two.',
    ],
  ])('with %s is refused', (_, part, message) => {
    const text = typeof part === 'string' ? part : JSON.stringify({ ...model([]), ...part });
    expect(() => readModelFile(text, 'model.json')).toThrow(message);
  });

  it('in which shapes lead to more fields than are compared is refused', () => {
    const fields = Array.from({ length: 100 }, (_, i) => required(`a${i}`, string));
    const shapes = Array.from({ length: 50 }, (_, i) =>
      shape(
        `S${i}`,
        object([...fields, ...(i < 49 ? [required('a', reference(`S${i + 1}`))] : [])]),
      ),
    );
    const events = Array.from({ length: 50 }, (_, i) =>
      event(`tune.${i}`, [required('a', reference('S0'))]),
    );
    const text = JSON.stringify(model(events, shapes));
    expect(() => readModelFile(text, 'model.json')).toThrow(
      'model.json has too many fields: tune.39 has more than 20000, or with the events before it more than 200000, counting those of its shapes on every way to them, or shapes in shapes more than 400 levels deep; compare smaller models.',
    );
  });

  it('in which unions fork into more shapes than are compared is refused', () => {
    const shapes = Array.from({ length: 60 }, (_, i) =>
      shape(`S${i}`, union(reference(`S${i + 1}`), arrayOf(reference(`S${i + 1}`)))),
    );
    const tune = event('tune', [required('a', reference('S0'))]);
    const text = JSON.stringify(model([tune], [...shapes, shape('S60', string)]));
    expect(() => readModelFile(text, 'model.json')).toThrow('model.json has too many fields: tune');
  });

  it('may have any brackets in its words', () => {
    const description = String.raw`\" [`.repeat(1000);
    const small = model([{ ...event('tune'), description }]);
    expect(readModelFile(JSON.stringify(small), 'model.json')).toEqual(small);
  });

  const chain = (type: (next: string) => Type) =>
    model(
      [event('tune', [required('station', reference('S0'))])],
      [
        ...Array.from({ length: 5000 }, (_, i) => shape(`S${i}`, type(`S${i + 1}`))),
        shape('S5000', string),
      ],
    );

  it.each([
    [
      'are each nothing but the next one',
      (next: string) => reference(next),
      /^model\.json has more than 400 shapes that are each nothing but the next one, /,
    ],
    [
      'contain each other',
      (next: string) => object([optional('a', reference(next))]),
      /^model\.json has too many fields: tune has .* shapes in shapes more than 400 levels deep/,
    ],
  ])('of which thousands %s is refused', (_, type, message) => {
    expect(() => readModelFile(JSON.stringify(chain(type)), 'model.json')).toThrow(message);
  });

  it('may have a union of very many members', () => {
    expect(foundOfWideUnion(2000)).toEqual(['put-otherwise']);
  });

  it('keeps each key of what messages hold', () => {
    const value = { a: JSON.parse('{"constructor":1,"__proto__":{"b":2}}'), c: 3 };
    const small = model([{ ...event('tune'), examples: [{ position: somewhere, value }] }]);
    const read = readModelFile(JSON.stringify(small), 'model.json');
    expect(JSON.stringify(read.events[0]?.examples[0]?.value)).toBe(JSON.stringify(value));
  });

  it('may refer to its shapes', () => {
    const small = model(
      [event('tune', [required('station', reference('Station'))])],
      [shape('Station', string)],
    );
    expect(readModelFile(JSON.stringify(small), 'model.json')).toEqual(small);
  });

  it('keeps neither the schema nor the comment of the file', () => {
    const file = JSON.stringify({ $schema: 'a', $comment: 'b', ...model([event('tune')]) });
    expect(readModelFile(file, 'model.json')).toEqual(model([event('tune')]));
  });

  it('refuses a key that a model does not have, as a flag would be lost that is misspelled', () => {
    const small = JSON.stringify(model([event('tune')])).replace(
      '"fields":[{',
      '$&"deprecatd":true,',
    );
    expect(() => readModelFile(small, 'model.json')).toThrow(
      'model.json: "events.0.body.fields.0.deprecatd" is not known; remove it, or fix its spelling.',
    );
  });
});
