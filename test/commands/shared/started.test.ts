/** Hints name commands as they are typed where the program was started. */
import { describe, expect, it, test } from 'vitest';
import { commandLineOf } from '../../../generator/commands/shared/started.ts';
import { temporaryFolder } from '../../support/repository.ts';

const installed = '/app/node_modules/.bin/realtime-events';

/** How `check --source radio` is typed after the program was started so. */
const typed = (script: string, env: Record<string, string> = {}): string =>
  commandLineOf({ script, env, cwd: '/app' })('check', ['--source', 'radio']);

describe('without a script of package.json', () => {
  it.each([
    ['by npx', installed, 'npx realtime-events check --source radio', 'npm/11.0.0 node/v22.12.0'],
    [
      'by the shim of Windows',
      'C:\\app\\node_modules\\realtime-events\\dist\\bin.js',
      'npx realtime-events check --source radio',
      '',
    ],
    ['by pnpm', installed, 'pnpm exec realtime-events check --source radio', 'pnpm/10.1.0 npm/?'],
    ['by yarn', installed, 'yarn run realtime-events check --source radio', 'yarn/4.6.0 npm/?'],
    ['by bun', installed, 'bunx realtime-events check --source radio', 'bun/1.2.0 npm/?'],
    ['by its name', '/usr/bin/realtime-events', 'realtime-events check --source radio', ''],
    ['by its file', '/app/dist/bin.js', 'node dist/bin.js check --source radio', ''],
    ['by a file elsewhere', '/my tools/bin.js', "node '/my tools/bin.js' check --source radio", ''],
  ])('%s', (_, script, line, agent) => {
    expect(typed(script, { npm_config_user_agent: agent, npm_lifecycle_event: 'npx' })).toBe(line);
  });
});

describe('by a script of package.json', () => {
  /** How two commands are typed in a project with these scripts, one of which was started. */
  async function typedIn(scripts: Record<string, string>, agent = 'npm/11.0.0'): Promise<string[]> {
    const cwd = await temporaryFolder({ 'package.json': JSON.stringify({ scripts }) });
    const env = {
      npm_lifecycle_event: 'check',
      npm_command: 'run-script',
      npm_config_user_agent: agent,
    };
    const commandLine = commandLineOf({ script: installed, env, cwd });
    return [commandLine('generate'), commandLine('generate', ['--force'])];
  }

  it.each([
    ['npm/11.0.0', ['npm run types', 'npm run types -- --force']],
    ['pnpm/10.1.0', ['pnpm run types', 'pnpm run types --force']],
    ['yarn/1.22.0', ['yarn run types', 'yarn run types --force']],
  ])('is the script that runs the command: %s', async (agent, lines) => {
    const scripts = { check: 'realtime-events check', types: 'realtime-events generate' };
    expect(await typedIn(scripts, agent)).toEqual(lines);
  });

  it('that may build something before', async () => {
    expect(await typedIn({ types: 'tsc && node dist/bin.js generate --out src' })).toContain(
      'npm run types',
    );
  });

  it('is not a script that does more afterwards, or something else', async () => {
    expect(
      await typedIn({
        all: 'realtime-events generate && npm publish',
        generate: 'graphql-codegen generate',
      }),
    ).toContain('npx realtime-events generate');
  });
});

test('words are quoted as the shell wants them, and shown', () => {
  const commandLine = commandLineOf({ script: installed, env: {}, cwd: '/app' });
  expect(commandLine('lint', ['--docs-src', "my 'docs'\u001b[31m"])).toBe(
    String.raw`npx realtime-events lint --docs-src 'my '\''docs'\''\u001b[31m'`,
  );
});
