/** What stands out on a screen that has colours: verdicts, what is less important, and what is more. */
export type Style = 'breaking' | 'dangerous' | 'safe' | 'docs' | 'quiet' | 'strong';

/**
 * Puts a text in a style; where there are no colours, gives it back. What it paints has no colours of its own, which words of
 * pages beside it must not have either: see `visible`.
 */
export type Paint = (style: Style, text: string) => string;
