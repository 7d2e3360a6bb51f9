/** What holds of every comparison, asked of models that nobody wrote and of edits of real ones. */
import type { Finding } from '../../generator/diff/finding.ts';
import { diffModels } from '../../generator/diff/index.ts';
import { changeRules } from '../../generator/diff/rules.ts';
import { constantStatements } from '../../generator/emit/constants.ts';
import { expectedStatements } from '../../generator/emit/expected.ts';
import { guardStatements } from '../../generator/emit/guards.ts';
import { typeStatements } from '../../generator/emit/types.ts';
import type { Model } from '../../generator/model/model.ts';
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
