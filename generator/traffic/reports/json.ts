/** For programs, and for `--merge`: what `schemas/traffic-report.schema.json` describes. */
import { visible } from '../../text.ts';
import { reportVersion } from '../contract.ts';
import type { TrafficReport } from './report.ts';

export function jsonReport({ tally, role, against, suggestions }: TrafficReport): string {
  const content = {
    version: reportVersion,
    role,
    ...tally,
    ...(against.length > 0 && { against }),
    ...(suggestions.length > 0 && { suggestions }),
  };
  return `${visible(JSON.stringify(content, undefined, 2))}\n`;
}
