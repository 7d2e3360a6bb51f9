/**
 * Text that was written as UTF-8 and read as Windows-1252: `→` became `â†’`. The damage is reversible: the
 * bytes that the characters stand for in Windows-1252 are the bytes of the UTF-8 text.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';

/** What Windows-1252 has at 0x80 to 0x9f, where it is not Latin-1. Node's own decoder reads Latin-1 there. */
const highControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windows1252 = new Map(
  Array.from(highControls, (character, i) => [character, 0x80 + i] as const),
);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The characters that stand for the bytes 0x80 to 0xbf, which follow a lead byte of UTF-8. */
const following = `[${highControls}\u00a0-\u00bf]`;

/**
 * A lead byte of UTF-8 and the bytes that must follow it. The lead bytes are those of Latin, Cyrillic, punctuation,
 * CJK and emoji; the others would also match sound text, such as `CAFÉ»`.
 */
const suspect = new RegExp(
  `[\u00c2\u00c3\u00d0\u00d1]${following}|[\u00e2-\u00ef]${following}{2}|\u00f0${following}{3}`,
  'gu',
);

/** Whether a page may hold that, as it is or by references to characters: of others, no node is looked at. */
const mayBeDamaged = new RegExp(`${suspect.source}|&[#a-zA-Z]`, 'u');

/** Undoes the damage wherever the bytes are valid UTF-8; other text is returned as it is. */
export function repairEncoding(text: string): string {
  return text.replace(suspect, (run) => {
    const bytes = Array.from(
      run,
      (character) => windows1252.get(character) ?? character.codePointAt(0) ?? 0,
    );
    if (bytes.some((byte) => byte > 0xff)) return run;
    try {
      return utf8.decode(Uint8Array.from(bytes));
    } catch {
      return run;
    }
  });
}

/**
 * Repairs the text of a page, and says so. Positions stay those of the page as it is written. Code is reported and
 * left as it is: what stands there may be a wire name or a value.
 */
export function remarkRepairEncoding() {
  return (tree: Root, file: VFile): void => {
    if (!mayBeDamaged.test(String(file))) return;
    visit(tree, (node) => {
      if (node.type !== 'text' && node.type !== 'code' && node.type !== 'inlineCode') return;
      const repaired = repairEncoding(node.value);
      if (repaired === node.value) return;
      const isText = node.type === 'text';
      const sentence = isText
        ? `this text was decoded with the wrong encoding; it is read as "${repaired.trim()}".`
        : 'this code was decoded with the wrong encoding; it is left as it is.';
      report(file, 'encoding-damaged', node, `${sentence} Save the page as UTF-8.`);
      if (isText) node.value = repaired;
    });
  };
}
