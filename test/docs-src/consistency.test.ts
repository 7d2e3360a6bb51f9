/** What an index says of a page, and the page of itself: where they disagree, the diagnostic names both places. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, sourceJson, type Texts } from '../support/docs.ts';
import { rest, restIndex, summary, tree, treePage } from '../support/small-docs.ts';

/** An index of these links, and the pages of `tune` and `stop`. */
function listing(links: string, pages: Texts = {}): Texts {
  return {
    'radio/source.json': sourceJson('openai-tree'),
    'radio/index.md': `# Events\n\n## Contents\n${links}`,
    'radio/tune.md': treePage('tune'),
    'radio/stop.md': treePage('stop'),
    ...pages,
  };
}

const tune = '- [tune](tune.md)\n';
const stop = '- [stop](stop.md)\n';

describe('an index', () => {
  test('of pages that agree with it', () => {
    expect(diagnosticsOf(listing(tune + stop))).toEqual([]);
  });

  test('lists a page that is not there', () => {
    expect(diagnosticsOf(listing(`${tune + stop}- [play](play.md)\n`))).toEqual([
      'radio/index.md:6:3 error page-missing "play.md" leads to radio/play.md, which does not exist; add that page, or fix the link.',
    ]);
  });

  test('does not list a page that is there', () => {
    expect(diagnosticsOf(listing(tune))).toEqual([
      'radio/stop.md:1:1 error page-unlisted no index of this source (radio/index.md) lists this page; list it or remove it.',
    ]);
  });

  test('of the other direction does not list it either', () => {
    const index = { index: { server: 'index.md', client: 'client.md' } };
    const docs = {
      ...listing(tune),
      'radio/source.json': sourceJson('openai-tree', index),
      'radio/client.md': '# Events\n\n## Contents\n- [play](play.md)\n',
      'radio/play.md': treePage('play'),
    };

    expect(diagnosticsOf(docs)).toEqual([
      'radio/stop.md:1:1 error page-unlisted no index of this source (radio/index.md, radio/client.md) lists this page; list it or remove it.',
    ]);
  });

  test('lists two pages for one event', () => {
    const docs = listing(`${tune + stop}- [tune](again/tune.md)\n`, {
      'radio/again/tune.md': treePage('tune'),
    });

    expect(diagnosticsOf(docs)).toEqual([
      'radio/index.md:6:1 error event-duplicate tune is listed at radio/index.md:4:1 already (with radio/tune.md:1:1, here with radio/again/tune.md:1:1); remove one of the two.',
    ]);
  });

  test('lists one page twice', () => {
    expect(diagnosticsOf(listing(tune + stop + tune))).toEqual([
      'radio/index.md:6:1 error event-duplicate tune is listed at radio/index.md:4:1 already (with radio/tune.md:1:1, here with radio/tune.md:1:1); remove one of the two.',
    ]);
  });

  test('lists one page for two events', () => {
    expect(diagnosticsOf(listing(`${tune + stop}- [play](stop.md)\n`))).toEqual([
      'radio/stop.md:1:1 warning path-differs radio/index.md:6:1 lists this page as "play", and its path does not end in that, as the paths of the other pages do; rename the page, or fix the link.',
      'radio/stop.md:1:1 error title-differs the title is "stop", but radio/index.md:6:1 lists this page as "play".',
      'radio/stop.md:4:1 error event-type-missing the event needs a required field `type` whose one value is "play", its name at radio/index.md:6:1 (- `type` (string, required): Enum: \'play\'.); here it is "stop".',
    ]);
  });
});

describe('a page', () => {
  test('has another title', () => {
    const page = treePage('stop').replace('# stop', '# halt');

    expect(diagnosticsOf(listing(tune + stop, { 'radio/stop.md': page }))).toEqual([
      'radio/stop.md:1:1 error title-differs the title is "halt", but radio/index.md:5:1 lists this page as "stop".',
    ]);
  });

  test('has another value of `type`', () => {
    const page = treePage('stop').replace("'stop'", "'halt'");

    expect(diagnosticsOf(listing(tune + stop, { 'radio/stop.md': page }))).toEqual([
      'radio/stop.md:4:1 error event-type-missing the event needs a required field `type` whose one value is "stop", its name at radio/index.md:5:1 (- `type` (string, required): Enum: \'stop\'.); here it is "halt".',
    ]);
  });

  test('is called after another event', () => {
    const links = `${tune + stop}- [play](pause.md)\n`;

    expect(diagnosticsOf(listing(links, { 'radio/pause.md': treePage('play') }))).toEqual([
      'radio/pause.md:1:1 warning path-differs radio/index.md:6:1 lists this page as "play", and its path does not end in that, as the paths of the other pages do; rename the page, or fix the link.',
    ]);
  });

  test('may be called anything where no page is called after its event', () => {
    const docs: Texts = {
      ...tree(''),
      'radio/index.md': '# Events\n\n## Contents\n- [tune](1.md)\n',
    };
    const { 'radio/tune.md': page = '', ...others } = docs;

    expect(diagnosticsOf({ ...others, 'radio/1.md': page })).toEqual([]);
  });
});

describe('the flag of a page', () => {
  const flagged = (index: string, title: string): Texts => {
    const docs = rest('');
    return {
      ...docs,
      'radio/index.md': restIndex(`|| [radio.tune](tune.md) | tune ${index} ||\n`),
      'radio/tune.md': (docs['radio/tune.md'] ?? '').replace(
        '# REST: tune',
        `# REST: tune ${title}`,
      ),
    };
  };

  test('is that of its index', () => {
    expect(diagnosticsOf(flagged('[NOT SUPPORTED]', '[CURRENTLY NOT SUPPORTED]'))).toEqual([]);
  });

  test.each([
    ['[NOT SUPPORTED]', '', 'nothing of support', 'unsupported'],
    ['', '[NOT SUPPORTED]', 'unsupported', 'nothing of support'],
    ['[NOT SUPPORTED]', '[PARTIALLY SUPPORTED]', 'partial', 'unsupported'],
  ])('is not: %s in the index, %s in the title', (index, title, onPage, inIndex) => {
    expect(diagnosticsOf(flagged(index, title))).toEqual([
      `radio/tune.md:1:1 error flag-differs the page says ${onPage}, radio/index.md:7:28 says ${inIndex}; make them agree.`,
    ]);
  });
});

test('a group page and its index', () => {
  const docs = listing('- [radio](radio.md)\n  - [tune](tune.md)\n  - [stop](stop.md)\n', {
    'radio/radio.md': '# radios\n\n## Contents\n- [tune](tune.md)\n',
  });

  expect(diagnosticsOf(docs)).toEqual([
    'radio/radio.md:1:1 error group-differs this group lists tune (radio/tune.md), but radio/index.md:4:1 lists tune (radio/tune.md), stop (radio/stop.md) below it; make them agree.',
    'radio/radio.md:1:1 error title-differs the title is "radios", but radio/index.md:4:1 lists this page as "radio".',
  ]);
});

test('a summary that lists an event twice', () => {
  const docs = summary();
  const page = (docs['radio/index.md'] ?? '').replace(/- `tune` - words\n/, '$&$&');

  expect(diagnosticsOf({ ...docs, 'radio/index.md': page })).toEqual([
    'radio/index.md:6:1 error event-duplicate tune is listed at radio/index.md:5:1 already; remove one of the two.',
  ]);
});
