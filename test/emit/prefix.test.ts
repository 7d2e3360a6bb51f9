/** Several sources in one app: the prefix of a source stands in all that it exports. */
import { describe, expect, it } from 'vitest';
import { emitSource } from '../../generator/emit/index.ts';
import { prefixed } from '../../generator/resolve/prefix.ts';
import { codeFaultsOf, inAllReadings } from '../support/code-faults.ts';
import { compileFaultsOf } from '../support/compiled.ts';
import {
  clientEvent,
  event,
  literal,
  model,
  object,
  oneOf,
  reference,
  required,
  shape,
  string,
} from '../support/models.ts';

const tuning = shape('Tuning', object([required('band', oneOf('am', 'fm'))]));

/** The same docs as another source; with a prefix, or without. */
function radio(id: string, typePrefix?: string) {
  const events = [
    event('tuned', [required('tuning', reference('Tuning'))]),
    clientEvent('tune', [required('tuning', reference('Tuning')), required('by', literal('hand'))]),
    clientEvent('stop', [required('reason', string)]),
  ];
  const { source, ...rest } = model(events, [tuning]);
  return prefixed({
    ...rest,
    source: { ...source, id, ...(typePrefix !== undefined && { typePrefix }) },
  });
}

/** What the modules of a source export that `index.ts` passes on. */
function exportedNames(id: string, files: ReadonlyMap<string, string>): string[] {
  return ['types', 'constants', 'guards', 'parse', 'send', 'schemas'].flatMap((name) => {
    const text = files.get(`${id}/${name}.ts`) ?? '';
    return [...text.matchAll(/^export (?:type|interface|function|const) (\w+)/gm)].map(
      ([, exported = '']) => exported,
    );
  });
}

describe('a source with a prefix', () => {
  const acme = radio('acme', 'Acme');

  it('has it in every name that it exports', () => {
    const names = exportedNames('acme', emitSource(acme));
    expect(names).toContain('AcmeTunedEvent');
    expect(names).toContain('isAcmeTuningParam');
    expect(names).toContain('parseAcmeRealtimeServerEvent');
    expect(names).toContain('acmeServerEventNames');
    expect(names.filter((name) => !/Acme|^acme[A-Z]/.test(name))).toEqual([]);
  });

  it('has the names that it has without, but for the prefix', () => {
    const names = (id: string, prefix?: string) =>
      exportedNames(id, emitSource(radio(id, prefix))).map((name) =>
        name.replace('Acme', '').toLowerCase().replace(/^acme/, ''),
      );
    expect(names('acme', 'Acme')).toEqual(names('acme'));
  });

  it('compiles, and its guards are right, however its directions are read', () => {
    expect(codeFaultsOf(inAllReadings(acme)).flat()).toEqual([]);
  });
});

it('an app may have two sources, and a third without a prefix', () => {
  const files = new Map([
    ...emitSource(radio('acme', 'Acme')),
    ...emitSource(radio('other', 'Other')),
    ...emitSource(radio('third')),
    [
      'app/index.ts',
      [
        "export * from '../acme/index.js';",
        "export * from '../other/index.js';",
        "export * from '../third/index.js';",
      ].join('\n'),
    ],
  ]);
  expect(compileFaultsOf(files)).toEqual([]);
});

it('without a prefix two sources would have one name for two things', () => {
  const files = new Map([
    ...emitSource(radio('one')),
    ...emitSource(radio('two')),
    ['app/index.ts', "export * from '../one/index.js';\nexport * from '../two/index.js';"],
  ]);
  expect(compileFaultsOf(files).length).toBeGreaterThan(0);
});
