import { describe, expect, test } from 'vitest';
import { docsHashes, docsOfSources } from '../../generator/input/sources.ts';
import { docsOf, type Texts } from '../support/docs.ts';

const radio = { 'radio/source.json': '{}\n', 'radio/tune.md': '# Tune\n' };
const tv = { 'tv/source.json': '{}\n' };

test('the docs of some sources are the files in their folders', () => {
  const docs = docsOfSources(docsOf({ ...radio, ...tv }), ['tv']);
  expect([...docs.keys()]).toEqual(['tv/source.json']);
});

describe('the hash of the docs of a source', () => {
  const hashOf = (texts: Texts): string | undefined => docsHashes(docsOf(texts)).get('radio');
  const hash = hashOf(radio);

  test.each([
    ['in another order', Object.fromEntries(Object.entries(radio).toReversed())],
    ['with the line ends of another system', { ...radio, 'radio/tune.md': '# Tune\r\n' }],
    ['beside another source', { ...radio, ...tv }],
    ['with a file that is not read', { ...radio, 'radio/notes.txt': '' }],
  ])('is the same %s', (_, texts) => {
    expect(hashOf(texts)).toBe(hash);
  });

  test.each([
    ['another text', { ...radio, 'radio/tune.md': '# Tune!\n' }],
    ['another name of a page', { 'radio/source.json': '{}\n', 'radio/mute.md': '# Tune\n' }],
    ['one page more', { ...radio, 'radio/mute.md': '' }],
    [
      'a part of one page in another',
      { ...radio, 'radio/tune.md': '', 'radio/tune2.md': '# Tune\n' },
    ],
  ])('is another one with %s', (_, texts) => {
    expect(hashOf(texts)).not.toBe(hash);
  });
});
