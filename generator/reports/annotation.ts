/** Annotations of GitHub Actions: a line of the log that begins with `::` is a command to the runner. */
import { visible } from '../text.ts';

/** How an annotation is marked. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/**
 * One annotation, as a line without its end. No text of a page can begin another command in it.
 *
 * @param properties its place and title, by the names of the runner
 */
export function annotation(
  level: AnnotationLevel,
  properties: Record<string, string | number>,
  sentence: string,
): string {
  const named = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  );
  return `::${level} ${named.join(',')}::${escaped(sentence)}`;
}

function escaped(text: string): string {
  return visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
