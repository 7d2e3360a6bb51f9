/** What stands out on a screen that has colours: verdicts, what is less important, and what is more. */
export type Style = 'breaking' | 'dangerous' | 'safe' | 'docs' | 'quiet' | 'strong';

/** Puts a text in a style; where there are no colours, gives it back as it is. */
export type Paint = (style: Style, text: string) => string;
