/** The formats of a part of the matrix. */
import type { Paint } from '../../reports/paint.ts';
import type { SupportMatrix } from '../types.ts';
import { supportJson } from './json.ts';
import { supportTable } from './markdown.ts';
import { supportText } from './text.ts';

export const formatNames = ['table', 'markdown', 'json'] as const;
export type FormatName = (typeof formatNames)[number];

/** Where a table is shown. */
export interface Screen {
  width: number;
  paint: Paint;
}

export const formats: Record<FormatName, (matrix: SupportMatrix, screen: Screen) => string> = {
  table: supportText,
  markdown: supportTable,
  json: supportJson,
};
