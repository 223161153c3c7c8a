import { readAddress, writeAddress } from '../../state/address.ts';
import { restoreAddress } from '../../state/commands/restore-address.ts';
import type { SessionStore } from '../../state/store.ts';

/**
 * Keeps the address of the page true to the session, so that it can be reloaded and shared, and follows a link that the
 * reader pastes. History gets no entry per click: "back" leaves the page, as people expect.
 */
export function syncAddress(store: SessionStore): () => void {
  let written = location.hash.replace(/^#/, '');
  const write = (): void => {
    const fragment = writeAddress(store.get());
    if (fragment === written) return;
    written = fragment;
    history.replaceState(null, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
  };
  const follow = (): void => {
    const fragment = location.hash.replace(/^#/, '');
    if (fragment === written) return;
    written = fragment;
    store.apply(restoreAddress(readAddress(fragment, store.get().today)));
  };
  const stop = store.subscribe(write);
  addEventListener('hashchange', follow);
  return () => {
    stop();
    removeEventListener('hashchange', follow);
  };
}
