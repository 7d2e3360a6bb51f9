/**
 * Sentences about a field, a list for each kind of fact. A line that begins with `#` is what the field states itself: its
 * type, whether it is required, and other facts. `+` is told as a fact of the kind that the file is named after, `-` is
 * told as nothing; `prose.txt` has only such.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordedFacts } from '../../../generator/dialects/worded-facts/index.ts';
import { withMaskedValues } from '../../../generator/dialects/worded-facts/values.ts';
import { placesOf, sentencesOf } from '../../../generator/dialects/worded-facts/wording.ts';
import { shortDiagnosticsOf, diagnosticsOf } from '../../support/docs.ts';
import { tree } from '../../support/small-docs.ts';

/** The files by the names of what they are about. */
const files: Readonly<Record<string, string>> = {
  'a default': 'default.txt',
  'a list of values': 'list-of-values.txt',
  'whether it is required': 'requiredness.txt',
  'that it may be null': 'null.txt',
  'a bound': 'bound.txt',
  'that it is deprecated': 'deprecation.txt',
  'that it is not supported': 'support.txt',
  'fields that stand elsewhere': 'elsewhere.txt',
  fields: 'fields.txt',
  'a type': 'type.txt',
};

interface Listed {
  isTold: boolean;
  sentence: string;
}

/** What a file lists of fields that state the same. */
function groupsIn(file: string): { stated: string; listed: Listed[] }[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text.split(/^# /m).flatMap((group) => {
    const [stated = '', ...lines] = group.trim().split('\n');
    const listed = lines.filter(Boolean).map((line) => {
      if (!/^[-+] \S/.test(line)) throw new Error(`${file}: begin with + or -: ${line}`);
      return { isTold: line.startsWith('+'), sentence: line.slice(2) };
    });
    return listed.length === 0 ? [] : [{ stated, listed }];
  });
}

/** What is told of each sentence, if each is in the words of a field that states the same. */
function toldOf(stated: string, sentences: readonly string[]): string[] {
  const [signature = '', facts = ''] = stated.split('; ');
  const bullets = sentences.map(
    (sentence, i) => `- \`f${i}\` (${signature}): ${`Words of it. ${sentence} ${facts}`.trim()}\n`,
  );
  const docs = tree(bullets.join(''));
  const found = diagnosticsOf(docs);
  const places = shortDiagnosticsOf(docs);
  return sentences.map((_, i) =>
    found.filter((_line, j) => places[j]?.startsWith(`radio/tune.md:${i + 5}:`)).join('\n'),
  );
}

it.each(wordedFacts)('the hint of the cues for $name hides none of them', (kind) => {
  const listed = [...Object.values(files), 'prose.txt'].flatMap(groupsIn);
  const sentences = listed.flatMap((group) => group.listed.map(({ sentence }) => sentence));
  const cuesFound = ({ cueHint, ...rest }: typeof kind): string[] =>
    sentences.filter((sentence) => {
      const masked = sentencesOf(withMaskedValues(sentence));
      return placesOf({ ...rest, ...(cueHint && { cueHint }) }, masked).length > 0;
    });
  const { cueHint: _, ...withoutHint } = kind;

  expect(cuesFound(kind)).toEqual(cuesFound(withoutHint));
});

it('there is a list for each kind of fact', () => {
  const kinds = new Set(wordedFacts.map(({ name }) => name));

  expect(new Set(Object.keys(files))).toEqual(kinds);
});

describe.each([...Object.entries(files), ['nothing', 'prose.txt']])('%s (%s)', (kind, file) => {
  describe.each(groupsIn(file))('$stated', ({ stated, listed }) => {
    const told = toldOf(
      stated,
      listed.map(({ sentence }) => sentence),
    );

    const looks = new RegExp(` seems to state ${kind}, but is read as words`);

    it.each(listed.map((one, i) => ({ ...one, found: told[i] })))(
      'told: $isTold: $sentence',
      ({ isTold, found }) => {
        expect(found).toMatch(isTold ? looks : /^$/);
      },
    );
  });
});
