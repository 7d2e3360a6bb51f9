import { expect, test } from 'vitest';
import { unionsOf } from '../../generator/model/discriminators.ts';
import { breachesOf } from '../../generator/model/contract.ts';
import {
  event,
  model,
  object,
  oneOf,
  optional,
  reference,
  required,
  shape,
  string,
  union,
} from '../support/models.ts';

const kinds = (count: number) =>
  Array.from({ length: count }, (_, i) => object([required('kind', oneOf(`k${i}`))]));

test('a union that has no objects but those of another one is not gone through again', () => {
  const band = shape('Band', union(...kinds(2)));
  const fields = [
    optional('a', union(reference('Band'), string)),
    optional('b', union(reference('Band'), object([]))),
  ];

  const { unions } = unionsOf([event('tune', fields)], [band]);

  expect(unions.map((members) => members.length)).toEqual([2, 3]);
});

test('unions of more members than can be told apart are told', () => {
  const band = shape('Band', union(...kinds(900)));
  const fields = Array.from({ length: 30 }, (_, i) =>
    optional(`a${i}`, union(reference('Band'), object([optional(`b${i}`, string)]))),
  );

  expect(breachesOf(model([event('tune', fields)], [band]))).toContainEqual(
    expect.objectContaining({ rule: 'event-too-large' }),
  );
});
