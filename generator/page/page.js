// What the page of the support matrix does where scripts run. It shows what is in the page, and asks nothing of a network.
// Texts of the docs are set as texts, and never as markup.

/** @typedef {import('../matrix/types.ts').SupportMatrix} SupportMatrix */

const byId = (id) => document.getElementById(id);

/** @type {SupportMatrix} */
const matrix = JSON.parse(byId('data').textContent);
const words = JSON.parse(byId('words').textContent);
const form = byId('filters');
const table = byId('matrix');
const sources = matrix.sources;

const keyOf = ({ direction, event }) => `${direction} ${event}`;
const rows = new Map(matrix.events.map((row) => [keyOf(row), row]));
const lines = [...table.querySelectorAll('tr[data-event]')].map((line) => ({
  line,
  row: rows.get(`${line.dataset.direction} ${line.dataset.event}`),
}));

/** Each wire name that a source has, with the rows that are called so. */
const known = new Map();
for (const row of matrix.events)
  for (const name of namesOf(row)) known.set(name, [...(known.get(name) ?? []), row]);

function namesOf({ event, sources: cells }) {
  const others = Object.values(cells).flatMap((cell) => (cell.with ? [] : (cell.names ?? [])));
  return [...new Set([event, ...others])];
}

/** An element with what it holds; a text is set as it is. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

// ── The state: what is asked for, as it stands in the address ───────────────────────────────────────────────

const controls = {
  text: byId('text'),
  direction: byId('direction'),
  status: byId('status'),
  headline: byId('headline'),
  mine: byId('mine'),
  first: byId('first'),
  second: byId('second'),
};
const boxes = [...form.querySelectorAll('input[name="source"]')];
const opened = new Set();

function stateOfAddress() {
  const [event = '', query = ''] = location.hash.slice(1).split('?');
  let name = event;
  try {
    name = decodeURIComponent(event);
  } catch {
    // Not written by this page: taken as it is.
  }
  return { event: name, query: new URLSearchParams(query) };
}

function readAddress() {
  const { event, query } = stateOfAddress();
  for (const [name, control] of Object.entries(controls)) {
    const value = query.get(name) ?? '';
    control.value = name === 'mine' ? value.replaceAll(',', '\n') : value;
    if (control.value !== value && control.tagName === 'SELECT') control.value = '';
  }
  const shown = query.get('in')?.split(',');
  for (const box of boxes) box.checked = shown === undefined || shown.includes(box.value);
  if (controls.mine.value) byId('mine-panel').open = true;
  const target = known.get(event)?.[0];
  if (target) opened.add(keyOf(target));
  show();
  if (target) {
    const line = lines.find(({ row }) => row === target)?.line;
    if (line?.hidden === false) {
      line.scrollIntoView({ block: 'start' });
      line.querySelector('button')?.focus({ preventScroll: true });
    }
  }
}

/** Puts the filter into the address, without a new entry of the history for each letter. */
function writeAddress() {
  const query = new URLSearchParams();
  for (const [name, control] of Object.entries(controls)) {
    const value = name === 'mine' ? mine().names.join(',') : control.value.trim();
    if (value) query.set(name, value);
  }
  if (boxes.some((box) => !box.checked))
    query.set(
      'in',
      boxes
        .filter((box) => box.checked)
        .map((box) => box.value)
        .join(','),
    );
  const text = query.toString().replaceAll('%2C', ',');
  const { event } = stateOfAddress();
  const own = known.has(event) ? encodeURIComponent(event) : '';
  history.replaceState(
    null,
    '',
    text || own ? `#${own}${text ? `?${text}` : ''}` : location.pathname,
  );
}

