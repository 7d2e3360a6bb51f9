import { eastAsianWidth } from 'get-east-asian-width';

const ascii = /^[\u0020-\u007e]*$/;
/** An emoji, of however many characters; most texts need none, and it takes long to be made. */
let emoji: RegExp | undefined;
/** What takes no room of its own: accents, and signs that do not show. */
const withoutWidth = /\p{Nonspacing_Mark}|\p{Enclosing_Mark}|\p{Cc}/u;

/** How many columns a text takes where every letter is as wide: those of East Asia, and emoji, take two. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length;
  emoji ??= new RegExp(String.raw`\p{RGI_Emoji}`, 'gv');
  let width = 0;
  const rest = text.replaceAll(emoji, () => {
    width += 2;
    return '';
  });
  for (const character of rest)
    if (!withoutWidth.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}
