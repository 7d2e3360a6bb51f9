/** What is wrong with a model as a whole, once its pages are read, corrected and resolved. */
import { breachesOf, typeBreachesOf } from '../model/contract.ts';
import type { Link, Model, Position, Type } from '../model/model.ts';
import { shapesByName, typesIn } from '../model/walk.ts';
import type { ReportAt } from './report-at.ts';

/**
 * Reports where a model breaks its contract, and where it leaves open what a page should say.
 *
 * @param copies what its shapes were joined of
 */
export function checkModel(model: Model, copies: readonly Type<Link>[], reportAt: ReportAt): void {
  const shapes = shapesByName(model);
  for (const { rule, position, sentence, places } of [
    ...typeBreachesOf(copies, (name) => shapes.get(name)?.type),
    ...breachesOf(model),
  ])
    reportAt(rule, position, sentence, places);
  for (const position of unstatedElements(model)) reportAt('elements-unstated', position, unstated);
}

const unstated =
  'the page does not say what is in this array, so that its elements are `unknown`; write their type, or add a correction.';

/** Where pages have an array and leave open what is in it. A correction that does the same means it. */
function unstatedElements(model: Model): Position[] {
  const corrections = `${model.source.id}/corrections/`;
  return typesIn(model).flatMap((type) =>
    type.kind === 'array' &&
    type.element.kind === 'open' &&
    type.element.of === 'value' &&
    type.element.reason === 'opaque' &&
    !type.position.startsWith(corrections)
      ? type.position
      : [],
  );
}
