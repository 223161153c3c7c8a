import type { EngineDoor } from '../../state/drive-engine.ts';
import type { Engine } from '../../worker/run-assessment.ts';

/** The engine, fetched with the first question and made once. */
export function lazyEngine(): EngineDoor {
  let engine: Promise<Engine> | null = null;
  const open = (): Promise<Engine> => {
    engine ??= import('../../worker/run-assessment.ts').then(({ createEngine }) => createEngine());
    // A chunk that could not be fetched is asked for again by the next try.
    engine.catch(() => {
      engine = null;
    });
    return engine;
  };
  return {
    run: async ({ city, packs, asOf, choices }, onProgress) => (await open()).run({ project: city.project, packs, asOf, choices }, onProgress),
    cancel: () => {
      void engine?.then((made) => {
        made.cancel();
      });
    },
  };
}
