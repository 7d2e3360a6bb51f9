/** The same questions, asked of JSON, of the terminal and of the types; `support-page.deep.test.ts` asks the page. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { matrixContract } from '../../generator/matrix/contract.ts';
import { supportText } from '../../generator/matrix/reports/text.ts';
import type { CellStatus, SupportMatrix } from '../../generator/matrix/types.ts';
import { viewOf } from '../../generator/matrix/view.ts';
import { signed } from '../../generator/matrix/words.ts';
import { errorsOf } from '../support/compiler.ts';
import { generated, root } from '../support/repository.ts';
import {
  questionInWords,
  supportQuestions,
  type SupportQuestion,
} from '../support/support-questions.ts';

const text = await readFile(path.join(generated, 'support-matrix.json'), 'utf8');
const matrix: SupportMatrix = v.parse(matrixContract, JSON.parse(text));

const cases = supportQuestions.map((question) => ({
  question,
  words: questionInWords(question),
}));

interface Answer {
  answer: CellStatus;
  name?: string;
}

const expected = ({ answer, name }: SupportQuestion): Answer => ({
  answer,
  ...(name !== undefined && { name }),
});

function answerOf(answer: CellStatus | undefined, name: string | undefined): Answer {
  return { answer: answer ?? 'undocumented', ...(name !== undefined && { name }) };
}

/** What JSON says. */
function askJson({ direction, asked, row: name = asked, field, source }: SupportQuestion): Answer {
  const row = matrix.events.find((one) => one.direction === direction && one.event === name);
  const cell = row?.sources[source];
  if (field === undefined) return answerOf(cell?.support, cell?.names?.[0]);
  const found = row?.fields.find((one) => one.path === field)?.sources[source];
  return answerOf(found?.support, found?.path);
}

const statuses = ['supported', 'unsupported', 'partial', 'disputed', 'undocumented'] as const;

/** What the terminal shows: the cell at the end of the row. */
function askTerminal({ direction, asked, row = asked, field, source }: SupportQuestion): Answer {
  const view = viewOf(matrix, {
    asked: [field === undefined ? asked : `${asked}/${field}`],
    sources: [source],
    direction,
    fields: false,
    onlyDifferences: false,
  });
  const shown = supportText(view.matrix, { width: Infinity, paint: (_, words) => words });
  const start = field === undefined ? row : `  ${field}`;
  const line = shown.split('\n').find((one) => one.startsWith(`${start} `)) ?? '';
  const cell = line.slice(start.length).trim();
  const [, name] = /, as (\S+?)(?:,|$)/.exec(cell) ?? [];
  const status = statuses.find((one) => cell.startsWith(signed(one)));
  // The cell of a field begins with its type, unless it is flagged.
  return answerOf(status ?? (field === undefined ? undefined : 'supported'), name);
}

describe.each(cases)('$words', ({ question }) => {
  it('in JSON', () => {
    expect(askJson(question)).toEqual(expected(question));
  });

  it('in the terminal', () => {
    expect(askTerminal(question)).toEqual(expected(question));
  });
});

/** What must compile for an answer to be that of the types. */
function typeOf({ direction, asked, row = asked, field, source, answer, name }: SupportQuestion) {
  const cell = `(typeof supportMatrix)['${direction}']['${row}']['${source}']`;
  if (field !== undefined)
    return `Expect<Equal<Lacks<${cell}, '${field}'>, ${String(answer === 'undocumented')}>>`;
  const support = `Expect<Equal<${cell}['support'], '${answer}'>>`;
  return name === undefined ? support : `${support}, Expect<Equal<${cell}['names'][0], '${name}'>>`;
}

test('the types give the same answers', () => {
  const app = `
    import { supportMatrix } from './generated/support-matrix.js';
    type Equal<A, B> = [A, B] extends [B, A] ? true : false;
    type Expect<T extends true> = T;
    type Lacks<Cell, Path> = Cell extends { lacks: readonly (infer Names)[] } ? Path extends Names ? true : false : false;
    export type Answers = [
      ${supportQuestions.map(typeOf).join(',\n      ')}
    ];
    export { supportMatrix };
  `;
  expect(errorsOf(new Map([[path.join(root, 'app-support.ts'), app]]))).toEqual([]);
});

test('who wants it cannot write a handler for what never comes', () => {
  const app = (name: string) => `
    import type { PortableServerEvent, SupportedServerEvent } from './generated/support-matrix.js';
    type Handlers<Names extends string> = { [Name in Names]?: (event: { type: Name }) => void };
    export const own: Handlers<SupportedServerEvent<'yandex-ai-studio'>> = { '${name}': () => {} };
    export const both: Handlers<PortableServerEvent<'openai-realtime' | 'azure-openai-realtime'>> = {
      'response.done': () => {},
    };
  `;
  const errors = (name: string) =>
    errorsOf(new Map([[path.join(root, 'app-handlers.ts'), app(name)]]));

  expect(errors('response.output_text.delta')).toEqual([]);
  expect(errors('response.output_text.done')).toHaveLength(1);
  expect(
    errorsOf(
      new Map([
        [
          path.join(root, 'app-portable.ts'),
          `import type { PortableServerEvent } from './generated/support-matrix.js';
           export const name: PortableServerEvent<'openai-realtime' | 'azure-openai-realtime'> = 'response.output_audio.delta';`,
        ],
      ]),
    ),
  ).toHaveLength(1);
});
