/** The formats of a report: one line here and one module each. A report goes in, text comes out. */
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import { releaseNotes } from './release-notes.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif.ts';
import type { Paint } from '../../reports/paint.ts';
import { textReport } from './text.ts';

export const formatNames = [
  'text',
  'markdown',
  'release-notes',
  'json',
  'github',
  'sarif',
] as const;
export type FormatName = (typeof formatNames)[number];

/** @param paint for the formats that are read on a screen */
export const formats: Record<FormatName, (report: Report, paint: Paint) => string> = {
  text: textReport,
  markdown: markdownReport,
  'release-notes': releaseNotes,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
};
