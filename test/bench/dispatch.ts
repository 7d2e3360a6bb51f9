/**
 * Ways from the `type` of a message to the guard of its event, one beside the other.
 *
 * `JSON.parse` makes a new string for every `type` of more than ten characters. A switch compares its characters;
 * a lookup by key computes its hash and finds its twin among all known names first. So each string is dispatched
 * once, and the messages of the next round are parsed anew, outside of the measured time.
 */
import { interleaved, markdownTable, median, shuffled } from './measure.ts';

/** A way to dispatch, as the text of a module whose `dispatch` calls the function of a name. */
interface Way {
  title: string;
  source: string;
}

type Dispatch = (value: { type: string }) => number;

/** What the measured functions do, so that a call is not worth nothing. */
function targets(names: readonly string[]): string {
  return names
    .map(
      (_, i) =>
        `function is${i}(value) { return typeof value.event_id === 'string' ? ${i + 1} : 0; }`,
    )
    .join('\n');
}

function ways(names: readonly string[]): Way[] {
  const text = (name: string): string => JSON.stringify(name);
  const way = (title: string, tables: string, body: string): Way => ({
    title,
    source: `${targets(names)}\n${tables}\nexport function dispatch(value) { ${body} }`,
  });
  const cases = (some: readonly string[]): string =>
    some.map((name) => `case ${text(name)}: return is${names.indexOf(name)}(value);`).join('\n');
  const lengths = [...new Set(names.map(({ length }) => length))].toSorted((a, b) => a - b);
  const ofLength = (length: number): string[] => names.filter((name) => name.length === length);
  const deltasFirst = names.toSorted(
    (a, b) => Number(b.endsWith('.delta')) - Number(a.endsWith('.delta')),
  );
  const entries = names.map((name, i) => `${text(name)}: is${i}`).join(', ');
  const numbers = names.map((name, i) => `${text(name)}: ${i + 1}`).join(', ');
  const pairs = names.map((name, i) => `[${text(name)}, is${i}]`).join(', ');
  return [
    way(
      'none: a look at the length, one guard',
      '',
      `const type = value.type; return type.length > 2 ? is0(value) : 0;`,
    ),
    way('switch (type)', '', `switch (value.type) { ${cases(names)} default: return 0; }`),
    way(
      'switch (type), deltas first',
      '',
      `switch (value.type) { ${cases(deltasFirst)} default: return 0; }`,
    ),
    way(
      'switch (type.length), then switch (type)',
      '',
      `const type = value.type;
      if (typeof type !== 'string') return 0;
      switch (type.length) { ${lengths
        .map(
          (length) =>
            `case ${length}: switch (type) { ${cases(ofLength(length))} default: return 0; }`,
        )
        .join('\n')} default: return 0; }`,
    ),
    way(
      'deltas by ===, then switch (type.length), then switch (type)',
      '',
      `const type = value.type;
      ${deltasFirst
        .filter((name) => name.endsWith('.delta'))
        .map((name) => `if (type === ${text(name)}) return is${names.indexOf(name)}(value);`)
        .join('\n')}
      if (typeof type !== 'string') return 0;
      switch (type.length) { ${lengths
        .map(
          (length) =>
            `case ${length}: switch (type) { ${cases(ofLength(length))} default: return 0; }`,
        )
        .join('\n')} default: return 0; }`,
    ),
    way(
      'switch (type.length), then one character, then ===',
      '',
      `const type = value.type;
      if (typeof type !== 'string') return 0;
      switch (type.length) { ${lengths
        .map((length) => `case ${length}: ${byCharacter(names, ofLength(length))}`)
        .join('\n')} default: return 0; }`,
    ),
    way(
      'null-prototype object of functions',
      `const table = { __proto__: null, ${entries} };`,
      `const guard = table[value.type]; return guard === undefined ? 0 : guard(value);`,
    ),
    way(
      'null-prototype object of numbers, then switch (number)',
      `const table = { __proto__: null, ${numbers} };`,
      `switch (table[value.type]) { ${names
        .map((_, i) => `case ${i + 1}: return is${i}(value);`)
        .join('\n')} default: return 0; }`,
    ),
    way(
      'Map of functions',
      `const table = new Map([${pairs}]);`,
      `const guard = table.get(value.type); return guard === undefined ? 0 : guard(value);`,
    ),
  ];
}

/** Among names of one length: the character that tells most of them apart, then the comparison. */
function byCharacter(names: readonly string[], some: readonly string[]): string {
  const call = (name: string): string => `is${names.indexOf(name)}(value)`;
  const compare = (few: readonly string[]): string =>
    `return ${few.map((name) => `type === ${JSON.stringify(name)} ? ${call(name)} : `).join('')}0;`;
  if (some.length === 1) return compare(some);
  const length = some[0]?.length ?? 0;
  const kindsAt = (at: number): Set<number> => new Set(some.map((name) => name.charCodeAt(at)));
  const [best = 0] = Array.from({ length }, (_, at) => at).toSorted(
    (a, b) => kindsAt(b).size - kindsAt(a).size,
  );
  return `switch (type.charCodeAt(${best})) { ${Array.from(kindsAt(best), (code) => {
    const few = some.filter((name) => name.charCodeAt(best) === code);
    return `case ${code}: ${compare(few)}`;
  }).join('\n')} default: return 0; }`;
}

/** The comparison as Markdown. */
export async function dispatchReport(names: readonly string[]): Promise<string> {
  const deltas = names.filter((name) => name.endsWith('.delta'));
  const sets: { title: string; sent: string[] }[] = [
    { title: 'each name as often', sent: [...names] },
    { title: 'deltas only', sent: deltas },
    {
      title: '9 of 10 are deltas',
      sent: [...names, ...Array.from({ length: 66 }, () => deltas).flat()],
    },
    { title: 'unknown names', sent: names.map((name) => `${name.slice(0, -1)}#`) },
  ];
  const rows: string[][] = ways(names).map(({ title }) => [title]);
  for (const { sent } of sets) {
    const lines = shuffled(
      Array.from({ length: Math.ceil(6000 / sent.length) }, () => sent).flat(),
    );
    const text = JSON.stringify(lines.map((type, i) => ({ type, event_id: `event_${i}` })));
    const parse = (): { type: string }[] => {
      const values: { type: string }[] = JSON.parse(text);
      return values;
    };
    const loaded = await Promise.all(
      ways(names).map(async ({ source }) => {
        const module: { dispatch: Dispatch } = await import(
          `data:text/javascript,${encodeURIComponent(`// ${sent[0]}\n${source}`)}`
        );
        return module.dispatch;
      }),
    );
    const times = interleaved(
      loaded.map((dispatch) => {
        let values: { type: string }[] = [];
        return {
          prepare: () => {
            values = parse();
          },
          run: () => {
            let sum = 0;
            for (const value of values) sum += dispatch(value);
            return sum;
          },
        };
      }),
      { rounds: 150, warmup: 40 },
    );
    for (const [i, time] of times.entries())
      rows[i]?.push(((median(time) * 1e6) / lines.length).toFixed(1));
  }
  return markdownTable([['ns a message', ...sets.map(({ title }) => title)], ...rows]);
}
