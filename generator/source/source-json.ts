/** The contract of `source.json`. */
import * as v from 'valibot';
import type { VFile } from 'vfile';
import { day, isNoDay, line, objectOf, sourceId, webAddress } from '../contract.ts';
import { report } from '../diagnostics.ts';
import { columnRoles, type SyntaxSettings } from '../dialects/dialect.ts';
import { dialects, isDialectName } from '../dialects/index.ts';
import { limits } from '../limits.ts';
import { readPlacedJson } from './placed-json.ts';
import { publishedPages, type PublishedPages } from './upstream.ts';
import { endpointParts } from '../model/endpoint.ts';
import type { Alias, Direction, Position, SourceInfo } from '../model/model.ts';
import { beginsOtherNames } from '../model/names.ts';

const noPage =
  'must be the path of a Markdown page, or of a section of one, such as events.md#server-events';
const page = v.pipe(line, v.regex(/\.md(?:#[^#\s]+)?$/, noPage));
/** Where the events of a direction are listed: in one place, or in several. */
const index = v.union(
  [
    page,
    v.pipe(
      v.array(page),
      v.minLength(1, 'must name a page'),
      v.maxLength(limits.indexes, `must name ${limits.indexes} pages at most`),
    ),
  ],
  `${noPage}, or a list of such`,
);
const dialect = v.pipe(
  line,
  v.check(
    isDialectName,
    `must be one of ${Object.keys(dialects).join(', ')}, or a module such as ./my-dialect.js`,
  ),
);

const noTypeName = 'must be a TypeScript name such as RealtimeSession';
const typeName = v.pipe(v.string(noTypeName), v.regex(/^[A-Z][A-Za-z0-9]*$/, noTypeName));

/** Names of events may be spelled: `Realtime_a$_bEvent`. */
const exportedName = v.pipe(v.string(noTypeName), v.regex(/^[A-Z][\w$]*$/, noTypeName));

const mode = v.picklist(['tolerant', 'exact'], 'must be "tolerant" or "exact"');

/** The key `syntax`, for dialects that leave some of their syntax to the source. */
const syntax = objectOf({
  silence: v.exactOptional(
    v.picklist(['unstated', 'required'], 'must be "unstated" or "required"'),
  ),
  index: v.exactOptional(v.picklist(['sections', 'folder'], 'must be "sections" or "folder"')),
  nesting: v.exactOptional(
    v.pipe(line, v.regex(/^[^\s\w|`]{1,3}$/, 'must be a mark of one to three characters')),
  ),
  columns: v.exactOptional(
    v.record(
      line,
      v.picklist(columnRoles, `must be one of ${columnRoles.join(', ')}`),
      'must be an object',
    ),
  ),
});

const notASnapshot = 'must be a date (YYYY-MM-DD) or "undated"';

/** What the keys say that every `source.json` has. */
const meanings: ReadonlyMap<string, string> = new Map([
  ['title', 'what people call the source, such as "Acme Voice"'],
  ['dialect', 'the syntax of the pages, such as "openai-tree"'],
  [
    'index',
    'the page that lists the events of each direction, such as { "server": "server-events/index.md" }',
  ],
]);

/** What a `source.json` may hold. `schemas/source.schema.json` is made of it. */
export const sourceContract = objectOf({
  $schema: v.optional(line),
  title: line,
  dialect,
  index: v.pipe(
    objectOf({ server: v.optional(index), client: v.optional(index) }),
    v.check(
      (index) => index.server !== undefined || index.client !== undefined,
      'must name the index page of a direction',
    ),
  ),
  upstream: v.exactOptional(
    objectOf({
      title: line,
      url: webAddress,
      snapshot: v.pipe(
        line,
        v.regex(/^(?:\d{4}-\d{2}-\d{2}|undated)$/, notASnapshot),
        v.check((snapshot) => !isNoDay(snapshot), notASnapshot),
      ),
      pages: v.exactOptional(publishedPages),
    }),
  ),
  notice: v.exactOptional(line),
  typePrefix: v.exactOptional(
    v.pipe(
      typeName,
      v.check(
        (prefix) => !beginsOtherNames(prefix),
        'must not be how a name of the platform, or one that all sources share, begins',
      ),
    ),
  ),
  retired: v.exactOptional(
    objectOf({
      date: day,
      evidence: line,
    }),
  ),
  syntax: v.optional(syntax),
  endpoint: v.exactOptional(
    objectOf({
      url: v.pipe(
        line,
        v.check(
          (url) => endpointParts(url) !== undefined,
          'must be the address of a WebSocket, such as wss://api.acme.example/v1/realtime?model={model}',
        ),
      ),
      evidence: line,
    }),
  ),
  matrix: v.exactOptional(
    objectOf({
      generation: v.exactOptional(
        v.pipe(
          v.number('must be a number'),
          v.safeInteger('must be a whole number'),
          v.minValue(1, 'must be 1 at least'),
        ),
      ),
      provider: v.exactOptional(line),
      role: v.exactOptional(
        v.picklist(['reference', 'summary'], 'must be "reference" or "summary"'),
      ),
    }),
  ),
  reading: v.optional(objectOf({ server: v.exactOptional(mode), client: v.exactOptional(mode) })),
  ignore: v.optional(
    v.pipe(
      v.array(line, 'must be a list of patterns'),
      v.maxLength(limits.patterns, `must have ${limits.patterns} patterns at most`),
    ),
    [],
  ),
  shapes: v.optional(
    v.record(typeName, v.array(line, 'must be a list of paths'), 'must be an object'),
    {},
  ),
  aliases: v.optional(
    v.pipe(
      v.record(typeName, exportedName, 'must be an object'),
      v.check(
        (aliases) => Object.keys(aliases).length <= limits.patterns,
        `must have ${limits.patterns} names at most`,
      ),
    ),
    {},
  ),
});

/** Names that `source.json` gives: the name of a shape, the path of a field (`session.created/session`) or the name that pages give it. */
export interface DeclaredShape {
  name: string;
  pattern: string;
  position: Position;
}

/** A `source.json`, checked. */
export interface Source {
  info: SourceInfo;
  /** The name of a dialect, or a module from outside. */
  dialect: { name: string; position: Position };
  /** `section`: the anchor of the part of the page that lists the events. */
  index: { direction: Direction; page: string; section?: string; position: Position }[];
  /** What the source says of its syntax, and where. */
  syntax?: { settings: SyntaxSettings; position: Position };
  shapes: DeclaredShape[];
  /** Former names of types. */
  aliases: Alias[];
  /** Patterns of files that are not read, relative to the folder of the source. */
  ignore: { pattern: string; position: Position }[];
  /** Where the publisher's pages are. */
  pages?: PublishedPages;
}

/**
 * Reads a `source.json`.
 *
 * @param id the name of its folder
 * @param file its text; faults are added to its messages, each naming its key
 * @returns `undefined` when it does not follow the contract
 */
export function readSource(id: string, file: VFile): Source | undefined {
  const fault = obviousFault(id, String(file));
  if (fault !== undefined) {
    report(file, 'source-invalid', undefined, fault);
    return undefined;
  }
  const read = readPlacedJson(file, 'source-invalid', sourceContract, meanings);
  if (!read) return undefined;
  const { content, positionOf } = read;
  const { dialect: dialectName, upstream, ignore, shapes, aliases, syntax } = content;
  if (Object.values(shapes).flat().length > limits.patterns) {
    const sentence = `"shapes" has more than ${limits.patterns} paths; let one path with * stand for many.`;
    report(file, 'source-invalid', positionOf('shapes'), sentence);
    return undefined;
  }
  return {
    info: infoOf(id, content),
    ...(upstream?.pages && { pages: upstream.pages }),
    ...(syntax && { syntax: { settings: syntax, position: positionOf('syntax') } }),
    dialect: { name: dialectName, position: positionOf('dialect') },
    index: indexOf(content, positionOf),
    ignore: ignore.map((pattern, i) => ({ pattern, position: positionOf('ignore', i) })),
    aliases: Object.entries(aliases).map(([name, of]) => ({
      name,
      of,
      position: positionOf('aliases', name),
    })),
    shapes: Object.entries(shapes).flatMap(([name, patterns]) =>
      patterns.map((pattern, i) => ({
        name,
        pattern,
        position: positionOf('shapes', name, i),
      })),
    ),
  };
}

/** Why there is nothing to be checked. */
function obviousFault(id: string, text: string): string | undefined {
  if (!sourceId.test(id))
    return `the folder "${id}" must be named with letters, digits, dots and hyphens.`;
  if (text.trim() === '')
    return 'there is no source.json, or nothing in it; it says how to read the pages of its folder.';
  return undefined;
}

type SourceContent = v.InferOutput<typeof sourceContract>;

/** What the model keeps of a `source.json`. */
function infoOf(
  id: string,
  { title, upstream, notice, typePrefix, retired, endpoint, matrix, reading }: SourceContent,
): SourceInfo {
  const info: SourceInfo = { id, title };
  if (upstream) {
    const { title: theirs, url, snapshot } = upstream;
    info.upstream = { title: theirs, url, snapshot };
  }
  if (notice !== undefined) info.notice = notice;
  if (typePrefix !== undefined) info.typePrefix = typePrefix;
  if (retired) info.retired = retired;
  if (endpoint) info.endpoint = endpoint;
  if (matrix) info.matrix = matrix;
  if (reading) info.reading = reading;
  return info;
}

/** Where the events of each direction are listed. */
function indexOf(
  { index }: SourceContent,
  positionOf: (...keys: (string | number)[]) => Position,
): Source['index'] {
  return (['server', 'client'] as const).flatMap((direction) => {
    const written = index[direction] ?? [];
    return [written].flat().map((path, i) => {
      const [page = path, section] = path.split('#');
      const position = positionOf('index', direction, ...(Array.isArray(written) ? [i] : []));
      return { direction, page, position, ...(section !== undefined && { section }) };
    });
  });
}
