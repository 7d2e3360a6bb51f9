import { describe, expect, it } from 'vitest';
import { waysAmong } from '../../generator/model/circular.ts';
import type { Shape } from '../../generator/model/model.ts';
import { arrayOf, object, optional, reference, shape, string, union } from '../support/models.ts';

const circlesOf = (...shapes: Shape[]): string[] =>
  waysAmong(shapes).circles.map((circle) =>
    circle
      .map(({ name }) => name)
      .toSorted()
      .join(' '),
  );

describe('a circle', () => {
  it('is a shape that is itself', () => {
    expect(circlesOf(shape('A', union(string, reference('A'))), shape('B', string))).toEqual(['A']);
  });

  it('is shapes that are each other, without those that only lead to them or from them', () => {
    expect(
      circlesOf(
        shape('First', reference('A')),
        shape('A', union(string, reference('B'), reference('Last'))),
        shape('B', reference('A')),
        shape('Last', string),
      ),
    ).toEqual(['A B']);
  });

  it('may be one of two that have a way from one to the other', () => {
    expect(
      circlesOf(
        shape('A', reference('B')),
        shape('B', union(reference('A'), reference('C'))),
        shape('Between', reference('C')),
        shape('C', reference('D')),
        shape('D', reference('C')),
      ),
    ).toEqual(['C D', 'A B']);
  });

  it('is not what has itself in a list or in an object', () => {
    expect(
      circlesOf(
        shape('A', union(string, arrayOf(reference('A')))),
        shape('B', object([optional('b', reference('B'))])),
      ),
    ).toEqual([]);
  });
});

it('a way of many shapes ends', () => {
  const count = 30_000;
  const shapes = Array.from({ length: count }, (_, i) => shape(`S${i}`, reference(`S${i + 1}`)));
  expect(waysAmong([...shapes, shape(`S${count}`, string)])).toEqual({
    circles: [],
    longest: count + 1,
  });
  const { circles } = waysAmong([...shapes, shape(`S${count}`, reference('S0'))]);
  expect(circles[0]).toHaveLength(count + 1);
});
