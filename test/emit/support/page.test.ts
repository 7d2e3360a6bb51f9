/** `support-matrix.html`: whatever the docs say, it is text; and the policy of the page names its own style and script. */
import { createHash } from 'node:crypto';
import { expect, it, test } from 'vitest';
import { supportPage } from '../../../generator/emit/support/page.ts';
import { readPageParts } from '../../../generator/input/page-parts.ts';
import { supportMatrix } from '../../../generator/matrix/matrix.ts';
import { event, model, required, string, unsupported } from '../../support/models.ts';

const parts = await readPageParts();

/** The page of one source, in which this text stands wherever one of the docs can. */
function pageWith(text: string, url = 'https://small.test/'): string {
  const field = required('text', string, { description: text });
  const small = model([event('ping', [field], { support: unsupported(text) })], [], {
    title: text,
    upstream: { title: text, url, snapshot: '2026-01-01' },
    retired: { date: '2026-01-01', evidence: text },
  });
  return supportPage(supportMatrix([small]), parts);
}

const tagsOf = (page: string): string[] => page.match(/<\/?[a-z][^\s>]*/gi) ?? [];

it.each([
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  "' onclick='alert(1)",
  '<!-- <script>',
  ']]></style>',
])('has no more elements for a text such as %s', (text) => {
  expect(tagsOf(pageWith(text))).toEqual(tagsOf(pageWith('words')));
});

it('shows the text', () => {
  expect(pageWith('<b>')).toContain('“&#60;b&#62;”');
});

it('leads only to what a browser opens', () => {
  expect(pageWith('words')).toContain('<a href="https://small.test/"');
  expect(pageWith('words', 'javascript:alert(1)')).not.toContain('<a href="javascript');
});

test('its policy lets its own style and script in, and nothing else', () => {
  const page = pageWith('words');
  const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
  const [, script = ''] = /<script type="module">([^]*?)<\/script>/.exec(page) ?? [];

  expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});
