/**
 * How people word the facts of a field, one file a kind of fact. Another wording is a line in the file of its kind, and a
 * sentence in the list of the same name in `test/dialects/worded-facts/`; that it has a word of `signals.ts` is tested there.
 */
import { aBound } from './bound.ts';
import { aDefault } from './default.ts';
import { deprecation } from './deprecation.ts';
import { fieldsElsewhere, fieldsInWords } from './elsewhere.ts';
import { furtherValues } from './further-values.ts';
import { listOfValues } from './list-of-values.ts';
import { nullability } from './null.ts';
import { requiredness } from './requiredness.ts';
import { lackOfSupport } from './support.ts';
import { anotherType } from './type.ts';
import type { WordedFact } from './wording.ts';

/** Every kind of fact that is looked for. */
export const wordedFacts: readonly WordedFact[] = [
  aDefault,
  listOfValues,
  furtherValues,
  requiredness,
  nullability,
  aBound,
  deprecation,
  lackOfSupport,
  fieldsElsewhere,
  fieldsInWords,
  anotherType,
];
