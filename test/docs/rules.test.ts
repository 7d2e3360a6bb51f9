/**
 * `docs/rules.md`: every rule with an example, made from the table of rules and from what the tests break them with.
 *
 * `UPDATE=1 npx vitest run test/docs/rules.test.ts` writes it anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import GithubSlugger from 'github-slugger';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lineOfDiagnostic, rules } from '../../generator/diagnostics.ts';
import { linesOfText } from '../../generator/dialects/account.ts';
import { commonIgnores } from '../../generator/dialects/ignores.ts';
import { dialects } from '../../generator/dialects/index.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { visible } from '../../generator/text.ts';
import { docsOf } from '../support/docs.ts';
import { root } from '../support/repository.ts';
import { faults, type Fault } from '../support/rule-examples.ts';

const examples = faults.flatMap(([where, cases]) => cases.map((fault) => ({ where, ...fault })));

function rulesPage(): string {
  const sections = Object.entries(rules).map(([rule, { severity, about }]) => {
    const example = examples.find((fault) => fault.rule === rule);
    return [
      `### \`${rule}\``,
      `${severity[0]?.toUpperCase()}${severity.slice(1)}: ${about}.`,
      ...(example ? exampleOf(example) : []),
    ].join('\n\n');
  });
  const ignoreRules = [
    ...Object.entries(commonIgnores).map(([rule, about]) => `- \`${rule}\`: ${about}`),
    ...Object.entries(dialects).flatMap(([name, { ignores }]) =>
      Object.entries(ignores).map(([rule, about]) => `- \`${rule}\` (${name}): ${about}`),
    ),
  ];
  return `# Rules

<!-- Made from generator/diagnostics.ts and test/support/rule-examples.ts: UPDATE=1 npx vitest run test/docs/rules.test.ts -->

Everything that \`realtime-events lint\` can say of the docs. An error keeps the files of its source from being generated; a warning does not. In
\`realtime-events.json\`, a project gives rules another severity, or none, which holds for every command. An error that leaves no model of
its source stays one:

\`\`\`json
{ "lint": { "rules": { "section-unused": "off", "reference-dead": "error" } } }
\`\`\`

## Diagnostics

${sections.join('\n\n')}

## What is ignored

Every line of a page is read or reported, but for these. \`realtime-events lint --explain PAGE\` prints each line of a page with what
became of it.

${ignoreRules.join('\n')}
`;
}

/** What breaks the rule, and what is said of it. */
function exampleOf({ where, rule, about, docs, at }: Fault & { where: string }): string[] {
  const severities = new Map([[rule, rules[rule].severity]]);
  const results = modelSources(docsOf(docs), { severities });
  const messages = results.flatMap(({ diagnostics }) => diagnostics);
  const [file = '', line = ''] = at.split(':');
  const excerpt = linesAround(docs[file] ?? '', Number(line));
  return [
    `${about[0]?.toUpperCase()}${about.slice(1)} (${where}):`,
    ...(excerpt === '' ? [] : [fenced(excerpt)]),
    fenced(messages.map(lineOfDiagnostic).join('\n')),
  ];
}

/** A line of a page with those next to it. */
function linesAround(text: string, line: number): string {
  const from = Math.max(0, line - 2);
  const lines = linesOfText(text).slice(from, line + 1);
  return lines
    .map((one) => visible(one.slice(0, 160)))
    .join('\n')
    .trim();
}

function fenced(text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}text\n${text}\n${fence}`;
}

test('docs/rules.md says what the rules are', async () => {
  const file = path.join(root, 'docs/rules.md');
  const page = rulesPage();
  if (process.env['UPDATE'] === '1') await writeFile(file, page);

  expect(page).toBe(await readFile(file, 'utf8'));
});

test('docs/rules.md has the section of each rule that diagnostics link to', async () => {
  const page = await readFile(path.join(root, 'docs/rules.md'), 'utf8');
  const slugger = new GithubSlugger();
  const anchors = Array.from(page.matchAll(/^#+ (.*)$/gm), ([, title = '']) => slugger.slug(title));

  expect(anchors).toEqual(expect.arrayContaining(Object.keys(rules)));
});
