/**
 * Everything that can be wrong with the docs: one closed table of rules, one type. While pages are read, their faults
 * are messages of their VFiles, as unified has it; from there on they are plain data.
 */
import type { Node, Point } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Direction, Position } from './model/model.ts';
import { splitPosition } from './model/position.ts';
import { compareText, visibleLine } from './text.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What a project wants of single rules, by their names. `off`: their diagnostics are not wanted. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** A rule says in one line what it is about; its severity decides whether output may be written. */
interface Rule {
  severity: Severity;
  about: string;
}

export const rules = {
  // source.json and files
  'source-invalid': { severity: 'error', about: 'source.json does not follow its contract' },
  'renames-invalid': { severity: 'error', about: 'renames.json does not follow its contract' },
  'rename-unknown': { severity: 'error', about: 'a rename of something that there is not' },
  'rename-source-unknown': {
    severity: 'warning',
    about: 'names of a source that does not stand beside this one',
  },
  'page-missing': { severity: 'error', about: 'a link of an index leads to no page' },
  'page-unlisted': { severity: 'error', about: 'a page that no index lists' },
  'file-unread': { severity: 'warning', about: 'a file of a source that is not a page' },
  'ignore-unmatched': { severity: 'warning', about: 'a pattern of "ignore" that matches no file' },
  'link-outside': { severity: 'error', about: "a link that leaves its source's folder" },
  'encoding-invalid': { severity: 'error', about: 'bytes that are not UTF-8' },
  'source-too-large': { severity: 'error', about: 'a source with more text than is read' },
  'page-too-large': { severity: 'error', about: 'a page with more text than is read' },
  'paragraph-too-long': { severity: 'error', about: 'a paragraph longer than is read' },
  'nesting-too-deep': {
    severity: 'error',
    about: 'lists, quotes, types or sections nested deeper than is read',
  },
  'event-too-large': { severity: 'error', about: 'an event with more fields than are read' },
  'encoding-damaged': {
    severity: 'warning',
    about: 'text that was decoded with the wrong encoding',
  },

  // structure of pages
  'title-missing': { severity: 'error', about: 'a page without a title' },
  'title-differs': { severity: 'error', about: 'the title of a page is not what its index lists' },
  'path-differs': { severity: 'warning', about: 'the path of a page is not the name of its event' },
  'section-unknown': { severity: 'error', about: 'a heading that the dialect does not know' },
  'section-of-words': {
    severity: 'info',
    about: 'a section of a summary that lists no event, and is read as words',
  },
  'section-duplicate': { severity: 'error', about: 'a section that a page has twice' },
  'section-missing': { severity: 'error', about: 'a page without a section that it must have' },
  'block-unknown': {
    severity: 'error',
    about: 'a block in a place where the dialect expects none',
  },
  'line-unaccounted': { severity: 'error', about: 'a line of which nothing was made' },
  'group-is-event': {
    severity: 'info',
    about: 'a page of an event below which an index lists others',
  },
  'group-differs': { severity: 'error', about: 'a group page lists other children than the index' },
  'index-empty': { severity: 'error', about: 'an index that lists no event' },
  'event-duplicate': { severity: 'error', about: 'two entries for one event' },
  'event-name-invalid': { severity: 'error', about: 'a wire name in a form that no event has' },
  'event-type-missing': {
    severity: 'error',
    about: 'an event without a `type` field of its own name',
  },
  'direction-differs': { severity: 'error', about: 'a page that speaks of the other direction' },
  'anchor-duplicate': { severity: 'error', about: 'two sections of a page with one anchor' },
  'anchor-missing': { severity: 'warning', about: 'an event without the anchor above its heading' },
  'schema-name-missing': { severity: 'warning', about: 'an event without the name of its schema' },
  'section-repeated': {
    severity: 'warning',
    about: 'a second section of an event or a type, which says the same',
  },
  'section-diverges': {
    severity: 'warning',
    about: 'a second section of an event, a field or a type, which says otherwise',
  },
  'event-unlisted': {
    severity: 'warning',
    about: 'an event that has a section and no entry in the index',
  },
  'label-differs': {
    severity: 'warning',
    about: 'a link whose words are not the title of what it leads to',
  },
  'section-unused': { severity: 'warning', about: 'a section that nothing points at' },

  // tables
  'table-unclosed': { severity: 'error', about: 'a table without its closing `|#`' },
  'table-row-unclosed': { severity: 'error', about: 'a table row without its closing `||`' },
  'table-stray-text': { severity: 'error', about: 'text in a table that is outside its cells' },
  'table-too-deep': { severity: 'error', about: 'a table nested too deep in other tables' },
  'table-bar-unescaped': {
    severity: 'warning',
    about: 'a bar in a type that Markdown takes for the end of its cell',
  },
  'table-shape': { severity: 'error', about: 'a row or heading of a table in another form' },

  // fields and types
  'bullet-unknown': {
    severity: 'error',
    about: 'a bullet that is not a field, variant, items or cut',
  },
  'list-misaligned': {
    severity: 'warning',
    about: 'a bullet that does not begin as the others of its list do',
  },
  'field-malformed': { severity: 'error', about: 'a field that does not follow the syntax' },
  'field-duplicate': { severity: 'error', about: 'two fields of one name in one object' },
  'text-dropped': { severity: 'warning', about: 'words for which the model has no place' },
  'type-unknown': { severity: 'error', about: 'a type expression that the dialect does not know' },
  'type-mismatch': { severity: 'error', about: 'a type that its own nested bullets contradict' },
  'count-differs': {
    severity: 'error',
    about: 'a type that counts or lists other parts than stand below it',
  },
  'enum-malformed': { severity: 'error', about: 'a list of values that cannot be read' },
  'enum-without-values': { severity: 'warning', about: 'an enumeration without its values' },
  'elements-unstated': { severity: 'warning', about: 'an array, and not a word of what is in it' },
  'bound-malformed': {
    severity: 'error',
    about: 'a bound that cannot be read, or is not on a number',
  },
  'default-malformed': {
    severity: 'error',
    about: 'a default that cannot be read or does not fit its type',
  },
  'fact-in-words': {
    severity: 'warning',
    about: 'words of a field that look like a fact which it does not state',
  },
  'words-only': {
    severity: 'info',
    about:
      'a sentence that may state a fact, in words that nothing reads; counted by `lint`, and told with `--words` or where settings give it a severity',
  },
  'statement-in-comment': {
    severity: 'warning',
    about: 'a comment beside text that looks like a statement',
  },
  'statement-commented-out': {
    severity: 'info',
    about: 'a comment on lines of its own that looks like a statement',
  },
  'reference-dead': { severity: 'warning', about: 'a link to a section that is not there' },

  'skeleton-differs': { severity: 'warning', about: 'a JSON skeleton and a table that disagree' },

  // support
  'flag-unknown': {
    severity: 'error',
    about: 'a flag in capitals that the table of flags does not have',
  },
  'flag-near-miss': {
    severity: 'warning',
    about: 'a flag with a typing error, understood all the same',
  },
  'flag-differs': {
    severity: 'error',
    about: 'flags that disagree about the support of an event or a field',
  },
  'flag-misplaced': { severity: 'error', about: 'a flag in a place where none is read' },

  // shapes and names
  'shape-diverges': { severity: 'warning', about: 'copies of one shape that are not the same' },
  'words-diverge': { severity: 'info', about: 'copies of one shape with words that differ' },
  'shape-unmatched': { severity: 'error', about: 'a shape of source.json that matches no field' },
  'alias-unknown': { severity: 'error', about: 'an alias of a type that there is not' },
  'shape-undocumented': { severity: 'error', about: 'a shape that only opaque fields carry' },
  'variant-undiscriminated': {
    severity: 'warning',
    about: 'a union member that no constant field tells apart',
  },
  'name-unusable': { severity: 'error', about: 'a name that cannot become a TypeScript name' },
  'name-confusable': {
    severity: 'warning',
    about:
      'a field or a value that may be meant as another: characters beyond ASCII look like others or do not show, and dots may lead through a field beside it',
  },
  'value-dressed': {
    severity: 'warning',
    about:
      'a value or a default with quotation marks, blanks or words around it, which no message has',
  },
  'name-collision': { severity: 'error', about: 'two things that would get one TypeScript name' },

  // corrections
  'correction-invalid': {
    severity: 'error',
    about: 'a correction that does not follow its contract',
  },
  'correction-unmatched': {
    severity: 'error',
    about: 'a correction that applies to another number of places',
  },
  'correction-outdated': { severity: 'error', about: 'a correction of something that has changed' },
  'correction-redundant': {
    severity: 'error',
    about: 'a correction of something that upstream has fixed',
  },

  // examples
  'example-malformed': { severity: 'error', about: 'an example that is not a JSON object' },
  'example-loose': {
    severity: 'info',
    about: 'an example that is read, but is not JSON as it stands',
  },
  'example-unknown': {
    severity: 'error',
    about: 'an example of an event that the source does not list',
  },
  'example-mismatch': {
    severity: 'warning',
    about: 'an example that does not fit what the page documents',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

/** What every message carries as its `source`. */
export const diagnosticSource = 'realtime-events';

/** What of the API a part of a page is about. A correction of the same settles the faults of that part. */
export interface Subject {
  /** Absent where it is not known. */
  direction?: Direction;
  /** The name of an event as its index lists it; the words of an entry that has no name. */
  event: string;
  /** The names on the way to a field, `session.tools.name`; absent: the event as a whole, or a part with an anchor. */
  path?: string;
  /** The part of the page that the field stands in, where that has a place of its own: a member of a union, a section. */
  object?: { position: Position; path: string };
}

declare module 'vfile' {
  interface DataMap {
    subject: Subject;
    /** How many faults may still be reported, of this file and all others that share this. */
    faults: { left: number };
  }
}

declare module 'vfile-message' {
  interface VFileMessage {
    subject?: Subject;
    places?: readonly Position[];
  }
}

/** Thrown where more faults are reported than may be. */
export class TooManyFaults extends Error {}

/** Reads a part of a page: what is reported of the page in the meantime is about this subject. */
export function about<Read>(file: VFile, subject: Subject | undefined, read: () => Read): Read {
  const outer = file.data.subject;
  setSubject(file, subject);
  try {
    return read();
  } finally {
    setSubject(file, outer);
  }
}

/** The same for a field of what is being read, by its name. */
export function aboutField<Read>(file: VFile, name: string, read: () => Read): Read {
  const outer = file.data.subject;
  if (!outer) return read();
  const { object } = outer;
  return about(
    file,
    {
      ...outer,
      ...((outer.path !== undefined || !object) && { path: joined(outer.path, name) }),
      ...(object && { object: { ...object, path: joined(object.path, name) } }),
    },
    read,
  );
}

/** The same for an object with a place of its own: a member of a union, or a section that types name. */
export function aboutObject<Read>(file: VFile, position: Position, read: () => Read): Read {
  const outer = file.data.subject;
  return about(file, outer && { ...outer, object: { position, path: '' } }, read);
}

/** The same for an entry of an index that has no name of an event, by its words. */
export function aboutEntry<Read>(file: VFile, words: string, read: () => Read): Read {
  const event = words.replaceAll(/\s+/g, ' ').trim().slice(0, 80);
  return about(file, file.data.subject ?? { event }, read);
}

/** Says what a page is about, from here on. */
export function setSubject({ data }: VFile, subject: Subject | undefined): void {
  if (subject) data.subject = subject;
  else delete data.subject;
}

function joined(path: string | undefined, name: string): string {
  return path === undefined || path === '' ? name : `${path}.${name}`;
}

/**
 * Reports a fault of a page at a node, a point or a position of it.
 *
 * @param file the page; the message is added to its `messages`
 * @param place where; without it the fault concerns the page as a whole
 * @param sentence what is wrong and what to do, without file or line
 * @param places other places that the sentence names
 * @throws TooManyFaults
 */
export function report(
  file: VFile,
  rule: RuleId,
  place: Node | Point | Position | undefined,
  sentence: string,
  places: readonly Position[] = [],
): void {
  if (file.data.faults && --file.data.faults.left < 0) throw new TooManyFaults();
  const message = file.message(sentence, {
    ruleId: rule,
    source: diagnosticSource,
    place: pointOf(place) ?? { line: 1, column: 1 },
  });
  if (file.data.subject) message.subject = file.data.subject;
  if (places.length > 0) message.places = places;
}

function pointOf(place: Node | Point | Position | undefined): Node['position'] | Point {
  if (typeof place === 'string') {
    const { line, column } = splitPosition(place);
    return { line, column };
  }
  return place && 'type' in place ? place.position : place;
}

/** A fault of the docs, as data. */
export interface Diagnostic {
  file: string;
  line: number;
  column: number;
  severity: Severity;
  rule: RuleId;
  sentence: string;
  /** Behind the last character that it concerns, where that is known. */
  end?: { line: number; column: number };
  /** What of the API it concerns, where that is known. */
  subject?: Subject;
  /** The other places that the sentence names. */
  places?: readonly Position[];
  /** The correction that settles it. */
  settledBy?: Position;
}

/** What was reported of a file, in the order in which it was. */
export function diagnosticsIn({ messages }: VFile): Diagnostic[] {
  return messages.map(diagnosticOf);
}

/** The diagnostics of a file about fields of this path: `type`. */
export function diagnosticsAbout(path: string, { messages }: VFile): Diagnostic[] {
  return messages.filter(({ subject }) => subject?.path === path).map(diagnosticOf);
}

function diagnosticOf(message: VFileMessage): Diagnostic {
  const { file = '', line = 1, column = 1, place, ruleId = '', reason, subject, places } = message;
  if (!isRule(ruleId)) throw new Error(`there is no rule ${ruleId}`);
  const end = place && 'end' in place ? place.end : undefined;
  return {
    file,
    line,
    column,
    severity: rules[ruleId].severity,
    rule: ruleId,
    sentence: reason.replaceAll(/\s+/g, ' '),
    ...(end && { end: { line: end.line, column: end.column } }),
    ...(subject && { subject }),
    ...(places && { places }),
  };
}

function isRule(name: string): name is RuleId {
  return Object.hasOwn(rules, name);
}

/** Whether a diagnostic keeps files from being generated. */
export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** A diagnostic with its places, those that its sentence names among them, from where the docs folder is named. */
export function below(folder: string, diagnostic: Diagnostic): Diagnostic {
  const top = folder.replace(/\/+$/, '');
  const { file, sentence, places = [] } = diagnostic;
  // The longest first: `a.md:4:1` is the beginning of `a.md:4:10`.
  const named = places
    .toSorted((a, b) => b.length - a.length)
    .map((place) => place.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  const pattern = new RegExp(String.raw`(?:${named.join('|')})(?!\d)`, 'g');
  return {
    ...diagnostic,
    file: `${top}/${file}`,
    ...(places.length > 0 && {
      sentence: sentence.replaceAll(pattern, (place) => `${top}/${place}`),
      places: places.map((place): Position => `${top}/${place}`),
    }),
  };
}

/** `file:line:column severity rule sentence`: a diagnostic on one line. */
export function lineOfDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, rule, sentence } = diagnostic;
  return visibleLine(`${file}:${line}:${column} ${severity} ${rule} ${sentence}`);
}

/** Sorts diagnostics by file, line, column and rule, the same on every machine, and drops repetitions. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.sentence, b.sentence),
  );
  return sorted.filter((diagnostic, i) => {
    const before = sorted[i - 1];
    return !before || lineOfDiagnostic(before) !== lineOfDiagnostic(diagnostic);
  });
}
