/** The diff of the two generations of one API reads like a guide for those who migrate. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../generator/diff/finding.ts';
import { diffModels } from '../../generator/diff/index.ts';
import * as api from '../../generator/index.ts';
import { readDocs } from '../../generator/input/docs-folder.ts';
import { modelSources } from '../../generator/pipeline.ts';
import type { Renames } from '../../generator/model/model.ts';
import { event, model, required, string } from '../support/models.ts';
import { readModel, root } from '../support/repository.ts';

// Of the same week, and in the same syntax: what differs between the two is the API.
const [tree] = modelSources(await readDocs(path.join(root, 'test/corpus/openai-tree')));
if (!tree?.model) throw new Error('The tree of February has no model.');
const ga = tree.model;
const beta = await readModel('openai-realtime-beta');
const today = await readModel('openai-realtime');
const findings = diffModels(beta, ga);
const changes = findings.filter(({ verdict }) => verdict !== 'docs');
const fromSummary = diffModels(await readModel('openai-event-summary'), ga);

/** `removed conversation.created`: what became of events as a whole. */
function ofEvents(all: readonly Finding[]): string[] {
  return all.flatMap(({ rule, direction, place, before }) => {
    if (!rule.startsWith('event-')) return [];
    const old = rule === 'event-renamed' ? `${before?.meaning} → ` : '';
    return [`${direction} ${rule.slice('event-'.length)} ${old}${place.event}`];
  });
}

/** `session.voice → session.audio.output.voice`: every field that is elsewhere, or has another name. */
function moves(direction: Finding['direction']): string[] {
  return changes
    .filter((one) => one.direction === direction && /-field-(?:moved|renamed)$/.test(one.rule))
    .map(({ before, after }) => `${before?.meaning} → ${after?.meaning.replace('<realtime>', '')}`)
    .toSorted();
}

describe('events', () => {
  test('of the reference pages', () => {
    expect(ofEvents(findings)).toEqual([
      'server removed transcription_session.created',
      'server removed transcription_session.updated',
      'server removed conversation.created',
      'server added conversation.item.done',
      'server added input_audio_buffer.dtmf_event_received',
      'server renamed conversation.item.created → conversation.item.added',
      'server renamed response.text.delta → response.output_text.delta',
      'server renamed response.text.done → response.output_text.done',
      'server renamed response.audio_transcript.delta → response.output_audio_transcript.delta',
      'server renamed response.audio_transcript.done → response.output_audio_transcript.done',
      'server renamed response.audio.delta → response.output_audio.delta',
      'server renamed response.audio.done → response.output_audio.done',
      'client removed transcription_session.update',
    ]);
  });

  test('of the event summary', () => {
    expect(ofEvents(fromSummary).filter((one) => /removed|renamed/.test(one))).toEqual([
      'server removed conversation.created',
      'server removed conversation.item.created',
      'server renamed response.text.delta → response.output_text.delta',
      'server renamed response.text.done → response.output_text.done',
      'server renamed response.audio_transcript.delta → response.output_audio_transcript.delta',
      'server renamed response.audio_transcript.done → response.output_audio_transcript.done',
      'server renamed response.audio.delta → response.output_audio.delta',
      'server renamed response.audio.done → response.output_audio.done',
    ]);
  });
});

