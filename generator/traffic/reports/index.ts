/** The formats of a report: one line here and one module each. A report goes in, text comes out. */
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import type { Threshold, TrafficReport } from './report.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export const formatNames = ['text', 'markdown', 'json', 'github', 'sarif', 'junit'] as const;
export type FormatName = (typeof formatNames)[number];

/** What makes the run fail is what fails in a report that has failures. */
export const formats: Record<FormatName, (report: TrafficReport, failOn: Threshold) => string> = {
  text: textReport,
  markdown: markdownReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
  junit: junitReport,
};
