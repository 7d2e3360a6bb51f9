/**
 * `docs/diff-rules.md`: every kind of change and what it means, made from the table of rules.
 *
 * `UPDATE=1 npx vitest run test/docs/diff-rules.test.ts` writes it anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Judgement } from '../../generator/diff/judgement.ts';
import { changeRuleGroups } from '../../generator/diff/rules.ts';
import { root } from '../support/repository.ts';

function rulesPage(): string {
  const sections = Object.entries(changeRuleGroups).flatMap(([title, rules]) => [
    `## ${title}`,
    ...Object.entries(rules).map(([kind, { about, server, client }]) =>
      [
        `### \`${kind}\`\n`,
        `${about[0]?.toUpperCase()}${about.slice(1)}.\n`,
        ...(inWords(server) === inWords(client)
          ? [`- All events: ${inWords(server)}`]
          : [`- Server events: ${inWords(server)}`, `- Client events: ${inWords(client)}`]),
      ].join('\n'),
    ),
  ]);
  return `# What a change of the docs means

<!-- Made from generator/diff/rules.ts: UPDATE=1 npx vitest run test/docs/diff-rules.test.ts -->

Every finding of \`realtime-events diff\` is of one of these kinds. A client reads server events and writes client events; for a
server (\`--role server\`) the two lines of a rule change places.

- **breaking**: what worked does not.
- **dangerous**: it breaks only closed or exhaustive consumers, or the docs do not decide it.
- **safe**: nobody notices.
- **docs**: only words, examples or order.

Two verdicts stand beside the first one where they are other ones: \`wire\` is about an app that is already deployed, \`types\` about
one that upgrades the generated package. Types that are \`dangerous\` no longer compile for exhaustive code, or for code that names what
it need not name.

In \`realtime-events.json\`, a project gives rules another verdict:

\`\`\`json
{ "diff": { "rules": { "event-added": "safe" } } }
\`\`\`

${sections.join('\n\n')}
`;
}

/** `**safe** (types: breaking): it is no longer sent.` */
function inWords({ verdict, wire, types, why }: Judgement): string {
  const others = [
    ...(wire === verdict ? [] : [`wire: ${wire}`]),
    ...(types === verdict ? [] : [`types: ${typesInWords(types)}`]),
  ];
  return `**${verdict}**${others.length === 0 ? '' : ` (${others.join('; ')})`}: ${why}.`;
}

function typesInWords(types: Judgement['types']): string {
  return typeof types === 'string' ? types : `${types.verdict} where ${types.where}, or else safe`;
}

test('docs/diff-rules.md says what the rules are', async () => {
  const file = path.join(root, 'docs/diff-rules.md');
  const page = rulesPage();
  if (process.env['UPDATE'] === '1') await writeFile(file, page);

  expect(page).toBe(await readFile(file, 'utf8'));
});
