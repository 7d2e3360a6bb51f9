/**
 * The tests in three lanes, told apart by the names of their files:
 *
 * - `x.test.ts`: the unit tests, which run in this process alone;
 * - `x.program.test.ts`: those that start the built program, or another one;
 * - `x.deep.test.ts`: searches through many inputs, and the packages in every kind of app, which take minutes.
 */
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { chromiumPath } from './test/support/chromium.ts';

// The packages as users have them: the development build of the parser takes twice the time.
process.env['NODE_ENV'] = 'production';

const program = 'test/**/*.program.test.ts';
const deep = 'test/**/*.deep.test.ts';
/** Tests that are about nothing where the publishers' pages, or recorded messages, do not lie beside the repository, or no browser is there. */
const absent = [
  { needs: '../shared/upstream', test: 'test/docs-src/upstream.deep.test.ts' },
  { needs: '../shared/upstream', test: 'test/loss/loss-upstream.deep.test.ts' },
  { needs: '../shared/traffic', test: 'test/generated/recorded.test.ts' },
  { needs: '../shared/traffic', test: 'test/scripts/traffic/validated.test.ts' },
  { needs: chromiumPath, test: 'test/generated/browser.deep.test.ts' },
  { needs: chromiumPath, test: 'test/generated/support-page.deep.test.ts' },
].flatMap(({ needs, test }) => (existsSync(new URL(needs, import.meta.url)) ? [] : [test]));

/** What takes longest, in this order: it begins first, so that at the end no worker waits for one of them. */
const longest = [
  'test/format.program.test.ts',
  'emit/names.1.deep.test.ts',
  'emit/names.2.deep.test.ts',
  'loss/loss-upstream.deep.test.ts',
  'loss/loss.deep.test.ts',
  'diff/properties.deep.test.ts',
  'diff/monotone.deep.test.ts',
];

/**
 * Unit tests that start git many times. They begin while the processes of that lane are small: to start a program takes one
 * of a gigabyte ten times as long.
 */
const startingGit = [
  'commands/diff.test.ts',
  'input/publisher/repository.test.ts',
  'commands/pull.test.ts',
  'commands/diff-failures.test.ts',
  'input/docs-of-commit.test.ts',
  'diff/sides/sides.test.ts',
  'commands/hostile-docs.test.ts',
  'lint/lint.test.ts',
];

/** Projects stay apart, as the processes of the unit lane end where a file of another one is next. */
class InGoodOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- It is not that of arrays.
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification): number =>
      [...longest, ...startingGit, ''].findIndex((name) => moduleId.endsWith(name && `/${name}`));
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).toSorted((a, b) => placeOf(a) - placeOf(b)),
    );
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: InGoodOrder },
    maxWorkers: '100%',
    // A busy machine takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Files share what they import, which takes longer to load than most of them take to run.
          isolate: false,
          // Half of the time that is spent on collecting garbage is spent on what is young.
          execArgv: ['--max-semi-space-size=64'],
          include: ['test/**/*.test.ts'],
          exclude: [program, deep, ...absent],
        },
      },
      {
        extends: true,
        test: {
          name: 'program',
          include: [program],
          globalSetup: 'test/support/build.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          include: [deep],
          exclude: absent,
          testTimeout: 3_600_000,
          globalSetup: 'test/support/build.ts',
        },
      },
    ],
  },
});
