import { describe, expect, it } from 'vitest';
import { clientEvent, event, model, required, string, unsupported } from '../../support/models.ts';
import { declarationOf, lines, run, sharedFileOf } from '../../support/emitted.ts';

describe('support-matrix.ts', () => {
  const first = model(
    [event('ping', [required('text', string)]), event('pong', [], { support: unsupported() })],
    [],
    { id: 'first' },
  );
  const second = model([event('ping'), clientEvent('stop')], [], { id: 'second' });
  const file = sharedFileOf([first, second], 'support-matrix.ts');

  it('is looked up by name', async () => {
    expect({ ...(await run(file)) }).toEqual({
      supportMatrix: {
        sources: {
          first: { title: 'Small Source', provider: 'first', snapshot: '2026-01-01' },
          second: { title: 'Small Source', provider: 'second', snapshot: '2026-01-01' },
        },
        server: {
          ping: {
            first: { support: 'supported' },
            second: { support: 'supported', fields: 'fewer', lacks: ['text'] },
          },
          pong: { first: { support: 'unsupported' }, second: { support: 'undocumented' } },
        },
        client: { stop: { first: { support: 'undocumented' }, second: { support: 'supported' } } },
      },
    });
  });

  it('names the sources', () => {
    expect(declarationOf(file, 'SourceId')).toBe(lines`
      /** A documented source. */
      export type SourceId = 'first' | 'second';
    `);
  });

  it('tells from which sources an event may come', () => {
    expect(declarationOf(file, 'ServerEventSources')).toContain("ping: 'first' | 'second';");
    expect(declarationOf(file, 'ServerEventSources')).not.toContain('pong');
  });
});
