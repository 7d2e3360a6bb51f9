/** The words of the committed types, as people read them who hover over names. */
import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sourceIds } from '../support/generated-sources.ts';
import { generated } from '../support/repository.ts';

describe.each(sourceIds)('%s', async (id) => {
  const text = await readFile(path.join(generated, id, 'types.ts'), 'utf8');

  it('says whose words they are, once', () => {
    expect(text.match(/the words of the descriptions are/g)?.length).toBe(1);
  });

  it('has links that lead somewhere, and names no page of another repository', () => {
    expect(text.match(/\]\((?!https:)[^)]*\)|@see (?!\{@link https:).*/g)).toBeNull();
  });

  it('says of what is corrected why', () => {
    expect(text.match(/Corrected\.|corrections\//g)).toBeNull();
  });

  it('says a and an as the name asks for', () => {
    expect(
      text.match(/\ban `(?:session|conversation|response|rate)|\ba `(?:input|output|error)/gi),
    ).toBeNull();
  });
});
