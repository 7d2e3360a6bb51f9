import type { Position } from './model.ts';

/** Makes a {@link Position} of a file and a point in it. */
export function positionAt(file: string, point: { line: number; column: number }): Position {
  return `${file}:${point.line}:${point.column}`;
}

/** Takes a {@link Position} apart again. File names may hold colons: the numbers are the last two parts. */
export function splitPosition(position: Position): { file: string; line: number; column: number } {
  const beforeColumn = position.lastIndexOf(':');
  const beforeLine = position.lastIndexOf(':', beforeColumn - 1);
  return {
    file: position.slice(0, beforeLine),
    line: Number(position.slice(beforeLine + 1, beforeColumn)),
    column: Number(position.slice(beforeColumn + 1)),
  };
}
