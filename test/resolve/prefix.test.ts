import { expect, it } from 'vitest';
import { prefixed } from '../../generator/resolve/prefix.ts';
import {
  arrayOf,
  event,
  model,
  object,
  reference,
  required,
  shape,
  somewhere,
  string,
  union,
} from '../support/models.ts';

const usage = shape('Usage', object([required('total', string)]));
const radio = model(
  [event('tuned', [required('uses', arrayOf(union(reference('Usage'), string)))])],
  [usage],
);

it('a model whose source wants no prefix stays as it is', () => {
  expect(prefixed(radio)).toBe(radio);
});

it('events, shapes, what refers to them and their aliases have the prefix of their source', () => {
  const aliases = [{ name: 'Use', of: 'Usage', position: somewhere }];
  const acme = prefixed({ ...radio, aliases, source: { ...radio.source, typePrefix: 'Acme' } });
  expect(acme.events[0]?.typeName).toBe('AcmeTunedEvent');
  expect(acme.events[0]?.name).toBe('tuned');
  expect(acme.shapes[0]?.name).toBe('AcmeUsage');
  expect(acme.events[0]?.body.fields[1]?.type).toMatchObject({
    element: { members: [{ kind: 'reference', name: 'AcmeUsage' }, { kind: 'string' }] },
  });
  expect(acme.aliases).toMatchObject([{ name: 'AcmeUse', of: 'AcmeUsage' }]);
});
