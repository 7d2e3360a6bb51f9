/** The severities that a project gives to single rules, in its `realtime-events.json`. */
import * as v from 'valibot';
import { readJsonFile } from '../contract.ts';
import { rules, type Diagnostic, type Severity } from '../diagnostics.ts';

/** Severities by the name of the rule; `off`: its diagnostics are not wanted. */
export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>;

const rule = v.picklist(Object.keys(rules), 'is no rule; docs/rules.md lists them');
const severity = v.picklist(
  ['off', 'info', 'warning', 'error'],
  'must be one of off, info, warning, error',
);
const lint = v.strictObject(
  { rules: v.exactOptional(v.record(rule, severity, 'must be an object')) },
  'must be an object',
);
/** What `diff` reads under its key is its own business. */
const contract = v.strictObject(
  { lint: v.exactOptional(lint), diff: v.exactOptional(v.unknown()) },
  'must be an object',
);

/**
 * Reads the settings: `{ "lint": { "rules": { "section-unused": "off" } } }`.
 *
 * @param text the file
 * @param name what the file is called
 * @throws UsageError when it does not follow its contract, naming the key
 */
export function readSettings(text: string, name: string): RuleSeverities {
  return new Map(Object.entries(readJsonFile(text, name, contract).lint?.rules ?? {}));
}

/** Diagnostics with the severities that a project gives them, without those that it does not want. */
export function weighed(diagnostics: readonly Diagnostic[], own: RuleSeverities): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = own.get(diagnostic.rule) ?? diagnostic.severity;
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
