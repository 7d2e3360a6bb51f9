/** The same change made in other steps, made less far, or made beside another: asked of any seed. */
import { diffModels } from '../../generator/diff/index.ts';
import type { Verdict } from '../../generator/diff/judgement.ts';
import { verdicts } from '../../generator/diff/judge/weight.ts';
import type { Field, Model, Type } from '../../generator/model/model.ts';
import {
  arrayOf,
  boolean,
  clientEvent,
  discriminator,
  event,
  mapOf,
  model,
  nothing,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
  union,
} from '../support/models.ts';
import { randomOf } from '../support/random.ts';

/** The worst verdict of the changes through these models, one after the other; `docs` where there is none. */
function worst(...states: Model[]): Verdict {
  const found = new Set(
    states
      .slice(1)
      .flatMap((after, i) => diffModels(states[i], after).map(({ verdict }) => verdict)),
  );
  return verdicts.find((verdict) => found.has(verdict)) ?? 'docs';
}

function isNoWorse(one: Verdict, other: Verdict): boolean {
  return verdicts.indexOf(one) >= verdicts.indexOf(other);
}

/** One direction, with another field beside those that are asked about. */
function sourceOf(isServer: boolean, ...fields: Field[]): Model {
  const all = [required('stays', string), ...fields];
  return model([isServer ? event('tuned', all) : clientEvent('tune', all)]);
}

const types: [Type, ...Type[]] = [string, number, oneOf('am', 'fm'), arrayOf(string), object([])];

/** Whether a removal that was announced, by a word or by what may be absent, is no worse than one that was not. */
export function isNoWorseAnnounced(seed: number): boolean {
  const random = randomOf(seed);
  const isServer = random.happens(0.5);
  const field = (random.happens(0.5) ? required : optional)('dial', random.one(types));
  const [was, is] = [sourceOf(isServer, field), sourceOf(isServer)];
  const deprecated = sourceOf(isServer, {
    ...field,
    deprecated: { position: 'small/page.md:1:1', text: 'Deprecated.' },
  });
  const absent = sourceOf(isServer, { ...field, requiredness: 'optional' });
  const directly = worst(was, is);
  return (
    isNoWorse(worst(was, deprecated, is), directly) && isNoWorse(worst(was, absent, is), directly)
  );
}

const names = ['am', 'fm', 'dab', 'lw', 'mw', 'sw'] as const;

/** Whether another of some values, objects, fields or events is no worse than another of all of them. */
export function isNoWorseInPart(seed: number): boolean {
  const random = randomOf(seed);
  const isServer = random.happens(0.5);
  const own = names.slice(0, 1 + random.below(names.length));
  const replaced = random.below(own.length + 1);
  const suffix = random.one(['', '_new']);
  const inPart = own.flatMap((name, i) => (i < replaced ? (suffix ? name + suffix : []) : name));
  const whole = own.flatMap((name) => (suffix ? name + suffix : []));
  const make = random.one([valuesOf, membersOf, fieldsOf, eventsOf]);
  const [was, part, all] = [own, inPart, whole].map((some) => make(isServer, some));
  return !was || !part || !all || isNoWorse(worst(was, part), worst(was, all));
}

/** Where all values are gone nothing may stand; a field that is gone may still be sent, says the table of rules. */
function valuesOf(isServer: boolean, some: readonly string[]): Model {
  return sourceOf(isServer, required('dial', oneOf(...some)));
}

function membersOf(isServer: boolean, some: readonly string[]): Model {
  const members = some.map((name) => object([discriminator('type', name), required(name, string)]));
  return sourceOf(isServer, required('dial', union(...members)));
}

function fieldsOf(isServer: boolean, some: readonly string[]): Model {
  return sourceOf(isServer, ...some.map((name) => required(name, string)));
}

function eventsOf(isServer: boolean, some: readonly string[]): Model {
  const make = isServer ? event : clientEvent;
  return model([
    make('tuned'),
    ...some.map((name) => make(`${name}.on`, [required(name, string)])),
  ]);
}

/** What one kind of JSON may be before a change and after it. */
type Change = readonly [Type, Type];

/** What stands for a field, a list of values or null that comes: a change of one kind that is the same beside others. */
const changes: [(make: Wrap) => Change, ...((make: Wrap) => Change)[]] = [
  () => [object([]), object([required('band', string)])],
  () => [object([optional('band', string)]), object([required('band', string)])],
  () => [object([required('band', string)]), object([required('band', number)])],
  (wrap) => [wrap(oneOf('am', 'fm')), wrap(oneOf('am'))],
  (wrap) => [wrap(string), wrap(union(string, nothing))],
  (wrap) => [wrap(object([])), wrap(object([required('band', string)]))],
];
type Wrap = (type: Type) => Type;
const wraps: [Wrap, ...Wrap[]] = [arrayOf, mapOf, (type) => object([required('dial', type)])];
const others: [Type, ...Type[]] = [string, number, boolean, union(number, boolean), nothing];

/** Whether all that is told of a change is also told where another kind of JSON comes, goes or changes beside it. */
export function isToldBeside(seed: number): boolean {
  const random = randomOf(seed);
  const isServer = random.happens(0.5);
  const [was, is] = random.one(changes)(random.one(wraps));
  const [came, gone] = [random.one(others), random.one(others)];
  const rules = (before: Type, after: Type): string[] =>
    diffModels(
      sourceOf(isServer, required('radio', before)),
      sourceOf(isServer, required('radio', after)),
    ).map(({ rule }) => rule);
  const beside = [
    rules(was, union(is, came)),
    rules(union(was, gone), is),
    rules(union(was, gone), union(is, came)),
  ];
  const alone = rules(was, is);
  return alone.length > 0 && beside.every((found) => alone.every((rule) => found.includes(rule)));
}
