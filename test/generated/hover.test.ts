/** What an editor shows of the committed output where somebody writes an app. */
import path from 'node:path';
import ts from 'typescript-5.4';
import { expect, it } from 'vitest';
import { generated } from '../support/repository.ts';

const file = path.join(generated, 'app.ts');

const app = `
import { type ServerEventHandlers as GaHandlers } from './openai-realtime/index.js';
import { type ServerEventHandlers as YandexHandlers } from './yandex-ai-studio/index.js';
import { type RealtimeServerEvent } from './openai-realtime/index.js';
const ga: GaHandlers = { events: { 'response.output_text.delta': (event) => event } };
const yandex: YandexHandlers = { events: { 'response.output_text.done': (event) => event } };
function delta(event: RealtimeServerEvent) {
  return event.type === 'response.output_text.delta' ? event.delta : undefined;
}
`;

const options: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => {
    const text = name === file ? app : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => generated,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => ts.sys.readFile(name),
  directoryExists: (name) => ts.sys.directoryExists(name),
});

/** The words and the tags that hovering shows, at the place where a text of the app begins. */
function hoverAt(text: string): { words: string; tags: string[] } {
  const at = app.indexOf(text);
  const info = service.getQuickInfoAtPosition(file, at + 1);
  return {
    words: ts.displayPartsToString(info?.documentation),
    tags: (info?.tags ?? []).map(
      ({ name, text: parts }) => `${name} ${ts.displayPartsToString(parts)}`,
    ),
  };
}

it('the name of an event among the handlers has the words of the event', () => {
  const { words } = hoverAt("'response.output_text.delta': (event) => event } };\nconst yandex");
  expect(words).toContain('text');
  expect(words.length).toBeGreaterThan(20);
});

it('an event that the provider does not support is struck out, in its words', () => {
  const { tags } = hoverAt("'response.output_text.done': (event) => event } };\nfunction");
  expect(tags).toContainEqual(
    "deprecated Not supported at present: the docs say '[CURRENTLY NOT SUPPORTED]'.",
  );
});

it('a field has its words', () => {
  expect(hoverAt('delta : undefined').words).not.toBe('');
});
