/** The contract of `upstream.pages` in a `source.json`: where the publisher's pages are. */
import * as v from 'valibot';
import { line, objectOf } from '../contract.ts';
import { isInside, isRepositoryAddress } from '../input/addresses.ts';

/** Whether a text is the address of a folder on the web, which only this machine may serve without encryption. */
function isWebFolder(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  const isEncrypted =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname));
  return isEncrypted && /^[^?#]*\/$/.test(text);
}

const inside = v.check(isInside, 'must be a path that does not leave its folder');
const page = v.pipe(line, v.endsWith('.md', 'must be the path of a Markdown page'), inside);

/** One of `git` and `web`; `index` where the paths there are not those of ours. */
export const publishedPages = v.pipe(
  objectOf({
    git: v.exactOptional(
      v.pipe(
        line,
        v.check(
          isRepositoryAddress,
          'must be the address of a git repository, such as https://example.com/docs.git; a folder on this disk is named with --from',
        ),
      ),
    ),
    ref: v.exactOptional(line),
    folder: v.exactOptional(v.pipe(line, inside)),
    web: v.exactOptional(
      v.pipe(
        line,
        v.check(isWebFolder, 'must be the address of a folder, such as https://example.com/docs/'),
      ),
    ),
    index: v.exactOptional(
      objectOf({ server: v.exactOptional(page), client: v.exactOptional(page) }),
    ),
  }),
  v.check(
    ({ git, web }) => (git === undefined) !== (web === undefined),
    'must have either "git" or "web"',
  ),
  v.check(
    ({ web, ref, folder }) => web === undefined || (ref === undefined && folder === undefined),
    'must have "ref" and "folder" only beside "git"',
  ),
);

/** Where a publisher's pages are. */
export type PublishedPages = v.InferOutput<typeof publishedPages>;
