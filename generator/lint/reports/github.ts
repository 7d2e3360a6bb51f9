/** For GitHub Actions: an annotation at the line of each diagnostic. */
import type { Diagnostic, Severity } from '../../diagnostics.ts';
import { visible } from '../../text.ts';

const commands = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
} as const satisfies Record<Severity, string>;

export function githubReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${annotationOf(diagnostic)}\n`).join('');
}

function annotationOf({ severity, rule, sentence, file, line, column }: Diagnostic): string {
  const properties = Object.entries({ file, line, col: column, title: rule }).map(
    ([name, value]) => `${name}=${propertyOf(String(value))}`,
  );
  return `::${commands[severity]} ${properties.join(',')}::${escaped(sentence)}`;
}

/** The text of a workflow command: no text of a page may begin another one. */
function escaped(text: string): string {
  return visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function propertyOf(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
