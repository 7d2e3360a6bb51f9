/** Sources whose every text is hostile. */
import { array, assert, asyncProperty, constantFrom, oneof, string as anyString } from 'fast-check';
import { expect } from 'vitest';
import type { Model } from '../../generator/model/model.ts';
import { renderFiles } from '../../generator/pipeline.ts';
import {
  clientEvent,
  discriminator,
  event,
  integer,
  json,
  model,
  object,
  oneOf,
  openOneOf,
  optional,
  reference,
  required,
  shape,
  string,
  union,
  unsupported,
} from '../support/models.ts';
import { misshapen } from './form.ts';
import { hidden, markdownSkeletonOf, skeletonsOf, syntaxFaultsOf } from '../support/skeletons.ts';

/** Words that mean something to somebody who reads generated files. */
const pieces = [
  '*/',
  '/*',
  '//',
  '*',
  '`',
  '```',
  '${x}',
  '"',
  "'",
  '\\',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2028',
  '\u2029',
  '\u2066',
  '\u2069',
  '\u3164',
  '\ufeff',
  '\ufe0f',
  '\ud800',
  '\u{e0041}',
  '@deprecated',
  ' @internal ',
  '{@link x}',
  '* @see',
  '</script>',
  '<!--',
  '-->',
  '<b>',
  '&lt;',
  '|',
  '||',
  '#',
  '# ',
  '- ',
  '1. ',
  '> ',
  '---',
  '===',
  '[a](b)',
  '![a](b)',
  '[^1]',
  'https://small.test/',
  'a@b.test',
  '~~',
  '__proto__',
  '=1+1',
  '@SUM(1)',
  '::set-output name=x::y',
  '%0A',
  'export const stolen = 1;',
  ' ',
  'words',
  '界',
  'ا',
  '🎧',
];

/** A text of such words. */
export const hostile = array(
  oneof(
    { weight: 6, arbitrary: constantFrom(...pieces) },
    anyString({ unit: 'binary', maxLength: 4 }),
  ),
  { minLength: 1, maxLength: 8 },
).map((words) => words.join(''));

/** How many texts a source of {@link sourceOf} has. */
const count = 16;

/** A source in which everything that pages may word is one of these texts. */
function sourceOf(texts: readonly string[]): Model {
  const at = (i: number): string => `some ${texts[i] ?? ''}`;
  const position = `small/${at(0).replaceAll(':', '')}.md:1:1` as const;
  const whole = model(
    [
      event(
        'ping',
        [
          required('id', oneOf('a', `b ${at(1)}`), { description: at(2) }),
          optional(`name ${at(3)}`, string, {
            description: at(4),
            default: { value: [at(5), { [at(5)]: at(5) }], position },
            support: unsupported(at(6), position),
          }),
          optional('open', openOneOf('a', `b ${at(7)}`)),
          required('part', reference('Part')),
        ],
        { description: at(8), page: position, support: unsupported(at(9), position) },
      ),
      clientEvent('pong', [discriminator('kind', at(10)), required('all', reference('All'))], {
        url: `https://small.test/${at(11)}`,
        support: {
          status: 'partial',
          note: at(12),
          evidence: { position, text: at(13) },
        },
      }),
    ],
    [
      shape(
        'Part',
        object([required('id', integer, { origin: 'corrected', correction: position })]),
      ),
      shape('All', union(string, integer), at(14)),
    ],
    { title: at(15), upstream: { title: at(15), url: 'https://small.test/', snapshot: 'undated' } },
  );
  whole.corrections.push({
    position,
    target: 'ping/part.id',
    was: at(4),
    reason: at(4),
    evidence: at(4),
  });
  return whole;
}

const harmless = await renderFiles([sourceOf([])]);

/** What the texts of a source must not change. */
function skeletonOf(files: ReadonlyMap<string, string>) {
  return {
    code: skeletonsOf([...files].filter(([file]) => file.endsWith('.ts'))),
    markdown: markdownSkeletonOf(files.get('support-matrix.md') ?? ''),
  };
}

const plain = skeletonOf(harmless);

/**
 * Tries sources: each becomes the same code as one whose texts are harmless, and its texts stay what they are.
 *
 * @returns how many were tried
 */
export async function tryHostileTexts(sources: number): Promise<number> {
  let tried = 0;
  await assert(
    asyncProperty(array(hostile, { minLength: count, maxLength: count }), async (texts) => {
      const source = sourceOf(texts);
      const files = await renderFiles([source]);
      const code = [...files].filter(([file]) => file.endsWith('.ts'));
      expect(code.flatMap(([, text]) => syntaxFaultsOf(text))).toEqual([]);
      expect([...files].filter(([, text]) => hidden.test(text))).toEqual([]);
      expect(skeletonOf(files)).toEqual(plain);
      expect(await misshapen(files)).toEqual([]);
      const {
        $comment: _,
        version: __,
        ...written
      } = Object(json(files.get('small/model.json') ?? ''));
      expect(written).toEqual(source);
      tried++;
    }),
    { numRuns: sources },
  );
  return tried;
}
