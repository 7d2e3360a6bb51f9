/** The AsyncAPI documents are valid for the parser of AsyncAPI, and their messages are the events with their schemas. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from '@asyncapi/parser';
import { expect, it } from 'vitest';
import { generated, generatedSources, readModel } from '../support/repository.ts';

it.each(generatedSources)('the one of %s', async (id) => {
  const source = path.join(generated, id, 'asyncapi.json');
  const { document, diagnostics } = await new Parser().parse(await readFile(source, 'utf8'), {
    source,
  });
  // There is a newer version of AsyncAPI, which is no more than information.
  const faults = diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version');
  expect(faults).toEqual([]);

  const documented = (document?.messages().all() ?? []).map((message) => [
    message.name(),
    Object.keys(message.payload()?.properties() ?? {}),
  ]);
  const { events } = await readModel(id);
  expect(documented).toEqual(
    events.map(({ name, body }) => [name, body.fields.map((field) => field.name)]),
  );
});
