import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { diagnosticsIn, lineOfDiagnostic } from '../../generator/diagnostics.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { readRenames } from '../../generator/source/renames.ts';
import { diagnosticsOf, docsOf, sourceJson, type Texts } from '../support/docs.ts';

/** What a `renames.json` is read as, and what is wrong with it. */
function read(text: string) {
  const file = new VFile({ path: 'radio/renames.json', value: text });
  const renames = readRenames(file);
  return { renames, diagnostics: diagnosticsIn(file).map(lineOfDiagnostic) };
}

test('an entry has its place, and perhaps evidence of its own', () => {
  const text = `{
  "from": ["wire"],
  "evidence": "Both masts.",
  "events": [
    { "was": "tune", "is": ["tuner.set"], "with": { "radio.kind": "am" } }
  ],
  "fields": [
    { "event": "set.*", "was": "radio.voice", "is": [], "evidence": "It fell silent." }
  ],
  "values": [
    { "event": "set", "path": "radio.bands[].kind", "was": "am", "is": "medium" }
  ]
}
`;
  expect(read(text)).toEqual({
    renames: {
      source: 'radio',
      position: 'radio/renames.json:2:11',
      from: ['wire'],
      evidence: 'Both masts.',
      events: [
        {
          position: 'radio/renames.json:5:5',
          was: 'tune',
          is: ['tuner.set'],
          with: { 'radio.kind': 'am' },
        },
      ],
      fields: [
        {
          position: 'radio/renames.json:8:5',
          event: 'set.*',
          was: 'radio.voice',
          is: [],
          evidence: 'It fell silent.',
        },
      ],
      values: [
        {
          position: 'radio/renames.json:11:5',
          event: 'set',
          path: 'radio.bands[].kind',
          was: 'am',
          is: 'medium',
        },
      ],
    },
    diagnostics: [],
  });
});

describe('what does not follow the contract', () => {
  const whole = (more: string): string =>
    `{ "from": ["wire"], "evidence": "Both masts.", ${more} }`;
  test.each([
    ['no JSON', '{ "from": [', '', 'this is not valid JSON; fix it here.'],
    [
      'nothing',
      '{}',
      '{}',
      '"from" is missing; it is the sources that have the other names, such as ["acme-beta"].',
    ],
    [
      'nobody',
      '{ "from": [], "evidence": "x" }',
      '[]',
      '"from" must name a source that has the other names.',
    ],
    [
      'a key that is not known',
      whole('"evnts": []'),
      '[]',
      '"evnts" is not known; did you mean "events"?',
    ],
    [
      'a key that is there twice',
      whole('"from": []'),
      '"from": []',
      '"from" is there twice; remove one.',
    ],
    [
      'a name that no event has',
      whole('"events": [{ "was": "a b", "is": [] }]'),
      '"a b"',
      '"events.0.was" must be the wire name of an event.',
    ],
    [
      'a text in the place of a list',
      whole('"events": [{ "was": "a", "is": "b" }]'),
      '"b"',
      '"events.0.is" must be a list; an empty one says that nothing stands for it.',
    ],
    [
      'a path that is none',
      whole('"fields": [{ "event": "a", "was": "b c", "is": [] }]'),
      '"b c"',
      '"fields.0.was" must be a path such as session.tools[].name.',
    ],
    [
      'a name that no record keeps',
      whole('"__proto__": {}'),
      '"__proto__"',
      '"__proto__" is not known; remove it.',
    ],
  ])('%s', (_, text, culprit, sentence) => {
    const { renames, diagnostics } = read(text);
    expect(renames).toBeUndefined();
    expect(diagnostics).toContain(
      `radio/renames.json:1:${text.lastIndexOf(culprit) + 1} error renames-invalid ${sentence}`,
    );
  });
});

describe('what is held against both sides', () => {
  /** A source with the event `name`, whose object `set` has one field that lists a value. */
  const source = (id: string, name: string, field: string, value: string): Texts => ({
    [`${id}/source.json`]: sourceJson('openai-tree'),
    [`${id}/index.md`]: `# Events\n\n## Contents\n- [${name}](${name}.md)\n`,
    [`${id}/${name}.md`]: `# ${name}\n\n## Properties\n- \`type\` (string, required): Enum: '${name}'.\n- \`set\` (object, required)\n  - \`${field}\` (string, required): Enum: '${value}'.\n`,
  });
  const docs = {
    ...source('radio', 'tuned', 'audio', 'new'),
    ...source('wire', 'tune', 'voice', 'old'),
  };
  const entries = {
    events: { was: 'tune', is: ['tuned'] },
    fields: { event: 'tune', was: 'set.voice', is: ['set.audio'] },
  };
  const diagnostics = (more: object): string[] =>
    diagnosticsOf({
      ...docs,
      'radio/renames.json': JSON.stringify({ from: ['wire'], evidence: 'Both masts.', ...more }),
    }).filter((one) => one.includes('rename'));

  test('nothing is said of what is there', () => {
    const values = [{ event: 'tune*', path: 'type', was: 'tune', is: 'tuned' }];
    expect(diagnostics({ events: [entries.events], fields: [entries.fields], values })).toEqual([]);
  });

  test.each([
    [
      'an event here',
      { events: [{ was: 'tune', is: ['tuner'] }] },
      'no event of this source is called tuner (did you mean tuned?)',
    ],
    [
      'an event there',
      { events: [{ was: 'tuna', is: ['tuned'] }] },
      'no event of wire is called tuna (did you mean tune?)',
    ],
    [
      'what the event must hold',
      { events: [{ ...entries.events, with: { 'set.kind': 'x' } }] },
      'this source has no field set.kind in tuned',
    ],
    [
      'a field here',
      { fields: [{ ...entries.fields, is: ['set.sound'] }] },
      'this source has no field set.sound',
    ],
    [
      'a field there',
      { fields: [{ ...entries.fields, was: 'set.sound' }] },
      'wire has no field set.sound in tune',
    ],
    [
      'an event of a field',
      { fields: [{ ...entries.fields, event: 'turn' }] },
      'wire has no field set.voice in turn',
    ],
    [
      'the event that stands for it',
      { fields: [entries.fields] },
      'what stands for it here has no field set.audio in tune',
    ],
    [
      'a value here',
      { values: [{ event: 'tune*', path: 'type', was: 'tune', is: 'turned' }] },
      'this source lists no value "turned" at type in tune*',
    ],
    [
      'a value there',
      { values: [{ event: 'tune*', path: 'type', was: 'turn', is: 'tuned' }] },
      'wire lists no value "turn" at type in tune*',
    ],
    ['itself', { from: ['radio', 'wire'], events: [entries.events] }, '"from" names radio itself'],
  ])('%s that there is not', (_, more, words) => {
    const [found, ...others] = diagnostics(more);
    expect(found).toMatch(/^radio\/renames\.json:1:\d+ error rename-unknown /);
    expect(found).toContain(words);
    expect(others).toEqual([]);
  });

  test.each([
    ['that cannot be read', '{}'],
    [
      'that names what there is not',
      '{ "from": ["wire"], "evidence": "Both masts.", "events": [{ "was": "turn", "is": ["tuned"] }] }',
    ],
  ])('a file %s keeps its source from being generated, unless that is to go on', (_, text) => {
    const texts = docsOf({ ...docs, 'radio/renames.json': text });
    const sound = (keepGoing: boolean) =>
      modelSources(texts, { keepGoing }).flatMap((one) => (one.sound ? one.id : []));
    expect(sound(false)).toEqual(['wire']);
    expect(sound(true)).toEqual(['radio', 'wire']);
  });
});
