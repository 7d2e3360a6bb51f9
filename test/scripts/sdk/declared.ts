/** Declarations given as text. */
import { Project } from 'ts-morph';
import { declaredEvents } from '../../../scripts/sdk/declarations.ts';
import type { EventContract } from '../../../scripts/sdk/paths.ts';
import type { Direction } from '../../../generator/model/model.ts';

const project = new Project({
  useInMemoryFileSystem: true,
  compilerOptions: { strict: true, exactOptionalPropertyTypes: true },
});

/** A file of declarations. There is one at a time, for the sake of speed: the next takes its place. */
export function declarationFile(text: string) {
  return project.createSourceFile('sdk.d.ts', text, { overwrite: true });
}

/** The events of the exported type `Events`. */
export function eventsIn(text: string, direction: Direction = 'server'): EventContract[] {
  return declaredEvents(declarationFile(text), 'Events', direction);
}

/** One event `ping` with these fields, and what else they need. */
export function pingWith(fields: string, others = '', direction?: Direction): EventContract[] {
  const text = `export interface Events { type: 'ping'; ${fields} }\n${others}`;
  return eventsIn(text, direction);
}
