import type { Dialect } from './dialect.ts';
import { eventSummary } from './event-summary/index.ts';
import { openaiReference } from './openai-reference/index.ts';
import { openaiTree } from './openai-tree/index.ts';
import { yandexRest } from './yandex-rest/index.ts';

/** Every dialect by the name that `source.json` gives it. A new dialect is one folder and one line here. */
export const dialects = {
  'openai-tree': openaiTree,
  'openai-reference': openaiReference,
  'yandex-rest': yandexRest,
  'event-summary': eventSummary,
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;
