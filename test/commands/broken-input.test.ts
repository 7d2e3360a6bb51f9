/** Pages as other editors, systems and people write them: they say the same as the sound page, or a diagnostic tells. */
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Model } from '../../generator/model/model.ts';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import {
  diagnosticsOf,
  docsOf,
  modelOf,
  shortDiagnosticsOf,
  sourceJson,
  type Texts,
} from '../support/docs.ts';
import { runCommand, temporaryFolder, writeFiles } from '../support/repository.ts';
import {
  anyA,
  lastField,
  rest,
  restSection,
  summary,
  tree,
  treePage,
} from '../support/small-docs.ts';

/** A model without the places of its statements. */
function withoutPlaces(model: Model): unknown {
  return JSON.parse(
    JSON.stringify(model, (key, value: unknown) =>
      ['position', 'page', 'copies'].includes(key) ? undefined : value,
    ),
  );
}

/** The docs with one page changed. */
function changed(docs: Texts, change: (page: string) => string): Texts {
  return { ...docs, 'radio/tune.md': change(docs['radio/tune.md'] ?? '') };
}

const bullets = `- \`a\` (object, required): Text
  of two lines.
  - \`b\` (string, required): Text. Enum: 'one', 'two'. Default: \`one\`.
  - \`c\` (array<object>, optional)
    - Items:
      - \`d\` (integer | null, optional)
`;
const row = '|| a | **[Station](#Station)**\n\nRequired field. Text. ||\n';
const sections = restSection('Station');

describe.each([
  ['a tree', tree(bullets)],
  ['a schema', rest(row, { sections, skeleton: anyA })],
  ['a summary', summary('{ "type": "tune", "a": 1 }')],
])('%s', (dialect, sound) => {
  test.each<[string, (page: string) => string]>([
    ['the line endings of Windows', (page) => page.replaceAll('\n', '\r\n')],
    ['the line endings of old Macs', (page) => page.replaceAll('\n', '\r')],
    ['a byte order mark', (page) => `\ufeff${page}`],
    ['no line break at its end', (page) => page.trimEnd()],
    // Within a text, blanks at the end of a line ask for a new one.
    ['blanks at the end of lines', (page) => page.replaceAll(/\n(?! {2}of)/g, '   \n')],
    ['a tab at the end of each line', (page) => page.replaceAll('\n', '\t\n')],
    ['a comment in front', (page) => `<!-- a comment -->\n\n${page}`],
    ['twice as many blank lines', (page) => page.replaceAll('\n\n', '\n\n\n')],
  ])('with %s says the same', (_, change) => {
    const name = dialect === 'a summary' ? 'radio/index.md' : 'radio/tune.md';
    const docs = { ...sound, [name]: change(sound[name] ?? '') };

    expect(shortDiagnosticsOf(docs)).toEqual([]);
    expect(withoutPlaces(modelOf(docs))).toEqual(withoutPlaces(modelOf(sound)));
  });
});

