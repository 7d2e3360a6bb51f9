/** What `renames.json` says is held against what there is: on the side of its own source, and on that of the others. */
import { isEventNamed, pairingOf } from '../model/pairing.ts';
import type { Event, Field, Model, Position, Renames } from '../model/model.ts';
import { alternativesOf, type Value } from '../model/alternatives.ts';
import { fieldsOf, shapesByName } from '../model/walk.ts';
import { similarTo } from '../runtime/similar.ts';
import type { ReportAt } from './report-at.ts';

/** The renames that name what their own source has; the others are reported. */
export function soundRenames(model: Model, declared: Renames, report: ReportAt): Renames {
  const content = contentOf([model]);
  const missing = (position: Position, sentence: string): false => {
    report('rename-unknown', position, sentence);
    return false;
  };
  const { id } = model.source;
  return {
    ...declared,
    from: declared.from.filter(
      (from) =>
        from !== id ||
        missing(
          declared.position,
          `"from" names ${id} itself; name the sources that have the other names.`,
        ),
    ),
    events: declared.events.filter(({ position, is, with: held = {} }) => {
      const unknown = is.find((name) => !content.names.has(name));
      if (unknown !== undefined)
        return missing(position, noEvent(unknown, 'this source', [...content.names]));
      const path = Object.keys(held).find((one) => !is.some((name) => content.has(name, one)));
      return path === undefined || missing(position, noField(path, is.join(' or '), 'this source'));
    }),
    fields: declared.fields.filter(({ position, is }) => {
      const unknown = is.find((path) => !content.has('*', path));
      return unknown === undefined || missing(position, noField(unknown, '*', 'this source'));
    }),
    values: declared.values.filter(({ position, event, path, is }) => {
      if (!content.has(event, path)) return missing(position, noField(path, event, 'this source'));
      return (
        content.lists(event, path, is) || missing(position, noValue(is, event, path, 'this source'))
      );
    }),
  };
}

/** Holds the renames of a source against the sources that have the other names. */
export function checkOtherNames(model: Model, models: readonly Model[], report: ReportAt): void {
  const { source, renames } = model;
  if (!renames) return;
  const others = models.filter(({ source: { id } }) => renames.from.includes(id));
  const absent = renames.from.filter((id) => !others.some((other) => other.source.id === id));
  if (absent.length > 0) {
    report(
      'rename-source-unknown',
      renames.position,
      `there is no source ${absent.join(' or ')} beside ${source.id}, so that its names cannot be checked.`,
    );
    // What is not found may be a name of the source that is not there.
    return;
  }
  const content = contentOf(others);
  const whose = renames.from.join(' or ');
  const own = contentOf([model]);
  const pairings = others.map((other) => ({ other, pairing: pairingOf(other, model, [renames]) }));
  for (const { position, was } of renames.events)
    if (!content.names.has(was))
      report('rename-unknown', position, noEvent(was, whose, [...content.names]));
  for (const { position, event, was, is } of renames.fields) {
    if (!content.has(event, was)) report('rename-unknown', position, noField(was, event, whose));
    else {
      const counterparts = pairings.flatMap(({ other, pairing }) =>
        other.events
          .filter(({ name }) => isEventNamed(event, name))
          .flatMap((one) => pairing.of(one).events.map(({ name }) => name)),
      );
      const lost = is.find((path) => !counterparts.some((name) => own.has(name, path)));
      if (lost !== undefined)
        report('rename-unknown', position, noField(lost, event, 'what stands for it here'));
    }
  }
  for (const { position, event, path, was } of renames.values) {
    if (!content.has(event, path)) report('rename-unknown', position, noField(path, event, whose));
    else if (!content.lists(event, path, was))
      report('rename-unknown', position, noValue(was, event, path, whose));
  }
}

function noEvent(name: string, whose: string, names: readonly string[]): string {
  const similar = similarTo(name, names);
  const hint = similar === undefined ? '' : ` (did you mean ${similar}?)`;
  return `no event of ${whose} is called ${name}${hint}; fix the name, or remove the entry.`;
}

function noField(path: string, event: string, whose: string): string {
  const of = event === '*' ? '' : ` in ${event}`;
  return `${whose} has no field ${path}${of}; fix the path, or remove the entry.`;
}

function noValue(value: string, event: string, path: string, whose: string): string {
  return `${whose} lists no value "${value}" at ${path} in ${event}; fix the value, or remove the entry.`;
}

/** What the events of some sources have. */
interface Content {
  names: ReadonlySet<string>;
  /** Whether an event of such a name has a field at a path. */
  has: (event: string, path: string) => boolean;
  /** Whether a field lists a value. */
  lists: (event: string, path: string, value: Value) => boolean;
}

function contentOf(models: readonly Model[]): Content {
  const events = models.flatMap((model) => model.events.map((event) => ({ model, event })));
  const known = new Map<Event, FieldsByPath>();
  const fieldsIn = (model: Model, event: Event): FieldsByPath => {
    const found = known.get(event) ?? fieldsByPath(model, event);
    known.set(event, found);
    return found;
  };
  const meant = (name: string): { model: Model; event: Event }[] =>
    events.filter(({ event }) => isEventNamed(name, event.name));
  return {
    names: new Set(events.map(({ event: { name } }) => name)),
    has: (name, path) => meant(name).some(({ model, event }) => fieldsIn(model, event).has(path)),
    lists: (name, path, value) =>
      meant(name).some(({ model, event }) => {
        const shapes = shapesByName(model);
        const fields = fieldsIn(model, event).get(path) ?? [];
        return fields.some(({ type }) =>
          alternativesOf(type, shapes).string?.values.includes(value),
        );
      }),
  };
}

/** The fields of an event that have a path; in a union, there may be several. */
type FieldsByPath = ReadonlyMap<string, readonly Field[]>;

function fieldsByPath(model: Model, event: Event): FieldsByPath {
  const found = new Map<string, Field[]>();
  for (const { path, field } of fieldsOf(model, event)) {
    const known = found.get(path);
    if (known) known.push(field);
    else found.set(path, [field]);
  }
  return found;
}
