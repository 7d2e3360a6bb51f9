/** A list of values that may grow, `Enum: 'am', 'fm', ….`, from the page to the type and its guard. */
import { describe, expect, test } from 'vitest';
import { modelOf, sourceJson } from '../support/docs.ts';
import { guardsOf, typeOf } from '../support/emitted.ts';
import { treePage } from '../support/small-docs.ts';

const index = (name: string) => `# Events\n\n## Contents\n- [${name}](page.md)\n`;
const bands = `- \`open\` (string, required): Enum: 'am', 'fm', ….
- \`complete\` (string, required): Enum: 'am', 'fm'.
- \`rate\` (integer, required): Enum: 16, 24, ….
`;
const radio = modelOf({
  'radio/source.json': sourceJson('openai-tree', {
    index: { server: 'server/index.md', client: 'client/index.md' },
  }),
  'radio/server/index.md': index('tuned'),
  'radio/server/page.md': treePage('tuned', bands),
  'radio/client/index.md': index('tune'),
  'radio/client/page.md': treePage('tune', bands),
});

describe('the type', () => {
  test('of what a server sends is open, as is that of any other list', () => {
    const text = typeOf(radio, 'TunedEvent');

    expect(text).toContain("open: 'am' | 'fm' | (string & {});");
    expect(text).toContain("complete: 'am' | 'fm' | (string & {});");
  });

  test('of what a client writes is open, though that of any other list is not', () => {
    const text = typeOf(radio, 'TuneEvent');

    expect(text).toContain("open: 'am' | 'fm' | (string & {});");
    expect(text).toContain("complete: 'am' | 'fm';");
  });

  test('of numbers is open in the same way', () => {
    expect(typeOf(radio, 'TuneEvent')).toContain('rate: 16 | 24 | (number & {});');
  });
});

describe('the guard', () => {
  const message = { type: 'tune', open: 'am', complete: 'am', rate: 16 };

  test.each([
    [{ open: 'dab' }, true],
    [{ open: 1 }, false],
    [{ complete: 'dab' }, false],
    [{ rate: 48 }, true],
    [{ rate: '48' }, false],
  ])('of what a client writes, with %j: %s', async (more, fits) => {
    const isTuneEvent = (await guardsOf(radio)).get('isTuneEvent');

    expect(isTuneEvent?.({ ...message, ...more })).toBe(fits);
  });
});
