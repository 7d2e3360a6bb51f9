import { expect, it } from 'vitest';
import { readNamed } from '../../../generator/diff/sides/sides.ts';
import { limits } from '../../../generator/limits.ts';
import { temporaryFolder } from '../../support/repository.ts';

it('a model.json that is too large is refused before it is read', async () => {
  const cwd = await temporaryFolder({ 'model.json': ' '.repeat(limits.model + 1) });
  await expect(readNamed('model.json', 'docs-src', cwd)).rejects.toThrow(
    'model.json has 16777217 bytes, and a model may have 16777216 at most; compare the docs, or the model of one source.',
  );
});
