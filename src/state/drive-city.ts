import type { Result } from '../base/result.ts';
import { failCity, receiveCity } from './commands/receive-city.ts';
import type { City, Failure } from './session.ts';
import type { SessionStore } from './store.ts';

/** Reads the files whenever the session waits for them: at the start, and after `reloadCity`. */
export function driveCity(store: SessionStore, load: () => Promise<Result<City, Failure>>): () => void {
  let busy = false;
  const follow = (): void => {
    if (busy || store.get().city.kind !== 'loading') return;
    busy = true;
    void read(load).then((result) => {
      busy = false;
      // Something else may have been opened while the files were read.
      if (store.get().city.kind !== 'loading') return;
      store.apply(result.ok ? receiveCity(result.value) : failCity(result.problems[0] ?? UNREADABLE));
    });
  };
  const stop = store.subscribe(follow);
  follow();
  return stop;
}

const UNREADABLE: Failure = { code: 'city-unreadable', detail: '' };

/** A reader that throws has met our own mistake; it is shown like any failure rather than lost. */
async function read(load: () => Promise<Result<City, Failure>>): Promise<Result<City, Failure>> {
  try {
    return await load();
  } catch (error) {
    return { ok: false, problems: [{ ...UNREADABLE, detail: error instanceof Error ? error.message : String(error) }] };
  }
}
