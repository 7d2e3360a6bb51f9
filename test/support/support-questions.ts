/** Twenty questions that people ask of the support matrix, with the answers that the docs give. */
import type { Direction } from '../../generator/model/model.ts';
import type { CellStatus } from '../../generator/matrix/types.ts';

export interface SupportQuestion {
  direction: Direction;
  /** The event, as whoever asks calls it. */
  asked: string;
  /** The name of its row, where that is another one. */
  row?: string;
  /** A field of it, by the path of its row. */
  field?: string;
  source: string;
  answer: CellStatus;
  /** What the source calls it, where that is not the name of the row. */
  name?: string;
}

const server = (
  asked: string,
  source: string,
  answer: CellStatus,
  more: Partial<SupportQuestion> = {},
): SupportQuestion => ({ direction: 'server', asked, source, answer, ...more });

const client = (
  asked: string,
  source: string,
  answer: CellStatus,
  more: Partial<SupportQuestion> = {},
): SupportQuestion => ({ direction: 'client', asked, source, answer, ...more });

export const supportQuestions: readonly SupportQuestion[] = [
  server('response.output_audio.delta', 'yandex-ai-studio', 'disputed'),
  server('response.output_text.delta', 'yandex-ai-studio', 'disputed'),
  server('response.output_text.done', 'yandex-ai-studio', 'unsupported'),
  server('rate_limits.updated', 'yandex-ai-studio', 'unsupported'),
  server('conversation.item.added', 'yandex-ai-studio', 'partial'),
  client('input_audio_buffer.clear', 'yandex-ai-studio', 'unsupported'),
  client('session.update', 'yandex-ai-studio', 'supported'),
  server('response.audio.delta', 'azure-openai-realtime', 'supported', {
    row: 'response.output_audio.delta',
    name: 'response.audio.delta',
  }),
  server('response.audio_transcript.done', 'openai-realtime', 'supported', {
    row: 'response.output_audio_transcript.done',
  }),
  server('conversation.item.added', 'azure-voice-live', 'supported', {
    name: 'conversation.item.created',
  }),
  server('output_audio_buffer.started', 'azure-openai-realtime', 'partial'),
  server('response.animation_viseme.delta', 'azure-voice-live', 'supported'),
  server('response.animation_viseme.delta', 'openai-realtime', 'undocumented'),
  server('input_audio_buffer.dtmf_event_received', 'openai-realtime-beta', 'undocumented'),
  client('transcription_session.update', 'openai-realtime', 'supported', {
    name: 'session.update',
  }),
  client('session.close', 'openai-realtime-translation', 'supported'),
  client('session.update', 'openai-realtime', 'supported', { field: 'session.audio.output.voice' }),
  client('session.update', 'azure-openai-realtime', 'supported', {
    field: 'session.audio.output.voice',
    name: 'session.voice',
  }),
  client('response.cancel', 'azure-openai-realtime', 'undocumented', { field: 'response_id' }),
  server('response.output_text.delta', 'openai-realtime-beta', 'undocumented', {
    field: 'obfuscation',
  }),
];

/** `Does azure-openai-realtime have response.cancel/response_id?` */
export function questionInWords({ asked, field, source }: SupportQuestion): string {
  return `Does ${source} have ${asked}${field === undefined ? '' : `/${field}`}?`;
}
