/** Colours for those who read on a screen. */
import { styleText } from 'node:util';
import type { Paint } from '../../diff/reports/text.ts';

const styles: Record<Parameters<Paint>[0], Parameters<typeof styleText>[0]> = {
  breaking: 'red',
  dangerous: 'yellow',
  safe: 'green',
  docs: 'blue',
  quiet: 'dim',
  strong: 'bold',
};

/** Colours where the output is a screen that has them, and nobody has said NO_COLOR. */
export const paint: Paint = (style, text) =>
  styleText(styles[style], text, { stream: process.stdout });
