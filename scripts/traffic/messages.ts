/** Recorded messages, as a file has them: one JSON object a line. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Json } from '../../generator/model/model.ts';
import type { RecordedMessage } from './report.ts';

const json = v.custom<Json>(() => true);

const contract = v.object({
  provider: v.string(),
  generation: v.string(),
  direction: v.picklist(['server', 'client']),
  from: v.string(),
  event: json,
  rejected_by_server: v.optional(json),
});

/** The messages of a file. A line that is none is an error. */
export async function readMessages(file: string): Promise<RecordedMessage[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const value: unknown = JSON.parse(line);
    return v.parse(contract, value);
  });
}
