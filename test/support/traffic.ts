/** Recorded messages, where they are at hand. */
import path from 'node:path';
import { readMessages } from '../../scripts/traffic/messages.ts';
import type { RecordedMessage } from '../../scripts/traffic/report.ts';
import { root } from './repository.ts';

/** The recorded messages of a generation, by these providers. */
export async function recordedMessages(
  generation: string,
  providers: readonly string[],
): Promise<RecordedMessage[]> {
  const all = await readMessages(path.join(root, '../shared/traffic/recorded.jsonl'));
  return all.filter(
    (message) => message.generation === generation && providers.includes(message.provider),
  );
}
