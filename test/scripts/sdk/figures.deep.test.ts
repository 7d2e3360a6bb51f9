/** How much of what the SDK declares the docs say too: the figures below which no change of the docs may fall. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareEvents } from '../../../scripts/sdk/compare-paths.ts';
import { declaredEvents, openDeclarations } from '../../../scripts/sdk/declarations.ts';
import { openaiUnionNames, sdkReport, shortfalls } from '../../../scripts/sdk/figures.ts';
import { readReasons } from '../../../scripts/sdk/reasons.ts';
import { openWireDeclarations } from '../../../scripts/sdk/wire-declarations.ts';
import { readModel, root } from '../../support/repository.ts';

const resources = path.join(root, 'node_modules/openai/resources');

const cases = [
  {
    source: 'openai-realtime',
    file: 'realtime/realtime.d.ts',
    // The session that a server shows: the pages type what it answers, the SDK what clients ask for.
    scope: {
      unions: openaiUnionNames,
      leftOut: ['session.created/session', 'session.updated/session'],
    },
    least: { paths: 99, enumerations: 99 },
  },
  {
    source: 'openai-realtime-translation',
    file: 'realtime/realtime.d.ts',
    scope: {
      unions: {
        server: 'RealtimeTranslationServerEvent',
        client: 'RealtimeTranslationClientEvent',
      },
      leftOut: [],
    },
    least: { paths: 99, enumerations: 99 },
  },
  {
    source: 'openai-realtime-beta',
    file: 'beta/realtime/realtime.d.ts',
    scope: { unions: openaiUnionNames, leftOut: [] },
    least: { paths: 90, enumerations: 0 },
  },
];

describe.each(cases)('$source', async ({ source, file, scope, least }) => {
  const declarations = await openDeclarations(path.join(resources, file));
  const model = await readModel(source);

  test('says as much of what the SDK declares as is wanted', () => {
    expect(shortfalls(sdkReport(model, declarations, 'docs-src', scope), least)).toEqual([]);
  });

  test('is measured by a rule under which the SDK is the same as itself', () => {
    const events = declaredEvents(declarations.file, scope.unions.server, 'server');
    const { paths, enumerations, differences, additions } = compareEvents(events, events, 'exact');
    expect({ differences, additions }).toEqual({ differences: [], additions: [] });
    expect([paths.same, enumerations.same]).toEqual([paths.total, enumerations.total]);
  });
});

const current = cases.filter(({ source }) => source !== 'openai-realtime-beta');

test.each(current)('each difference of $source has a reason', async ({ source, file, scope }) => {
  const declarations = await openDeclarations(path.join(resources, file));
  const { unexplained } = sdkReport(await readModel(source), declarations, 'docs-src', scope);
  expect(unexplained).toEqual([]);
});

test('Azure Voice Live says what its SDK declares, or why not', async () => {
  const models = path.join(root, 'node_modules/@azure/ai-voicelive/dist/esm/models');
  const declarations = await openWireDeclarations(
    path.join(models, 'models.d.ts'),
    path.join(models, 'models.js'),
  );
  const report = sdkReport(await readModel('azure-voice-live'), declarations, 'docs-src', {
    unions: { server: 'ServerEventUnion', client: 'ClientEventUnion' },
    leftOut: [],
    reasons: await readReasons(path.join(root, 'scripts/sdk/voice-live-reasons.json')),
  });

  expect(shortfalls(report, { paths: 89, kinds: 92, enumerations: 90 })).toEqual([]);
  expect([report.unexplained, report.unneeded]).toEqual([[], []]);
});
