/** What the package exports to other programs. */
import { describe, expect, it } from 'vitest';
import {
  diffModels,
  modelSources,
  readModel,
  renderFiles,
  UsageError,
  validate,
  type Dialect,
  type Model,
} from '../generator/index.ts';
import { dialects } from '../generator/dialects/index.ts';
import { tree } from './support/small-docs.ts';

const volume = (type: string): string => `- \`volume\` (${type}, required): How loud.\n`;

/** The model of docs without a fault. */
function modelOf(bullets: string): Model {
  const [radio] = modelSources(tree(bullets));
  if (!radio?.model) throw new Error('there is no model');
  return radio.model;
}

describe('modelSources', () => {
  it('gives a model and what is wrong with the docs, of texts or bytes', () => {
    const docs = tree(volume('integr'));
    const bytes = Object.entries(docs).map(([path, text]) => [path, Buffer.from(text)]);
    const [radio, ...others] = modelSources(docs);

    expect(others).toEqual([]);
    expect(radio).toMatchObject({
      id: 'radio',
      sound: false,
      leftOut: [],
      diagnostics: [{ rule: 'type-unknown', severity: 'error', file: 'radio/tune.md', line: 5 }],
    });
    expect(modelSources(Object.fromEntries(bytes))).toEqual([radio]);
  });

  it('weighs rules as it is told', () => {
    const docs = { ...tree(''), 'radio/notes.md': '# Notes\n' };
    const severitiesOf = (word: 'off' | 'info') =>
      modelSources(docs, { severities: { 'page-unlisted': word } }).flatMap(({ diagnostics }) =>
        diagnostics.map(({ severity }) => severity),
      );

    expect(severitiesOf('info')).toEqual(['info']);
    expect(severitiesOf('off')).toEqual([]);
  });

  it('takes a dialect where source.json names a module', () => {
    const own: Dialect | undefined = dialects['openai-tree'];
    if (!own) throw new Error('there is no such dialect');
    const text = tree(volume('integer'))['radio/source.json']?.replace('openai-tree', './own.js');
    const docs = { ...tree(volume('integer')), 'radio/source.json': text ?? '' };

    expect(modelSources(docs, { dialects: { radio: own } })).toMatchObject([{ sound: true }]);
    expect(modelSources(docs)).toMatchObject([{ sound: false }]);
  });
});

describe('renderFiles', () => {
  it('refuses models of which one would overwrite files of others', async () => {
    const radio = modelOf(volume('integer'));
    const named = (id: string): Model => ({ ...radio, source: { ...radio.source, id } });
    await expect(renderFiles([radio, named('tv'), radio])).rejects.toThrow(
      new UsageError('two of the models are of the source "radio"; render one of them.'),
    );
    await expect(renderFiles([named('Runtime')])).rejects.toThrow(
      'the source "Runtime" must not be named like the folder of what all sources share',
    );
  });

  it('refuses an ending of imports that is none of those there are', async () => {
    // @ts-expect-error: as a program in JavaScript may write it.
    await expect(renderFiles([], { importExtension: '.js' })).rejects.toThrow(
      new UsageError('importExtension must be one of js, ts, none; it is ".js".'),
    );
  });

  it('gives the texts of files by their paths, with what they import', async () => {
    const files = await renderFiles([modelOf(volume('integer'))], { importExtension: 'ts' });

    expect(files['radio/types.ts']).toContain('volume: number;');
    expect(files['radio/index.ts']).toContain("from './guards.ts'");
    expect(files).toHaveProperty(['runtime/outcomes.ts']);
    expect(files).toHaveProperty(['support-matrix.json']);
  });
});

describe('diffModels', () => {
  it('says what changed, and for whom it breaks', () => {
    const [before, after] = [modelOf(volume('integer')), modelOf(volume('string'))];

    expect(diffModels(before, after)).toMatchObject([
      { verdict: 'breaking', place: { event: 'tune', path: 'volume' } },
    ]);
    expect(diffModels(before, before)).toEqual([]);
    expect(diffModels(undefined, after, { role: 'server' })).toMatchObject([
      { rule: 'source-added' },
    ]);
  });
});

describe('validate', () => {
  it('says of each message what it is', () => {
    const messages = [
      '{ "type": "tune", "volume": 5 }',
      { type: 'tune', volume: 'loud' },
      { type: 'tuned' },
      'static',
    ];
    expect(validate(modelOf(volume('integer')), messages, { direction: 'server' })).toMatchObject([
      { kind: 'known', event: { volume: 5 } },
      { kind: 'mismatch', misfits: [{ path: 'volume', expected: 'integer', received: '"loud"' }] },
      { kind: 'unknown', name: 'tuned' },
      { kind: 'malformed' },
    ]);
  });

  it('reads as the source says, unless it is told otherwise', () => {
    const model = modelOf(volume('integer'));
    const kinds = (reading?: 'exact') =>
      validate(model, [{ type: 'tune', volume: 5, band: 'am' }], {
        direction: 'server',
        ...(reading && { reading }),
      }).map(({ kind }) => kind);

    expect(kinds()).toEqual(['known']);
    expect(kinds('exact')).toEqual(['mismatch']);
  });
});

describe('readModel', () => {
  it('reads what renderFiles gives', async () => {
    const model = modelOf(volume('integer'));
    const { 'radio/model.json': text = '' } = await renderFiles([model]);

    expect(readModel(text)).toMatchObject({ source: model.source, events: model.events });
  });

  it('throws what says where a text is not a model', () => {
    expect(() => readModel('{}', 'own.json')).toThrow(UsageError);
    expect(() => readModel('{}', 'own.json')).toThrow(/^own\.json: /);
  });
});
