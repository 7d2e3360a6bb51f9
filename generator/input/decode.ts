/** From bytes to text. */
import { isUtf8 } from 'node:buffer';
import { VFile } from 'vfile';
import { location } from 'vfile-location';
import { report } from '../diagnostics.ts';

/** Takes a byte order mark off, which Markdown does not count in its offsets; a second one stays. */
const utf8 = new TextDecoder();

/**
 * The text of a file of the docs. Every line ends with a line feed, whatever a checkout made of it, and none begins with a
 * byte order mark, as those do where files were put together.
 */
export function decodeText(content: Uint8Array): string {
  return utf8
    .decode(content)
    .replaceAll(/^\ufeff+/gm, '')
    .replaceAll(/\r\n?/g, '\n');
}

/**
 * Decodes a file of the docs. Bytes that are not UTF-8, and NUL, which Markdown does not keep, are reported: what
 * stood there is lost.
 */
export function decodeFile(path: string, content: Uint8Array): VFile {
  const text = decodeText(content);
  const file = new VFile({ path, value: text });
  if (utf8.decode(content).startsWith('\ufeff')) {
    const sentence = 'there is more than one byte order mark; save the page as UTF-8 without any.';
    report(file, 'encoding-invalid', undefined, sentence);
  }
  // A page may well speak of U+FFFD itself.
  const replaced = isUtf8(content) ? -1 : text.indexOf('\ufffd');
  const faults = [
    [replaced, 'these bytes are not UTF-8; save the page as UTF-8.'],
    [text.indexOf('\0'), 'this is a NUL character; remove it, or save the page as UTF-8.'],
  ] as const;
  for (const [offset, sentence] of faults) {
    if (offset >= 0) report(file, 'encoding-invalid', location(file).toPoint(offset), sentence);
  }
  return file;
}