describe('fields', () => {
  test.each(['server', 'client'] as const)(
    'that moved or were renamed, in %s events',
    (direction) => {
      expect(moves(direction)).toEqual([
        'response.modalities → response.output_modalities',
        'response.output_audio_format → response.audio.output.format',
        'response.voice → response.audio.output.voice',
        'session.input_audio_format → session.audio.input.format',
        'session.input_audio_noise_reduction → session.audio.input.noise_reduction',
        'session.input_audio_transcription → session.audio.input.transcription',
        'session.max_response_output_tokens → session.max_output_tokens',
        'session.modalities → session.output_modalities',
        'session.output_audio_format → session.audio.output.format',
        'session.speed → session.audio.output.speed',
        'session.turn_detection → session.audio.input.turn_detection',
        'session.voice → session.audio.output.voice',
      ]);
    },
  );

  test.each([
    ['client', 'optional-field-removed', 'session.client_secret'],
    ['client', 'optional-field-removed', 'session.temperature'],
    ['client', 'optional-field-removed', 'response.temperature'],
    ['client', 'required-field-added', 'session<realtime>.type'],
    ['client', 'optional-field-added', 'session<realtime>.include'],
    ['server', 'optional-field-removed', 'session.temperature'],
    ['server', 'required-field-added', 'session<realtime>.type'],
    ['server', 'optional-field-added', 'session<realtime>.truncation'],
    ['server', 'type-widened', 'session<realtime>.tool_choice'],
    ['server', 'shape-to-union', 'session<realtime>.tools[]'],
    ['server', 'shape-to-union', 'session'],
    ['server', 'type-replaced', 'session<realtime>.audio.input.format'],
    ['server', 'type-replaced', 'session<realtime>.audio.output.format'],
  ])('%s %s %s', (direction, rule, path) => {
    const found = changes.filter((one) => one.direction === direction && one.rule === rule);

    expect(found.map(({ place }) => place.path)).toContain(path);
  });

  test('that came with an object of their own are not told a second time', () => {
    expect(changes.map(({ place }) => place.path)).not.toContain('session<realtime>.audio');
  });
});

test('a person can read all of it', () => {
  expect(changes.length).toBeLessThanOrEqual(80);
});

test('what two events show through one shape is one finding with both places', () => {
  const voice = changes.find(({ before }) => before?.meaning === 'session.voice');

  expect(voice?.places).toEqual([
    { event: 'session.created', path: 'session<realtime>.audio.output.voice' },
    { event: 'session.updated', path: 'session<realtime>.audio.output.voice' },
  ]);
});

describe('by what the newer one says of the names of the other', () => {
  const told = diffModels(beta, today);

  test('several events share what one said, and an event stands for one with a name of its own', () => {
    expect(sentencesOf(told, /^event-(?:added|removed)$/)).toEqual([
      'transcription_session.created: the event is gone: `session.created` with `session.type` = "transcription" stands in its place',
      'transcription_session.updated: the event is gone: `session.updated` with `session.type` = "transcription" stands in its place',
      'conversation.item.added: the event is new; it has a part of what `conversation.item.created` said',
      'conversation.item.done: the event is new; it has a part of what `conversation.item.created` said',
      'input_audio_buffer.dtmf_event_received: the event is new',
      'transcription_session.update: the event is gone: `session.update` with `session.type` = "transcription" stands in its place',
    ]);
  });

  const renames = {
    source: 'radio',
    position: 'radio/renames.json:1:1',
    from: ['wire'],
    evidence: 'Both masts.',
    events: [{ position: 'radio/renames.json:2:1', was: 'tune', is: ['station.selected'] }],
    fields: [{ position: 'radio/renames.json:3:1', event: 'tune', was: 'hiss', is: ['noise'] }],
    values: [],
  } satisfies Renames;
  const wire = model([event('tune', [required('hiss', string)])], [], { id: 'wire' });
  const radio = model([event('station.selected', [required('noise', string)])]);
  const renamed = [
    'station.selected: now called `station.selected`, was `tune`',
    'station.selected: renamed from `hiss`',
  ];

  test('names that are not alike are the same all the same', () => {
    const found = diffModels(wire, { ...radio, renames });
    expect(sentencesOf(found, /renamed$/)).toEqual(renamed);
  });

  test('a third one may say it, with the names of one of them', () => {
    const shop = { ...radio, source: { ...radio.source, id: 'shop' } };
    const others = [{ ...radio, renames }];
    const found = api.diffModels(wire, shop, { others });
    expect(sentencesOf(found, /renamed$/)).toEqual(renamed);
    expect(sentencesOf(api.diffModels(wire, shop), /renamed$/)).toEqual([]);
  });
});

/** `event: what changed` of the findings of some rules. */
function sentencesOf(all: readonly Finding[], rules: RegExp): string[] {
  return all.flatMap(({ rule, place, sentence }) =>
    rules.test(rule) ? [`${place.event}: ${sentence}`] : [],
  );
}
