/** Paths, links and addresses that come from outside: what they lead to, and what they must not. */
import path from 'node:path';

/** Whether a path stays inside of the folder that it starts from, and is not an option. */
export function isInside(relative: string): boolean {
  const normal = path.posix.normalize(relative);
  return !/^(?:\.\.(?:\/|$)|[/\\-])/.test(normal) && !/\p{Cc}/u.test(normal);
}

/** Whether a text is an address of a git repository, `https://…` or `git@host:…`, and no option. */
export function isRepositoryAddress(text: string): boolean {
  return /^(?:https?|ssh|git|file):\/\/[^-\s]|^[\w.]+@[\w.][\w.-]*:[^\s:]/.test(text);
}

/** The path that a relative link leads to; `undefined` for anything else. */
export function targetOf(from: string, url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\#?]/i.test(url)) return undefined;
  try {
    return path.posix.join(
      path.posix.dirname(from),
      decodeURIComponent(url.replace(/[#?].*$/, '')),
    );
  } catch {
    return undefined;
  }
}
