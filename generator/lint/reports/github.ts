/** For GitHub Actions: an annotation at the line of each diagnostic, which ends with where its rule is explained. */
import type { Diagnostic, Severity } from '../../diagnostics.ts';
import { sectionOf, type RulesPage } from '../../reports/rule-links.ts';
import { annotation, type AnnotationLevel } from '../../reports/annotation.ts';

const levels: Record<Severity, AnnotationLevel> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

export function githubReport(diagnostics: readonly Diagnostic[], { name }: RulesPage): string {
  return diagnostics
    .map(({ severity, rule, sentence, file, line, column }) =>
      annotation(
        levels[severity],
        { file, line, col: column, title: rule },
        `${sentence}\n${sectionOf(name, rule)}`,
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}
