import { describe, expect, test } from 'vitest';
import type { Event, Model } from '../../generator/model/model.ts';
import {
  directionsOf,
  eventsOf,
  fieldsOf,
  partsOf,
  perEvent,
  shapesByName,
  shapesOf,
} from '../../generator/model/walk.ts';
import {
  arrayOf,
  clientEvent,
  discriminator,
  event,
  integer,
  mapOf,
  model,
  nothing,
  object,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';

const tune = event('tune', [required('station', reference('Station'))]);
const stop = clientEvent('stop', [required('reason', reference('Reason'))]);
const station = shape('Station', object([required('place', reference('Place'))]));
const place = shape('Place', object([required('city', string), optional('code', integer)]));
const reason = shape('Reason', object([required('text', string)]));
const radio = model([stop, tune], [reason, place, station]);

test('events by direction, in the order of the index', () => {
  expect(eventsOf(radio, 'server')).toEqual([tune]);
  expect(eventsOf(radio, 'client')).toEqual([stop]);
});

test('directions, the server first; none without events', () => {
  expect(directionsOf(radio)).toEqual(['server', 'client']);
  expect(directionsOf(model([stop]))).toEqual(['client']);
  expect(directionsOf(model([]))).toEqual([]);
});

test('shapes by name, of each list its own', () => {
  const other = { ...station, description: 'Another one.' };
  expect(shapesByName(radio).get('Station')).toBe(station);
  expect(shapesByName({ ...radio, shapes: [other] }).get('Station')).toBe(other);
});

test('what is found of an event is found again where a shape is another', () => {
  let count = 0;
  const cities = perEvent((one, shapes) => {
    count++;
    return [one.name, shapes.get('Place')?.name];
  });
  expect([cities(radio, tune), cities({ ...radio }, tune), count]).toEqual([
    ['tune', 'Place'],
    ['tune', 'Place'],
    1,
  ]);
  expect(cities({ ...radio, shapes: [station] }, tune)).toEqual(['tune', undefined]);
  expect(cities(radio, stop)).toEqual(['stop', 'Place']);
  expect(count).toBe(3);
});

test('what a type is made of', () => {
  expect(partsOf(arrayOf(string))).toEqual([string]);
  expect(partsOf(mapOf(integer))).toEqual([integer]);
  expect(partsOf(union(string, nothing))).toEqual([string, nothing]);
  expect(partsOf(object([required('a', string), optional('b', integer)]))).toEqual([
    string,
    integer,
  ]);
  expect(partsOf(reference('Station'))).toEqual([]);
});

describe('the shapes of a direction', () => {
  test("are those its events use, through other shapes too, in the model's order", () => {
    expect(shapesOf(radio, 'server')).toEqual([place, station]);
    expect(shapesOf(radio, 'client')).toEqual([reason]);
  });

  test('are found below arrays, maps and unions', () => {
    const deep = event('deep', [
      required('a', arrayOf(mapOf(union(nothing, reference('Station'))))),
    ]);

    expect(shapesOf(model([deep], [station, place, reason]), 'server')).toEqual([station, place]);
  });

  test('may contain each other', () => {
    const self = shape('Self', object([optional('self', reference('Self'))]));

    expect(
      shapesOf(model([event('e', [required('a', reference('Self'))])], [self]), 'server'),
    ).toEqual([self]);
  });
});

describe('the fields of an event, by their paths', () => {
  const pathsOf = (whole: Model, of: Event) => fieldsOf(whole, of).map(({ path }) => path);

  test('begin with its `type`', () => {
    expect(fieldsOf(model([]), event('tune'))).toEqual([
      { path: 'type', field: discriminator('type', 'tune') },
    ]);
  });

  test('go on into arrays, maps and shapes, each time these are used', () => {
    const twice = event('twice', [
      required('from', reference('Place')),
      required('to', arrayOf(reference('Place'))),
      required('by', mapOf(arrayOf(reference('Place')))),
    ]);

    expect(pathsOf(model([twice], [place]), twice)).toEqual([
      'type',
      'from',
      'from.city',
      'from.code',
      'to',
      'to[].city',
      'to[].code',
      'by',
      'by{}[].city',
      'by{}[].code',
    ]);
  });

  test('share the path of a union', () => {
    const either = event('either', [
      required('what', union(reference('Place'), reference('Reason'), nothing)),
    ]);

    expect(pathsOf(model([either], [place, reason]), either)).toEqual([
      'type',
      'what',
      'what.city',
      'what.code',
      'what.text',
    ]);
  });

  test('stop at a shape that contains itself', () => {
    const self = shape(
      'Self',
      object([required('name', string), optional('others', arrayOf(reference('Self')))]),
    );
    const whole = event('whole', [required('self', reference('Self'))]);

    expect(pathsOf(model([whole], [self]), whole)).toEqual([
      'type',
      'self',
      'self.name',
      'self.others',
    ]);
  });

  test('stop at a shape that is not there', () => {
    expect(pathsOf(model([tune]), tune)).toEqual(['type', 'station']);
  });
});
