/** `support-matrix.ts`: the matrix as a typed constant. */
import { StructureKind, VariableDeclarationKind, type StatementStructures } from 'ts-morph';
import { jsdoc } from '../jsdoc.ts';
import type { SupportMatrix } from './matrix.ts';
import { jsonCode, literal } from '../text.ts';

/** The statements of `support-matrix.ts`. */
export function supportStatements(matrix: SupportMatrix): StatementStructures[] {
  return [
    {
      kind: StructureKind.TypeAlias,
      name: 'SourceId',
      isExported: true,
      type: matrix.sources.map(({ id }) => literal(id)).join(' | '),
      docs: jsdoc(['A documented source.']),
    },
    {
      kind: StructureKind.TypeAlias,
      name: 'SupportStatus',
      isExported: true,
      type: "'supported' | 'unsupported' | 'partial' | 'disputed' | 'undocumented'",
      docs: jsdoc(['What a source says of an event. `undocumented`: its docs do not name it.']),
    },
    {
      kind: StructureKind.Interface,
      name: 'EventSupport',
      isExported: true,
      docs: jsdoc(['What one source says of one event, and the words of its docs that say so.']),
      properties: [
        { name: 'support', type: 'SupportStatus' },
        {
          name: 'note',
          type: 'string',
          hasQuestionToken: true,
          docs: jsdoc(['What is missing; every `partial` has one.']),
        },
        {
          name: 'evidence',
          type: '{ file: string; line: number; text: string }',
          hasQuestionToken: true,
          docs: jsdoc(['Where it stands: the file relative to the docs folder, the line from 1.']),
        },
        {
          name: 'disputed',
          type: '{ status: SupportStatus; reason: string; evidence: string }',
          hasQuestionToken: true,
          docs: jsdoc(['What speaks against the words of the docs; every `disputed` has one.']),
        },
        {
          name: 'deprecated',
          type: '{ file: string; line: number; text: string }',
          hasQuestionToken: true,
          docs: jsdoc(['The words that call the event deprecated, and where they stand.']),
        },
      ],
    },
    {
      kind: StructureKind.Interface,
      name: 'SupportMatrix',
      isExported: true,
      docs: jsdoc(['Every event of every source, sorted by direction and name.']),
      properties: [
        {
          name: 'sources',
          type: 'Array<{ id: SourceId; title: string; snapshot?: string; retired?: { date: string; evidence: string } }>',
          docs: jsdoc(['`retired`: since when nobody serves it any more, and what says so.']),
        },
        {
          name: 'events',
          type: "Array<{ event: string; direction: 'server' | 'client'; sources: Record<SourceId, EventSupport> }>",
        },
      ],
    },
    {
      kind: StructureKind.VariableStatement,
      declarationKind: VariableDeclarationKind.Const,
      isExported: true,
      docs: jsdoc(['The support matrix.']),
      declarations: [
        {
          name: 'supportMatrix',
          type: 'SupportMatrix',
          initializer: jsonCode(matrix),
        },
      ],
    },
  ];
}
