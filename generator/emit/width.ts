import { eastAsianWidth } from 'get-east-asian-width';

const ascii = /^[\u0020-\u007e]*$/;
/** What each emoji begins with, or, where that is a digit, ends with. */
const partOfEmoji = /(?![#*\d])\p{Emoji}|\u20e3/u;
/** An emoji, of however many characters; it takes long to be made, and to be looked for. */
let emoji: RegExp | undefined;
/** What takes no room of its own: accents, and signs that do not show. */
const withoutWidth = /\p{Nonspacing_Mark}|\p{Enclosing_Mark}|\p{Cc}/u;

/** How many columns a text takes where every letter is as wide: those of East Asia, and emoji, take two. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length;
  return partOfEmoji.test(text) ? widthWithEmoji(text) : widthOfLetters(text);
}

function widthWithEmoji(text: string): number {
  emoji ??= new RegExp(String.raw`\p{RGI_Emoji}`, 'gv');
  const others = text.replaceAll(emoji, '');
  return 2 * (text.match(emoji)?.length ?? 0) + widthOfLetters(others);
}

function widthOfLetters(text: string): number {
  let width = 0;
  for (const character of text)
    if (!withoutWidth.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}
