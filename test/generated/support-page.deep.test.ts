/**
 * `support-matrix.html` in a real browser, opened from the disk. Where there is no Chromium, this file is left out
 * (`vitest.config.ts`); `.ci/run` installs one. `UPDATE=1` writes the picture of the README anew.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it, test } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { generated, root } from '../support/repository.ts';
import {
  questionInWords,
  supportQuestions,
  type SupportQuestion,
} from '../support/support-questions.ts';

const file = path.join(generated, 'support-matrix.html');
const address = pathToFileURL(file).href;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
afterAll(() => browser.close());

/** What a page says that it should not: errors, and requests of anything but itself. */
const complaints: string[] = [];
afterEach(() => {
  const [complaint] = complaints.splice(0);
  if (complaint !== undefined) throw new Error(`the page complains: ${complaint}`);
});

async function open(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`${message.type()} ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address && !request.url().startsWith('data:'))
      complaints.push(`request of ${request.url()}`);
  });
  await page.goto(`${address}${hash}`);
  return page;
}

const rowOf = (page: Page, event: string) => page.locator(`tr[data-event="${event}"]`);
const shownEvents = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('tr[data-event]:visible')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event')));
const countOf = (page: Page): Promise<string | null> => page.locator('#count').textContent();

test('is small enough, and begins as a page does', async () => {
  const text = await readFile(file);
  expect(gzipSync(text).length).toBeLessThanOrEqual(400_000);
  expect(text.toString().startsWith('<!doctype html>')).toBe(true);
});

describe('filters', () => {
  it('by text, of events and of their fields', async () => {
    const page = await open();
    await page.fill('#text', 'viseme');
    expect(await shownEvents(page)).toEqual([
      'response.animation_viseme.delta',
      'response.animation_viseme.done',
    ]);
    await page.fill('#text', 'session.audio.output.voice');
    expect(await shownEvents(page)).toContain('session.update');
    expect(page.url()).toContain('#?text=session.audio.output.voice');
  });

  it('by direction and status', async () => {
    const page = await open();
    await page.selectOption('#status', 'disputed');
    expect(await shownEvents(page)).toEqual([
      'response.output_audio.delta',
      'response.output_text.delta',
    ]);
    await page.selectOption('#direction', 'client');
    expect(await shownEvents(page)).toEqual([]);
    await page.click('button[type=reset]');
    // The page takes its first values back a task after the click.
    await expect.poll(async () => (await shownEvents(page)).length).toBeGreaterThan(70);
  });

  it('by source', async () => {
    const page = await open('#?in=yandex-ai-studio&status=unsupported&direction=server');
    // Two of the nineteen that are flagged are disputed.
    expect(await shownEvents(page)).toHaveLength(17);
    expect(await page.locator('thead th:visible').allTextContents()).toEqual([
      'Event',
      'Yandex AI Studio Realtime',
      'In short',
    ]);
  });

  it('by what two sources do not have alike', async () => {
    const page = await open();
    await page.selectOption('#first', 'openai-realtime');
    await page.selectOption('#second', 'yandex-ai-studio');
    expect(await countOf(page)).toMatch(/^\d+ of \d+ events differ\.$/);
    expect(await shownEvents(page)).toContain('rate_limits.updated');
    expect(await shownEvents(page)).not.toContain('input_audio_buffer.append');
  });

  it('by a list that is pasted, or a log', async () => {
    const page = await open();
    await page.click('#mine-panel > summary');
    await page.fill('#mine', 'response.audio.delta, rate_limits.updated\nno.such_event');
    expect(await shownEvents(page)).toEqual(['rate_limits.updated', 'response.output_audio.delta']);
    expect(await countOf(page)).toContain('Yandex AI Studio Realtime has 1 of 2');
    expect(await countOf(page)).toContain('In no source: no.such_event.');
    await page.fill('#mine', '{"type":"session.created","session":{"object":"realtime.session"}}');
    expect(await shownEvents(page)).toEqual(['session.created']);
  });

  it.each([
    ['a key', '{"type":"response.done","response":{"status_details":{"error":null}}}'],
    ['a word of a log', `error while reading {'type': 'response.done'}`],
    ['a key in a text of JSON', String.raw`"{\"type\":\"response.done\",\"error\":null}"`],
  ])('takes %s for no event, though one is called so', async (_, log) => {
    const page = await open();
    await page.click('#mine-panel > summary');
    await page.fill('#mine', log);
    expect(await shownEvents(page)).toEqual(['response.done']);
    await page.fill('#mine', `['error', 'response.done']`);
    expect(await shownEvents(page)).toEqual(['error', 'response.done']);
  });
});

describe('a row', () => {
  it('opens to the words of the docs and to its fields', async () => {
    const page = await open();
    await rowOf(page, 'response.output_text.delta').locator('button').click();
    const detail = page.locator('.detail');
    expect(await detail.locator('.cards').textContent()).toContain('[CURRENTLY NOT SUPPORTTED]');
    expect(await detail.locator('.fields').textContent()).toContain('obfuscation');
    expect(new URL(page.url()).hash).toBe('#response.output_text.delta');
    await rowOf(page, 'response.output_text.delta').locator('button').click();
    expect(await detail.count()).toBe(0);
  });

  it('is opened by its address, by the name of any source', async () => {
    const page = await open('#response.audio.delta?in=openai-realtime,azure-openai-realtime');
    const button = rowOf(page, 'response.output_audio.delta').locator('button');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.card').count()).toBe(2);
  });

  it('is opened with the keyboard alone', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('session.created');
    const isRow = () => page.evaluate("document.activeElement.className === 'open'");
    for (let presses = 0; presses < 20 && !(await isRow()); presses++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.detail').count()).toBe(1);
  });
});

test.each(['light', 'dark'] as const)('nothing is out of reach in %s', async (colorScheme) => {
  for (const width of [1280, 390]) {
    const page = await open('#response.output_text.delta', {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await page.evaluate(axe);
    const violations = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
    );
    expect(violations).toEqual([]);
    // Nothing is wider than the screen.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
});

test('without scripts it is a table with notes', async () => {
  const page = await open('', { javaScriptEnabled: false });
  expect(await rowOf(page, 'rate_limits.updated').textContent()).toContain('✗ no');
  expect(await page.locator('#filters').isVisible()).toBe(false);
  const words = await page.locator('.notes').textContent();
  // 19 events of the server, 2 of the client, and a part of one.
  expect(words?.match(/CURRENTLY NOT SUPPORTT?ED/g)).toHaveLength(22);
});

test('on paper it is the table alone', async () => {
  const page = await open();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#filters').isVisible()).toBe(false);
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
});

/** What the page shows for a question: the words of the cell, nothing where there is none. */
async function answerOf(page: Page, question: SupportQuestion): Promise<string> {
  const { asked, row = asked, field, source } = question;
  await page.goto('about:blank');
  await page.goto(`${address}#${asked}?in=${source}`);
  const cell =
    field === undefined
      ? rowOf(page, row).locator(`td[data-id="${source}"]`)
      : page.locator('.detail .fields tbody tr', {
          has: page.locator('th', { hasText: new RegExp(`^${field.replaceAll('.', '\\.')}$`) }),
        });
  const text = (await cell.count()) === 0 ? '' : ((await cell.textContent()) ?? '');
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What must stand there. */
function expectedOf({ field, answer, name }: SupportQuestion): RegExp {
  const words = {
    supported: field === undefined ? '✓ yes' : ', ',
    unsupported: '✗ no',
    partial: '◐ in part',
    disputed: '\\? disputed',
    undocumented: field === undefined ? 'not documented' : '^$',
  };
  const as = name === undefined ? '' : `.*as ${name.replaceAll('.', '\\.')}`;
  return new RegExp(words[answer] + as);
}

test('the twenty questions get their answers', async () => {
  const page = await open();
  const wrong: string[] = [];
  for (const question of supportQuestions) {
    const text = await answerOf(page, question);
    if (!expectedOf(question).test(text)) wrong.push(`${questionInWords(question)} ${text}`);
  }
  expect(wrong).toEqual([]);
});

// ── Pictures ────────────────────────────────────────────────────────────────────────────────────────────────

const picture = path.join(root, 'docs/images/support-matrix.png');

test('the picture of the README is there, and small', async () => {
  if (process.env['UPDATE'] === '1' || !existsSync(picture)) {
    const page = await open(
      '#?in=openai-realtime,yandex-ai-studio,azure-openai-realtime,azure-voice-live&text=response.output_',
      {
        viewport: { width: 1100, height: 1000 },
        colorScheme: 'light',
      },
    );
    await mkdir(path.dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
  }
  expect((await stat(picture)).size).toBeLessThan(200_000);
});
