/** Each example of `docs/corrections.md` is tried: the pages and corrections of a section, and what comes of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineOfDiagnostic } from '../../generator/diagnostics.ts';
import type { Event, Field, Model } from '../../generator/model/model.ts';
import { supportMeaning } from '../../generator/model/meaning.ts';
import { deprecatedValuesIn } from '../../generator/model/deprecation.ts';
import { boundsInWords, typeSummary } from '../../generator/model/signature.ts';
import { fieldsOf } from '../../generator/model/walk.ts';
import { modelSources } from '../../generator/pipeline.ts';
import { docsOf, sourceJson, type Texts } from '../support/docs.ts';

const page = new URL('../../docs/corrections.md', import.meta.url);
const outcomeMark = 'What comes of it:';

/** A page taken apart above each heading that is not part of a page that it shows. */
function sectionsOf(text: string): string[] {
  return text.split(/^(?=## (?!Properties|Contents))/m);
}

/** The sections with examples: their titles, the files that they show, and the outcome that stands below these. */
function examplesIn(text: string): { title: string; section: string; files: Texts }[] {
  return sectionsOf(text)
    .slice(1)
    .map((section) => ({
      title: /^## (.*)/.exec(section)?.[1] ?? '',
      section,
      files: Object.fromEntries(
        Array.from(
          section.matchAll(/^`(\S+)`:\n\n```text\n([^]*?)^```$/gm),
          ([, name = '', content = '']) => [`radio/${name}`, content],
        ),
      ),
    }));
}

function factsOf({
  requiredness,
  bounds,
  default: stated,
  support,
  deprecated,
  type,
  correction,
}: Field): string[] {
  const values = deprecatedValuesIn(type).map((value) => `${String(value)} is deprecated`);
  return [
    requiredness,
    bounds && boundsInWords(bounds),
    stated && `default ${JSON.stringify(stated.value)}`,
    support && support.status !== 'supported' ? support.status : undefined,
    deprecated && `deprecated (${deprecated.text})`,
    ...values,
    correction && 'corrected',
  ].filter((fact) => fact !== undefined);
}

function linesOfEvent(model: Model, event: Event): string[] {
  const { direction, name, documentedName, support, deprecated } = event;
  const called = documentedName ? `, which the pages call ${documentedName.text}` : '';
  return [
    `${direction} event ${name}${called}: ${supportMeaning(support)}${deprecated ? `, deprecated (${deprecated.text})` : ''}`,
    ...fieldsOf(model, event).map(
      ({ path, field }) => `- ${path}: ${[typeSummary(field.type), ...factsOf(field)].join(', ')}`,
    ),
  ];
}

/** What comes of a source: its diagnostics, its events with their fields. */
function outcomeOf(files: Texts): string {
  const [source] = modelSources(
    docsOf({
      'radio/source.json': sourceJson('openai-tree'),
      'radio/index.md': '# Events\n\n## Contents\n- [tune](tune.md)\n',
      ...files,
    }),
  );
  if (!source?.model) throw new Error('these docs give no model');
  const { model, diagnostics } = source;
  return [
    ...diagnostics.map(lineOfDiagnostic),
    ...model.events.flatMap((event) => linesOfEvent(model, event)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function withOutcome(section: string, files: Texts): string {
  const [shown = ''] = section.split(`\n${outcomeMark}\n`);
  const after = section.split(/^What comes of it:\n\n```text\n[^]*?^```$\n/m)[1] ?? '\n';
  return `${shown.trimEnd()}\n\n${outcomeMark}\n\n\`\`\`text\n${outcomeOf(files)}\`\`\`\n${after}`;
}

if (process.env['UPDATE'] === '1') {
  const text = readFileSync(page, 'utf8');
  const [intro = ''] = sectionsOf(text);
  const sections = examplesIn(text).map(({ section, files }) => withOutcome(section, files));
  writeFileSync(page, `${intro}${sections.join('').trimEnd()}\n`);
}

const examples = examplesIn(readFileSync(page, 'utf8'));

test.each(examples)('$title: what comes of it is what stands there', ({ section, files }) => {
  const shown = /^What comes of it:\n\n```text\n([^]*?)^```$/m.exec(section)?.[1];

  expect(shown).toBe(outcomeOf(files));
});

test.each(examples)('$title: every fault is settled', ({ files }) => {
  expect(outcomeOf(files)).not.toMatch(/ (?:error|warning) /);
});
