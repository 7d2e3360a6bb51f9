/** Small docs in two versions: a page changes, and everything else stays. */
import type { Finding } from '../../generator/diff/finding.ts';
import { diffModels } from '../../generator/diff/index.ts';
import { modelOf, sourceJson, type Texts } from './docs.ts';
import { restIndex, treePage } from './small-docs.ts';

const index = { server: 'server/index.md', client: 'client/index.md' };

/** The index of a tree of pages, one for each event. */
export function treeIndex(...names: string[]): string {
  return `# Events\n\n## Contents\n${names.map((name) => `- [${name}](${name}.md)\n`).join('')}`;
}

/** The events of both directions, each by its bullets; a page of its own stands in the place of a text with a title. */
export interface Events {
  server?: Readonly<Record<string, string>>;
  client?: Readonly<Record<string, string>>;
}

/** A source with these events, in the dialect `openai-tree`. `source` adds to its `source.json`. */
export function treeSource({ server, client }: Events, source: object = {}): Texts {
  const texts: Record<string, string> = {};
  const pages = { ...(server && { server }), ...(client && { client }) };
  for (const [direction, events] of Object.entries(pages)) {
    texts[`radio/${direction}/index.md`] = treeIndex(...Object.keys(events));
    for (const [name, text] of Object.entries(events))
      texts[`radio/${direction}/${name}.md`] = text.startsWith('# ') ? text : treePage(name, text);
  }
  const own = { ...(server && { server: index.server }), ...(client && { client: index.client }) };
  return { ...texts, 'radio/source.json': sourceJson('openai-tree', { index: own, ...source }) };
}

/** The same bullets in an event that the server sends, `tuned`, and in one that a client sends, `tune`. */
export function bothWays(bullets: string, source: object = {}): Texts {
  return treeSource({ server: { tuned: bullets }, client: { tune: bullets } }, source);
}

/** The same for pages of a REST schema, where `a` is a field of this type. `flag` stands in the index. */
export function restBothWays(type: string, flag = ''): Texts {
  const texts: Record<string, string> = {
    'radio/source.json': sourceJson('yandex-rest', { index }),
  };
  for (const [direction, name] of [
    ['server', 'tuned'],
    ['client', 'tune'],
  ] as const) {
    texts[`radio/${direction}/index.md`] = restIndex(
      `|| [radio.${name}](${name}.md) | ${name}${flag} ||\n`,
    );
    texts[`radio/${direction}/${name}.md`] = restPage(name, `|| a | ${type} ||\n`);
  }
  return texts;
}

function restPage(name: string, rows: string): string {
  return `# REST: ${name}

## HTTP request

\`\`\`
POST https://example.com/${name}
\`\`\`

## Body parameters

**Request schema: application/json**

\`\`\`json
{ "type": "string", "a": "unknown" }
\`\`\`

#|
||Field | Description ||
|| type | **enum**

Required field.

- \`${name}\` ||
${rows}|#
`;
}

/** What changed between two versions of small docs. */
export function diffOf(before: Texts, after: Texts): Finding[] {
  return diffModels(modelOf(before), modelOf(after));
}

/** `breaking value-removed tune dial`: a finding without its words. */
export function brief({ verdict, rule, place }: Finding): string {
  return [verdict, rule, place.event, place.path].filter(Boolean).join(' ');
}
