import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Command, Session } from './session.ts';
import type { SessionStore } from './store.ts';

/** The only meeting point of the session and React. */
export const SessionContext = createContext<SessionStore | null>(null);

export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (store === null) throw new Error('useSessionStore: no <SessionContext> above this component');
  return store;
}

/** A part of the session; `select` must return the same object for the same session (memoised selectors do). */
export function useSession<Part>(select: (session: Session) => Part): Part {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useApply(): (command: Command) => void {
  return useSessionStore().apply;
}
