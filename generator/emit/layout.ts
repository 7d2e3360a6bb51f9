/**
 * Text that knows where it may be broken into lines: what fits on one line stays there, and of what does not, the
 * outermost group is broken first, as Wadler's "A prettier printer" has it and prettier does it.
 */
import { widthOf } from './width.ts';

export type Doc =
  string | readonly Doc[] | Line | Indented | Group | Choice | Fill | Following | Attempts;

/** A blank, or nothing, where its group stands on one line; a line end where that is broken. */
interface Line {
  kind: 'line';
  flat: ' ' | '';
  /** Whether it is a line end in any case. */
  isHard: boolean;
}

interface Indented {
  kind: 'indented';
  doc: Doc;
}

/** What is broken together: all of its lines, but for those of the groups in it. */
interface Group {
  kind: 'group';
  doc: Doc;
  /** Whether it is broken even where it fits, and what it stands in with it. */
  isBroken: boolean;
}

/** What depends on whether the group that it stands in is broken. */
interface Choice {
  kind: 'choice';
  broken: Doc;
  flat: Doc;
}

/** Items with commas, as many on a line as fit. */
interface Fill {
  kind: 'fill';
  items: readonly string[];
}

/** What follows an operator: in its line where the beginning fits there, else indented below it. */
interface Following {
  kind: 'following';
  doc: Doc;
}

/** The first form whose first line fits, else the last. */
interface Attempts {
  kind: 'attempts';
  forms: readonly [flat: Doc, ...others: Doc[]];
}

/** A blank, or a line end. */
export const line: Line = { kind: 'line', flat: ' ', isHard: false };
/** Nothing, or a line end. */
export const softLine: Line = { kind: 'line', flat: '', isHard: false };
/** A line end. */
export const hardLine: Line = { kind: 'line', flat: '', isHard: true };

export function indented(...doc: readonly Doc[]): Doc {
  return { kind: 'indented', doc };
}

export function group(...doc: readonly Doc[]): Group {
  return { kind: 'group', doc, isBroken: doc.some(isBroken) };
}

/** A group that is broken even where it fits. */
export function brokenGroup(...doc: readonly Doc[]): Group {
  return { kind: 'group', doc, isBroken: true };
}

export function choice({ broken, flat = '' }: { broken: Doc; flat?: Doc }): Doc {
  return { kind: 'choice', broken, flat };
}

export function fill(items: readonly string[]): Doc {
  return { kind: 'fill', items };
}

export function following(doc: Doc): Doc {
  return { kind: 'following', doc };
}

export function attempts(...forms: readonly [flat: Doc, ...others: Doc[]]): Doc {
  return { kind: 'attempts', forms };
}

export function joined(separator: Doc, docs: readonly Doc[]): Doc[] {
  return docs.flatMap((doc, i) => (i === 0 ? [doc] : [separator, doc]));
}

/** Whether something in it is a line end in any case. */
function isBroken(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (!('kind' in doc)) return doc.some(isBroken);
  switch (doc.kind) {
    case 'line':
      return doc.isHard;
    case 'group':
      return doc.isBroken;
    case 'indented':
    case 'following':
      return isBroken(doc.doc);
    default:
      return false;
  }
}

/** How wide a line may be, and how far an indentation goes in. */
const width = 100;
const indentation = 2;

/** What is still to be written. */
interface Step {
  doc: Doc;
  indent: number;
  isFlat: boolean;
}

/**
 * A text in its final form.
 *
 * @param indent how far its lines are indented; the first begins there
 */
export function laidOut(doc: Doc, indent = 0): string {
  const steps: Step[] = [{ doc, indent, isFlat: false }];
  const written: string[] = [];
  let at = indent;
  const write = (words: string): void => {
    written.push(words);
    at += widthOf(words);
  };
  const endLine = (indent: number): void => {
    const before = written.pop() ?? '';
    written.push(before.replace(/ +$/, ''), `\n${' '.repeat(indent)}`);
    at = indent;
  };
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { doc, indent, isFlat } = step;
    if (typeof doc === 'string') {
      write(doc);
      continue;
    }
    if (!('kind' in doc)) {
      for (const part of doc.toReversed()) steps.push({ doc: part, indent, isFlat });
      continue;
    }
    switch (doc.kind) {
      case 'line':
        if (isFlat && !doc.isHard) write(doc.flat);
        else endLine(indent);
        break;
      case 'indented':
        steps.push({ ...step, doc: doc.doc, indent: indent + indentation });
        break;
      case 'group':
        steps.push({
          doc: doc.doc,
          indent,
          isFlat: !doc.isBroken && (isFlat || fits(doc.doc, true, steps, width - at)),
        });
        break;
      case 'choice':
        steps.push({ ...step, doc: isFlat ? doc.flat : doc.broken });
        break;
      case 'fill':
        for (const [i, text] of doc.items.entries()) {
          const item = isFlat && i === doc.items.length - 1 ? text : `${text},`;
          if (i > 0 && !isFlat && at + 1 + item.length > width) endLine(indent);
          else if (i > 0) write(' ');
          write(item);
        }
        break;
      case 'attempts': {
        const form = isFlat
          ? doc.forms[0]
          : doc.forms.find((form) => fits(form, true, steps, width - at));
        steps.push({ indent, doc: form ?? doc.forms.at(-1) ?? '', isFlat: form !== undefined });
        break;
      }
      case 'following':
        if (isFlat || fits([' ', doc.doc], false, steps, width - at)) {
          write(' ');
          steps.push({ ...step, doc: doc.doc });
        } else {
          endLine(indent + indentation);
          steps.push({ ...step, doc: doc.doc, indent: indent + indentation });
        }
        break;
    }
  }
  return written.join('');
}

/** Whether a text, with what comes behind it, is no wider than what is left of the line, up to where the line may end. */
function fits(doc: Doc, isFlat: boolean, behind: readonly Step[], left: number): boolean {
  const steps: Pick<Step, 'doc' | 'isFlat'>[] = [{ doc, isFlat }];
  let next = behind.length;
  while (left >= 0) {
    const step = steps.pop() ?? behind[--next];
    if (!step) return true;
    const { doc, isFlat } = step;
    if (typeof doc === 'string') left -= widthOf(doc);
    else if (!('kind' in doc))
      for (const part of doc.toReversed()) steps.push({ doc: part, isFlat });
    else
      switch (doc.kind) {
        case 'line':
          if (!isFlat || doc.isHard) return true;
          left -= doc.flat.length;
          break;
        case 'group':
          steps.push({ doc: doc.doc, isFlat: isFlat && !doc.isBroken });
          break;
        case 'choice':
          steps.push({ doc: isFlat ? doc.flat : doc.broken, isFlat });
          break;
        case 'fill':
          steps.push({ doc: joined([',', line], doc.items), isFlat });
          break;
        case 'following':
          if (!isFlat) return true;
          left -= 1;
          steps.push({ doc: doc.doc, isFlat });
          break;
        case 'indented':
          steps.push({ doc: doc.doc, isFlat });
          break;
        case 'attempts':
          steps.push({ doc: (isFlat ? doc.forms[0] : doc.forms.at(-1)) ?? '', isFlat });
          break;
      }
  }
  return false;
}