describe('a tree', () => {
  const sound = tree(bullets);

  test.each<[string, (page: string) => string]>([
    ['another marker', (page) => page.replaceAll(/^( *)- /gm, '$1* ')],
    ['numbers', (page) => page.replaceAll(/^( *)- /gm, '$1$11. ').replace('\n  of', '\n   of')],
    ['four blanks a level', (page) => page.replaceAll(/^ +/gm, '$&$&')],
    ['five blanks a level', (page) => page.replaceAll(/^( +)/gm, (blanks) => blanks.repeat(2.5))],
    ['tabs', (page) => page.replaceAll('  ', '\t')],
    [
      'entities',
      (page) =>
        page
          .replaceAll("'", '&#39;')
          .replace('array<object>', 'array&lt;object&gt;')
          .replaceAll('|', '&#124;'),
    ],
    [
      'escapes',
      (page) =>
        page
          .replace('array<object>', String.raw`array\<object\>`)
          .replaceAll(' | ', String.raw` \| `),
    ],
    [
      'a comment between its bullets',
      (page) => page.replaceAll(/^( *)- /gm, '$1<!-- a comment -->\n$1- '),
    ],
    ['a non-breaking blank after a name', (page) => page.replace('`b` (', '`b`\u00a0(')],
  ])('with %s says the same', (_, change) => {
    const docs = changed(sound, change);

    expect(shortDiagnosticsOf(docs)).toEqual([]);
    expect(withoutPlaces(modelOf(docs))).toEqual(withoutPlaces(modelOf(sound)));
  });

  test.each<[string, (page: string) => string, string[]]>([
    [
      'a non-breaking blank after a bullet',
      (page) => page.replace('- `b`', '-\u00a0`b`'),
      ['5:1 error default-malformed', '5:1 error enum-malformed', '7:5 error bullet-unknown'],
    ],
    [
      'a non-breaking blank in a heading',
      (page) => page.replace('## P', '##\u00a0P'),
      ['1:1 error section-missing'],
    ],
    [
      'mixed markers',
      (page) => page.replace('  - `c`', '  * `c`'),
      ['8:3 warning list-misaligned'],
    ],
    [
      'one bullet behind a tab',
      (page) => page.replace('  - `b`', '\t- `b`'),
      ['7:2 warning list-misaligned', '8:3 warning list-misaligned'],
    ],
  ])('with %s is reported', (_, change, faults) => {
    expect(shortDiagnosticsOf(changed(sound, change))).toEqual(
      faults.map((fault) => `radio/tune.md:${fault}`),
    );
  });
});

describe('a schema', () => {
  const sound = rest(row, { sections, skeleton: anyA });

  test.each<[string, (page: string) => string]>([
    ['tabs around its cells', (page) => page.replaceAll(' | ', '\t|\t')],
    ['blanks before its rows', (page) => page.replaceAll('\n||', '\n  ||')],
    ['non-breaking blanks after names', (page) => page.replaceAll(' | **', '\u00a0| **')],
    ['entities', (page) => page.replace('|| a |', '|| &#97; |')],
    ['another marker of values', (page) => page.replace('- `tune`', '* `tune`')],
  ])('with %s says the same', (_, change) => {
    const docs = changed(sound, change);

    expect(shortDiagnosticsOf(docs)).toEqual([]);
    expect(withoutPlaces(modelOf(docs))).toEqual(withoutPlaces(modelOf(sound)));
  });

  test.each<[string, (page: string) => string, string[]]>([
    [
      'a comment between rows',
      (page) => page.replace('|| a', '<!-- a comment -->\n|| a'),
      ['24:1 error table-stray-text'],
    ],
    [
      'a non-breaking blank in its mark',
      (page) => page.replace('Required field. Text', 'Required\u00a0field. Text'),
      ['26:1 error field-malformed'],
    ],
  ])('with %s is reported', (_, change, faults) => {
    expect(shortDiagnosticsOf(changed(sound, change))).toEqual(
      faults.map((fault) => `radio/tune.md:${fault}`),
    );
  });
});

