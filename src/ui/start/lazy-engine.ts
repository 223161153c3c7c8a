import type { EngineDoor } from '../../state/drive-engine.ts';
import type { Engine } from '../../worker/run-assessment.ts';

/** An engine of its own, fetched when it is first asked for and made once. */
export function engineOnce(): () => Promise<Engine> {
  let engine: Promise<Engine> | null = null;
  return () => {
    engine ??= import('../../worker/run-assessment.ts').then(({ createEngine }) => createEngine());
    // A chunk that could not be fetched is asked for again by the next try.
    engine.catch(() => {
      engine = null;
    });
    return engine;
  };
}

/** The engine of the session's question. */
export function lazyEngine(): EngineDoor {
  const open = engineOnce();
  let isOpen = false;
  return {
    run: async ({ city, packs, asOf, choices }, onProgress) => {
      isOpen = true;
      return (await open()).run({ project: city.project, packs, asOf, choices }, onProgress);
    },
    cancel: () => {
      if (!isOpen) return;
      void open().then((made) => {
        made.cancel();
      });
    },
  };
}
