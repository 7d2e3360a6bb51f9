/** Large docs: copies of the sources of this repository, with other names, and pages that are nothing but fields. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { docsSrc, readFiles, readModel } from '../../support/repository.ts';
import { sourceJson, type Texts } from '../../support/docs.ts';
import { anyA, rest, restIndex, restSection, treePage } from '../../support/small-docs.ts';

/** A reference of so many events, which are those of a source over and over, each round with names of its own. */
export async function manyEvents(id: string, dialect: string, count: number): Promise<Texts> {
  const { events } = await readModel(id);
  const own = events.filter((event) => event.page !== event.position && !event.correction);
  const texts: Record<string, string> = {};
  const lists = { server: '', client: '' };
  for (let i = 0; i < count; i++) {
    const event = own[i % own.length];
    if (!event) break;
    const round = Math.floor(i / own.length);
    const name = event.documentedName?.text ?? event.name;
    const renamed = round === 0 ? name : `${name}_${round}`;
    const file = event.page.replace(/:\d+:\d+$/, '').slice(id.length + 1);
    const target = round === 0 ? file : file.replace(/\.md$/, `_${round}.md`);
    const text = await readFile(path.join(docsSrc, id, file), 'utf8');
    texts[`large/${target}`] = text
      .replace(/^(# (?:REST: )?)\S+/m, `$1${renamed}`)
      .replaceAll(`'${name}'`, `'${renamed}'`)
      .replaceAll(`\`${name}\``, `\`${renamed}\``)
      .replaceAll(`/${name}\n`, `/${renamed}\n`)
      .replaceAll(/\{#(\w+)\}|\(#(\w+)\)/g, (link) => link.replace('#', `#Round${round}`));
    const flag = event.support.status === 'unsupported' ? " '[NOT SUPPORTED]'" : '';
    lists[event.direction] +=
      dialect === 'openai-tree'
        ? `- [${renamed}](${target})\n`
        : `|| [realtime.${event.direction}.${renamed}](${target}) | ${renamed}${flag} ||\n`;
  }
  for (const direction of ['server', 'client'] as const)
    texts[`large/${direction}.md`] =
      dialect === 'openai-tree'
        ? `# Events\n\n## Contents\n${lists[direction]}`
        : `# REST: Events\n\n## Methods\n\n#|\n||Method | Description ||\n${lists[direction]}|#\n`;
  const index = { server: 'server.md', client: 'client.md' };
  return { ...texts, 'large/source.json': sourceJson(dialect, { index }) };
}

/** The sources of this repository so many times, and some once more, each time with names and titles of their own. */
export async function manySources(times: number, more: readonly string[]): Promise<Texts> {
  const texts = Object.entries(await readFiles(docsSrc)).filter(([file]) => file.includes('/'));
  const last = texts.filter(([file]) => more.includes(file.slice(0, file.indexOf('/'))));
  const rounds = [...Array.from({ length: times }, () => texts), last];
  return Object.fromEntries(
    rounds.flatMap((files, i) =>
      files.map(([file, text]) => [`${i}-${file}`, renamed(file, text, i)] as const),
    ),
  );
}

function renamed(file: string, text: string, copy: number): string {
  if (file.endsWith('/source.json'))
    return text.replace(/("title": ")([^"]+)/, `$1$2, copy ${copy}`);
  return file.endsWith('/renames.json')
    ? text.replace(
        /("from": \[)([^\]]*)/,
        (_, from, names) => from + names.replaceAll(/"(?=\w)/g, `"${copy}-`),
      )
    : text;
}

/** A reference on one page a direction, whose sections come over and over. */
export async function longPages(id: string, count: number): Promise<Texts> {
  const texts: Record<string, string> = {};
  const directions = ['server', 'client'] as const;
  const { events } = await readModel(id);
  for (const direction of directions) {
    const page = await readFile(path.join(docsSrc, id, `${direction}-events.md`), 'utf8');
    const [head = '', ...sections] = page.split(/^(?=<a id=)/m);
    const own = Math.round((count * sections.length) / events.length);
    const copies = Array.from({ length: own }, (_, i) => {
      const section = sections[i % sections.length] ?? '';
      const round = Math.floor(i / sections.length);
      const name = /^## (.*)$/m.exec(section)?.[1] ?? '';
      if (round === 0) return section;
      return section
        .replaceAll(`"${name}"`, `"${name}_${round}"`)
        .replaceAll(`\`${name}\``, `\`${name}_${round}\``)
        .replace(`## ${name}`, `## ${name}_${round}`)
        .replace(/^(Schema name: `\w+)/m, `$1${round}`);
    });
    texts[`large/${direction}-events.md`] = head + copies.join('');
  }
  const index = { server: 'server-events.md', client: 'client-events.md' };
  return { ...texts, 'large/source.json': sourceJson('openai-reference', { index }) };
}

/** Events of a tree, each with these bullets, and nothing else. */
function eventsWith(events: number, bullets: (event: number) => string): Texts {
  const names = Array.from({ length: events }, (_, i) => `tune.${i}`);
  return {
    'large/source.json': sourceJson('openai-tree'),
    'large/index.md': `# Events\n\n## Contents\n${names.map((name) => `- [${name}](${name}.md)\n`).join('')}`,
    ...Object.fromEntries(
      names.map((name, i) => [`large/${name}.md`, treePage(name, bullets(i))] as const),
    ),
  };
}

/** Events with so many fields each. */
export function manyFields(events: number, fields: number): Texts {
  return eventsWith(events, () => many(fields, (i) => `- \`a${i}\` (string, optional)\n`));
}

/** Events with so many objects in objects each: three fields to an object, and none of them like another. */
export function manyObjects(events: number, objects: number): Texts {
  return eventsWith(events, (event) =>
    many(
      objects,
      (i) => `- \`a${i}\` (object, optional): Words.
  - \`b${event}\` (string, required): Words.
  - \`c\` (object, required): Words.
    - \`d${i}\` (number, optional)
`,
    ),
  );
}

/** Events with so many lists of twenty values each. */
export function manyValues(events: number, lists: number): Texts {
  return eventsWith(events, (event) =>
    many(
      lists,
      (i) => `- \`a${i}\` (string, optional): Enum: ${many(19, (k) => `'v${k}_${event}', `)}'z'.\n`,
    ),
  );
}

/** An event with so many examples, each with a field of its own. */
export function manyExamples(count: number): Texts {
  const example = (i: number): string =>
    `### Example ${i}\n\n\`\`\`json\n{"type": "tune", "a${i}": ${i}}\n\`\`\`\n\n`;
  return {
    'large/source.json': sourceJson('event-summary', { index: { server: 'events.md' } }),
    'large/events.md': `# Events\n\n## Event Reference\n\n### All\n\n- \`tune\` - words\n\n## Event Examples\n\n${many(count, example)}`,
  };
}

/** A page with so many footnotes. */
export function manyFootnotes(count: number): Texts {
  return eventsWith(1, () => many(count, (i) => `[^a${i}]: Words.\n`));
}

/** Events whose sections point at the next one twice, so many levels deep. */
export function manyForks(events: number, levels: number): Texts {
  const page = (name: string): string => {
    const sections = many(levels, (i) =>
      restSection(
        `S${i}of${name}`,
        `|| a | **[S${i + 1}](#S${i + 1}of${name})** ||\n|| b | **[S${i + 1}](#S${i + 1}of${name})** ||\n`,
      ),
    );
    const last = restSection(`S${levels}of${name}`);
    const row = `|| a | **[S0](#S0of${name})** ||\n`;
    const texts = rest(row, { sections: sections + last, skeleton: anyA });
    return (texts['radio/tune.md'] ?? '')
      .replaceAll('`tune`', `\`${name}\``)
      .replace('REST: tune', `REST: ${name}`)
      .replace('/tune\n', `/${name}\n`);
  };
  const names = Array.from({ length: events }, (_, i) => `tune${i}`);
  return {
    'large/source.json': sourceJson('yandex-rest'),
    'large/index.md': restIndex(
      names.map((name) => `|| [radio.${name}](${name}.md) | ${name} ||\n`).join(''),
    ),
    ...Object.fromEntries(names.map((name) => [`large/${name}.md`, page(name)] as const)),
  };
}

/** As many pieces as there are numbers. */
function many(count: number, piece: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => piece(i)).join('');
}
