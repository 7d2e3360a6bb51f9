/** The browser of the tests: Debian's Chromium, or the one that `CHROMIUM` names. */
export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