describe('text of any script', () => {
  const words =
    'Sender 📻 «телефон» 放送局 تحديد שלום e\u0301 \u{1f468}\u200d\u{1f469}\u200d\u{1f467}';

  test('is a description as it stands', () => {
    expect(lastField(tree(`- \`a\` (string, required): ${words}\n`))?.description).toBe(words);
    expect(
      lastField(rest(`|| a | **string**\n\n${words} ||\n`, { skeleton: anyA }))?.description,
    ).toBe(words);
  });

  test('is a value as it stands', () => {
    const field = lastField(tree("- `a` (string, required): Enum: '放送局', 'שלום', '📻'.\n"));

    expect(field?.type).toMatchObject({
      values: [
        { value: '放送局', position: 'radio/tune.md:5:33' },
        { value: 'שלום', position: 'radio/tune.md:5:40' },
        { value: '📻', position: 'radio/tune.md:5:48' },
      ],
    });
  });

  test('without capitals is not a flag, whatever words stand in it', () => {
    expect(diagnosticsOf(tree('- `a` (string, required): HTTP と URL を使う。\n'))).toEqual([]);
  });

  test('is a name of a field, but not of an event', () => {
    const field = tree('- `放送局` (string, required): Text.\n');
    const event = {
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': '# Events\n\n## Contents\n- [放送局](tune.md)\n',
      'radio/tune.md': treePage('放送局'),
    };

    expect(lastField(field)?.name).toBe('放送局');
    expect(shortDiagnosticsOf(field)).toEqual(['radio/tune.md:5:1 warning name-confusable']);
    expect(shortDiagnosticsOf(event)).toEqual(['radio/index.md:4:1 error event-name-invalid']);
  });

  test('has columns that count as editors do, in UTF-16', () => {
    expect(
      shortDiagnosticsOf(tree('- `a` (string, required): Text 📻📻 [NOT SUPPORTET]\n')),
    ).toEqual(['radio/tune.md:5:37 warning flag-near-miss']);
  });
});

describe('bytes', () => {
  const page = treePage('tune', '- `a` (string, required): Text.\n');
  const diagnosticsOfBytes = (text: Uint8Array): string[] => {
    const docs = new Map([...docsOf(tree('')), ['radio/tune.md', text]]);
    return modelSources(docs).flatMap(({ diagnostics }) => diagnostics.map(lineOfDiagnostic));
  };

  test('of another encoding are reported where the first of them stands', () => {
    const bytes = Buffer.from(page.replace('Text', 'Caf\u00e9'), 'latin1');

    expect(diagnosticsOfBytes(bytes)).toEqual([
      'radio/tune.md:5:30 error encoding-invalid these bytes are not UTF-8; save the page as UTF-8.',
    ]);
  });

  test('of half a character are reported', () => {
    const bytes = Buffer.concat([Buffer.from(page), Buffer.from([0xed, 0xa0, 0x80])]);

    expect(diagnosticsOfBytes(bytes)).toEqual([
      expect.stringMatching(/^radio\/tune\.md:6:1 error encoding-invalid /),
    ]);
  });

  test('of UTF-16 are reported', () => {
    expect(diagnosticsOfBytes(Buffer.from(`\ufeff${page}`, 'utf16le'))).toContainEqual(
      expect.stringMatching(/^radio\/tune\.md:1:1 error encoding-invalid these bytes/),
    );
  });

  test('that are NUL are reported', () => {
    expect(diagnosticsOfBytes(Buffer.from(page.replace('Text', 'Te\0xt')))).toEqual([
      'radio/tune.md:5:29 error encoding-invalid this is a NUL character; remove it, or save the page as UTF-8.',
    ]);
  });

  test('of the replacement character itself are text', () => {
    expect(diagnosticsOfBytes(Buffer.from(page.replace('Text', 'Te\ufffdxt')))).toEqual([]);
  });
});

describe('half a character', () => {
  test('as an entity is what Markdown makes of it', () => {
    expect(lastField(tree('- `a` (string, required): A&#xD800;B.\n'))?.description).toBe(
      'A\ufffdB.',
    );
  });

  test('in an example is reported', () => {
    expect(shortDiagnosticsOf(summary(String.raw`{ "type": "tune", "a\ud800": 1 }`))).toEqual([
      'radio/index.md:9:1 error example-malformed',
    ]);
  });

  test('in source.json is reported', () => {
    const source = sourceJson('openai-tree').replace('"Radio"', String.raw`"Radio\ud800"`);

    expect(shortDiagnosticsOf({ ...tree(''), 'radio/source.json': source })).toEqual([
      'radio/source.json:2:12 error source-invalid',
    ]);
  });
});

