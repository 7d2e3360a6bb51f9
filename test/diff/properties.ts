/** What holds of every comparison, asked of models that nobody wrote and of edits of real ones. */
import type { Finding } from '../../generator/diff/finding.ts';
import { diffModels } from '../../generator/diff/index.ts';
import { changeRules } from '../../generator/diff/rules.ts';
import { constantStatements } from '../../generator/emit/constants.ts';
import { expectedStatements } from '../../generator/emit/expected.ts';
import { guardStatements } from '../../generator/emit/guards.ts';
import { typeStatements } from '../../generator/emit/types.ts';
import { isJsonObject } from '../../generator/model/json.ts';
import type { Shapes } from '../../generator/model/alternatives.ts';
import type { Direction, Event, Model, Type } from '../../generator/model/model.ts';
import { shapesByName } from '../../generator/model/walk.ts';
import { judgeOf } from '../../generator/validation/judge.ts';
import { valuesOf, type Message } from '../support/messages.ts';
import { randomOf } from '../support/random.ts';
import { edited, randomModel } from './random-models.ts';

/** A model in two versions, by a seed: real ones edited, or small ones. */
export interface Versions {
  seed: number;
  before: Model;
  after: Model;
}

/**
 * @param real the models that are edited, beside small ones
 * @param share how many of all versions are of these
 */
export function versionsOf(seed: number, real: readonly Model[], share: number): Versions {
  const random = randomOf(seed);
  const known = random.happens(share) ? real[random.below(real.length)] : undefined;
  const before = known ?? randomModel(random);
  const isOther = !known && random.happens(0.3);
  return { seed, before, after: isOther ? randomModel(random) : edited(before, random) };
}

/** What is generated, without its comments: the statements before they are printed. */
function codeOf(model: Model): string {
  return JSON.stringify(
    [
      typeStatements(model),
      guardStatements(model),
      constantStatements(model),
      expectedStatements(model),
    ],
    (key, value: unknown) => (key === 'docs' ? undefined : value),
  );
}

/** Whether code that differs has a finding. */
export function isTold({ before, after }: Versions): boolean {
  // To find something takes a part of the time that code takes.
  return diffModels(before, after).length > 0 || codeOf(before) === codeOf(after);
}

/** Exported types that are gone, if nothing that is told is more than safe for code that imports them. */
export function namesLost({ before, after }: Versions): string[] {
  const names = typeNamesOf(after);
  const gone = [...typeNamesOf(before)].filter((name) => !names.has(name));
  if (gone.length === 0) return [];
  const isTold = diffModels(before, after).some(
    ({ types }) => types === 'breaking' || types === 'dangerous',
  );
  return isTold ? [] : gone;
}

function typeNamesOf(model: Model): Set<string> {
  return new Set(
    typeStatements(model).flatMap((statement) =>
      typeof statement === 'object' && 'name' in statement && typeof statement.name === 'string'
        ? [statement.name]
        : [],
    ),
  );
}

/**
 * Events of which nothing worse than safe is told, though messages that clients sent no longer fit, or some can arrive
 * that no reader had to expect.
 */
export function takenLightly({ before, after }: Versions): string[] {
  const findings = diffModels(before, after);
  const sides: Record<Direction, { from: Model; to: Model }> = {
    server: { from: after, to: before },
    client: { from: before, to: after },
  };
  return (['server', 'client'] as const).flatMap((direction) => {
    const { from, to } = sides[direction];
    const own = judgeOf(from, { exact: true });
    const other = direction === 'client' ? judgeOf(to, { exact: true }) : judgeOf(tolerant(to));
    const shapes = shapesByName(from);
    const kept = from.events.filter(
      (event) => event.direction === direction && to.events.some((one) => isTwin(one, event)),
    );
    return kept
      .filter(({ name, body }) =>
        messagesOf(body, shapes).some(({ value }) => {
          if (!isJsonObject(value) || !own.judge(value, name, direction).isExact) return false;
          const { standing, isExact } = other.judge(value, name, direction);
          return direction === 'client' ? !isExact : standing === 'mismatch';
        }),
      )
      .map(({ name }) => name)
      .filter((name) => !findings.some((finding) => isHeavy(finding, direction, name)))
      .map((name) => `${direction} ${name}`);
  });
}

/** Messages of an event: none, where a shape must hold itself. */
function messagesOf(body: Type, shapes: Shapes): Message[] {
  try {
    return valuesOf(body, shapes);
  } catch {
    return [];
  }
}

function isTwin(one: Event, other: Event): boolean {
  return one.name === other.name && one.direction === other.direction;
}

function isHeavy(finding: Finding, direction: Direction, event: string): boolean {
  const { wire, rule, places } = finding;
  // The docs no longer say that a field must be there: the server does what it did.
  const isHeavyRule =
    wire === 'breaking' || wire === 'dangerous' || rule === 'required-to-unstated';
  const isHere = places.some((place) => place.event === event || place.event === '');
  return isHeavyRule && isHere && finding.direction === direction;
}

function tolerant(model: Model): Model {
  return { ...model, source: { ...model.source, reading: { server: 'tolerant' } } };
}

/** What the way back does not mirror: nothing, unless something is wrong. */
export function unmirrored({ before, after }: Versions): { forth: string[]; back: string[] } {
  const forth = diffModels(before, after).map(inShort).toSorted();
  const back = diffModels(after, before).map(mirrorOf).toSorted();
  return forth.join('\n') === back.join('\n')
    ? { forth: [], back: [] }
    : {
        forth: forth.filter((one) => !back.includes(one)),
        back: back.filter((one) => !forth.includes(one)),
      };
}

/** An event that turned is told in the direction that it had, which on the way back is the other one. */
function directionOf({ direction, rule }: Finding): string {
  return rule === 'event-turned' ? '' : direction;
}

function inShort(finding: Finding): string {
  const { rule, before, after } = finding;
  return JSON.stringify([
    directionOf(finding),
    rule,
    before?.meaning ?? null,
    after?.meaning ?? null,
  ]);
}

function mirrorOf(finding: Finding): string {
  const { rule, before, after } = finding;
  const { mirror } = changeRules[rule];
  return JSON.stringify([
    directionOf(finding),
    mirror,
    after?.meaning ?? null,
    before?.meaning ?? null,
  ]);
}
