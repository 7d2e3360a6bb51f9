import type { SourceInfo } from './model.ts';

/** A source in words: its title, and of which day its pages are where they are somebody else's. */
export function editionOf({ title, upstream }: SourceInfo): string {
  const isDated = upstream !== undefined && upstream.snapshot !== 'undated';
  return isDated ? `${title}, snapshot ${upstream.snapshot}` : title;
}
