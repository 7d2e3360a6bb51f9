/** Whole pages of the syntax, with their corrections: OpenAI's references, as `docs-src/` has them in words of our own. */
import { expect, it } from 'vitest';
import { isError } from '../../generator/diagnostics.ts';
import { eventsOf } from '../../generator/model/walk.ts';
import { readSources } from '../support/read-sources.ts';

it('whole references are read without an error', async () => {
  const read = (await readSources())
    .filter(({ id }) => id === 'openai-realtime' || id === 'openai-realtime-translation')
    .map(({ id, model, diagnostics }) => ({
      id,
      server: model && eventsOf(model, 'server').length,
      client: model && eventsOf(model, 'client').length,
      errors: diagnostics.filter(isError),
    }));
  expect(read).toEqual([
    { id: 'openai-realtime', server: 46, client: 11, errors: [] },
    { id: 'openai-realtime-translation', server: 7, client: 3, errors: [] },
  ]);
});