describe('a link', () => {
  const linking = (url: string) =>
    shortDiagnosticsOf({
      ...tree(''),
      'radio/index.md': `# Events\n\n## Contents\n- [tune](tune.md)\n- [lost](<${url}>)\n`,
      'tv/source.json': sourceJson('openai-tree'),
      'tv/index.md': '# Events\n\n## Contents\n- [lost](lost.md)\n',
      'tv/lost.md': treePage('lost'),
    });

  test.each([
    '../tv/lost.md',
    '../../lost.md',
    'sub/../../tv/lost.md',
    '%2e%2e/tv/lost.md',
    '..%2Ftv%2Flost.md',
    '%2e%2e%2f%2e%2e%2fetc/passwd',
    '/etc/passwd',
    '//example.com/lost.md',
    'file:///etc/passwd',
    'https://example.com/lost.md',
    'javascript:alert(1)',
    'C:/lost.md',
    String.raw`\\server\lost.md`,
    '#lost',
    '%E0%A4%A',
  ])('%s is refused', (url) => {
    expect(linking(url)).toEqual(['radio/index.md:5:3 error link-outside']);
  });

  test.each(['lost.md', '%252e%252e/tv/lost.md', String.raw`..\tv\lost.md`, 'tune.md%00'])(
    '%s leads to no page',
    (url) => {
      expect(linking(url)).toEqual(['radio/index.md:5:3 error page-missing']);
    },
  );

  test.each(['tune.md', './tune.md', 'tune%2Emd', '../radio/tune.md', 'sub/../tune.md'])(
    '%s leads to a page of the source',
    (url) => {
      const index = `# Events\n\n## Contents\n- [tune](${url})\n`;

      expect(shortDiagnosticsOf({ ...tree(''), 'radio/index.md': index })).toEqual([]);
    },
  );

  test('to what is not a page is reported', () => {
    expect(linking('source.json')).toContainEqual('radio/source.json:1:1 error title-missing');
  });
});

describe('a symbolic link', () => {
  test.each([
    ['to a page', 'lost.md'],
    ['to a folder', 'folder'],
    ['to nothing', 'nothing.md'],
  ])('%s is refused', async (_, name) => {
    const elsewhere = await temporaryFolder({ 'lost.md': treePage('lost'), 'folder/lost.md': '' });
    const docs = await temporaryFolder(tree(''));
    await symlink(path.join(elsewhere, name), path.join(docs, 'radio', name));

    await expect(readDocs(docs)).rejects.toThrow(
      `${path.join(docs, 'radio', name)} is a symbolic link; put what it leads to in its place.`,
    );
  });

  test('is said in a sentence, and nothing is written', async () => {
    const cwd = await temporaryFolder();
    await writeFiles(path.join(cwd, 'docs-src'), tree(''));
    await symlink('/etc/hostname', path.join(cwd, 'docs-src/radio/host.md'));

    expect(await runCommand(['generate'], { cwd })).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'realtime-events: docs-src/radio/host.md is a symbolic link; put what it leads to in its place.\n',
    });
  });

  test('to what is not a page is not followed', async () => {
    const docs = await temporaryFolder(tree(''));
    await symlink('/etc/hostname', path.join(docs, 'radio/host.txt'));

    expect((await readDocs(docs)).get('radio/host.txt')).toEqual(new Uint8Array());
  });
});

test('two byte order marks are reported, and the words after them are whole', () => {
  const { 'radio/tune.md': page = '', ...others } = tree(bullets);

  expect(diagnosticsOf({ ...others, 'radio/tune.md': `\ufeff\ufeff${page}` })).toEqual([
    'radio/tune.md:1:1 error encoding-invalid there is more than one byte order mark; save the page as UTF-8 without any.',
  ]);
});

test('the name of a file with a line break stays on its line', () => {
  expect(diagnosticsOf({ ...tree(''), 'radio/lost\nradio/tune.md:1:1 error.md': '' })).toEqual([
    expect.stringMatching(/^radio\/lost\\nradio\/tune\.md:1:1 error\.md:1:1 error page-unlisted /),
  ]);
});
