/** Half a million messages between servers and clients of `ws`, in little memory. `MESSAGES=5000` plays fewer. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { root, runNode } from '../support/repository.ts';

const messages = Number(process.env['MESSAGES'] ?? 500_000);

it('every message of a long conversation is what it was sent as, and none is kept', async () => {
  const { status, stdout, stderr } = await runNode([
    '--max-old-space-size=64',
    '--import',
    'tsx',
    path.join(root, 'test/support/conversation.ts'),
    String(messages),
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { sent, told, handled, asked } = JSON.parse(stdout);
  expect(told).toEqual(sent);
  expect(Object.values<number>(sent).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(
    messages,
  );
  expect(Object.values<number>(sent).every((count) => count > 0)).toBe(true);
  expect({ handled, asked }).toEqual({ handled: sent.known, asked: true });
});
