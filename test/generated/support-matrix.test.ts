/** The committed support matrix is what people link to: its form is a promise. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { matrixContract } from '../../generator/matrix/contract.ts';
import { supportMatrix, type EventSupport } from '../../generated/support-matrix.ts';
import { docsSrc, generated } from '../support/repository.ts';
import { directions, sourceIds } from '../support/generated-sources.ts';

const json: unknown = JSON.parse(
  await readFile(path.join(generated, 'support-matrix.json'), 'utf8'),
);
const matrix = v.parse(matrixContract, json);

/** The names that a source has for the events of which it says this. */
function eventsWith(source: string, direction: string, ...status: string[]): string[] {
  const named = matrix.events
    .filter((row) => row.direction === direction)
    .flatMap(({ event, sources: cells }) => {
      const cell = cells[source];
      return cell && status.includes(cell.support) ? (cell.names ?? [event]) : [];
    });
  return [...new Set(named)].toSorted();
}

const documented = ['supported', 'unsupported', 'partial', 'disputed'];

describe('support-matrix.json', () => {
  it('has the newest generation first, and the hand-written summary last', () => {
    expect(matrix.sources.map(({ id }) => id)).toEqual([
      'openai-realtime',
      'openai-realtime-translation',
      'yandex-ai-studio',
      'azure-openai-realtime',
      'azure-voice-live',
      'openai-realtime-beta',
      'openai-event-summary',
    ]);
  });

  it('has all sources', () => {
    expect(matrix.sources.map(({ id }) => id).toSorted()).toEqual(sourceIds);
  });

  it('has every source on every event, in the order of the sources', () => {
    const ids = matrix.sources.map(({ id }) => id);
    const others = matrix.events.filter(
      ({ sources: cells }) => Object.keys(cells).join() !== ids.join(),
    );
    expect(others).toEqual([]);
  });

  it('has every event once, by direction and name, by code point', () => {
    const names = matrix.events.map(({ direction, event }) => `${direction} ${event}`);
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  it('has no event that no source documents', () => {
    const unknown = matrix.events.filter(({ sources: cells }) =>
      Object.values(cells).every(({ support }) => support === 'undocumented'),
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    ['openai-realtime-beta', 45],
    ['yandex-ai-studio', 45],
    ['openai-event-summary', 26],
  ])('has the server events of %s: %i', (source, count) => {
    expect(eventsWith(source, 'server', ...documented)).toHaveLength(count);
  });

  it.each([
    ['openai-realtime-beta', 0],
    ['yandex-ai-studio', 19],
    ['openai-event-summary', 0],
  ])('has the server events that %s flags as not supported: %i', (source, count) => {
    expect(eventsWith(source, 'server', 'unsupported', 'disputed')).toHaveLength(count);
  });

  it('has the flags that their publisher contradicts, the misspelt one among them', () => {
    expect(eventsWith('yandex-ai-studio', 'server', 'disputed')).toEqual([
      'response.output_audio.delta',
      'response.output_text.delta',
    ]);
  });
});

describe.each(matrix.sources)('what it says of $id', ({ id, title, snapshot }) => {
  const parts = directions.filter((one) => one.id === id);

  it('has its title and its snapshot', () => {
    expect(parts[0]?.model.source).toMatchObject({ title, upstream: { snapshot } });
  });

  it('stands in the docs, on the line that it names', async () => {
    const missing: string[] = [];
    for (const { event, sources: cells } of matrix.events) {
      const found = cells[id];
      if (!found?.evidence) continue;
      const { file, line, text } = found.evidence;
      const lines = (await readFile(path.join(docsSrc, file), 'utf8')).split('\n');
      if (lines[line - 1]?.includes(text) !== true)
        missing.push(`${event}: ${file}:${line} ${text}`);
    }
    expect(missing).toEqual([]);
  });

  it('stands in its own pages', () => {
    const files = matrix.events.flatMap(({ sources: cells }) => {
      const found = cells[id];
      return found?.evidence ? [found.evidence.file] : [];
    });
    expect(files.filter((file) => !file.startsWith(`${id}/`))).toEqual([]);
  });

  it.each(parts)('agrees with the constants of $title', (part) => {
    expect({
      all: part.eventNames.toSorted(),
      supported: part.supported.toSorted(),
      unsupported: part.unsupported.toSorted(),
    }).toEqual({
      all: eventsWith(id, part.direction, ...documented),
      supported: eventsWith(id, part.direction, 'supported', 'partial', 'disputed'),
      unsupported: eventsWith(id, part.direction, 'unsupported'),
    });
  });
});

it('support-matrix.ts says the same of every event', () => {
  const rows: Record<string, Record<string, Record<string, EventSupport>>> = {
    server: supportMatrix.server,
    client: supportMatrix.client,
  };
  const said = Object.entries(rows).flatMap(([direction, events]) =>
    Object.entries(events).flatMap(([event, cells]) =>
      Object.entries(cells).map(([id, cell]) => [direction, event, id, cell.support]),
    ),
  );
  const expected = matrix.events.flatMap(({ direction, event, sources: cells }) =>
    Object.entries(cells).map(([id, cell]) => [direction, event, id, cell.support]),
  );
  expect(said).toEqual(expect.arrayContaining(expected));
  expect(said).toHaveLength(expected.length);
});

it('support-matrix.md has a row for every event, those of the server first', async () => {
  const text = await readFile(path.join(generated, 'support-matrix.md'), 'utf8');
  const rows = text.match(/^\| `[^`]+` /gm)?.map((row) => row.slice(3, -2));
  const namesOf = (direction: string) =>
    matrix.events.filter((row) => row.direction === direction).map(({ event }) => event);
  expect(rows).toEqual([...namesOf('server'), ...namesOf('client')]);
});
