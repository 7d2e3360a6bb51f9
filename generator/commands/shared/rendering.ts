/** Makes files of models beside the reading of pages, which takes as long: a machine has two cores at least. */
import { Worker } from 'node:worker_threads';
import type { OutputFiles } from '../../emit/index.ts';
import type { ImportExtension } from '../../emit/module-names.ts';
import type { RenderRequest } from '../../emit/render.ts';
import type { PageParts } from '../../emit/support/page.ts';
import type { Model, Renames } from '../../model/model.ts';

export interface Rendering {
  /** The files of a source. It is begun with at once. */
  source: (
    model: Model,
    importExtension: ImportExtension,
    renames: readonly Renames[],
  ) => Promise<OutputFiles>;
  /** The files about all sources. */
  shared: (
    models: readonly Model[],
    importExtension: ImportExtension,
    page: PageParts,
  ) => Promise<OutputFiles>;
  /** Ends it, even if there is something left to do. */
  end: () => Promise<void>;
}

type Ask = (request: RenderRequest) => Promise<OutputFiles>;

/**
 * Begins to render: in a thread of its own where the program is built, as threads do not run TypeScript. For a single
 * source there is nothing to do beside, and two threads take more memory than one.
 */
export function startRendering(sources: number): Rendering {
  const { ask, end } =
    sources < 2 || import.meta.url.endsWith('.ts')
      ? { ask: answerHere, end: async () => {} }
      : startThread();
  return {
    source: (model, importExtension, renames) =>
      ask({ of: 'source', model, importExtension, renames }),
    shared: (models, importExtension, page) => ask({ of: 'all', models, importExtension, page }),
    end,
  };
}

async function answerHere(request: RenderRequest): Promise<OutputFiles> {
  const { render } = await import('../../emit/render.ts');
  return render(request);
}

function startThread(): { ask: Ask; end: () => Promise<void> } {
  const thread = new Worker(new URL('rendering-thread.js', import.meta.url));
  const asked: { resolve: (files: OutputFiles) => void; reject: (error: unknown) => void }[] = [];
  thread.on('message', (files: OutputFiles) => asked.shift()?.resolve(files));
  thread.on('error', (error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  });
  return {
    ask(request) {
      const answer = new Promise<OutputFiles>((resolve, reject) => {
        asked.push({ resolve, reject });
      });
      // It may fail before anybody waits for it.
      answer.catch(() => {});
      thread.postMessage(request, []);
      return answer;
    },
    async end() {
      await thread.terminate();
    },
  };
}
