/** `realtime-events.json`: what a project wants of single rules, those of the docs and those of a diff. */
import { lstat } from 'node:fs/promises';
import * as v from 'valibot';
import { meantOf, objectOf, readSettingsFile } from './contract.ts';
import { rules as lintRules, type Severities } from './diagnostics.ts';
import type { Verdict } from './diff/judgement.ts';
import { changeRules } from './diff/rules.ts';
import { verdicts } from './diff/judge/weight.ts';
import { pathIn, readTextIn, usualSettings } from './cwd.ts';
import { limits } from './limits.ts';
import { isSystemError, readFailure } from './errors.ts';

/** By the name of the rule. */
export interface Settings {
  severities: Severities;
  verdicts: ReadonlyMap<string, Verdict>;
}

const severities = ['off', 'info', 'warning', 'error'] as const;

/** `{ "rules": { "name": word } }`, of known rules and words. */
function rulesOf<const Words extends readonly string[]>(known: object, words: Words) {
  const names = Object.keys(known);
  const rule = v.picklist(
    names,
    ({ input }) => `is not a rule; ${meantOf(input, names, 'the rules')}`,
  );
  const word = v.picklist(words, `must be one of ${words.join(', ')}`);
  const rules = v.record(rule, word, 'must be an object');
  return objectOf({ rules: v.exactOptional(rules) });
}

/** What `realtime-events.json` may hold. `schemas/settings.schema.json` is made of it. */
export const settingsContract = objectOf({
  $schema: v.exactOptional(v.string('must be a text')),
  lint: v.exactOptional(rulesOf(lintRules, severities)),
  diff: v.exactOptional(rulesOf(changeRules, verdicts)),
});

/**
 * Settings by their text: `{ "lint": { "rules": { "section-unused": "off" } }, "diff": … }`.
 *
 * @param name what the file is called
 * @throws UsageError when it does not follow its contract, naming the key
 */
export function settingsOf(text: string, name: string): Settings {
  const { lint, diff } = readSettingsFile(text, name, settingsContract);
  return {
    severities: new Map(Object.entries(lint?.rules ?? {})),
    verdicts: new Map(Object.entries(diff?.rules ?? {})),
  };
}

/** Whether something has this name, if only a link that leads nowhere. */
async function isThere(place: string): Promise<boolean> {
  return lstat(place).then(
    () => true,
    () => false,
  );
}

/**
 * Reads the settings of a project.
 *
 * @param file absent: `realtime-events.json`, where there is one
 * @param cwd the folder that the name starts from
 * @throws UsageError when it cannot be read or does not follow its contract
 */
export async function readSettings(file: string | undefined, cwd = '.'): Promise<Settings> {
  const name = file ?? usualSettings;
  try {
    return settingsOf(await readTextIn(cwd, name, limits.page), name);
  } catch (error) {
    const isMissing = isSystemError(error) && error.code === 'ENOENT';
    if (file === undefined && isMissing && !(await isThere(pathIn(cwd, name))))
      return settingsOf('{}', name);
    throw readFailure(name, error);
  }
}
