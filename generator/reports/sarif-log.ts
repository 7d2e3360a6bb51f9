/** SARIF 2.1.0, which code scanning services read. */
import type { Log, Message, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { visible } from '../text.ts';

/**
 * The text of a log with one run, of this program.
 *
 * @param undone what the run could not do
 */
export function sarifLog(
  rules: ReportingDescriptor[],
  results: Result[],
  undone: readonly string[] = [],
): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'realtime-events', rules } },
        columnKind: 'utf16CodeUnits',
        results,
        ...(undone.length > 0 && {
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: undone.map((text) => ({
                level: 'error' as const,
                message: message(text),
              })),
            },
          ],
        }),
      },
    ],
  };
  return `${visible(JSON.stringify(log, undefined, 2))}\n`;
}

/**
 * A text as a plain text message, in which `[text](address)` would be a link and `{0}` an argument (SARIF 2.1.0,
 * sections 3.11.5 and 3.11.6): no text of a page becomes one.
 */
export function message(text: string): Message {
  return { text: text.replaceAll(/[\\[\]]/g, '\\$&').replaceAll(/[{}]/g, '$&$&') };
}

/**
 * Where a result stands.
 *
 * @param file a path with `/` separators
 * @param start the line and the column, counted from 1; none: the file as a whole
 */
export function physicalLocation(
  file: string,
  start?: { line: number; column: number },
): PhysicalLocation {
  return {
    artifactLocation: { uri: visible(file).split('/').map(encodeURIComponent).join('/') },
    ...(start && { region: { startLine: start.line, startColumn: start.column } }),
  };
}
