import { describe, expect, it } from 'vitest';
import { logText, visible, withoutCredentials } from '../generator/text.ts';

describe('without credentials', () => {
  it.each([
    ['cannot get https://me:secret@small.test/a', 'cannot get https://…@small.test/a'],
    ['ssh+git://me@small.test and file://you@here', 'ssh+git://…@small.test and file://…@here'],
    ['https://small.test/@me', 'https://small.test/@me'],
    ['me@small.test', 'me@small.test'],
  ])('%s', (text, told) => {
    expect(withoutCredentials(text)).toBe(told);
  });

  // A pattern that begins anew at every dot would take minutes.
  it('a text without an address is gone through once', () => {
    const text = 'a.'.repeat(400_000);
    expect(withoutCredentials(text)).toBe(text);
  });
});

describe('visible', () => {
  it.each([
    ['a command of GitHub', 'x ##[add-mask]y', String.raw`x #\u0023[add-mask]y`],
    [
      'a command of Azure Pipelines',
      '##vso[task.setvariable]',
      String.raw`#\u0023vso[task.setvariable]`,
    ],
    ['one in capitals', '##VSO[task.complete]', String.raw`#\u0023VSO[task.complete]`],
    ['an escape of a terminal', '\u001b[2J', String.raw`\u001b[2J`],
    ['signs that say nothing', '# ## [x] #[y] ##z[', '# ## [x] #[y] ##z['],
  ])('%s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves JSON what it is', () => {
    const value = { text: '##[error]\u202e' };
    expect(JSON.parse(visible(JSON.stringify(value)))).toEqual(value);
  });
});

describe('the text of a log', () => {
  it.each([
    ['begins no command', '::set-env name=a::b', String.raw`\u003a:set-env name=a::b`],
    ['nor behind blanks', 'a\n  ::debug::b', 'a\n  \\u003a:debug::b'],
    ['nor behind colours', '\u001b[31m::stop-commands::x', '\u001b[31m\\u003a:stop-commands::x'],
    ['may hold colons', 'a::b\nc: d', 'a::b\nc: d'],
  ])('%s', (_, text, shown) => {
    expect(logText(text)).toBe(shown);
  });
});
