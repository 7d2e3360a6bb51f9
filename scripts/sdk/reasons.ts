/** Reasons for which docs and declarations differ, as a file of JSON has them. */
import { readFile } from 'node:fs/promises';
import { UsageError } from '../../generator/errors.ts';
import { isJsonObject, parseJson } from '../../generator/model/json.ts';
import type { Json } from '../../generator/model/model.ts';
import type { Reason } from './figures.ts';

const whats = ['missing', 'kind', 'optionality', 'null', 'values', 'addition', 'event'] as const;
const sides = ['docs', 'declarations', 'both', 'nothing'] as const;

/**
 * Reads a list of reasons.
 *
 * @throws UsageError when an entry is not one
 */
export async function readReasons(file: string): Promise<Reason[]> {
  const list = parseJson(await readFile(file, 'utf8'));
  if (!Array.isArray(list)) throw new UsageError(`${file}: it must be a list.`);
  return list.map((entry, i) => {
    const reason = reasonOf(entry);
    if (reason) return reason;
    throw new UsageError(
      `${file}: entry ${i + 1} must have "what" (${whats.join(', ')}), "path", "reason", "recorded" (${sides.join(', ')}) and nothing else but "event".`,
    );
  });
}

function reasonOf(entry: Json): Reason | undefined {
  if (!isJsonObject(entry)) return undefined;
  const { what, path, event, reason, recorded, ...others } = entry;
  const [known, side] = [whats.find((one) => one === what), sides.find((one) => one === recorded)];
  if (!known || !side || typeof path !== 'string' || typeof reason !== 'string') return undefined;
  if (Object.keys(others).length > 0) return undefined;
  if (event !== undefined && typeof event !== 'string') return undefined;
  return { what: known, path, reason, recorded: side, ...(event !== undefined && { event }) };
}
