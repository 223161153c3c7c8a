import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Command, Session } from './session.ts';

/** The session in its only mutable place. */
export interface SessionStore {
  readonly get: () => Session;
  readonly apply: (command: Command) => void;
  readonly subscribe: StoreApi<Session>['subscribe'];
}

export function createSessionStore(initial: Session): SessionStore {
  const store = createStore<Session>(() => initial);
  return {
    get: store.getState,
    apply: (command) => {
      store.setState(command, true);
    },
    subscribe: store.subscribe,
  };
}
