import { expect, test } from 'vitest';
import { fieldNotations, includeNotations } from '../../generator/dialects/stray.ts';

test.each([...fieldNotations, ...includeNotations])(
  'the pattern beside the example $example is of it',
  ({ example, source }) => {
    expect(example).toMatch(new RegExp(source, 'imu'));
  },
);
