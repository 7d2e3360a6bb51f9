/** The formats of a report: one line here and one module each. A report goes in, text comes out. */
import type { TrafficReport } from './report.ts';
import { textReport } from './text.ts';

export const formatNames = ['text'] as const;
export type FormatName = (typeof formatNames)[number];

export const formats: Record<FormatName, (report: TrafficReport) => string> = {
  text: textReport,
};