/** The names of a pasted list, or of a log, whatever else is in it; and those that look like one and are of nobody. */
function mine() {
  const text = controls.mine.value;
  const found = text.match(/[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*/g) ?? [];
  const stated = Array.from(
    text.matchAll(/\btype\\?["']?\s*:\s*\\?["']([^"'\\]+)/g),
    ([, name]) => name,
  );
  const pieces = text.split(/[\s,;'"[\]]+/);
  const listed = pieces.filter((word) => /^[a-z_]+(?:\.[a-z_]+)+$/.test(word));
  // A name without a dot, as `error`, is a key and a word of a log as well.
  const plain = new Set(stated.length > 0 ? stated : pieces);
  const names = [
    ...new Set(found.filter((name) => known.has(name) && (name.includes('.') || plain.has(name)))),
  ];
  // A log has more texts with dots than events: there, only what is stated as a type counts.
  const likely = stated.length > 0 ? stated.filter((name) => name.includes('.')) : listed;
  return { names, unknown: [...new Set(likely.filter((name) => !known.has(name)))] };
}

// ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

/** The columns that are shown: those that are compared, or else those with a tick. */
function shownSources() {
  const compared = [controls.first.value, controls.second.value].filter(Boolean);
  if (compared.length === 2) return sources.filter(({ id }) => compared.includes(id));
  const ids = boxes.filter((box) => box.checked).map((box) => box.value);
  return sources.filter(({ id }) => ids.includes(id));
}

const isCompared = () => Boolean(controls.first.value && controls.second.value);

function mayCome(cell) {
  return cell !== undefined && cell.support !== 'unsupported' && cell.support !== 'undocumented';
}

function isUnlike({ sources: cells, fields }, [a, b]) {
  const form = (id) => JSON.stringify([cells[id]?.support, cells[id]?.names]);
  if (!a || !b) return false;
  return form(a.id) !== form(b.id) || fields.some((field) => isUnlikeField(field, [a, b]));
}

function isUnlikeField({ path, sources: cells, open = [] }, shown) {
  if (path === 'event_id') return false;
  const told = shown.filter(({ id }) => !open.includes(id));
  const form = ({ id }) =>
    JSON.stringify([cells[id]?.support, cells[id]?.path, cells[id]?.type, cells[id]?.requiredness]);
  return new Set(told.map(form)).size > 1;
}

function show() {
  const shown = shownSources();
  const ids = new Set(shown.map(({ id }) => id));
  const { names, unknown } = mine();
  const wanted = new Set(names.flatMap((name) => known.get(name)));
  const text = controls.text.value.trim().toLowerCase();
  const { direction, status, headline } = controls;
  const fits = (row) =>
    (!direction.value || row.direction === direction.value) &&
    (!headline.value || row.headline === headline.value) &&
    (!status.value || shown.some(({ id }) => row.sources[id]?.support === status.value)) &&
    (names.length + unknown.length === 0 || wanted.has(row)) &&
    (!text ||
      namesOf(row).some((name) => name.includes(text)) ||
      row.fields.some(({ path }) => path.toLowerCase().includes(text))) &&
    (!isCompared() || isUnlike(row, shown));

  for (const cell of table.querySelectorAll(':scope > * > tr > [data-id]'))
    cell.hidden = !ids.has(cell.dataset.id);
  let count = 0;
  for (const { line, row } of lines) {
    line.hidden = !fits(row);
    if (!line.hidden) count++;
    showDetail(line, row, shown);
  }
  for (const group of table.querySelectorAll('tr.group'))
    group.hidden = !lines.some(
      ({ line, row }) => !line.hidden && row.direction === group.dataset.direction,
    );
  byId('count').textContent = countWords(count, shown, names, unknown, wanted);
}

function countWords(count, shown, names, unknown, wanted) {
  const all = `${count} of ${lines.length} events${isCompared() ? ' differ' : ''}.`;
  if (names.length === 0 && unknown.length === 0) return all;
  const had = shown.map(
    ({ id, title }) =>
      `${title} has ${[...wanted].filter((row) => mayCome(row.sources[id])).length} of ${wanted.size}`,
  );
  const none = unknown.length > 0 ? ` In no source: ${unknown.join(', ')}.` : '';
  return `${all} ${had.join(', ')}.${none}`;
}

// ── An open row ─────────────────────────────────────────────────────────────────────────────────────────────

function showDetail(line, row, shown) {
  const button = line.querySelector('button');
  const isOpen = opened.has(keyOf(row)) && !line.hidden;
  button.setAttribute('aria-expanded', String(isOpen));
  const next = line.nextElementSibling;
  const before = next?.classList.contains('detail') ? next : undefined;
  const key = shown.map(({ id }) => id).join();
  if (isOpen && before?.dataset.shown === key) {
    before.hidden = false;
    return;
  }
  before?.remove();
  if (!isOpen) return;
  const id = `detail-${line.id}`;
  button.setAttribute('aria-controls', id);
  const detail = make(
    'tr',
    { class: 'detail', id, role: 'row', 'data-shown': key },
    make('td', { colspan: String(sources.length + 2), role: 'cell' }, ...detailOf(row, shown)),
  );
  line.after(detail);
}

function detailOf(row, shown) {
  return [
    make('div', { class: 'cards' }, ...shown.map((source) => cardOf(row, source))),
    ...fieldTable(row, shown),
  ];
}

function cardOf(row, source) {
  const cell = row.sources[source.id] ?? { support: 'undocumented' };
  const { evidence, disputed, deprecated, documentedName, note, names, fields, corrected } = cell;
  return make(
    'section',
    { class: 'card' },
    make('h2', {}, source.title),
    make(
      'p',
      {},
      statusOf(cell.support),
      ...(names ?? []).flatMap((name) => [' as ', make('code', {}, name)]),
    ),
    cell.with &&
      make('p', {}, ...Object.entries(cell.with).map(([path, value]) => `with ${path} "${value}"`)),
    note && make('p', {}, note),
    evidence && quoteOf(evidence, cell.url ?? source.url),
    disputed && make('p', {}, `But: ${disputed.reason.replace(/[.]$/, '')} (${disputed.evidence})`),
    documentedName &&
      make('p', {}, 'The page calls it ', make('code', {}, documentedName.text), '.'),
    deprecated && make('p', {}, `Deprecated: ${deprecated.text}`),
    corrected && make('p', {}, 'Corrected in ', make('code', {}, corrected), '.'),
    ...pathsOf('Without', fields?.lacks),
    ...pathsOf('With', fields?.adds),
  );
}

/** How many paths a card names; the table below it has them all. */
const mostPaths = 8;

function pathsOf(word, paths = []) {
  if (paths.length === 0) return [];
  const named = paths.slice(0, mostPaths);
  const codes = named.flatMap((path, i) => [i === 0 ? '' : ', ', make('code', {}, path)]);
  const more = paths.length - named.length;
  return [make('p', {}, `${word} `, ...codes, more > 0 ? ` and ${more} more, as below` : '')];
}

function statusOf(support) {
  return make(
    'span',
    { class: `status ${support}` },
    `${words.signs[support]} ${words.status[support]}`,
  );
}

function quoteOf({ file, line, text }, url) {
  const place = `${file}:${line}`;
  const isSafe = url !== undefined && /^https?:\/\//.test(url);
  return make(
    'blockquote',
    {},
    text,
    make('br'),
    isSafe
      ? make('a', { href: url, rel: 'noreferrer' }, make('code', {}, place))
      : make('code', {}, place),
  );
}

function fieldTable(row, shown) {
  const fields = row.fields.filter((field) => shown.some(({ id }) => field.sources[id]));
  if (fields.length === 0) return [];
  const head = make('tr', {}, make('th', { scope: 'col' }, 'Field'));
  for (const { title } of shown) head.append(make('th', { scope: 'col' }, title));
  const body = make('tbody');
  for (const field of fields) {
    const line = make(
      'tr',
      {
        class: isUnlikeField(
          field,
          shown.filter(({ id }) => mayCome(row.sources[id])),
        )
          ? 'unlike'
          : undefined,
      },
      make('th', { scope: 'row' }, make('code', {}, field.path)),
    );
    for (const source of shown) line.append(fieldCell(field, source, row.sources[source.id]));
    body.append(line);
  }
  const caption = `Fields of ${row.event}; each cell opens the words of the docs`;
  return [
    make(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Fields of ${row.event}` },
      make(
        'table',
        { class: 'fields' },
        make('caption', { class: 'hidden' }, caption),
        make('thead', {}, head),
        body,
      ),
    ),
  ];
}

function fieldCell({ sources: cells, open = [] }, { id, url }, event) {
  const cell = cells[id];
  if (!cell) return make('td', { class: 'undocumented' }, open.includes(id) ? 'left open' : '–');
  const facts = [
    cell.requiredness,
    cell.bounds,
    cell.default && `default ${cell.default}`,
    cell.origin,
    cell.deprecated && 'deprecated',
    cell.path && `as ${cell.path}`,
    cell.note,
  ].filter(Boolean);
  const summary = make('summary', {}, make('code', {}, cell.type), `, ${facts.join(', ')}`);
  if (cell.support !== 'supported') summary.prepend(statusOf(cell.support), ' ');
  const quote = quoteOf(matrix.evidence[cell.evidence], event?.url ?? url);
  return make('td', {}, make('details', {}, summary, quote));
}

// ── Begin ───────────────────────────────────────────────────────────────────────────────────────────────────

for (const { line, row } of lines) {
  const header = line.querySelector('th');
  const [link] = header.children;
  const button = make('button', { type: 'button', class: 'open', 'aria-expanded': 'false' });
  button.append(make('span', { class: 'name' }, link.textContent));
  link.replaceWith(button);
  button.addEventListener('click', () => {
    const key = keyOf(row);
    if (opened.has(key)) opened.delete(key);
    else opened.add(key);
    const { query } = stateOfAddress();
    const text = query.toString().replaceAll('%2C', ',');
    const name = opened.has(key) ? encodeURIComponent(row.event) : '';
    history.replaceState(
      null,
      '',
      name || text ? `#${name}${text ? `?${text}` : ''}` : location.pathname,
    );
    showDetail(line, row, shownSources());
  });
}

form.hidden = false;
form.addEventListener('input', () => {
  writeAddress();
  show();
});
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => {
  // The controls have their first values only after this event.
  setTimeout(() => {
    opened.clear();
    history.replaceState(null, '', location.pathname);
    readAddress();
  });
});
addEventListener('hashchange', readAddress);
document.addEventListener('keydown', (event) => {
  const isTyping = /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
  if (event.key === '/' && !isTyping) {
    event.preventDefault();
    controls.text.focus();
  }
});
readAddress();
